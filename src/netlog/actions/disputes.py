"""What is to be decided before two copies become one, as questions with their answers."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from netlog.domain import summary
from netlog.domain.clashing import differing
from netlog.domain.events.voucher import Voucher
from netlog.domain.records import Acknowledgement, Contact
from netlog.domain.wording import Wording
from netlog.errors import Question, shell_word
from netlog.ledger.file.access import Connection
from netlog.ledger.read.contacts import keys, names_by_id
from netlog.ledger.read.facts import vouchers
from netlog.ledger.read.records import record_of
from netlog.ledger.write.join.decisions import Clash, Namesake, Subject, Undecided

_GONE = {
    "ours": "it was taken out here, and the other copy speaks of it",
    "theirs": "it was taken out there, and this ledger speaks of it",
}


@dataclass(frozen=True, slots=True)
class Dispute:
    """Something to be decided: of a name by its key, or of a subject.

    `label` is how an option names it, `answers` are the options that speak of such.
    """

    about: str | Subject
    label: str
    answers: tuple[str, str]
    question: Question


def disputes(
    undecided: Undecided, ours: Connection, theirs: Connection, wording: Wording
) -> Iterator[Dispute]:
    """What is to be decided, in words.

    Args:
        undecided: what it is.
        ours: this ledger.
        theirs: the other copy.
        wording: the words for this ledger.
    """
    names = {**names_by_id(ours, keys(ours)), **undecided.names}
    here = replace(wording, names=names)
    there = replace(wording, names=names_by_id(theirs, keys(theirs)))
    for namesake in undecided.namesakes:
        yield _of_names(namesake, names[namesake.here])
    for clash in undecided.clashes:
        label, what = _named(clash.subject, undecided, (ours, here), (theirs, there))
        yield _of_subject(clash, label, what, here)


def _of_names(namesake: Namesake, known: str) -> Dispute:
    name, owner = namesake.name, namesake.owner
    two = "both keep that name" if owner else f"{name}, and {name} 2"
    if owner and known == name:
        text = f"{name} is new here. Is that {owner}, also called {name} of the other copy?"
    elif owner:
        text = f"{name} means {owner} in the other copy, and {known} here. Are the two one?"
    else:
        who = "the new" if known == name else f"{known}, also called"
        text = f"{name} is new in the other copy. Is that {who} {name} of this ledger?"
    choices = [("same", "they are one"), ("apart", f"they are two: {two}")]
    options = f"--same {shell_word(name)}, or --apart {shell_word(name)}"
    question = Question(f"name {namesake.key}", text, choices, options)
    return Dispute(namesake.key, name, ("same", "apart"), question)


def _of_subject(clash: Clash, label: str, what: str, wording: Wording) -> Dispute:
    how = clash.why or (_GONE[clash.gone] if clash.gone else differing(clash.columns, wording))
    choices = [("ours", "as it is here"), ("theirs", "as it is there")]
    text = f"{what}: {how.rstrip('.')}."
    options = f"--ours {shell_word(label)}, or --theirs {shell_word(label)}"
    key = f"{clash.subject.table} {clash.subject.id}"
    question = Question(key, text, choices, options)
    return Dispute(clash.subject, label, ("ours", "theirs"), question)


def _named(
    subject: Subject,
    undecided: Undecided,
    here: tuple[Connection, Wording],
    there: tuple[Connection, Wording],
) -> tuple[str, str]:
    """How a subject is typed, and how it is told: as it is here, or where it is gone, as there."""
    for (connection, wording), key in ((here, subject.id), (there, undecided.there[subject])):
        if subject.table == "contact":
            contact = record_of(connection, Contact, key)
            if contact is not None:
                return contact.name, contact.name
        elif subject.table == "acknowledgement":
            said = record_of(connection, Acknowledgement, key)
            if said is not None:
                text = summary.of_acknowledgements([said], wording)
                return f"a{subject.id}", f"a{subject.id}, {text}, {wording.day(said.said_on)}"
        else:
            voucher = vouchers(connection, [key]).get(key)
            if voucher is not None:
                return f"e{subject.id}", _event(subject.id, voucher, wording)
    return f"{subject.id}", f"{subject.id}"


def _event(number: int, voucher: Voucher, wording: Wording) -> str:
    return f"e{number}, {wording.event(*voucher)}, {wording.day(voucher.event.happened_on)}"

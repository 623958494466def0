"""netlog report WHO --chronology"""

from typing import TYPE_CHECKING, NamedTuple

from netlog.cli.asking import Answers, asking
from netlog.cli.desk import Desk

if TYPE_CHECKING:
    from netlog.domain.chronology import Chronology
    from netlog.ledger.access import Connection
    from netlog.render.wording import Wording


class Form(NamedTuple):
    """What was asked for: a chronology at all, and in which form; text where in none."""

    chronology: bool
    markdown: bool
    json: bool


def print_chronology(desk: Desk, who: str | None, form: Form, *, alone: bool) -> None:
    """Print what happened around somebody, day by day, in the form that was asked for.

    Args:
        desk: the settings of the command.
        who: the contact as typed.
        form: how to print it.
        alone: whether no option of the ranking was given beside.

    Raises:
        Unreadable: the options do not go together.
    """
    from netlog.domain.text import clean_name
    from netlog.ledger.access import reading

    subject = _subject(who, form, alone=alone)

    def attempt(answers: Answers) -> "tuple[Chronology, Wording]":
        with reading(desk.ledger) as connection:
            return _gather(connection, desk, answers.get(clean_name(subject), subject))

    found, wording = asking(attempt)
    _show(found, wording, form)


def _subject(who: str | None, form: Form, *, alone: bool) -> str:
    from netlog.errors import Unreadable

    if not form.chronology:
        raise Unreadable("--markdown is for a chronology.", "netlog report WHO --chronology")
    if who is None or not alone:
        raise Unreadable(
            "A chronology is of one contact, and takes neither --for nor --limit.",
            "netlog report WHO --chronology",
        )
    if form.markdown and form.json:
        raise Unreadable("--markdown and --json do not go together.")
    return who


def _show(found: "Chronology", wording: "Wording", form: Form) -> None:
    from netlog.render.chronology.data import print_json
    from netlog.render.chronology.markdown import print_markdown
    from netlog.render.chronology.paper import paper
    from netlog.render.chronology.text import print_nothing, print_text

    if form.json:
        print_json(found, wording)
    elif not found.facts:
        print_nothing(wording.name(found.matter.contact.id))
    elif form.markdown:
        print_markdown(paper(found, wording))
    else:
        print_text(paper(found, wording))


def _gather(connection: "Connection", desk: Desk, who: str) -> "tuple[Chronology, Wording]":
    from netlog.domain.chronology import chronology
    from netlog.domain.people import known
    from netlog.ledger.chronology import contacts_in_chronology, matter
    from netlog.ledger.people import Directory, names_by_id
    from netlog.render.wording import Wording

    contact = known(who, Directory(connection), desk.settings.owner)
    found = chronology(matter(connection, contact), desk.today)
    names = names_by_id(connection, contacts_in_chronology(found))
    mine = desk.settings.owner or "you"
    return found, Wording(names, found.matter.me, desk.today, mine)

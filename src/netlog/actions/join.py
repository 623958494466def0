"""Making one ledger of two copies that went apart."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from netlog.actions.book import contacts_of
from netlog.actions.desk import Desk
from netlog.actions.disputes import Dispute, disputes
from netlog.actions.repeats import Idle, Repeat, idle_words, repeats, said_twice
from netlog.domain.names import Names
from netlog.domain.people.names import comparison_key
from netlog.domain.projection.difference import Difference
from netlog.domain.records import Acknowledgement, Event, Obligation, Statement
from netlog.domain.text import join as listed
from netlog.domain.wording import Wording, counts
from netlog.errors import OpenQuestions, Refused, shell_word
from netlog.ledger.file.access import Connection
from netlog.ledger.file.identity import NoLedgerYet
from netlog.ledger.file.other import other_copy
from netlog.ledger.read.contacts import names_by_id
from netlog.ledger.read.records import by_id, me
from netlog.ledger.write.change import Writer, rehearse, write
from netlog.ledger.write.join import joining
from netlog.ledger.write.join.decisions import Decisions, Side, Subject, Undecided
from netlog.ledger.write.join.parting import JoinedThere, NoParting

ALL = "all"
_LETTERS: Mapping[type[Event | Acknowledgement | Obligation], str] = {
    Event: "e",
    Acknowledgement: "a",
    Obligation: "",
}


@dataclass(frozen=True, slots=True)
class Said:
    """What the options say of what nobody can guess: names, and ids or names.

    `same` and `apart` are names that mean one contact on both sides, and two; `ours` and `theirs`
    what this ledger, and what the other copy, is right about.
    """

    same: Collection[str] = ()
    apart: Collection[str] = ()
    ours: Collection[str] = ()
    theirs: Collection[str] = ()

    def of(self, label: str, answers: Sequence[str]) -> tuple[str, str] | None:
        """Which of some answers was given to something, and as what it was named.

        Args:
            label: how it is named.
            answers: the names of the options that speak of such.
        """
        for name in (comparison_key(label), ALL):
            for answer in answers:
                if name in map(comparison_key, getattr(self, answer)):
                    return answer, name
        return None

    def names(self) -> set[str]:
        """All that it speaks of by name."""
        typed = (*self.same, *self.apart, *self.ours, *self.theirs)
        return {comparison_key(name) for name in typed} - {ALL}


@dataclass(frozen=True, slots=True)
class Joined:
    """Two copies that are one now.

    Attributes:
        wording: the names of those in it.
        other: the name of the file of the other copy.
        events: how many events came.
        words: how many thank-yous, apologies and statements came.
        details: how much more is known of contacts.
        created: the names of the contacts that came.
        numbers: what has another number here: as it is there, and as it is here.
        corrected: how many events, acknowledgements and contacts were put right.
        removed: how many were taken out.
        merged: who is whom now: the name that stays, and the other one.
        renamed: who has another name: the name before, and the name now.
        back: the names of contacts that had been taken out and are needed.
        difference: what became of items.
        chosen: of whom both had an organisation: the name, the one that stays, and the other.
        idle: what ended items in one of the two and has no effect.
        repeats: what came and says what was said here already: its id, and the id of that.
        twice: what came of parts and amounts, and adds to what was said alike here.
        is_new: whether there was anything to join.
    """

    wording: Wording
    other: str
    events: int = 0
    words: int = 0
    details: int = 0
    created: Sequence[str] = ()
    numbers: Sequence[tuple[str, str]] = ()
    corrected: int = 0
    removed: int = 0
    merged: Sequence[tuple[str, str]] = ()
    renamed: Sequence[tuple[str, str]] = ()
    back: Sequence[str] = ()
    difference: Difference = field(default_factory=Difference)
    chosen: Sequence[tuple[str, str, str]] = ()
    idle: Sequence[Idle] = ()
    repeats: Sequence[Repeat] = ()
    twice: Sequence[Statement] = ()
    is_new: bool = True

    @property
    def summary(self) -> str:
        """What the command did, in one sentence without a full stop."""
        if not self.is_new:
            return f"{self.other} holds nothing that is not here"
        came = counts(
            (self.events, "event"),
            (self.words, "word"),
            (len(self.created), "contact"),
            (self.details, "detail"),
            (self.corrected, "correction"),
            (self.removed, "removal"),
        )
        return f"Joined {self.other}: {listed(came) or 'nothing that shows'}"


def join(desk: Desk, *, other: Path, said: Said) -> Joined:
    """Tell again here what another copy of this ledger told since the two parted.

    Raises:
        Refused: it is no copy of this ledger, or there is no ledger yet.
        OpenQuestions: something nobody can guess is not decided.
        LedgerUnusable: the other one is not whole.
    """
    with other_copy(other, desk.ledger) as copy:
        joining_ = _Joining(desk, other, copy, said)
        try:
            result = joining_.rehearsed()
        except NoLedgerYet as error:
            raise Refused(
                f"There is no ledger to join {other} to.",
                f"It can be used as it is: netlog --ledger {shell_word(str(other))} due",
            ) from error
        if result is None:
            return Joined(Wording({}, 0, desk.today), other.name, is_new=False)
        return joining_.written()


class _Joining:
    """One join: rehearsed until all is decided, then written."""

    def __init__(self, desk: Desk, other: Path, copy: Connection, said: Said) -> None:
        self._desk, self._other, self._copy = desk, other, copy
        self._said = said
        self._used: set[str] = set()
        self._same: dict[str, bool] = {}
        self._right: dict[Subject, Side] = {}

    def rehearsed(self) -> joining.Joined | None:
        """Do it and keep nothing, again and again until the options have answered what they can."""
        while True:
            result = rehearse(self._desk.ledger, self._try)
            if not isinstance(result, list):
                self._refuse_idle_options()
                return result
            self._decide(result)

    def written(self) -> Joined:
        """Do it, with a copy of before."""

        def run(writer: Writer) -> Joined:
            writer.back_up()
            result = self._try(writer)
            if isinstance(result, list) or result is None:
                raise Refused(
                    "Another command wrote to the ledger meanwhile. Nothing was written.",
                    "Try again.",
                )
            return self._receipt(writer, result)

        return write(self._desk.ledger, self._desk.command, run)

    def _try(self, writer: Writer) -> joining.Joined | list[Dispute] | None:
        """Join, or say what is to be decided before."""
        try:
            return joining.join(writer.rows, self._copy, Decisions(self._same, self._right))
        except Undecided as undecided:
            wording = self._desk.wording(Names({}, me(writer.connection)))
            return list(disputes(undecided, writer.connection, self._copy, wording))
        except NoParting as error:
            raise _no_copy(self._other, error) from error
        except JoinedThere as error:
            raise Refused(
                f"{self._other} has taken this ledger in already, and goes on from there.",
                "Go on with that one; what was told here since is taken in there:"
                f" netlog --ledger {shell_word(str(self._other))} join FILE",
            ) from error

    def _decide(self, open_: Iterable[Dispute]) -> None:
        """Take the answers of options and of somebody who was asked.

        Raises:
            OpenQuestions: there is none to some.
        """
        left = []
        for dispute in open_:
            answer = self._answer_to(dispute)
            if answer is None:
                left.append(dispute.question)
            else:
                self._take(dispute.about, answer)
        if left:
            raise OpenQuestions(
                "The two copies do not tell by themselves how they become one."
                " Nothing was written.",
                "Say it with the options, or --same all, --ours all, --theirs all:",
                left,
            )

    def _answer_to(self, dispute: Dispute) -> str | None:
        said = self._said.of(dispute.label, dispute.answers)
        if said is not None:
            self._used.add(said[1])
            return said[0]
        return self._desk.answers.get(dispute.question.key)

    def _take(self, about: str | Subject, answer: str) -> None:
        if isinstance(about, str):
            self._same[about] = answer == "same"
        else:
            self._right[about] = "ours" if answer == "ours" else "theirs"

    def _refuse_idle_options(self) -> None:
        idle = self._said.names() - self._used
        if idle:
            raise Refused(
                f"There is nothing to decide about {listed(sorted(idle))}. Nothing was written.",
                "Leave the option out.",
            )

    def _receipt(self, writer: Writer, result: joining.Joined) -> Joined:
        connection = writer.connection
        new = [net for net in result.nets if net.is_new and net.now is not None]
        subjects = {net.subject for net in result.nets if not net.is_new}
        here = {net.subject for net in result.nets if not net.is_new and net.now is not None}
        created = {net.id: str(net.row["name"]) for net in new if net.table == "contact"}
        idle = idle_words(connection, self._copy, result.ids, result.difference)
        return Joined(
            wording=self._wording(writer, result, idle),
            other=self._other.name,
            events=sum(net.table == "event" for net in new),
            words=sum(net.table in ("acknowledgement", "statement") for net in new),
            details=sum(net.table in ("detail", "interval", "archival") for net in new),
            created=list(created.values()),
            numbers=list(_renumbered(connection, result)),
            corrected=len({subject for subject in here if subject.table in _SUBJECTS}),
            removed=len({subject for subject in subjects - here if subject.table in _SUBJECTS}),
            merged=[(keep.name, gone.name) for keep, gone in result.merged],
            renamed=result.renamed,
            back=list(names_by_id(connection, result.back).values()),
            difference=result.difference,
            chosen=list(_organisations(connection, result)),
            idle=idle,
            repeats=list(repeats(connection, self._copy, result.nets)),
            twice=said_twice(connection, self._copy, result.nets),
        )

    def _wording(self, writer: Writer, result: joining.Joined, idle: Iterable[Idle]) -> Wording:
        """The words for what changed, also where somebody in it is another one now, or gone."""
        gone = {other.id: other.name for _, other in result.merged}
        taken_out = (net for net in result.nets if net.table == "contact" and net.now is None)
        gone |= {net.id: str(net.row["name"]) for net in taken_out}
        named = contacts_of(result.difference)
        named = named.union(*(word.item.contacts for word in idle if word.item is not None))
        names = names_by_id(writer.connection, named - gone.keys())
        return self._desk.wording(Names({**names, **gone}, me(writer.connection)))


_SUBJECTS = ("event", "acknowledgement", "contact", "statement")


def _organisations(
    connection: Connection, result: joining.Joined
) -> Iterable[tuple[str, str, str]]:
    names = names_by_id(connection, {key for each in result.chosen for key in each})
    for contact, kept, other in result.chosen:
        if {contact, kept, other} <= names.keys():
            yield names[contact], names[kept], names[other]


def _renumbered(ours: Connection, result: joining.Joined) -> Iterable[tuple[str, str]]:
    """What people type and is called otherwise here: events, acknowledgements, items.

    The numbers of what is nowhere, as it was taken back or left out, say nothing to anybody.
    """
    for record, letter in _LETTERS.items():
        table = "number" if record is Obligation else record.__name__.lower()
        numbers = result.ids.new().get(table, {})
        known = by_id(ours, record, numbers.values())
        for there, here in sorted(numbers.items()):
            if there != here and here in known:
                yield f"{letter}{there}", f"{letter}{here}"


def _no_copy(other: Path, why: NoParting) -> Refused:
    if not why.is_same:
        return Refused(
            f"{other} is another ledger: the two never were one.",
            "netlog join takes in a copy of this ledger that went on elsewhere.",
        )
    there = f"netlog --ledger {shell_word(str(other))}"
    apart = (
        "That does not help if both had been told something of their own by then; what is missing"
        f" can be typed again: {there} history"
    )
    if why.here and not why.there:
        return Refused(
            f"{other} is from before somebody was forgotten here.",
            f"Let the same be forgotten there first: {there} forget NAME. {apart}",
        )
    if why.there and not why.here:
        return Refused(
            f"Somebody was forgotten in {other} who is not forgotten here.",
            f"Let the same be forgotten here first: netlog forget NAME. {apart}",
        )
    if why.here:
        return Refused(
            f"Where {other} and this ledger parted cannot be told any more: they went apart, and"
            " then somebody was forgotten.",
            f"What is missing can be typed again: {there} history",
        )
    return Refused(
        f"Where {other} and this ledger parted cannot be told: they began as one, but the"
        " journal of one of them began anew since then.",
        "A newer format does that, doctor --repair, and the import of a whole export. What is"
        f" missing can be typed again: {there} history",
    )

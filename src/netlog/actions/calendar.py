"""Keeping a calendar elsewhere as the ledger has it: what is open is sent, what was done is asked.

That somebody ticked something off elsewhere is no fact: it is one once a person says so.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from netlog.actions.desk import Desk
from netlog.actions.receipt import Receipt
from netlog.domain.dates.days import weekday_text
from netlog.errors import OpenQuestions, Question, Refused
from netlog.exchange.calendar_plan import Open, Stored, Ticked, plan
from netlog.exchange.to_dos import Contents, contents_of
from netlog.exchange.write.calendar_items import to_do
from netlog.network.address import Address
from netlog.network.login import Login
from netlog.network.server import Server

_KEY = "\0done {}"  # no name can be this
_DONE, _OPEN, _LATER = "y", "n", "l"
_CHOICES: Sequence[tuple[str, str]] = (
    (_DONE, "yes, it is done"),
    (_OPEN, "no, it is open, there again too"),
    (_LATER, "leave it for later"),
)
_CHOICES_OF_CHECK_IN = ((_OPEN, "open it there again"), (_LATER, "leave it for later"))


@dataclass(frozen=True, slots=True)
class Decided:
    """What of what was ticked off is done, and on which day; what is open; what is left open."""

    done: Mapping[int, date | None] = field(default_factory=dict)
    reopened: frozenset[int] = frozenset()
    left: Sequence[Ticked] = ()


@dataclass(frozen=True, slots=True)
class Sent:
    """How many to-dos of a calendar are new, others, gone; `missed` changed there meanwhile."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    missed: int = 0


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a calendar: its name, what was decided, settled, and sent to a server.

    `sent` is None for a file, which is written unless something in it was left undecided.
    """

    name: str
    decided: Decided
    receipt: Receipt | None = None
    sent: Sent | None = None


def contents_at(path: Path, copy: str, *, force: bool = False) -> Contents | None:
    """What is in a calendar file; None where there is none.

    Args:
        path: the file.
        copy: the name of the copy of the ledger.
        force: whether it may have what another one, or another program, wrote.

    Raises:
        Refused: it may not, and has; or it cannot be read.
    """
    try:
        if not path.is_file():  # a pipe would be read for ever
            return None
        with path.open("rb") as file:
            contents = contents_of(file)
    except OSError as error:
        raise Refused(
            f"{path} cannot be read: {error.strerror}.", "Check the rights of the file."
        ) from error
    if not (contents.is_ours or force):
        raise Refused(
            f"{path} is there, and has what netlog did not write.",
            "Name another file, or replace this one: netlog calendar FILE --force",
        )
    if contents.copies - {copy} and not force:
        raise Refused(
            f"{path} is the calendar of another ledger. This one takes it over by:"
            " netlog calendar FILE --force",
            "Or name another file.",
        )
    return contents


def stored_in(address: Address, login: Login | None) -> list[Stored]:
    """The to-dos of a calendar on a server.

    Raises:
        LoginWanted, Refused, Unreachable, LedgerUnusable: see `netlog.network.server`.
    """
    with Server(address, login) as server:
        return server.to_dos()


def decided(desk: Desk, ticked: Iterable[Ticked], *, asks: bool) -> Decided:
    """What to do with what was ticked off.

    Args:
        desk: with the answers that were given.
        ticked: the items.
        asks: whether somebody can be asked; else all of them are left.

    Raises:
        OpenQuestions: somebody can be asked, and was not.
    """
    ticked = [*ticked]
    answers = {each.number: desk.answers.get(_KEY.format(each.number)) for each in ticked}
    if asks and (unasked := [each for each in ticked if answers[each.number] is None]):
        raise OpenQuestions(
            "Whether these are done was left open. Nothing was written.",
            "To go on without an answer: --no-input",
            [_question(each, desk.today) for each in unasked],
        )
    return Decided(
        {each.number: each.on for each in ticked if answers[each.number] == _DONE},
        frozenset(each.number for each in ticked if answers[each.number] == _OPEN),
        [each for each in ticked if answers[each.number] not in (_DONE, _OPEN)],
    )


def _question(ticked: Ticked, today: date) -> Question:
    on = "" if ticked.on is None else f" on {weekday_text(ticked.on, today)}"
    line = done_line(ticked, today)
    asked, choices, usual = "Done?", _CHOICES, _LATER
    if ticked.is_check_in:
        asked, choices, usual = f"What came of it: {line}", _CHOICES_OF_CHECK_IN, _OPEN
    text = f"Ticked off{on}: {ticked.what}. {asked}"
    return Question(_KEY.format(ticked.number), text, choices, line, usual=usual)


def done_line(ticked: Ticked, today: date) -> str:
    """The command that settles what was ticked off, or asks what came of it."""
    command = "check" if ticked.is_check_in else "done"
    on = f" --on {ticked.on}" if ticked.on is not None and ticked.on < today else ""
    return f"netlog {command} {ticked.number}{on}"


def send(
    address: Address,
    login: Login | None,
    stored: Iterable[Stored],
    is_open: Open,
    reopened: Collection[int],
) -> Sent:
    """Make the to-dos of a calendar on a server what is open.

    Raises:
        LoginWanted, Refused, Unreachable, LedgerUnusable: see `netlog.network.server`.
    """
    now = datetime.now(UTC)
    to_send = plan(stored, is_open, reopened, now)
    with Server(address, login) as server:
        added = [server.add(each.uid, to_do(each, now)) for each in to_send.added]
        changed = [server.change(each, text) for each, text in to_send.changed]
        removed = [server.remove(each) for each in to_send.removed]
    missed = [*added, *changed, *removed].count(False)
    return Sent(sum(added), sum(changed), sum(removed), missed)

"""What going back to a backup would change."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from netlog.domain.dates.days import day_text
from netlog.domain.records import ChangeKind
from netlog.domain.wording import count

MOST_NAMED = 5
_DONE: Mapping[ChangeKind, str] = {"do": "", "undo": "taken back: ", "redo": "put back: "}


class Contents(NamedTuple):
    """How much a ledger holds, and when something was told last; None for an empty one."""

    contacts: int
    events: int
    open_items: int
    last_told: datetime | None

    @property
    def counted(self) -> str:
        """How much that is: "3 contacts, 4 events, 1 open item"."""
        contacts, events = count(self.contacts, "contact"), count(self.events, "event")
        return f"{contacts}, {events}, {count(self.open_items, 'open item')}"


class Comparison(NamedTuple):
    """A ledger, None where there is none that can be read, beside the backup.

    `puts_aside` says that a file that cannot be read has its place. `gone` is how many commands of
    the ledger the backup does not have, and `come` how many it has that the ledger does not;
    `last_gone` tells what the last ones of those that go did, by kind, the newest first.
    `is_damaged` says that the ledger has the same commands, but not all as netlog left it.
    """

    now: Contents | None
    then: Contents
    gone: int = 0
    come: int = 0
    last_gone: Sequence[tuple[ChangeKind, str]] = ()
    puts_aside: bool = False
    is_damaged: bool = False

    @property
    def is_alike(self) -> bool:
        """Whether the ledger has exactly the commands of the backup, and what follows from them."""
        is_known = self.now is not None and not self.is_damaged
        return is_known and not self.gone and not self.come


def sentences(comparison: Comparison, today: date) -> list[str]:
    """What would change, a line each."""
    lines = [f"then: {_told(comparison.then, today)}"]
    if comparison.puts_aside:
        lines.insert(0, "now:  a file that netlog cannot read, which is put aside")
    if comparison.now is not None:
        lines.insert(0, f"now:  {_told(comparison.now, today)}")
    if comparison.is_damaged:
        lines.append("the ledger has the same commands, and is damaged")
    if comparison.gone:
        last = "; ".join(_DONE[kind] + summary for kind, summary in comparison.last_gone)
        lines.append(f"{count(comparison.gone, 'command')} since then would go, the last: {last}")
    if comparison.come:
        lines.append(f"{count(comparison.come, 'command')} would come that the ledger has not")
    return lines


def _told(contents: Contents, today: date) -> str:
    if contents.last_told is None:
        return "nothing"
    day = day_text(contents.last_told.astimezone().date(), today)
    return f"{contents.counted}; the last told on {day}"

"""What is open as a calendar, so that a phone shows it on its day."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from netlog.actions.desk import Desk
from netlog.domain.due import Scope
from netlog.domain.items import Item, side
from netlog.domain.wording import Wording
from netlog.exchange.write.calendar_items import Reminder, calendar
from netlog.views.due import due
from netlog.views.export import name_of_copy

NAME = "netlog"


@contextmanager
def pieces(desk: Desk, *, with_journal: bool) -> Iterator[Iterator[str]]:  # noqa: ARG001
    """An all-day event each, on the day by which it is due."""
    open_items = due(desk.settings, Scope(desk.today, everything=True))
    wording, copy = desk.wording(open_items.names), name_of_copy(desk.settings)
    reminders = (_reminder(item, wording, copy) for item in open_items.awake)
    yield calendar(reminders, "events", NAME, datetime.now(UTC))


def _reminder(item: Item, wording: Wording, copy: str) -> Reminder:
    asks = side(item.obligation, wording.me) == "check-in"
    what = wording.asking(item) if asks else wording.owes(item)
    about = f"Since {wording.day(item.event.happened_on)}, e{item.event.id}. Once done: netlog"
    return Reminder(
        uid=f"{copy}-{item.obligation.id}@netlog",
        what=what[:1].upper() + what[1:],
        on=item.obligation.due_on,
        about=f"{about} done {item.obligation.id}",
    )

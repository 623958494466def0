"""What is open as a calendar, so that a phone shows it on its day."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from netlog.actions.desk import Desk
from netlog.exchange.write.calendar_items import calendar
from netlog.views.calendar import open_items

NAME = "netlog"


@contextmanager
def pieces(desk: Desk, *, with_journal: bool) -> Iterator[Iterator[str]]:  # noqa: ARG001
    """An all-day event each, on the day by which it is due."""
    items = open_items(desk.settings)
    awake = (each for number, each in items.reminders.items() if number in items.awake)
    yield calendar(awake, "events", NAME, datetime.now(UTC), items.copy)

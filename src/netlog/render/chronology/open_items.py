"""What is open at the end of a chronology."""

from netlog.domain.chronology.chronology import Chronology
from netlog.domain.items import Item
from netlog.domain.standing import days_overdue
from netlog.domain.wording import Wording, capital, count
from netlog.render.chronology.paper import Entry, Section
from netlog.render.chronology.words import clause, due_day, full_day
from netlog.render.fields import item_fields


def section(shown: Chronology, wording: Wording) -> Section:
    """What is open, the first that is due first."""
    entries = [_open(item, wording) for item in shown.open_items]
    return Section("open", f"Open on {full_day(wording.today)}", entries)


def _open(item: Item, wording: Wording) -> Entry:
    """What is open, since when, due by when, and how long ago that was."""
    owed = item.obligation
    late = days_overdue(owed, wording.today)
    ago = f", {count(late, 'day')} ago" if late > 0 else ""
    opened = f"{capital(clause(item, wording))}, since {full_day(owed.opened_on)}"
    text = f"{opened}; due {due_day(owed.due_on)}{ago}"
    return Entry(str(owed.id), text, item_fields(item, wording, "id kind text due_on", text=text))

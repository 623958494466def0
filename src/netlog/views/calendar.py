"""What is open, as calendars show it: what it is called there, and when it is due."""

from datetime import date

from netlog.config import Settings
from netlog.domain.dates.days import day_text
from netlog.domain.due import Scope
from netlog.domain.items import Item, side
from netlog.domain.wording import Wording, capital
from netlog.exchange.calendar_plan import Open
from netlog.exchange.to_dos import uid_of
from netlog.exchange.write.calendar_items import Reminder
from netlog.views.due import due
from netlog.views.export import name_of_copy


def open_items(settings: Settings) -> Open:
    """Everything that is open; what is snoozed, or with somebody archived, is not awake.

    Raises:
        NoLedgerYet, LedgerUnusable: there is no ledger, or it cannot be used.
    """
    listed = due(settings, Scope(settings.today, everything=True))
    names, copy = listed.names, name_of_copy(settings)
    wording = Wording(names.by_id, names.me, settings.today, currency=settings.currency)
    return Open(
        copy,
        {item.obligation.id: _reminder(item, wording, copy) for item in listed.items},
        frozenset(item.obligation.id for item in listed.awake),
        {item.obligation.id: item.obligation.opened_on for item in listed.items},
        frozenset(item.obligation.id for item in listed.items if _asks(item, names.me)),
        settings.today,
    )


def _asks(item: Item, me: int) -> bool:
    return side(item.obligation, me) == "check-in"


def _reminder(item: Item, wording: Wording, copy: str) -> Reminder:
    asks = _asks(item, wording.me)
    what = wording.asking(item) if asks else wording.owes(item)
    # With its year, so that what is open says the same after New Year.
    since = f"Since {day_text(item.event.happened_on, date.min)}, e{item.event.id}."
    once = "What came of it: netlog check" if asks else "Once done: netlog done"
    return Reminder(
        uid=uid_of(copy, item.obligation.id),
        what=capital(what),
        on=item.obligation.due_on,
        about=f"{since} {once} {item.obligation.id}",
    )

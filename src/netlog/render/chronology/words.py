"""Words that the sections of a chronology share.

Each day has its year, and I am called by my name where it is known, because somebody else reads it.
"""

from datetime import date

from netlog.domain.chronology.follow_up import Tries
from netlog.domain.dates.days import day_text, weekday_text
from netlog.domain.items import Item
from netlog.domain.records import Event
from netlog.domain.text import join
from netlog.domain.wording import Wording, channels_text, count
from netlog.render import history

_OF_ANOTHER_YEAR = date.min


def full_day(day: date) -> str:
    """A day that stays clear for years: "Mon 5 Jan 2026"."""
    return weekday_text(day, _OF_ANOTHER_YEAR)


def due_day(day: date) -> str:
    """A due day, which needs no weekday: "7 Jan 2026"."""
    return day_text(day, _OF_ANOTHER_YEAR)


def day_of(event: Event) -> str:
    """The day of an event, with its year: "Mon 5 Jan 2026"."""
    return "an unknown day" if event.undated else full_day(event.happened_on)


def days_after(day: date, begin: date, since: str) -> str:
    """A day seen from another: "on Mon 5 Jan 2026, 3 days after the introduction"."""
    days = (day - begin).days
    after = f"{count(days, 'day')} after the {since}" if days else f"the day of the {since}"
    return f"on {full_day(day)}, {after}"


def noted(note: str) -> list[str]:
    """A remark as a line; none where there is none."""
    return [f'Noted: "{note}"'] if note else []


def via_text(via: str) -> list[str]:
    """The channel as a part of a line; none where none was told."""
    return [f"via {via}"] if via else []


def what(item: Item, wording: Wording) -> str:
    """What is owed, as plainly as the ledger knows it.

    Nobody is called better than somebody else here, and a reply that was asked for several times
    is not said to be about the first topic.
    """
    if item.obligation.kind == "replacement":
        return f"a replacement for {wording.name(item.who('culprit'))}"
    if item.obligation.kind == "reply" and len(item.attempts) > 1:
        return f"a reply ({channels_text(item)})"
    return wording.what(item)


def clause(item: Item, wording: Wording) -> str:
    """Who owes whom what, or owed it."""
    words = history.clause(item, wording)
    return words.removesuffix(wording.what(item)) + what(item, wording)


def tries_text(tries: Tries) -> str:
    """Attempts with their days and channels: "3 attempts on 3 days, ...: 2 via phone, 1 ..."."""
    if tries.first is None or tries.last is None:
        return "no attempt"
    attempts = count(len(tries.made), "attempt")
    words = f"{attempts} on {full_day(tries.first)}"
    if tries.days > 1:
        between = f"{full_day(tries.first)} to {full_day(tries.last)}"
        words = f"{attempts} on {count(tries.days, 'day')}, {between}"
    if len(tries.made) == 1:
        return " ".join([words, *via_text(tries.made[0].via)])
    named = [f"{number} via {via}" for via, number in tries.channels.items() if via]
    return f"{words}: {join(named)}" if named else words


def tries_fields(tries: Tries) -> dict[str, object]:
    """The same for a script."""
    return {
        "number": len(tries.made),
        "days": tries.days,
        "first": tries.first,
        "last": tries.last,
        "channels": {via or "other": number for via, number in tries.channels.items()},
    }

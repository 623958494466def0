"""Putting items out of sight until a day, or back in sight; when they are due stays as it is."""

from datetime import date

from netlog.domain.items import is_hidden
from netlog.domain.projection.entries import ChangeDraft, Entry
from netlog.domain.projection.settling import refuse_closed
from netlog.domain.records import Obligation
from netlog.errors import Refused


def snooze(obligation: Obligation, until: date) -> Entry:
    """The entry that hides an open item until a day; the day on which it is said shows it."""
    return Entry(changes=(ChangeDraft(obligation, until, obligation.due_on),))


def refuse_to_snooze(obligation: Obligation, until: date, today: date) -> None:
    """Refuse a day that makes no sense for an item.

    Raises:
        Refused: the day is past, the item is closed, or is to be shown and is not hidden.
    """
    if until < today:
        raise Refused(
            f"{until} is past, so nothing can be hidden until then.",
            "--until names a day from tomorrow on; today shows a snoozed item again.",
        )
    refuse_closed(obligation)
    if until == today and not is_hidden(obligation, today):
        raise Refused(
            f"{obligation.id} is not snoozed, so it need not be shown again.",
            "netlog due --all marks what is snoozed.",
        )

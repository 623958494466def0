"""Putting items out of sight until a day, or back in sight; when they are due stays as it is."""

from collections.abc import Sequence
from datetime import date

from netlog.domain.items import is_hidden
from netlog.domain.projection.entries import Entry, HidingDraft
from netlog.domain.records import Obligation
from netlog.errors import Refused


def snooze(items: Sequence[Obligation], until: date, today: date) -> Entry:
    """The entry that hides open items until a day; until today, it shows hidden ones again.

    Raises:
        Refused: the day is past, one of them is closed, or is to be shown and is not hidden.
    """
    if until < today:
        raise Refused(
            f"{until} is past, so nothing can be hidden until then.",
            "--until names a day from tomorrow on; today shows a snoozed item again.",
        )
    for item in items:
        if item.closed_on is not None:
            raise Refused(
                f"{item.id} was closed on {item.closed_on} already.",
                "netlog due --all lists what is open.",
            )
        if until == today and not is_hidden(item, today):
            raise Refused(
                f"{item.id} is not snoozed, so it need not be shown again.",
                "netlog due --all marks what is snoozed.",
            )
    return Entry(hides=tuple(HidingDraft(item, until) for item in items))

"""Putting items out of sight until a day; when they are due stays as it is."""

from collections.abc import Sequence
from datetime import date

from netlog.domain.entries import Entry, HidingDraft
from netlog.domain.records import Obligation
from netlog.errors import Refused


def snooze(items: Sequence[Obligation], until: date, today: date) -> Entry:
    """The entry that hides open items until a day.

    Raises:
        Refused: the day is not ahead, or one of them is closed.
    """
    if until <= today:
        raise Refused(
            f"{until} is not ahead, so nothing can be hidden until then.",
            "--until names a day from tomorrow on.",
        )
    for item in items:
        if item.closed_on is not None:
            raise Refused(
                f"{item.id} was closed on {item.closed_on} already.",
                "netlog due --all lists what is open.",
            )
    return Entry(hides=tuple(HidingDraft(item, until) for item in items))

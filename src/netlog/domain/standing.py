"""Where an obligation stands: derived from its settlements and today, never stored.

The rules are "Settling" in section 2 of the design.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal

from netlog.domain.records import Obligation, Settlement

Standing = Literal["open", "due", "overdue", "kept", "late", "broken", "waived"]


def standing(obligation: Obligation, settlements: Sequence[Settlement], today: date) -> Standing:
    """Return where `obligation` stands on `today`.

    Args:
        obligation: open, or closed by one of `settlements`.
        settlements: all those of this obligation, in any order.
        today: the day to look from; it matters only while the obligation is open.

    Raises:
        ValueError: the obligation is closed and has no settlements.
    """
    if obligation.closed_on is None:
        return _while_open(days_overdue(obligation, today))
    closing = _closing(settlements)
    if closing.ending != "kept":
        return closing.ending
    return "kept" if closing.settled_on <= obligation.due_on else "late"


def parts_done(settlements: Sequence[Settlement]) -> int:
    """Return how many parts of one obligation were kept, in time or late."""
    return sum(settlement.times for settlement in settlements if settlement.ending == "kept")


def parts_in_time(obligation: Obligation, settlements: Iterable[Settlement]) -> int:
    """Return how many parts of one obligation were kept on or before its due date."""
    in_time = [part for part in settlements if part.settled_on <= obligation.due_on]
    return parts_done(in_time)


def counted_up(settlements: Iterable[Settlement]) -> Iterator[tuple[Settlement, int]]:
    """Return the settlements of one obligation by their days, each with how many parts had come."""
    come = 0
    for settlement in sorted(settlements, key=lambda part: (part.settled_on, part.ordinal)):
        come += parts_done([settlement])
        yield settlement, come


def days_overdue(obligation: Obligation, today: date) -> int:
    """Return the calendar days since the due date; negative while it is not due."""
    return (today - obligation.due_on).days


def _while_open(days: int) -> Standing:
    if days > 0:
        return "overdue"
    return "due" if days == 0 else "open"


def _closing(settlements: Sequence[Settlement]) -> Settlement:
    """Return the one that closed the obligation: the last.

    Parts may be entered with a later date than the word that the rest will not come, but only
    that word closes what is incomplete.
    """
    return max(settlements, key=lambda part: (part.ending != "kept", part.settled_on, part.ordinal))

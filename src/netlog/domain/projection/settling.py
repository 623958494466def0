"""How open obligations end: kept whole or in parts, broken or waived."""

from collections.abc import Iterable
from datetime import date

from netlog.domain.projection.entries import SettlementDraft
from netlog.domain.records import Ending, Obligation, ObligationKind
from netlog.errors import Refused

MOST_PARTS = 1000
ANSWERED_BY_A_WORD: tuple[ObligationKind, ...] = ("reply", "response")


def refuse_parts(times: int) -> None:
    """Refuse a number of parts that nothing can have.

    Raises:
        Refused: it is not from 1 to 1000.
    """
    if not 1 <= times <= MOST_PARTS:
        raise Refused(f"--times goes from 1 to {MOST_PARTS}.")


def refuse_before_it_was_opened(item: Obligation, on: date) -> None:
    """Refuse to settle an item before there was one.

    Raises:
        Refused: it was opened after that day.
    """
    if on < item.opened_on:
        raise Refused(
            f"{item.id} was opened on {item.opened_on}; it cannot be settled before that, on {on}.",
        )


def answers(open_items: Iterable[Obligation]) -> list[Obligation]:
    """The replies and responses among `open_items`, which a word answers."""
    return [item for item in open_items if item.kind in ANSWERED_BY_A_WORD]


def keep(item: Obligation, on: date, via: str = "", note: str = "") -> SettlementDraft:
    """The settlement that keeps the whole rest of an open item (for a single part: all of it)."""
    return settlement(item, "kept", on, left=item.times, via=via, note=note)


def settlement(
    item: Obligation,
    ending: Ending,
    on: date,
    *,
    left: int,
    times: int | None = None,
    via: str = "",
    note: str = "",
) -> SettlementDraft:
    """The settlement of an item, or of some of its parts.

    Args:
        item: the obligation.
        ending: how it ends.
        on: the day of it.
        left: how many of its parts are still to come.
        times: how many parts are settled now; all that are left where None.
        via: the channel, if told.
        note: a remark, if any.

    Raises:
        Refused: it is closed, or has fewer parts left.
    """
    if item.closed_on is not None:
        raise Refused(
            f"{item.id} was closed on {item.closed_on} already.",
            "netlog due --all lists what is open.",
        )
    parts = left if times is None else times
    if parts > left:
        raise Refused(
            f"{item.id} has {left} of {item.times} left, so {parts} cannot be settled.",
            f"netlog done {item.id} settles all that is left.",
        )
    closed_on = on if parts == left else None
    return SettlementDraft(item, ending, on, parts, closed_on, via=via, note=note)

"""How open obligations end: kept whole or in parts, broken or waived."""

from collections.abc import Iterable
from datetime import date

from netlog.domain.projection.entries import SettlementDraft
from netlog.domain.records import Ending, Obligation, ObligationKind
from netlog.errors import Refused, Unreadable

MOST_PARTS = 1000
ANSWERED_BY_A_WORD: tuple[ObligationKind, ...] = ("reply", "response")


def refuse_parts(times: int) -> None:
    """Refuse a number of parts that nothing can have.

    Raises:
        Unreadable: it is not from 1 to 1000.
    """
    if not 1 <= times <= MOST_PARTS:
        raise Unreadable(f"--times goes from 1 to {MOST_PARTS}.")


def refuse_before_it_was_opened(obligation: Obligation, on: date) -> None:
    """Refuse to settle an item before there was one.

    Raises:
        Refused: it was opened after that day.
    """
    if on < obligation.opened_on:
        raise Refused(
            f"{obligation.id} was opened on {obligation.opened_on};"
            f" it cannot be settled before that, on {on}.",
        )


def refuse_closed(obligation: Obligation) -> None:
    """Refuse to settle or hide an item that is settled.

    Raises:
        Refused: it is.
    """
    if obligation.closed_on is not None:
        raise Refused(
            f"{obligation.id} was closed on {obligation.closed_on} already.",
            "netlog due --all lists what is open.",
        )


def answers(obligations: Iterable[Obligation]) -> list[Obligation]:
    """The replies and responses among `obligations`, which a word answers."""
    return [obligation for obligation in obligations if obligation.kind in ANSWERED_BY_A_WORD]


def keep(obligation: Obligation, on: date, via: str = "", note: str = "") -> SettlementDraft:
    """The settlement that keeps the whole rest of an open item (for a single part: all of it)."""
    return settlement(obligation, "kept", on, left=obligation.times, via=via, note=note)


def settlement(
    obligation: Obligation,
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
        obligation: the obligation.
        ending: how it ends.
        on: the day of it.
        left: how many of its parts are still to come.
        times: how many parts are settled now; all that are left where None.
        via: the channel, if told.
        note: a remark, if any.

    Raises:
        Refused: it is closed, or has fewer parts left.
    """
    refuse_closed(obligation)
    parts = left if times is None else times
    if parts > left:
        raise Refused(
            f"{obligation.id} has {left} of {obligation.times} left, so {parts} cannot be settled.",
            f"netlog done {obligation.id} settles all that is left.",
        )
    closed_on = on if parts == left else None
    return SettlementDraft(obligation, ending, on, parts, closed_on, via=via, note=note)

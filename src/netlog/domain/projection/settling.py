"""How open obligations end: kept whole or in parts, broken or waived."""

from collections.abc import Iterable, Sequence
from datetime import date

from netlog.domain.projection.entries import Entry, SettlementDraft
from netlog.domain.records import Ending, Obligation, ObligationKind
from netlog.errors import Refused

ANSWERED_BY_A_WORD: tuple[ObligationKind, ...] = ("reply", "response")


def answers(open_items: Iterable[Obligation], on: date) -> list[Obligation]:
    """The replies and responses among `open_items` that a word said on that day answers."""
    return [item for item in open_items if item.kind in ANSWERED_BY_A_WORD and item.opened_on <= on]


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
    last_part_on: date = date.min,
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
        last_part_on: the latest day on which another part of it came.
        via: the channel, if told.
        note: a remark, if any.

    Raises:
        Refused: it is closed, was opened after that day, or has fewer parts left.
    """
    if item.closed_on is not None:
        raise Refused(
            f"{item.id} was closed on {item.closed_on} already.",
            "netlog due --all lists what is open.",
        )
    if on < item.opened_on:
        raise Refused(
            f"{item.id} was opened on {item.opened_on}; it cannot be settled before that, on {on}.",
        )
    parts = left if times is None else times
    if parts < 1:
        raise Refused("--times starts at 1.")
    if parts > left:
        raise Refused(
            f"{item.id} has {left} of {item.times} left, so {parts} cannot be settled.",
            f"netlog done {item.id} settles all that is left.",
        )
    closed_on = max(on, last_part_on) if parts == left else None
    return SettlementDraft(item, ending, on, parts, closed_on, via=via, note=note)


def acknowledge(
    kind: ObligationKind,
    open_items: Sequence[Obligation],
    on: date,
    *,
    only: int | None = None,
    via: str = "",
    note: str = "",
) -> Entry:
    """A thank-you or an apology: it closes every open one of that kind up to its day.

    Args:
        kind: "thanks" or "apology".
        open_items: what the one who says it owes the one who hears it.
        on: the day it was said.
        only: the id of the one item that it is for.
        via: the channel, if told.
        note: a remark, if any.

    Raises:
        Refused: there is nothing open that it could close.
    """
    of_kind = [item for item in open_items if item.kind == kind]
    due = [item for item in of_kind if item.opened_on <= on and only in (None, item.id)]
    if not due:
        raise _nothing_to_acknowledge(kind, of_kind, on, only)
    return Entry(settles=tuple(keep(item, on, via, note) for item in due))


def _nothing_to_acknowledge(
    kind: ObligationKind, of_kind: Sequence[Obligation], on: date, only: int | None
) -> Refused:
    word = {"thanks": "thank-you", "apology": "apology"}.get(kind, kind)
    if only is not None:
        return Refused(f"{only} is no open {word} between the two.", "netlog due --all lists all.")
    if of_kind:
        return Refused(f"No {word} was owed between the two yet on {on}.", "Is --on right?")
    return Refused(
        f"No {word} is open between the two, so there is nothing to settle.",
        f'One that nobody owed is a word: netlog reach WHO --about "{kind}" --no-due',
    )

"""Keeping in touch: each meeting or outreach, either way, starts the interval anew."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from netlog.domain.dates.days import span
from netlog.domain.projection.entries import ObligationDraft, SettlementDraft
from netlog.domain.projection.settling import keep, settlement
from netlog.domain.projection.terms import LONGEST_TERM, after
from netlog.domain.records import Obligation
from netlog.errors import Unreadable

NO_INTERVALS: Mapping[int, int] = MappingProxyType({})


NEVER = "never"


def read_interval(text: str) -> int | None:
    """The days of an interval such as `6w`; None for `never`.

    Raises:
        Unreadable: neither a number of days or weeks from 1 day to 10 years, nor `never`.
    """
    if text.strip().casefold() == NEVER:
        return None
    days = span(text)
    if not 1 <= days <= LONGEST_TERM:
        raise Unreadable(
            f"An interval goes from 1 day to {LONGEST_TERM} days.", "Write 6w, 90d or never."
        )
    return days


class Renewal(NamedTuple):
    """The touches that a word on some day keeps, and those that it opens."""

    settles: tuple[SettlementDraft, ...] = ()
    opens: tuple[ObligationDraft, ...] = ()


def change(
    me: int,
    contact_id: int,
    days: int | None,
    open_items: Sequence[Obligation],
    last_word_on: date | None,
) -> Renewal:
    """What setting an interval, or dropping it, does to the touch that is open.

    The clock runs from the last word; where there was none, it starts with the first.

    Args:
        me: the owner's contact id.
        contact_id: with whom to be in touch.
        days: how many days apart; None to drop it.
        open_items: what I owe that contact.
        last_word_on: the day of the last meeting or outreach, either way, if there was any.
    """
    dropped = [item for item in open_items if item.kind == "touch"]
    opens: tuple[ObligationDraft, ...] = ()
    if days is not None and last_word_on is not None:
        due = after(last_word_on, days)
        opens = (ObligationDraft("touch", me, contact_id, last_word_on, due),)
    settles = tuple(settlement(one, "waived", one.opened_on, left=1) for one in dropped)
    return Renewal(settles, opens)


def renew(
    on: date, me: int, intervals: Mapping[int, int], open_items: Sequence[Obligation]
) -> Renewal:
    """What a meeting or an outreach does to the intervals of those who were in it.

    Args:
        on: the day of it; one before the interval began changes nothing.
        me: the owner's contact id.
        intervals: the days of each contact in it for whom there is an interval.
        open_items: what is open between me and them.
    """
    touches = {
        item.creditor_id: item
        for item in open_items
        if item.kind == "touch" and item.creditor_id in intervals
    }
    renewed = [one for one in intervals if one not in touches or touches[one].opened_on <= on]
    return Renewal(
        settles=tuple(keep(touches[one], on) for one in renewed if one in touches),
        opens=tuple(
            ObligationDraft("touch", me, one, on, after(on, intervals[one])) for one in renewed
        ),
    )

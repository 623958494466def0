"""Keeping in touch: each word, either way, starts the interval anew.

A word is a meeting or an outreach, or that I say so of the touch itself. Several words on one day
are one, the first.
"""

from datetime import date
from typing import NamedTuple

from netlog.domain.dates.days import span
from netlog.domain.projection.entries import NOTHING, ChangeDraft, Entry, ObligationDraft
from netlog.domain.projection.settling import keep, settlement
from netlog.domain.projection.terms import LONGEST_TERM, after
from netlog.domain.records import Ending, Interval, Obligation
from netlog.errors import Refused, Unreadable

NEVER = "never"


class Word(NamedTuple):
    """The word from which an interval counts: an event, or a statement about its touch."""

    on: date
    event_id: int
    statement_id: int | None = None


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


def touch(me: int, contact_id: int, word: Word, days: int) -> ObligationDraft:
    """The next word that I owe a contact, so many days after the last."""
    return ObligationDraft(
        word.event_id,
        "touch",
        me,
        contact_id,
        word.on,
        after(word.on, days),
        statement_id=word.statement_id,
    )


def renew(
    me: int, contact_id: int, word: Word, days: int | None, open_touch: Obligation | None
) -> Entry:
    """What a meeting or an outreach does to the interval of somebody who was in it.

    Args:
        me: the owner's contact id.
        contact_id: with whom it was.
        word: the event.
        days: how many days apart I mean to be in touch with them; None for no matter.
        open_touch: the word that I owe them.
    """
    if open_touch is not None and open_touch.opened_on == word.on:
        return NOTHING
    settles = () if open_touch is None else (keep(open_touch, word.on),)
    opens = () if days is None else (touch(me, contact_id, word, days),)
    return Entry(opens=opens, settles=settles)


def say(open_touch: Obligation, ending: Ending, word: Word, days: int | None, note: str) -> Entry:
    """What is said of a touch itself: it ends so, and the next counts from that day."""
    end = settlement(open_touch, ending, word.on, left=1, note=note)
    following = (
        () if days is None else (touch(open_touch.debtor_id, open_touch.creditor_id, word, days),)
    )
    return Entry(opens=following, settles=(end,))


def is_said_already(open_touch: Obligation, ending: Ending, on: date) -> bool:
    """Whether it is a word on the day of the last one: several words on one day are one."""
    return ending == "kept" and on == open_touch.opened_on


def refuse_same_day(open_touch: Obligation, ending: Ending, on: date) -> None:
    """Refuse a word on the day of the last one, since they are one.

    Raises:
        Refused: it is the same day.
    """
    if is_said_already(open_touch, ending, on):
        raise Refused(
            f"{open_touch.id} counts from {on}: several words on one day are one.",
            "--on says on which later day you were in touch.",
        )


def change(me: int, interval: Interval, open_touch: Obligation | None, word: Word | None) -> Entry:
    """What another interval does: the open touch is due otherwise, or goes.

    The clock runs from the last word; where there was none, it starts with the first. Nothing is
    due by it before the day on which it was said; what was due before that by another one stays so.

    Args:
        me: the owner's contact id.
        interval: with whom to be in touch, and how many days apart from a day on.
        open_touch: the word that I owe them.
        word: the last word, either way, if there was any.
    """
    days, said_on = interval.days, interval.since_on
    if days is None:
        return NOTHING if open_touch is None else Entry(drops=(open_touch,))
    if open_touch is not None:
        earliest = min(open_touch.due_on, said_on)
        due_on = max(after(open_touch.opened_on, days), earliest)
        return Entry(changes=(ChangeDraft(open_touch, open_touch.hidden_until, due_on),))
    if word is None:
        return NOTHING
    following = touch(me, interval.contact_id, word, days)
    return Entry(opens=(following._replace(due_on=max(following.due_on, said_on)),))

"""The introductions of a chronology, and what came of each: attempts, an answer, problems."""

from collections.abc import Iterator
from datetime import date

from netlog.domain.chronology.chronology import Chronology
from netlog.domain.chronology.follow_up import FollowUp
from netlog.domain.history import Happening
from netlog.domain.items import Item
from netlog.domain.wording import Wording, capital, count, times
from netlog.render.chronology.paper import Entry, Section
from netlog.render.chronology.words import (
    day_of,
    days_after,
    due_day,
    full_day,
    tries_fields,
    tries_text,
    what,
)
from netlog.render.fields import introduction_fields


def section(shown: Chronology, wording: Wording) -> Section:
    """All introductions."""
    entries = [_introduction(follow_up, wording) for follow_up in shown.follow_ups]
    return Section("introductions", "Introductions", entries)


def _introduction(follow_up: FollowUp, wording: Wording) -> Entry:
    """Who introduced whom to whom, when, and for which fee; and what came of it."""
    event, who = follow_up.introduction.event, follow_up.who
    sentence = wording.event(event, follow_up.introduction.parties)
    fee = f", fee {wording.money(event.fee)}" if event.fee else ""
    return Entry(
        follow_up.key,
        f"{sentence} on {day_of(event)}{fee}.",
        more=[] if event.undated else list(_came(follow_up, wording)),
        fields={
            **introduction_fields(event, who, wording),
            "attempts": tries_fields(follow_up.tries),
            "days_to_first_attempt": follow_up.days_to_first_try,
            "answered_on": follow_up.answered_on,
            "answer_day_known": follow_up.answer_day_known,
            "days_without_answer": follow_up.days_without_answer,
            "counted_to": follow_up.until,
            "happy_on": follow_up.happy_on,
            "problems": [f"e{problem.event.id}" for problem in follow_up.problems],
        },
    )


def _came(follow_up: FollowUp, wording: Wording) -> Iterator[str]:
    if follow_up.other is None:
        yield from _asked(follow_up, wording)
    else:
        yield from _reached(follow_up, wording.name(follow_up.other), wording)
    if follow_up.happy_on is not None:
        yield f"Both sides were happy, as noted on {full_day(follow_up.happy_on)}."
    for problem in follow_up.problems:
        yield from _problem(problem, follow_up, wording)


def _reached(follow_up: FollowUp, other: str, wording: Wording) -> Iterator[str]:
    """How I tried to reach the other one, and whether there was an answer."""
    first, days = follow_up.tries.first, follow_up.days_to_first_try
    if days is not None:
        later = f"{count(days, 'day')} later" if days else "the same day"
        yield f"First attempt to reach {other}: {later}."
        yield f"{tries_text(follow_up.tries)}."
    elif follow_up.answered_on is None:
        yield f"No attempt to reach {other} is on record."
    if follow_up.answered_on is not None:
        who, whom = (wording.my_name, f" {other}") if follow_up.is_mine else (other, "")
        yield _answer(follow_up, follow_up.answered_on, who, whom, first)
    elif follow_up.days_without_answer is not None:
        waited, until = count(follow_up.days_without_answer, "day"), full_day(follow_up.until)
        noted = ", when the problem was noted" if follow_up.problems else ""
        yield f"No answer for {waited}, from the first attempt until {until}{noted}."


def _asked(follow_up: FollowUp, wording: Wording) -> Iterator[str]:
    """How often I asked the one who waits, and whether the other answered."""
    first = follow_up.who.first
    who, whom = wording.name(first), wording.name(follow_up.who.other(first))
    if follow_up.tries.last is not None:
        often, last = len(follow_up.tries.made), f"on {full_day(follow_up.tries.last)}"
        when = last if often == 1 else f"{times(often)}, last {last}"
        yield f"Asked {whom} {when}: nothing from {who} yet."
    if follow_up.answered_on is None:
        yield f"No answer of {who} to {whom} is on record."
    else:
        yield _answer(follow_up, follow_up.answered_on, who, f" {whom}", None)


def _answer(follow_up: FollowUp, day: date, who: str, whom: str, tried: date | None) -> str:
    """When somebody answered, seen from the first attempt or else from the introduction."""
    if not follow_up.answer_day_known:
        return f"{capital(who)} had answered{whom} by {full_day(day)}."
    since = "first attempt" if tried else "introduction"
    return f"{capital(who)} answered{whom} {days_after(day, tried or follow_up.who.on, since)}."


def _problem(problem: Happening, follow_up: FollowUp, wording: Wording) -> Iterator[str]:
    sentence = wording.event(problem.event, problem.parties)
    noted = days_after(problem.event.happened_on, follow_up.who.on, "introduction")
    yield f"{sentence}, noted {noted}."
    for item in problem.items:
        due = due_day(item.obligation.due_on)
        yield capital(f"{what(item, wording)}: due {due}, {_amends(item, wording)}.")


def _amends(item: Item, wording: Wording) -> str:
    closed = item.obligation.closed_on
    if closed is None:
        return f"none on record by {full_day(wording.today)}"
    words = {"kept": "given", "broken": "marked as broken", "waived": "waived"}
    return f"{words[item.settlements[-1].ending]} on {full_day(closed)}"

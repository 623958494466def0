"""What the facts and figures of a chronology are in words: no word of praise or blame among them.

Each day has its year, and I am called by my name where it is known, because somebody else reads it.
"""

from collections.abc import Iterator
from datetime import date

from netlog.domain.chronology.chronology import Wait
from netlog.domain.chronology.follow_up import FollowUp, Tries, Try
from netlog.domain.dates.days import day_text, weekday_text
from netlog.domain.history import Happening
from netlog.domain.items import Item
from netlog.domain.standing import days_overdue
from netlog.domain.wording import Wording, capital, channels_text, count, join, times

_OF_ANOTHER_YEAR = date.min


def full_day(day: date) -> str:
    """A day that stays clear for years: "Mon 5 Jan 2026"."""
    return weekday_text(day, _OF_ANOTHER_YEAR)


def due_day(day: date) -> str:
    """A due day, which needs no weekday: "7 Jan 2026"."""
    return day_text(day, _OF_ANOTHER_YEAR)


def heading(follow_up: FollowUp, wording: Wording) -> str:
    """Who introduced whom to whom, when, and for which fee."""
    happening = follow_up.introduction
    told = f"{wording.event(happening.event, happening.parties)} on {full_day(follow_up.who.on)}"
    fee = happening.event.fee
    return f"{told}, fee {wording.money(fee)}." if fee else f"{told}."


def follow_up_sentences(one: FollowUp, wording: Wording) -> list[str]:
    """What came of an introduction, in sentences."""
    told = _reached(one, wording) if one.other is not None else _asked(one, wording)
    if one.happy_on is not None:
        told.append(f"Both sides were happy, as noted on {full_day(one.happy_on)}.")
    for problem in one.problems:
        told += _problem(problem, one, wording)
    return told


def _reached(one: FollowUp, wording: Wording) -> list[str]:
    other = wording.name(one.other or 0)
    told = []
    if one.days_to_first_try is not None:
        told = [
            f"First attempt to reach {other}: {_later(one.days_to_first_try)}.",
            f"{tries_text(one.tries)}.",
        ]
    elif one.answered_on is None:
        told = [f"No attempt to reach {other} is on record."]
    if one.answered_on is not None and not one.answer_day_known:
        told.append(f"{capital(other)} had answered by {full_day(one.answered_on)}.")
    elif one.answered_on is not None:
        begin, since = one.tries.first or one.who.on, "first attempt"
        since = since if one.tries.first else "introduction"
        told.append(f"{capital(other)} answered {_on(one.answered_on, begin, since)}.")
    elif one.days_without_answer is not None:
        told.append(
            f"No answer for {count(one.days_without_answer, 'day')},"
            f" from the first attempt until {_until(one)}."
        )
    return told


def _asked(one: FollowUp, wording: Wording) -> list[str]:
    client, provider = wording.name(one.who.client), wording.name(one.who.provider)
    told = []
    if one.tries.last is not None:
        often = len(one.tries.made)
        last = f"on {full_day(one.tries.last)}"
        when = f" {last}" if often == 1 else f" {times(often)}, last {last}"
        told = [f"Asked {client}{when}: nothing from {provider} yet."]
    if one.answered_on is None:
        told.append(f"No answer of {provider} to {client} is on record.")
    elif one.answer_day_known:
        when = _on(one.answered_on, one.who.on, "introduction")
        told.append(f"{capital(provider)} answered {client} {when}.")
    else:
        when = full_day(one.answered_on)
        told.append(f"{capital(provider)} had answered {client} by {when}.")
    return told


def _until(one: FollowUp) -> str:
    day = full_day(one.until)
    return f"{day}, when the problem was noted" if one.problems else day


def _later(days: int) -> str:
    return "the same day" if days == 0 else f"{count(days, 'day')} later"


def _on(day: date, begin: date, since: str) -> str:
    days = (day - begin).days
    after = f"{count(days, 'day')} after the {since}" if days else f"the day of the {since}"
    return f"on {full_day(day)}, {after}"


def _problem(problem: Happening, one: FollowUp, wording: Wording) -> Iterator[str]:
    event = problem.event
    told = wording.event(event, problem.parties)
    yield f"{told}, noted {_on(event.happened_on, one.who.on, 'introduction')}."
    for item in problem.items:
        yield capital(f"{what(item, wording)}: {_came(item, wording)}.")


def _came(item: Item, wording: Wording) -> str:
    closed, due = item.obligation.closed_on, due_day(item.obligation.due_on)
    if closed is None:
        return f"due {due}, none on record by {full_day(wording.today)}"
    words = {"kept": "given", "broken": "marked as broken", "waived": "waived"}
    return f"due {due}, {words[item.settlements[-1].ending]} on {full_day(closed)}"


def what(item: Item, wording: Wording) -> str:
    """What is owed, as plainly as the ledger knows it.

    Nobody is called better than somebody else here, and a reply that was asked for several times
    is not said to be about the first topic.
    """
    if item.obligation.kind == "replacement":
        return f"a replacement for {wording.name(item.who('culprit'))}"
    if item.obligation.kind == "reply" and len(item.attempts) > 1:
        return f"a reply ({channels_text(item)})"
    return wording.what(item)


def clause(item: Item, wording: Wording) -> str:
    """Who owes whom what, or owed it."""
    closed = item.obligation.closed_on is not None
    told = wording.owed(item) if closed else wording.owes(item)
    return told.removesuffix(wording.what(item)) + what(item, wording)


def tries_text(tries: Tries) -> str:
    """Attempts with their days and channels: "3 attempts on 3 days, ...: 2 via phone, 1 ..."."""
    if tries.first is None or tries.last is None:
        return "no attempt"
    attempts = count(len(tries.made), "attempt")
    told = f"{attempts} on {full_day(tries.first)}"
    if tries.days > 1:
        between = f"{full_day(tries.first)} to {full_day(tries.last)}"
        told = f"{attempts} on {count(tries.days, 'day')}, {between}"
    if len(tries.made) == 1:
        return " ".join([told, *via_text(tries.made[0].via)])
    named = [f"{number} via {via}" for via, number in tries.channels.items() if via]
    return f"{told}: {join(named)}" if named else told


def wait_sentences(wait: Wait, wording: Wording) -> list[str]:
    """Who waited for a reply of whom, and how long; each attempt where it has its own words."""
    owed, about = wait.item.obligation, wait.tries.about
    told = f"{wording.name(owed.creditor_id)} to {wording.name(owed.debtor_id)}"
    told = f'{told}, about "{about}"' if about else told
    ended = f"No answer for {count(wait.days, 'day')}, until {full_day(wait.until)}."
    if wait.answered_on is not None:
        begin = wait.tries.first or owed.opened_on
        ended = f"Answered {_on(wait.answered_on, begin, 'first attempt')}."
    elif owed.closed_on is not None:
        ended = f"Closed on {full_day(owed.closed_on)} without an answer."
    return [f"{capital(told)}: {tries_text(wait.tries)}.", *_each_try(wait), ended]


def _each_try(wait: Wait) -> Iterator[str]:
    """The attempts one by one, where the first line does not tell them whole."""
    topic = wait.tries.about
    if any(one.note or one.about != topic for one in wait.listed):
        for one in wait.listed:
            yield f"{_try_text(one, '' if topic else one.about)}."


def _try_text(one: Try, about: str) -> str:
    told = [" ".join([full_day(one.on), *via_text(one.via)])]
    told += [f'about "{about}"'] * bool(about)
    told += [f'noted: "{one.note}"'] * bool(one.note)
    return ", ".join(told)


def via_text(via: str) -> list[str]:
    """The channel as a part of a line; none where none was told."""
    return [f"via {via}"] if via else []


def open_text(item: Item, wording: Wording) -> str:
    """What is open, since when, due by when, and how long ago that was."""
    owed = item.obligation
    told = f"{capital(clause(item, wording))}, since {full_day(owed.opened_on)}"
    late = days_overdue(owed, wording.today)
    ago = f", {count(late, 'day')} ago" if late > 0 else ""
    return f"{told}; due {due_day(owed.due_on)}{ago}"

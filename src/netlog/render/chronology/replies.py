"""The replies of a chronology: who waited for whom, and how long."""

from collections.abc import Iterator

from netlog.domain.chronology.chronology import Chronology, Wait
from netlog.domain.chronology.follow_up import Try
from netlog.domain.wording import Wording, capital, count
from netlog.render.chronology.paper import Entry, Section
from netlog.render.chronology.words import (
    days_after,
    full_day,
    tries_fields,
    tries_text,
    via_text,
)
from netlog.render.fields import item_fields


def section(shown: Chronology, wording: Wording) -> Section:
    """All replies that one side waited for."""
    return Section("replies", "Replies", [_reply(wait, wording) for wait in shown.waits])


def _reply(wait: Wait, wording: Wording) -> Entry:
    """Who waited for a reply of whom, and how long; each attempt where it has its own words."""
    owed, about = wait.item.obligation, wait.tries.about
    whom = f"{wording.name(owed.creditor_id)} to {wording.name(owed.debtor_id)}"
    topic = f', about "{about}"' if about else ""
    return Entry(
        str(owed.id),
        f"{capital(whom)}{topic}: {tries_text(wait.tries)}.",
        more=[*_each_try(wait), _ended(wait)],
        fields=item_fields(
            wait.item,
            wording,
            "id event creditor debtor about attempts tries answered_on days",
            about=about,
            attempts=tries_fields(wait.tries),
            tries=[
                {"on": attempt.on, "via": attempt.via, "about": attempt.about, "note": attempt.note}
                for attempt in wait.listed
            ],
            answered_on=wait.answered_on,
            days=wait.days,
        ),
    )


def _ended(wait: Wait) -> str:
    opened, closed = wait.item.obligation.opened_on, wait.item.obligation.closed_on
    if wait.answered_on is not None:
        begin = wait.tries.first or opened
        return f"Answered {days_after(wait.answered_on, begin, 'first attempt')}."
    if closed is not None:
        return f"Closed on {full_day(closed)} without an answer."
    return f"No answer for {count(wait.days, 'day')}, until {full_day(wait.until)}."


def _each_try(wait: Wait) -> Iterator[str]:
    """The attempts one by one, where the first line does not tell them whole."""
    topic = wait.tries.about
    if any(attempt.note or attempt.about != topic for attempt in wait.listed):
        yield from (f"{_try(attempt, '' if topic else attempt.about)}." for attempt in wait.listed)


def _try(attempt: Try, about: str) -> str:
    words = [" ".join([full_day(attempt.on), *via_text(attempt.via)])]
    words += [f'about "{about}"'] if about else []
    words += [f'noted: "{attempt.note}"'] if attempt.note else []
    return ", ".join(words)

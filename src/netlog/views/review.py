"""What came of a week or a month, beside as many days before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from netlog.config import Settings
from netlog.domain.due import most_urgent_first
from netlog.domain.money import total
from netlog.domain.names import Names
from netlog.domain.records import Obligation
from netlog.domain.report.review import (
    FIGURES,
    OPEN,
    Business,
    Entry,
    Figure,
    Line,
    Period,
    business,
    period,
)
from netlog.ledger.read.facts import vouchers
from netlog.ledger.read.items import items
from netlog.ledger.read.records import by_id
from netlog.ledger.read.review import first, number
from netlog.ledger.read.worth import worth_of
from netlog.views.reader import Reader, reading

_CONTACTS = ("met", "you_thanked", "they_thanked")
_EVENTS = ("given", "received", "problems")
_MOST = 200  # of what a figure counts that are named
_WORTH = ("worth_to_you", "worth_to_others")


@dataclass(frozen=True, slots=True)
class Review:
    """The figures of a period, each with the first of what it counts."""

    period: Period
    names: Names
    lines: Sequence[Line]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell, neither of the period nor of the one before."""
        return not any(line.number or line.before for line in self.lines)


def review(settings: Settings, since: date | None = None, until: date | None = None) -> Review:
    """The review of the days from `since` to `until`.

    Args:
        settings: the settings.
        since: the first day; None for a week.
        until: the last day; None for today.

    Raises:
        NoLedgerYet, LedgerUnusable: there is no ledger, or it cannot be used.
    """
    days = period(settings.today, since, until)
    with reading(settings) as ledger:
        lines = [_line(ledger, figure, days) for figure in FIGURES]
        named = {contact for line in lines for entry in line.entries for contact in _named(entry)}
        return Review(days, ledger.names(named), lines)


def _line(ledger: Reader, figure: Figure, days: Period) -> Line:
    connection, me = ledger.connection, ledger.me
    if figure in _WORTH:
        now, before = (_business(ledger, figure, each) for each in (days, days.before))
        sums = (total([each.amount for each in known]) for known in (now, before))
        return Line(figure, len(now), len(before), now[:_MOST], *sums)
    return Line(
        figure,
        number(connection, figure, me, days),
        number(connection, figure, me, days.before),
        _entries(ledger, figure, first(connection, figure, me, days, _MOST)),
    )


def _business(ledger: Reader, figure: Figure, days: Period) -> list[Business]:
    """What was said to have come of introductions; that is never much."""
    ids = first(ledger.connection, figure, ledger.me, days, -1)
    known = vouchers(ledger.connection, ids)
    said = worth_of(ledger.connection, ids)
    return business(said, {key: known[key] for key in ids}, days)


def _entries(ledger: Reader, figure: Figure, ids: Sequence[int]) -> Sequence[Entry]:
    if figure in _CONTACTS:
        return ids
    if figure in _EVENTS:
        known = vouchers(ledger.connection, ids)
        return [known[key] for key in ids]
    owed = by_id(ledger.connection, Obligation, ids)
    entries = items(ledger.connection, [owed[key] for key in ids])
    return most_urgent_first(entries) if figure in OPEN else entries


def _named(entry: Entry) -> frozenset[int]:
    if isinstance(entry, int):
        return frozenset({entry})
    return entry.introduction.contacts if isinstance(entry, Business) else entry.contacts

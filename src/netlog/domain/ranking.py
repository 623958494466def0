"""Everybody with a record, the most reliable first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from netlog.domain.report import Report

RECENT_DAYS = 90


@dataclass(frozen=True, slots=True)
class Ranked:
    """One line of the ranking."""

    report: Report
    last_contact: date | None
    recent_introductions: int


def ranked(lines: Iterable[Ranked]) -> list[Ranked]:
    """The lines by the cautious end of the score, so that one good deed beats no long record."""
    return sorted(lines, key=lambda line: (-line.report.score.low, line.report.dossier.contact.key))


def recent_introductions(report: Report, today: date) -> int:
    """How many introductions they were in, or gave, in the last 90 days."""
    introductions = report.dossier.introductions
    return sum((today - one.event.happened_on).days <= RECENT_DAYS for one in introductions)

"""Who weighs what in the report on an organisation."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from math import fsum
from typing import NamedTuple

from netlog.domain.report.dossier import Dossier, Report
from netlog.domain.score.credit import Evidence


class Part(NamedTuple):
    """What one contact adds to the score of their organisation: lines, weight for and against."""

    contact_id: int
    lines: int
    credit: float
    debit: float


def by_person(report: Report, names: Mapping[int, str]) -> tuple[Part, ...]:
    """The score's evidence, divided among an organisation and its people; the weightiest first.

    Each line is one contact's, so that the parts add up to the score's two sums. Of equals, the
    name decides.

    Args:
        report: on an organisation.
        names: of it and its people, by contact id.

    Returns:
        One part for each of them, also for those without a line; none where there are no people.
    """
    dossier = report.dossier
    if len(dossier.members) == 1:
        return ()
    lines: dict[int, list[Evidence]] = defaultdict(list)
    for line, contact_id in zip(report.evidence, whose(report), strict=True):
        lines[contact_id].append(line)
    parts = (_part(contact_id, lines[contact_id]) for contact_id in dossier.members)
    return tuple(
        sorted(parts, key=lambda part: (-part.credit - part.debit, names[part.contact_id]))
    )


def whose(report: Report) -> list[int]:
    """The contact that each line of a report's evidence is about.

    An obligation is its debtor's; a problem is that of the one it is with, else of who introduced
    that one.
    """
    debtors = {item.obligation.id: item.obligation.debtor_id for item in report.dossier.owed}
    blamed = dict(_blamed(report.dossier))
    return [
        blamed[line.event_id] if line.obligation_id is None else debtors[line.obligation_id]
        for line in report.evidence
    ]


def _blamed(dossier: Dossier) -> Iterator[tuple[int, int]]:
    """The problems by their event ids, each with the one of them that it is counted against."""
    for introduction in dossier.introductions:
        for problem, role in introduction.problem_roles(dossier.members):
            culprit = role == "culprit"
            yield problem.event.id, problem.culprit if culprit else introduction.who.introducer


def _part(contact_id: int, lines: list[Evidence]) -> Part:
    return Part(
        contact_id=contact_id,
        lines=len(lines),
        credit=fsum(line.credit for line in lines),
        debit=fsum(line.debit for line in lines),
    )

"""Why a report says what it says, in plain words."""

from collections.abc import Iterator, Mapping

from netlog.domain.credit import Evidence
from netlog.domain.introductions import KnownIntroduction, KnownProblem
from netlog.domain.items import CHECK_INS, Item
from netlog.domain.report import Report
from netlog.render.wording import Wording, count, join

MOST_REASONS = 8


def reasons(report: Report, wording: Wording) -> list[str]:
    """The sentences behind a verdict, the weightiest first; at most eight."""
    items = {item.obligation.id: item for item in report.dossier.owed}
    problems = {
        problem.event.id: (problem, introduction)
        for introduction in report.dossier.introductions
        for problem in introduction.problems
    }
    against = [one for one in report.evidence if one.debit > 0]
    told = [_against(one, items, problems, report, wording) for one in against]
    told += [_made_good(problem, wording) for problem in report.made_good]
    told += _waiting(report, wording)
    told += [_unasked(items[one], wording) for one in sorted(report.dossier.unasked)]
    told += _kept(report, items)
    return told[:MOST_REASONS] or ["Nothing speaks for or against them yet."]


def _against(
    evidence: Evidence,
    items: Mapping[int, Item],
    problems: Mapping[int, tuple[KnownProblem, KnownIntroduction]],
    report: Report,
    wording: Wording,
) -> str:
    if evidence.obligation_id is None:
        return _problem(*problems[evidence.event_id], report, wording)
    item = items[evidence.obligation_id]
    due, ended = wording.day(evidence.due_on), _ended(evidence, item, wording)
    return f"{_owed(item, wording)} by {due}; {ended}."


def _owed(item: Item, wording: Wording) -> str:
    creditor = wording.name(item.obligation.creditor_id)
    if item.obligation.kind == "promise":
        return f'Promised "{item.event.about}"'
    if item.obligation.kind in CHECK_INS:
        return f"Was to {wording.asking(item)}"
    return f"Owed {creditor} {wording.what(item)}"


def _ended(evidence: Evidence, item: Item, wording: Wording) -> str:
    if evidence.standing == "overdue":
        late = count((wording.today - evidence.due_on).days, "day")
        return f"{_so_far(item)} ({late} overdue)"
    if evidence.standing == "broken":
        return f"{_so_far(item)}, the rest will not" if item.done else "it will not come"
    settled = evidence.settled_on
    if settled is None or settled <= evidence.due_on:
        return "a part of it came late"
    late = count((settled - evidence.due_on).days, "day")
    return f"came on {wording.day(settled)}, {late} late"


def _so_far(item: Item) -> str:
    if item.obligation.kind in CHECK_INS:
        return "not asked yet"
    return f"{item.done} of {item.obligation.times} came" if item.done else "none came"


def _problem(
    problem: KnownProblem, introduction: KnownIntroduction, report: Report, wording: Wording
) -> str:
    day, what = wording.day(problem.event.happened_on), problem.event.about
    if problem.culprit in report.dossier.members:
        return f'A problem on {day}: "{what}".'
    culprit = wording.name(problem.culprit)
    made = wording.day(introduction.event.happened_on)
    return f'Introduced {culprit} on {made}: "{what}". It is not made up for.'


def _made_good(problem: KnownProblem, wording: Wording) -> str:
    return f"The problem with {wording.name(problem.culprit)} was made up for."


def _waiting(report: Report, wording: Wording) -> Iterator[str]:
    unanswered = report.unanswered
    if unanswered.attempts:
        number = count(len(unanswered.attempts), "attempt")
        days = count(unanswered.days_waiting(wording.today), "day")
        named = [f"{times} by {via}" for via, times in unanswered.channels.items() if via]
        told = f" ({join(named)})" if named else ""
        yield f"{number} to reach them{told}, no answer for {days}."


def _unasked(item: Item, wording: Wording) -> str:
    client = wording.name(item.obligation.creditor_id)
    return f"Whether {client} got {wording.what(item)} is not known: nobody asked yet."


def _kept(report: Report, items: Mapping[int, Item]) -> Iterator[str]:
    kept = [
        items[one.obligation_id].obligation.kind
        for one in report.evidence
        if one.standing == "kept" and one.obligation_id is not None
    ]
    if kept:
        kinds = join(sorted(set(kept)))
        settled = sum(one.obligation_id is not None for one in report.evidence)
        yield f"Kept in time: {len(kept)} of {settled} ({kinds})."

"""Why a report says what it says, in plain words."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from netlog.domain.items import CHECK_INS, Item
from netlog.domain.records import Attempt
from netlog.domain.report.dossier import Report
from netlog.domain.report.introductions import KnownIntroduction, KnownProblem
from netlog.domain.score.credit import Evidence
from netlog.domain.standing import Standing, parts_in_time
from netlog.domain.text import join
from netlog.domain.wording import Wording, capital, count, times
from netlog.render.attempts import waiting_sentence
from netlog.render.came_of import brought, them, went
from netlog.render.forms.values import few
from netlog.render.record import KINDS

MOST_AGAINST = 6
_MOST_KINDS = 4
_TELLING: tuple[Standing, ...] = ("kept", "late", "broken", "overdue")


def reasons(report: Report, wording: Wording) -> list[str]:
    """The sentences behind a verdict: first what speaks against them, the weightiest first.

    Of that there are at most six, and how many more there are; then what came of problems,
    attempts and introductions, and last what was kept.
    """
    sentences = [
        *_against(report, wording),
        *_made_good(report, wording),
        waiting_sentence(report, wording),
        *_unasked(report, wording),
        *brought(report, wording),
        *went(report, wording),
        *_kept(report),
    ]
    return list(filter(None, sentences)) or [f"Nothing speaks for or against {them(report)} yet."]


def _against(report: Report, wording: Wording) -> list[str]:
    shown, left_out = report.against(MOST_AGAINST)
    items, problems = report.dossier.items, report.dossier.problems
    sentences = [
        _problem(*problems[line.event_id], report, wording)
        if line.obligation_id is None
        else _failed(line, items[line.obligation_id], report, wording)
        for line in shown
    ]
    more = [f"and {left_out} more, in the evidence."] if left_out else []
    return [*sentences, *more]


def _failed(evidence: Evidence, item: Item, report: Report, wording: Wording) -> str:
    due, ended = wording.day(evidence.due_on), _ended(evidence, item, wording)
    if item.obligation.kind in CHECK_INS:
        asking = wording.what(replace(item, attempts=()))
        question = asking.removeprefix("ask ")
        several = len(report.dossier.members) > 1
        was = "were" if several and item.obligation.debtor_id == wording.me else "was"
        doing = f"{was} to ask {wording.who(item)} by {due} {question}"
    elif item.obligation.kind == "promise":
        doing = f'promised "{item.event.about}" by {due}'
    else:
        creditor = wording.name(item.obligation.creditor_id)
        doing = f"owed {creditor} {wording.what(item)} by {due}"
    return f"{_doer(item.obligation.debtor_id, doing, report, wording)}; {ended}."


def _doer(contact_id: int, doing: str, report: Report, wording: Wording) -> str:
    """What somebody did; with who it was where that can be several."""
    if len(report.dossier.members) == 1:
        return capital(doing)
    return capital(f"{wording.name(contact_id)} {doing}")


def _ended(evidence: Evidence, item: Item, wording: Wording) -> str:
    if evidence.standing == "overdue":
        late = count((wording.today - evidence.due_on).days, "day")
        return f"{_so_far(item, wording)} ({late} overdue)"
    if evidence.standing == "broken":
        if item.obligation.kind in CHECK_INS:
            return "given up"
        return f"{_so_far(item, wording)}, the rest will not" if item.done else "it will not come"
    settled = evidence.settled_on
    if settled is None or settled <= evidence.due_on:
        return "a part of it came late"
    came = _asking_ended(item) if item.obligation.kind in CHECK_INS else "came on"
    late = count((settled - evidence.due_on).days, "day")
    in_time = parts_in_time(item.obligation, item.settlements)
    if in_time:
        parts = f"{in_time} of {item.obligation.times} in time"
        return f"{parts}, the last on {wording.day(settled)}, {late} late"
    return f"{came} {wording.day(settled)}, {late} late"


def _asking_ended(item: Item) -> str:
    """How a question ended, before the day: by an event, such as a problem, nobody asked it."""
    if any(settlement.event_id is not None for settlement in item.settlements):
        return "open until"
    return "last asked on" if item.attempts else "asked on"


def _so_far(item: Item, wording: Wording) -> str:
    if item.obligation.kind in CHECK_INS:
        return _asked(item.attempts, wording)
    return f"{item.done} of {item.obligation.times} came" if item.done else "none came"


def _asked(attempts: tuple[Attempt, ...], wording: Wording) -> str:
    if not attempts:
        return "not asked yet"
    last = wording.day(max(attempt.made_on for attempt in attempts))
    often = len(attempts)
    when = f"on {last}" if often == 1 else f"last on {last}"
    return f"asked {times(often)}, {when}, and it is still open"


def _problem(
    problem: KnownProblem, introduction: KnownIntroduction, report: Report, wording: Wording
) -> str:
    day, what = wording.day(problem.event.happened_on), problem.event.about
    culprit, introducer = wording.name(problem.culprit), wording.name(introduction.who.introducer)
    if problem.culprit in report.dossier.members:
        whose = f" with {culprit}" if len(report.dossier.members) > 1 else ""
        amends = f"; {introducer} made up for it" if problem.recovered else ""
        return f'A problem{whose} on {day}: "{what}"{amends}.'
    made = wording.day_of(introduction.event)
    did = _doer(introduction.who.introducer, f"introduced {culprit} on {made}", report, wording)
    return f'{did}: "{what}". It is not made up for.'


def _made_good(report: Report, wording: Wording) -> Iterator[str]:
    problems, culprits = report.dossier.problems, defaultdict(list)
    for problem in report.made_good:
        introducer = problems[problem.event.id][1].who.introducer
        culprits[introducer].append(wording.name(problem.culprit))
    for introducer, names in culprits.items():
        which = "the problem" if len(names) == 1 else "problems"
        yield f"{_doer(introducer, f'made up for {which} with {few(names)}', report, wording)}."


def _unasked(report: Report, wording: Wording) -> Iterator[str]:
    """What is not known."""
    still, noted = report.dossier.unasked_items
    if still:
        yield f"{_whether_answered(still, wording)} is not known: nobody asked yet."
    if noted:
        event = f"e{noted[0].event.id}" if len(noted) == 1 else "EVENT"
        typed = f"netlog check {event} --responded --on DAY"
        yield f"{_whether_answered(noted, wording)} is not on record; if one came: {typed}"


def _whether_answered(items: list[Item], wording: Wording) -> str:
    clients = [wording.name(item.obligation.creditor_id) for item in items]
    if len(items) == 1:
        return f"Whether {clients[0]} got {wording.what(items[0])}"
    return f"Whether {few(clients)} got their answers"


def _kept(report: Report) -> Iterator[str]:
    record = report.record
    counted = sum(counts.get(how, 0) for counts in record.values() for how in _TELLING)
    kept = {kind: counts["kept"] for kind, counts in record.items() if counts.get("kept")}
    if kept:
        kinds = [words for kind, words in KINDS.items() if kind in kept]
        what = f" ({join(kinds)})" if len(kinds) <= _MOST_KINDS else ""
        yield f"Kept in time: {sum(kept.values())} of {counted}{what}."

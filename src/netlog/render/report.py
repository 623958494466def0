"""The report on one contact, and the ranking of all of them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from netlog.domain.credit import Evidence, Score, Verdict
from netlog.domain.introductions import KnownIntroduction, KnownProblem
from netlog.domain.records import ObligationKind
from netlog.domain.report import Counts, Report
from netlog.domain.trend import by_month
from netlog.render.attempts import attempts_json
from netlog.render.by_person import by_person_json, by_person_section
from netlog.render.columns import aligned
from netlog.render.lines import on_terminal
from netlog.render.pictures import score_bar, two_years
from netlog.render.reasons import reasons
from netlog.render.reciprocity import (
    reciprocity_json,
    reciprocity_lines,
    reciprocity_section,
)
from netlog.render.record import introduced, obligations
from netlog.render.referrers import as_referrer, referrer_json
from netlog.render.sink import document, say, say_json, show, visible
from netlog.render.what_if import changes_json, what_would_change
from netlog.render.wording import Wording

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

    from netlog.domain.what_if import Change

_STYLES: dict[Verdict, str] = {
    "refer": "bold green",
    "with care": "bold yellow",
    "hold off": "bold red",
    "unknown": "bold",
}
MOST_INTRODUCTIONS = 10
MOST_EVIDENCE = 100  # on a terminal
_RIGHT_IN_EVIDENCE = (0, 3)
_STANDINGS = (
    ("on time", "kept"),
    ("late", "late"),
    ("broken", "broken"),
    ("overdue", "overdue"),
    ("open", "open"),
    ("waived", "waived"),
)


def print_json(report: Report, wording: Wording, changes: "Sequence[Change]" = ()) -> None:
    """Print the report for a script (design, section 3), with what would change it."""
    say_json(report_document(report, wording, changes))


def report_document(
    report: Report, wording: Wording, changes: "Sequence[Change]" = ()
) -> Mapping[str, object]:
    """The report for a script, which is also all that a page of it is drawn from."""
    dossier, introductions = report.dossier, report.introductions
    about = {item.event.id: item.event.about for item in dossier.owed}
    about |= {one.event.id: one.event.about for one in _problems(report)}
    return document(
        name=dossier.contact.name,
        org=None if dossier.organisation is None else dossier.organisation.name,
        verdict=report.verdict,
        score=score_json(report.score),
        record={kind: _counts(counts) for kind, counts in report.record.items()},
        introductions={
            "to_them": introductions.to_them,
            "by_them": introductions.by_them,
            "responded": introductions.responded,
            "happy": introductions.happy,
            "problems": introductions.problems,
            "recovered": introductions.recovered,
            "fees": introductions.fees,
        },
        attempts=attempts_json(report.unanswered, wording),
        would_change=changes_json(changes),
        reasons=reasons(report, wording),
        evidence=[_evidence(one, about) for one in report.evidence],
        today=wording.today.isoformat(),
        obligations=obligations(dossier, wording),
        introduced=introduced(dossier.introductions, wording),
        by_person=by_person_json(report, wording),
        reciprocity=reciprocity_json(dossier, wording),
        referrer=referrer_json(dossier, wording),
    )


def print_text(report: Report, wording: Wording, changes: "Sequence[Change]" = ()) -> None:
    """Print the report for a person, and under the verdict what would change it."""
    from rich.text import Text

    parts: list[RenderableType] = [_heading(report), _verdict_line(report)]
    if report.verdict != "unknown":
        parts.append(Text(score_bar(report.score)))
    if told := what_would_change(report, changes, wording):
        parts.append(Text(visible(told)))
    parts.append("")
    parts += [_bullet(sentence) for sentence in reasons(report, wording)]
    if drawn := two_years(by_month(report.evidence, wording.today)):
        parts += ["", *drawn]
    if report.record:
        parts += ["", Text("Record", style="bold"), _record_table(report)]
    if told := _introductions_line(report):
        parts += ["", Text("Introductions", style="bold"), Text(told)]
        parts += [_introductions_table(report, wording)]
        parts += [Text(line) for line in _given_and_received(report, wording)]
    if report.dossier.contact.is_me:
        parts += reciprocity_section(report.dossier, wording)
    parts += by_person_section(report, wording)
    if report.evidence and on_terminal():
        parts += ["", Text("Evidence", style="bold"), *_most_evidence(report, wording)]
    show(*parts)
    if report.evidence and not on_terminal():
        rows = list(_evidence_rows(report, wording))
        say("", "Evidence", *aligned(rows, right=_RIGHT_IN_EVIDENCE))


def _heading(report: Report) -> "Text":
    from rich.text import Text

    contact = report.dossier.contact
    heading = Text("You" if contact.is_me else visible(contact.name), style="bold")
    if report.dossier.organisation is not None:
        heading.append(f" · {visible(report.dossier.organisation.name)}", style="not bold")
    return heading


def _verdict_line(report: Report) -> "Text":
    from rich.text import Text

    score = report.score
    line = Text(report.verdict.upper(), style=_STYLES[report.verdict])
    if report.verdict != "unknown":
        told = f"  {score.mean:.0%} in time, likely {likely(score)}"
        line.append(told, style="not bold default")
    return line


def likely(score: Score) -> str:
    return f"{score.low:.0%} to {score.high:.0%}"


def _bullet(sentence: str) -> "Table":
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_row("-", Text(visible(sentence)))
    return grid


def _record_table(report: Report) -> "Table":
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("")
    used = [(title, key) for title, key in _STANDINGS if _any(report.record, key)]
    for title, _ in used:
        table.add_column(title, justify="right")
    for kind, counts in report.record.items():
        numbers = _counts(counts)
        table.add_row(kind, *(Text(str(numbers[_json_key(key)] or "·")) for _, key in used))
    return table


def _any(record: Mapping[ObligationKind, Counts], key: str) -> bool:
    return any(_counts(counts)[_json_key(key)] for counts in record.values())


def _introductions_line(report: Report) -> str:
    told = report.introductions
    parts = [
        (told.by_them, "by them"),
        (told.to_them, "to them"),
        (told.responded, "answered"),
        (told.happy, "happy"),
        (told.problems, "with problems"),
        (told.recovered if told.by_them else 0, "made up for"),
    ]
    words = [f"{number} {label}" for number, label in parts if number]
    if told.fees != "0":
        words.append(f"fees {told.fees}")
    return ", ".join(words)


def _introductions_table(report: Report, wording: Wording) -> "Table":
    from rich.table import Table
    from rich.text import Text

    latest = sorted(report.dossier.introductions, key=_newest_first)[:MOST_INTRODUCTIONS]
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=False)
    for one in latest:
        table.add_row(
            Text(f"e{one.event.id}", style="cyan"),
            Text(wording.day(one.event.happened_on)),
            Text(visible(wording.introduced(one))),
            Text(one.state),
        )
    return table


def _given_and_received(report: Report, wording: Wording) -> list[str]:
    dossier = report.dossier
    with_me = [] if dossier.contact.is_me else reciprocity_lines(dossier, wording)
    given = as_referrer(dossier, wording)
    return [*with_me, given] if given else with_me


def _newest_first(one: KnownIntroduction) -> tuple[int, int]:
    return (-one.event.happened_on.toordinal(), -one.event.id)


def _most_evidence(report: Report, wording: Wording) -> "list[RenderableType]":
    """The evidence, the weightiest first, as far as anybody looks through."""
    from rich.text import Text

    rows = list(_evidence_rows(report, wording))
    left_out = len(rows) - MOST_EVIDENCE
    told = [Text(f"{left_out} lines more: --json has all", style="dim")] if left_out > 0 else []
    return [_evidence_table(rows[:MOST_EVIDENCE]), *told]


def _evidence_rows(report: Report, wording: Wording) -> Iterator[tuple[str, ...]]:
    items = {item.obligation.id: item for item in report.dossier.owed}
    about = {problem.event.id: problem.event.about for problem in _problems(report)}
    for one in report.evidence:
        item = items.get(one.obligation_id or 0)
        what = about[one.event_id] if item is None else wording.what(item)
        yield (
            f"e{one.event_id}" if one.obligation_id is None else str(one.obligation_id),
            visible(what),
            _how(one, wording),
            f"{one.weight:+.1f}",
        )


def _evidence_table(rows: Sequence[tuple[str, ...]]) -> "Table":
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=False)
    for number in range(len(rows[0])):
        table.add_column(justify="right" if number in _RIGHT_IN_EVIDENCE else "left")
    for row in rows:
        table.add_row(*map(Text, row))
    return table


def _problems(report: Report) -> list[KnownProblem]:
    return [one for introduction in report.dossier.introductions for one in introduction.problems]


def _how(one: Evidence, wording: Wording) -> str:
    if one.standing == "problem":
        return f"problem, {wording.day(one.due_on)}"
    due = f"due {wording.day(one.due_on)}"
    if one.settled_on is None:
        return f"{one.standing}, {due}"
    return f"{one.standing} {wording.day(one.settled_on)}, {due}"


def score_json(score: Score) -> dict[str, float]:
    return {
        "mean": round(score.mean, 4),
        "low": round(score.low, 4),
        "high": round(score.high, 4),
        "weight": round(score.weight, 4),
    }


def _json_key(standing: str) -> str:
    return "on_time" if standing == "kept" else standing


def _counts(counts: Counts) -> dict[str, int]:
    numbers = {_json_key(key): counts.get(key, 0) for _, key in _STANDINGS}  # type: ignore[call-overload]
    numbers["open"] += counts.get("due", 0)
    return numbers


def _evidence(one: Evidence, about: Mapping[int, str]) -> dict[str, object]:
    return {
        "id": one.obligation_id,
        "kind": one.kind,
        "due_on": one.due_on.isoformat(),
        "settled_on": None if one.settled_on is None else one.settled_on.isoformat(),
        "standing": one.standing,
        "about": about[one.event_id],
        "event": f"e{one.event_id}",
        "weight": round(one.weight, 4),
        "for": round(one.credit, 4),
        "against": round(one.debit, 4),
    }


def verdict_style(verdict: Verdict) -> str:
    """How a verdict is drawn."""
    return _STYLES[verdict]

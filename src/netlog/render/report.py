"""The report on one contact."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from netlog.domain.report.dossier import Report
from netlog.domain.report.trend import by_month
from netlog.domain.score.credit import Score, Verdict
from netlog.render.attempts import attempts_json
from netlog.render.by_person import by_person_json, by_person_section
from netlog.render.evidence import evidence_json, evidence_lines, evidence_section
from netlog.render.introductions import introductions_json, introductions_section
from netlog.render.lines import on_terminal
from netlog.render.pictures import score_bar, two_years
from netlog.render.reasons import reasons
from netlog.render.reciprocity import reciprocity_json, reciprocity_section
from netlog.render.record import introduced, obligations, record_json, record_section
from netlog.render.referrers import referrer_json
from netlog.render.sink import document, say, say_json, show, visible
from netlog.render.what_if import changes_json, what_would_change
from netlog.render.wording import Wording

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

    from netlog.domain.score.what_if import Change

_STYLES: dict[Verdict, str] = {
    "refer": "bold green",
    "with care": "bold yellow",
    "hold off": "bold red",
    "unknown": "bold",
}


def print_json(report: Report, wording: Wording, changes: "Sequence[Change]" = ()) -> None:
    """Print the report for a script (design, section 3), with what would change it."""
    say_json(report_document(report, wording, changes))


def report_document(
    report: Report, wording: Wording, changes: "Sequence[Change]" = ()
) -> Mapping[str, object]:
    """The report for a script, which is also all that a page of it is drawn from."""
    dossier = report.dossier
    return document(
        name=dossier.contact.name,
        org=None if dossier.organisation is None else dossier.organisation.name,
        verdict=report.verdict,
        score=score_json(report.score),
        record=record_json(report),
        introductions=introductions_json(report),
        attempts=attempts_json(report.unanswered, wording),
        would_change=changes_json(report, changes, wording),
        reasons=reasons(report, wording),
        evidence=evidence_json(report, wording),
        today=wording.today.isoformat(),
        currency=wording.currency or None,
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
    parts += record_section(report)
    parts += introductions_section(report, wording)
    if report.dossier.contact.is_me:
        parts += reciprocity_section(report.dossier, wording)
    parts += by_person_section(report, wording)
    if on_terminal():
        parts += evidence_section(report, wording)
    show(*parts)
    if not on_terminal():
        say(*evidence_lines(report, wording))


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


def score_json(score: Score) -> dict[str, float]:
    return {
        "mean": round(score.mean, 4),
        "low": round(score.low, 4),
        "high": round(score.high, 4),
        "weight": round(score.weight, 4),
    }


def verdict_style(verdict: Verdict) -> str:
    """How a verdict is drawn."""
    return _STYLES[verdict]

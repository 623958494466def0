"""The report on one contact."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from netlog.domain.report.dossier import Report
from netlog.domain.report.trend import by_month
from netlog.domain.wording import Wording
from netlog.render.attempts import attempts_json
from netlog.render.by_person import by_person_json, by_person_section
from netlog.render.evidence import evidence_json, evidence_section
from netlog.render.forms.facts import Facts
from netlog.render.introductions import introductions_json, introductions_section
from netlog.render.lines import Line, bullet, flush, put
from netlog.render.pictures import score_bar, two_years
from netlog.render.reasons import reasons
from netlog.render.reciprocity import reciprocity_json, reciprocity_section
from netlog.render.record import introduced, obligations, record_json, record_section
from netlog.render.referrers import referrer_json
from netlog.render.score import STYLES, likely, score_json
from netlog.render.sink import document, say_json
from netlog.render.what_if import changes_json, what_would_change

if TYPE_CHECKING:
    from netlog.domain.score.what_if import Change


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
        would_change=changes_json(changes, wording),
        reasons=reasons(report, wording),
        evidence=evidence_json(report, wording),
        today=wording.today,
        currency=wording.currency or None,
        obligations=obligations(dossier, wording),
        introduced=introduced(dossier.introductions, wording),
        by_person=by_person_json(report, wording),
        reciprocity=reciprocity_json(dossier, wording),
        referrer=referrer_json(dossier, wording),
    )


def print_text(report: Report, wording: Wording, changes: "Sequence[Change]" = ()) -> None:
    """Print the report for a person, and under the verdict what would change it."""
    facts = Facts(report_document(report, wording, changes))
    means = [report.score.mean, *(change.score.mean for change in changes)]
    drawn = two_years(by_month(report.evidence, wording.today))
    put(
        [
            *_head(report),
            *map(flush, what_would_change(facts, means)),
            Line(""),
            *map(bullet, facts("/reasons")),
            *([Line(""), *drawn] if drawn else []),
            *record_section(facts("/record")),
            *introductions_section(facts, report.dossier, wording),
            *(reciprocity_section(report.dossier, wording) if report.dossier.contact.is_me else []),
            *by_person_section(report, wording),
            *evidence_section(facts, report.evidence),
        ]
    )


def _head(report: Report) -> Iterator[Line]:
    """Whom it is on, and the verdict with its score."""
    contact, organisation = report.dossier.contact, report.dossier.organisation
    of = [] if organisation is None else [(f" · {organisation.name}", "")]
    yield Line("You" if contact.is_me else contact.name, style="bold", more=of, deeper=0)
    verdict, score = report.verdict, report.score
    known = verdict != "unknown"
    estimate = [(f"  {score.mean:.0%} in time, likely {likely(score)}", "")] if known else []
    yield Line(verdict.upper(), style=STYLES[verdict], more=estimate, deeper=0)
    if known:
        yield Line(score_bar(score))

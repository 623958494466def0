"""The report on one contact."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from netlog.domain.people.names import beside
from netlog.domain.report.dossier import Report
from netlog.domain.report.trend import by_month
from netlog.domain.wording import Wording
from netlog.render.attempts import attempts_json
from netlog.render.by_person import by_person_json, by_person_section
from netlog.render.evidence import evidence_json, evidence_section
from netlog.render.forms.facts import Facts, plain
from netlog.render.introductions import (
    introductions_json,
    introductions_section,
    latest_introductions,
    whole_report,
)
from netlog.render.lines import Line, bullet, fits_a_screen, flush, put
from netlog.render.pictures import score_bar, two_years
from netlog.render.population import population_json, population_sentence
from netlog.render.reasons import reasons
from netlog.render.reciprocity import reciprocity_json, reciprocity_section
from netlog.render.record import introduced, obligations, record_json, record_section
from netlog.render.referrers import referrer_json
from netlog.render.score import STYLES, in_time, score_json
from netlog.render.sink import document
from netlog.render.what_if import changes_json, to_ask, what_would_change

if TYPE_CHECKING:
    from netlog.domain.score.what_if import Change


class _Size(NamedTuple):
    """How many reasons and of the latest introductions a first screen has, and whether in short.

    Then it has no bar, and the record as a sentence.
    """

    reasons: int
    latest: int
    brief: bool = False


# The first that fits is taken.
_SIZES = (
    *(_Size(*most) for most in ((50, 3), (7, 3), (6, 2), (5, 1), (4, 1))),
    *(_Size(*most, brief=True) for most in ((5, 2), (4, 1), (3, 1), (3, 0), (2, 0), (1, 0))),
)


# What a script reads of a report, and pages are drawn from.
_FIELDS: Mapping[str, Callable[[Report, Wording, "Sequence[Change]"], object]] = {
    "name": lambda report, *_: report.dossier.contact.name,
    "org": lambda report, *_: report.dossier.organisation and report.dossier.organisation.name,
    "verdict": lambda report, *_: report.verdict,
    "score": lambda report, *_: score_json(report.score),
    "population": lambda report, *_: population_json(report.population),
    "record": lambda report, *_: record_json(report),
    "introductions": lambda report, *_: introductions_json(report),
    "attempts": lambda report, wording, _: attempts_json(report.unanswered, wording),
    "would_change": lambda _, wording, changes: changes_json(changes, wording),
    "reasons": lambda report, wording, _: reasons(report, wording),
    "evidence": lambda report, wording, _: evidence_json(report, wording),
    "today": lambda _, wording, __: wording.today,
    "currency": lambda _, wording, __: wording.currency or None,
    "obligations": lambda report, wording, _: obligations(report.dossier, wording),
    "introduced": lambda report, wording, _: introduced(report.dossier.introductions, wording),
    "by_person": lambda report, wording, _: by_person_json(report, wording),
    "reciprocity": lambda report, wording, _: reciprocity_json(report.dossier, wording),
    "referrer": lambda report, wording, _: referrer_json(report.dossier, wording),
}
# Those that the first screen tells: the rest takes long to work out.
_FIRST_SCREEN = (
    *(
        "name",
        "verdict",
        "score",
        "population",
        "record",
        "introductions",
        "would_change",
        "reasons",
    ),
    *("today", "currency", "introduced"),
)


def report_document(
    report: Report,
    wording: Wording,
    changes: "Sequence[Change]" = (),
    fields: Iterable[str] = _FIELDS,
) -> Mapping[str, object]:
    """The report for a script, which is also all that a page of it is drawn from."""
    return document(**{name: _FIELDS[name](report, wording, changes) for name in fields})


def print_text(
    report: Report, wording: Wording, changes: "Sequence[Change]" = (), *, whole: bool = False
) -> None:
    """Print the report for a person, and under the verdict what would change it.

    It is one screen at first, and says how to see the rest: `whole` has what it rests on, too.
    """
    fields = _FIELDS if whole else _FIRST_SCREEN
    facts = Facts(report_document(report, wording, changes, fields))
    learned = [plain(sentence)] if (sentence := population_sentence(facts)) else []
    helping = what_would_change(facts, to_ask(report.dossier, wording))
    helps = [*map(flush, (*helping, *learned)), Line("")]
    if whole:
        reasons = map(bullet, facts("/reasons"))
        put([*_head(report), *helps, *reasons, *_whole(report, wording, facts)])
        return
    screens = (
        [*_head(report, bar=not size.brief), *helps, *_short(report, facts, size)]
        for size in _SIZES
    )
    for screen in screens:
        if fits_a_screen(screen):
            break
    put(screen)


def _short(report: Report, facts: Facts, size: _Size) -> Iterator[Line]:
    """What stands on the first screen below the verdict."""
    reasons = facts("/reasons")
    yield from map(bullet, reasons[: size.reasons])
    yield from map(bullet, ["and more."] if len(reasons) > size.reasons else [])
    yield from record_section(facts("/record"), brief=size.brief)
    yield from latest_introductions(facts, size.latest)
    if report.evidence or facts("/introduced"):
        more = f"More, with the evidence: {whole_report(report.dossier)}"
        yield from (Line(""), Line(more, style="dim", deeper=0))


def _whole(report: Report, wording: Wording, facts: Facts) -> Iterator[Line]:
    dossier = report.dossier
    drawn = two_years(by_month(report.evidence, wording.today))
    yield from [Line(""), *drawn] if drawn else []
    yield from record_section(facts("/record"))
    yield from introductions_section(facts, dossier)
    yield from reciprocity_section(facts) if dossier.contact.is_me else []
    yield from by_person_section(report, wording)
    yield from evidence_section(facts, report.evidence)


def _head(report: Report, *, bar: bool = True) -> Iterator[Line]:
    """Whom it is on, and the verdict with its score."""
    contact, organisation = report.dossier.contact, report.dossier.organisation
    told = beside(contact.name, organisation and organisation.name)
    of = [] if told is None else [(f" · {told}", "")]
    yield Line("You" if contact.is_me else contact.name, style="bold", more=of, deeper=0)
    verdict, score = report.verdict, report.score
    known = verdict != "unknown"
    estimate = [(f"  {in_time(score)}", "")] if known else []
    yield Line(verdict.upper(), style=STYLES[verdict], more=estimate, deeper=0)
    if known and bar:
        yield Line(score_bar(score))

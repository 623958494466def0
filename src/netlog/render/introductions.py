"""The introductions in a report: what came of them each way, the latest, and for scripts."""

from collections.abc import Iterator

from netlog.domain.money import total
from netlog.domain.report.dossier import Dossier, Report
from netlog.errors import shell_word
from netlog.render.forms.facts import Facts, Sentence, clauses, plain
from netlog.render.forms.table import listed
from netlog.render.harmless import visible
from netlog.render.lines import Line, flush, section
from netlog.render.outcomes import answered, problems
from netlog.render.reciprocity import reciprocity_lines
from netlog.render.referrers import as_referrer
from netlog.render.sink import is_narrow, on_terminal

MOST_ON_A_TERMINAL = 10


def introductions_section(facts: Facts, dossier: Dossier) -> list[Line]:
    """What came of the introductions by them and to them; empty where there is none."""
    most = MOST_ON_A_TERMINAL if on_terminal() else None
    if not (lines := _newest(facts, most, f"{whole_report(dossier)} | less")):
        return []
    both = [] if dossier.contact.is_me else reciprocity_lines(facts)
    sentences = map(plain, filter(None, [*both, as_referrer(facts)]))
    return section("Introductions", [*lines, *map(flush, sentences)])


def whole_report(dossier: Dossier) -> str:
    """The command line that prints all of a report."""
    contact = dossier.contact
    return (
        f"netlog report {'me' if contact.is_me else shell_word(visible(contact.name))} --evidence"
    )


def latest_introductions(facts: Facts, most: int) -> list[Line]:
    """The same in short: how many there are each way, and the latest."""
    return section("Introductions", _newest(facts, most))


def _newest(facts: Facts, most: int | None, all_by: str = "") -> list[Line]:
    """What came of the introductions, and the newest, with how many more there are."""
    shown = facts.rows("/introduced", most)
    rows = [line for row in shown for line in _lines(facts, row, stacked=is_narrow())]
    lines = [*map(flush, map(plain, each_way(facts))), *listed(rows, style="cyan")]
    number = facts("/introductions/to_them") + facts("/introductions/by_them")
    if shown and (left_out := number - len(shown)):
        lines.append(flush(f"and {left_out} more{all_by and f': {all_by}'}"))
    return lines


def _lines(facts: Facts, row: str, *, stacked: bool) -> list[list[str]]:
    """An introduction in columns; or in two lines for a screen that is too narrow for them."""
    cells = ("{event:text}", "{on:date}", parties(facts, row), "{state:word}")
    key, day, who, state = (plain(facts.fill(cell, row)) for cell in cells)
    state = plain(clauses([[state], worth(facts, row)]))
    return [[key, who], ["", f"{day}, {state}"]] if stacked else [[key, day, who, state]]


def parties(facts: Facts, row: str) -> str:
    """The template of who introduced whom to whom, and what for."""
    need = ', for "{about:text}"' if facts(f"{row}/about") else ""
    return f"{{client:who}} to {{provider:who}}, by {{introducer:who}}{need}"


def introductions_json(report: Report) -> dict[str, object]:
    """For a script: how many there are and what came of them, in all and in `each_way`."""
    by, to, both = report.introductions.by, report.introductions.to, report.introductions.both
    return {
        "to_them": to.introductions,
        "by_them": by.introductions,
        **{name: getattr(both, name) for name in ("responded", "happy", "problems", "recovered")},
        "fees": report.introductions.fees,
        "worth": total([report.introductions.worth_to, report.introductions.worth_by]),
        "each_way": {
            "by_them": {**by._asdict(), "worth": report.introductions.worth_by},
            "to_them": {**to._asdict(), "worth": report.introductions.worth_to},
        },
    }


def each_way(facts: Facts) -> Iterator[Sentence]:
    """One sentence for those by them and one for those to them, each figure over those alone."""
    whom = "you" if facts("/name") == "me" else "them"
    by, to = (f"/introductions/each_way/{way}" for way in ("by_them", "to_them"))
    if facts(f"{by}/introductions"):
        fees = "fees {/introductions/fees:money}" if facts("/introductions/fees") != "0" else ""
        came = [*answered(facts, by), problems(facts, by), facts.fill(fees), worth(facts, by)]
        yield [*facts.fill(f"{{introductions}} by {whom}: ", by), *clauses(came)]
    if facts(f"{to}/introductions"):
        them = problems(facts, to, f" with {whom}", "the introducer")
        others = problems(facts, to, " with the other side", "the introducer", of="others_")
        came = [*answered(facts, to), them, others, worth(facts, to)]
        yield [*facts.fill(f"{{introductions}} to {whom}: ", to), *clauses(came)]


def worth(facts: Facts, at: str) -> Sentence:
    """What business came of it; nothing where none was told."""
    return facts.fill("worth {worth:money}" if facts(f"{at}/worth") not in ("", "0") else "", at)

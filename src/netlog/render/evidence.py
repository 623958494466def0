"""The evidence that a score is the sum of, line by line, and for scripts."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from netlog.domain.report.by_person import whose
from netlog.domain.report.dossier import Report
from netlog.domain.score.credit import Evidence
from netlog.domain.wording import Wording, count
from netlog.render.forms.facts import Facts, Sentence, Value, ended_on, plain
from netlog.render.forms.table import listed
from netlog.render.forms.values import signed
from netlog.render.lines import Line, section
from netlog.render.sink import is_narrow, on_terminal

MOST_ON_A_TERMINAL = 100


class Piece(NamedTuple):
    """A line of the evidence in a document: its id, whose it is, what it is and how it ended."""

    at: str
    lead: Value
    who: Value
    what: Value
    how: Sentence


def pieces(facts: Facts, most: int | None = None) -> Iterator[Piece]:
    """The evidence of a report, the weightiest first, at most so much."""
    owed = {facts(f"{row}/id"): f"{row}/text" for row in facts.rows("/obligations")}
    for at in facts.rows("/evidence", most):
        key, standing = facts(f"{at}/id"), facts(f"{at}/standing")
        due = ", {due_on:date}" if standing == "problem" else ", due {due_on:date}"
        yield Piece(
            at,
            lead=facts.value(f"{at}/event") if key is None else facts.value(f"{at}/id", "count"),
            who=facts.value(f"{at}/who", "who"),
            what=facts.value(f"{at}/about" if key is None else owed[key]),
            how=facts.fill(f"{{standing:word}}{ended_on(facts, at)}{due}", at),
        )


def evidence_section(facts: Facts, evidence: Sequence[Evidence]) -> list[Line]:
    """The evidence, the weightiest first; on a screen as far as anybody looks through."""
    if not evidence:
        return []
    shown = list(pieces(facts, MOST_ON_A_TERMINAL if on_terminal() else None))
    left_out = len(evidence) - len(shown)
    rest = f"{count(left_out, 'line')} more: --json has all"
    more = [Line(rest, style="dim")] if left_out else []
    credited = {line.deed: line.obligation_id for line in evidence if not line.is_counted_elsewhere}
    rows = []
    for piece, line in zip(shown, evidence, strict=False):
        same = f", one deed with {credited[line.deed]}" if line.is_counted_elsewhere else ""
        who = [str(piece.who)] if facts("/by_person") else []
        how, weight = f"{plain(piece.how)}{same}", signed(line.weight)
        if is_narrow():
            what = ": ".join([*who, str(piece.what)])
            rows += [[str(piece.lead), what, weight], ["", how, ""]]
        else:
            rows.append([str(piece.lead), *who, str(piece.what), how, weight])
    return section("Evidence", [*listed(rows, right=(0, len(rows[0]) - 1)), *more])


def evidence_json(report: Report, wording: Wording) -> list[dict[str, object]]:
    """For a script: each line with what it weighs for and against."""
    dossier = report.dossier
    about = {item.event.id: item.event.about for item in dossier.owed}
    about |= {key: problem.event.about for key, (problem, _) in dossier.problems.items()}
    return [
        {
            "id": line.obligation_id,
            "kind": line.kind,
            "who": wording.names[contact_id],
            "due_on": line.due_on,
            "settled_on": line.settled_on,
            "standing": line.standing,
            "about": about[line.event_id],
            "event": f"e{line.event_id}",
            "weight": round(line.weight, 4),
            "for": round(line.credit, 4),
            "against": round(line.debit, 4),
        }
        for line, contact_id in zip(report.evidence, whose(report), strict=True)
    ]

"""The evidence that a score is the sum of, line by line, and for scripts."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from netlog.domain.report.by_person import whose
from netlog.domain.report.dossier import Report
from netlog.domain.report.introductions import KnownProblem
from netlog.domain.score.credit import Deed, Evidence
from netlog.render.columns import aligned
from netlog.render.record import called
from netlog.render.sink import is_narrow, visible
from netlog.render.wording import Wording

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

MOST_ON_A_TERMINAL = 100


def evidence_section(report: Report, wording: Wording) -> "list[RenderableType]":
    """The evidence on a screen, the weightiest first, as far as anybody looks through."""
    from rich.text import Text

    rows = list(_rows(report, wording))
    if not rows:
        return []
    left_out = len(rows) - MOST_ON_A_TERMINAL
    told = [Text(f"{left_out} lines more: --json has all", style="dim")] if left_out > 0 else []
    shown = rows[:MOST_ON_A_TERMINAL]
    drawn = _list(shown) if is_narrow() else _table(shown)
    return ["", Text("Evidence", style="bold"), drawn, *told]


def evidence_lines(report: Report, wording: Wording) -> list[str]:
    """All the evidence as plain lines, of which there may be many."""
    rows = list(_rows(report, wording))
    if not rows:
        return []
    return ["", "Evidence", *aligned(rows, right=(0, len(rows[0]) - 1))]


def evidence_json(report: Report, wording: Wording) -> list[dict[str, object]]:
    """For a script: each line with what it weighs for and against."""
    about = {item.event.id: item.event.about for item in report.dossier.owed}
    about |= {one.event.id: one.event.about for one in _problems(report)}
    debtors = whose(report)
    return [
        {
            "id": one.obligation_id,
            "kind": one.kind,
            "who": called(contact_id, wording),
            "due_on": one.due_on.isoformat(),
            "settled_on": None if one.settled_on is None else one.settled_on.isoformat(),
            "standing": one.standing,
            "about": about[one.event_id],
            "event": f"e{one.event_id}",
            "weight": round(one.weight, 4),
            "for": round(one.credit, 4),
            "against": round(one.debit, 4),
        }
        for one, contact_id in zip(report.evidence, debtors, strict=True)
    ]


def signed(weight: float) -> str:
    """A weight as one decimal with its sign; nothing has neither of the two."""
    shown = f"{weight:+.1f}"
    return "0.0" if shown in ("+0.0", "-0.0") else shown


def _rows(report: Report, wording: Wording) -> Iterator[tuple[str, ...]]:
    """What there is in each line: its id, of several people whose it is, what, how and weight."""
    items = {item.obligation.id: item for item in report.dossier.owed}
    about = {problem.event.id: problem.event.about for problem in _problems(report)}
    credited = {
        one.deed: one.obligation_id for one in report.evidence if not one.is_counted_elsewhere
    }
    several = len(report.dossier.members) > 1
    for one, contact_id in zip(report.evidence, whose(report), strict=True):
        item = items.get(one.obligation_id or 0)
        what = about[one.event_id] if item is None else wording.what(item)
        yield (
            f"e{one.event_id}" if one.obligation_id is None else str(one.obligation_id),
            *([visible(wording.name(contact_id))] if several else []),
            visible(what),
            _how(one, credited, wording),
            signed(one.weight),
        )


def _table(rows: Sequence[tuple[str, ...]]) -> "Table":
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=False)
    last = len(rows[0]) - 1
    for number in range(len(rows[0])):
        table.add_column(justify="right" if number in (0, last) else "left")
    for row in rows:
        table.add_row(*map(Text, row))
    return table


def _list(rows: Sequence[tuple[str, ...]]) -> "Table":
    """The same for a screen that is too narrow for the columns."""
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(justify="right", no_wrap=True)
    table.add_column()
    table.add_column(justify="right", no_wrap=True)
    for key, *what, how, weight in rows:
        table.add_row(Text(key), Text(f"{': '.join(what)}\n{how}"), Text(weight))
    return table


def _problems(report: Report) -> list[KnownProblem]:
    return [one for introduction in report.dossier.introductions for one in introduction.problems]


def _how(one: Evidence, credited: Mapping[Deed | None, int | None], wording: Wording) -> str:
    if one.standing == "problem":
        return f"problem, {wording.day(one.due_on)}"
    due = f"due {wording.day(one.due_on)}"
    if one.settled_on is None:
        return f"{one.standing}, {due}"
    told = f"{one.standing} {wording.day(one.settled_on)}, {due}"
    return f"{told}, one deed with {credited[one.deed]}" if one.is_counted_elsewhere else told

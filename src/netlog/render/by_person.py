"""Who weighs what in an organisation's report, as a table and for scripts."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from netlog.domain.report.by_person import Part, by_person
from netlog.domain.report.dossier import Report
from netlog.render.evidence import signed
from netlog.render.record import called
from netlog.render.sink import visible
from netlog.render.wording import Wording, join

if TYPE_CHECKING:
    from rich.console import RenderableType

_MOST_NAMED = 4


def by_person_section(report: Report, wording: Wording) -> "list[RenderableType]":
    """The table of those who weigh anything; empty for one without people, or without evidence."""
    from rich.table import Table
    from rich.text import Text

    parts = by_person(report)
    weighty = [one for one in parts if one.lines]
    if not weighty:
        return []
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("")
    for heading in ("lines", "for", "against"):
        table.add_column(heading, justify="right")
    for one in weighty:
        itself = one.contact_id == report.dossier.contact.id
        table.add_row(
            "itself" if itself else Text(visible(wording.name(one.contact_id))),
            str(one.lines),
            signed(one.credit) if one.credit else "·",
            signed(-one.debit) if one.debit else "·",
        )
    section: list[RenderableType] = ["", Text("By person", style="bold"), table]
    if told := _without_evidence(report, parts, wording):
        section.append(Text(visible(told)))
    return section


def _without_evidence(report: Report, parts: Sequence[Part], wording: Wording) -> str:
    """Who of the people weighs nothing: by name while they are few, "" where everybody does."""
    people = [one for one in parts if one.contact_id != report.dossier.contact.id]
    silent = [wording.name(one.contact_id) for one in people if not one.lines]
    if not silent:
        return ""
    few = len(silent) <= _MOST_NAMED
    who = join(silent) if few else f"{len(silent)} of {len(people)} people"
    return f"Without evidence: {who}"


def by_person_json(report: Report, wording: Wording) -> list[dict[str, object]]:
    """For a script: an organisation and its people, with what each adds to the score's sums."""
    return [
        {
            "name": called(one.contact_id, wording),
            "lines": one.lines,
            "for": round(one.credit, 4),
            "against": round(one.debit, 4),
        }
        for one in by_person(report)
    ]

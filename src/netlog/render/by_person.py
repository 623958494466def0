"""Who weighs what in an organisation's report, as a table and for scripts."""

from collections.abc import Sequence

from netlog.domain.report.by_person import Part, by_person
from netlog.domain.report.dossier import Report
from netlog.domain.text import join
from netlog.domain.wording import Wording
from netlog.render.forms.table import Column, Table
from netlog.render.lines import Line, flush, section

_MOST_NAMED = 4


def by_person_section(report: Report, wording: Wording) -> list[Line]:
    """The table of those who weigh anything; empty for one without people, or without evidence."""
    parts = by_person(report, wording.names)
    weighty = [part for part in parts if part.lines]
    if not weighty:
        return []
    table = Table(_columns(wording, report.dossier.contact.id), weighty)
    silent = _without_evidence(report, parts, wording)
    return section("By person", [*table.lines(), *([flush(silent)] if silent else [])])


def by_person_json(report: Report, wording: Wording) -> list[dict[str, object]]:
    """For a script: an organisation and its people, with what each adds to the score's sums."""
    parts = by_person(report, wording.names)
    return Table(_columns(wording, report.dossier.contact.id), parts).items()


def _columns(wording: Wording, itself: int) -> Sequence[Column[Part]]:
    def name(row: Part) -> str:
        return "itself" if row.contact_id == itself else wording.name(row.contact_id)

    return (
        Column("", "", name),
        Column("name", None, lambda row: wording.names[row.contact_id]),
        *WEIGHTS,
    )


def _without_evidence(report: Report, parts: Sequence[Part], wording: Wording) -> str:
    """Who of the people weighs nothing: by name while they are few, "" where everybody does."""
    people = [part for part in parts if part.contact_id != report.dossier.contact.id]
    silent = [wording.name(person.contact_id) for person in people if not person.lines]
    if not silent:
        return ""
    few = len(silent) <= _MOST_NAMED
    who = join(silent) if few else f"{len(silent)} of {len(people)} people"
    return f"Without evidence: {who}"


WEIGHTS: Sequence[Column[Part]] = (
    Column("lines", "lines", lambda row: row.lines, "count", right=True),
    Column("for", "for", lambda row: round(row.credit, 4), "credit", right=True),
    Column("against", "against", lambda row: round(row.debit, 4), "debit", right=True),
)

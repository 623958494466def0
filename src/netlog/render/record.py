"""The record behind a report: how many of each kind, as a table; and for scripts one by one."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from netlog.domain.items import Item
from netlog.domain.records import ObligationKind
from netlog.domain.report.dossier import Counts, Dossier, Report
from netlog.domain.report.introductions import KnownIntroduction
from netlog.domain.standing import days_overdue
from netlog.render.sink import is_narrow
from netlog.render.wording import Wording, capital

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

# What sentences call each kind, for a table and in an enumeration.
KINDS: Mapping[ObligationKind, str] = {
    "promise": "promise",
    "thanks": "thanks",
    "reply": "reply",
    "response": "answer after an introduction",
    "update": "word on how it went",
    "check-response": "asking whether they answered",
    "check-outcome": "asking whether both are happy",
    "apology": "apology",
    "replacement": "somebody better",
    "touch": "word to keep in touch",
}

# How something stands, by its key in a document, with what a table calls it.
STANDINGS: Mapping[str, str] = {
    "on_time": "on time",
    "late": "late",
    "broken": "broken",
    "overdue": "overdue",
    "open": "open",
    "waived": "waived",
}


def record_section(report: Report) -> "list[RenderableType]":
    """How many of each kind stand how; empty where they owed nothing."""
    from rich.text import Text

    record = {kind: _counts(counts) for kind, counts in report.record.items()}
    if not record:
        return []
    used = [key for key in STANDINGS if any(counts[key] for counts in record.values())]
    drawn = _list(record, used) if is_narrow() else _table(record, used)
    return ["", Text("Record", style="bold"), drawn]


def record_json(report: Report) -> dict[str, dict[str, int]]:
    """For a script: by kind, how many stand how."""
    return {kind: _counts(counts) for kind, counts in report.record.items()}


def _counts(counts: Counts) -> dict[str, int]:
    return {
        "on_time": counts.get("kept", 0),
        "late": counts.get("late", 0),
        "broken": counts.get("broken", 0),
        "overdue": counts.get("overdue", 0),
        "open": counts.get("open", 0) + counts.get("due", 0),
        "waived": counts.get("waived", 0),
    }


def _table(record: Mapping[ObligationKind, Mapping[str, int]], used: Sequence[str]) -> "Table":
    from rich.table import Table

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("")
    for key in used:
        table.add_column(STANDINGS[key], justify="right")
    for kind, counts in record.items():
        table.add_row(KINDS[kind], *(str(counts[key] or "·") for key in used))
    return table


def _list(record: Mapping[ObligationKind, Mapping[str, int]], used: Sequence[str]) -> "Text":
    """The same for a screen that is too narrow for the columns."""
    from rich.text import Text

    lines = []
    for kind, counts in record.items():
        told = [f"{counts[key]} {STANDINGS[key]}" for key in used if counts[key]]
        lines += [Text(capital(KINDS[kind])), Text(f"  {', '.join(told)}")]
    return Text("\n").join(lines)


def obligations(dossier: Dossier, wording: Wording) -> list[dict[str, object]]:
    """Everything that they owed, from opened to settled; the latest first.

    `days_late` counts from the due date to the settlement, or to today while there is none, and
    is 0 where that is in time. `asked` is false where an answer may have come: nobody asked.
    """
    latest = sorted(
        dossier.owed,
        key=lambda item: (item.obligation.opened_on, item.obligation.id),
        reverse=True,
    )
    return [_obligation(item, dossier, wording) for item in latest]


def _obligation(item: Item, dossier: Dossier, wording: Wording) -> dict[str, object]:
    owed = item.obligation
    now = dossier.standing(item, wording.today)
    until = owed.closed_on or wording.today
    return {
        "id": owed.id,
        "kind": owed.kind,
        "text": wording.what(item),
        "debtor": called(owed.debtor_id, wording),
        "creditor": called(owed.creditor_id, wording),
        "opened_on": owed.opened_on.isoformat(),
        "due_on": owed.due_on.isoformat(),
        "settled_on": None if owed.closed_on is None else owed.closed_on.isoformat(),
        "standing": now,
        "days_late": 0 if now in ("waived", "open") else max(days_overdue(owed, until), 0),
        "asked": owed.id not in dossier.unasked,
        "event": f"e{owed.event_id}",
    }


def introduced(
    introductions: Iterable[KnownIntroduction], wording: Wording
) -> list[dict[str, object]]:
    """Introductions with who was in them and how they ended; the latest first."""
    latest = sorted(
        introductions, key=lambda one: (one.event.happened_on, one.event.id), reverse=True
    )
    return [
        {
            "event": f"e{one.event.id}",
            "on": one.event.happened_on.isoformat(),
            "introducer": called(one.who.introducer, wording),
            "client": called(one.who.client, wording),
            "provider": called(one.who.provider, wording),
            "about": one.event.about,
            "fee": one.event.fee,
            "state": one.state,
        }
        for one in latest
    ]


def called(contact_id: int, wording: Wording) -> str:
    """A contact in a document: the name, or "me"."""
    return "me" if contact_id == wording.me else wording.names[contact_id]

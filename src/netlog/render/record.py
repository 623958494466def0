"""The record behind a report: how many of each kind, as a table; and for scripts one by one."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from netlog.domain.items import Item
from netlog.domain.report.dossier import Counts, Dossier, Report
from netlog.domain.report.introductions import KnownIntroduction
from netlog.domain.standing import days_overdue
from netlog.domain.wording import Wording, capital
from netlog.render.forms.table import Column, Table
from netlog.render.lines import Line, flush, section

Counted = tuple[str, Mapping[str, int]]  # a kind, and how many of it stand how

# What sentences call each kind, for a table and in an enumeration.
KINDS: Mapping[str, str] = {
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


def record_section(record: Mapping[str, Mapping[str, int]]) -> list[Line]:
    """How many of each kind stand how; empty where they owed nothing."""
    return section("Record", record_table(record).lines()) if record else []


def record_table(record: Mapping[str, Mapping[str, int]]) -> Table[Counted]:
    """The record of a document, with those columns that have anything in them."""
    used = [key for key in STANDINGS if any(counts[key] for counts in record.values())]
    columns = [
        Column[Counted](key, STANDINGS[key], partial(_number, key), "tally", right=True)
        for key in used
    ]
    kind = Column[Counted]("", "", lambda row: KINDS[row[0]])
    return Table([kind, *columns], list(record.items()), entry=_entry)


def _number(key: str, row: Counted) -> int:
    return row[1][key]


def _entry(row: Counted) -> Iterator[Line]:
    """The lines of a kind where columns have no room."""
    kind, counts = row
    told = [f"{counts[key]} {name}" for key, name in STANDINGS.items() if counts[key]]
    yield flush(capital(KINDS[kind]))
    yield Line(", ".join(told), indent=2, deeper=0)


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


def obligations(dossier: Dossier, wording: Wording) -> list[dict[str, object]]:
    """Everything that they owed, from opened to settled; the latest first.

    `days_late` counts from the due date to the settlement, or to today while there is none, and
    is 0 where that is in time. `asked` is false where an answer may have come: nobody asked.
    """
    latest = sorted(
        dossier.owed,
        key=lambda item: (item.obligation.opened_on, item.place),
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
        "opened_on": owed.opened_on,
        "due_on": owed.due_on,
        "settled_on": owed.closed_on,
        "standing": now,
        "days_late": 0 if now in ("waived", "open") else max(days_overdue(owed, until), 0),
        "asked": owed.id not in dossier.unasked,
        "event": f"e{owed.event_id}",
    }


def introduced(
    introductions: Iterable[KnownIntroduction], wording: Wording
) -> list[dict[str, object]]:
    """Introductions with who was in them and how they ended; the latest first."""
    latest = sorted(introductions, key=lambda one: one.event.moment, reverse=True)
    return [
        {
            "event": f"e{one.event.id}",
            "on": one.event.happened_on,
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

"""The record behind a report: how many of each kind, as a table; and for scripts one by one."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from netlog.domain.report.dossier import Dossier, Report
from netlog.domain.report.introductions import KnownIntroduction
from netlog.domain.text import join
from netlog.domain.wording import Wording, capital
from netlog.render.fields import introduction_fields, item_fields
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

# How something stands, by its key in a document; a table says it with blanks.
STANDINGS = ("on_time", "late", "broken", "overdue", "open", "waived")


def record_section(record: Mapping[str, Mapping[str, int]], *, brief: bool = False) -> list[Line]:
    """How many of each kind stand how, or in short one sentence; empty where they owed nothing."""
    if not record:
        return []
    if not brief:
        return section("Record", record_table(record).lines())
    kinds = [f"{KINDS[kind]} ({_words(counts)})" for kind, counts in record.items()]
    return [Line(""), flush(f"Record: {join(kinds)}.")]


def record_table(record: Mapping[str, Mapping[str, int]]) -> Table[Counted]:
    """The record of a document, with those columns that have anything in them."""
    used = [key for key in STANDINGS if any(counts[key] for counts in record.values())]
    columns = [
        Column[Counted](key, _in_words(key), partial(_number, key), "tally", right=True)
        for key in used
    ]
    kind = Column[Counted]("", "", lambda row: KINDS[row[0]])
    return Table([kind, *columns], list(record.items()), entry=_entry)


def _number(key: str, row: Counted) -> int:
    return row[1][key]


def _entry(row: Counted) -> Iterator[Line]:
    """The lines of a kind where columns have no room."""
    kind, counts = row
    yield flush(capital(KINDS[kind]))
    yield Line(_words(counts), indent=2, deeper=0)


def _words(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{counts[key]} {_in_words(key)}" for key in STANDINGS if counts[key])


def _in_words(standing: str) -> str:
    return standing.replace("_", " ")


def record_json(report: Report) -> dict[str, dict[str, int]]:
    """For a script: by kind, how many stand how."""
    return {
        kind: {key: counts.get("kept" if key == "on_time" else key, 0) for key in STANDINGS}
        for kind, counts in report.record.items()
    }


def obligations(dossier: Dossier, wording: Wording) -> list[dict[str, object]]:
    """Everything that they owed, from opened to settled; the latest first.

    `days_late` counts from the due date to the settlement, or to today while there is none, and
    is 0 where that is in time. `asked` is false where an answer may have come: nobody asked, or
    a problem said it already.
    """
    latest = sorted(
        dossier.owed, key=lambda item: (item.obligation.opened_on, item.place), reverse=True
    )
    return [
        item_fields(
            item,
            wording,
            "id kind text debtor creditor opened_on due_on settled_on standing days_late asked"
            " event",
            text=wording.what(item),
            standing=dossier.standing(item, wording.today),
            days_late=dossier.days_late(item, wording.today),
            asked=item.obligation.id not in dossier.unasked,
        )
        for item in latest
    ]


def introduced(
    introductions: Iterable[KnownIntroduction], wording: Wording
) -> list[dict[str, object]]:
    """Introductions with who was in them and how they ended; the latest first."""
    latest = sorted(introductions, key=lambda introduction: introduction.event.moment, reverse=True)
    return [
        {
            **introduction_fields(introduction.event, introduction.who, wording),
            "state": introduction.state,
            "worth": introduction.worth,
        }
        for introduction in latest
    ]

"""The page of a report on one contact."""

from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element

from netlog.render.evidence import Piece, pieces
from netlog.render.forms.facts import Facts, step
from netlog.render.pages.cells import heads, number_cell, table_of_numbers
from netlog.render.pages.frame import note, page, rest, section
from netlog.render.pages.given import given_and_received, introductions
from netlog.render.pages.marks import sign
from netlog.render.pages.markup import Child, table, tag
from netlog.render.pages.outlook import by_person, what_would_change
from netlog.render.pages.score import head_of
from netlog.render.pages.timeline import MOST_DRAWN, timeline
from netlog.render.population import population_sentence
from netlog.render.record import KINDS, record_table

_WEIGHTS = {"for": "credit", "against": "debit", "weight": "signed"}


def person_page(document: Mapping[str, Any]) -> str:
    """The page of a report, drawn from what `report WHO --json` prints."""
    facts = Facts(document)
    name = "You" if facts("/name") == "me" else facts("/name")
    parts = (
        what_would_change,
        _record,
        by_person,
        _timeline,
        introductions,
        given_and_received,
        _attempts,
        _evidence,
    )
    return page(
        f"{name} · netlog", _head(facts, name), *(part for make in parts for part in make(facts))
    )


def _head(facts: Facts, name: str) -> Element:
    reasons = (tag("li", facts.value(row)) for row in facts.rows("/reasons"))
    return head_of(
        facts,
        tag("bdi", name, data_json="/name"),
        note(*learned) if (learned := population_sentence(facts)) else None,
        tag("ul", *reasons, class_="reasons"),
    )


def _record(facts: Facts) -> Iterator[Element]:
    if facts("/record"):
        yield section(
            "Record",
            table_of_numbers(
                facts,
                record_table(facts("/record")).columns,
                [f"/record/{step(kind)}" for kind in facts("/record")],
                ("kind", lambda row: KINDS[row.removeprefix("/record/")]),
                class_="record by-kind stacked",
                label="Record by kind",
            ),
        )


def _timeline(facts: Facts) -> Iterator[Element]:
    if not facts("/obligations"):
        return
    legend = tag("p", "Thin until the due date, thick when late. ", *(
        part for name in ("kept", "late", "overdue", "broken", "open", "waived")
        for part in (tag("span", sign(name), name, class_=f"key is-{name}"), " ")
    ), class_="note legend")  # fmt: skip
    yield section(
        "From opened to settled",
        legend,
        *timeline(facts),
        rest("latest", MOST_DRAWN, len(facts("/obligations"))),
    )


def _attempts(facts: Facts) -> Iterator[Element]:
    if facts("/attempts/unanswered"):
        waits = [tag("li", *_wait(facts, wait)) for wait in facts.rows("/attempts/waits")]
        whom = "you" if facts("/name") == "me" else "them"
        yield section(f"Attempts to reach {whom}", tag("ul", *waits, class_="reasons"))


def _wait(facts: Facts, pointer: str) -> Iterator[Child]:
    yield from facts.fill("{by:who} to {to:who}: {unanswered:attempt} since {since:date}", pointer)
    if list(facts(f"{pointer}/channels")) != ["other"]:
        for n, via in enumerate(facts(f"{pointer}/channels")):
            yield ", " if n else " ("
            yield from (facts.value(f"{pointer}/channels/{step(via)}", "count"), " by ")
            yield tag("bdi", via, data_key=True)
        yield ")"
    yield from facts.fill(", no answer for {days_waiting:day}", pointer)


def _evidence(facts: Facts) -> Iterator[Element]:
    if not facts("/evidence"):
        return
    several = ["who"] if facts("/by_person") else []
    rows = [_piece(facts, piece) for piece in pieces(facts, MOST_DRAWN)]
    yield section(
        "Evidence",
        note("Each line that the score is a sum of, the weightiest first."),
        table(
            heads("id", *several, "what", "how it ended", numbers=list(_WEIGHTS)),
            rows,
            class_="stacked",
            label="Evidence",
        ),
        rest("weightiest", MOST_DRAWN, len(facts("/evidence"))),
    )


def _piece(facts: Facts, piece: Piece) -> Element:
    weights = (
        number_cell(facts, f"{piece.at}/{key}", form, data_label=key)
        for key, form in _WEIGHTS.items()
    )
    return tag(
        "tr",
        tag("td", piece.lead, class_="id"),
        tag("td", piece.who) if facts("/by_person") else None,
        tag("td", piece.what, class_="what"),
        tag("td", sign(facts(f"{piece.at}/standing")), *piece.how, class_="first"),
        *weights,
    )

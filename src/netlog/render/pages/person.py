"""The page of a report on one contact."""

from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element

from netlog.render.pages.facts import Facts, step
from netlog.render.pages.frame import page, rest, section
from netlog.render.pages.given import given_and_received, introductions
from netlog.render.pages.marks import sign
from netlog.render.pages.markup import Child, joined, table, tag
from netlog.render.pages.outlook import by_person, what_would_change
from netlog.render.pages.score import score_bar, score_in_words, verdict_word
from netlog.render.pages.timeline import MOST_DRAWN, timeline
from netlog.render.record import KINDS, STANDINGS


def person_page(document: Mapping[str, Any]) -> str:
    """The page of a report, drawn from what `report WHO --json` prints."""
    facts = Facts(document)
    heading = "You" if facts("/name") == "me" else facts("/name")
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
        f"{heading} · netlog",
        _head(facts),
        *(part for make in parts for part in make(facts)),
    )


def _head(facts: Facts) -> Element:
    name = "You" if facts("/name") == "me" else facts("/name")
    heading = tag("h1", tag("bdi", name, data_json="/name"))
    if facts("/org") is not None:
        heading.append(tag("span", facts.text("/org"), class_="org"))
    known = facts("/verdict") != "unknown"
    return tag(
        "header",
        heading,
        tag("p", "as of ", facts.today(), class_="note"),
        tag("p", verdict_word(facts, "/verdict"), class_="judgement"),
        score_in_words(facts, "/score") if known else None,
        score_bar(facts, "/score") if known else None,
        tag("ul", *(tag("li", facts.text(f"/reasons/{n}")) for n in range(len(facts("/reasons")))),
            class_="reasons"),
    )  # fmt: skip


def _record(facts: Facts) -> Iterator[Element]:
    kinds = list(facts("/record"))
    used = [key for key in STANDINGS if any(facts("/record")[kind][key] for kind in kinds)]
    if not kinds:
        return
    head = tag("tr", tag("th", "kind", scope="col"), *(
        tag("th", STANDINGS[key], scope="col", class_="number") for key in used))  # fmt: skip
    rows = [
        tag(
            "tr",
            tag("th", KINDS[kind], scope="row"),
            *(facts.cell(f"/record/{step(kind)}/{key}", data_label=STANDINGS[key]) for key in used),
        )
        for kind in kinds
    ]
    yield section(
        "Record", table(head, rows, class_="record by-kind stacked", label="Record by kind")
    )


def _timeline(facts: Facts) -> Iterator[Element]:
    number = len(facts("/obligations"))
    if not number:
        return
    legend = tag("p", "Thin until the due date, thick when late. ", *(
        part for name in ("kept", "late", "overdue", "broken", "open", "waived")
        for part in (tag("span", sign(name), name, class_=f"key is-{name}"), " ")
    ), class_="note legend")  # fmt: skip
    yield section(
        "From opened to settled", legend, *timeline(facts), rest("latest", MOST_DRAWN, number)
    )


def _attempts(facts: Facts) -> Iterator[Element]:
    if not facts("/attempts/unanswered"):
        return
    waits = [
        tag("li", *_wait(facts, f"/attempts/waits/{n}"))
        for n in range(len(facts("/attempts/waits")))
    ]
    mine = facts("/name") == "me"
    yield section(
        f"Attempts to reach {'you' if mine else 'them'}", tag("ul", *waits, class_="reasons")
    )


def _wait(facts: Facts, pointer: str) -> Iterator[Child]:
    days, number = facts(f"{pointer}/days_waiting"), facts(f"{pointer}/unanswered")
    channels = facts(f"{pointer}/channels")
    yield facts.who(f"{pointer}/by")
    yield " to "
    yield facts.who(f"{pointer}/to")
    yield ": "
    yield facts.number(f"{pointer}/unanswered")
    yield " attempt since " if number == 1 else " attempts since "
    yield facts.day(f"{pointer}/since")
    ways = [
        tag("span", facts.number(f"{pointer}/channels/{step(via)}"), " by ",
            tag("bdi", via, data_key=True))
        for via in channels
    ]  # fmt: skip
    if list(channels) != ["other"]:
        yield " ("
        yield from joined(ways, ", ")
        yield ")"
    yield ", no answer for "
    yield facts.number(f"{pointer}/days_waiting")
    yield " day" if days == 1 else " days"


def _evidence(facts: Facts) -> Iterator[Element]:
    if not facts("/evidence"):
        return
    owed = {one["id"]: n for n, one in enumerate(facts("/obligations"))}
    several = ["who"] if facts("/by_person") else []
    weights = ("for", "against", "weight")
    head = tag("tr", *(
        tag("th", name, scope="col", class_="number" if name in weights else None)
        for name in ("id", *several, "what", "how it ended", *weights)))  # fmt: skip
    rows = [
        _piece(facts, f"/evidence/{n}", owed) for n in range(len(facts("/evidence")[:MOST_DRAWN]))
    ]
    told = tag("p", "Each line that the score is a sum of, the weightiest first.", class_="note")
    yield section(
        "Evidence",
        told,
        table(head, rows, class_="stacked", label="Evidence"),
        rest("weightiest", MOST_DRAWN, len(facts("/evidence"))),
    )


def _piece(facts: Facts, pointer: str, owed: Mapping[int, int]) -> Element:
    key = facts(f"{pointer}/id")
    lead = facts.text(f"{pointer}/event") if key is None else facts.number(f"{pointer}/id")
    what = f"{pointer}/about" if key is None else f"/obligations/{owed[key]}/text"
    return tag(
        "tr",
        tag("td", lead, class_="id"),
        tag("td", facts.who(f"{pointer}/who")) if facts("/by_person") else None,
        tag("td", facts.text(what), class_="what"),
        tag("td", *_ended(facts, pointer), class_="first"),
        *(
            facts.cell(f"{pointer}/{key}", form, data_label=key)
            for key, form in (("for", "credit"), ("against", "debit"), ("weight", "signed"))
        ),
    )


def _ended(facts: Facts, pointer: str) -> Iterator[Child]:
    standing = facts(f"{pointer}/standing")
    yield sign(standing)
    yield tag("span", standing, data_json=f"{pointer}/standing")
    if facts(f"{pointer}/settled_on") is not None:
        yield " "
        yield facts.day(f"{pointer}/settled_on")
    yield ", " if standing == "problem" else ", due "
    yield facts.day(f"{pointer}/due_on")

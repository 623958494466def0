"""The page of a report on one contact."""

from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element

from netlog.render.pages.facts import Facts, step
from netlog.render.pages.frame import page, section
from netlog.render.pages.introductions import introduction_table
from netlog.render.pages.marks import sign
from netlog.render.pages.markup import Child, joined, table, tag
from netlog.render.pages.outlook import by_person, what_would_change
from netlog.render.pages.score import score_bar, score_in_words, verdict_word
from netlog.render.pages.timeline import MOST_DRAWN, timeline

_STANDINGS = {
    "on_time": "on time",
    "late": "late",
    "broken": "broken",
    "overdue": "overdue",
    "open": "open",
    "waived": "waived",
}
_COUNTS = {
    "by_them": "by them",
    "to_them": "to them",
    "responded": "answered",
    "happy": "happy",
    "problems": "with problems",
    "recovered": "made up for",
}


def person_page(document: Mapping[str, Any]) -> str:
    """The page of a report, drawn from what `report WHO --json` prints."""
    facts = Facts(document)
    heading = "You" if facts("/name") == "me" else facts("/name")
    parts = (
        what_would_change,
        _record,
        by_person,
        _timeline,
        _introductions,
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
        tag("p", "Evidence behind it, after fading: ", facts.number("/score/weight", "weight"),
            class_="note") if known else None,
        tag("ul", *(tag("li", facts.text(f"/reasons/{n}")) for n in range(len(facts("/reasons")))),
            class_="reasons"),
    )  # fmt: skip


def _record(facts: Facts) -> Iterator[Element]:
    kinds = list(facts("/record"))
    used = [key for key in _STANDINGS if any(facts("/record")[kind][key] for kind in kinds)]
    if not kinds:
        return
    head = tag("tr", tag("th", "kind", scope="col"), *(
        tag("th", _STANDINGS[key], scope="col", class_="number") for key in used))  # fmt: skip
    rows = [
        tag(
            "tr",
            tag("th", kind, scope="row"),
            *(_count(facts, f"/record/{step(kind)}/{key}") for key in used),
        )
        for kind in kinds
    ]
    yield section("Record", table(head, rows, class_="record", label="Record by kind"))


def _count(facts: Facts, pointer: str) -> Element:
    return tag("td", facts.number(pointer), class_=None if facts(pointer) else "none")


def _timeline(facts: Facts) -> Iterator[Element]:
    number = len(facts("/obligations"))
    if not number:
        return
    legend = tag("p", "Thin until the due date, thick when late. ", *(
        part for name in ("kept", "late", "overdue", "broken", "open", "waived")
        for part in (tag("span", sign(name), name, class_=f"key is-{name}"), " ")
    ), class_="note legend")  # fmt: skip
    yield section("From opened to settled", legend, *timeline(facts), _rest("latest", number))


def _introductions(facts: Facts) -> Iterator[Element]:
    if not facts("/introduced"):
        return
    told = [
        tag("span", facts.number(f"/introductions/{key}"), f" {label}")
        for key, label in _COUNTS.items()
        if facts(f"/introductions/{key}")
    ]
    if facts("/introductions/fees") != "0":
        told.append(tag("span", "fees ", facts.text("/introductions/fees")))
    yield section(
        "Introductions",
        tag("p", *joined(told, ", ")) if told else None,
        introduction_table(facts, most=MOST_DRAWN),
        _rest("latest", len(facts("/introduced"))),
    )


def _attempts(facts: Facts) -> Iterator[Element]:
    if not facts("/attempts/unanswered"):
        return
    channels = [
        tag(
            "span",
            facts.number(f"/attempts/channels/{step(via)}"),
            " by ",
            tag("bdi", via, data_key=True),
        )
        for via in facts("/attempts/channels")
    ]
    waiting = [
        tag("span", facts.number("/attempts/unanswered"), " without an answer since ",
            facts.day("/attempts/since")),
        tag("span", "waiting for ", facts.number("/attempts/days_waiting"), " days"),
        *channels,
    ]  # fmt: skip
    yield section("Attempts to reach them", tag("p", *joined(waiting, ", ")))


def _evidence(facts: Facts) -> Iterator[Element]:
    if not facts("/evidence"):
        return
    owed = {one["id"]: n for n, one in enumerate(facts("/obligations"))}
    heads = ("id", "what", "how it ended", "for", "against", "weight")
    head = tag("tr", *(
        tag("th", name, scope="col", class_="number" if n > 2 else None)  # noqa: PLR2004
        for n, name in enumerate(heads)))  # fmt: skip
    rows = [
        _piece(facts, f"/evidence/{n}", owed) for n in range(len(facts("/evidence")[:MOST_DRAWN]))
    ]
    told = tag("p", "Each line that the score is a sum of, the weightiest first.", class_="note")
    yield section(
        "Evidence",
        told,
        table(head, rows, class_="stacked", label="Evidence"),
        _rest("weightiest", len(facts("/evidence"))),
    )


def _piece(facts: Facts, pointer: str, owed: Mapping[int, int]) -> Element:
    key = facts(f"{pointer}/id")
    lead = facts.text(f"{pointer}/event") if key is None else facts.number(f"{pointer}/id")
    what = f"{pointer}/about" if key is None else f"/obligations/{owed[key]}/text"
    return tag(
        "tr",
        tag("td", lead, class_="id"),
        tag("td", facts.text(what), class_="what"),
        tag("td", *_ended(facts, pointer), class_="first"),
        *(
            tag("td", facts.number(f"{pointer}/{key}", form), class_="number", data_label=key)
            for key, form in (("for", "weight"), ("against", "weight"), ("weight", "signed"))
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


def _rest(which: str, number: int) -> Element | None:
    """What is said of lines that are left out."""
    if number <= MOST_DRAWN:
        return None
    told = f"The {which} {MOST_DRAWN} of {number}. netlog report WHO --json has all."
    return tag("p", told, class_="note", data_scale=True)

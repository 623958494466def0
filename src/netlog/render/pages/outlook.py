"""What would change a verdict, and who weighs what in it, on the page of a report."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from netlog.render.pages.facts import Facts
from netlog.render.pages.frame import section
from netlog.render.pages.markup import joined, table, tag
from netlog.render.what_if import HEADING, worth_telling


def what_would_change(facts: Facts) -> Iterator[Element]:
    """The settlements that would help most today, each with what it would make of the verdict."""
    before = [(facts("/verdict"), facts("/score/mean"))]
    after = [(one["verdict"], one["score"]["mean"]) for one in facts("/would_change")]
    lines, done = [], list[int]()
    for n in range(worth_telling([*before, *after])):
        pointer = f"/would_change/{n}"
        ids = [
            facts.number(f"{pointer}/ids/{place}")
            for place, key in enumerate(facts(f"{pointer}/ids"))
            if key not in done
        ]
        done = facts(f"{pointer}/ids")
        lines.append(
            tag("li", "If also " if n else "If today ", facts.text(f"{pointer}/text"),
                " (", *joined(ids, ", "), "): ",
                tag("span", facts(f"{pointer}/verdict"), data_json=f"{pointer}/verdict"), ", ",
                facts.number(f"{pointer}/score/mean", "share"), " in time")
        )  # fmt: skip
    if lines:
        yield section(HEADING, tag("ul", *lines, class_="reasons"))


def by_person(facts: Facts) -> Iterator[Element]:
    """Who of an organisation adds what to the score."""
    number = len(facts("/by_person"))
    if not number:
        return
    heads = ("who", "lines", "for", "against")
    head = tag("tr", *(
        tag("th", name, scope="col", class_="number" if n else None)
        for n, name in enumerate(heads)))  # fmt: skip
    rows = [
        tag(
            "tr",
            tag("th", facts.who(f"/by_person/{n}/name"), scope="row"),
            tag("td", facts.number(f"/by_person/{n}/lines"), class_="number"),
            facts.cell(f"/by_person/{n}/for", "credit"),
            facts.cell(f"/by_person/{n}/against", "debit"),
        )
        for n in range(number)
        if facts(f"/by_person/{n}/lines")
    ]
    if rows:
        told = tag("p", "What each adds to the evidence, for and against.", class_="note")
        yield section("By person", told, table(head, rows, class_="record", label="By person"),
                      _without_evidence(facts, number))  # fmt: skip


def _without_evidence(facts: Facts, number: int) -> Element | None:
    """Who of the people weighs nothing; the organisation itself is none of them."""
    silent = [
        facts.who(f"/by_person/{n}/name")
        for n in range(number)
        if not facts(f"/by_person/{n}/lines") and facts(f"/by_person/{n}/name") != facts("/name")
    ]
    if not silent:
        return None
    return tag("p", "Without evidence: ", *joined(silent, ", "), class_="note")

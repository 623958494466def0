"""What would change a verdict, and who weighs what in it, on the page of a report."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from netlog.render.pages.facts import Facts
from netlog.render.pages.frame import section
from netlog.render.pages.markup import joined, table, tag


def what_would_change(facts: Facts) -> Iterator[Element]:
    """The settlements that would help most today, each with what it would make of the verdict."""
    number = len(facts("/would_change"))
    if not number:
        return
    owed = {one["id"]: n for n, one in enumerate(facts("/obligations"))}
    lines = []
    for n in range(number):
        pointer = f"/would_change/{n}"
        ids = facts(f"{pointer}/ids")
        deeds = [
            tag("span", facts.number(f"{pointer}/ids/{place}"), " ",
                facts.text(f"/obligations/{owed[key]}/text"))
            for place, key in enumerate(ids)
        ]  # fmt: skip
        lines.append(
            tag("li", *joined(deeds, "; "), ": ",
                tag("span", facts(f"{pointer}/verdict"), data_json=f"{pointer}/verdict"), ", ",
                facts.number(f"{pointer}/score/mean", "share"), " in time")
        )  # fmt: skip
    yield section(
        "What would change this",
        tag("p", "If these were settled today, it would be:", class_="note"),
        tag("ul", *lines, class_="reasons"),
    )


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
            tag("th", facts.text(f"/by_person/{n}/name"), scope="row"),
            tag("td", facts.number(f"/by_person/{n}/lines"), class_="number"),
            tag("td", facts.number(f"/by_person/{n}/for", "weight"), class_="number"),
            tag("td", facts.number(f"/by_person/{n}/against", "weight"), class_="number"),
        )
        for n in range(number)
    ]
    yield section("By person", table(head, rows, class_="record", label="By person"))

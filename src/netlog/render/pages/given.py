"""Introductions on the page of a report: what came of them, one by one, and who gave whom what."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from netlog.render.forms.facts import Facts
from netlog.render.introductions import each_way
from netlog.render.pages.cells import heads
from netlog.render.pages.frame import rest, section
from netlog.render.pages.introductions import introduction_table
from netlog.render.pages.markup import table, tag
from netlog.render.pages.timeline import MOST_DRAWN
from netlog.render.reciprocity import gave
from netlog.render.referrers import as_referrer


def introductions(facts: Facts) -> Iterator[Element]:
    """What came of the introductions by them and to them, and each one; nothing where none is."""
    if facts("/introduced"):
        referrer = as_referrer(facts)
        yield section(
            "Introductions",
            *(tag("p", *sentence) for sentence in each_way(facts)),
            introduction_table(facts, most=MOST_DRAWN),
            rest("latest", MOST_DRAWN, len(facts("/introduced"))),
            tag("p", *referrer) if referrer else None,
        )


def given_and_received(facts: Facts) -> Iterator[Element]:
    """What I gave them and they gave me; on my own page with each contact."""
    mine = facts("/name") == "me"
    pairs = facts.rows("/reciprocity/contacts") if mine else ["/reciprocity"]
    if any(facts(f"{pair}/{way}/introductions") for pair in pairs for way in ("given", "received")):
        rows = (
            _both(facts, pair, f"{pair}/name" if mine else "/name") for pair in pairs[:MOST_DRAWN]
        )
        yield section(
            "Given and received",
            table(
                heads("who", "you gave them", "they gave you"),
                rows,
                class_="stacked given",
                label="Given and received",
            ),
            rest("first", MOST_DRAWN, len(pairs)),
        )


def _both(facts: Facts, pointer: str, name: str) -> Element:
    return tag(
        "tr",
        tag("th", facts.value(name), scope="row"),
        _tally(facts, f"{pointer}/given", "you", "you gave them:"),
        _tally(facts, f"{pointer}/received", "they", "they gave you:"),
    )


def _tally(facts: Facts, pointer: str, giver: str, label: str) -> Element:
    """The introductions that the one gave the other, in a cell."""
    if not facts(f"{pointer}/introductions"):
        none = facts.value(f"{pointer}/introductions", "tally")
        return tag("td", none, class_="none", data_label=label)
    return tag("td", *gave(facts, pointer, giver), data_label=label)

"""Introductions on the page of a report: what came of them, one by one, and who gave whom what."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from netlog.render.forms.facts import Facts, clauses
from netlog.render.introductions import answered, each_way, problems
from netlog.render.pages.cells import heads
from netlog.render.pages.frame import rest, section
from netlog.render.pages.introductions import introduction_table
from netlog.render.pages.markup import table, tag
from netlog.render.pages.timeline import MOST_DRAWN


def introductions(facts: Facts) -> Iterator[Element]:
    """What came of the introductions by them and to them, and each one; nothing where none is."""
    if facts("/introduced"):
        yield section(
            "Introductions",
            *(tag("p", *sentence) for sentence in each_way(facts)),
            introduction_table(facts, most=MOST_DRAWN),
            rest("latest", MOST_DRAWN, len(facts("/introduced"))),
            _as_referrer(facts),
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


def _as_referrer(facts: Facts) -> Element | None:
    """What they are as a referrer; None where there is nothing to judge by."""
    if facts("/referrer") is None:
        return None
    judged = leads = ""
    if facts("/referrer/came_well") or facts("/referrer/came_badly"):
        likely = "likely {score/low:share} to {score/high:share} well"
        judged = f"{{came_well}} came well and {{came_badly}} badly, {likely}"
    if facts("/referrer/leads"):
        leads = "{leads:paid lead} for {fees:money}, {answered_leads} answered"
    if leads and facts("/referrer/answered_leads") > 1:
        leads += ", {cost_per_answered_lead:money} each"
    words = clauses((facts.fill(sentence, "/referrer") for sentence in (judged, leads)), "; ")
    return tag("p", "As a referrer: ", *words) if words else None


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
    parts = [
        facts.fill("{introductions:introduction}", pointer),
        *answered(facts, pointer),
        problems(facts, pointer, by=giver),
        facts.fill("fees {fees:money}" if facts(f"{pointer}/paid") else "", pointer),
    ]
    return tag("td", *clauses(parts), data_label=label)

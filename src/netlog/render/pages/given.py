"""Introductions on the page of a report: what came of them, one by one, and who gave whom what."""

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from netlog.render.pages.facts import Facts
from netlog.render.pages.frame import rest, section
from netlog.render.pages.introductions import introduction_table
from netlog.render.pages.markup import Child, joined, table, tag
from netlog.render.pages.timeline import MOST_DRAWN


def introductions(facts: Facts) -> Iterator[Element]:
    """What came of the introductions by them and to them, and each one; nothing where none is."""
    if not facts("/introduced"):
        return
    whom = "you" if facts("/name") == "me" else "them"
    lines = [tag("p", *_by(facts, whom)), tag("p", *_to(facts, whom))]
    ways = ("by_them", "to_them")
    yield section(
        "Introductions",
        *(line for line, way in zip(lines, ways, strict=True) if facts(f"/introductions/{way}")),
        introduction_table(facts, most=MOST_DRAWN),
        rest("latest", MOST_DRAWN, len(facts("/introduced"))),
        _as_referrer(facts),
    )


def given_and_received(facts: Facts) -> Iterator[Element]:
    """What I gave them and they gave me; on my own page with each contact."""
    contacts = range(len(facts("/reciprocity/contacts")))
    pointers = [f"/reciprocity/contacts/{n}" for n in contacts]
    if facts("/name") != "me":
        pointers = ["/reciprocity"]
    both = [f"{one}/{way}/introductions" for one in pointers for way in ("given", "received")]
    if not any(map(facts, both)):
        return
    rows = [_both(facts, pointer) for pointer in pointers[:MOST_DRAWN]]
    heads = ("who", "you gave them", "they gave you")
    head = tag("tr", *(tag("th", name, scope="col") for name in heads))
    yield section(
        "Given and received",
        table(head, rows, class_="stacked given", label="Given and received"),
        rest("first", MOST_DRAWN, len(pointers)),
    )


def _by(facts: Facts, whom: str) -> Iterator[Child]:
    pointer = "/introductions/each_way/by_them"
    yield facts.number(f"{pointer}/introductions")
    yield f" by {whom}: "
    parts = [*_came_of(facts, pointer)]
    if number := facts(f"{pointer}/problems"):
        made_up = _made_up(facts, f"{pointer}/recovered", "", number)
        parts.append(_some(facts, f"{pointer}/problems", "problem", *made_up))
    if facts("/introductions/fees") != "0":
        parts.append(tag("span", "fees ", facts.money("/introductions/fees")))
    yield from joined(parts, ", ")


def _to(facts: Facts, whom: str) -> Iterator[Child]:
    pointer = "/introductions/each_way/to_them"
    yield facts.number(f"{pointer}/introductions")
    yield f" to {whom}: "
    parts = [*_came_of(facts, pointer)]
    sides = (("problems", "recovered", whom), ("others_problems", "others_recovered",
                                               "the other side"))  # fmt: skip
    for problems, recovered, side in sides:
        if number := facts(f"{pointer}/{problems}"):
            made_up = _made_up(facts, f"{pointer}/{recovered}", "the introducer ", number)
            told = _some(facts, f"{pointer}/{problems}", "problem", f" with {side}", *made_up)
            parts.append(told)
    yield from joined(parts, ", ")


def _came_of(facts: Facts, pointer: str) -> Iterator[Element]:
    if facts(f"{pointer}/responded"):
        yield tag("span", facts.number(f"{pointer}/responded"), " answered")
    else:
        yield tag("span", "no answer noted")
    if facts(f"{pointer}/happy"):
        yield tag("span", facts.number(f"{pointer}/happy"), " happy")


def _made_up(facts: Facts, pointer: str, who: str, problems: int) -> Sequence[Child]:
    """That somebody made up for problems, in brackets; nothing where nobody did."""
    if not facts(pointer):
        return ()
    number = facts.number(pointer)
    if who:
        return (f" ({who}made up for ", "it" if problems == 1 else number, ")")
    return (" (made up for)",) if problems == 1 else (" (", number, " made up for)")


def _some(facts: Facts, pointer: str, noun: str, *more: Child) -> Element:
    plural = "" if facts(pointer) == 1 else "s"
    return tag("span", facts.number(pointer), f" {noun}{plural}", *more)


def _as_referrer(facts: Facts) -> Element | None:
    """What they are as a referrer; None where there is nothing to judge by."""
    if facts("/referrer") is None:
        return None
    parts = [*_judged(facts), *_leads(facts)]
    return tag("p", "As a referrer: ", *joined(parts, "; ")) if parts else None


def _judged(facts: Facts) -> Iterator[Element]:
    if facts("/referrer/came_well") or facts("/referrer/came_badly"):
        yield tag(
            "span",
            *(facts.number("/referrer/came_well"), " came well and "),
            *(facts.number("/referrer/came_badly"), " badly, likely "),
            *(facts.number("/referrer/score/low", "share"), " to "),
            *(facts.number("/referrer/score/high", "share"), " well"),
        )


def _leads(facts: Facts) -> Iterator[Element]:
    if not facts("/referrer/leads"):
        return
    each: tuple[Child, ...] = ()
    if facts("/referrer/answered_leads") > 1:
        each = (", ", facts.money("/referrer/cost_per_answered_lead"), " each")
    yield tag(
        "span",
        _some(facts, "/referrer/leads", "paid lead"),
        *(" for ", facts.money("/referrer/fees"), ", "),
        *(facts.number("/referrer/answered_leads"), " answered", *each),
    )


def _both(facts: Facts, pointer: str) -> Element:
    name = "/name" if pointer == "/reciprocity" else f"{pointer}/name"
    return tag(
        "tr",
        tag("th", facts.text(name), scope="row"),
        _tally(facts, f"{pointer}/given", "you"),
        _tally(facts, f"{pointer}/received", "they"),
    )


def _tally(facts: Facts, pointer: str, giver: str) -> Element:
    """The introductions that the one gave the other, in a cell."""
    label = "you gave them:" if giver == "you" else "they gave you:"
    if not facts(f"{pointer}/introductions"):
        return tag("td", facts.number(f"{pointer}/introductions", "tally"), class_="none",
                   data_label=label)  # fmt: skip
    parts = [
        _some(facts, f"{pointer}/introductions", "introduction"),
        *_came_of(facts, pointer),
    ]
    if number := facts(f"{pointer}/problems"):
        made_up = _made_up(facts, f"{pointer}/recovered", f"{giver} ", number)
        parts.append(_some(facts, f"{pointer}/problems", "problem", *made_up))
    if facts(f"{pointer}/paid"):
        parts.append(tag("span", "fees ", facts.money(f"{pointer}/fees")))
    return tag("td", *joined(parts, ", "), data_label=label)

"""The page of everybody: the network of introductions, the ranking, and both as tables."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, get_args
from xml.etree.ElementTree import Element

from netlog.domain.report.introductions import KnownIntroduction
from netlog.domain.report.network import STATES, by_state, connected
from netlog.domain.score.estimate import Verdict
from netlog.domain.wording import Wording
from netlog.render.forms.facts import Facts
from netlog.render.pages.cells import optional_cell
from netlog.render.pages.frame import header, note, page, rest, section
from netlog.render.pages.introductions import introduction_table
from netlog.render.pages.marks import sign
from netlog.render.pages.markup import region, tag
from netlog.render.pages.network import MOST_DRAWN, Network
from netlog.render.pages.score import likely_cell, verdict_word
from netlog.render.pages.sortable import Heading, filters, group, sortable_table, who_cell
from netlog.render.population import population_sentence
from netlog.render.ranking import LEADS, ORDER
from netlog.render.record import introduced
from netlog.render.sink import document

MOST_RANKED = 2_000  # lines of a table that a browser still sorts at once
MOST_LISTED = 5_000
_HOW_TO_READ = (
    "Two lines join those who were brought together, a dotted one leads to who introduced"
    " them. You are not drawn: where a line is missing, it is yours."
)
VERDICTS = get_args(Verdict)
_HEADS = (
    Heading("who", "text", "ascending"),
    Heading("verdict", "number", "ascending", sorted_by=True),
    Heading("in time", "number", "descending"),
    Heading("likely", "number", "descending"),
    Heading("last contact", "text", "descending"),
    Heading("introductions in 90 days", "number", "descending", at_the_end=True),
)


def network_document(
    introductions: Sequence[KnownIntroduction],
    number: int,
    wording: Wording,
    *,
    skill: str | None,
    nameless: Collection[int],
    **ranking: object,
) -> dict[str, Any]:
    """What is on the page, as a document for scripts; the page is drawn from nothing else.

    Args:
        introductions: the latest.
        number: how many there are in all.
        wording: words for the ledger.
        skill: the one that all in the ranking have, if they were chosen by one.
        nameless: those who were forgotten, and are none of the people.
        ranking: its `items` and the `population`, as `report --json` prints them.
    """
    return {
        **document(today=wording.today, currency=wording.currency or None, skill=skill, **ranking),
        "introductions": {
            "number": number,
            **by_state(introductions),
        },
        "people": [
            {
                "name": wording.names[contact.contact_id],
                "given": contact.given,
                "received": contact.received,
            }
            for contact in connected(introductions, wording.names, {wording.me, *nameless})
        ],
        "introduced": introduced(introductions, wording),
    }


def ranking_page(content: Mapping[str, Any]) -> str:
    """The page, drawn from what `report --html FILE --json` prints."""
    facts = Facts(content)
    network = Network(facts)
    skill = [facts.value("/skill")] if _by_skill(facts) else []
    introductions = (_network, _introductions) if facts("/introduced") else ()
    heading = ["Whom to refer for " if skill else "Whom to refer", *skill]
    return page(
        "Whom to refer · netlog",
        header(facts, heading, _contents(facts)),
        _ranking(facts),
        *(part(facts, network) for part in introductions),
        style=network.rules() if facts("/people") else "",
        script=True,
        wide=True,
    )


def _by_skill(facts: Facts) -> bool:
    """Whether the page answers who is good at something."""
    return facts("/skill") is not None


def _contents(facts: Facts) -> Element:
    places = [("ranking", "Ranking")]
    if facts("/introduced"):
        places += [("net", "Introductions"), ("list", "All introductions")]
    links = (tag("li", tag("a", name, href=f"#{key}")) for key, name in places)
    return tag("nav", tag("ul", *links), aria_label="On this page")


def _network(facts: Facts, network: Network) -> Element:
    hint = note("Choose somebody to see their introductions, or pick a dot.")
    chosen = region("Introductions of whom you chose", hint, id="told", aria_live="polite")
    drawn = region("Picture of the network", network.picture(), class_="picture")
    return section(
        "Introductions",
        tag("p", *facts.fill("{/introductions/number} in all: "), *_legend(facts)),
        note(_HOW_TO_READ),
        _left_out(facts, network),
        _chooser(facts),
        tag("div", chosen, drawn, class_="explored"),
        id="net",
    )


def _legend(facts: Facts) -> Iterator[Element]:
    for state in STATES:
        if facts(f"/introductions/{state}"):
            number = facts.value(f"/introductions/{state}", "count")
            yield tag("span", sign(state), number, f" {state}", class_="key")


def _left_out(facts: Facts, network: Network) -> Element | None:
    sentences = []
    if len(facts("/people")) > network.number:
        sentences.append(f"Drawn are the {MOST_DRAWN} people with the most introductions.")
    if facts("/introductions/number") > len(facts("/introduced")):
        sentences.append(f"Counted by outcome, drawn and listed are the latest {MOST_LISTED}.")
    if network.leaves_out:
        sentences.append("Introductions with somebody forgotten are in the list alone.")
    return note(" ".join(sentences), data_scale=True) if sentences else None


def _chooser(facts: Facts) -> Element:
    names = sorted(
        ((person["name"], number) for number, person in enumerate(facts("/people"))),
        key=lambda person: (person[0].casefold(), person[0]),
    )
    options = (tag("option", name, value=number, data_scale=True) for name, number in names)
    return tag(
        "div",
        tag("label", "Show ", tag("select", tag("option", "everybody", value=""), *options,
                                  id="chooser")),
        tag("label", tag("input", type="checkbox", id="every-name"), " full size"),
        class_="controls",
        data_needs_script=True,
        hidden=True,
    )  # fmt: skip


def _ranking(facts: Facts) -> Element:
    if not facts("/items"):
        nobody = (
            "Only those who are archived have it."
            if _by_skill(facts)
            else "Nobody has a record yet."
        )
        return section("Ranking", tag("p", nobody), id="ranking")
    number = len(facts("/items"))
    return section(
        "Ranking",
        note(f"{ORDER}. ", *population_sentence(facts)),
        filters("ranked", verdicts=VERDICTS),
        _ranked(facts),
        rest("first", MOST_RANKED, number, "netlog report"),
        id="ranking",
    )


def _ranked(facts: Facts) -> Element:
    """The table: those who are known only as leads apart, where there are others."""
    lines = facts.rows("/items", MOST_RANKED)
    others = [_line(facts, line) for line in lines if not facts(f"{line}/only_a_lead")]
    leads = [_line(facts, line) for line in lines if facts(f"{line}/only_a_lead")]
    groups = [group(LEADS, leads)] if others and leads else []
    return sortable_table("ranked", _HEADS, others or leads, *groups, label="Ranking")


def _line(facts: Facts, pointer: str) -> Element:
    verdict, score = facts(f"{pointer}/verdict"), f"{pointer}/score"
    known, last = verdict != "unknown", facts(f"{pointer}/last_contact")
    place = VERDICTS.index(verdict) - facts(f"{pointer}/rank")
    why = [facts.value(f"{pointer}/why")] if _by_skill(facts) else None
    recent = f"{pointer}/introductions_90d"
    return tag(
        "tr",
        who_cell(facts, pointer, why),
        tag("td", verdict_word(facts, f"{pointer}/verdict"), data_sort=f"{place:.4f}"),
        optional_cell(
            "in time",
            facts.value(f"{score}/mean", "share") if known else None,
            data_sort=str(facts(f"{score}/mean")),
        ),
        likely_cell(facts, score, known=known),
        optional_cell(
            "last contact",
            None if last is None else facts.value(f"{pointer}/last_contact", "date"),
            data_sort=str(last or ""),
        ),
        optional_cell(
            "introductions in 90 days",
            facts.value(recent, "count"),
            class_="number",
            data_sort=facts(recent),
        ),
        data_verdict=verdict,
    )


def _introductions(facts: Facts, network: Network) -> Element:
    return section(
        "All introductions",
        filters("introduced"),
        introduction_table(facts, network.parties, id="introduced", data_sortable=True),
        rest("latest", MOST_LISTED, facts("/introductions/number"), "netlog history"),
        id="list",
    )

"""The page of whom to introduce to whom."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any
from xml.etree.ElementTree import Element

from netlog.domain.people.names import beside
from netlog.render.forms.facts import Facts
from netlog.render.pages.frame import header, note, page
from netlog.render.pages.markup import table, tag
from netlog.render.pages.score import verdict_word

TITLE = "Whom to introduce to whom"
RULE = (
    "A skill meets a need where all words of the one are in the other; a word of four letters may"
    ' begin another, and words such as "a" and "for" are left out.'
)


def match_page(document: Mapping[str, Any]) -> str:
    """The page, drawn from what `match --html FILE --json` prints."""
    facts = Facts(document)

    def need_at(pointer: str) -> tuple[str, str]:
        return facts(f"{pointer}/client"), facts(f"{pointer}/need")

    needs = [_need(facts, list(rows)) for _, rows in groupby(facts.rows("/items"), key=need_at)]
    shown = (
        table(None, needs, class_="stacked listed needs", label=TITLE)
        if needs
        else tag("p", "There is no open need.")
    )
    return page(
        f"{TITLE} \N{MIDDLE DOT} netlog",
        header(facts, [TITLE]),
        shown,
        note(RULE),
    )


def _need(facts: Facts, rows: list[str]) -> Element:
    """What somebody needs, and the best for it."""
    first = rows[0]
    return tag(
        "tr",
        tag(
            "th",
            *facts.fill('{client:text} needs "{need:text}"', first),
            tag("span", *facts.fill("since {since:date}", first), class_="org"),
            scope="row",
        ),
        tag("td", *_providers(facts, rows), class_="first"),
    )


def _providers(facts: Facts, rows: list[str]) -> Iterator[Element]:
    if facts(f"{rows[0]}/held_off"):
        yield note("Not put forward: to be held off.")
    elif facts(f"{rows[0]}/provider") is None:
        yield note("Nobody to introduce yet.")
    else:
        yield tag("ul", *(tag("li", *_provider(facts, row)) for row in rows), class_="providers")
        yield note(facts.value(f"{rows[0]}/command"))


def _provider(facts: Facts, pointer: str) -> Iterator[Element]:
    told = beside(facts(f"{pointer}/provider"), facts(f"{pointer}/org"))
    of = "" if told is None else ", {org:text}"
    yield tag("span", *facts.fill(f"{{provider:text}}{of}: ", pointer))
    yield verdict_word(facts, f"{pointer}/verdict")
    yield tag("span", *facts.fill(" \N{MIDDLE DOT} {skill:text}; {why:text}", pointer))

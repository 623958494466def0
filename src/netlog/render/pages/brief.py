"""The page of a brief: somebody on one screen, before a coffee."""

from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element

from netlog.render.brief import Section, sections
from netlog.render.forms.facts import Facts
from netlog.render.pages.cells import things
from netlog.render.pages.frame import note, page
from netlog.render.pages.markup import table, tag
from netlog.render.pages.score import head_of


def brief_page(document: Mapping[str, Any]) -> str:
    """The page, drawn from what `brief WHO --json` prints."""
    facts = Facts(document)
    rows = [_section(section) for section in sections(facts)]
    shown = table(None, rows, class_="stacked listed", label="Brief") if rows else None
    return page(
        f"{facts('/name')} \N{MIDDLE DOT} netlog", head_of(facts, facts.value("/name")), shown
    )


def _section(section: Section) -> Element:
    more = note(f"{section.more} more", data_scale=True) if section.more else None
    return tag(
        "tr",
        tag("th", section.label, scope="row"),
        tag("td", things(section.rows), more, class_="first"),
    )

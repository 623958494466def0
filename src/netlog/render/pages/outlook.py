"""What would change a verdict, and who weighs what in it, on the page of a report."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from netlog.render.by_person import WEIGHTS
from netlog.render.forms.facts import Facts, clauses
from netlog.render.pages.cells import table_of_numbers
from netlog.render.pages.frame import note, section
from netlog.render.pages.markup import tag
from netlog.render.what_if import HEADING, steps


def what_would_change(facts: Facts) -> Iterator[Element]:
    """The settlements that would help most today, each with what it would make of the verdict."""
    lines = [
        tag(
            "li",
            *facts.fill(("If also " if n else "If today ") + "{text:text} (", at),
            *ids,
            *facts.fill("): {verdict:word}, {score/mean:share} in time", at),
        )
        for n, (at, ids) in enumerate(steps(facts))
    ]
    if lines:
        yield section(HEADING, tag("ul", *lines, class_="reasons"))


def by_person(facts: Facts) -> Iterator[Element]:
    """Who of an organisation adds what to the score."""
    people = facts.rows("/by_person")
    rows = [person for person in people if facts(f"{person}/lines")]
    if rows:
        yield section(
            "By person",
            note("What each adds to the evidence, for and against."),
            table_of_numbers(
                facts,
                WEIGHTS,
                rows,
                ("who", lambda row: facts.value(f"{row}/name", "who")),
                class_="record",
                label="By person",
            ),
            _without_evidence(facts, people),
        )


def _without_evidence(facts: Facts, people: list[str]) -> Element | None:
    """Who of the people weighs nothing; the organisation itself is none of them."""
    silent = [
        [facts.value(f"{person}/name", "who")]
        for person in people
        if not facts(f"{person}/lines") and facts(f"{person}/name") != facts("/name")
    ]
    return note("Without evidence: ", *clauses(silent)) if silent else None

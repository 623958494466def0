"""Google Contacts in a table, as they are exported now and as they were until 2024."""

import re
from collections.abc import Iterator, Sequence

from netlog.exchange.format import Reading
from netlog.exchange.records import Card, Entry
from netlog.exchange.sheet import ContactTable, Layout, cards, lowered, places
from netlog.exchange.table import Row, Table

_BETWEEN = " ::: "
_GROUPS_OF_ITS_OWN = frozenset({"mycontacts", "starred", "other contacts", "friends and family"})
_NUMBERED = re.compile(r"(e-mail|phone|website) \d+ - value")
_ORGANISATION = re.compile(r"organization(?: \d+ -)? (name|title)")


class Google(ContactTable):
    """Contacts with as many groups of columns for addresses and numbers as they need."""

    name = "google"
    label = "Google contacts"

    def is_header(self, row: Row) -> bool:
        headings = set(lowered(row))
        is_new = {"first name", "last name", "labels"} <= headings
        is_old = {"given name", "family name", "group membership"} <= headings
        return is_new or is_old

    def entries(self, table: Table, reading: Reading) -> Iterator[Entry]:
        headings = lowered(table.header)
        layout = Layout(
            names=places(
                headings,
                *("first name", "middle name", "last name"),
                *("given name", "additional name", "family name"),
            ),
            whole=places(headings, "name"),
            organisation=_matching(headings, _ORGANISATION, "name"),
            title=_matching(headings, _ORGANISATION, "title"),
            emails=_matching(headings, _NUMBERED, "e-mail"),
            phones=_matching(headings, _NUMBERED, "phone"),
            urls=_matching(headings, _NUMBERED, "website"),
            aliases=places(headings, "nickname"),
            skills=places(headings, "labels", "group membership"),
            note=places(headings, "notes"),
            cut=_cut,
            stars=_stars(headings),
            tidied=_tidied,
        )
        return cards(table, layout, reading)


def _matching(headings: Sequence[str], form: re.Pattern[str], kind: str) -> tuple[int, ...]:
    return tuple(
        place
        for place, heading in enumerate(headings)
        if (match := form.fullmatch(heading)) and match[1] == kind
    )


def _stars(headings: Sequence[str]) -> dict[int, int]:
    """The column of the label of each value: `E-mail 1 - Type` or `E-mail 1 - Label`."""
    labels = {
        heading.rpartition(" - ")[0]: place
        for place, heading in enumerate(headings)
        if heading.endswith((" - label", " - type"))
    }
    values = (
        (place, heading.removesuffix(" - value"))
        for place, heading in enumerate(headings)
        if _NUMBERED.fullmatch(heading)
    )
    return {place: labels[group] for place, group in values if group in labels}


def _cut(cell: str) -> list[str]:
    return cell.split(_BETWEEN)


def _tidied(card: Card) -> Card:
    """The card without Google's own groups, and with the first of several employers."""
    labels = [label.removeprefix("* ") for label in card.skills]
    return card._replace(
        organisation=_cut(card.organisation)[0],
        title=_cut(card.title)[0],
        skills=tuple([label for label in labels if label.lower() not in _GROUPS_OF_ITS_OWN]),
    )

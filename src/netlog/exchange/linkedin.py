"""LinkedIn's `Connections.csv`: a paragraph of notes, then a table of connections."""

from collections.abc import Iterator

from netlog.exchange.format import Reading
from netlog.exchange.records import Card, Entry
from netlog.exchange.sheet import ContactTable, Layout, cards, lowered, places
from netlog.exchange.table import Row, Table


class LinkedIn(ContactTable):
    """Connections; older files have no URL, and most have no address."""

    name = "linkedin"
    label = "LinkedIn connections"

    def is_header(self, row: Row) -> bool:
        return {"first name", "last name", "company", "connected on"} <= set(lowered(row))

    def entries(self, table: Table, reading: Reading) -> Iterator[Entry]:
        headings = lowered(table.header)
        layout = Layout(
            names=places(headings, "first name", "last name"),
            organisation=places(headings, "company"),
            title=places(headings, "position"),
            emails=places(headings, "email address"),
            urls=places(headings, "url"),
            cut=_whole,
            tidied=_tidied,
        )
        return cards(table, layout, reading)


def _tidied(card: Card) -> Card:
    """The card, known by the address of its profile, however that was copied."""
    if not card.urls:
        return card
    url = card.urls[0].lower().rstrip("/")
    return card._replace(urls=(url,), uid=url)


def _whole(cell: str) -> tuple[str]:
    return (cell,)

"""LinkedIn's `Connections.csv`: a paragraph of notes, then a table of connections."""

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from netlog.exchange.format import Reading
from netlog.exchange.records import Card, Entry, Problem
from netlog.exchange.sheet import Layout, cards, lowered, places
from netlog.exchange.table import Row, Table, has_header
from netlog.exchange.write.rejects import of_table


class LinkedIn:
    """Connections; older files have no URL, and most have no address."""

    name = "linkedin"
    label = "LinkedIn connections"

    def recognise(self, head: bytes) -> bool:
        return has_header(head, _is_header)

    def read(self, stream: BinaryIO, reading: Reading) -> Iterator[Entry]:
        table = Table(stream, _is_header)
        headings = lowered(table.header)
        layout = Layout(
            names=places(headings, "first name", "last name"),
            organisation=places(headings, "company"),
            title=places(headings, "position"),
            emails=places(headings, "email address"),
            urls=places(headings, "url"),
            met_on=places(headings, "connected on"),
            cut=_whole,
        )
        for entry in cards(table, layout, reading):
            if isinstance(entry, Card) and entry.urls:
                # A profile is known by its address, however it was copied.
                url = entry.urls[0].lower().rstrip("/")
                yield entry._replace(urls=(url,), uid=url)
            else:
                yield entry

    def rejects(
        self, stream: BinaryIO, reading: Reading, problems: Sequence[Problem]
    ) -> Iterator[str]:
        return of_table(Table(stream, _is_header), problems)


def _is_header(row: Row) -> bool:
    return {"first name", "last name", "company", "connected on"} <= set(lowered(row))


def _whole(cell: str) -> tuple[str]:
    return (cell,)

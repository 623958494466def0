"""A plain table of contacts: columns with obvious names, or as somebody says which is which.

So is the table of contacts that netlog itself writes.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import BinaryIO

from netlog.domain.text import excerpt, join
from netlog.exchange.format import Reading
from netlog.exchange.records import Entry, Noted, Problem, Skipped
from netlog.exchange.sheet import ContactTable, Layout, cards, lowered
from netlog.exchange.table import Row, Table, has_header
from netlog.exchange.text import HEAD_SIZE

# What a column may be, and by which headings it is known without being told.
FIELDS: Mapping[str, Sequence[str]] = {
    "name": (
        *("name", "full name", "fullname", "display name", "contact", "contact name", "person"),
        "who",
    ),
    "first name": ("first name", "firstname", "first", "given name", "forename", "vorname"),
    "middle name": ("middle name", "middlename", "additional name"),
    "last name": (
        *("last name", "lastname", "last", "surname", "family name", "nachname", "familienname"),
    ),
    "organisation": (
        *("organisation", "organization", "org", "company", "company name", "employer", "firm"),
        *("firma", "business", "organization name"),
    ),
    "title": ("title", "job title", "job", "position", "role", "occupation"),
    "email": (
        *("email", "e-mail", "mail", "email address", "e-mail address", "emails", "e-mails"),
        *("work email", "email 1", "email 2", "personal email", "e-mail-adresse", "mailadresse"),
    ),
    "phone": (
        *("phone", "phones", "telephone", "tel", "phone number", "mobile", "mobile phone", "cell"),
        *("cell phone", "work phone", "telefon", "handy", "phone 1", "phone 2", "mobiltelefon"),
        *("telefonnummer", "handynummer", "telefon (geschäftlich)", "telefon (privat)", "mobil"),
    ),
    "url": (
        *("url", "urls", "website", "web", "web page", "homepage", "linkedin", "linkedin url"),
        *("profile", "profile url"),
    ),
    "alias": ("alias", "aliases", "nickname", "nick", "also known as", "aka", "also called"),
    "skill": ("skill", "skills", "tag", "tags", "label", "labels", "category", "categories"),
    "note": (
        *("note", "notes", "comment", "comments", "remark", "remarks", "notizen", "notiz"),
        "bemerkung",
    ),
    "through": (
        *("through", "introduced by", "referred by", "referrer", "met through", "referral source"),
    ),
    "every": ("every", "keep in touch", "stay in touch", "interval", "frequency"),
    "need": ("need", "needs"),
    "archived": ("archived",),
    "met on": ("met on", "met", "date met", "first met"),
    "id": ("id", "uid", "uuid"),
}
_OF_HEADING = {heading: field for field, headings in FIELDS.items() for heading in headings}
_SAYS_WHO = frozenset({"name", "first name", "last name", "email"})
_COMMAS = re.compile(r"[;,\n]")
_SEMICOLONS = re.compile(r"[;\n]")


class Plain(ContactTable):
    """A table in which a column says who somebody is."""

    name = "csv"
    label = "a table (CSV)"

    def is_header(self, row: Row) -> bool:
        return any(_OF_HEADING.get(heading) in _SAYS_WHO for heading in lowered(row))

    def table(self, stream: BinaryIO, reading: Reading) -> Table:
        """The table in a file; its header has a column that was named, where any has."""
        named = set(lowered(list(reading.mapping)))
        if not named:
            return super().table(stream, reading)

        def is_named(row: Row) -> bool:
            return not named.isdisjoint(lowered(row))

        head = stream.read(HEAD_SIZE)
        stream.seek(0)
        return Table(stream, is_named if has_header(head, is_named) else self.is_header)

    def headings(self, stream: BinaryIO, reading: Reading) -> Row:
        """How the columns of a table are called, also where nothing tells which line says it."""
        header = self.table(stream, reading).header
        stream.seek(0)
        return header or Table(stream, bool).header

    def entries(self, table: Table, reading: Reading) -> Iterator[Entry]:
        headings = lowered(table.header)
        fields = _fields(headings, reading.mapping)
        yield from _unused(table, headings, reading.mapping)
        if table.header and not _SAYS_WHO & set(fields):
            yield Problem(table.place, "No column is a name or an address: say which one is.")
            return
        yield from cards(table, _layout(fields), reading)


def _fields(headings: Sequence[str], mapping: Mapping[str, str]) -> dict[str, list[int]]:
    """Which columns are which field. A column that somebody named goes before all that seem so."""
    named = dict(zip(lowered(list(mapping)), mapping.values(), strict=True))
    fields: dict[str, list[int]] = {}
    for place, heading in enumerate(headings):
        field = named.get(heading) or _OF_HEADING.get(heading)
        is_taken = heading not in named and field in named.values()
        if field is not None and not is_taken:
            fields.setdefault(field, []).append(place)
    return fields


def _layout(fields: Mapping[str, Sequence[int]]) -> Layout:
    columns = {field: tuple(fields.get(field, ())) for field in FIELDS}
    return Layout(
        names=(*columns["first name"], *columns["middle name"], *columns["last name"]),
        whole=columns["name"],
        organisation=columns["organisation"],
        title=columns["title"],
        emails=columns["email"],
        phones=columns["phone"],
        urls=columns["url"],
        aliases=columns["alias"],
        skills=columns["skill"],
        needs=columns["need"],
        note=columns["note"],
        through=columns["through"],
        every=columns["every"],
        met_on=columns["met on"],
        is_archived=columns["archived"],
        uid=columns["id"],
        cut=_cut,
    )


def _cut(cell: str) -> Sequence[str]:
    """The values in a cell. A comma may be part of a number or an address of the web."""
    if ";" in cell or "\n" in cell or "," in cell:
        return (_SEMICOLONS if ";" in cell or "/" in cell else _COMMAS).split(cell)
    return (cell,)


def _unused(table: Table, headings: Sequence[str], mapping: Mapping[str, str]) -> Iterator[Entry]:
    """What was named and is not there, and the columns that are nothing here."""
    named = lowered(list(mapping))
    for column, heading in zip(mapping, named, strict=True):
        if heading not in headings:
            yield Noted(
                table.place,
                f'There is no column "{excerpt(column)}". {told_headings(table.header)}',
            )
    for heading, shown in zip(headings, table.header, strict=True):
        if heading and heading not in chain(named, _OF_HEADING):
            yield Skipped(table.place, f'the column "{excerpt(shown)}"')


def told_headings(header: Row) -> str:
    """Which columns a table has, in a sentence."""
    columns = [f'"{excerpt(heading)}"' for heading in header[:12] if heading]
    return f"The table has {join(columns)}." if columns else "No headings were found."


def named_nowhere(mapping: Mapping[str, str], headers: Sequence[Row]) -> str | None:
    """The first column that was named and that no table has; None where all are there."""
    known = {heading for header in headers for heading in lowered(header)}
    named = zip(mapping, lowered(list(mapping)), strict=True)
    return next((column for column, heading in named if heading not in known), None)

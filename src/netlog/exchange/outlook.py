"""Outlook's contacts in a table, of the desktop (about 92 columns) and of Outlook.com.

`Title` is how somebody is addressed, not what they do: that is `Job Title`.
"""

from collections.abc import Iterator

from netlog.exchange.format import Reading
from netlog.exchange.records import Entry
from netlog.exchange.sheet import ContactTable, Layout, cards, lowered, places
from netlog.exchange.table import Row, Table

_OF_OUTLOOK = frozenset(
    {
        *("e-mail 2 address", "e-mail display name", "business street", "home street"),
        *("business phone", "referred by", "personal web page", "other street"),
    }
)
_FEWEST = 2  # of these; a table with less of them is a plain one


class Outlook(ContactTable):
    """Contacts with a column for each kind of address and number."""

    name = "outlook"
    label = "Outlook contacts"

    def is_header(self, row: Row) -> bool:
        headings = set(lowered(row))
        return {"first name", "last name"} <= headings and len(headings & _OF_OUTLOOK) >= _FEWEST

    def entries(self, table: Table, reading: Reading) -> Iterator[Entry]:
        headings = lowered(table.header)
        layout = Layout(
            names=places(headings, "first name", "middle name", "last name"),
            organisation=places(headings, "company"),
            title=places(headings, "job title"),
            emails=places(headings, "e-mail address", "e-mail 2 address", "e-mail 3 address"),
            phones=places(
                headings,
                *("primary phone", "mobile phone", "business phone", "business phone 2"),
                *("home phone", "home phone 2", "other phone", "car phone", "radio phone"),
            ),
            urls=places(headings, "web page", "personal web page", "business web page"),
            aliases=places(headings, "nickname"),
            skills=places(headings, "categories"),
            note=places(headings, "notes"),
            through=places(headings, "referred by"),
            cut=_cut,
        )
        return cards(table, layout, reading)


def _cut(cell: str) -> list[str]:
    return cell.split(";")

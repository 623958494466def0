"""Cards from the rows of a table: which columns say what, and how a cell of several is cut.

Each format of contacts in a table is a `Layout`; the loop over the rows is the same for all.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, BinaryIO, NamedTuple

from netlog.domain.people.names import looks_like_email
from netlog.domain.people.phones import looks_like_phone
from netlog.exchange.days import Unclear, days_between, read_day
from netlog.exchange.format import Reading
from netlog.exchange.records import Card, Entry, Problem, Skipped
from netlog.exchange.table import Row, Table, has_header, unguarded
from netlog.exchange.text import Text
from netlog.exchange.write.rejects import of_table

Columns = tuple[int, ...]
Cut = Callable[[str], Sequence[str]]
Is = Callable[[str], bool]

MOST_VALUES = 100  # of a cell
_MARKED = re.compile(r"[<:/|\s]")  # an address that is not alone, or not bare
_BETWEEN_ADDRESSES = re.compile(r"[\s/|]+")
_BETWEEN_NUMBERS = re.compile(r" +/ +|, *| +(?:or|and|oder|und) +")
_WHOLE_NUMBER = 7  # digits


class Layout(NamedTuple):
    """Which columns of a table are what, by their places from 0.

    The cells of `names` are put together to a name, where no cell of `whole` has all of it. `cut`
    cuts a cell into the values that are in it. `stars` has the column with the label of a column,
    where a star in front of it says that its value goes before others. `tidied` makes of a card
    what the program meant.
    """

    names: Columns = ()
    whole: Columns = ()
    organisation: Columns = ()
    title: Columns = ()
    emails: Columns = ()
    phones: Columns = ()
    urls: Columns = ()
    aliases: Columns = ()
    skills: Columns = ()
    needs: Columns = ()
    note: Columns = ()
    through: Columns = ()
    every: Columns = ()
    met_on: Columns = ()
    is_archived: Columns = ()
    uid: Columns = ()
    cut: Cut = str.split
    stars: Mapping[int, int] = {}
    tidied: Callable[[Card], Card] | None = None


class ContactTable(ABC):
    """A format of contacts in a table: it says what tells its header, and what its rows are."""

    name: str
    label: str

    @abstractmethod
    def is_header(self, row: Row) -> bool:
        """Whether a row is the header of such a table."""

    @abstractmethod
    def entries(self, table: Table, reading: Reading) -> Iterator[Entry]:
        """What the rows say, most often as `cards` of a `Layout`."""

    def table(self, stream: BinaryIO, reading: Reading) -> Table:  # noqa: ARG002 - see `Plain`
        """The table in a file."""
        return Table(stream, self.is_header)

    def recognise(self, head: bytes) -> bool:
        """Whether a file that begins so is of this format."""
        return has_header(head, self.is_header)

    def read(self, stream: BinaryIO, reading: Reading) -> Iterator[Entry]:
        """What the file says, row by row."""
        yield from self.entries(self.table(stream, reading), reading)

    def rejects(
        self, stream: BinaryIO, reading: Reading, problems: Sequence[Problem]
    ) -> Iterator[str]:
        """A table of only what the problems are about, to be mended."""
        return of_table(self.table(stream, reading), problems)


def cards(table: Table, layout: Layout, reading: Reading) -> Iterator[Entry]:
    """A card for each row that says anything, and what is wrong with the table as it is met."""
    if not table.header:
        yield from table.text.new_problems()
        yield Problem(1, "No row with the names of the columns was found.")
        return
    text, has_more = table.text, bool(layout.every or layout.met_on or layout.is_archived)
    # The hot loop: what a table has no columns for costs nothing.
    texts, lists = _slots(layout, _TEXTS), _slots(layout, _LISTS)
    blank: list[Any] = list(Card(0))
    for place, row in table.rows():
        if text.problems:
            yield from text.new_problems()
        values = blank.copy()
        values[0], values[1] = place, _name(row, layout)
        for slot, columns in texts:
            values[slot] = _first(row, columns)
        for slot, columns in lists:
            ordered = _starred_first(row, columns, layout.stars) if layout.stars else columns
            values[slot] = _several(row, ordered, layout.cut)
        if values[_EMAILS]:
            values[_EMAILS] = _addresses(values[_EMAILS])
        values[_PHONES] = _numbers(values[_PHONES])
        if has_more:
            _read_more(values, row, layout, reading, text)
        card = Card._make(values)
        if not card.name and card.aliases:
            card = card._replace(name=card.aliases[0], aliases=card.aliases[1:])
        if card.name or card.organisation or card.emails or card.phones or card.urls:
            yield card if layout.tidied is None else layout.tidied(card)
        else:
            yield Skipped(place, "a row without a name")
    yield from text.new_problems()


_TEXTS = ("organisation", "title", "note", "through", "uid")
_LISTS = ("emails", "phones", "urls", "aliases", "skills", "needs")
_YES = frozenset({"yes", "y", "true", "1", "x"})
_EMAILS, _PHONES, _EVERY, _MET_ON, _IS_ARCHIVED = map(
    Card._fields.index, ("emails", "phones", "every", "met_on", "is_archived")
)


def _slots(layout: Layout, fields: Sequence[str]) -> list[tuple[int, Columns]]:
    """Where each field stands in a card, and the columns that it is made of, where it has any."""
    made_of = [(Card._fields.index(field), getattr(layout, field)) for field in fields]
    return [(slot, columns) for slot, columns in made_of if columns]


def cell_text(cell: str) -> str:
    """What a cell says, without blanks around it and the apostrophe of `unguarded`."""
    return unguarded(cell.strip())


def _name(row: Row, layout: Layout) -> str:
    parts = [part for column in layout.names if (part := cell_text(row[column]))]
    return _first(row, layout.whole) or " ".join(parts)


def _first(row: Row, columns: Columns) -> str:
    for column in columns:
        if row[column] and (text := cell_text(row[column])):
            return text
    return ""


def _starred_first(row: Row, columns: Columns, stars: Mapping[int, int]) -> Columns:
    starred = [column for column in columns if row[stars.get(column, column)][:1] == "*"]
    return (*starred, *(column for column in columns if column not in starred))


def _several(row: Row, columns: Columns, cut: Cut) -> tuple[str, ...]:
    """The values in some cells, each once, in their order."""
    if len(columns) == 1:
        cell = row[columns[0]]
        if not cell:
            return ()
        parts = cut(cell)
        if len(parts) == 1:
            text = cell_text(cell)
            return (text,) if text else ()
    values: list[str] = []
    for column in columns:
        if cell := row[column]:
            for part in cut(cell)[:MOST_VALUES]:
                text = cell_text(part)
                if text and text not in values:
                    values.append(text)
    return tuple(values)


def _addresses(texts: Sequence[str]) -> tuple[str, ...]:
    """The e-mail addresses in texts such as `Dana <dana@example.com>`."""
    if len(texts) == 1 and not _MARKED.search(texts[0]):
        return tuple(texts)
    addresses: list[str] = []
    for text in _apart(texts, _BETWEEN_ADDRESSES, looks_like_email):
        address = text.partition("<")[2].partition(">")[0].strip() if "<" in text else text
        address = address.removeprefix("mailto:")
        if address and address not in addresses:
            addresses.append(address)
    return tuple(addresses)


def _numbers(texts: Sequence[str]) -> tuple[str, ...]:
    """The phone numbers in texts such as `0171 555010 / 030 555010`."""
    return tuple(dict.fromkeys(_apart(texts, _BETWEEN_NUMBERS, _is_whole_number)))


def _apart(texts: Sequence[str], between: re.Pattern[str], is_one: Is) -> Iterator[str]:
    """The texts, and of one in which several stand beside each other each of them."""
    for text in texts:
        parts = between.split(text.strip())
        yield from parts if len(parts) > 1 and all(map(is_one, parts)) else (text,)


def _is_whole_number(text: str) -> bool:
    """Whether a text is a whole number, and no code of an area."""
    return looks_like_phone(text) and sum(map(str.isdigit, text)) >= _WHOLE_NUMBER


def _read_more(values: list[Any], row: Row, layout: Layout, reading: Reading, text: Text) -> None:
    """Put into the values of a card what is no text."""
    try:
        values[_EVERY] = days_between(_first(row, layout.every))
    except Unclear as error:
        text.problem(values[0], str(error), is_part=True)
    try:
        values[_MET_ON] = read_day(_first(row, layout.met_on), reading.today, reading.order)
    except Unclear as error:
        text.problem(values[0], str(error), is_part=True)
    values[_IS_ARCHIVED] = _first(row, layout.is_archived).lower() in _YES


def places(headings: Sequence[str], *wanted: str) -> Columns:
    """Where columns stand that are called so, in the order in which they are wanted."""
    return tuple(
        place for name in wanted for place, heading in enumerate(headings) if heading == name
    )


def lowered(header: Row) -> list[str]:
    """Headings as they are compared."""
    return [" ".join(heading.lower().split()) for heading in header]

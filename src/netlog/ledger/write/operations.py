"""Operations on facts, and the canonical JSON in which the journal keeps them, part by part."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import compress, groupby, islice
from operator import itemgetter, ne
from typing import Any, NamedTuple

from netlog.domain.records import Party
from netlog.ledger.file.digests import Stored
from netlog.ledger.read.records import TABLE_OF

RowValues = Mapping[str, str | int | None]
NUMBER = "number"  # the numbers that were given, which no undo takes back
BACKUP = "backup"  # no fact, but how to take back a restore: `netlog.ledger.write.restoring`
LONGEST = 1 << 20  # characters of operations in one row
AT_A_TIME = 5_000  # operations that are held in memory
# The columns of the facts, in the order of their tables. It is for ever, as the journal tells them
# by their places: a new column comes last.
COLUMNS_OF: Mapping[str, Sequence[str]] = {
    "origin": ("name",),
    "terms": ("days",),
    "former_party": Party._fields[1:],
    BACKUP: ("name", "tip"),
    **{table: record._fields[1:] for record, table in TABLE_OF.items()},  # type: ignore[attr-defined]
}
_encode = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode


class Operation(NamedTuple):
    """One fact that a command wrote: told (no before), taken out (no after) or changed.

    Of what is told or taken out, columns that are as usual are left out; of what is changed, those
    that stay.
    """

    table: str
    id: int
    before: RowValues | None
    after: RowValues | None

    def fits(self, row: RowValues | None, usual: RowValues) -> bool:
        """Whether a fact is as this found it, None where it is not there.

        Args:
            row: the fact as it is, but for its id.
            usual: what its columns hold where an operation leaves them out.
        """
        if self.before is None or row is None:
            return self.before is None and row is None
        expected = self.before if self.after is not None else {**usual, **self.before}
        return all(row[column] == value for column, value in expected.items())

    def inverse(self) -> "Operation":
        """The operation that takes this one back."""
        return Operation(self.table, self.id, self.after, self.before)


class Parts:
    """Operations as texts of canonical JSON, none longer than `LONGEST` unless one of them is.

    The same ones always give the same texts. Facts of one table that were told in a row share a
    head: the table, and a number whose bits are the columns that follow. An introduction tells ten
    facts, and the journal is most of the file.
    """

    def __init__(self, keep: Callable[[str], None]) -> None:
        """Take what keeps a text once it is full."""
        self._keep = keep
        self._groups: list[tuple[str, list[str]]] = []  # texts of facts behind their head
        self._length = 0

    def add(self, operations: Iterable[Operation]) -> None:
        """Put operations behind the others."""
        for head, some in groupby(operations, _head):
            while facts := [_fact(operation) for operation in islice(some, AT_A_TIME)]:
                self._put(head, facts)

    def tell(
        self, table: str, rows: Iterable[Sequence[Stored]], as_usual: Sequence[Stored]
    ) -> None:
        """Put that facts of a table were told behind the others.

        Args:
            table: where they belong.
            rows: their ids, and all their columns.
            as_usual: what the columns hold that are left out.
        """
        columns = COLUMNS_OF[table]
        marked_rows = ((tuple(map(ne, row[1:], as_usual)), row) for row in rows)
        for unusual, some in groupby(marked_rows, itemgetter(0)):
            head = _head_of(table, compress(columns, unusual))
            facts = [[row[0], *compress(row[1:], unusual)] for _, row in some]
            self._put(head, facts)

    def end(self) -> None:
        """Keep what is left; of no operations at all, that there are none."""
        self._keep(f"[{','.join(_group(head, texts) for head, texts in self._groups)}]")
        self._groups, self._length = [], 0

    def _put(self, head: str, facts: Sequence[Sequence[Any]]) -> None:
        """Put what has one head behind the others, at once or, where it is too long, by halves."""
        text = _encode(facts)[1:-1]
        if self._length_with(head, text) > LONGEST:
            if len(facts) > 1:
                middle = len(facts) // 2
                self._put(head, facts[:middle])
                self._put(head, facts[middle:])
                return
            if self._groups:
                self.end()
        self._length = self._length_with(head, text)
        if not self._goes_on(head):
            self._groups.append((head, []))
        self._groups[-1][1].append(text)

    def _goes_on(self, head: str) -> bool:
        return bool(head and self._groups and self._groups[-1][0] == head)

    def _length_with(self, head: str, text: str) -> int:
        """How long the part would be with a text behind the others."""
        frame = 0 if self._goes_on(head) or not head else len(head) + len("[]]")
        return (self._length or len("[]")) + len(text) + frame + (len(",") if self._groups else 0)


def _head(operation: Operation) -> str:
    """What facts share that were told in a row; "" of what was taken out or changed."""
    table, _, before, after = operation
    return _head_of(table, after) if before is None and after is not None else ""


def _head_of(table: str, columns: Iterable[str]) -> str:
    places = map(COLUMNS_OF[table].index, columns)
    return f'["{table}",{sum(1 << place for place in places)},'


def _fact(operation: Operation) -> Sequence[Any]:
    table, key, before, after = operation
    if before is not None or after is None:
        return operation
    return [key, *(after[column] for column in COLUMNS_OF[table] if column in after)]


def _group(head: str, texts: Iterable[str]) -> str:
    return f"{head}[{','.join(texts)}]]" if head else ",".join(texts)


def in_rows(operations: Iterable[Operation]) -> Iterator[str]:
    """Operations as texts of canonical JSON, none longer than `LONGEST` unless one of them is."""
    texts: list[str] = []
    parts = Parts(texts.append)
    waiting = iter(operations)
    while some := list(islice(waiting, AT_A_TIME)):
        parts.add(some)
        yield from texts
        texts.clear()
    parts.end()
    yield from texts


def from_json(text: str, tables: Collection[str] | None = None) -> Iterator[Operation]:
    """The operations that a text holds, or those of them on some tables."""
    for table, *head, last in json.loads(text):
        if tables is not None and table not in tables:
            continue
        if len(head) > 1:
            yield Operation(table, head[0], head[1], last)
            continue
        columns = [column for place, column in enumerate(COLUMNS_OF[table]) if head[0] >> place & 1]
        for key, *values in last:
            yield Operation(table, key, None, dict(zip(columns, values, strict=True)))

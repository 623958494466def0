"""Which row of this ledger each row of the other copy is: under its own id, if that is free."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import groupby

from netlog.ledger.write.join.parting import Moved
from netlog.ledger.write.join.since import space_of
from netlog.ledger.write.operations import RowValues

# By which columns a row refers to another, and in which table.
REFERENCES: Mapping[str, str] = {
    **dict.fromkeys(("contact_id", "author_id", "recipient_id", "organisation_id"), "contact"),
    **dict.fromkeys(("event_id", "introduction_id", "replaces_id"), "event"),
    **dict.fromkeys(("item_id", "keeps_id"), "number"),
    **dict.fromkeys(("debtor_place", "creditor_place"), "party"),
    "acknowledgement_id": "acknowledgement",
    "statement_id": "statement",
    "terms_id": "terms",
    "origin": "origin",
}
# What has no number of its own but what it holds: the column that refers to it, and what it holds.
UNNUMBERED: Mapping[str, tuple[str, str]] = {
    "terms": ("terms_id", "days"),
    "origin": ("origin", "name"),
}
NOBODY = 0  # no row has it: what it names there was told and taken out again


class Ids:
    """The ids that rows of the other copy have here."""

    def __init__(
        self,
        ours: sqlite3.Connection,
        moved: Moved,
        common: Mapping[str, int],
        highest: Mapping[str, int],
    ) -> None:
        """Take what is known.

        Args:
            ours: this ledger.
            moved: the rows that came from the other copy before, by their ids there.
            common: the highest id of each table when the two went apart.
            highest: the highest that the other copy had given when it was joined last.
        """
        self._ours = ours
        self._moved, self._common, self._highest = moved, common, highest
        self._new: dict[str, dict[int, int]] = defaultdict(dict)
        # The same the other way round: the first of several that are one here.
        self._back_new: dict[str, dict[int, int]] = defaultdict(dict)
        self._back: dict[str, dict[int, int]] = {
            space: {here: there for there, here in sorted(pairs.items(), reverse=True)}
            for space, pairs in moved.items()
        }

    def is_new(self, table: str, key: int) -> bool:
        """Whether the other copy gave that id since the two parted, or the row never came here."""
        space = space_of(table)
        if key > self._highest.get(space, 0):
            return True
        return key > self._common.get(space, 0) and key not in self._moved.get(space, {})

    def of(self, table: str, key: int) -> int:
        """The id that a row of the other copy has here."""
        space = space_of(table)
        given = self._new[space].get(key)
        if given is None and not self.is_new(space, key):
            return self._moved.get(space, {}).get(key, key)
        return given or NOBODY

    def there(self, table: str, key: int) -> int:
        """The id there of a row that is here; its own where the other copy never had it."""
        space = space_of(table)
        before = self._back.get(space, {}).get(key, key)
        return self._back_new[space].get(key, before)

    def is_known(self, table: str, here: int) -> bool:
        """Whether the other copy had a row of this ledger when the two were one, or joined."""
        there = self.there(table, here)
        return not self.is_new(table, there) and self.of(table, there) == here

    def row(self, row: RowValues) -> dict[str, str | int | None]:
        """A row of the other copy with the ids of this one."""
        return {
            name: self.of(REFERENCES[name], value)
            if name in REFERENCES and isinstance(value, int)
            else value
            for name, value in row.items()
        }

    def take(self, table: str, key: int, here: int) -> None:
        """Note that a row of the other copy is one that is here."""
        space = space_of(table)
        self._new[space][key] = here
        self._back_new[space].setdefault(here, key)

    def give(self, table: str, keys: Iterable[int], group: Callable[[int], int]) -> None:
        """Give ids to new rows: their own where none of a group is taken, else others in order.

        Args:
            table: where they are.
            keys: their ids there.
            group: by which they stay together.
        """
        wanted = sorted(keys)
        given = highest_given(self._ours, table)
        following = max([given, *wanted, *self._new[space_of(table)].values()]) + 1
        in_groups = sorted(wanted, key=lambda key: (group(key), key))
        for _, some in groupby(in_groups, key=group):
            members = list(some)
            is_free = members[0] > given
            for key in members:
                self.take(table, key, key if is_free else following)
                following += not is_free

    def new(self) -> dict[str, dict[int, int]]:
        """The rows that the other copy told since the two parted: their ids there, and here."""
        return {space: dict(pairs) for space, pairs in self._new.items()}

    def came(self) -> dict[str, dict[int, int]]:
        """All rows that came from the other copy, now and before: their ids there, and here."""
        spaces = {*self._moved, *self._new}
        return {space: {**self._moved.get(space, {}), **self._new[space]} for space in spaces}


def highest_given(connection: sqlite3.Connection, table: str) -> int:
    """The highest id that a table ever gave, as far as it remembers."""
    row = connection.execute(
        f"SELECT max(ifnull((SELECT max(id) FROM {table}), 0),"
        " ifnull((SELECT seq FROM sqlite_sequence WHERE name = ?), 0))",
        (table,),
    ).fetchone()
    return int(row[0])

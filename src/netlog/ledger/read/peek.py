"""Looking into the ledger for completion: fast, and nothing that waits, mends, creates or fails.

A key that is pressed to see names must not change a file, and where the ledger cannot be read
at this moment there is nothing to offer, which is no error.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from netlog.domain.people.names import begins_words, comparison_key, words
from netlog.domain.records import Event, Obligation
from netlog.ledger.file.connect import viewing
from netlog.ledger.file.identity import identify
from netlog.ledger.read.archived import AT_REST, IN_SIGHT
from netlog.ledger.read.nobody import NAMED, WITH_NOBODY
from netlog.ledger.read.records import select

PATIENCE_SECONDS = 0.2  # that a writer may keep us waiting
_DIGITS = 18
_NAMES = f"SELECT key, id, name FROM contact t WHERE instr(key, ?) AND {IN_SIGHT} ORDER BY key"
_ALIASES = (
    "SELECT d.key, t.id, value FROM detail d JOIN contact t ON t.id = d.contact_id"
    f" WHERE d.kind IN ('alias', 'email') AND instr(d.key, ?) AND {IN_SIGHT} ORDER BY d.key"
)


class Named(NamedTuple):
    """A name or an alias that somebody has, with the contact's name, kind and organisation."""

    called: str
    name: str
    kind: str
    organisation: str | None


@contextmanager
def peeking(path: Path) -> Iterator[sqlite3.Connection]:
    """A read-only view of the ledger, as it is.

    Raises:
        LookupError: it is of an older version, and looking does not migrate it.
        NetlogError, sqlite3.Error: it cannot be read now.
    """
    if identify(path).is_behind:
        raise LookupError(path)
    with viewing(path, PATIENCE_SECONDS) as connection:
        yield connection


def names(connection: sqlite3.Connection, typed: str, most: int) -> list[Named]:
    """The names in sight of which each typed word begins a word of its own, in their order.

    An alias or an e-mail address comes only where the contact's own name does not fit; what has
    an @ in it is the beginning of an address.
    """
    address = comparison_key(typed) if "@" in typed else ""
    key = _key(typed)
    own = _fitting(connection, _NAMES, key, address, most)
    by_name = {contact_id for _, contact_id, _ in own}
    aliases = _fitting(connection, _ALIASES, key, address, most) if key else []
    others = [row for row in aliases if row[1] not in by_name]
    return [
        Named(called, *_contact(connection, contact_id))
        for _, contact_id, called in sorted([*own, *others])[:most]
    ]


def participants(connection: sqlite3.Connection, event_id: int, typed: str) -> list[str]:
    """The names of those in an event of which each typed word begins a word of its own."""
    key = _key(typed)
    rows = connection.execute(
        "SELECT DISTINCT t.key, t.name FROM party p JOIN contact t ON t.id = p.contact_id"
        f" WHERE p.event_id = ? AND {NAMED} ORDER BY t.key",
        (event_id,),
    )
    return [name for own, name in rows if begins_words(key, own)]


def _key(typed: str) -> str:
    return " ".join(words(comparison_key(typed))) if typed.strip() else ""


def _fitting(
    connection: sqlite3.Connection, statement: str, key: str, address: str, most: int
) -> list[tuple[str, int, str]]:
    longest = max(key.split(), key=len, default="")  # everything has "" in it
    rows = connection.execute(statement, (longest,))
    fitting = (row for row in rows if begins_words(key, row[0]) and row[0].startswith(address))
    return list(islice(fitting, most))


def _contact(connection: sqlite3.Connection, contact_id: int) -> tuple[str, str, str | None]:
    name, kind, organisation = connection.execute(
        "SELECT c.name, c.kind, o.name FROM contact c"
        " LEFT JOIN contact o ON o.id = c.organisation_id WHERE c.id = ?",
        (contact_id,),
    ).fetchone()
    return name, kind, organisation


def open_items(
    connection: sqlite3.Connection, me: int, digits: str, kinds: tuple[str, ...], most: int
) -> list[Obligation]:
    """My open obligations in sight, either way, whose ids begin so, the first due first."""
    beginning, bounds = _beginning(digits)
    of_kind = f"AND t.kind IN ({', '.join('?' * len(kinds))})" if kinds else ""
    return select(
        connection,
        Obligation,
        f"WHERE t.closed_on IS NULL AND (t.debtor_id = ? OR t.creditor_id = ?) {of_kind}"
        f" AND {beginning} AND NOT {AT_REST} AND NOT {WITH_NOBODY} ORDER BY t.due_on, t.id LIMIT ?",
        (me, me, *kinds, *bounds, most),
    )


def events(connection: sqlite3.Connection, digits: str, kind: str, most: int) -> list[Event]:
    """The events whose ids begin so, of one kind or of any for "", the last first."""
    latest: list[Event] = []
    for low, high in reversed(_ranges(digits)):
        latest += select(
            connection,
            Event,
            "WHERE t.id BETWEEN ? AND ? AND t.kind LIKE ? ORDER BY t.id DESC LIMIT ?",
            (low, high, kind or "%", most - len(latest)),
        )
    return latest


def skills(connection: sqlite3.Connection) -> list[str]:
    """Every skill that somebody has."""
    rows = connection.execute(
        "SELECT min(value) FROM detail WHERE kind = 'skill' GROUP BY key ORDER BY key"
    )
    return [skill for (skill,) in rows]


def organisations(connection: sqlite3.Connection) -> list[str]:
    """The name of every organisation."""
    rows = connection.execute("SELECT name FROM contact WHERE kind = 'organisation' ORDER BY key")
    return [name for (name,) in rows]


def _ranges(digits: str) -> list[tuple[int, int]]:
    """Which ids begin so, as an index can tell: 12 to 12, 120 to 129, 1200 to 1299, ..."""
    if not digits:
        return [(0, 10**_DIGITS - 1)]
    return [
        (int(digits) * 10**more, (int(digits) + 1) * 10**more - 1)
        for more in range(_DIGITS - len(digits))
    ]


def _beginning(digits: str) -> tuple[str, tuple[int, ...]]:
    """The same as a condition with its values; the + leaves the index of the open ones in use."""
    ranges = _ranges(digits)
    bounds = tuple(bound for both in ranges for bound in both)
    return f"({' OR '.join(['+t.id BETWEEN ? AND ?'] * len(ranges)) or 'FALSE'})", bounds

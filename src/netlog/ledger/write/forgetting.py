"""Forgetting somebody: what is theirs alone goes, and what is others' too stays without them.

Everything is written anew into tables that are made anew, in one transaction: a row that is taken
out leaves its bytes in the gaps of a page that stays, and a page that is freed is overwritten.
"""

import sqlite3
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from netlog.domain.people.forgetting import BAR, SOMEBODY, Traces, key_of_nobody, traces_of_name
from netlog.domain.people.names import comparison_key
from netlog.ledger.file.access import make_ready, writing
from netlog.ledger.file.backup import back_up
from netlog.ledger.file.connect import open_as_it_stands
from netlog.ledger.file.connection import WriterConnection
from netlog.ledger.file.copies import names as is_named
from netlog.ledger.file.layout import layout
from netlog.ledger.file.rebuilding import copy_table, projected
from netlog.ledger.file.restore import last_change
from netlog.ledger.read.contacts import details
from netlog.ledger.read.forgetting import About, about, namesakes
from netlog.ledger.read.nobody import nameless
from netlog.ledger.read.records import me, rows_in
from netlog.ledger.write.anew import begin_journal, last_told
from netlog.ledger.write.former import former_details
from netlog.ledger.write.journal import FORGETTING
from netlog.ledger.write.orm import get_ready
from netlog.ledger.write.schema import SQLModel

_SUMMARY = "Somebody was forgotten"

_TEXTS = {
    "event": ("about", "via", "note", "place", "fee", "source"),
    "acknowledgement": ("via", "note"),
    "statement": ("via", "note"),
    "detail": ("value",),
}
_OF_OTHERS = "kind IN ('skill', 'need', 'title', 'extra')"  # what may speak of somebody else
# What is known of somebody, and what belongs to them. Since when they are out of sight stays: it
# says something of others who wait for them.
_NAMELESS = (
    "DELETE FROM detail WHERE contact_id = :id",
    "DELETE FROM interval WHERE contact_id = :id",
    "DELETE FROM former_party WHERE contact_id = :id",
    (
        "DELETE FROM archival WHERE contact_id = :id AND (is_over OR contact_id NOT IN"
        " (SELECT contact_id FROM archived WHERE since_on = archival.since_on))"
    ),
    "UPDATE contact SET organisation_id = NULL WHERE organisation_id = :id",
    (
        "UPDATE contact SET name = :name, key = :key, kind = 'person', organisation_id = NULL"
        " WHERE id = :id"
    ),
)
# What nobody can be owed any more. A silence stays: it says something of who introduced them.
_OWED = (
    "SELECT id, opened_on FROM obligation WHERE closed_on ISNULL AND kind IN ('thanks', 'update')"
    " AND (debtor_id = :me AND creditor_id = :id OR debtor_id = :id AND creditor_id = :me)"
    " ORDER BY id"
)
# Places that only nameless contacts had, once nothing stands in them any more.
_LEFT_NOWHERE = (
    "SELECT id FROM contact WHERE key < '!' AND id NOT IN (SELECT contact_id FROM party)"
    " AND id NOT IN (SELECT author_id FROM acknowledgement)"
    " AND id NOT IN (SELECT recipient_id FROM acknowledgement)"
)


class Forgotten(NamedTuple):
    """What there was of somebody, in how many texts the name was, and a backup of before."""

    about: About
    texts: int
    backup: Path | None = None


def forget(
    ledger: Path, find: Callable[[sqlite3.Connection], About], *, keeps_backup: bool
) -> Forgotten:
    """Leave no trace of a contact in the ledger.

    Args:
        ledger: the ledger.
        find: says whom, and may raise: then nothing is written.
        keeps_backup: whether what was before is kept as a backup.

    Raises:
        LedgerUnusable: the file cannot be used as it is.
    """
    get_ready()
    with writing(ledger) as connection:
        known = find(connection)
        backup = back_up(ledger) if keeps_backup else None
        texts = _write_without(connection, [known], known.traces)
    return Forgotten(known, texts, backup)


def forget_in_copy(copy: Path, keys: Collection[str], traces: Traces) -> None:
    """Leave no trace of a contact in another copy of the ledger either.

    Args:
        copy: the file.
        keys: what they are called, here or there, as it is compared.
        traces: by what texts name them here; there it may be by more.

    Raises:
        LedgerUnusable: the file cannot be used as it is.
    """
    get_ready()
    make_ready(copy, backs_up=False)
    with writing(copy) as connection:
        alike = namesakes(connection, keys)
        whom = [about(connection, each, former_details(connection, each)) for each in alike]
        for known in whom:
            traces = traces.and_also(known.traces)
        _write_without(connection, whom, traces)


def names_there(copy: Path, names: Sequence[str]) -> list[str]:
    """By which of somebody's names they are to be forgotten in a copy, which may know them by one.

    What it knows of whoever has one of these names goes with it, and is not told again.
    """
    wanted: list[str] = []
    reached: set[str] = set()
    for name in names:
        if comparison_key(name) not in reached and is_named(copy, traces_of_name(name)):
            wanted.append(name)
            reached |= _reached_by(copy, name)
    return wanted


def _reached_by(copy: Path, name: str) -> set[str]:
    """What a copy, of whatever format and in whatever state, knows of whoever is called so."""
    with suppress(sqlite3.Error), closing(open_as_it_stands(copy)) as connection:
        alike = namesakes(connection, [comparison_key(name)])
        known = (detail.key for each in alike for detail in details(connection, each.id))
        return {*known, *(each.key for each in alike)}
    return set()


def _write_without(connection: WriterConnection, whom: Iterable[About], traces: Traces) -> int:
    """Write the ledger anew without somebody; in how many texts the name was."""
    for known in whom:
        _take_out(connection, known)
    texts = _black_out(connection, traces)
    _write_anew(connection)
    connection.keep(last_change(connection))
    return texts


def count_texts(connection: sqlite3.Connection, known: About) -> int:
    """In how many texts that stay somebody is named."""
    gone = {
        "event": known.events,
        "acknowledgement": known.acknowledgements,
        "statement": known.statements,
    }
    wordless = {"event": known.bare, "acknowledgement": known.bare_acknowledgements}
    return sum(
        key not in gone.get(table, ())
        and owner != known.contact.id
        and (key not in wordless.get(table, ()) or BAR in texts["via"])
        for table, key, owner, texts in _named(connection, known.traces)
    )


def _take_out(connection: sqlite3.Connection, known: About) -> None:
    """Take out what is theirs alone, and their name off what stays."""
    for statement, ids in (
        ("DELETE FROM statement WHERE id IN ({ids})", known.statements),
        ("DELETE FROM acknowledgement WHERE id IN ({ids})", known.acknowledgements),
        ("DELETE FROM party WHERE event_id IN ({ids})", known.events),
        ("DELETE FROM former_party WHERE event_id IN ({ids})", known.events),
        ("DELETE FROM event WHERE id IN ({ids})", known.events),
        ("UPDATE event SET replaces_id = NULL WHERE replaces_id IN ({ids})", known.events),
        ("UPDATE event SET about = '', note = '', place = '' WHERE id IN ({ids})", known.bare),
        ("UPDATE acknowledgement SET note = '' WHERE id IN ({ids})", known.bare_acknowledgements),
    ):
        _run(connection, statement, ids)
    nobody = {
        "id": known.contact.id,
        "name": SOMEBODY,
        "key": key_of_nobody(known.contact.id),
    }
    for statement in _NAMELESS:
        connection.execute(statement, nobody)
    nowhere = [key for (key,) in connection.execute(_LEFT_NOWHERE).fetchall()]
    for table, column in (("archival", "contact_id"), ("former_party", "contact_id")):
        _run(connection, f"DELETE FROM {table} WHERE {column} IN ({{ids}})", nowhere)
    _run(connection, "DELETE FROM contact WHERE id IN ({ids})", nowhere)


def _black_out(connection: sqlite3.Connection, traces: Traces) -> int:
    """Put bars where texts name somebody; in how many."""
    texts = list(_named(connection, traces))
    for table, key, _, values in texts:
        if table == "detail":
            values["key"] = comparison_key(values["value"])
            _drop_twin(connection, key, values["key"])
        columns = ", ".join(f"{name} = :{name}" for name in values)
        connection.execute(f"UPDATE {table} SET {columns} WHERE id = :id", {**values, "id": key})
    return len(texts)


def _named(
    connection: sqlite3.Connection, traces: Traces
) -> Iterable[tuple[str, int, int, dict[str, str]]]:
    """The rows whose texts name somebody: the table, the id, whose it is, and the texts with bars.

    What others are called, and where they are reached, is theirs.
    """
    for table, names in _TEXTS.items():
        whose, which = ("contact_id", _OF_OTHERS) if table == "detail" else (0, 1)
        rows = connection.execute(
            f"SELECT id, {whose}, {', '.join(names)} FROM {table} WHERE {which}"
        ).fetchall()
        for key, owner, *texts in rows:
            barred = [traces.blacked_out(text) for text in texts]
            if barred != texts:
                yield table, key, owner, dict(zip(names, barred, strict=True))


def _drop_twin(connection: sqlite3.Connection, detail_id: int, key: str) -> None:
    """Drop what would be the same skill or need of the same contact once both have bars."""
    connection.execute(
        "DELETE FROM detail WHERE id <> :id AND key = :key AND (contact_id, kind) ="
        " (SELECT contact_id, kind FROM detail WHERE id = :id)",
        {"id": detail_id, "key": key},
    )


def _write_anew(connection: sqlite3.Connection) -> None:
    """Let the ledger hold its facts, and what follows from them, in tables without a past."""
    with projected(connection) as right:
        is_settled = not _waive(connection, right)
        if is_settled:
            _fill(connection, right)
    if not is_settled:
        with projected(connection) as right:
            _fill(connection, right)


def _waive(connection: sqlite3.Connection, right: sqlite3.Connection) -> bool:
    """Waive what only somebody nameless could thank for or be thanked for; whether there was any.

    On the day on which it was opened, so that the same comes of it in every copy of the ledger.
    """
    owner = me(connection)
    last = last_told(connection)
    owed = [
        row
        for key in sorted(nameless(connection))
        for row in right.execute(_OWED, {"me": owner, "id": key})
    ]
    for place, (item, day) in enumerate(owed, 1):
        connection.execute(
            "INSERT INTO statement (kind, said_on, item_id, via, note, told, origin, worth)"
            " VALUES ('waived', ?, ?, '', '', ?, 1, '')",
            (day, item, last + 16 * place),
        )
    return bool(owed)


def _fill(connection: sqlite3.Connection, right: sqlite3.Connection) -> None:
    begin_journal(right, FORGETTING, _SUMMARY, now=False)
    given = connection.execute("SELECT name, seq FROM sqlite_sequence").fetchall()
    for table in reversed(SQLModel.metadata.sorted_tables):
        connection.execute(f"DROP TABLE {table.name}")
    for made in layout().values():
        connection.execute(made.definition)
    for table in SQLModel.metadata.sorted_tables:
        copy_table(right, connection, table.name)
    connection.execute("DELETE FROM sqlite_sequence")  # numbers stay given
    connection.executemany("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", given)


def _run(connection: sqlite3.Connection, statement: str, ids: Collection[int]) -> None:
    list(rows_in(connection, statement, ids))

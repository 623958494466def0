"""The file itself refuses what the domain would refuse, whoever writes it."""

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from netlog.ledger.file.access import reading
from netlog.ledger.file.connect import open_writer, prepare
from netlog.ledger.file.identity import APPLICATION_ID, SCHEMA_VERSION
from tests.support.ledgers import FACTS, found
from tests.support.program import run_process

SOUND: dict[str, dict[str, object]] = {
    "contact": {"name": "Dana", "key": "dana", "kind": "person", "is_me": 0},
    "detail": {"contact_id": 1, "kind": "alias", "value": "Dee", "key": "dee"},
    "event": {
        "kind": "meeting",
        "happened_on": "2026-01-01",
        **dict.fromkeys(["about", "via", "note", "place", "fee"], ""),
    },
    "party": {"event_id": 1, "contact_id": 1, "role": "attendee"},
    "obligation": {
        "event_id": 1,
        "kind": "thanks",
        "debtor_id": 1,
        "creditor_id": 2,
        "times": 1,
        "opened_on": "2026-01-01",
        "due_on": "2026-01-02",
    },
    "settlement": {
        "obligation_id": 1,
        "ending": "kept",
        "settled_on": "2026-01-01",
        "times": 1,
        "via": "",
        "note": "",
    },
    "attempt": {"obligation_id": 1, "made_on": "2026-01-01", "via": "", "note": ""},
    "introduction_outcome": {
        "event_id": 1,
        "outcome": "happy",
        "noted_on": "2026-01-01",
        "via": "",
        "note": "",
    },
}
ANOTHER: dict[str, dict[str, object]] = {  # where a second sound row must differ
    "contact": {"id": 3, "key": "sam"},
    "detail": {"key": "other"},
    "introduction_outcome": {"outcome": "responded"},
}
NOTES = ("attempt.via", "attempt.note", "introduction_outcome.via", "introduction_outcome.note")
UNKNOWN = ("contact.kind", "detail.kind", "event.kind", "party.role", "obligation.kind")
UNKNOWN_TOO = ("settlement.ending", "introduction_outcome.outcome")
DAYS = (
    "event.happened_on",
    "obligation.opened_on",
    "obligation.due_on",
    "obligation.hidden_until",
    "obligation.closed_on",
    "settlement.settled_on",
    "attempt.made_on",
    "introduction_outcome.noted_on",
)
TEXTS = ("contact.name", "contact.key", "detail.value", "detail.key", "event.about", "event.via")
TEXTS_TOO = ("event.note", "event.place", "event.fee", "settlement.via", "settlement.note")
LINKS = tuple(
    f"{table}.{column}"
    for table, columns in {
        "contact": ["organisation_id"],
        "detail": ["contact_id"],
        "event": ["replaces_id"],
        "party": ["event_id", "contact_id"],
        "obligation": ["event_id", "debtor_id", "creditor_id"],
        "settlement": ["obligation_id", "event_id"],
        "attempt": ["obligation_id", "event_id"],
        "introduction_outcome": ["event_id", "cause_id"],
    }.items()
    for column in columns
)
NO_DAYS = ("2026-02-30", "20260101", "2026-1-1", "2026-01-01T10:00", "tomorrow", "", "10000-01-01")
REFUSED: list[tuple[str, object]] = [
    *((column, "nonsense") for column in UNKNOWN + UNKNOWN_TOO),
    *((column, text) for column in DAYS for text in NO_DAYS),
    *(
        (column, "a\0b")
        for column in (
            *TEXTS,
            *TEXTS_TOO,
            "attempt.via",
            "attempt.note",
            "introduction_outcome.note",
        )
    ),
    *((column, 99) for column in LINKS),
    ("contact.name", ""),
    ("contact.name", "x" * 201),
    ("contact.is_me", 2),
    ("contact.organisation_id", 3),
    ("contact.key", "me"),
    ("event.introduction_id", 1),
    ("obligation.creditor_id", 1),
    ("obligation.times", 0),
    ("obligation.times", "many"),
    ("obligation.due_on", "2025-12-31"),
    ("settlement.times", 0),
]


@pytest.fixture
def opened(ledger: Path) -> sqlite3.Connection:
    """A connection, as writers have it, to a ledger with one row in each table."""
    connection = open_writer(found(ledger))
    prepare(connection)
    connection.execute("BEGIN")
    for table in SOUND:
        insert(connection, table)
    return connection


def insert(connection: sqlite3.Connection, table: str, **changes: object) -> None:
    row = {**SOUND[table], **changes}
    marks = ", ".join("?" * len(row))
    connection.execute(
        f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", tuple(row.values())
    )


@pytest.mark.parametrize("table", [*FACTS, "change"])
def test_every_table_is_strict_and_never_gives_an_id_twice(table: str, ledger: Path) -> None:
    with closing(sqlite3.connect(found(ledger))) as connection:
        strict = connection.execute("SELECT strict FROM pragma_table_list(?)", (table,)).fetchone()
        (text,) = connection.execute(
            "SELECT sql FROM sqlite_schema WHERE name = ?", (table,)
        ).fetchone()
    assert strict == (1,)
    assert "AUTOINCREMENT" in text


@pytest.mark.parametrize("table", SOUND)
def test_a_sound_row_is_taken(table: str, opened: sqlite3.Connection) -> None:
    with closing(opened):
        insert(opened, table, **ANOTHER.get(table, {}))


@pytest.mark.parametrize(("column", "value"), REFUSED)
def test_the_file_refuses(column: str, value: object, opened: sqlite3.Connection) -> None:
    table, name = column.split(".")
    changes = {**ANOTHER.get(table, {}), name: value}
    with closing(opened), pytest.raises(sqlite3.IntegrityError):
        insert(opened, table, **changes)


def test_a_problem_needs_the_introduction_that_it_is_about(opened: sqlite3.Connection) -> None:
    with closing(opened), pytest.raises(sqlite3.IntegrityError):
        insert(opened, "event", kind="problem")


def test_what_others_refer_to_cannot_be_deleted(opened: sqlite3.Connection) -> None:
    with closing(opened), pytest.raises(sqlite3.IntegrityError):
        opened.execute("DELETE FROM contact WHERE id = 1")


def test_the_header_says_what_the_file_is(ledger: Path) -> None:
    with closing(sqlite3.connect(found(ledger))) as connection:
        identity = connection.execute("PRAGMA application_id").fetchone()
        version = connection.execute("PRAGMA user_version").fetchone()
        me = connection.execute("SELECT name FROM contact WHERE is_me").fetchall()
    assert (identity, version, me) == ((APPLICATION_ID,), (SCHEMA_VERSION,), [("me",)])


def test_file_and_folder_are_private_whatever_the_umask(ledger: Path) -> None:
    before = os.umask(0o022)
    try:
        assert run_process(ledger, "meet", "Dana Park").returncode == 0
    finally:
        os.umask(before)
    assert stat.S_IMODE(ledger.stat().st_mode) == 0o600
    assert stat.S_IMODE(ledger.parent.stat().st_mode) == 0o700
    assert [one.name for one in ledger.parent.iterdir()] == [ledger.name]


def test_a_writer_is_durable_and_strict(ledger: Path) -> None:
    settings = {
        "journal_mode": "delete",
        "synchronous": 3,
        "secure_delete": 1,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "busy_timeout": 10_000,
    }
    with closing(open_writer(found(ledger))) as connection:
        prepare(connection)
        values = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in settings}
    assert values == settings


def test_a_reader_cannot_write(ledger: Path) -> None:
    with reading(found(ledger)) as connection, pytest.raises(sqlite3.OperationalError):
        connection.execute("DELETE FROM contact")

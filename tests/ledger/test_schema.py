"""The file itself refuses what the domain would refuse, whoever writes it."""

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from netlog.ledger.file.access import reading
from netlog.ledger.file.connect import open_writer, prepare, take_write_lock
from netlog.ledger.file.digests import DIGEST
from netlog.ledger.file.identity import APPLICATION_ID, SCHEMA_VERSION
from netlog.ledger.write.operations import COLUMNS_OF
from netlog.ledger.write.schema import FACTS, POSTINGS, SQLModel
from tests.support.ledgers import found
from tests.support.program import run_process

SAID = {"via": "", "note": ""}
TOLD = {"told": 1, "origin": 1}
SOUND: dict[str, dict[str, object]] = {
    "origin": {"name": "another"},
    "terms": {"id": 1, "days": "{}"},
    "contact": {"name": "Dana", "key": "dana", "kind": "person", "is_me": 0},
    "detail": {"contact_id": 1, "kind": "alias", "value": "Dee", "key": "dee"},
    "interval": {"contact_id": 1, "since_on": "2026-01-01", "days": 42, "said": "6w", **TOLD},
    "archival": {"contact_id": 1, "since_on": "2026-01-01", "is_over": 0, **TOLD},
    "number": {"kind": "thanks", "event_id": 1, "debtor_place": 1, "creditor_place": 2},
    "event": {
        "kind": "meeting",
        "happened_on": "2026-01-01",
        **dict.fromkeys(["about", "via", "note", "place", "fee", "source"], ""),
        "times": 1,
        "no_due": 0,
        "expect_reply": 0,
        "client_first": 0,
        "undated": 0,
        "terms_id": 1,
        **TOLD,
    },
    "party": {"event_id": 1, "contact_id": 1, "role": "attendee"},
    "former_party": {"event_id": 1, "contact_id": 1, "role": "attendee"},
    "acknowledgement": {
        "kind": "thanks",
        "said_on": "2026-01-01",
        "author_id": 1,
        "recipient_id": 2,
        **SAID,
        **TOLD,
    },
    "statement": {
        "kind": "kept",
        "said_on": "2026-01-01",
        "item_id": 1,
        "worth": "",
        **SAID,
        **TOLD,
    },
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
        "ordinal": 1,
        "ending": "kept",
        "settled_on": "2026-01-01",
        "times": 1,
        **SAID,
        "moment": 1,
    },
    "attempt": {
        "obligation_id": 1,
        "ordinal": 1,
        "made_on": "2026-01-01",
        **SAID,
        "moment": 1,
    },
    "introduction_outcome": {
        "event_id": 1,
        "outcome": "happy",
        "noted_on": "2026-01-01",
        **SAID,
    },
    "archived": {"contact_id": 1, "since_on": "2026-01-01"},
}
ANOTHER: dict[str, dict[str, object]] = {  # where a second sound row must differ
    "terms": {"id": 2},
    "contact": {"id": 3, "key": "sam"},
    "detail": {"key": "other"},
    "settlement": {"ordinal": 2},
    "attempt": {"ordinal": 2},
    "introduction_outcome": {"outcome": "responded"},
    "archived": {"contact_id": 2},
}


def columns(**by_table: str) -> tuple[str, ...]:
    """The named columns of some tables."""
    return tuple(f"{table}.{name}" for table, names in by_table.items() for name in names.split())


UNKNOWN = columns(
    contact="kind",
    detail="kind",
    event="kind",
    party="role",
    former_party="role",
    number="kind",
    acknowledgement="kind",
    statement="kind",
    obligation="kind",
    settlement="ending",
    introduction_outcome="outcome",
)
DAYS = columns(
    detail="noted_on",
    interval="since_on",
    archival="since_on",
    archived="since_on",
    event="happened_on due_on",
    acknowledgement="said_on",
    statement="said_on day",
    obligation="opened_on due_on hidden_until closed_on",
    settlement="settled_on",
    attempt="made_on",
    introduction_outcome="noted_on",
)
TEXTS = columns(
    contact="name key",
    detail="value key",
    interval="said",
    event="about via note place fee source",
    acknowledgement="via note",
    statement="via note worth",
    settlement="via note",
    attempt="via note",
    introduction_outcome="via note",
)
LINKS = columns(
    contact="organisation_id",
    detail="contact_id",
    interval="contact_id origin",
    archival="contact_id origin",
    archived="contact_id",
    event="replaces_id terms_id origin keeps_id",
    party="event_id contact_id",
    former_party="event_id contact_id",
    acknowledgement="author_id recipient_id item_id origin",
    statement="item_id terms_id origin",
    obligation="event_id debtor_id creditor_id",
    settlement="obligation_id event_id acknowledgement_id statement_id",
    attempt="obligation_id event_id statement_id",
    introduction_outcome="event_id cause_id statement_id",
)
FLAGS = columns(
    contact="is_me", archival="is_over", event="no_due expect_reply client_first undated"
)
NO_DAYS = ("2026-02-30", "20260101", "2026-1-1", "2026-01-01T10:00", "tomorrow", "", "10000-01-01")
REFUSED: list[tuple[str, object]] = [
    *((column, "nonsense") for column in UNKNOWN),
    *((column, text) for column in DAYS for text in NO_DAYS),
    *((column, "a\0b") for column in TEXTS),
    *((column, 99) for column in LINKS),
    *((column, 2) for column in FLAGS),
    ("contact.name", ""),
    ("contact.name", "x" * 201),
    ("contact.organisation_id", 3),
    ("contact.key", "me"),
    ("interval.days", 0),
    ("interval.days", 3651),
    ("event.introduction_id", 1),
    ("event.times", 0),
    ("event.due_on", "2025-12-31"),
    ("acknowledgement.recipient_id", 1),
    ("detail.kind", "need"),
    ("detail.noted_on", "2026-01-01"),
    ("archived.contact_id", 1),
    ("statement.times", 0),
    ("statement.item_id", None),
    ("statement.worth", "5"),
    ("statement.kind", "worth"),
    ("obligation.creditor_id", 1),
    ("obligation.times", 0),
    ("obligation.times", "many"),
    ("obligation.due_on", "2025-12-31"),
    ("settlement.times", 0),
    ("settlement.ordinal", 1),
    ("attempt.ordinal", 1),
    ("introduction_outcome.outcome", "happy"),
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


def schema(ledger: Path, table: str) -> tuple[int, str]:
    """Whether a table is strict, and the statement that made it."""
    with closing(sqlite3.connect(found(ledger))) as connection:
        (strict,) = connection.execute(
            "SELECT strict FROM pragma_table_list(?)", (table,)
        ).fetchone()
        (text,) = connection.execute(
            "SELECT sql FROM sqlite_schema WHERE name = ?", (table,)
        ).fetchone()
    return strict, text


@pytest.mark.parametrize("table", SQLModel.metadata.tables)
def test_every_table_is_strict(table: str, ledger: Path) -> None:
    assert schema(ledger, table)[0] == 1


NUMBERED = (
    *("contact", "detail", "interval", "archival", "event", "party"),
    *("acknowledgement", "statement"),
)


@pytest.mark.parametrize("table", NUMBERED)
def test_the_id_of_a_fact_is_never_given_twice(table: str, ledger: Path) -> None:
    assert "AUTOINCREMENT" in schema(ledger, table)[1]


def test_every_table_of_facts_and_postings_has_a_sound_row() -> None:
    assert list(SOUND) == [row.__tablename__ for row in (*FACTS, *POSTINGS)]


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


def test_a_thank_you_is_for_an_item_or_for_an_event(opened: sqlite3.Connection) -> None:
    with closing(opened), pytest.raises(sqlite3.IntegrityError):
        insert(opened, "acknowledgement", item_id=1, event_id=1)


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
        "busy_timeout": 60_000,
    }
    with closing(open_writer(found(ledger))) as connection:
        prepare(connection)
        take_write_lock(connection, ledger)
        values = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in settings}
    assert values == settings


def test_a_reader_cannot_write(ledger: Path) -> None:
    with reading(found(ledger)) as connection, pytest.raises(sqlite3.OperationalError):
        connection.execute("DELETE FROM contact")


@pytest.mark.parametrize("row", FACTS)
def test_the_journal_knows_the_columns_of_facts_by_their_places(row: type[SQLModel]) -> None:
    assert ["id", *COLUMNS_OF[str(row.__tablename__)], DIGEST] == list(row.model_fields)

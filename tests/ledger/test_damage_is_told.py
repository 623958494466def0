"""What netlog never wrote is told as damage, whatever is read of it and wherever it is drawn."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from netlog.errors import LedgerDamaged
from netlog.ledger.file.faults import told_of
from tests.support.ledgers import query, snapshot
from tests.support.program import Result
from tests.support.refusals import raising

DEEP = "[" * 100_000 + "]" * 100_000
SWAPPED = (
    "CASE role WHEN 'client' THEN 'provider' WHEN 'provider' THEN 'attendee' ELSE 'client' END"
)


def damage(ledger: Path, statement: str) -> None:
    """Change a ledger as no rule of it would allow."""
    with closing(sqlite3.connect(ledger, isolation_level=None)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(statement)


@pytest.fixture
def told(netlog: Callable[..., Result], ledger: Path) -> Path:
    """A ledger with a few changes."""
    netlog("meet", "Dana Park")
    netlog("intro", "Dana", "Acme HR", "--for", "a handbook")
    netlog("reach", "Dana")
    return ledger


@pytest.mark.parametrize(
    ("statement", "argv"),
    [
        ("UPDATE change SET parent_id = id", ["undo", "--list"]),
        ("UPDATE change SET parent_id = 3 WHERE id = 1", ["undo", "--list", "--json"]),
        ("UPDATE change SET made_at = 9223372036854775807", ["undo", "--list"]),
        (f"UPDATE operations SET rows = '{DEEP}'", ["undo"]),
        ("UPDATE operations SET rows = '[[[]]]'", ["undo"]),
        (f"UPDATE party SET role = {SWAPPED}", ["history"]),
        ("UPDATE event SET kind = 'zz'", ["history", "--json"]),
        ("UPDATE event SET kind = 'zz'", ["report", "Dana", "--html", "-"]),
        ("UPDATE obligation SET kind = 'zz'", ["due"]),
        ("UPDATE obligation SET kind = 'zz'", ["brief", "Dana"]),
    ],
)
def test_damage_is_told(
    statement: str, argv: list[str], told: Path, netlog: Callable[..., Result]
) -> None:
    damage(told, statement)
    before = snapshot(told.parent)
    assert "is damaged" in netlog(*argv, code=4).err
    assert snapshot(told.parent) == before


def test_what_a_whole_ledger_does_not_take_is_not_told_as_damage(told: Path) -> None:
    refused = (
        f"The ledger {told} does not take what was to be written"
        " (UNIQUE constraint failed: contact.key)."
    )
    hint = (
        "Nothing was written. netlog doctor tells whether the ledger is whole; if so, this is a"
        " fault of netlog."
    )
    with raising(LedgerDamaged, refused, hint), told_of(told):
        query(told, "UPDATE contact SET key = 'dana park'")

"""The journal balances: replayed, it gives the tables, and its chain shows every edit."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.ledgers import EMPTY_DUMP, FACTS, dump, faults, found, query
from tests.support.program import Result

KEPT: dict[str, bytes] = {}


@pytest.fixture
def recorded(netlog: Callable[..., Result], ledger: Path) -> Path:
    """A ledger after some of everything, recorded once for all tests."""
    if "ledger" not in KEPT:
        record_some_of_everything(netlog)
        KEPT["ledger"] = ledger.read_bytes()
    ledger.parent.mkdir(exist_ok=True)
    ledger.write_bytes(KEPT["ledger"])
    return ledger


def record_some_of_everything(netlog: Callable[..., Result]) -> None:
    netlog("meet", "Dana Park", "Sam", "--at", "Café ☕")
    netlog("intro", "Dana", "Acme HR", "--for", "handbook")
    netlog("promise", "two referrals", "--by", "Dana", "--times", "2")
    netlog("done", "10", "--times", "1")
    netlog("reach", "Sam")
    netlog("reach", "Sam", "--via", "phone")
    netlog("person", "Dana", "--skill", "law", "--email", "dana@example.com")
    netlog("person", "Dana", "--org", "Acme HR")
    netlog("check", "e2", "--happy")
    netlog("problem", "e2", "rude", "--with", "Acme HR")
    netlog("undo")
    netlog("redo")
    netlog("undo")
    netlog("waive", "1")


def test_an_empty_ledger_balances(ledger: Path) -> None:
    assert faults(found(ledger)) == []
    assert dump(ledger) == EMPTY_DUMP


def test_every_table_is_in_the_balance(recorded: Path) -> None:
    assert faults(recorded) == []
    assert all(dump(recorded).values())


COLUMNS = ["made_at", "kind", "command", "summary", "target_id", "top_id", "operations", "hash"]
EDITED = {
    "kind": "iif(kind = 'do', 'redo', 'do')",
    "target_id": "ifnull(target_id, 0) + 1",
    "top_id": "ifnull(top_id, 0) + 1",
    "operations": "replace(operations, 'a', 'b')",
}


@pytest.mark.parametrize("column", [*COLUMNS, "parent_id"])
@pytest.mark.parametrize("change", [1, 7, 14])
def test_an_edit_of_a_change_is_found(column: str, change: int, recorded: Path) -> None:
    value = EDITED.get(column, f"ifnull({column}, 0) || '1'")
    if column == "parent_id":
        value = "iif(id = 1, 3, 1)" if change != 14 else "2"
    query(recorded, f"UPDATE change SET {column} = {value} WHERE id = ?", change)
    assert faults(recorded) != []


@pytest.mark.parametrize("change", [1, 7, 14])
def test_a_change_that_is_gone_is_found(change: int, recorded: Path) -> None:
    query(recorded, "DELETE FROM change WHERE id = ?", change)
    assert faults(recorded) != []


@pytest.mark.parametrize("table", FACTS)
def test_a_fact_that_is_gone_is_found(table: str, recorded: Path) -> None:
    query(recorded, f"DELETE FROM {table} WHERE id = (SELECT max(id) FROM {table})")
    assert any(table in fault for fault in faults(recorded))


@pytest.mark.parametrize(
    "edit",
    [
        "UPDATE contact SET name = 'Dana Parc' WHERE id = 2",
        "UPDATE event SET about = 'Handbook' WHERE id = 2",
        "UPDATE obligation SET due_on = '2026-11-30' WHERE id = 1",
        "UPDATE settlement SET times = 2 WHERE id = 1",
        "INSERT INTO detail (contact_id, kind, value, key) VALUES (2, 'alias', 'Dee', 'dee')",
    ],
)
def test_a_fact_that_was_edited_from_outside_is_found(edit: str, recorded: Path) -> None:
    query(recorded, edit)
    assert len(faults(recorded)) == 1


def test_what_was_edited_from_outside_is_not_taken_back(
    recorded: Path, netlog: Callable[..., Result]
) -> None:
    query(recorded, "UPDATE obligation SET closed_on = '2026-01-01' WHERE id = 1")
    before = dump(recorded)
    assert "something else than netlog" in netlog("undo", code=4).err
    assert dump(recorded) == before


def test_a_path_that_is_no_text_is_kept_as_far_as_it_goes(
    netlog: Callable[..., Result], ledger: Path
) -> None:
    odd = ledger.with_name("caf\udce9.db")
    netlog("--ledger", str(odd), "meet", "Dana Park")
    assert "Dana Park" in netlog("--ledger", str(odd), "due").out
    assert faults(odd) == []

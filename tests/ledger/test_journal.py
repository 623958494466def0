"""The journal balances: replayed, it gives the tables, and its chain shows every edit."""

import hashlib
import json
import re
from collections.abc import Callable
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.ledger.write import anew
from netlog.ledger.write import operations as operations_of_journal
from netlog.ledger.write.journal import PARTS, chained_hash, place_of
from netlog.ledger.write.operations import COLUMNS_OF, Operation, from_json, in_rows
from netlog.ledger.write.schema import FACTS
from tests.support.ledgers import EMPTY_DUMP, dump, faults, found, query
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
    netlog("person", "Dana", "--org", "Acme HR", "--every", "6w")
    netlog("person", "Lee", "--need", "law", "--archive")
    netlog("thank", "Sam", "--via", "card")
    netlog("meet", "Sam", "Jo")
    netlog("edit", "e6", "--remove", "Jo")
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
    assert query(recorded, "SELECT count(*) FROM number") != [(0,)]


def test_it_balances_however_many_are_projected_at_a_time(
    recorded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(anew, "_AT_A_TIME", 1)
    assert faults(recorded) == []
    query(recorded, "DELETE FROM settlement")
    assert faults(recorded) != []


def test_it_balances_where_the_owner_is_otherwise_than_at_the_beginning(
    netlog: Callable[..., Result], ledger: Path
) -> None:
    netlog("person", "me", "--org", "Peak")
    netlog("meet", "Ada")
    netlog("forget", "Ada", "--yes")
    assert faults(ledger) == []
    assert netlog("person", "me", "--json").json["org"] == "Peak"


FIRST, MIDDLE, LAST = 1, 7, 18
COLUMNS = ["made_at", "kind", "command", "summary", "target_id", "top_id", "hash"]
EDITED = {
    "kind": "iif(kind = 'do', 'redo', 'do')",
    "target_id": "ifnull(target_id, 0) + 1",
    "top_id": "ifnull(top_id, 0) + 1",
    "hash": "zeroblob(16)",
}


def test_the_changes_that_are_edited_are_there(recorded: Path) -> None:
    assert query(recorded, "SELECT max(id) FROM change") == [(LAST,)]


@pytest.mark.parametrize("column", [*COLUMNS, "parent_id"])
@pytest.mark.parametrize("change", [FIRST, MIDDLE, LAST])
def test_an_edit_of_a_change_is_found(column: str, change: int, recorded: Path) -> None:
    value = EDITED.get(column, f"ifnull({column}, 0) || '1'")
    if column == "parent_id":
        value = "iif(id = 1, 3, 1)" if change != LAST else "2"
    query(recorded, f"UPDATE change SET {column} = {value} WHERE id = ?", change)
    assert faults(recorded) != []


@pytest.mark.parametrize(
    "edit",
    [
        "UPDATE operations SET rows = replace(rows, 'a', 'b') WHERE id = ?",
        f"UPDATE operations SET id = id + {100 * PARTS} WHERE id = ?",
        "DELETE FROM operations WHERE id = ?",
    ],
)
@pytest.mark.parametrize("change", [FIRST, MIDDLE, LAST])
def test_an_edit_of_what_a_change_did_is_found(edit: str, change: int, recorded: Path) -> None:
    query(recorded, edit, place_of(change))
    assert faults(recorded) != []


@pytest.mark.parametrize("change", [FIRST, MIDDLE, LAST])
def test_a_change_that_is_gone_is_found(change: int, recorded: Path) -> None:
    query(recorded, "DELETE FROM change WHERE id = ?", change)
    assert faults(recorded) != []


@pytest.mark.parametrize("table", [str(row.__tablename__) for row in FACTS])
def test_a_fact_that_is_gone_is_found(table: str, recorded: Path) -> None:
    query(recorded, f"DELETE FROM {table} WHERE id = (SELECT max(id) FROM {table})")
    assert any(re.fullmatch(r"[a-z].* e?a?\d+ is missing\.", fault) for fault in faults(recorded))


@pytest.mark.parametrize(
    ("gone", "told"),
    [
        ("DELETE FROM obligation WHERE id = 3", "the item 3 is missing."),
        ("DELETE FROM settlement WHERE obligation_id = 1", "how an item ended, 1 1 is missing."),
        ("DELETE FROM attempt WHERE ordinal = 2", "a try at an item, 11 2 is missing."),
        (
            "DELETE FROM introduction_outcome WHERE outcome = 'happy'",
            "what came of the introduction e2 happy is missing.",
        ),
    ],
)
def test_a_posting_that_is_gone_is_found(gone: str, told: str, recorded: Path) -> None:
    query(recorded, gone)
    assert told in faults(recorded)


@pytest.mark.parametrize(
    "edit",
    [
        "UPDATE contact SET name = 'Dana Parc' WHERE id = 2",
        "UPDATE event SET about = 'Handbook' WHERE id = 2",
        "UPDATE obligation SET due_on = '2026-11-30' WHERE id = 1",
        "UPDATE settlement SET times = 2 WHERE obligation_id = 1",
        "UPDATE attempt SET moment = moment + 1 WHERE ordinal = 2",
        "UPDATE number SET creditor_place = 1 WHERE id = 3",
        "UPDATE acknowledgement SET told = told - 1",
        "INSERT INTO detail (contact_id, kind, value, key) VALUES (2, 'alias', 'Dee', 'dee')",
    ],
)
def test_what_was_edited_from_outside_is_found(edit: str, recorded: Path) -> None:
    query(recorded, edit)
    assert len(faults(recorded)) == 1


@pytest.mark.parametrize(
    "edit",
    [
        "UPDATE statement SET said_on = '2026-01-01' WHERE kind = 'waived'",
        "UPDATE obligation SET closed_on = '2026-01-01' WHERE id = 1",
    ],
)
def test_what_was_edited_from_outside_is_not_taken_back(
    edit: str, recorded: Path, netlog: Callable[..., Result]
) -> None:
    query(recorded, edit)
    before = dump(recorded)
    assert "is not as netlog left it" in netlog("undo", code=4).err
    assert dump(recorded) == before
    netlog("doctor", "--repair")
    netlog("undo")
    assert faults(recorded) == []


VALUE = st.none() | st.integers(-(2**63), 2**63 - 1) | st.text()
VALUES = st.sampled_from(["contact", "party", "event", "statement"]).flatmap(
    lambda table: st.tuples(
        st.just(table),
        st.integers(1),
        *[st.none() | st.dictionaries(st.sampled_from(COLUMNS_OF[table]), VALUE)] * 2,
    )
)
OPERATIONS = st.lists(VALUES.map(lambda values: Operation(*values)))


@given(OPERATIONS, st.integers(1, 200))
def test_operations_come_back_as_they_were_however_they_are_cut(
    operations: list[Operation], longest: int
) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(operations_of_journal, "LONGEST", longest)
        texts = list(in_rows(operations))
    assert [one for text in texts for one in from_json(text)] == operations
    assert texts == [*chain.from_iterable(in_rows(from_json(text)) for text in texts)]
    for text in texts:
        assert len(text) <= longest or len([*from_json(text)]) <= 1


@given(st.binary(max_size=16), st.lists(VALUE, min_size=1), st.lists(st.text()))
def test_a_hash_is_that_of_one_text_however_it_is_read(
    previous: bytes, fields: list[object], texts: list[str]
) -> None:
    whole = json.dumps([*fields, *texts], separators=(",", ":"), ensure_ascii=True)
    told = hashlib.sha256(previous + whole.encode()).digest()[:16]
    assert chained_hash(previous, *fields, texts=iter(texts)) == told

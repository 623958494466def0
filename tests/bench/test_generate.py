"""The generated ledger is a real one: valid, the same every time, and good to work with."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from netlog.domain.events import EVENT_KINDS
from netlog.ledger.file.audit import differences
from netlog.ledger.file.rebuilding import projected
from tests.bench.generate import FEWEST, generate
from tests.bench.start_up import typical_contacts
from tests.support.ledgers import dump


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bench") / "ledger.db"
    generate(path, FEWEST)
    return path


@pytest.fixture
def ledger(generated: Path, own_home: Path) -> Path:
    """A copy that a test may write to; the `netlog` fixture uses it."""
    path = own_home / "ledger.db"
    path.write_bytes(generated.read_bytes())
    return path


def rows(path: Path, statement: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(statement).fetchall()


def test_sqlite_finds_no_fault(generated: Path) -> None:
    assert rows(generated, "PRAGMA integrity_check") == [("ok",)]
    assert rows(generated, "PRAGMA foreign_key_check") == []


def test_it_balances(generated: Path) -> None:
    with closing(sqlite3.connect(generated)) as connection, projected(connection) as right:
        assert list(differences(connection, right)) == []


def test_it_holds_as_many_obligations_as_asked_for(generated: Path) -> None:
    assert rows(generated, "SELECT count(*) FROM obligation") == [(FEWEST,)]


def test_every_kind_of_event_and_obligation_occurs(generated: Path) -> None:
    opened = {kind for one in EVENT_KINDS.values() for kind in one.opens} - {"touch"}
    assert {kind for (kind,) in rows(generated, "SELECT kind FROM event")} == set(EVENT_KINDS)
    assert {kind for (kind,) in rows(generated, "SELECT kind FROM obligation")} == opened


def test_what_is_closed_is_settled_to_the_last_part(generated: Path) -> None:
    wrong = (
        "SELECT o.id FROM obligation o LEFT JOIN settlement s ON s.obligation_id = o.id"
        " GROUP BY o.id HAVING (ifnull(sum(s.times), 0) = o.times) <> (o.closed_on IS NOT NULL)"
        " OR max(s.settled_on) < o.opened_on OR max(s.settled_on) > o.closed_on"
    )
    assert rows(generated, wrong) == []


def test_the_same_seed_gives_the_same_ledger_and_another_one_another(
    generated: Path, tmp_path: Path
) -> None:
    generate(tmp_path / "same.db", FEWEST)
    generate(tmp_path / "other.db", FEWEST, seed=1)
    assert dump(tmp_path / "same.db") == dump(generated)
    assert dump(tmp_path / "other.db") != dump(generated)


def test_a_small_ledger_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="at least 1000"):
        generate(tmp_path / "small.db", FEWEST - 1)


def test_the_morning_is_that_of_one_person(netlog: Callable[..., Any]) -> None:
    morning = netlog("due", "--json").json
    assert 30 <= len(morning["items"]) <= 60
    assert 100 <= morning["not_yet_due"] <= 400


def test_a_report_has_evidence(netlog: Callable[..., Any], ledger: Path) -> None:
    name, _ = typical_contacts(ledger)
    report = netlog("report", name, "--json").json
    assert report["name"] == name
    assert len(report["evidence"]) > 5


def test_it_can_be_written_to_and_the_writing_undone(
    netlog: Callable[..., Any], ledger: Path
) -> None:
    before = dump(ledger)
    netlog("intro", *typical_contacts(ledger))
    assert dump(ledger) != before
    netlog("undo")
    assert dump(ledger) == before

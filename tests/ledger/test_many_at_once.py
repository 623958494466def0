"""A change of very many rows: written, taken back and put back in parts, and killed half way."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from netlog.ledger.write import operations, rows
from netlog.ledger.write.journal import operations_of, texts_of
from tests.faults.bench import Bench
from tests.faults.calls import CHANGING
from tests.faults.kills import killed
from tests.faults.scenarios import COMMANDS, staged
from tests.faults.spots import END, calls_of
from tests.faults.tracing import Kill, can_trace
from tests.support.ledgers import dump, faults, query
from tests.support.program import Result

Netlog = Callable[..., Result]
PART, FEW = 2_000, 16
IMPORT = next(scenario for scenario in COMMANDS if scenario.name == "import")

traced = pytest.mark.skipif(not can_trace(), reason="needs the right to trace")


def cards(count: int) -> str:
    """Contacts with all that a card has, each of a firm that three work for."""
    lines = ["Name,Email,Company,Phone,Tags,Notes\n"]
    lines += [
        f'Persón {n},person{n}@example.com,Firm {n // 3},+1 555 {n:07},"tax, payroll",'
        f"{'tea' if n % 50 == 0 else ''}\n"
        for n in range(count)
    ]
    return "".join(lines)


@pytest.fixture
def brought(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of 300, where a part of the journal is short and few rows are written at a time."""
    monkeypatch.setattr(operations, "LONGEST", PART)
    monkeypatch.setattr(operations, "AT_A_TIME", FEW)
    monkeypatch.setattr(rows, "AT_A_TIME", FEW)
    file = tmp_path / "people.csv"
    file.write_text(cards(300), encoding="utf-8")
    return file


def test_many_are_taken_back_and_put_back_in_parts(
    brought: Path, ledger: Path, netlog: Netlog
) -> None:
    netlog("person", "Persón 7", "--new", "--skill", "law")
    before = dump(ledger)
    netlog("import", str(brought), "--yes")
    after = dump(ledger)
    with closing(sqlite3.connect(ledger)) as connection:
        texts = list(texts_of(connection, 2))
        tables = {operation.table for operation in operations_of(connection, 2)}
    assert len(texts) > 10
    assert all(len(text) <= PART for text in texts)
    assert tables >= {"contact", "detail", "event", "party"}
    assert len(after["contact"]) == 1 + 300 + 100
    assert faults(ledger) == []
    netlog("undo")
    assert dump(ledger) == before
    assert faults(ledger) == []
    netlog("redo")
    assert dump(ledger) == after
    assert faults(ledger) == []


def test_many_of_which_one_was_altered_are_not_taken_back(
    brought: Path, ledger: Path, netlog: Netlog
) -> None:
    netlog("import", str(brought), "--yes")
    query(ledger, "UPDATE detail SET value = 'other' WHERE id = 100")
    before = dump(ledger)
    assert "is not as netlog left it" in netlog("undo", code=4).err
    assert dump(ledger) == before


@traced
def test_an_import_that_is_killed_half_way_is_as_if_never_begun(tmp_path: Path) -> None:
    with Bench(tmp_path / "bench") as bench:
        stage = staged(bench, IMPORT)
        spots = calls_of(bench, IMPORT.program(bench), CHANGING)
        for spot in (spots[len(spots) // 2], spots[len(spots) * 3 // 4]):
            bench.put_back(stage.files)
            spot.reached(bench, IMPORT.program(bench), Kill())
            assert bench.dump() == stage.before, spot
            assert bench.ask("doctor").code == 0


@traced
@pytest.mark.sweep
def test_an_import_is_killed_anywhere(tmp_path: Path) -> None:
    with Bench(tmp_path / "bench") as bench:
        stage = staged(bench, IMPORT)
        for spot in calls_of(bench, IMPORT.program(bench), {*CHANGING, END}):
            assert not killed(bench, stage, spot)

"""What stands between an operation and its inverse: a row that is not as the operation left it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from netlog.ledger.file.access import writing
from netlog.ledger.file.digests import AlteredRow, seal
from netlog.ledger.write import rows as module
from netlog.ledger.write.rows import Rows
from netlog.ledger.write.schema.facts import ContactRow
from tests.cli.looking import Netlog, given
from tests.support.ledgers import dump, faults, found, query

LINES = """
2026-11-02 meet Ada
2026-11-03 {line}
"""
# What the last command did, and what somebody else does to its rows, with their digests.
BETWEEN = {
    "told": ("meet Bea", ["UPDATE event SET note = 'x' WHERE id = 2"], "event e2"),
    "changed": ("edit e1 --note x", ["UPDATE event SET note = 'y'"], "event e1"),
    "gone": (
        "edit e1 --note x",
        ["DELETE FROM party", "DELETE FROM event"],
        "event e1",
    ),
    "there again": (
        "person Zoe --new\n2026-11-03 delete Zoe",
        ["INSERT INTO contact (id, name, key, kind, is_me) VALUES (3, 'Zoe', 'zoe', 'person', 0)"],
        "contact 3",
    ),
}


@pytest.mark.parametrize("what", BETWEEN)
def test_what_was_changed_meanwhile_is_not_taken_back(
    netlog: Netlog, ledger: Path, what: str
) -> None:
    line, statements, row = BETWEEN[what]
    given(netlog, ledger, LINES.format(line=line))
    with closing(sqlite3.connect(ledger)) as connection, connection:
        for statement in statements:
            connection.execute(statement)
        seal(connection, ("contact", "event", "party"))
    before = ledger.read_bytes()
    told = netlog("undo", code=4).err
    assert f"{row} is not as netlog left it. Nothing was written." in told
    assert "netlog doctor --repair mends it" in told
    assert ledger.read_bytes() == before


def test_a_row_without_its_digest_is_not_taken_back(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, LINES.format(line="edit e1 --note x"))
    with closing(sqlite3.connect(ledger)) as connection, connection:
        connection.execute("UPDATE event SET place = 'y'")
    assert "is not as netlog left it. Nothing was written." in netlog("undo", code=4).err


@pytest.mark.parametrize("key", [1, 99])
@pytest.mark.parametrize(
    "write",
    [
        lambda rows, key: rows.update(ContactRow, key, name="Ada"),
        lambda rows, key: rows.delete(ContactRow, key),
    ],
)
def test_a_row_that_is_gone_or_altered_is_not_written_over(
    ledger: Path, write: Callable[[Rows, int], None], key: int
) -> None:
    query(found(ledger), "UPDATE contact SET name = 'I' WHERE id = 1")
    with writing(ledger) as connection, pytest.raises(AlteredRow):
        write(Rows(connection), key)


def test_many_rows_go_to_the_journal_while_they_are_written(
    netlog: Netlog, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "AT_A_TIME", 2)
    netlog("meet", "Ada", "Bea", "Zoe")
    after = dump(ledger)
    assert faults(ledger) == []
    assert netlog("find", "bea", "--json").json["items"][0]["name"] == "Bea"
    netlog("undo")
    netlog("redo")
    assert (dump(ledger), faults(ledger)) == (after, [])

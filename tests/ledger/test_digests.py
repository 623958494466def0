"""Who writes takes no row that is not as netlog left it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from netlog.ledger.file.digests import DIGEST
from netlog.ledger.write.schema import FACTS, POSTINGS
from tests.support.ledgers import query
from tests.support.once import Once
from tests.support.program import Result

Netlog = Callable[..., Result]
# By table: a command line that comes upon each of its rows, and a change of one that no rule of
# the file refuses.
CAME_UPON = {
    "contact": (("person", "Dan", "--rename", "Dana Dee"), "name = 'Danb'"),
    "detail": (("merge", "Sam", "Dana"), "value = 'lab'"),
    "interval": (("person", "Sam", "--every", "2w"), "days = 43"),
    "archival": (("edit", "e3", "--note", "late"), "is_over = 1"),
    "event": (("edit", "e1", "--note", "late"), "note = 'x'"),
    "party": (("edit", "e1", "--note", "late"), "role = 'author'"),
    "former_party": (("delete", "e6"), "role = 'client'"),
    "acknowledgement": (("edit", "a1", "--via", "card"), "via = 'email'"),
    "statement": (("reopen", "3"), "via = 'phone'"),
    "number": (("edit", "e1", "--note", "late"), "kind = 'reply'"),
    "obligation": (("done", "2"), "due_on = '2099-01-01'"),
    "settlement": (("edit", "e1", "--note", "late"), "settled_on = '2026-11-06'"),
    "attempt": (("edit", "e5", "--note", "late"), "via = 'card'"),
    "introduction_outcome": (("edit", "e2", "--note", "late"), "noted_on = '2026-11-09'"),
    "archived": (("edit", "e3", "--note", "late"), "since_on = '2026-11-07'"),
}
NEVER_COME_UPON = {"origin", "terms"}  # which no command writes over; `doctor` compares them


@pytest.fixture
def week(netlog: Netlog, ledger: Path, once: Once) -> Path:
    """A ledger with rows in every table."""
    once(lambda: tell_week(netlog))
    return ledger


def tell_week(netlog: Netlog) -> None:
    for day, *argv in (
        ("2026-11-02", "meet", "Sam", "Dana"),
        ("2026-11-02", "intro", "Sam", "Lee", "--for", "law"),
        ("2026-11-03", "thank", "Sam"),
        ("2026-11-03", "person", "Sam", "--skill", "law", "--every", "6w"),
        ("2026-11-03", "meet", "Bob"),
        ("2026-11-04", "person", "Bob", "--archive"),
        ("2026-11-04", "done", "3"),
        ("2026-11-05", "reach", "Lee", "--via", "phone"),
        ("2026-11-06", "reach", "Lee", "--via", "email"),
        ("2026-11-07", "check", "e2", "--responded"),
        ("2026-11-08", "meet", "Kim", "Lee"),
        ("2026-11-08", "edit", "e6", "--remove", "Lee"),
        ("2026-11-09", "meet", "Dan", "--new"),
    ):
        netlog(*argv, today=day)


def test_every_table_is_tried() -> None:
    assert {str(row.__tablename__) for row in (*FACTS, *POSTINGS)} == {
        *CAME_UPON,
        *NEVER_COME_UPON,
    }


@pytest.mark.parametrize("table", CAME_UPON)
def test_a_row_that_was_altered_is_not_built_upon(table: str, week: Path, netlog: Netlog) -> None:
    argv, change = CAME_UPON[table]
    assert query(week, f"SELECT count(*) FROM {table}") != [(0,)]
    with closing(sqlite3.connect(week)) as connection:
        connection.execute(f"UPDATE {table} SET {change}")
        connection.commit()
    before = week.read_bytes()
    told = netlog(*argv, today="2026-11-10", code=4)
    assert "is not as netlog left it. Nothing was written." in told.err
    assert "netlog doctor" in told.err
    assert week.read_bytes() == before


def test_what_was_altered_can_be_read_and_mended(week: Path, netlog: Netlog) -> None:
    with closing(sqlite3.connect(week)) as connection:
        connection.execute("UPDATE event SET note = 'x' WHERE id = 1")
        connection.commit()
    assert "x" in netlog("history", "e1").out
    assert "event e1 is otherwise: note is 'x' instead of ''" in netlog("doctor", code=4).out
    netlog("doctor", "--repair")
    netlog("edit", "e1", "--note", "late")


def test_a_digest_that_was_altered_is_told_and_mended(week: Path, netlog: Netlog) -> None:
    with closing(sqlite3.connect(week)) as connection:
        connection.execute(f"UPDATE contact SET {DIGEST} = {DIGEST} + 1 WHERE id = 2")
        connection.commit()
    assert "digest is" in netlog("doctor", code=4).out
    netlog("doctor", "--repair")
    assert netlog("doctor").code == 0

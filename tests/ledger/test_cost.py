"""Questions on the way of a command that writes: they cost what is near, and not what there is."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date

import pytest

from netlog.domain.records import Acknowledgement, Obligation
from netlog.ledger.file.layout import layout
from netlog.ledger.read.corrections import idle_acknowledgements
from netlog.ledger.read.references import references
from netlog.ledger.read.repeated import same_acknowledgement

ME, OTHER, MANY, FEW_STEPS = 1, 2, 2_000, 500
DAY = date(2026, 11, 20)
# Each other contact met me on a day of its own, owed me thanks for it, and thanked me the next day.
_NUMBERS = f"WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i <= {MANY})"
_FILLED = (
    "INSERT INTO contact (id, name, key, kind, is_me) SELECT i, 'c' || i, 'c' || i, 'person', 0",
    (
        "INSERT INTO event (id, kind, happened_on, about, via, note, place, fee, times, no_due,"
        " expect_reply, terms_id, told, origin, client_first, source, undated)"
        " SELECT i, 'meeting', date('2020-01-01', i || ' days'), '', '', '', '', '', 1,"
        " 0, 0, 1, i, 1, 0, '', 0"
    ),
    "INSERT INTO party (event_id, contact_id, role) SELECT i, i, 'attendee'",
    (
        "INSERT INTO obligation (id, event_id, kind, debtor_id, creditor_id, times, opened_on,"
        " due_on, closed_on) SELECT i, i, 'thanks', i, 1, 1, date('2020-01-01', i || ' days'),"
        " date('2020-01-08', i || ' days'), date('2020-01-02', i || ' days')"
    ),
    (
        "INSERT INTO acknowledgement (id, kind, said_on, author_id, recipient_id, via, note, told,"
        " origin) SELECT i, 'thanks', date('2020-01-02', i || ' days'), i, 1, '', '', i, 1"
    ),
    (
        "INSERT INTO settlement (obligation_id, ordinal, ending, settled_on, times, via, note,"
        " acknowledgement_id, moment)"
        " SELECT i, 1, 'kept', date('2020-01-02', i || ' days'), 1, '', '', i, i"
    ),
)
_IDLE = Acknowledgement(0, "thanks", DAY, OTHER, ME)


@pytest.fixture
def large() -> Iterator[sqlite3.Connection]:
    """A ledger of many who thanked me, one of them once more today, for nothing yet."""
    with closing(sqlite3.connect(":memory:")) as connection:
        for made in layout().values():
            connection.execute(made.definition)
        for statement in _FILLED:
            into, selected = statement.split(" SELECT ")
            connection.execute(f"{into} {_NUMBERS} SELECT {selected} FROM n")
        connection.execute(
            "INSERT INTO acknowledgement (kind, said_on, author_id, recipient_id, via, note, told,"
            " origin) VALUES ('thanks', ?, ?, ?, '', '', 9999, 1)",
            (DAY.isoformat(), OTHER, ME),
        )
        yield connection


def steps(connection: sqlite3.Connection, ask: Callable[[], object]) -> int:
    """How many steps of SQLite's machine a question takes."""
    taken = 0

    def step() -> int:
        nonlocal taken
        taken += 1
        return 0

    connection.set_progress_handler(step, 1)
    ask()
    return taken


def test_the_same_thanks_of_a_day_are_looked_for_in_that_day(large: sqlite3.Connection) -> None:
    assert same_acknowledgement(large, _IDLE) == MANY + 2
    assert steps(large, lambda: same_acknowledgement(large, _IDLE)) < FEW_STEPS


def test_thanks_that_settled_nothing_are_looked_for_in_their_day(
    large: sqlite3.Connection,
) -> None:
    owed = Obligation(0, 0, "thanks", OTHER, ME, 1, DAY, DAY, None, None)
    assert [said.id for said in idle_acknowledgements(large, owed, DAY)] == [MANY + 2]
    assert steps(large, lambda: idle_acknowledgements(large, owed, DAY)) < FEW_STEPS


def test_what_refers_to_a_contact_is_looked_for_around_it(large: sqlite3.Connection) -> None:
    assert references(large, OTHER).events == 1
    assert steps(large, lambda: references(large, OTHER)) < FEW_STEPS

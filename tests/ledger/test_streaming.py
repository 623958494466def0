"""A long history leaves the ledger free while somebody reads it, and memory small."""

import tracemalloc
from pathlib import Path

import pytest

from netlog.ledger.file.access import reading
from netlog.ledger.read.history import event_ids, in_batches
from tests.cli.looking import Netlog, rows
from tests.support.ledgers import reindex

EVENTS = 1_200


@pytest.fixture
def long(netlog: Netlog, ledger: Path) -> Path:
    """A ledger with very many meetings, all of one day."""
    netlog("meet", "Dana", "--no-due", today="2026-01-01")
    rows(
        ledger,
        "WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
        " INSERT INTO event SELECT i, 'meeting', '2026-01-01', '', '', 'note ' || i, '', '',"
        " NULL, NULL FROM n",
        EVENTS,
    )
    rows(
        ledger,
        "INSERT INTO party (event_id, contact_id, role) SELECT e.id, c.id, 'attendee'"
        " FROM event e JOIN contact c WHERE e.id > 1 ORDER BY e.id, c.id",
    )
    reindex(ledger)
    return ledger


def test_somebody_can_write_while_a_history_is_read(netlog: Netlog, long: Path) -> None:
    with reading(long) as connection:
        batches = in_batches(connection, event_ids(connection))
        _, first = next(batches)
        netlog("person", "Lee")
        rows(long, "DELETE FROM party WHERE event_id = ?", EVENTS)
        rows(long, "DELETE FROM event WHERE id = ?", EVENTS)
        rest = [happening.event.id for _, some in batches for happening in some]
    assert [one.event.id for one in first] + rest == list(range(1, EVENTS))


def test_all_of_it_comes_out_as_one_document(netlog: Netlog, long: Path) -> None:
    items = netlog("history", "--json").json["items"]
    assert [one["id"] for one in items] == [f"e{number}" for number in range(1, EVENTS + 1)]
    assert netlog("history").out.count("You met Dana") == EVENTS
    assert len(netlog("find", "note", "--json").json["items"]) == EVENTS - 1


def test_only_a_batch_is_in_memory(netlog: Netlog, long: Path) -> None:
    with reading(long) as connection:
        ids = event_ids(connection)
        sizes = [len(some) for _, some in in_batches(connection, ids)]
    assert max(sizes) < EVENTS / 3
    assert sum(sizes) == EVENTS


def test_the_last_lines_need_little_memory(netlog: Netlog, long: Path) -> None:
    def peak(newest: int | None) -> int:
        tracemalloc.start()
        try:
            with reading(long) as connection:
                ids = event_ids(connection, newest=newest)
                for _ in in_batches(connection, ids):
                    pass
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    assert peak(20) < peak(None) / 3

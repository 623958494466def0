"""A long history leaves the ledger free while somebody reads it, and memory small."""

import tracemalloc
from pathlib import Path

import pytest

from netlog.domain.history import Entry, Happening
from netlog.ledger.file.access import reading
from netlog.ledger.read.history import in_batches, timeline
from tests.cli.looking import Netlog, rows
from tests.support.ledgers import meet_often

EVENTS = 1_200


@pytest.fixture
def long(netlog: Netlog, ledger: Path) -> Path:
    """A ledger with very many meetings, all of one day."""
    netlog("meet", "Dana", "--no-due", today="2026-01-01")
    meet_often(ledger, EVENTS, "note")
    return ledger


def number(entry: Entry) -> int:
    """The id of an event in the timeline."""
    assert isinstance(entry, Happening)
    return entry.event.id


def test_somebody_can_write_while_a_history_is_read(netlog: Netlog, long: Path) -> None:
    with reading(long) as connection:
        batches = in_batches(connection, timeline(connection))
        _, first = next(batches)
        netlog("person", "Lee", "--new")
        rows(long, "DELETE FROM party WHERE event_id = ?", EVENTS)
        rows(long, "DELETE FROM event WHERE id = ?", EVENTS)
        rest = [number(entry) for _, some in batches for entry in some]
    assert [number(entry) for entry in first] + rest == list(range(1, EVENTS))


def test_all_of_it_comes_out_as_one_document(netlog: Netlog, long: Path) -> None:
    items = netlog("history", "--json").json["items"]
    assert [one["id"] for one in items] == [f"e{number}" for number in range(1, EVENTS + 1)]
    assert netlog("history").out.count("You met Dana") == EVENTS
    assert len(netlog("find", "note", "--json").json["items"]) == EVENTS - 1


def test_only_a_batch_is_in_memory(netlog: Netlog, long: Path) -> None:
    with reading(long) as connection:
        ids = timeline(connection)
        sizes = [len(some) for _, some in in_batches(connection, ids)]
    assert max(sizes) < EVENTS / 3
    assert sum(sizes) == EVENTS


def test_the_last_lines_need_little_memory(netlog: Netlog, long: Path) -> None:
    def peak(newest: int | None) -> int:
        tracemalloc.start()
        try:
            with reading(long) as connection:
                ids = timeline(connection, newest=newest)
                for _ in in_batches(connection, ids):
                    pass
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    assert peak(20) < peak(None) / 3

"""A long history leaves the ledger free while somebody reads it, and memory small."""

import tracemalloc
from datetime import date
from itertools import chain
from pathlib import Path

import pytest

from netlog.config import Settings
from netlog.domain.finding import read_search
from netlog.domain.history import Entry, Happening
from netlog.ledger.file.access import reading
from netlog.ledger.read import find, history, people
from netlog.ledger.read.history import in_batches, pages_of, timeline, timeline_in_pages
from netlog.ledger.read.records import me as owner
from netlog.ledger.write import journal
from netlog.ledger.write.journal import how_many_undoable, undoable_in_batches
from netlog.views.match import match
from tests.bench.generate import generate
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
        batches = in_batches(connection, timeline_in_pages(connection, None, None))
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
        pages = timeline_in_pages(connection, None, None)
        sizes = [len(some) for _, some in in_batches(connection, pages)]
    assert max(sizes) < EVENTS / 3
    assert sum(sizes) == EVENTS


@pytest.mark.parametrize("many", [1, 5_000])
def test_pages_hold_what_the_whole_timeline_does(
    netlog: Netlog, long: Path, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    netlog("intro", "Dana", "Lee", "--by", "Kim", today="2026-01-02")
    netlog("problem", f"e{EVENTS + 1}", "late", "--with", "Lee", today="2026-01-02")
    netlog("thank", "Dana", today="2026-01-03")
    monkeypatch.setattr(history, "_MANY", many)
    with reading(long) as connection:
        keys = {key: number for number, key in connection.execute("SELECT id, key FROM contact")}
        for who in (keys["dana"], keys["kim"], keys["me"]):
            for since in (None, date(2026, 1, 2), date(2026, 1, 4)):
                paged = [*chain(*timeline_in_pages(connection, {who}, since))]
                assert paged == timeline(connection, {who}, since)
                assert len(timeline(connection, {who}, since, newest=2)) == min(len(paged), 2)
                until = date(2026, 1, 2)
                some = [*chain(*timeline_in_pages(connection, {who}, since, until))]
                assert some == timeline(connection, {who}, since, until=until)
                assert some == paged[: len(some)]
        assert len(timeline(connection, {keys["kim"]})) == 2
    assert len([*pages_of(paged)]) == 0


def test_what_can_be_taken_back_is_counted_without_a_walk(netlog: Netlog, ledger: Path) -> None:
    for name in ("Dana", "Lee", "Kim", "Jo"):
        netlog("meet", name)
    for command in ("undo", "undo", "redo", "undo"):
        netlog(command)
    netlog("meet", "Sam")
    with reading(ledger) as connection:
        listed = [change for some in undoable_in_batches(connection, None) for change in some]
        assert how_many_undoable(connection) == len(listed) == 3
        assert [*chain(*undoable_in_batches(connection, 2))] == listed[:2]
    assert netlog("undo", "--list", "--limit", "1").err == "... and 2 more: --limit shows them.\n"


def test_with_what_a_journal_began_anew_is_not_counted(netlog: Netlog, ledger: Path) -> None:
    for name in ("Dana", "Lee"):
        netlog("meet", name)
    netlog("forget", "Lee", "--yes")
    netlog("meet", "Sam")
    with reading(ledger) as connection:
        assert how_many_undoable(connection) == 1
    assert netlog("undo", "--list", "--limit", "1").err == ""


def test_a_long_list_of_commands_is_read_batch_by_batch(
    netlog: Netlog, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("Dana", "Lee", "Kim"):
        netlog("meet", name)
    monkeypatch.setattr(journal, "BATCH", 2)
    with reading(ledger) as connection:
        batches = undoable_in_batches(connection, None)
        first = next(batches)
        netlog("meet", "Sam")
        rest = [change for some in batches for change in some]
    assert [change.id for change in (*first, *rest)] == [3, 2, 1]


def test_who_goes_while_people_are_read_is_left_out(
    netlog: Netlog, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("Dana", "Lee", "Kim"):
        netlog("person", name, "--new")
    monkeypatch.setattr(people, "_BATCH", 1)
    monkeypatch.setattr(people, "_FIRST", 1)
    with reading(ledger) as connection:
        ids = [2, 4, 3]
        batches = people.in_batches(connection, 1, ids)
        first = next(batches)
        netlog("delete", "Kim")
        rest = [each for some in batches for each in some]
    assert [each.contact.name for each in (*first, *rest)] == ["Dana", "Lee"]


@pytest.mark.parametrize("gone", ["e2", "a1", "Kim"])
def test_what_goes_while_finds_are_read_is_left_out(
    netlog: Netlog, ledger: Path, monkeypatch: pytest.MonkeyPatch, gone: str
) -> None:
    netlog("meet", "Dana", "--note", "rain")
    netlog("meet", "Dana", "--note", "rain", "--at", "Inn")
    netlog("thank", "Dana", "--note", "rain")
    netlog("person", "Kim", "--skill", "rain")
    monkeypatch.setattr(find, "BATCH", 1)
    kind = {"e": "event", "a": "acknowledgement", "K": "contact"}[gone[0]]
    with reading(ledger) as connection:
        hits = find.hits(connection, read_search("rain")).best
        hits.sort(key=lambda hit: (hit.kind == kind, hit.id))
        batches = find.in_batches(connection, hits)
        _, first = next(batches)
        netlog("delete", gone)
        rest = [each.hit for _, some in batches for each in some]
    assert [first[0].hit, *rest] == hits[:-1]


def test_an_organisation_that_goes_while_matches_are_read_is_left_out(
    netlog: Netlog, ledger: Path
) -> None:
    netlog("person", "Dana", "--need", "tax")
    netlog("person", "Lee", "--need", "tax")
    netlog("person", "Kim", "--skill", "tax", "--org", "Hill")
    with match(Settings(ledger, date(2026, 11, 21))) as read:
        matches = iter(read.matches)
        first = next(matches)
        netlog("person", "Kim", "--org", "Peak")
        netlog("merge", "Peak", "Hill")
        rest = list(matches)
    offered = [[offer.line.organisation for offer in each.offers] for each in (first, *rest)]
    assert offered == [["Hill"], [None]]


def test_the_last_lines_need_little_memory(netlog: Netlog, long: Path) -> None:
    def peak(newest: int | None) -> int:
        tracemalloc.start()
        try:
            with reading(long) as connection:
                pages = pages_of(timeline(connection, newest=newest))
                for _ in in_batches(connection, pages):
                    pass
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    assert peak(20) < peak(None) / 3


def test_of_many_people_a_few_come_first(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger.parent.mkdir(parents=True, exist_ok=True)
    generate(ledger, 1_000)
    with reading(ledger) as connection:
        me, everybody = owner(connection), people.everybody(connection, None, None)
        (whole,) = people.in_batches(connection, me, everybody)
        monkeypatch.setattr(people, "_BATCH", 20)
        monkeypatch.setattr(people, "_FIRST", 3)
        batches = [*people.in_batches(connection, me, everybody)]
    assert [len(some) for some in batches][:3] == [3, 20, 20]
    assert [*chain(*batches)] == whole

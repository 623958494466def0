"""Ledgers of formats 1 and 2, as those versions left them: brought up to facts and postings.

The files in `formats` are never to be changed. What is told of each in JSON is what the last build
of format 2 told of it.
"""

import json
import re
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from netlog.ledger.file.backups import backups_of
from netlog.ledger.file.identity import SCHEMA_VERSION
from netlog.ledger.file.migrations import migrate
from netlog.ledger.file.migrations.v3.commands import read_command
from tests.support.differing import differences
from tests.support.ledgers import dump, faults, found, query
from tests.support.migrated import as_before, everything
from tests.support.program import Result
from tests.support.telling import Answer

HERE = Path(__file__).parents[2]
FORMATS = Path(__file__).parent / "formats"
SAME = ("v1", "v2", "v3", "v4")
ALL = (*SAME, "v2_otherwise")
TODAY = "2026-02-20"
Netlog = Callable[..., Result]
Old = Callable[..., Path]


@pytest.fixture
def old(ledger: Path) -> Old:
    """A ledger of an older format, and what is to be done to it before it is brought up."""

    def make(name: str, *changes: str) -> Path:
        ledger.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(ledger)) as connection:
            connection.executescript((FORMATS / f"{name}.sql").read_text(encoding="utf-8"))
            for change in changes:
                connection.execute(change)
            connection.commit()
        return ledger

    return make


def version(ledger: Path) -> object:
    return query(ledger, "PRAGMA user_version")[0][0]


def schema(ledger: Path) -> set[tuple[str, str]]:
    """Every table and index, as it was created; blanks are no matter."""
    rows = query(ledger, "SELECT name, sql FROM sqlite_schema WHERE sql NOTNULL")
    return {(str(name), re.sub(r"\s+", "", str(sql))) for name, sql in rows}


@pytest.mark.parametrize("name", SAME)
def test_a_ledger_told_in_order_says_what_it_said(name: str, old: Old, netlog: Netlog) -> None:
    ledger = old(name)
    before = json.loads((FORMATS / f"{name}.json").read_text(encoding="utf-8"))
    today = before.pop("today")

    def ask(*argv: str, today: object) -> Answer:
        result = netlog(*argv, today=str(today))
        return Answer(result.code, result.out, result.err)

    after = everything(ask, today)
    assert differences(as_before(before), as_before(after)) == []
    assert (version(ledger), faults(ledger)) == (SCHEMA_VERSION, [])


@pytest.mark.parametrize("name", ALL)
def test_the_tables_are_those_of_a_new_ledger(name: str, old: Old) -> None:
    ledger = old(name)
    migrate(ledger)
    assert faults(ledger) == []
    assert schema(ledger) == schema(found(ledger.with_name("new.db")))


def test_whatever_command_came_upon_it_tells_what_was_done(old: Old, netlog: Netlog) -> None:
    ledger = old("v2_otherwise")
    first, second = (netlog("due", "--json", today=TODAY) for _ in range(2))
    assert first.json == second.json
    assert first.err.splitlines() == [
        f"netlog: the ledger is now of format 5. As it was: {backups_of(ledger)[0].path}",
        "  It holds 9 events and 9 words about them, with 3 contacts.",
        "  Not every item is as it was: 3 gone, 1 new.",
        "  What was recorded before this cannot be taken back any more.",
    ]
    assert second.err == ""


def test_who_waits_at_a_terminal_is_told_how_far_it_is(
    old: Old, netlog: Netlog, monkeypatch: pytest.MonkeyPatch
) -> None:
    old("v1")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    told = netlog("due", today=TODAY).err.splitlines()[:4]
    assert [re.sub(r".*(\d of 4).*", r"\1", line) for line in told] == [
        f"{stage} of 4" for stage in (1, 2, 3, 4)
    ]


def test_it_tells_that_nothing_changed(old: Old, netlog: Netlog) -> None:
    old("v1")
    assert "Every item is as it was." in netlog("find", "lodz").err


def test_from_format_4_on_what_was_told_can_still_be_taken_back(old: Old, netlog: Netlog) -> None:
    ledger = old("v4")
    told = json.loads((FORMATS / "v4.json").read_text(encoding="utf-8"))["due"]
    assert netlog("due", "--all", "--json", today=TODAY).json == told
    for _ in range(8):
        netlog("undo", today=TODAY)
    for _ in range(8):
        netlog("redo", today=TODAY)
    assert netlog("due", "--all", "--json", today=TODAY).json == told
    assert faults(ledger) == []


def test_undo_ends_with_the_migration(old: Old, netlog: Netlog) -> None:
    ledger = old("v2")
    assert "nothing to take back" in netlog("undo", code=3).err
    assert netlog("undo", "--list", "--json").json["items"] == []
    assert "nothing to put back" in netlog("redo", code=3).err
    before = dump(ledger)
    netlog("meet", "Sam", today=TODAY)
    netlog("undo")
    assert {**dump(ledger), "number": []} == {**before, "number": []}
    netlog("undo", code=3)
    netlog("redo")
    assert faults(ledger) == []


def test_no_number_is_given_again(old: Old, netlog: Netlog) -> None:
    taken_back = "UPDATE sqlite_sequence SET seq = 60 WHERE name = {!r}"
    old("v2", taken_back.format("obligation"), taken_back.format("event"))
    netlog("meet", "Sam", today=TODAY)
    told = netlog("history", "e61", "--json", today=TODAY).json["items"][0]
    assert min(item["id"] for item in told["items"]) == 61


def _facts(ledger: Path, columns: str, table: str, where: str = "true") -> list[tuple[Any, ...]]:
    return query(ledger, f"SELECT {columns} FROM {table} WHERE {where} ORDER BY id")


def test_facts_keep_when_they_were_told(old: Old) -> None:
    ledger = old("v2")
    made_at = query(ledger, "SELECT strftime('%s', made_at) FROM change WHERE id = 3")[0][0]
    migrate(ledger)
    moments = [told for (told,) in _facts(ledger, "told", "event")]
    assert moments == sorted(set(moments))
    assert int(moments[0]) // 1_000_000 == int(str(made_at))
    (change,) = query(ledger, "SELECT made_at, summary, top_id FROM change")
    assert change[0] > moments[-1]
    assert change[1:] == ("Moved to format 5", None)


def test_thank_yous_and_apologies_have_numbers(old: Old) -> None:
    ledger = old("v2")
    migrate(ledger)
    assert _facts(ledger, "id, kind, said_on, via, note", "acknowledgement") == [
        (1, "thanks", "2026-01-07", "card", "a card"),
        (2, "thanks", "2026-01-08", "email", ""),
        (3, "apology", "2026-01-18", "phone", ""),
        (4, "thanks", "2026-01-20", "", ""),
    ]
    assert _facts(ledger, "id", "acknowledgement", "item_id = 24") == [(4,)]


def test_what_was_said_is_a_statement_each(old: Old) -> None:
    ledger = old("v2")
    migrate(ledger)
    said = _facts(
        ledger, "kind, said_on, ifnull(item_id, 'e' || event_id), times, day", "statement"
    )
    assert said == [
        ("silent", "2026-01-12", "e3", None, None),
        ("responded", "2026-01-13", "e3", None, "2026-01-13"),
        ("kept", "2026-01-16", 15, 2, None),
        ("silent", "2026-01-23", "e14", None, None),
        ("happy", "2026-01-24", "e14", None, "2026-01-24"),
        ("broken", "2026-01-26", 37, None, None),
        ("snoozed", "2026-02-10", 36, None, "2026-02-10"),
        ("waived", "2026-01-27", 38, None, None),
        ("kept", "2026-01-31", 16, None, None),
        ("silent", "2026-02-03", "e25", None, None),
        ("snoozed", "2026-03-20", 49, None, "2026-03-20"),
    ]
    assert _facts(ledger, "contact_id, since_on, days, said", "interval") == [
        (4, "2026-01-06", 42, "6w")
    ]


def test_an_event_keeps_what_was_typed_and_the_terms_it_was_told_under(old: Old) -> None:
    ledger = old("v2")
    migrate(ledger)
    assert _facts(ledger, "id", "event", "no_due") == [(2,), (12,)]
    assert _facts(ledger, "id", "event", "expect_reply") == [(9,)]
    assert _facts(ledger, "id, due_on, times", "event", "due_on NOTNULL") == [
        (10, "2026-02-01", 3),
        (11, "2026-01-22", 1),
        (23, "2026-02-05", 1),
    ]
    terms = {
        event: json.loads(str(days))
        for event, days in query(
            ledger, "SELECT e.id, t.days FROM event e JOIN terms t ON t.id = e.terms_id"
        )
    }
    assert (terms[16]["thanks"], terms[17]["thanks"], terms[18]["reply"]) == (7, 3, "never")
    assert (terms[18]["check_response"], terms[19]["thanks_mine"]) == (2, 5)
    silent = query(
        ledger,
        "SELECT s.event_id, json_extract(t.days, '$.ask_again') FROM statement s"
        " JOIN terms t ON t.id = s.terms_id WHERE s.kind = 'silent' ORDER BY s.id",
    )
    assert silent == [(3, 3), (14, 1), (25, 3)]


def test_intervals_and_touches_that_were_ended_by_hand_are_told_anew(old: Old) -> None:
    ledger = old("v2_otherwise")
    migrate(ledger)
    assert _facts(ledger, "contact_id, days, said", "interval") == [
        (2, 42, "6w"),
        (2, 28, "4w"),
        (3, 14, "2w"),
        (2, None, "never"),
    ]
    assert _facts(ledger, "id, closed_on", "obligation", "kind = 'touch'") == [
        (4, "2026-01-21"),
        (5, "2026-01-12"),
        (18, "2026-01-24"),
        (19, None),
        (27, "2026-01-21"),
    ]


def test_without_a_journal_the_tables_tell_what_they_can(old: Old, netlog: Netlog) -> None:
    ledger = old("v2", "DELETE FROM change")
    items = query(ledger, "SELECT id FROM obligation")
    told = netlog("due", today=TODAY).err
    assert "Not every item is as it was: 1 due on another day." in told  # who asked again when?
    assert query(ledger, "SELECT id FROM obligation") == items
    assert faults(ledger) == []
    assert _facts(ledger, "id", "acknowledgement") == []
    assert {(2,), (12,), (18,)} <= set(_facts(ledger, "id", "event", "no_due"))
    assert _facts(ledger, "contact_id, since_on, days, said", "interval") == [
        (4, "2026-01-06", 42, "42d")
    ]


def test_without_a_journal_a_reply_beside_a_settled_one_was_asked_for(old: Old) -> None:
    ledger = old("v2_otherwise", "DELETE FROM change")
    migrate(ledger)
    assert _facts(ledger, "id", "event", "expect_reply") == [(10,)]
    assert faults(ledger) == []


def test_what_hid_an_item_without_a_word_hides_it_no_more(old: Old) -> None:
    ledger = old("v2", "UPDATE change SET command = 'netlog edit e25' WHERE id = 48")
    migrate(ledger)
    assert _facts(ledger, "item_id", "statement", "kind = 'snoozed'") == [(36,)]
    assert faults(ledger) == []


def test_one_thank_you_for_several_things_is_told_once(old: Old) -> None:
    ledger = old("v2", "UPDATE change SET command = 'netlog thank Dana' WHERE id = 29")
    migrate(ledger)
    said = _facts(ledger, "author_id, recipient_id", "acknowledgement", "said_on = '2026-01-24'")
    assert said == [(1, 5)]
    assert faults(ledger) == []


def test_an_interval_that_nothing_tells_of_began_with_the_last_event(old: Old) -> None:
    ledger = old("v2", "UPDATE contact SET every_days = 30 WHERE id = 8")
    migrate(ledger)
    assert _facts(ledger, "since_on, days, said", "interval", "contact_id = 8") == [
        ("2026-02-02", 30, "30d")
    ]
    assert faults(ledger) == []


def test_a_ledger_in_which_nothing_ever_happened(old: Old) -> None:
    tables = ("settlement", "attempt", "introduction_outcome", "obligation", "party", "event")
    ledger = old(
        "v2",
        *(f"DELETE FROM {table}" for table in (*tables, "change", "sqlite_sequence")),
        "UPDATE contact SET every_days = 30 WHERE id = 8",
    )
    migrate(ledger)
    assert _facts(ledger, "contact_id, days", "interval") == [(4, 42), (8, 30)]
    assert (_facts(ledger, "*", "number"), faults(ledger)) == ([], [])
    assert query(ledger, "SELECT DISTINCT since_on >= date('now', '-1 day') FROM interval") == [
        (1,)
    ]


def test_what_follows_two_dashes_is_no_option() -> None:
    command = read_command("netlog promise --to=Lee -- --a --b")
    assert (command.name, command.options) == ("promise", {"--to": "Lee"})
    assert read_command("netlog -- due --by Lee").options == {}

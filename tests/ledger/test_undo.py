"""Undo and redo over real command lines: exact, whole, and to the very beginning."""

import os
import shlex
import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.cli.looking import Netlog
from tests.cli.test_hostile import on_terminal
from tests.support.ledgers import EMPTY_DUMP, Dump, dump, faults, query
from tests.support.program import Result

WHO = st.sampled_from(["Dana Park", "Sam Lee", "Acme HR", "Jo Young", "me"])
ID = st.integers(1, 12).map(str)
EVENT = st.integers(1, 5).map("e{}".format)
SAID_ID = st.integers(1, 3).map("a{}".format)
ENTRY = EVENT | SAID_ID
DAY = st.sampled_from(["today", "yesterday", "2026-11-01"])


def line(template: str, *values: st.SearchStrategy[str]) -> st.SearchStrategy[list[str]]:
    """Command lines: a template whose gaps the values fill."""
    return st.tuples(*values).map(
        lambda drawn: shlex.split(template.format(*map(shlex.quote, drawn)))
    )


LINES = st.one_of(
    line("meet {} {} --on {}", WHO, WHO, DAY),
    line("meet {} --no-due", WHO),
    line("intro {} {} --by {} --on {}", WHO, WHO, WHO, DAY),
    line("intro {} {} --fee 50", WHO, WHO),
    line("talk {} {} --by {} --on {}", WHO, WHO, WHO, DAY),
    line("meet {} --by {} --on {}", WHO, WHO, DAY),
    line("note {} sails --on {}", WHO, DAY),
    line("intro {} {} --by {} --keeps {}", WHO, WHO, WHO, ID),
    line("intro {} {} --first client", WHO, WHO),
    line("promise 'a call' --to {} --due {}", WHO, st.sampled_from(["tomorrow", "2026-11-02"])),
    line("promise referrals --by {} --times {} --on {}", WHO, st.sampled_from("123"), DAY),
    line("reach {} --by {} --on {}", WHO, WHO, DAY),
    line("reach {} --expect-reply", WHO),
    line("thank {} --by {} --on {}", WHO, WHO, DAY),
    line("thank {} --for {}", WHO, ID),
    line("apologize {} --by {}", WHO, WHO),
    line("done {} {} --on {}", ID, ID, DAY),
    line("done {} --times 1", ID),
    line("broken {}", ID),
    line("waive {} {}", ID, ID),
    line(
        "check {} {}",
        EVENT,
        st.sampled_from(["--responded", "--silent", "--happy", "--worth=5", "--worth=0"]),
    ),
    line("problem {} rude --with {}", EVENT, WHO),
    line("person {} --skill {}", WHO, st.sampled_from(["law", "tax"])),
    line("person {} --org {}", WHO, WHO),
    line("person {} --every {}", WHO, st.sampled_from(["2w", "never"])),
    line("person {} --rename {}", WHO, st.sampled_from(["Zoe Ray", "Dana Park", "Sam Lee"])),
    line("snooze {} --until tomorrow", ID),
    line("edit {} --on {}", EVENT, DAY),
    line("edit {} --replace {} {} --note put-right", EVENT, WHO, WHO),
    line("edit {} --via phone --about something", EVENT),
    line("edit {} --first {}", EVENT, st.sampled_from(["client", "provider"])),
    line("edit {} --keeps {}", EVENT, ID),
    line("edit {} --times {} --due {}", EVENT, st.sampled_from("123"), DAY),
    line("edit {} --add {} --remove {}", EVENT, WHO, WHO),
    line("snooze {} --until today", ID),
    line("reopen {}", ID),
    line("reopen {} {}", ID, ID),
    line("edit {} --before {}", ENTRY, ENTRY),
    line("edit {} --on {} --note put-right", SAID_ID, DAY),
    line("edit {} --replace {} {}", SAID_ID, WHO, WHO),
    line("delete {}", ENTRY),
    line("person {} --drop {} --org ''", WHO, st.sampled_from(["law", "tax", "Sam Lee"])),
    line("delete {}", WHO),
    line("merge {} {}", WHO, WHO),
)
CLOSED_WITHOUT_REASON = """
SELECT o.id FROM obligation o LEFT JOIN settlement s ON s.obligation_id = o.id GROUP BY o.id
HAVING (o.closed_on IS NOT NULL) <> (
    ifnull(sum(s.times) FILTER (WHERE s.ending = 'kept'), 0) >= o.times
    OR count(*) FILTER (WHERE s.ending IN ('broken', 'waived')) > 0)
OR ifnull(sum(s.times) FILTER (WHERE s.ending = 'kept'), 0) > o.times
OR o.closed_on <> max(s.settled_on)
"""

IMPOSSIBLE = {
    "two open intervals of one contact": "SELECT creditor_id FROM obligation"
    " WHERE kind = 'touch' AND closed_on IS NULL GROUP BY creditor_id HAVING count(*) > 1",
    "two open replies one way": "SELECT debtor_id FROM obligation WHERE kind = 'reply'"
    " AND closed_on IS NULL GROUP BY debtor_id, creditor_id HAVING count(*) > 1",
    "settled before it was opened": "SELECT o.id FROM settlement s"
    " JOIN obligation o ON o.id = s.obligation_id WHERE s.settled_on < o.opened_on",
    "known before it was made": "SELECT e.id FROM introduction_outcome o"
    " JOIN event e ON e.id = o.event_id WHERE o.noted_on < e.happened_on",
    "introduced to oneself": "SELECT e.id FROM event e JOIN party p ON p.event_id = e.id"
    " WHERE e.kind = 'introduction' GROUP BY e.id HAVING count(DISTINCT p.contact_id) <> 3",
    "a meeting of one": "SELECT e.id FROM event e JOIN party p ON p.event_id = e.id"
    " WHERE e.kind IN ('meeting', 'talk') GROUP BY e.id HAVING count(DISTINCT p.contact_id) < 2",
    "a problem with somebody else": "SELECT e.id FROM event e JOIN party p ON p.event_id = e.id"
    " WHERE e.kind = 'problem' AND p.contact_id NOT IN (SELECT q.contact_id FROM party q"
    "  WHERE q.event_id = e.introduction_id AND q.role IN ('client', 'provider'))",
    "each in the other": "SELECT a.id FROM contact a JOIN contact b ON b.id = a.organisation_id"
    " WHERE b.organisation_id = a.id",
}

NEVER_AGAIN = ("contact", "detail", "interval", "event", "party", "acknowledgement", "statement")


class Bookkeeping(RuleBasedStateMachine):
    """Command lines against a ledger, and the dumps that undo and redo must give again."""

    def __init__(self, netlog: Callable[..., Result]) -> None:
        super().__init__()
        self.netlog = netlog
        self.folder = tempfile.TemporaryDirectory()
        self.ledger = Path(self.folder.name) / "ledger.db"
        os.environ["NETLOG_LEDGER"] = str(self.ledger)
        self.states: list[Dump] = [EMPTY_DUMP]
        self.undone: list[Dump] = []
        self.given: set[tuple[str, object]] = set()
        self.numbers: set[tuple[object, ...]] = set()

    def teardown(self) -> None:
        while len(self.states) > 1:
            self.undo()
            self.balances()
        self.netlog("undo", code=3)
        self.folder.cleanup()

    @rule(argv=LINES)
    def record(self, argv: list[str]) -> None:
        before = self.changes()
        result = self.netlog(*argv, code=None)
        assert result.code in (0, 2, 3), (argv, result)
        if result.code == 0 and self.changes() != before:
            self.states.append(dump(self.ledger))
            self.undone.clear()
            self.ids_are_new()
            self.each_open_item_shows_once()

    @precondition(lambda self: len(self.states) > 1)
    @rule()
    def undo(self) -> None:
        self.netlog("undo")
        self.undone.append(self.states.pop())

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        self.netlog("redo")
        self.states.append(self.undone.pop())

    @precondition(lambda self: not self.undone)
    @rule()
    def redo_is_refused(self) -> None:
        self.netlog("redo", code=3)

    @invariant()
    def stands_where_it_should(self) -> None:
        assert dump(self.ledger) == self.states[-1]

    @invariant()
    def balances(self) -> None:
        if self.ledger.exists():
            assert faults(self.ledger) == []
            assert query(self.ledger, CLOSED_WITHOUT_REASON) == []
            assert (
                query(self.ledger, "SELECT 1 FROM obligation WHERE debtor_id = creditor_id") == []
            )
            for what, statement in IMPOSSIBLE.items():
                assert query(self.ledger, statement) == [], what

    @invariant()
    def numbers_are_for_ever(self) -> None:
        if self.ledger.exists():
            now = set(query(self.ledger, "SELECT * FROM number"))
            assert self.numbers <= now
            self.numbers = now

    def each_open_item_shows_once(self) -> None:
        shown = [item["id"] for item in self.netlog("due", "--all", "--json").json["items"]]
        mine = query(
            self.ledger,
            "SELECT id FROM obligation WHERE closed_on IS NULL AND 1 IN (debtor_id, creditor_id)",
        )
        assert (len(shown), set(shown)) == (len(mine), {key for (key,) in mine})

    def changes(self) -> int:
        if not self.ledger.exists():
            return 0
        return len(query(self.ledger, "SELECT id FROM change"))

    def ids_are_new(self) -> None:
        """A new fact has an id that no other ever had; a place goes back to whose it was."""
        before, after = self.states[-2:]
        former = {place[0] for place in before["former_party"]}
        for table in NEVER_AGAIN:
            known = {row[0] for row in before[table]}
            for row in after[table]:
                if row[0] not in known and not (table == "party" and row[0] in former):
                    assert (table, row[0]) not in self.given
                    self.given.add((table, row[0]))


def test_undo_and_redo_restore_the_ledger_exactly(netlog: Callable[..., Result]) -> None:
    class OnThisLedger(Bookkeeping):
        def __init__(self) -> None:
            super().__init__(netlog)

    some = settings().max_examples // 8
    run_state_machine_as_test(
        OnThisLedger, settings=settings(max_examples=some, stateful_step_count=25)
    )


SAID = [
    ("person Dana --org Acme --skill law", "Added Dana: at Acme; skills law"),
    ("person Dana --every 6w", "Dana: in touch every 6 weeks"),
    ("person Dana --every 10d", "Dana: in touch every 10 days"),
    ("person Dana --every never", "Dana: in touch as it comes"),
    (
        "person Dana --alias Dee --email d@example.com",
        "Dana: e-mail d@example.com; also called Dee",
    ),
    ("person Dana --rename Dan --phone 1", "Renamed Dana to Dan: phone 1"),
    ("meet Dan", "You met Dan"),
    (
        "snooze 1 2 --until 2026-12-05",
        "Snoozed until Sat 5 Dec: you owe Dan thanks for the meeting, and 1 more item",
    ),
    ("snooze 1 --until today", "No longer snoozed: you owe Dan thanks for the meeting"),
]


def test_the_list_says_what_was_done(netlog: Netlog) -> None:
    for typed, said in SAID:
        netlog(*shlex.split(typed))
        assert netlog("undo", "--list", "--json").json["items"][0]["summary"] == said
    listed = [item["summary"] for item in netlog("undo", "--list", "--json").json["items"]]
    assert listed == [said for _, said in reversed(SAID)]


def test_the_list_is_cut_only_where_it_is_asked_for(netlog: Netlog, ledger: Path) -> None:
    for _ in range(60):
        netlog("reach", "Dana")
    assert len(netlog("undo", "--list").out.splitlines()) == 60
    assert len(netlog("undo", "--list", "--json").json["items"]) == 60
    cut = netlog("undo", "--list", "--limit", "7")
    assert len(cut.out.splitlines()) == 7
    assert cut.err == "... and 53 more: --limit shows them.\n"
    assert len(netlog("undo", "--list", "--limit", "7", "--json").json["items"]) == 7
    _, screen = on_terminal(ledger, "undo", "--list")
    assert "... and 10 more" in screen
    netlog("undo", "--limit", "7", code=2)
    netlog("undo")
    assert len(netlog("undo", "--list").out.splitlines()) == 59

"""What `due` shows, in which order, and what it counts."""

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given as hypothesis_given
from hypothesis import strategies as st

from netlog.domain.due import SIDES, Scope, most_urgent_first, next_step, overdue, shown
from netlog.domain.items import Item, side
from netlog.domain.records import Event, Obligation, ObligationKind, Party
from tests.cli.looking import Netlog, given, refused, rows

TODAY = "2026-11-21"
LEDGER = """
2026-11-01 promise "mine, late" --to Lee --due 2026-11-20
2026-11-01 promise "mine, today" --to Lee --due 2026-11-21
2026-11-01 promise "mine, in 7" --to Lee --due 2026-11-28
2026-11-01 promise "mine, in 8" --to Lee --due 2026-11-29
2026-11-01 promise "theirs, late" --by Lee --due 2026-11-19
2026-11-01 promise "theirs, today" --by Lee --due 2026-11-21
2026-11-01 promise "theirs, tomorrow" --by Lee --due 2026-11-22
2026-11-17 intro Ann Bob --for help --fee 5
2026-11-20 intro Cy Dee --by Lee
"""  # 8 Bob's response to Ann, 9 and 10 my check-ins
MINE, CHECKS, THEIRS = [1, 2, 3, 4], [9, 10], [5, 6, 7]


@pytest.fixture
def _due(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, LEDGER)


VIEWS = [
    ([], [5, 1, 2, 6, 9, 3], 3),
    (["--all"], [5, 1, 2, 6, 9, 7, 3, 4, 10], 0),
    (["--mine"], [1, 2, 9, 3], 2),
    (["--theirs"], [5, 6], 1),
    (["--mine", "--all"], [1, 2, 9, 3, 4, 10], 0),
    (["--theirs", "--all"], [5, 6, 7], 0),
    (["--within", "0d"], [5, 1, 2, 6, 9], 4),
    (["--within", "8d"], [5, 1, 2, 6, 9, 3, 4], 2),
    (["--within", "2w"], [5, 1, 2, 6, 9, 3, 4], 2),
    (["--within", "36500d"], [5, 1, 2, 6, 9, 3, 4, 10], 1),
    (["--theirs", "--within", "8d"], [5, 6], 1),
]


@pytest.mark.usefixtures("_due")
@pytest.mark.parametrize(("options", "ids", "later"), VIEWS, ids=str)
def test_views(netlog: Netlog, options: list[str], ids: list[int], later: int) -> None:
    told = netlog("due", *options, "--json", today=TODAY).json
    assert [item["id"] for item in told["items"]] == ids
    assert told["not_yet_due"] == later
    assert told["today"] == TODAY


@pytest.mark.usefixtures("_due")
def test_sides_and_days_overdue(netlog: Netlog) -> None:
    items = netlog("due", "--all", "--json", today=TODAY).json["items"]
    expected = {"mine": MINE, "check-in": CHECKS, "theirs": THEIRS}
    for its_side, ids in expected.items():
        assert sorted(item["id"] for item in items if item["side"] == its_side) == ids
    late = {item["id"]: item["days_overdue"] for item in items}
    assert (late[5], late[2], late[4]) == (2, 0, -8)


@pytest.mark.usefixtures("_due")
def test_what_is_hidden_waits_for_its_day_and_is_counted(netlog: Netlog, ledger: Path) -> None:
    rows(ledger, "UPDATE obligation SET hidden_until = '2026-11-23' WHERE id IN (1, 5)")
    told = netlog("due", "--json", today="2026-11-22").json
    assert not {1, 5} & {item["id"] for item in told["items"]}
    assert told["not_yet_due"] == 3  # the two, and item 10
    told = netlog("due", "--json", today="2026-11-23").json
    assert {1, 5} <= {item["id"] for item in told["items"]}
    assert {1, 5} <= {
        item["id"] for item in netlog("due", "--all", "--json", today=TODAY).json["items"]
    }


@pytest.mark.usefixtures("_due")
def test_what_is_snoozed_is_told_apart(netlog: Netlog, ledger: Path) -> None:
    rows(ledger, "UPDATE obligation SET hidden_until = '2026-11-23' WHERE id IN (1, 4, 5)")
    assert "9 open · 0 overdue · 4 not yet due · 2 snoozed" in netlog("due", today=TODAY).out
    told = netlog("due", "--json", today=TODAY).json
    assert (told["not_yet_due"], told["snoozed"]) == (5, 2)  # 4 would not show yet anyhow
    shown = netlog("due", "--all", today=TODAY).out
    assert "9 open · 0 overdue · 3 not yet due · 3 snoozed" in shown
    assert shown.count("(snoozed until 23 Nov)") == 3
    assert '"mine, today"' in shown
    items = netlog("due", "--all", "--json", today=TODAY).json["items"]
    hidden = {item["id"]: item["hidden_until"] for item in items if item["hidden_until"]}
    assert hidden == dict.fromkeys((1, 4, 5), "2026-11-23")
    for more in ([], ["--all"]):
        netlog("due", *more, "--exit-code", today=TODAY)
    after = netlog("due", "--all", today="2026-11-23").out
    assert "snoozed" not in after


def test_only_what_is_awake_is_proposed(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, "2026-11-01 meet Dana\n2026-11-02 snooze 1 --until 2026-12-01")
    assert "Once 2 came:" in netlog("due", "--all", today="2026-11-03").out
    netlog("snooze", "2", "--until", "2026-12-01", today="2026-11-03")
    out = netlog("due", "--all", today="2026-11-03").out
    assert out.endswith("2 open · 0 overdue · 0 not yet due · 2 snoozed\n")


MADE = "intro Ann Bob"  # 1 and 2 their thanks, 3 Bob's response, 4 and 5 my check-ins
WRONG = "problem e1 rude --with Bob"
STEPS = [
    (["meet Dana"], "--mine", "thank Dana"),
    (["meet Dana"], "--theirs", "thank me --by Dana"),
    (["reach me --by Dana"], "--mine", "reach Dana"),
    (["reach Dana"], "--theirs", "reach me --by Dana"),
    (["promise slides --to Dana"], "--mine", "done 1"),
    (["promise slides --by Dana"], "--theirs", "done 1"),
    (["meet Dana", "waive 1 2", "person Dana --every 6w"], "--mine", "reach Dana"),
    ([MADE], "--mine", "check 4 --responded"),
    ([MADE, "check e1 --responded"], "--mine", "check 5 --happy"),
    ([MADE, WRONG], "--mine", "apologize Ann"),
    ([MADE, WRONG, "apologize Ann"], "--mine", "intro Ann NAME --replaces e1"),
    (["intro me Bob --by Ann", "waive 1 2 3", WRONG], "--theirs", "apologize me --by Ann"),
    (["intro me Bob --by Ann", "waive 1 2 3", WRONG, "waive 4"], "--theirs", "done 5"),
]


@pytest.mark.parametrize(("lines", "side", "command"), STEPS, ids=str)
def test_the_command_that_records_what_comes_next(
    netlog: Netlog, lines: list[str], side: str, command: str
) -> None:
    for line in lines:
        netlog(*line.split(), today=TODAY)
    assert netlog("due", "--all", side, today=TODAY).out.endswith(f"\n  netlog {command}\n")


@pytest.mark.usefixtures("_due")
@pytest.mark.parametrize(
    ("options", "today", "code"),
    [
        ([], TODAY, 1),
        (["--mine"], TODAY, 1),
        ([], "2026-11-19", 0),
        (["--mine"], "2026-11-20", 0),
        (["--theirs"], "2026-11-20", 1),
    ],
)
def test_exit_code(netlog: Netlog, options: list[str], today: str, code: int) -> None:
    netlog("due", *options, today=today)
    for more in ([], ["--json"], ["--all"]):
        netlog("due", *options, *more, "--exit-code", today=today, code=code)


@pytest.mark.usefixtures("_due")
def test_text_shows_each_item_once_under_its_section(netlog: Netlog) -> None:
    lines = netlog("due", today=TODAY).out.splitlines()
    ids = [line.split()[0] for line in lines if line.strip() and line.split()[0].isdigit()]
    assert ids[:6] == ["1", "2", "3", "9", "5", "6"]
    titles = ("You owe", "Check in", "Owed to you")
    places = [next(n for n, line in enumerate(lines) if title in line) for title in titles]
    assert places == sorted(places)
    counts = next(line for line in lines if "overdue" in line and "open" in line)
    assert counts.startswith("9 open · 2 overdue · 4 not yet due"), counts


def test_without_a_ledger_it_says_how_to_begin(netlog: Netlog, ledger: Path) -> None:
    result = netlog("due")
    assert result.out == ""
    assert f"there is no ledger at {ledger}." in result.err
    assert netlog("due", "--json").json["items"] == []
    netlog("due", "--exit-code")
    assert not ledger.parent.exists()


def test_mine_and_theirs_exclude_each_other(netlog: Netlog, ledger: Path) -> None:
    refused(netlog, ledger, "due", "--mine", "--theirs", code=2)


ME = 1
DAY = st.dates(date(2020, 1, 1), date(2020, 2, 1))


KINDS: tuple[ObligationKind, ...] = ("promise", "thanks", "check-response", "check-outcome")


@st.composite
def obligations(draw: st.DrawFn) -> Obligation:
    opened = date(2019, 1, 1)
    debtor, creditor = draw(st.permutations([1, 2, 3]))[:2]
    kind = draw(st.sampled_from(KINDS))
    hidden = draw(st.none() | DAY)
    if kind.startswith("check"):
        debtor, creditor = ME, 2
    number = draw(st.integers(1, 10**6))
    return Obligation(number, 1, kind, debtor, creditor, 1, opened, draw(DAY), hidden, None)


def ids(some: Iterable[Obligation]) -> list[int]:
    return [one.id for one in some]


@hypothesis_given(
    st.lists(obligations(), unique_by=lambda one: one.id), DAY, st.integers(0, 40), st.booleans()
)
def test_what_holds_for_every_scope(
    some: list[Obligation], today: date, within: int, everything: bool
) -> None:
    scope = Scope(today, SIDES, within, everything)
    seen = shown(some, scope, ME)
    assert ids(seen) == ids(shown(reversed(some), scope, ME))[::-1]
    assert seen == [one for one in some if one in seen]
    assert all(side(one, ME) for one in seen)
    by_side = [shown(some, Scope(today, (each,), within, everything), ME) for each in SIDES]
    assert sorted(ids(seen)) == sorted(number for part in by_side for number in ids(part))
    assert set(ids(seen)) <= set(ids(shown(some, Scope(today, SIDES, within + 1, everything), ME)))
    assert set(ids(seen)) <= set(ids(shown(some, Scope(today, everything=True), ME)))
    late = [one for one in seen if one.due_on < today]
    assert overdue(seen, today) == len(late)
    if not everything:
        latest = {"theirs": today, "mine": today + timedelta(within)}
        for one in seen:
            assert one.due_on <= latest["theirs" if side(one, ME) == "theirs" else "mine"]
            assert one.hidden_until is None or one.hidden_until <= today


@hypothesis_given(st.lists(obligations(), unique_by=lambda one: one.id), st.data())
def test_the_most_urgent_first_and_then_as_it_happened(
    some: list[Obligation], data: st.DataObject
) -> None:
    told = data.draw(st.permutations(range(len(some))))
    days = data.draw(st.lists(DAY, min_size=len(some), max_size=len(some)))
    items = [
        Item(one, Event(moment, "promise", day, told=moment), ())
        for one, moment, day in zip(some, told, days, strict=True)
    ]
    listed = most_urgent_first(items)
    assert listed == most_urgent_first(reversed(items))
    assert listed == sorted(
        items, key=lambda item: (item.obligation.due_on, item.event.happened_on, item.event.told)
    )


def test_what_one_event_opened_stands_by_whom_it_is_with_first_what_is_owed_to_them() -> None:
    day, me, guests = date(2026, 11, 21), 1, (2, 3)
    met = Event(1, "meeting", day, told=1)
    parties = tuple(Party(10 + who, 1, who, "attendee") for who in (me, *guests))
    pairs = [pair for guest in guests for pair in ((me, guest), (guest, me))]
    thanks = [
        Item(Obligation(number, 1, "thanks", *pair, 1, day, day, None, None), met, parties)
        for number, pair in enumerate(pairs, 1)
    ]
    assert most_urgent_first(reversed(thanks)) == thanks


def test_the_next_step_is_mine_else_to_ask_else_to_wait() -> None:
    day, me, lee, ann = date(2026, 11, 21), 1, 2, 3

    def item(kind: ObligationKind, debtor: int, creditor: int) -> Item:
        owed = Obligation(1, 1, kind, debtor, creditor, 1, day, day, None, None)
        return Item(owed, Event(1, "introduction", day), ())

    theirs, asked, mine = (
        item("thanks", lee, me),
        item("check-response", me, ann),
        item("promise", me, lee),
    )
    assert next_step([theirs, asked, mine], me) == (mine, "done")
    assert next_step([theirs, asked], me) == (asked, "check")
    assert next_step([theirs], me) == (theirs, "thank")
    assert next_step([item("response", lee, ann), mine], me) == (mine, "done"), "of others"
    assert next_step([item("replacement", lee, me)], me) == (
        item("replacement", lee, me),
        "done",
    ), "whom they will introduce is not known"
    assert next_step([], me) is None


class TestWithOneContact:
    """`due WHO`: what is open between me and one contact, an organisation with its people."""

    @pytest.fixture(autouse=True)
    def _open(self, netlog: Netlog) -> None:
        netlog("person", "Tom Okafor", "--org", "Acme", today="2026-11-01")
        netlog("meet", "Tom Okafor", "Zoe", today="2026-11-01")
        netlog("promise", "a list", "--by", "Acme", "--due", "tomorrow", today="2026-11-01")
        netlog("intro", "Zoe", "Tom Okafor", today="2026-11-01")

    def ids(self, netlog: Netlog, *options: str) -> list[int]:
        document = netlog("due", *options, "--json", today="2026-12-02").json
        return sorted(item["id"] for item in document["items"])

    def test_only_what_is_between_me_and_them(self, netlog: Netlog) -> None:
        assert self.ids(netlog, "tom") == [1, 2, 7, 10]
        assert self.ids(netlog, "Zoe") == [3, 4, 6, 9, 10]
        assert self.ids(netlog, "tom", "--mine") == [1, 10], "both are asked whether they are happy"
        assert self.ids(netlog, "tom", "--theirs") == [2, 7]

    def test_an_organisation_with_its_people(self, netlog: Netlog) -> None:
        assert self.ids(netlog, "Acme") == [1, 2, 5, 7, 10]

    def test_me_is_everybody(self, netlog: Netlog) -> None:
        assert self.ids(netlog, "me") == self.ids(netlog)

    def test_the_count_is_theirs_too(self, netlog: Netlog) -> None:
        document = netlog("due", "tom", "--json", today="2026-11-02").json
        assert (document["who"], len(document["items"]), document["not_yet_due"]) == (
            "Tom Okafor",
            1,
            3,
        )
        assert netlog("due", "--json").json["who"] is None

    def test_exit_code(self, netlog: Netlog) -> None:
        netlog("meet", "Ann", "--no-due")
        netlog("due", "Ann", "--exit-code", today="2026-12-02")
        netlog("due", "tom", "--exit-code", today="2026-12-02", code=1)

    def test_nothing_is_due(self, netlog: Netlog) -> None:
        netlog("meet", "Ann", "--no-due")
        told = netlog("due", "ann").out
        assert told.startswith("Nothing is due between you and Ann.\n0 open")

    def test_names_mean_what_they_mean_everywhere(self, netlog: Netlog, ledger: Path) -> None:
        assert "Tom Okafor" in refused(netlog, ledger, "due", "Tom Okafro").err
        assert "Nobody" in refused(netlog, ledger, "due", "Nobody Known").err

"""How obligations end: in parts, late, broken, waived, by a word, by a thank-you."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from netlog.domain.projection.settling import (
    keep,
    refuse_before_it_was_opened,
    refuse_closed,
    refuse_parts,
    settlement,
)
from netlog.domain.records import Obligation
from netlog.errors import Refused, Unreadable
from tests.cli.looking import Netlog, closed, given, names, owed, refused, rows
from tests.support.refusals import raising

TWO_THINGS = """
2026-11-01 promise "two names" --by Rob --times 2 --due 2026-11-10
2026-11-01 promise "a list" --to Rob
"""


@pytest.fixture
def two_things(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, TWO_THINGS)


def standing(netlog: Netlog, who: str, kind: str) -> dict[str, int]:
    record = netlog("report", who, "--json").json["record"][kind]
    return {name: number for name, number in record.items() if number}


@pytest.mark.usefixtures("two_things")
class TestParts:
    def test_it_closes_when_all_came(self, netlog: Netlog) -> None:
        first = netlog("done", "1", "--times", "1", "--on", "2026-11-02", "--json").json
        assert (first["settled"][0]["times"], first["closed"]) == (1, [])
        assert netlog("due", "--theirs", "--json").json["items"][0]["done"] == 1
        second = netlog("done", "1", "--on", "2026-11-10", "--json").json
        assert (second["settled"][0]["times"], second["closed"]) == (1, [1])
        assert standing(netlog, "Rob", "promise") == {"on_time": 1}

    @pytest.mark.parametrize("days", [("2026-11-02", "2026-11-11"), ("2026-11-11", "2026-11-02")])
    def test_the_last_part_decides_whether_it_was_late(
        self, netlog: Netlog, days: tuple[str, str]
    ) -> None:
        for day in days:
            netlog("done", "1", "--times", "1", "--on", day)
        assert standing(netlog, "Rob", "promise") == {"late": 1}

    @pytest.mark.parametrize("times", ["1000000000000000000000", "0", "-1"])
    def test_no_other_number_of_parts(self, netlog: Netlog, ledger: Path, times: str) -> None:
        refused(netlog, ledger, "done", "1", "--times", times, code=2)

    def test_not_more_than_are_left(self, netlog: Netlog, ledger: Path) -> None:
        refused(netlog, ledger, "done", "1", "--times", "3")
        netlog("done", "1", "--times", "1")
        refused(netlog, ledger, "done", "1", "--times", "2")

    def test_the_rest_may_be_broken_or_waived(self, netlog: Netlog) -> None:
        netlog("done", "1", "--times", "1")
        netlog("broken", "1")
        assert standing(netlog, "Rob", "promise") == {"broken": 1}
        netlog("undo")
        netlog("waive", "1")
        assert standing(netlog, "Rob", "promise") == {"waived": 1}


@pytest.mark.usefixtures("two_things")
class TestRefusals:
    @pytest.mark.parametrize("verb", ["done", "broken", "waive"])
    def test_closed_stays_closed(self, netlog: Netlog, ledger: Path, verb: str) -> None:
        netlog(verb, "1", "--on", "2026-11-05")
        for again in ("done", "broken", "waive"):
            assert "2026-11-05" in refused(netlog, ledger, again, "1").err

    @pytest.mark.parametrize("verb", ["done", "broken", "waive"])
    @pytest.mark.parametrize("day", ["2026-10-31", "tomorrow", "2026-11-22"])
    def test_not_before_it_was_opened_nor_in_the_future(
        self, netlog: Netlog, ledger: Path, verb: str, day: str
    ) -> None:
        refused(netlog, ledger, verb, "1", "--on", day)

    def test_one_that_cannot_be_settled_stops_all(self, netlog: Netlog, ledger: Path) -> None:
        refused(netlog, ledger, "done", "1", "2", "99")
        refused(netlog, ledger, "done", "1", "2", "e1", code=2)
        netlog("waive", "2")
        refused(netlog, ledger, "done", "1", "2")

    def test_twice_the_same_id_is_once(self, netlog: Netlog) -> None:
        assert netlog("done", "1", "1", "01", "--json").json["closed"] == [1]


OPENED, CLOSED = date(2026, 11, 1), date(2026, 11, 5)
NAMES = Obligation(7, 1, "promise", 2, 1, 3, OPENED, date(2026, 11, 10), None, None)
OVER = NAMES._replace(closed_on=CLOSED)


@pytest.mark.parametrize(
    ("settle", "why", "hint"),
    [
        (
            lambda: refuse_before_it_was_opened(NAMES, date(2026, 10, 31)),
            "7 was opened on 2026-11-01; it cannot be settled before that, on 2026-10-31.",
            "",
        ),
        (
            lambda: refuse_closed(OVER),
            "7 was closed on 2026-11-05 already.",
            "netlog due --all lists what is open.",
        ),
        (
            lambda: settlement(NAMES, "kept", CLOSED, left=2, times=3),
            "7 has 2 of 3 left, so 3 cannot be settled.",
            "netlog done 7 settles all that is left.",
        ),
    ],
    ids=["too early", "closed", "too many"],
)
def test_why_it_cannot_be_settled(settle: Callable[[], object], why: str, hint: str) -> None:
    with raising(Refused, why, hint):
        settle()


@pytest.mark.parametrize("times", [0, 1001])
def test_how_many_parts_there_can_be(times: int) -> None:
    refuse_parts(1)
    refuse_parts(1000)
    with pytest.raises(Unreadable) as caught:
        refuse_parts(times)
    assert caught.value.message == "--times goes from 1 to 1000."


def test_what_is_kept_is_kept_whole_and_with_what_was_said_of_it() -> None:
    kept = keep(NAMES, CLOSED, "card", "three names")
    assert (kept.ending, kept.settled_on, kept.times, kept.closed_on) == ("kept", CLOSED, 3, CLOSED)
    assert (kept.via, kept.note) == ("card", "three names")


@pytest.mark.parametrize(
    ("day", "ended"), [("2026-11-10", "on_time"), ("2026-11-11", "late"), ("2026-11-01", "on_time")]
)
@pytest.mark.usefixtures("two_things")
def test_late_begins_the_day_after(netlog: Netlog, day: str, ended: str) -> None:
    netlog("done", "1", "--on", day)
    assert standing(netlog, "Rob", "promise") == {ended: 1}


def test_waiving_leaves_no_trace_in_the_score(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, TWO_THINGS)
    score = netlog("report", "Rob", "--json", today="2026-11-01").json["score"]
    netlog("waive", "1", today="2027-11-01")
    after = netlog("report", "Rob", "--json", today="2027-11-01").json
    assert after["score"] == score
    assert after["evidence"] == []


def test_nothing_is_closed_by_age(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, TWO_THINGS)
    items = netlog("due", "--json", today="2999-01-01").json["items"]
    assert [item["id"] for item in items] == [2, 1]


THANKS = """
2026-11-01 meet Dana
2026-11-05 meet Dana Rob
2026-11-05 intro me Kim --by Dana
"""


class TestThanks:
    """1, 3 and 7 are my thanks to Dana; 2 and 4 are Dana's to me."""

    @pytest.fixture(autouse=True)
    def _thanks(self, netlog: Netlog, ledger: Path) -> None:
        given(netlog, ledger, THANKS)

    @pytest.mark.parametrize(
        ("line", "closes"),
        [
            (["Dana"], [1, 3, 7]),
            (["Dana", "--on", "2026-11-05"], [1, 3, 7]),
            (["Dana", "--on", "2026-11-04"], [1]),
            (["Dana", "--on", "2026-11-01"], [1]),
            (["Dana", "--for", "3"], [3]),
            (["me", "--by", "Dana"], [2, 4]),
            (["me", "--by", "Dana", "--on", "2026-11-02"], [2]),
            (["me", "--by", "Dana", "--for", "4"], [4]),
        ],
    )
    def test_it_closes_every_open_one_up_to_its_day(
        self, netlog: Netlog, ledger: Path, line: list[str], closes: list[int]
    ) -> None:
        assert netlog("thank", *line, "--json").json["closed"] == closes
        assert sorted(closed(ledger)) == closes

    @pytest.mark.parametrize(
        "line",
        [
            ["Dana", "--on", "tomorrow"],
            ["Dana", "--for", "2"],
            ["Dana", "--for", "5"],
            ["Dana", "--for", "9"],
            ["Dana", "--for", "99"],
            ["Dana", "--for", "3", "--on", "2026-11-04"],
            ["me"],
            ["Dana", "--by", "Rob"],
        ],
    )
    def test_what_can_never_be_is_refused(
        self, netlog: Netlog, ledger: Path, line: list[str]
    ) -> None:
        refused(netlog, ledger, "thank", *line)

    @pytest.mark.parametrize(
        ("line", "meant", "closes"),
        [
            (["Dana", "--on", "2026-10-31"], "meet Dana --on 2026-10-30", "me"),
            (["Kim"], "meet Kim --on 2026-11-20", "me"),
            (["me", "--by", "Kim"], "meet Kim --on 2026-11-20", "Kim"),
        ],
    )
    def test_one_for_which_nothing_is_open_waits_for_what_it_was_for(
        self, netlog: Netlog, ledger: Path, line: list[str], meant: str, closes: str
    ) -> None:
        thanked = netlog("thank", *line, "--json").json
        assert (thanked["settled"], thanked["closed"]) == ([], [])
        assert closed(ledger) == {}
        netlog(*meant.split())
        kept = [owed(ledger)[item - 1] for item in closed(ledger)]
        assert [item.debtor for item in kept if item.kind == "thanks"] == [closes]

    def test_an_event_is_no_item(self, netlog: Netlog, ledger: Path) -> None:
        refused(netlog, ledger, "thank", "Dana", "--for", "e2", code=2)

    def test_once(self, netlog: Netlog, ledger: Path) -> None:
        netlog("thank", "Dana")
        before = closed(ledger)
        assert netlog("thank", "Dana", "--json").json["settled"] == []
        assert closed(ledger) == before
        refused(netlog, ledger, "thank", "Dana", "--for", "3")

    @pytest.mark.parametrize("line", ["thank Zoe", "apologize Zoe", "thank me --by Zoe"])
    def test_a_new_contact_only_where_that_was_said_or_it_was_long_ago(
        self, netlog: Netlog, ledger: Path, line: str
    ) -> None:
        refused(netlog, ledger, *line.split())
        netlog(*line.split(), "--on", "yesterday")
        assert names(ledger)[-1] == "Zoe"
        netlog("undo")
        netlog(*line.split(), "--new")
        assert names(ledger)[-1] == "Zoe"

    def test_an_apology_is_no_thank_you(self, netlog: Netlog, ledger: Path) -> None:
        assert netlog("apologize", "Dana", "--json").json["settled"] == []
        netlog("problem", "e3", "rude", "--with", "Kim")
        netlog("problem", "e3", "late", "--with", "Kim")
        assert netlog("apologize", "me", "--by", "Dana", "--json").json["closed"] == [10, 12]
        assert [one.kind for one in owed(ledger)][9:] == ["apology", "replacement"] * 2
        assert netlog("apologize", "me", "--by", "Dana", "--json").json["settled"] == []


class TestOutreach:
    def attempts(self, ledger: Path) -> list[tuple[int, str]]:
        return [
            *rows(ledger, "SELECT obligation_id, via FROM attempt ORDER BY obligation_id, ordinal")
        ]

    def test_again_without_an_answer_adds_attempts(self, netlog: Netlog, ledger: Path) -> None:
        for day, via in (("01", "phone"), ("05", "email"), ("09", "phone")):
            netlog("reach", "Lee", "--via", via, "--on", f"2026-11-{day}")
        assert [one.due for one in owed(ledger)] == ["2026-11-04"]
        assert self.attempts(ledger) == [(1, "phone"), (1, "email"), (1, "phone")]
        waited = {
            "unanswered": 3,
            "since": "2026-11-01",
            "days_waiting": 20,
            "channels": {"phone": 2, "email": 1},
        }
        assert netlog("report", "Lee", "--json").json["attempts"] == {
            **waited,
            "waits": [{"to": "Lee", "by": "me", **waited}],
        }

    def test_an_answer_settles_and_opens_nothing(self, netlog: Netlog) -> None:
        netlog("reach", "Lee", "--on", "2026-11-01")
        answer = netlog("reach", "me", "--by", "Lee", "--on", "2026-11-04", "--json").json
        assert (answer["opened"], answer["closed"]) == ([], [1])
        assert netlog("report", "Lee", "--json").json["record"]["reply"]["on_time"] == 1
        assert netlog("report", "Lee", "--json").json["attempts"]["unanswered"] == 0

    def test_an_answer_can_ask_back(self, netlog: Netlog) -> None:
        netlog("reach", "Lee", "--on", "2026-11-01")
        back = netlog("reach", "me", "--by", "Lee", "--expect-reply", "--json").json
        assert (back["opened"], back["closed"]) == ([2], [1])
        end = netlog("reach", "Lee", "--json").json
        assert (end["opened"], end["closed"]) == ([], [2])

    def test_expecting_a_reply_twice_opens_one(self, netlog: Netlog, ledger: Path) -> None:
        netlog("reach", "Lee", "--expect-reply")
        assert netlog("reach", "Lee", "--expect-reply", "--json").json["opened"] == []
        assert len(self.attempts(ledger)) == 2

    def test_a_word_from_before_answers_nothing(self, netlog: Netlog) -> None:
        netlog("reach", "Lee", "--on", "2026-11-05")
        early = netlog("reach", "me", "--by", "Lee", "--on", "2026-11-04", "--json").json
        assert early["closed"] == []

    def test_it_answers_only_the_two(self, netlog: Netlog) -> None:
        netlog("reach", "Lee")
        netlog("reach", "Kim")
        assert netlog("reach", "me", "--by", "Kim", "--json").json["closed"] == [2]

    def test_it_settles_a_response_and_still_asks_for_a_reply(self, netlog: Netlog) -> None:
        netlog("intro", "Lee", "me", "--by", "Amy")
        mine = netlog("reach", "Lee", "--json").json
        assert (mine["closed"], mine["opened"]) == ([2], [4])
        assert netlog("report", "Amy", "--json").json["introductions"]["responded"] == 0
        netlog("reach", "me", "--by", "Lee")
        assert netlog("report", "Amy", "--json").json["introductions"]["responded"] == 1

    def test_without_due_it_is_still_an_attempt(self, netlog: Netlog, ledger: Path) -> None:
        netlog("reach", "Lee")
        netlog("reach", "Lee", "--no-due")
        assert len(self.attempts(ledger)) == 2


def test_a_meeting_answers_both_ways(netlog: Netlog, ledger: Path) -> None:
    netlog("reach", "Lee", "--on", "2026-11-01")
    netlog("reach", "me", "--by", "Lee", "--expect-reply", "--on", "2026-11-02")
    netlog("reach", "Kim", "--on", "2026-11-02")
    netlog("intro", "Lee", "me", "--by", "Amy", "--on", "2026-11-02")
    netlog("reach", "Lee", "--expect-reply", "--on", "2026-11-02")
    netlog("reach", "me", "--by", "Kim", "--expect-reply", "--on", "2026-11-02")
    open_before = set(range(1, 1 + len(owed(ledger)))) - set(closed(ledger))
    waiting = {
        key
        for key, one in enumerate(owed(ledger), 1)
        if key in open_before and one.kind in ("reply", "response")
    }
    with_kim = {key for key, one in enumerate(owed(ledger), 1) if "Kim" in one[1:3]}
    met = netlog("meet", "Lee", "--on", "2026-11-03", "--json").json
    assert set(met["closed"]) == waiting - with_kim
    assert netlog("report", "Amy", "--json").json["introductions"]["responded"] == 1


def test_a_meeting_of_others_answers_nothing(netlog: Netlog, ledger: Path) -> None:
    netlog("reach", "Lee")
    assert netlog("meet", "Lee", "--by", "Kim", "--json").json["closed"] == []


def test_the_headline_tells_how_many_others_were_named(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, "2026-11-01 intro Ann Bob\n2026-11-01 intro Jo Sam")
    told = "Bob answered Ann, and 1 more item"
    assert netlog("done", "3", "8", "--json").json["summary"] == told
    netlog("undo")
    both = netlog("done", "3", "4", "5", "--json").json["summary"]
    assert both == "Ann and Bob are both happy"
    netlog("undo")
    assert netlog("done", "1", "8", "--json").json["summary"].startswith("Kept: Ann owed you ")

"""Checks on introductions: made by me, made to me, and among others."""

from datetime import date
from pathlib import Path

import pytest

from netlog.domain.items import Item
from netlog.domain.projection.account import Account
from netlog.domain.projection.checking import (
    Answer,
    CheckedIntroduction,
    introduction_of,
    refuse_check,
)
from netlog.domain.projection.closing import Closing, close
from netlog.domain.projection.introduced import Introduced
from netlog.domain.projection.terms import Terms
from netlog.domain.records import Event, Finding, Obligation
from netlog.errors import Refused
from tests.cli.looking import Netlog, closed, given, refused, rows
from tests.support.program import TODAY
from tests.support.refusals import raising

MINE = "2026-11-01 intro Ann Bob"  # 3 response, 4 check-response, 5 check-outcome
TO_ME = {
    "client": "2026-11-01 intro me Bob --by Amy",  # 2 is Bob's response to me
    "provider": "2026-11-01 intro Ann me --by Amy",  # 2 is my response to Ann
}
OTHERS = "2026-11-01 intro Ann Bob --by Amy"


def outcomes(ledger: Path) -> list[tuple[str, str]]:
    return [
        *rows(ledger, "SELECT outcome, noted_on FROM introduction_outcome ORDER BY outcome DESC")
    ]


class TestMine:
    @pytest.fixture(autouse=True)
    def _mine(self, netlog: Netlog, ledger: Path) -> None:
        given(netlog, ledger, MINE)

    @pytest.mark.parametrize("subject", ["e1", "3", "4", "5"])
    def test_responded(self, netlog: Netlog, ledger: Path, subject: str) -> None:
        netlog("check", subject, "--responded", "--on", "2026-11-06")
        assert closed(ledger) == {3: ("kept", "2026-11-06"), 4: ("kept", TODAY)}
        assert outcomes(ledger) == [("responded", "2026-11-06")]
        assert netlog("report", "Bob", "--json").json["record"]["response"]["late"] == 1

    @pytest.mark.parametrize(
        ("day", "response"), [("2026-11-10", "2026-11-04"), ("2026-11-02", "2026-11-02")]
    )
    def test_happy_counts_the_response_as_in_time(
        self, netlog: Netlog, ledger: Path, day: str, response: str
    ) -> None:
        netlog("check", "e1", "--happy", "--on", day)
        asked = day if day == "2026-11-02" else TODAY  # before asking was due, nobody had to ask
        assert closed(ledger) == {3: ("kept", response), 4: ("kept", asked), 5: ("kept", day)}
        assert outcomes(ledger) == [("responded", day), ("happy", day)]

    def test_happy_after_responded(self, netlog: Netlog, ledger: Path) -> None:
        netlog("check", "e1", "--responded", "--on", "2026-11-02")
        netlog("check", "e1", "--happy", "--on", "2026-11-03")
        assert closed(ledger)[5] == ("kept", "2026-11-03")
        assert outcomes(ledger) == [("responded", "2026-11-02"), ("happy", "2026-11-03")]

    def test_silent_comes_back_three_days_later(self, netlog: Netlog, ledger: Path) -> None:
        netlog("check", "e1", "--silent", today="2026-11-05")

        def is_due(today: str) -> bool:
            items = netlog("due", "--json", today=today).json["items"]
            return any(item["kind"] == "check-response" for item in items)

        assert [is_due(f"2026-11-0{day}") for day in (5, 6, 7, 8)] == [False, False, False, True]
        assert closed(ledger) == {}
        netlog("check", "e1", "--silent", today="2026-11-08")
        item = netlog("due", "--all", "--mine", "--json", today="2026-11-08").json["items"][0]
        assert (item["attempts"], item["due_on"]) == (2, "2026-11-11")

    @pytest.mark.parametrize(
        ("item", "closes"), [("4", [3, 4]), ("5", [3, 4, 5]), ("3", [3, 4]), ("1", [1])]
    )
    def test_done_on_a_check_in_is_the_check(
        self, netlog: Netlog, ledger: Path, item: str, closes: list[int]
    ) -> None:
        assert netlog("done", item, "--json").json["closed"] == closes
        found = {"4": ["responded"], "5": ["responded", "happy"], "3": ["responded"], "1": []}
        assert [one for one, _ in outcomes(ledger)] == found[item]

    def test_done_on_both_check_ins_at_once(self, netlog: Netlog, ledger: Path) -> None:
        assert sorted(netlog("done", "4", "5", "--json").json["closed"]) == [3, 4, 5]
        assert [one for one, _ in outcomes(ledger)] == ["responded", "happy"]

    @pytest.mark.parametrize("order", [("4", "5"), ("5", "4")])
    def test_the_order_of_two_check_ins_makes_no_difference(
        self, netlog: Netlog, ledger: Path, order: tuple[str, str]
    ) -> None:
        netlog("done", *order)
        assert closed(ledger)[3] == ("kept", "2026-11-04"), "in time: nobody complained"

    def test_waiving_a_check_in_waives_what_it_asks_about(
        self, netlog: Netlog, ledger: Path
    ) -> None:
        assert sorted(netlog("waive", "4", "5", "--json").json["closed"]) == [3, 4, 5]
        assert outcomes(ledger) == []
        assert netlog("report", "Bob", "--json").json["record"]["response"]["waived"] == 1

    def test_a_broken_check_in_means_that_no_answer_came(
        self, netlog: Netlog, ledger: Path
    ) -> None:
        netlog("broken", "4")
        assert closed(ledger) == {3: ("broken", TODAY), 4: ("kept", TODAY)}
        assert netlog("report", "Bob", "--json").json["record"]["response"]["broken"] == 1

    def test_an_answer_that_nobody_asked_about_counts_neither_way(self, netlog: Netlog) -> None:
        def weighed() -> list[str]:
            evidence = netlog("report", "Bob", "--json").json["evidence"]
            return [one["kind"] for one in evidence if one["kind"] == "response"]

        assert weighed() == []
        netlog("check", "e1", "--silent")
        assert weighed() == ["response"]

    def test_a_question_asked_late_stays_late(self, netlog: Netlog) -> None:
        netlog("check", "e1", "--silent", today="2026-11-10")
        netlog("check", "e1", "--responded", today="2026-11-12")
        assert netlog("report", "me", "--json").json["record"]["check-response"]["late"] == 1

    def test_asking_of_before_brings_nothing_forward(self, netlog: Netlog) -> None:
        netlog("check", "e1", "--silent", today="2026-11-05")
        netlog("check", "e1", "--silent", "--on", "2026-11-02", today="2026-11-05")
        item = netlog("due", "--all", "--mine", "--json", today="2026-11-05").json["items"][0]
        assert item["due_on"] == "2026-11-08"

    def test_what_was_said_is_kept(self, netlog: Netlog, ledger: Path) -> None:
        netlog("check", "e1", "--silent", "--via", "phone", "--note", "voice mail")
        assert [*rows(ledger, "SELECT via, note FROM attempt")] == [("phone", "voice mail")]
        netlog("check", "e1", "--responded", "--note", "by e-mail")
        assert [*rows(ledger, "SELECT note FROM introduction_outcome")] == [("by e-mail",)]

    def test_a_problem_answers_what_was_still_to_ask(self, netlog: Netlog, ledger: Path) -> None:
        netlog("problem", "e1", "late", "--with", "Bob")
        assert closed(ledger) == {4: ("kept", TODAY), 5: ("kept", TODAY)}

    @pytest.mark.parametrize("finding", ["--responded", "--happy"])
    def test_what_is_known_is_refused(self, netlog: Netlog, ledger: Path, finding: str) -> None:
        netlog("check", "e1", finding)
        refused(netlog, ledger, "check", "e1", finding)
        refused(netlog, ledger, "check", "e1", "--responded")
        refused(netlog, ledger, "done", "4")
        if finding == "--happy":
            refused(netlog, ledger, "check", "e1", "--silent")

    def test_silence_about_the_outcome_comes_back_too(self, netlog: Netlog) -> None:
        netlog("check", "e1", "--responded", "--on", "2026-11-02", today="2026-11-02")
        netlog("check", "e1", "--silent", today="2026-12-01")
        items = netlog("due", "--json", today="2026-12-04").json["items"]
        (item,) = [one for one in items if one["kind"] == "check-outcome"]
        assert (item["attempts"], item["due_on"]) == (1, "2026-12-04")

    def test_silence_is_not_said_of_what_was_answered(self, netlog: Netlog, ledger: Path) -> None:
        netlog("check", "e1", "--responded", "--on", "2026-11-04", today="2026-11-06")
        said = refused(netlog, ledger, "check", "4", "--silent")
        assert "4 was answered already, and closed on 2026-11-04." in said.err
        assert netlog("check", "4", "--silent", "--on", "2026-11-03").code == 0, "it was open then"
        assert netlog("check", "5", "--silent", "--json").json["tried"] == [5]

    @pytest.mark.parametrize("named", ["4", "e1"])
    @pytest.mark.parametrize("answer", ["--responded", "--happy"])
    @pytest.mark.parametrize("is_told_first", [True, False])
    def test_silence_is_of_what_i_was_still_asking(
        self, netlog: Netlog, ledger: Path, named: str, answer: str, is_told_first: bool
    ) -> None:
        silence = ["check", named, "--silent", "--on", "2026-11-09"]
        lines = [silence, ["check", named, answer, "--on", "2026-11-04"]]
        for line in lines if is_told_first else reversed(lines):
            netlog(*line, today="2026-11-12")
        assert [*rows(ledger, "SELECT obligation_id, made_on FROM attempt")] == [(4, "2026-11-09")]
        assert closed(ledger)[4] == ("kept", "2026-11-04"), "nobody had to ask"

    def test_silence_of_the_day_on_which_i_was_told_goes_by_the_order(
        self, netlog: Netlog, ledger: Path
    ) -> None:
        netlog("check", "4", "--silent", today="2026-11-12")
        netlog("check", "4", "--responded", "--on", "2026-11-04", today="2026-11-12")
        assert netlog("check", "e1", "--silent", "--json", today="2026-11-12").json["tried"] == [5]
        assert [*rows(ledger, "SELECT obligation_id FROM attempt")] == [(4,), (5,)]

    def test_silence_of_a_question_that_is_closed_by_now_does_not_wait(
        self, netlog: Netlog
    ) -> None:
        netlog("check", "4", "--responded", "--on", "2026-11-04", today="2026-11-12")
        told = netlog("check", "e1", "--silent", "--on", "2026-11-09", today="2026-11-12").out
        assert "  now     4  ask Ann again (asked once) whether Bob answered · kept" in told
        assert "waits" not in told

    def test_silence_of_what_nobody_was_to_ask_by_then_is_of_nothing(
        self, netlog: Netlog, ledger: Path
    ) -> None:
        netlog("check", "4", "--silent", "--on", "2026-11-09", today="2026-11-12")
        netlog("waive", "4", "5", "--on", "2026-11-08", today="2026-11-12")
        assert [*rows(ledger, "SELECT * FROM attempt")] == []
        netlog("undo", today="2026-11-12")
        assert [*rows(ledger, "SELECT obligation_id FROM attempt")] == [(4,)]

    def test_what_did_not_answer_a_question_leaves_it_to_ask(self, netlog: Netlog) -> None:
        netlog("check", "4", "--responded", "--on", "2026-11-04", today="2026-11-12")
        netlog("reopen", "4", today="2026-11-12")
        netlog("check", "4", "--silent", "--on", "2026-11-09", today="2026-11-12")
        items = netlog("due", "--all", "--mine", "--json", today="2026-11-12").json["items"]
        assert [(item["id"], item["attempts"]) for item in items] == [(4, 1), (5, 0)]

    @pytest.mark.parametrize("finding", ["--responded", "--happy", "--silent"])
    @pytest.mark.parametrize("day", ["2026-10-31", "tomorrow"])
    def test_not_before_the_introduction_nor_in_the_future(
        self, netlog: Netlog, ledger: Path, finding: str, day: str
    ) -> None:
        refused(netlog, ledger, "check", "e1", finding, "--on", day)


class TestToMe:
    @pytest.mark.parametrize("role", TO_ME)
    @pytest.mark.parametrize(("finding", "found"), [("--responded", 1), ("--happy", 2)])
    def test_it_is_the_others_answer(
        self, netlog: Netlog, ledger: Path, role: str, finding: str, found: int
    ) -> None:
        given(netlog, ledger, TO_ME[role])
        netlog("check", "e1", finding, "--on", "2026-11-02")
        assert [one for one, _ in outcomes(ledger)] == ["responded", "happy"][:found]
        mine_too = role == "client" or finding == "--happy"
        assert closed(ledger) == ({2: ("kept", "2026-11-02")} if mine_too else {})
        refused(netlog, ledger, "check", "e1", finding)

    @pytest.mark.parametrize("role", TO_ME)
    def test_there_is_nobody_to_be_silent(self, netlog: Netlog, ledger: Path, role: str) -> None:
        given(netlog, ledger, TO_ME[role])
        refused(netlog, ledger, "check", "e1", "--silent")

    def test_my_own_response_answers_nothing(self, netlog: Netlog, ledger: Path) -> None:
        given(netlog, ledger, TO_ME["provider"])
        assert netlog("done", "2", "--json").json["closed"] == [2]
        assert outcomes(ledger) == []

    def test_their_response_is_an_answer(self, netlog: Netlog, ledger: Path) -> None:
        given(netlog, ledger, TO_ME["client"])
        assert netlog("done", "2", "--json").json["closed"] == [2]
        assert [one for one, _ in outcomes(ledger)] == ["responded"]


def test_among_others_it_is_knowledge(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, OTHERS)
    refused(netlog, ledger, "check", "e1", "--silent")
    netlog("check", "e1", "--responded")
    netlog("check", "e1", "--happy")
    assert [one for one, _ in outcomes(ledger)] == ["responded", "happy"]
    assert netlog("report", "Amy", "--json").json["introductions"]["happy"] == 1


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (["check", "e1"], 2),
        (["check", "e1", "--happy", "--silent"], 2),
        (["check", "e1", "--happy", "--responded"], 2),
        (["check", "x", "--happy"], 2),
        (["check", "e2", "--happy"], 3),
        (["check", "6", "--happy"], 3),
        (["check", "1", "--happy"], 3),
        (["check", "e99", "--happy"], 3),
        (["check", "99", "--happy"], 3),
        (["check", "0", "--happy"], 3),
    ],
)
def test_what_cannot_be_checked(netlog: Netlog, ledger: Path, line: list[str], code: int) -> None:
    given(netlog, ledger, MINE + "\n2026-11-01 meet Lee")
    refused(netlog, ledger, *line, code=code)


MADE, ASKED, BEFORE = date(2026, 11, 1), date(2026, 11, 5), date(2026, 10, 31)
BETWEEN_OTHERS = CheckedIntroduction(Introduced(1, MADE, 2, 3, 4), (), frozenset())
QUESTION = Obligation(4, 1, "check-response", 1, 2, 1, MADE, ASKED, None, ASKED)
ANSWERED = CheckedIntroduction(
    Introduced(1, MADE, 1, 2, 3), (QUESTION,), frozenset({"responded"}), named=4
)


@pytest.mark.parametrize(
    ("checked", "finding", "on", "why", "hint"),
    [
        (
            BETWEEN_OTHERS,
            "happy",
            BEFORE,
            "e1 was made on 2026-11-01; nothing can have come of it on 2026-10-31.",
            "",
        ),
        (
            CheckedIntroduction(
                Introduced(1, MADE, 2, 3, 4)._replace(undated=True), (), frozenset()
            ),
            "happy",
            BEFORE,
            (
                "Nobody knows the day of e1, so nothing can have come of it before it was told,"
                " on 2026-11-01."
            ),
            "netlog edit e1 --on DAY says which day it was.",
        ),
        (
            BETWEEN_OTHERS,
            "silent",
            MADE,
            "e1 has no open question to you.",
            "--silent is for introductions that you made yourself, while something is to be asked.",
        ),
        (
            ANSWERED,
            "silent",
            ASKED,
            "4 was answered already, and closed on 2026-11-05.",
            "netlog due --all lists what is still to be asked.",
        ),
        (
            ANSWERED,
            "responded",
            ASKED,
            "e1 is known to be so already.",
            "netlog due --all lists what is still open.",
        ),
    ],
    ids=["too early", "no day", "nobody to ask", "closed on that very day", "known"],
)
def test_why_a_check_is_refused(
    checked: CheckedIntroduction, finding: Finding, on: date, why: str, hint: str
) -> None:
    with raising(Refused, why, hint):
        refuse_check(checked, finding, Answer(on, on), me=1)


@pytest.mark.parametrize("order", [(4, 5), (5, 4)])
def test_of_two_check_ins_closed_together_happiness_says_when_the_answer_came(
    order: tuple[int, int],
) -> None:
    response = Obligation(3, 1, "response", 3, 2, 1, MADE, date(2026, 11, 4), None, None)
    questions = {
        4: QUESTION._replace(closed_on=None),
        5: QUESTION._replace(id=5, kind="check-outcome", due_on=date(2026, 12, 1), closed_on=None),
    }
    checked = CheckedIntroduction(
        Introduced(1, MADE, 1, 2, 3), (response, *questions.values()), frozenset()
    )
    items = [(Account(questions[key]), checked) for key in order]
    entry = close(Closing("kept", date(2026, 11, 9)), items, Terms(), me=1)
    ended = {draft.obligation.id: draft.settled_on for draft in entry.settles}
    assert ended == {3: date(2026, 11, 4), 4: date(2026, 11, 9), 5: date(2026, 11, 9)}
    assert [draft.outcome for draft in entry.outcomes] == ["responded", "happy"]


def test_why_there_is_nothing_to_check_of_an_item() -> None:
    event = Event(1, "introduction", MADE)
    assert introduction_of(Item(QUESTION, event, ())) == 1
    with raising(
        Refused,
        "4 is no check-in, so there is nothing to check.",
        "Name a check-in, as netlog due lists it, or the introduction: e1.",
    ):
        introduction_of(Item(QUESTION._replace(kind="thanks"), event, ()))

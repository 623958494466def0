"""Each fact of a chronology stands under the day of which it is true, and says no more."""

import shlex
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given as hypothesis_given
from hypothesis import strategies as st

from netlog.domain.chronology.facts import SettlementFact, facts_of
from netlog.domain.items import Item
from netlog.domain.records import Event, Obligation, Settlement
from tests.cli.looking import Netlog


def facts(netlog: Netlog, who: str, today: str = "2026-11-22") -> list[tuple[str, str]]:
    """The day and the text of each fact."""
    found = netlog("report", who, "--chronology", "--json", today=today).json
    return [(one["on"], one["text"]) for one in found["facts"]]


def typed(netlog: Netlog, lines: str) -> None:
    """Type command lines, each behind the day on which it is typed."""
    for line in filter(None, map(str.strip, lines.splitlines())):
        today, *argv = shlex.split(line)
        netlog(*argv, today=today)


INTRODUCTION = "2026-09-29 intro Olaf Ines --for tax --via email"


def test_the_day_of_an_answer_is_not_the_day_of_a_question(netlog: Netlog) -> None:
    typed(netlog, INTRODUCTION)
    typed(netlog, "2026-10-05 check e1 --responded --on 2026-10-02 --note n --via phone")
    assert facts(netlog, "Ines")[1:] == [("2026-10-02", "Ines answered Olaf · heard via phone")]


def test_an_answer_heard_of_later_has_two_days(netlog: Netlog) -> None:
    typed(netlog, INTRODUCTION)
    typed(netlog, "2026-10-05 check e1 --responded --on 2026-10-04 --note n --via phone")
    assert facts(netlog, "Ines")[1:] == [
        ("2026-10-04", "Ines answered Olaf"),
        ("2026-10-05", "You heard that Ines had answered Olaf on Sun 4 Oct 2026 · via phone"),
    ]
    found = netlog("report", "Ines", "--chronology", "--json").json["facts"]
    assert [(one["via"], one["note"]) for one in found] == [("email", ""), ("", ""), ("phone", "n")]


def test_one_word_of_happiness_is_one_word(netlog: Netlog) -> None:
    typed(netlog, INTRODUCTION)
    typed(netlog, "2026-11-05 check e1 --happy --on 2026-11-01")
    assert facts(netlog, "Ines")[1:] == [
        ("2026-11-01", "Olaf and Ines are both happy"),
        ("2026-11-05", "You heard that Olaf and Ines were both happy on Sun 1 Nov 2026"),
    ]


def test_happiness_says_that_they_had_answered_by_then(netlog: Netlog) -> None:
    typed(netlog, INTRODUCTION)
    typed(netlog, "2026-10-20 check e1 --happy")
    out = netlog("report", "Ines", "--chronology").out
    assert "Ines had answered Olaf by Tue 20 Oct 2026." in out
    assert "after the introduction" not in out
    (told,) = netlog("report", "Ines", "--chronology", "--json").json["introductions"]
    assert told["answer_day_known"] is False


def test_happiness_of_mine_says_that_they_had_answered_by_then(netlog: Netlog) -> None:
    typed(netlog, "2026-09-29 intro me Ines --by Olaf")
    typed(netlog, "2026-10-20 check e1 --happy")
    out = netlog("report", "Ines", "--chronology").out
    assert "Ines had answered by Tue 20 Oct 2026." in out
    typed(netlog, "2026-09-29 intro me Jan --by Olaf")
    typed(netlog, "2026-10-20 reach me --by Jan")
    typed(netlog, "2026-10-20 check e2 --happy")
    out = netlog("report", "Jan", "--chronology").out
    assert "Jan answered on Tue 20 Oct 2026, 21 days after the introduction." in out


def test_it_is_the_provider_who_is_silent(netlog: Netlog) -> None:
    typed(netlog, "2026-09-29 intro 'Vera Dietz' 'Lukas Grau'")
    typed(netlog, "2026-10-03 check e1 --silent --via phone")
    told = "You asked Vera Dietz: nothing from Lukas Grau yet · via phone"
    assert facts(netlog, "Lukas")[1:] == [("2026-10-03", told)]
    out = netlog("check", "e1", "--silent", today="2026-10-06").out
    assert out.startswith("Asked Vera Dietz: nothing from Lukas Grau yet · Tue 6 Oct")
    told = "Asked Vera Dietz twice, last on Tue 6 Oct 2026: nothing from Lukas Grau yet."
    assert told in netlog("report", "Lukas", "--chronology").out


def test_asking_whether_both_are_happy_is_no_question_for_an_answer(netlog: Netlog) -> None:
    typed(netlog, INTRODUCTION)
    typed(netlog, "2026-10-01 check e1 --responded")
    typed(netlog, "2026-11-01 check e1 --silent")
    told = "You asked whether Olaf and Ines were happy: no word yet"
    assert facts(netlog, "Ines")[-1] == ("2026-11-01", told)
    out = netlog("undo", today="2026-11-02").out
    assert "Asked whether Olaf and Ines are happy: no word yet" in out


PARTS = """
2026-09-01 promise "three referrals" --by Lars --times 3 --due 2026-10-01
2026-11-14 done 1 --times 1 --on 2026-11-14
2026-11-14 done 1 --times 1 --on 2026-09-10 --note zebra
2026-11-14 done 1 --times 1 --on 2026-09-10 --note apple
"""


def test_parts_count_up_in_the_order_of_their_days(netlog: Netlog) -> None:
    typed(netlog, PARTS)
    assert [text for _, text in facts(netlog, "Lars")][1:] == [
        'Lars kept a part of a promise to you: "three referrals", 1 of 3 · due 1 Oct 2026',
        'Lars kept a part of a promise to you: "three referrals", 2 of 3 · due 1 Oct 2026',
        'Lars kept a promise to you: "three referrals", 3 of 3 · due 1 Oct 2026, 44 days late',
    ]
    notes = netlog("report", "Lars", "--chronology", "--json").json["facts"]
    assert [one["note"] for one in notes] == ["", "zebra", "apple", ""]


@pytest.fixture
def reached(netlog: Netlog) -> Any:
    """The open reply of somebody who was reached about one thing, then about another."""
    typed(
        netlog,
        """
        2026-10-01 reach Sven --about "the invoice" --via email
        2026-10-05 reach Sven --about "the workshop" --via phone --note "voice mail"
        """,
    )
    (reply,) = netlog("report", "Sven", "--chronology", "--json", today="2026-10-10").json[
        "replies"
    ]
    return reply


def test_attempts_about_something_else_are_not_about_the_first(
    netlog: Netlog, reached: Any
) -> None:
    assert reached["about"] == ""
    assert reached["tries"] == [
        {"on": "2026-10-01", "via": "email", "about": "the invoice", "note": ""},
        {"on": "2026-10-05", "via": "phone", "about": "the workshop", "note": "voice mail"},
    ]
    lines = netlog("report", "Sven", "--chronology", today="2026-10-10").out.splitlines()
    days = "Thu 1 Oct 2026 to Mon 5 Oct 2026"
    begin = lines.index("Replies") + 1
    assert [line.strip() for line in lines[begin : begin + 4]] == [
        f"1  You to Sven: 2 attempts on 2 days, {days}: 1 via email and 1 via phone.",
        'Thu 1 Oct 2026 via email, about "the invoice".',
        'Mon 5 Oct 2026 via phone, about "the workshop", noted: "voice mail".',
        "No answer for 9 days, until Sat 10 Oct 2026.",
    ]
    assert lines[-3].strip().startswith("1  Sven owes you a reply (2 attempts: 1 email, 1 phone)")


def test_attempts_about_the_same_say_so_once(netlog: Netlog) -> None:
    for day in ("2026-10-01", "2026-10-05"):
        typed(netlog, f"{day} reach Sven --about fees")
    out = netlog("report", "Sven", "--chronology", today="2026-10-10").out
    assert 'You to Sven, about "fees": 2 attempts on 2 days' in out
    assert out.count("Thu 1 Oct 2026") == 4  # the period, the attempts, the day, since when


def kept_in_parts(parts: list[tuple[int, int]]) -> Item:
    """A promise of Lars's that came in parts: for each the day in September, and how many."""
    day = date(2026, 9, 1)
    event = Event(1, "promise", day, about="x")
    whole = sum(times for _, times in parts)
    settlements = tuple(
        Settlement(1, ordinal, "kept", day + timedelta(on), times, "", "", None, None, 1, ordinal)
        for ordinal, (on, times) in enumerate(parts, 1)
    )
    last = max(one.settled_on for one in settlements)
    owed = Obligation(1, 1, "promise", 2, 1, whole, day, day + timedelta(7), None, last)
    return Item(owed, event, (), settlements)


@hypothesis_given(st.lists(st.tuples(st.integers(1, 20), st.integers(1, 4)), min_size=1))
def test_what_came_so_far_never_falls_and_ends_with_all(parts: list[tuple[int, int]]) -> None:
    promised = kept_in_parts(parts)
    counted = [one for one in facts_of([], [promised]) if isinstance(one, SettlementFact)]
    so_far = [one.so_far for one in counted]
    assert so_far == sorted(so_far)
    assert so_far[-1] == promised.done == sum(times for _, times in parts)
    assert [one.on for one in counted] == sorted(one.on for one in counted)


def test_of_an_introduction_of_an_unknown_day_no_day_is_told(
    netlog: Netlog, tmp_path: Path
) -> None:
    file = tmp_path / "table.csv"
    file.write_text("name,referred by\nDana Park,Amy Ray\n", encoding="utf-8")
    netlog("import", str(file), "--yes")
    netlog("reach", "Dana Park")
    for who in ("Amy Ray", "Dana Park"):
        assert facts(netlog, who) == [("2026-11-21", "You reached out to Dana Park")]
        told = netlog("report", who, "--chronology", "--json").json
        (lead,) = told["introductions"]
        assert (lead["attempts"]["number"], lead["days_to_first_attempt"]) == (0, None)
        assert [reply["attempts"]["number"] for reply in told["replies"]] == [1]


def test_of_a_promise_the_day_by_which_it_was_promised_is_told(netlog: Netlog) -> None:
    typed(netlog, "2026-10-01 promise slides --by Amy --due 2026-10-09")
    assert facts(netlog, "Amy") == [
        ("2026-10-01", 'Amy promised you "slides" · due 9 Oct 2026'),
    ]

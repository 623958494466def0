"""Attempts that nobody answered: of whom, by whom, and what ends the waiting."""

import shlex
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from netlog.domain.records import Attempt
from netlog.domain.report.attempts import Word
from netlog.ledger.file.access import reading
from netlog.ledger.read.last_words import last_words
from tests.cli.looking import Netlog, given, rows

TODAY = "2026-11-22"


def report(netlog: Netlog, who: str) -> dict[str, Any]:
    return dict(netlog("report", who, "--json", today=TODAY).json)


def waiting(netlog: Netlog, who: str) -> list[str]:
    """The sentences of the report that speak of attempts or of no answer."""
    return [one for one in report(netlog, who)["reasons"] if "no answer for" in one]


# What came, and whether it was a word of Ben's to me. Ben owes me a promise (3).
LATER = {
    "thank me --by Ben --on 2026-11-07": True,
    "meet Ben --on 2026-11-07": True,
    "reach me --by Ben --on 2026-11-07": True,
    "intro me Lisa --by Ben --on 2026-11-07": True,
    "promise 'a list' --by Ben --on 2026-11-07": True,
    "done 3 --on 2026-11-07": True,
    "done 3 --times 1 --on 2026-11-07": True,
    "thank Ben --on 2026-11-07": False,
    "promise 'a list' --to Ben --on 2026-11-07": False,
    "intro Ben Lisa --on 2026-11-07": False,
    "intro me Ben --by Lisa --on 2026-11-07": False,
    "waive 2": False,
    "broken 3": False,
}
BEN = """
2026-09-20 meet Ben
2026-09-21 promise "two names" --by Ben --times 2 --due 2026-12-01
2026-09-28 reach Ben --via phone
"""


@pytest.mark.parametrize(("line", "ends"), LATER.items(), ids=LATER)
def test_a_later_word_of_theirs_ends_the_waiting(
    netlog: Netlog, ledger: Path, line: str, ends: bool
) -> None:
    given(netlog, ledger, BEN)
    told = waiting(netlog, "Ben")
    assert told == ["1 attempt to reach them (1 by phone), no answer for 55 days."]
    netlog(*shlex.split(line), today=TODAY)
    assert waiting(netlog, "Ben") == ([] if ends else told)
    assert report(netlog, "Ben")["attempts"]["unanswered"] == (0 if ends else 1)


def test_what_was_tried_after_their_word_waits_again(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, BEN)
    netlog("thank", "me", "--by", "Ben", "--on", "2026-11-07", today=TODAY)
    netlog("reach", "Ben", "--via", "email", "--on", "2026-11-12", today=TODAY)
    assert waiting(netlog, "Ben") == [
        "1 attempt to reach them (1 by email), no answer for 10 days."
    ]
    assert report(netlog, "Ben")["attempts"] == {
        "unanswered": 1,
        "since": "2026-11-12",
        "days_waiting": 10,
        "channels": {"email": 1},
        "waits": [
            {
                "to": "Ben",
                "by": "me",
                "unanswered": 1,
                "since": "2026-11-12",
                "days_waiting": 10,
                "channels": {"email": 1},
            }
        ],
    }


@pytest.mark.parametrize(
    ("word", "follows"),
    [
        (Word(date(2026, 11, 1), 9), False),
        (Word(date(2026, 11, 3), 1), True),
        (Word(date(2026, 11, 2), 4), False),
        (Word(date(2026, 11, 2), 6), True),
        (Word(date(2026, 11, 2)), True),
    ],
)
def test_on_the_same_day_the_later_moment_is_later(word: Word, follows: bool) -> None:
    attempt = Attempt(1, 1, date(2026, 11, 2), "phone", "", 5, None, moment=5)
    assert word.follows(attempt) is follows


FIRM = """
2026-11-01 person Amy --org Peak
2026-11-01 person Rob --org Peak
2026-11-18 reach Amy --via phone
2026-11-18 reach Rob --via phone
2026-11-19 reach Rob
"""


def test_those_of_a_firm_are_counted_each(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, FIRM)
    attempts = report(netlog, "Peak")["attempts"]
    assert [(one["to"], one["unanswered"]) for one in attempts["waits"]] == [("Amy", 1), ("Rob", 2)]
    assert attempts["unanswered"] == sum(one["unanswered"] for one in attempts["waits"])
    assert attempts["channels"] == {"phone": 2, "other": 1}
    (told,) = (one for one in report(netlog, "Peak")["reasons"] if one.startswith("No answer"))
    assert told == "No answer from Amy for 4 days (1 attempt) and Rob for 4 days (2 attempts)."
    netlog("meet", "Rob", today="2026-11-20")
    assert waiting(netlog, "Peak") == ["1 attempt to reach Amy (1 by phone), no answer for 4 days."]


def test_for_me_it_says_who_waits(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, "2026-11-16 reach me --by Ann --via email\n2026-11-17 reach me --by Bob")
    told = report(netlog, "me")["reasons"]
    assert (
        "You have not answered Ann for 6 days (1 attempt) and Bob for 5 days (1 attempt)." in told
    )
    netlog("promise", "an answer", "--to", "Ann", today="2026-11-18")
    assert waiting(netlog, "me") == ["Bob made 1 attempt to reach you, no answer for 5 days."]


def test_only_events_between_the_two_are_words(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, f"{FIRM}\n2026-11-20 meet Amy\n2026-11-21 intro Rob me --by Amy")
    ids = dict(rows(ledger, "SELECT name, id FROM contact"))
    me, amy, rob = ids["me"], ids["Amy"], ids["Rob"]
    since = {(amy, me): date(2026, 11, 18), (me, amy): date(2026, 11, 18), (rob, me): date.min}
    with reading(ledger) as connection:
        found = last_words(connection, since)
        assert last_words(connection, {}) == {}
    assert {pair: word.on for pair, word in found.items()} == {
        (amy, me): date(2026, 11, 21),
        (me, amy): date(2026, 11, 20),
    }


def test_who_was_tried_today_is_not_silent(netlog: Netlog) -> None:
    netlog("reach", "Sue", "--on", TODAY, "--new", today=TODAY)
    assert waiting(netlog, "Sue") == []
    assert report(netlog, "Sue")["attempts"]["unanswered"] == 1


@pytest.mark.parametrize("ending", ["broken", "waive"])
def test_what_was_given_up_waits_no_longer(netlog: Netlog, ending: str) -> None:
    netlog("reach", "Sue", "--on", "2026-11-01", "--via", "phone", "--new")
    assert waiting(netlog, "Sue") == [
        "1 attempt to reach them (1 by phone), no answer for 21 days."
    ]
    netlog(ending, "1", "--on", "2026-11-10")
    netlog("reach", "Sue", "--on", "2026-11-09")
    assert not waiting(netlog, "Sue")
    assert report(netlog, "Sue")["attempts"]["unanswered"] == 0
    netlog("reach", "Sue", "--on", "2026-11-20")
    assert waiting(netlog, "Sue") == ["1 attempt to reach them, no answer for 2 days."]

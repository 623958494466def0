"""The timeline: which events it has, and what it says of each."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from netlog.domain.history import Around, Happening
from netlog.domain.items import Item
from netlog.domain.records import Attempt, Event, IntroductionOutcome, Obligation, Settlement
from tests.cli.looking import Netlog, files, given, refused

STORY = """
2026-03-01 person Amy --org Peak
2026-03-01 person Rob --org Peak
2026-03-02 intro me Jo --by Amy --for outreach --via email --note lunch
2026-03-04 problem e1 rude --with Jo
2026-03-04 apologize me --by Amy --via phone --note sorry
2026-03-09 intro me Lee --by Amy --for outreach --replaces e1
2026-05-08 reach Rob --via phone
2026-05-12 reach Rob --via email
2026-05-14 reach me --by Rob
2026-05-10 meet Kim --at "town hall"
2026-09-17 promise slides --by Rob --times 3
2026-09-18 done 12 --times 1 --via email --note first
2026-09-20 broken 3 --note never
2026-09-20 waive 2
2026-09-20 check e3 --happy --note great
"""
TODAY = "2026-09-24"


@pytest.fixture(autouse=True)
def _story(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, STORY)


def events(netlog: Netlog, *argv: str) -> list[str]:
    items = netlog("history", *argv, "--json", today=TODAY).json["items"]
    return [item["id"] for item in items]


def event(netlog: Netlog, key: str) -> dict[str, Any]:
    (found,) = netlog("history", key, "--json", today=TODAY).json["items"]
    return dict(found)


def item(netlog: Netlog, key: str, kind: str, number: int = 0) -> dict[str, Any]:
    return dict([one for one in event(netlog, key)["items"] if one["kind"] == kind][number])


WHICH = {
    "": ["e1", "e2", "a1", "e3", "e4", "e7", "e5", "e6", "e8"],
    "Jo": ["e1", "e2"],
    "Lee": ["e3"],
    "Rob": ["e4", "e5", "e6", "e8"],
    "Kim": ["e7"],
    "me": ["e1", "e2", "a1", "e3", "e4", "e7", "e5", "e6", "e8"],
}


@pytest.mark.parametrize(("who", "expected"), WHICH.items(), ids=WHICH)
def test_the_events_of_a_contact_newest_last(netlog: Netlog, who: str, expected: list[str]) -> None:
    assert events(netlog, *filter(None, [who])) == expected


def test_a_problem_is_in_the_history_of_who_gave_the_introduction(netlog: Netlog) -> None:
    assert events(netlog, "Amy") == ["e1", "e2", "a1", "e3"]


def test_an_organisation_is_itself_and_its_people(netlog: Netlog) -> None:
    netlog("meet", "Peak", today=TODAY)
    assert events(netlog, "Peak") == [*events(netlog, "Amy"), *events(netlog, "Rob"), "e9"]


_INTRODUCED = ["thanks", "response", "check-response", "check-outcome"]
WITH_WHOM = {
    "Jo": {"e1": ["response"], "e2": []},  # whoever gave the introduction is owed the rest
    "Amy": {
        "e1": ["thanks", "response", "update"],
        "e2": ["apology", "replacement"],
        "e3": ["thanks", "response", "update"],
    },
    "Kim": {"e7": ["thanks", "thanks"]},
    "Sue": {"e9": ["thanks", "thanks"], "e10": _INTRODUCED},
    "Tim": {"e10": _INTRODUCED},
    "me": {"e9": ["thanks"] * 6},
}


@pytest.mark.parametrize("who", WITH_WHOM)
def test_of_an_event_it_has_only_what_is_with_the_contact(netlog: Netlog, who: str) -> None:
    netlog("meet", "Kit", "Sue", "Zed", today="2026-09-21")
    netlog("intro", "Tim", "Sue", today="2026-09-22")
    items = netlog("history", who, "--json", today=TODAY).json["items"]
    found = {one["id"]: [opened["kind"] for opened in one["items"]] for one in items}
    for key, kinds in WITH_WHOM[who].items():
        assert found[key] == kinds


def test_since_takes_the_day_itself(netlog: Netlog) -> None:
    assert events(netlog, "--since", "2026-05-12") == ["e5", "e6", "e8"]
    assert events(netlog, "--since", "2026-05-13") == ["e6", "e8"]


def test_until_takes_the_day_itself(netlog: Netlog) -> None:
    everything = events(netlog)
    assert events(netlog, "--until", "2026-05-12") == everything[: everything.index("e5") + 1]
    assert events(netlog, "--until", "2026-05-11") == everything[: everything.index("e5")]
    assert events(netlog, "--since", "2026-05-12", "--until", "2026-05-12") == ["e5"]
    assert events(netlog, "--until", "2026-05-12", "--limit", "1") == ["e5"]
    assert events(netlog, "Amy", "--until", "2026-03-02") == ["e1"]


def test_limit_takes_the_newest(netlog: Netlog) -> None:
    assert events(netlog, "--limit", "2") == ["e6", "e8"]
    assert events(netlog, "Amy", "--limit", "1") == ["e3"]
    assert "Older events" in netlog("history", "--limit", "8").err
    assert netlog("history", "--limit", "9").err == ""


STANDINGS = [
    ("e1", "thanks", "overdue", 204, None),
    ("e1", "response", "waived", 199, "2026-09-20"),
    ("e1", "update", "broken", 172, "2026-09-20"),
    ("e2", "apology", "kept", -1, "2026-03-04"),
    ("e4", "reply", "late", 3, "2026-05-14"),
    ("e8", "promise", "due", 0, None),
]


@pytest.mark.parametrize(("key", "kind", "standing", "late", "closed"), STANDINGS)
def test_how_what_it_opened_ended(
    netlog: Netlog, key: str, kind: str, standing: str, late: int, closed: str | None
) -> None:
    found = item(netlog, key, kind)
    assert (found["standing"], found["days_late"], found["closed_on"]) == (standing, late, closed)


WORDS = {
    "e1": [
        'e1  2 Mar  Amy introduced you to Jo for "outreach" · via email',
        "note: lunch",
        "· overdue by 204 days, due 4 Mar",
        "· waived on 20 Sep",
        "· broken on 20 Sep · note: never",
    ],
    "e2": ["· about e1", "· kept in time on 4 Mar · via phone · note: sorry", "· e3"],
    "e3": ["· replaces e1", "You and Lee are both happy · 20 Sep", "note: great"],
    "e4": ["· kept 3 days late on 14 May · e6", "tried on 12 May · via email · e5"],
    "e7": ["· at town hall"],
    "e8": ["(1 of 3) · open, due today", "1 of 3 kept on 18 Sep · via email · note: first"],
}


@pytest.mark.parametrize(("key", "told"), WORDS.items(), ids=WORDS)
def test_it_is_told_in_words(netlog: Netlog, key: str, told: list[str]) -> None:
    timeline = netlog("history", today=TODAY).out
    alone = netlog("history", key, today=TODAY).out
    for words in told:
        assert words in timeline
        assert words in alone


def test_a_note_that_one_command_left_in_several_places_is_told_once(netlog: Netlog) -> None:
    assert netlog("history", "e3", today=TODAY).out.count("great") == 1


def test_what_is_open_and_hidden(netlog: Netlog) -> None:
    netlog("snooze", "12", "--until", "2026-10-10", today="2026-09-19")
    assert "open, due 24 Sep, hidden until 10 Oct" in netlog("history", today="2026-09-20").out
    assert "hidden" not in netlog("history", today="2026-10-10").out


def test_one_event_with_everything_about_it(netlog: Netlog) -> None:
    introduction = event(netlog, "e1")
    assert (introduction["problems"], introduction["replaced_by"]) == (["e2"], ["e3"])
    assert [one["id"] for one in event(netlog, "e3")["settled"]] == [5]
    assert [one["id"] for one in event(netlog, "e5")["tried"]] == [9]
    assert event(netlog, "e4")["tried"] == []  # its own reply: that is no trying again
    assert "tried on 8 May" not in netlog("history", today=TODAY).out
    text = netlog("history", "E1", today=TODAY).out
    assert text.index("Problems") < text.index("an apology") < text.index("Replaced by")
    assert "It replaces\n    e1  2 Mar" in netlog("history", "e3", today=TODAY).out
    assert "It is about\n    e1  2 Mar" in netlog("history", "e2", today=TODAY).out


def test_what_an_event_showed(netlog: Netlog) -> None:
    netlog("reach", "me", "--by", "Jo", today=TODAY)
    (shown,) = event(netlog, "e9")["showed"]
    assert (shown["outcome"], shown["event"]) == ("responded", "e1")
    assert "It showed\n    e1  Jo answered you" in netlog("history", "e9", today=TODAY).out


def test_refusals(netlog: Netlog, ledger: Path) -> None:
    assert "Lee" in refused(netlog, ledger, "history", "Leee").err
    assert "no event e99" in refused(netlog, ledger, "history", "e99").err
    refused(netlog, ledger, "history", "e1", "--since", "2026-01-01", code=2)
    refused(netlog, ledger, "history", "e1", "--limit", "1", code=2)
    refused(netlog, ledger, "history", "--limit", "0", code=2)
    refused(netlog, ledger, "history", "--since", "2099-01-01")
    refused(netlog, ledger, "history", "e99999999999999999999", code=2)


def test_nothing_happened(netlog: Netlog) -> None:
    netlog("person", "Nia", "--new")
    assert netlog("history", "Nia").err == "No events with Nia.\n"
    assert netlog("history", "Nia", "--json").json["items"] == []


def test_looking_writes_nothing(netlog: Netlog, ledger: Path) -> None:
    before = files(ledger)
    for line in (["history"], ["history", "e1"], ["find", "a"], ["people"]):
        netlog(*line)
        netlog(*line, "--json")
    assert files(ledger) == before


def test_of_an_answer_known_only_by_happiness_no_day_is_told(netlog: Netlog) -> None:
    netlog("intro", "Ann", "Bob", "--for", "logo", "--new", today="2026-11-02")
    netlog("check", "e9", "--happy", today="2026-11-12")

    told = [line.strip() for line in netlog("history", "e9", today="2026-11-12").out.splitlines()]
    assert '15  Bob owed Ann an answer about "logo" · kept in time' in told
    assert "Bob answered Ann · by 12 Nov" in told
    assert "Ann and Bob are both happy · 12 Nov" in told
    evidence = netlog("report", "Bob", "--evidence", today="2026-11-12").out
    assert next(line.split()[1:-1] for line in evidence.splitlines() if "kept, due" in line) == [
        "an",
        "answer",
        "about",
        '"logo"',
        "kept,",
        "due",
        "5",
        "Nov",
    ]


@pytest.mark.parametrize("said", ["check e9 --responded --on 2026-11-04", "meet Ann --by Bob"])
def test_of_an_answer_that_somebody_heard_of_the_day_is_told(netlog: Netlog, said: str) -> None:
    netlog("intro", "Ann", "Bob", "--for", "logo", "--new", today="2026-11-02")
    netlog(*said.split(), today="2026-11-04")
    netlog("check", "e9", "--happy", today="2026-11-12")

    told = netlog("history", "e9", today="2026-11-12").out
    assert 'answer about "logo" · kept in time on 4 Nov' in told
    assert "Bob answered Ann · 4 Nov" in told


@pytest.mark.parametrize("said", ["broken", "waive"])
def test_of_an_answer_that_was_given_up_the_day_is_told(netlog: Netlog, said: str) -> None:
    netlog("intro", "Ann", "Bob", "--for", "logo", "--new", today="2026-11-02")
    netlog(said, "15", today="2026-11-05")  # the day on which it was due
    told = netlog("history", "e9", today="2026-11-12").out
    assert re.search('answer about "logo" · (broken|waived) on 5 Nov', told)


def test_around_an_event_is_all_that_it_is_about_or_did_something_to() -> None:
    day = date(2026, 3, 2)
    events = (Event(number, "introduction", day) for number in range(1, 5))
    origin, problem, replacement, showed = (Happening(each, ()) for each in events)
    answer, reply = (
        Item(Obligation(number, 1, "reply", 2, 1, 1, day, day, None, None), origin.event, ())
        for number in (7, 8)
    )
    around = Around(
        origin,
        (problem,),
        (replacement,),
        ((Settlement(7, 1, "kept", day, 1, "", "", 9, None, None, 1), answer),),
        ((Attempt(8, 1, day, "phone", "", 9, None, 1), reply),),
        ((IntroductionOutcome(4, "responded", day, "", "", 9, None), showed),),
    )
    assert list(around.happenings) == [origin, problem, replacement, showed]
    assert list(around.items) == [answer, reply]
    assert list(Around(None, (), (), (), (), ()).happenings) == []

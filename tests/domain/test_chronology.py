"""The facts around a contact, and the figures that they add up to."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.looking import Netlog, given

BROKER = """
2026-01-05 intro "Prospect One" me --by "Lead Co" --for programme --fee 75
2026-01-05 reach "Prospect One" --via phone
2026-01-07 reach "Prospect One" --via email
2026-01-07 reach "Prospect One" --via phone
2026-01-10 reach "Prospect One" --via phone
2026-01-06 intro "Prospect Two" me --by "Lead Co" --fee 0.50
2026-01-08 reach "Prospect Two"
2026-01-09 reach me --by "Prospect Two" --via email
2026-01-20 reach "Prospect Two"
2026-01-12 intro "Prospect Three" me --by "Lead Co"
2026-01-14 reach "Lead Co" --via email --about policy --note first
2026-01-16 reach "Lead Co" --via phone
2026-01-28 reach me --by "Lead Co" --via email
2026-01-28 promise "call me back" --by "Lead Co" --due tomorrow
2026-02-06 problem e1 "never answered" --with "Prospect One"
2026-02-06 meet "Prospect One" Ann --no-due
"""
TODAY = "2026-02-07"


def chronology(netlog: Netlog, who: str, today: str = TODAY) -> dict[str, Any]:
    return dict(netlog("report", who, "--chronology", "--json", today=today).json)


def attempts(number: int, days: int, first: str, last: str, **channels: int) -> dict[str, Any]:
    return {"number": number, "days": days, "first": first, "last": last, "channels": channels}


class TestOfABroker:
    @pytest.fixture(autouse=True)
    def _story(self, netlog: Netlog, ledger: Path) -> None:
        given(netlog, ledger, BROKER)

    def test_a_lead_that_never_answered(self, netlog: Netlog) -> None:
        one, _, _ = chronology(netlog, "Lead Co")["introductions"]
        assert one["attempts"] == attempts(4, 3, "2026-01-05", "2026-01-10", phone=3, email=1)
        assert one["days_to_first_attempt"] == 0
        assert one["answered_on"] == "2026-02-06"  # they met at last

    def test_a_silence_counts_to_the_day_of_the_problem(self, netlog: Netlog) -> None:
        netlog("undo", today=TODAY)
        for today in ("2026-02-07", "2026-05-01"):
            one, _, _ = chronology(netlog, "Lead Co", today)["introductions"]
            assert (one["answered_on"], one["days_without_answer"]) == (None, 32)
            assert one["counted_to"] == "2026-02-06"
            assert one["problems"] == ["e15"]

    def test_what_came_after_the_answer_is_no_attempt(self, netlog: Netlog) -> None:
        _, two, _ = chronology(netlog, "Lead Co")["introductions"]
        assert two["attempts"] == attempts(1, 1, "2026-01-08", "2026-01-08", other=1)
        assert (two["days_to_first_attempt"], two["answered_on"]) == (2, "2026-01-09")
        assert two["days_without_answer"] is None

    def test_nobody_tried(self, netlog: Netlog) -> None:
        _, _, three = chronology(netlog, "Lead Co")["introductions"]
        assert three["attempts"]["number"] == 0
        assert (three["days_to_first_attempt"], three["days_without_answer"]) == (None, None)
        assert "No attempt to reach Prospect Three" in netlog("report", "Lead", "--chronology").out

    def test_what_it_comes_to(self, netlog: Netlog) -> None:
        found = chronology(netlog, "Lead Co")
        assert found["given"] == {
            "introductions": 3,
            "answered": 2,
            "problems": 1,
            "fees": "75.50",
        }
        assert (found["from"], found["to"]) == ("2026-01-05", "2026-02-06")

    def test_a_reply_is_waited_for_since_the_first_attempt(self, netlog: Netlog) -> None:
        (reply,) = chronology(netlog, "Lead Co")["replies"]
        assert reply["attempts"] == attempts(2, 2, "2026-01-14", "2026-01-16", email=1, phone=1)
        assert (reply["answered_on"], reply["days"]) == ("2026-01-28", 14)
        assert (reply["creditor"], reply["debtor"]) == ("me", "Lead Co")

    def test_every_fact_about_them_and_no_other(self, netlog: Netlog) -> None:
        facts = chronology(netlog, "Lead Co")["facts"]
        days = [one["on"] for one in facts]
        assert days == sorted(days)
        events = {row["id"] for row in netlog("history", "--json").json["items"]}
        after_the_answer = {"e9"}
        assert {one["id"] for one in facts} == events - after_the_answer

    def test_of_a_lead_itself(self, netlog: Netlog) -> None:
        found = chronology(netlog, "Prospect One")
        assert [one["event"] for one in found["introductions"]] == ["e1"]
        assert [one["id"] for one in found["facts"]] == ["e1", "e2", "e3", "e4", "e5", "e15", "e16"]
        assert found["given"]["introductions"] == 0

    def test_what_is_open(self, netlog: Netlog) -> None:
        found = chronology(netlog, "Lead Co")["open"]
        assert [one["kind"] for one in found] == [
            *("thanks", "response", "promise", "apology", "update", "replacement"),
        ]

    def test_the_keys_that_scripts_may_rely_on(self, netlog: Netlog) -> None:
        found = chronology(netlog, "Lead Co")
        keys = {name: " ".join(sorted(found[name][0])) for name in ("introductions", "replies")}
        assert keys == {
            "introductions": "about answer_day_known answered_on attempts client counted_to"
            " days_to_first_attempt days_without_answer event fee first happy_on introducer on"
            " problems provider",
            "replies": "about answered_on attempts creditor days debtor event id tries",
        }
        assert " ".join(sorted(found["open"][0])) == "due_on id kind text"

    def test_me(self, netlog: Netlog) -> None:
        events = [row["id"] for row in netlog("history", "--json").json["items"]]
        assert [one["id"] for one in chronology(netlog, "me")["facts"]] == events


ROUTINE = """
2026-04-01 person Amy --org Peak
2026-04-01 person Rob --org Peak --every 4w
2026-04-01 meet Amy Rob Kim
2026-04-01 intro Amy "Web Works" --for shop --via email
2026-04-02 thank Amy --via card --note "lovely"
2026-04-04 check e2 --silent --note "asked her"
2026-04-08 check e2 --responded --on 2026-04-07
2026-05-01 check e2 --happy
2026-05-02 promise slides --by Amy --times 2 --due 2026-05-10
2026-05-12 done 13 --times 1
2026-05-13 broken 13 --note "she left"
2026-05-13 waive 2
"""


class TestOfAnIntroductionOfMine:
    @pytest.fixture(autouse=True)
    def _story(self, netlog: Netlog, ledger: Path) -> None:
        given(netlog, ledger, ROUTINE)

    def test_how_it_went(self, netlog: Netlog) -> None:
        (one,) = chronology(netlog, "Amy")["introductions"]
        assert one["attempts"] == attempts(1, 1, "2026-04-04", "2026-04-04", other=1)
        assert (one["answered_on"], one["happy_on"]) == ("2026-04-07", "2026-05-01")

    def test_every_word_is_a_fact(self, netlog: Netlog) -> None:
        out = netlog("report", "Amy", "--chronology").out
        for told in (
            "Thu 2 Apr 2026    1  You thanked Amy for the meeting · 1 day after e1 · via card",
            'Noted: "lovely"',
            "You asked Amy: nothing from Web Works yet",
            "Tue 7 Apr 2026   e2  Web Works answered Amy\n",
            "Fri 1 May 2026   e2  Amy and Web Works are both happy\n",
            'Amy kept a part of a promise to you: "slides", 1 of 2 · due 10 May 2026, 2 days late',
            'Marked as broken: Amy owed you "slides" (1 of 2)\n',
            "Asked Amy on Sat 4 Apr 2026: nothing from Web Works yet.",
        ):
            assert told in out
        assert "Noted as" not in out
        assert "Waived" not in out

    def test_other_guests_and_reminders_of_mine_are_left_out(self, netlog: Netlog) -> None:
        out = netlog("report", "Rob", "--chronology").out
        assert "Kim owes" not in out
        assert "keep in touch" not in out
        assert "Rob owes you thanks for the meeting" in out

    def test_an_organisation_is_itself_and_its_people(self, netlog: Netlog) -> None:
        found = chronology(netlog, "Peak")
        assert found["people"] == ["Amy", "Rob"]
        both = [*chronology(netlog, "Amy")["facts"], *chronology(netlog, "Rob")["facts"]]
        assert {one["text"] for one in found["facts"]} == {one["text"] for one in both}
        assert "With its people: Amy and Rob." in netlog("report", "Peak", "--chronology").out


def test_the_same_two_introduced_again(netlog: Netlog) -> None:
    netlog("intro", "Pro", "me", "--by", "Lead", today="2026-01-05")
    netlog("reach", "Pro", today="2026-01-06")
    netlog("intro", "Pro", "me", "--by", "Other", today="2026-01-10")
    netlog("reach", "Pro", today="2026-01-12")
    (one,) = chronology(netlog, "Lead")["introductions"]
    assert one["attempts"]["number"] == 1
    (one,) = chronology(netlog, "Other")["introductions"]
    assert one["attempts"]["first"] == "2026-01-12"
    assert [fact["id"] for fact in chronology(netlog, "Other")["facts"]] == ["e3", "e4"]


def test_what_was_written_down_later_counts_on_its_day(netlog: Netlog) -> None:
    netlog("reach", "Pro", "--via", "phone", today="2026-01-06")
    netlog("meet", "Pro", today="2026-01-08")
    netlog("reach", "Pro", "--via", "email", today="2026-01-09")
    netlog("intro", "Pro", "me", "--by", "Lead", "--on", "2026-01-05", today="2026-01-10")
    (one,) = chronology(netlog, "Lead")["introductions"]
    assert (one["attempts"]["number"], one["answered_on"]) == (1, "2026-01-08")


def test_an_answer_that_i_heard_of_ends_the_attempts(netlog: Netlog) -> None:
    netlog("intro", "Pro", "me", "--by", "Lead", today="2026-01-05")
    netlog("reach", "Pro", today="2026-01-06")
    netlog("check", "e1", "--responded", "--on", "2026-01-07", today="2026-01-08")
    netlog("reach", "Pro", today="2026-01-08")
    (one,) = chronology(netlog, "Lead")["introductions"]
    assert (one["attempts"]["number"], one["answered_on"]) == (1, "2026-01-07")


def test_two_deeds_of_one_day_are_two_facts_and_one_word_is_one(netlog: Netlog) -> None:
    netlog("meet", "Dana", "--no-due", today="2026-01-05")
    netlog("promise", "x", "--by", "Dana", today="2026-01-05")
    netlog("promise", "y", "--by", "Dana", today="2026-01-05")
    netlog("done", "1", "2", today="2026-01-06")
    netlog("meet", "Dana", today="2026-01-06")
    netlog("meet", "Dana", today="2026-01-07")
    netlog("thank", "me", "--by", "Dana", today="2026-01-08")
    ids = [one["id"] for one in chronology(netlog, "Dana")["facts"]]
    assert ids == ["e1", "e2", "e3", "e4", "1", "2", "e5", "4, 6"]


def test_happiness_is_one_fact(netlog: Netlog) -> None:
    netlog("intro", "Ann", "Bob", today="2026-01-05")
    netlog("check", "e1", "--happy", today="2026-01-09")
    texts = [one["text"] for one in chronology(netlog, "Bob")["facts"]]
    assert texts.count("Ann and Bob are both happy") == 1
    assert "Bob answered Ann" not in texts


def test_an_answer_heard_of_apart_has_its_day_and_note_beside_happiness(netlog: Netlog) -> None:
    netlog("intro", "Ann", "Bob", today="2026-01-05")
    netlog("check", "e1", "--responded", "--note", "she called", today="2026-01-09")
    netlog("check", "e1", "--happy", "--note", "great", today="2026-01-09")
    told = chronology(netlog, "Bob")
    assert told["introductions"][0]["answer_day_known"] is True
    assert [(one["text"], one["note"]) for one in told["facts"][1:]] == [
        ("Bob answered Ann", "she called"),
        ("Ann and Bob are both happy", "great"),
    ]


def test_a_problem_among_others_is_no_word_with_me(netlog: Netlog) -> None:
    netlog("intro", "Ann", "Bob", today="2026-01-05")
    netlog("problem", "e1", "rude", "--with", "Bob", today="2026-01-09")
    (one,) = chronology(netlog, "Bob")["introductions"]
    assert (one["problems"], one["attempts"]["number"]) == (["e2"], 0)


def test_nothing_on_record(netlog: Netlog) -> None:
    netlog("person", "Dana", "--new")
    assert netlog("report", "Dana", "--chronology").err == "Nothing is on record with Dana.\n"
    found = chronology(netlog, "Dana")
    assert (found["facts"], found["from"]) == ([], None)


def test_whoever_reads_it_is_told_my_name(netlog: Netlog) -> None:
    netlog("config", "set", "owner", "Ann Lee")
    netlog("reach", "Dana")
    out = netlog("report", "Dana", "--chronology").out
    assert "Ann Lee reached out to Dana" in out
    assert "Dana owes Ann Lee a reply" in out
    assert "you" not in out.casefold()
    netlog("intro", "Kim", "me", "--by", "Dana")
    netlog("check", "e2", "--responded")
    assert "Kim answered Ann Lee" in netlog("report", "Kim", "--chronology").out


def test_attempts_before_an_introduction_are_none_at_its_lead(netlog: Netlog) -> None:
    netlog("intro", "me", "Dee", "--by", "Gus", "--on", "2026-10-10")
    netlog("reach", "Dee", "--on", "2026-11-08")
    netlog("reach", "Dee", "--on", "2026-09-01")
    netlog("reach", "Dee", "--on", "2026-11-09")
    paper = netlog("report", "Gus", "--chronology").out
    own = netlog("report", "Dee", "--chronology").out
    for told in (paper, own):
        assert "2 attempts on 2 days" in told
        assert "of 3" not in told
    assert "attempt 1 of 2" in own
    assert "attempt 2 of 2" in own


def test_an_older_wait_is_no_part_of_an_introduction(netlog: Netlog) -> None:
    netlog("reach", "Dee", "--on", "2026-09-01")
    netlog("intro", "me", "Dee", "--by", "Gus", "--on", "2026-10-10", "--no-due")
    netlog("reach", "Dee", "--on", "2026-11-08")
    assert "1 attempt on Sun 8 Nov 2026" in netlog("report", "Gus", "--chronology").out
    for who in ("Gus", "Dee"):
        assert " of 2" not in netlog("report", who, "--chronology").out


def test_the_only_attempt_in_a_chronology_has_no_number(netlog: Netlog) -> None:
    netlog("intro", "me", "Dee", "--by", "Gus", "--on", "2026-10-10")
    netlog("reach", "Dee", "--on", "2026-11-08")
    netlog("reach", "Dee", "--on", "2026-09-01")
    paper = netlog("report", "Gus", "--chronology").out
    assert "1 attempt on" in paper
    assert " of 2" not in paper
    assert "2 attempts" not in paper


def test_an_answer_that_nobody_asked_about_is_not_said_to_be_owed(netlog: Netlog) -> None:
    netlog("intro", "Omar", "Sofia", today="2026-03-02")
    told = chronology(netlog, "Sofia", "2026-03-20")["open"]
    assert [item["kind"] for item in told] == ["thanks"]
    netlog("check", "e1", "--silent", today="2026-03-20")
    told = chronology(netlog, "Sofia", "2026-03-20")["open"]
    assert [item["kind"] for item in told] == ["response", "thanks"]


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ((), "You answered Yusuf on Thu 5 Mar 2026, 3 days after the introduction."),
        (("reach", "Yusuf"), "Yusuf answered on Thu 5 Mar 2026, 2 days after the first attempt."),
    ],
)
def test_whose_answer_a_talk_was(netlog: Netlog, before: tuple[str, ...], told: str) -> None:
    netlog("intro", "Yusuf", "me", "--by", "Karin", today="2026-03-02")
    if before:
        netlog(*before, today="2026-03-03")
    netlog("talk", "Yusuf", today="2026-03-05")
    assert told in netlog("report", "Karin", "--chronology", today="2026-03-25").out
    sentence = "Yusuf answered you" if before else "You answered Yusuf"
    assert f"{sentence} · 5 Mar" in netlog("history", "e1", today="2026-03-25").out


def test_how_many_parts_of_a_promise_came_in_time(netlog: Netlog) -> None:
    line = ("promise", "five intros", "--by", "Dana", "--times", "5", "--due", "2026-03-06")
    netlog(*line, today="2026-03-01")
    netlog("done", "1", "--times", "4", today="2026-03-02")
    netlog("done", "1", today="2026-03-09")
    told = netlog("report", "Dana", "--chronology", today="2026-03-20").out
    assert "4 of 5 came in time, the last on Mon 9 Mar 2026, 3 days late." in told
    assert netlog("report", "Dana", "--json", today="2026-03-20").json["reasons"] == [
        'Promised "five intros" by 6 Mar; 4 of 5 in time, the last on 9 Mar, 3 days late.'
    ]


def test_an_attempt_on_the_day_of_the_introduction_is_the_first_at_its_lead(netlog: Netlog) -> None:
    netlog("intro", "me", "Dee", "--by", "Gus", "--on", "2026-10-10")
    netlog("reach", "Dee", "--on", "2026-10-10")
    netlog("reach", "Dee", "--on", "2026-11-09")
    texts = [fact["text"] for fact in chronology(netlog, "Dee")["facts"]]
    assert texts[1:] == [f"You reached out to Dee · attempt {number} of 2" for number in (1, 2)]

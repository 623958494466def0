"""Small inputs from real use that once went wrong: told late, put right, kept in touch.

Every line is typed on Friday, 16 January, about days of January before it, unless it says so.
"""

import pytest

from tests.laws.saying import (
    Netlog,
    acknowledgements,
    became,
    history,
    is_open,
    my_touches,
    typed,
)

BETTER = (
    "intro me Bo --by Ada --on 2; problem e1 rude --with Bo --on 6"
    "; problem e1 late --with Bo --on 15; intro me Cy --by Ada --on 10 --replaces e1"
)


@pytest.mark.parametrize(
    ("lines", "replies"),
    [
        pytest.param("meet Cy --on 8; reach Cy --on 5", [], id="they met since"),
        pytest.param("reach me --by Cy --on 8; reach Cy --on 6", [], id="he answered since"),
        pytest.param(
            "reach Cy --on 8; reach Cy --on 5",
            ["Cy > me reply: since 5 Jan, due 8 Jan, tried 2"],
            id="the first try opens it",
        ),
        pytest.param(
            "meet Cy --on 8; reach Cy --on 8",
            ["Cy > me reply: since 8 Jan, due 11 Jan"],
            id="on one day as told",
        ),
        pytest.param(
            "meet Cy --on 8; reach Cy --on 8; edit e2 --before e1", [], id="on one day put right"
        ),
        pytest.param(
            "reach Cy --on 8; reach me --by Zed --on 9; reach Cy --on 11; merge Cy Zed",
            ["Cy > me reply: since 11 Jan, due 14 Jan"],
            id="two who are one",
        ),
        pytest.param(
            "reach me --by Cy --on 5; reach Cy --no-due --on 6; delete e1",
            [],
            id="no due is remembered",
        ),
    ],
)
def test_who_owes_a_reply(netlog: Netlog, lines: str, replies: list[str]) -> None:
    typed(netlog, lines)
    assert is_open(netlog, "reply") == replies


def test_a_chronology_does_not_complain_above_a_meeting(netlog: Netlog) -> None:
    typed(netlog, "meet Cy --on 8; reach Cy --on 5")
    assert "no answer" not in netlog("report", "Cy", "--chronology", today="2026-01-16").out
    assert became(netlog, "e2", "reply") == ["Cy > me reply: kept 8 Jan by e1"]


def test_his_word_answered_mine(netlog: Netlog) -> None:
    typed(netlog, "reach me --by Cy --on 8; reach Cy --on 6")
    assert became(netlog, "e2", "reply") == ["Cy > me reply: kept 8 Jan by e1"]
    assert became(netlog, "e1", "reply") == []


def test_an_introduction_told_after_its_answer_is_answered(netlog: Netlog) -> None:
    typed(netlog, "reach Cy --on 8; intro Cy me --by Ada --on 5")
    assert became(netlog, "e2", "response") == ["me > Cy response: kept 8 Jan by e1"]
    assert is_open(netlog, "response") == []


def test_a_thank_you_may_be_told_before_what_it_was_for(netlog: Netlog) -> None:
    receipt = typed(netlog, "thank Dana --on 9")
    assert "nothing" in receipt.text.lower()
    assert "Dana" in receipt.text
    receipt = typed(netlog, "meet Dana --on 8")
    assert became(netlog, "e1", "thanks") == [
        "Dana > me thanks: open",
        "me > Dana thanks: kept 9 Jan",
    ]


def test_thanks_on_the_day_of_the_meeting_come_in_their_order(netlog: Netlog) -> None:
    typed(netlog, "thank Dana --on 8; meet Dana --on 8")
    assert became(netlog, "e1", "thanks")[1] == "me > Dana thanks: open"
    typed(netlog, "edit e1 --before a1")
    assert became(netlog, "e1", "thanks")[1] == "me > Dana thanks: kept 8 Jan"
    typed(netlog, "undo")
    assert became(netlog, "e1", "thanks")[1] == "me > Dana thanks: open"


def test_a_better_introduction_told_late_is_for_the_problem_of_before(netlog: Netlog) -> None:
    typed(netlog, BETTER)
    assert became(netlog, "e2", "replacement") == ["Ada > me replacement: kept 10 Jan by e4"]
    assert became(netlog, "e3", "replacement") == ["Ada > me replacement: open"]


def test_who_was_in_it_all_along_is_owed_nothing(netlog: Netlog) -> None:
    typed(
        netlog,
        "intro Zed me --by Ada --on 8; reach me --by Bo --on 9; check e1 --happy --on 12"
        "; edit e1 --replace Zed Bo",
    )
    assert [line for line in is_open(netlog) if "me > Bo" in line] == []
    assert became(netlog, "e2", "reply") == []


def test_reopening_one_item_leaves_what_was_said_of_others(netlog: Netlog) -> None:
    typed(
        netlog,
        "promise x --by Ada --times 2; promise y --by Ada --times 2; done 1 2 --times 1; done 2"
        "; reopen 1",
    )
    first, second = (event["items"][0] for event in history(netlog))
    assert (first["done"], first["closed_on"], first["standing"]) == (0, None, "open")
    assert (second["done"], second["closed_on"]) == (2, "2026-01-16")


def test_without_the_word_the_meeting_closed_it(netlog: Netlog) -> None:
    typed(netlog, "reach Cy --on 5; done 1 --on 6; meet Cy --on 8; reopen 1")
    assert became(netlog, "e1", "reply") == ["Cy > me reply: kept 8 Jan by e2"]


def test_a_thank_you_is_for_all_that_was_open_after_all(netlog: Netlog) -> None:
    typed(
        netlog,
        "meet Zed --on 7; meet Ada --on 8; thank Ada --on 11; edit e1 --replace Zed Ada",
    )
    assert became(netlog, "e1", "thanks")[1] == "me > Ada thanks: kept 11 Jan"
    assert became(netlog, "e2", "thanks")[1] == "me > Ada thanks: kept 11 Jan"


def test_a_changed_place_is_shown(netlog: Netlog) -> None:
    typed(netlog, "meet Cy --on 8")
    assert "Club" in typed(netlog, "edit e1 --at Club").out
    assert "Club" in netlog("undo", "--list", today="2026-01-16").out


def test_what_stays_snoozed_is_said(netlog: Netlog) -> None:
    typed(netlog, "promise x --to Ann --due 2026-01-23; snooze 1 --until '2 weeks'")
    receipt = typed(netlog, "edit e1 --due 2026-01-19").out
    assert "snoozed" in receipt.lower()
    assert "30 Jan" in receipt


@pytest.mark.parametrize(("word", "counted"), [("done", ["late, due 9 Feb"]), ("waive", [])])
def test_after_a_word_on_a_touch_the_next_is_due(
    netlog: Netlog, word: str, counted: list[str]
) -> None:
    typed(netlog, "meet Bo --on 10; person Bo --every 30d")
    netlog(word, "3", today="2026-03-02")
    assert is_open(netlog, "touch", today="2026-03-02") == ["me > Bo touch: since 2 Mar, due 1 Apr"]
    assert my_touches(netlog, "2026-03-02") == counted


@pytest.mark.parametrize(
    ("kept", "other", "due"),
    [
        pytest.param("meet Bo --on 1; every 30d", "meet Al --on 8; every 10d", "7 Feb", id="both"),
        pytest.param("meet Bo --on 12; every 30d", "meet Al --on 8; every 10d", "11 Feb", id="own"),
        pytest.param("meet Bo --on 12", "meet Al --on 8; every 10d", "22 Jan", id="the other's"),
        pytest.param("meet Bo --on 1", "meet Al --on 8; every 10d", "18 Jan", id="all the other's"),
        pytest.param("meet Bo --on 12; every 30d", "meet Al --on 8", "11 Feb", id="older word"),
        pytest.param("meet Bo --on 1; every 30d", "meet Al --on 8", "7 Feb", id="newer word"),
        pytest.param("every 30d", "meet Al --on 8; every 10d", "7 Feb", id="no word of its own"),
        pytest.param("every 30d", "meet Al --on 8", "7 Feb", id="only an interval"),
        pytest.param("meet Bo --on 12", "every 10d", "22 Jan", id="only the other's interval"),
        pytest.param("meet Bo --on 12", "meet Al --on 8", None, id="none"),
        pytest.param(
            "meet Bo --on 1; every 30d; every never", "meet Al --on 8; every 10d", "18 Jan",
            id="no longer",
        ),
    ],
)  # fmt: skip
@pytest.mark.parametrize("first", ["kept", "other"])
def test_two_who_are_one_have_one_interval(
    netlog: Netlog, kept: str, other: str, due: str | None, first: str
) -> None:
    typed(netlog, "person Bo --new; person Al --new")
    both = [kept.replace("every", "person Bo --every"), other.replace("every", "person Al --every")]
    typed(netlog, ";".join(both if first == "kept" else both[::-1]))
    typed(netlog, "merge Bo Al")
    touches = is_open(netlog, "touch")
    assert [line.partition("due ")[2] for line in touches] == ([due] if due else [])
    assert all(line.startswith("me > Bo") for line in touches)


def test_another_interval_moves_the_open_touch(netlog: Netlog) -> None:
    typed(netlog, "[1] meet Bo; [1] person Bo --every 30d; [5] person Bo --every 60d")
    (meeting,) = history(netlog)
    touches = [item for item in meeting["items"] if item["kind"] == "touch"]
    assert [(it["due_on"], it["settlements"]) for it in touches] == [("2026-03-02", [])]
    typed(netlog, "[6] person Bo --every never")
    assert is_open(netlog, "touch") == []
    (meeting,) = history(netlog)
    assert [item for item in meeting["items"] if item["kind"] == "touch"] == []


def test_several_words_on_one_day_are_one(netlog: Netlog) -> None:
    typed(netlog, "[1] meet Bo; [1] person Bo --every 10d")
    typed(netlog, "[8] meet Bo; [8] meet Bo --at Club; [8] meet Bo --at Inn")
    assert my_touches(netlog, "2026-01-08") == ["kept, due 11 Jan"]
    assert is_open(netlog, "touch") == ["me > Bo touch: since 8 Jan, due 18 Jan"]


@pytest.mark.parametrize(("every", "said"), [("6w", "every 6 weeks"), ("42d", "every 42 days")])
def test_an_interval_is_shown_as_it_was_said(netlog: Netlog, every: str, said: str) -> None:
    typed(netlog, f"meet Bo --on 8; person Bo --every {every}")
    assert said in netlog("person", "Bo", today="2026-01-16").out
    assert said in netlog("people", today="2026-01-16").out


# What these cases need, and the design says in words


def test_acknowledgements_have_numbers_that_only_history_shows(netlog: Netlog) -> None:
    receipts = typed(netlog, "meet Ann --on 5").out + typed(netlog, "thank Ann --on 6").out
    assert "a1" not in receipts
    typed(netlog, "thank me --by Ann --on 7")
    assert sorted(set(acknowledgements(netlog))) == ["a1", "a2"]


def test_an_acknowledgement_is_edited_and_deleted(netlog: Netlog) -> None:
    typed(netlog, "meet Ann --on 5; thank Ann --on 6; edit a1 --on 7")
    assert became(netlog, "e1", "thanks")[1] == "me > Ann thanks: kept 7 Jan"
    typed(netlog, "edit a1 --on 4")
    assert became(netlog, "e1", "thanks")[1] == "me > Ann thanks: open"
    typed(netlog, "edit a1 --on 6; delete a1")
    assert became(netlog, "e1", "thanks")[1] == "me > Ann thanks: open"
    assert acknowledgements(netlog) == []
    typed(netlog, "thank Ann --on 8")
    assert set(acknowledgements(netlog)) == {"a2"}, "a number is never given twice"


def test_thanks_create_a_contact_only_with_new_or_of_the_past(netlog: Netlog) -> None:
    netlog("thank", "Dana", today="2026-01-16", code=3)
    netlog("apologize", "Dana", "--on", "2026-01-16", today="2026-01-16", code=3)
    typed(netlog, "thank Dana --new; thank Lee --on 9; apologize Kim --on 9")
    told = netlog("people", "--json", today="2026-01-16").json["items"]
    assert {contact["name"] for contact in told} == {"Dana", "Lee", "Kim"}


def test_thanks_end_waiting_though_nothing_was_open(netlog: Netlog) -> None:
    typed(netlog, "reach me --by Ann --on 5")
    assert "nothing" in typed(netlog, "thank Ann --on 6").text.lower()
    report = netlog("report", "me", "--json", today="2026-01-16").json
    assert report["attempts"]["unanswered"] == 0


def test_several_are_reopened_or_none(netlog: Netlog) -> None:
    typed(netlog, "meet Ann --on 5; meet Bo --on 5; thank Ann --on 6; done 3 --on 7")
    before = history(netlog)
    netlog("reopen", "1", "3", "2", today="2026-01-16", code=3)
    assert history(netlog) == before
    typed(netlog, "reopen 1 3")
    assert [line for line in is_open(netlog, "thanks") if line.startswith("me > ")] == [
        "me > Ann thanks: since 5 Jan, due 7 Jan",
        "me > Bo thanks: since 5 Jan, due 7 Jan",
    ]


def test_what_an_event_closed_is_reopened_until_a_later_one(netlog: Netlog) -> None:
    typed(netlog, "reach Cy --on 5; meet Cy --on 8; reopen 1")
    assert is_open(netlog, "reply") == ["Cy > me reply: since 5 Jan, due 8 Jan"]
    typed(netlog, "meet Cy --on 10")
    assert became(netlog, "e1", "reply") == ["Cy > me reply: kept 10 Jan by e3"]


def test_a_thank_you_for_two_is_taken_back_for_one(netlog: Netlog) -> None:
    typed(netlog, "meet Ann --on 5; meet Ann --on 6; thank Ann --on 7; reopen 1")
    assert became(netlog, "e1", "thanks")[1] == "me > Ann thanks: open"
    assert became(netlog, "e2", "thanks")[1] == "me > Ann thanks: kept 7 Jan"


def test_an_earlier_done_may_close_what_a_later_word_closed(netlog: Netlog) -> None:
    typed(netlog, "reach Cy --on 5; meet Cy --on 8; done 1 --on 6")
    assert became(netlog, "e1", "reply") == ["Cy > me reply: kept 6 Jan"]
    netlog("done", "1", "--on", "2026-01-07", today="2026-01-16", code=3)


def test_a_statement_of_a_day_without_it_is_refused(netlog: Netlog) -> None:
    typed(netlog, "reach Cy --on 5; meet Cy --on 8")
    netlog("done", "1", "--on", "2026-01-09", today="2026-01-16", code=3)
    netlog("done", "1", "--on", "2026-01-04", today="2026-01-16", code=3)


def test_needs_stand_by_their_days(netlog: Netlog) -> None:
    """As after a join, which tells the other copy's under later numbers."""
    netlog("person", "Cyd", "--new", "--need", "law", today="2026-01-06")
    shown = netlog("person", "Cyd", "--need", "tax", "--json", today="2026-01-04").json
    assert shown["needs"] == ["tax", "law"]
    assert netlog("people", "--json").json["items"][0]["needs"] == ["tax", "law"]
    assert [need["need"] for need in netlog("brief", "Cyd", "--json").json["needs"]] == [
        "tax",
        "law",
    ]


def test_who_waits_as_long_as_another_stands_as_it_happened(netlog: Netlog) -> None:
    """Whoever netlog came to know first."""
    netlog("person", "Bob", "--new", today="2026-01-06")
    typed(netlog, "reach me --by Cyd --on 14; reach me --by Bob --on 14")
    waits = netlog("report", "me", "--json", today="2026-02-02").json["attempts"]["waits"]
    assert [wait["by"] for wait in waits] == ["Cyd", "Bob"]


def test_what_is_due_on_one_day_stands_in_a_chronology_as_it_happened(netlog: Netlog) -> None:
    """Whichever was told first."""
    for what, on in (("second", "2026-01-14"), ("first", "2026-01-05")):
        line = ("promise", what, "--by", "Cyd", "--due", "2026-01-20", "--on", on)
        netlog(*line, today="2026-01-16")
    told = netlog("report", "Cyd", "--chronology", today="2026-01-18").out
    assert told.rindex("first") < told.rindex("second")

"""Keeping in touch: an interval on a contact, started anew by every word, either way."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from netlog.domain.projection.entries import NOTHING
from netlog.domain.projection.touching import Word, read_interval, refuse_same_day, renew
from netlog.domain.records import Obligation
from netlog.errors import NetlogError, Refused
from tests.support.program import Result
from tests.support.refusals import raising

Netlog = Callable[..., Result]


def touches(netlog: Netlog, today: str = "2026-06-01") -> list[tuple[str, str]]:
    """The open touch items: from when, and by when."""
    items: list[dict[str, Any]] = netlog("due", "--all", "--json", today=today).json["items"]
    return [(one["opened_on"], one["due_on"]) for one in items if one["kind"] == "touch"]


@pytest.fixture
def weekly(netlog: Netlog) -> Netlog:
    """Dana, met on 1 May, with whom to be in touch every two weeks."""
    netlog("meet", "Dana Park", today="2026-05-01")
    netlog("person", "Dana", "--every", "2w", today="2026-05-02")
    return netlog


def test_the_clock_runs_from_the_last_word(weekly: Netlog) -> None:
    assert touches(weekly) == [("2026-05-01", "2026-05-15")]


@pytest.mark.parametrize(
    "word",
    [
        ("reach", "Dana"),
        ("reach", "me", "--by", "Dana"),
        ("meet", "Dana", "Sam"),
    ],
)
def test_every_word_starts_it_anew(weekly: Netlog, word: tuple[str, ...]) -> None:
    weekly(*word, today="2026-05-10")
    assert touches(weekly) == [("2026-05-10", "2026-05-24")]


def test_a_word_in_time_is_kept_in_time(weekly: Netlog) -> None:
    weekly("reach", "Dana", today="2026-05-15")
    record = weekly("report", "me", "--json", today="2026-05-16").json["record"]
    assert record["touch"]["on_time"] == 1


def test_a_word_of_before_changes_nothing(weekly: Netlog) -> None:
    weekly("reach", "Dana", "--on", "2026-04-20", today="2026-05-10")
    assert touches(weekly) == [("2026-05-01", "2026-05-15")]


def test_a_word_that_nobody_owes_for_is_a_word(weekly: Netlog) -> None:
    weekly("reach", "Dana", "--no-due", today="2026-05-10")
    assert touches(weekly) == [("2026-05-10", "2026-05-24")]
    items = weekly("due", "--all", "--json", today="2026-05-10").json["items"]
    assert [one["kind"] for one in items] == ["thanks", "thanks", "touch"]
    weekly("edit", "e2", "--note", "hello", today="2026-05-10")
    assert len(weekly("due", "--all", "--json", today="2026-05-10").json["items"]) == 3


@pytest.mark.parametrize(
    "change", [("--note", "x"), ("--on", "2026-04-30"), ("--replace", "Dana", "Lee")]
)
def test_a_touch_that_a_later_word_ended_stays_with_its_meeting(
    weekly: Netlog, change: tuple[str, ...]
) -> None:
    weekly("person", "Lee", "--every", "2w", "--new", today="2026-05-02")
    weekly("reach", "Dana", today="2026-05-20")
    weekly("edit", "e1", *change, today="2026-05-21")
    touched = weekly("report", "me", "--json", today="2026-05-21").json["record"]["touch"]
    if "Lee" in change:
        assert (touched["late"], touched["overdue"]) == (0, 1), "no word with Lee came since"
    else:
        assert touched["late"] == 1


@pytest.mark.parametrize(
    ("said", "ended"),
    [("done", {"on_time": 1}), ("waive", {"waived": 1}), ("broken", {"broken": 1})],
)
def test_what_is_said_of_a_touch_is_a_word_from_which_the_next_counts(
    weekly: Netlog, said: str, ended: dict[str, int]
) -> None:
    receipt = weekly(said, "3", "--on", "2026-05-14", "--json", today="2026-05-20").json
    assert (receipt["closed"], receipt["opened"]) == ([3], [4])
    assert touches(weekly) == [("2026-05-14", "2026-05-28")]
    report = weekly("report", "me", "--json", today="2026-05-20").json
    record = report["record"]["touch"]
    assert {name: number for name, number in record.items() if number} == {**ended, "open": 1}
    weighed = [one["id"] for one in report["evidence"] if one["kind"] == "touch"]
    assert weighed == ([] if said == "waive" else [3])
    weekly("reach", "Dana", today="2026-05-21")
    assert touches(weekly) == [("2026-05-21", "2026-06-04")]


def test_several_words_on_one_day_are_one(weekly: Netlog) -> None:
    weekly("reach", "Dana", "--via", "phone", today="2026-05-10")
    for word in (("meet", "Dana"), ("reach", "me", "--by", "Dana")):
        told = weekly(*word, "--json", today="2026-05-10").json
        assert 5 not in told["closed"]
    assert touches(weekly) == [("2026-05-10", "2026-05-24")]
    refused = weekly("done", "5", today="2026-05-10", code=3).err
    assert "several words on one day are one" in refused


MET = date(2026, 5, 10)
TOUCH = Obligation(5, 2, "touch", 1, 2, 1, MET, date(2026, 5, 24), None, None)


def test_a_second_word_of_a_day_begins_nothing_and_cannot_be_said_of_the_touch() -> None:
    assert renew(1, 2, Word(MET, 3), 14, TOUCH) == NOTHING
    refuse_same_day(TOUCH, "waived", MET)
    with raising(
        Refused,
        "5 counts from 2026-05-10: several words on one day are one.",
        "--on says on which later day you were in touch.",
    ):
        refuse_same_day(TOUCH, "kept", MET)


def test_before_there_was_an_interval_no_word_was_owed(weekly: Netlog) -> None:
    refused = weekly("done", "3", "--on", "2026-05-01", today="2026-05-10", code=3).err
    assert "3 was not open on 2026-05-01" in refused


def test_a_promise_is_no_word(weekly: Netlog) -> None:
    weekly("promise", "a list", "--to", "Dana", today="2026-05-10")
    assert touches(weekly) == [("2026-05-01", "2026-05-15")]


def test_somebody_new_starts_with_the_first_word(netlog: Netlog) -> None:
    netlog("person", "Sam", "--every", "10d", today="2026-05-01")
    assert touches(netlog) == []
    netlog("meet", "Sam", today="2026-05-03")
    assert touches(netlog) == [("2026-05-03", "2026-05-13")]


def test_another_interval_counts_from_the_same_word(weekly: Netlog) -> None:
    weekly("person", "Dana", "--every", "6w", today="2026-05-03")
    assert touches(weekly) == [("2026-05-01", "2026-06-12")]
    (item,) = weekly("due", "Dana", "--mine", "--all", "--json", today="2026-05-03").json["items"][
        1:
    ]
    assert (item["kind"], item["id"]) == ("touch", 3), "the number stays with the item"


def test_nothing_is_due_before_the_day_on_which_the_interval_was_said(netlog: Netlog) -> None:
    netlog("talk", "Kim", "--on", "2026-05-01", today="2026-05-21")
    netlog("person", "Kim", "--every", "2w", today="2026-05-21")
    assert touches(netlog) == [("2026-05-01", "2026-05-21")]
    (item,) = netlog("due", "--json", today="2026-05-21").json["items"]
    assert item["days_overdue"] == 0, "shown at once, and not late"
    assert netlog("report", "me", "--json", today="2026-05-21").json["record"]["touch"] == {
        **dict.fromkeys(("on_time", "late", "broken", "overdue", "waived"), 0),
        "open": 1,
    }
    netlog("reach", "Kim", today="2026-05-23")
    assert netlog("report", "me", "--json", today="2026-05-23").json["record"]["touch"]["late"] == 1


@pytest.mark.parametrize(
    ("said_on", "every", "due_on"),
    [
        ("2026-05-09", "1w", "2026-05-09"),
        ("2026-05-20", "1w", "2026-05-15"),
        ("2026-05-20", "2w", "2026-05-15"),
        ("2026-05-20", "3w", "2026-05-22"),
    ],
    ids=["a shorter one", "late already", "the same again", "a longer one"],
)
def test_another_interval_is_late_for_no_day_before_it_and_forgives_none(
    weekly: Netlog, said_on: str, every: str, due_on: str
) -> None:
    weekly("person", "Dana", "--every", every, today=said_on)
    assert touches(weekly) == [("2026-05-01", due_on)]


def test_a_word_that_is_told_later_makes_it_late_no_earlier(netlog: Netlog) -> None:
    netlog("person", "Kim", "--every", "2w", "--new", today="2026-05-21")
    netlog("talk", "Kim", "--on", "2026-05-01", today="2026-05-22")
    assert touches(netlog) == [("2026-05-01", "2026-05-21")]


def test_never_takes_it_away(weekly: Netlog) -> None:
    weekly("person", "Dana", "--every", "never", today="2026-05-20")
    assert touches(weekly) == []
    assert "touch" not in weekly("report", "me", "--json", today="2026-05-20").json["record"]
    weekly("reach", "Dana", today="2026-05-21")
    assert touches(weekly) == []
    weekly("undo")
    weekly("undo")
    assert touches(weekly) == [("2026-05-01", "2026-05-15")]


def test_an_interval_taken_up_again_gives_the_item_its_number_back(weekly: Netlog) -> None:
    weekly("person", "Dana", "--every", "never", today="2026-05-20")
    weekly("person", "Dana", "--every", "3w", today="2026-05-22")
    items = weekly("due", "--all", "--json", today="2026-05-22").json["items"]
    assert [(one["id"], one["due_on"]) for one in items if one["kind"] == "touch"] == [
        (3, "2026-05-22")
    ]


@pytest.mark.parametrize(("typed", "days"), [("6w", 42), ("1d", 1), (" Never ", None)])
def test_intervals(typed: str, days: int | None) -> None:
    assert read_interval(typed) == days


@pytest.mark.parametrize("typed", ["", "0d", "often", "121y", "3651d", "-2w"])
def test_no_intervals(typed: str) -> None:
    with pytest.raises(NetlogError):
        read_interval(typed)


def test_not_with_oneself(netlog: Netlog, ledger: Any) -> None:
    netlog("person", "me", "--every", "6w", code=3)
    assert not ledger.exists()


def test_the_card_tells_when(weekly: Netlog) -> None:
    told = weekly("person", "Dana", today="2026-05-14").out
    assert "every 2 weeks, next by 15 May" in told
    assert weekly("person", "Dana", "--json", today="2026-05-14").json["touch_due_on"] == (
        "2026-05-15"
    )
    first = weekly("person", "Sam", "--every", "10d", today="2026-05-14").out
    assert "every 10 days, from the first meeting or outreach on" in first

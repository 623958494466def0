"""Keeping in touch: an interval on a contact, started anew by every word, either way."""

from collections.abc import Callable
from typing import Any

import pytest

from netlog.domain.touching import read_interval
from netlog.errors import NetlogError
from tests.support.program import Result

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


def test_a_word_without_obligations_leaves_the_clock_alone(weekly: Netlog) -> None:
    weekly("reach", "Dana", "--no-due", today="2026-05-10")
    assert touches(weekly) == [("2026-05-01", "2026-05-15")]


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


def test_never_takes_it_off_without_a_trace(weekly: Netlog) -> None:
    weekly("person", "Dana", "--every", "never", today="2026-05-20")
    assert touches(weekly) == []
    record = weekly("report", "me", "--json", today="2026-05-20").json["record"]
    assert record["touch"]["waived"] == 1
    weekly("undo")
    assert touches(weekly) == [("2026-05-01", "2026-05-15")]


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

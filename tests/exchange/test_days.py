"""Days and intervals as files write them."""

from datetime import date, timedelta, timezone

import pytest

from netlog.domain.dates.phrase import DateOrder
from netlog.exchange.days import Unclear, day_of_moment, days_between, read_day

TODAY = date(2026, 10, 5)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-03-12", date(2024, 3, 12)),
        ("2024/3/2", date(2024, 3, 2)),
        ("20240312", date(2024, 3, 12)),
        ("2024-03-12T10:00:00Z", date(2024, 3, 12)),
        ("12 Mar 2024", date(2024, 3, 12)),
        ("7-Feb-22", date(2022, 2, 7)),
        ("12-Mar-99", date(1999, 3, 12)),
        ("March 3rd, 2024", date(2024, 3, 3)),
        ("12.3.2024", date(2024, 3, 12)),
        ("13/4/2024", date(2024, 4, 13)),
        ("4/13/2024", date(2024, 4, 13)),
        ("4/4/24", date(2024, 4, 4)),
        ("", None),
        ("0/0/00", None),
    ],
)
def test_read_day(text: str, day: date | None) -> None:
    assert read_day(text, TODAY) == day


@pytest.mark.parametrize(("order", "month"), [("dmy", 4), ("mdy", 3)])
def test_the_order_of_numbers(order: DateOrder, month: int) -> None:
    assert read_day("3/4/2024", TODAY, order) == date(2024, month, 7 - month)


@pytest.mark.parametrize(
    "text",
    [
        "3/4/2024",
        "31 Feb 2024",
        "12 Foo 2024",
        "soon",
        "0001-01-01",
        "2024-13-01",
        "2024112",
        "9" * 99,
    ],
)
def test_what_is_no_clear_day(text: str) -> None:
    with pytest.raises(Unclear):
        read_day(text, TODAY)


@pytest.mark.parametrize("text", ["32/13/2020", "13/13/2026", "30/2/2024", "0/5/2024"])
def test_what_is_no_day_in_either_order_is_told_so(text: str) -> None:
    with pytest.raises(Unclear, match="is no day of the calendar"):
        read_day(text, TODAY)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("20240312T231500Z", date(2024, 3, 13)),
        ("2024-03-12T10:00:00.000000Z", date(2024, 3, 12)),
        ("2024-03-12 23:15:00", date(2024, 3, 12)),
        ("00010101T000000Z", None),
        ("99991231T235959Z", None),
        ("soon", None),
    ],
)
def test_day_of_moment(text: str, day: date | None) -> None:
    assert day_of_moment(text, timezone(timedelta(hours=1))) == day


@pytest.mark.parametrize(
    ("text", "days"), [("6w", 42), ("90", 90), ("10 days", 10), ("", None), ("0", None)]
)
def test_days_between(text: str, days: int | None) -> None:
    assert days_between(text) == days


@pytest.mark.parametrize("text", ["often", "-1", "9" * 30, "9999999999"])
def test_what_is_no_interval(text: str) -> None:
    with pytest.raises(Unclear):
        days_between(text)

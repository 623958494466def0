"""Dates as people type them: what is accepted, what is refused, and that nothing is guessed."""

import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netlog.domain.dates.days import (
    DateOrder,
    coming_day,
    day_text,
    past_day,
    span,
    weekday_text,
)
from netlog.errors import NetlogError, Refused, Unreadable

ReadDay = Callable[[str, date], date]

FRIDAY = date(2026, 11, 20)
SUNDAY = date(2026, 11, 22)
LEAP_DAY = date(2028, 2, 29)
JAN_31 = date(2027, 1, 31)
NEW_YEAR = date(2027, 1, 1)
NEW_YEARS_EVE = date(2026, 12, 31)
FIRST_DAY = date(1900, 1, 1)
LAST_DAY = date(9999, 12, 31)

# What is read alike in both directions: it names its day by itself.
FIXED = [
    ("2026-11-19", FRIDAY, "2026-11-19"),
    ("2026-2-3", FRIDAY, "2026-02-03"),
    ("2026/11/19", FRIDAY, "2026-11-19"),
    ("2026.11.19", FRIDAY, "2026-11-19"),
    ("1900-01-01", FRIDAY, "1900-01-01"),
    ("2024-02-29", FRIDAY, "2024-02-29"),
    ("9999-12-31", LAST_DAY, "9999-12-31"),
    ("19 nov 2026", FRIDAY, "2026-11-19"),
    ("19 Nov, 2026", FRIDAY, "2026-11-19"),
    ("nov 19, 2026", FRIDAY, "2026-11-19"),
    ("nov 19 2026", FRIDAY, "2026-11-19"),
    ("November 19th, 2026", FRIDAY, "2026-11-19"),
    ("19th of november 2026", FRIDAY, "2026-11-19"),
    ("29 feb 2024", FRIDAY, "2024-02-29"),
    ("3 sept 2025", FRIDAY, "2025-09-03"),
    ("  19   NOV\t2026 ", FRIDAY, "2026-11-19"),
    ("19\u00a0nov 2026", FRIDAY, "2026-11-19"),
    ("today", FRIDAY, "2026-11-20"),
    ("Today", LAST_DAY, "9999-12-31"),
    ("20 nov", FRIDAY, "2026-11-20"),
    ("29 feb", LEAP_DAY, "2028-02-29"),
    ("yesterday", FRIDAY, "2026-11-19"),
    ("yesterday", NEW_YEAR, "2026-12-31"),
    ("3 days ago", FRIDAY, "2026-11-17"),
    ("3 d ago", FRIDAY, "2026-11-17"),
    ("3d ago", FRIDAY, "2026-11-17"),
    ("three days ago", FRIDAY, "2026-11-17"),
    ("a week ago", FRIDAY, "2026-11-13"),
    ("2w ago", FRIDAY, "2026-11-06"),
    ("a month ago", FRIDAY, "2026-10-20"),
    ("1 month ago", date(2026, 3, 31), "2026-02-28"),
    ("1 year ago", LEAP_DAY, "2027-02-28"),
    ("ten years ago", FRIDAY, "2016-11-20"),
    ("0 days ago", FRIDAY, "2026-11-20"),
    ("in 0 days", FRIDAY, "2026-11-20"),
    ("last tue", date(2026, 11, 16), "2026-11-10"),
    ("last mon", date(2026, 11, 16), "2026-11-09"),
    ("this tue", FRIDAY, "2026-11-17"),
    ("this fri", FRIDAY, "2026-11-20"),
    ("20th", FRIDAY, "2026-11-20"),
    ("the day before yesterday", FRIDAY, "2026-11-18"),
    ("last fri", FRIDAY, "2026-11-13"),
    ("last sunday", FRIDAY, "2026-11-15"),
    ("last week", FRIDAY, "2026-11-13"),
    ("last month", date(2026, 3, 31), "2026-02-28"),
    ("last year", LEAP_DAY, "2027-02-28"),
    ("end of last week", FRIDAY, "2026-11-15"),
    ("start of last week", FRIDAY, "2026-11-09"),
    ("start of this week", FRIDAY, "2026-11-16"),
    ("start of the month", FRIDAY, "2026-11-01"),
    ("start of last month", FRIDAY, "2026-10-01"),
    ("start of last month", date(2026, 3, 31), "2026-02-01"),
    ("start of this year", FRIDAY, "2026-01-01"),
    ("start of last year", FRIDAY, "2025-01-01"),
    ("end of last month", FRIDAY, "2026-10-31"),
    ("end of last month", date(2028, 3, 31), "2028-02-29"),
    ("end of last year", FRIDAY, "2025-12-31"),
    ("eow", SUNDAY, "2026-11-22"),
    ("eom", LEAP_DAY, "2028-02-29"),
    ("eoy", NEW_YEARS_EVE, "2026-12-31"),
    ("eoy", LAST_DAY, "9999-12-31"),
    ("25/10/2026", FRIDAY, "2026-10-25"),
    ("10/25/2026", FRIDAY, "2026-10-25"),
    ("25.10.2026", FRIDAY, "2026-10-25"),
    ("25-10-2026", FRIDAY, "2026-10-25"),
    ("4/4/2026", FRIDAY, "2026-04-04"),
]

PAST = [
    ("the 21st", FRIDAY, "2026-10-21"),
    ("31st", FRIDAY, "2026-10-31"),
    ("the 1st", FRIDAY, "2026-11-01"),
    ("19 nov", FRIDAY, "2026-11-19"),
    ("nov 21st 2025", FRIDAY, "2025-11-21"),
    ("20 dec", date(2026, 1, 5), "2025-12-20"),
    ("1 mar", date(2026, 11, 20), "2026-03-01"),
    ("21 feb", date(2026, 11, 20), "2026-02-21"),
    ("31 dec", NEW_YEAR, "2026-12-31"),
    ("1 jan", NEW_YEARS_EVE, "2026-01-01"),
    ("25.10.", FRIDAY, "2026-10-25"),
    ("25/10", FRIDAY, "2026-10-25"),
    ("10-25", FRIDAY, "2026-10-25"),
    ("11.11.", FRIDAY, "2026-11-11"),
    ("29 feb", FRIDAY, "2024-02-29"),
    ("29 feb", date(2103, 11, 1), "2096-02-29"),
    ("thu", FRIDAY, "2026-11-19"),
    ("sat", FRIDAY, "2026-11-14"),
    ("Tues", FRIDAY, "2026-11-17"),
    ("thur", FRIDAY, "2026-11-19"),
    ("thurs", FRIDAY, "2026-11-19"),
    ("saturday", FRIDAY, "2026-11-14"),
    ("2w", FRIDAY, "2026-11-06"),
    ("10d", FRIDAY, "2026-11-10"),
    ("3m", FRIDAY, "2026-08-20"),
    ("1m", date(2026, 3, 31), "2026-02-28"),
    ("1y", LEAP_DAY, "2027-02-28"),
    ("2 weeks", FRIDAY, "2026-11-06"),
]

COMING = [
    ("21 nov", FRIDAY, "2026-11-21"),
    ("13.12.", FRIDAY, "2026-12-13"),
    ("12.12.", FRIDAY, "2026-12-12"),
    ("19 aug", FRIDAY, "2027-08-19"),
    ("1 jan", NEW_YEARS_EVE, "2027-01-01"),
    ("31 dec", NEW_YEAR, "2027-12-31"),
    ("29 feb", FRIDAY, "2028-02-29"),
    ("29 feb", date(2096, 6, 1), "2104-02-29"),
    ("tomorrow", FRIDAY, "2026-11-21"),
    ("tomorrow", NEW_YEARS_EVE, "2027-01-01"),
    ("fri", date(2026, 11, 18), "2026-11-20"),
    ("sat", FRIDAY, "2026-11-21"),
    ("wednesday", FRIDAY, "2026-11-25"),
    ("next fri", FRIDAY, "2026-11-27"),
    ("next thurs", FRIDAY, "2026-11-26"),
    ("in 3 days", FRIDAY, "2026-11-23"),
    ("in three days", FRIDAY, "2026-11-23"),
    ("in 3d", FRIDAY, "2026-11-23"),
    ("in a week", FRIDAY, "2026-11-27"),
    ("in an day", FRIDAY, "2026-11-21"),
    ("in one year", LEAP_DAY, "2029-02-28"),
    ("in 1 month", JAN_31, "2027-02-28"),
    ("2w", FRIDAY, "2026-12-04"),
    ("3m", FRIDAY, "2027-02-20"),
    ("1m", JAN_31, "2027-02-28"),
    ("this sun", FRIDAY, "2026-11-22"),
    ("7th", FRIDAY, "2026-12-07"),
    ("31st", FRIDAY, "2026-12-31"),
    ("day after tomorrow", FRIDAY, "2026-11-22"),
    ("4y", LEAP_DAY, "2032-02-29"),
    ("10d", FRIDAY, "2026-11-30"),
    ("2 weeks", FRIDAY, "2026-12-04"),
    ("next week", FRIDAY, "2026-11-27"),
    ("next month", JAN_31, "2027-02-28"),
    ("next year", LEAP_DAY, "2029-02-28"),
    ("eow", FRIDAY, "2026-11-22"),
    ("eom", FRIDAY, "2026-11-30"),
    ("eom", date(2028, 2, 1), "2028-02-29"),
    ("eoy", FRIDAY, "2026-12-31"),
    ("end of week", FRIDAY, "2026-11-22"),
    ("end of the month", FRIDAY, "2026-11-30"),
    ("end of this year", FRIDAY, "2026-12-31"),
    ("end of next week", FRIDAY, "2026-11-29"),
    ("end of next month", FRIDAY, "2026-12-31"),
    ("end of next month", JAN_31, "2027-02-28"),
    ("end of next year", FRIDAY, "2027-12-31"),
    ("eom", LAST_DAY, "9999-12-31"),
]

ORDERED: list[tuple[str, DateOrder, str]] = [
    ("3/4", "dmy", "2026-04-03"),
    ("3/4", "mdy", "2026-03-04"),
    ("3/4", "ymd", "2026-03-04"),
    ("3.4", "dmy", "2026-04-03"),
    ("3.4.2026", "dmy", "2026-04-03"),
    ("3.4.", "dmy", "2026-04-03"),
    ("3.4. 2026", "dmy", "2026-04-03"),
    ("3/4/2026", "mdy", "2026-03-04"),
    ("25/10/2026", "ymd", "2026-10-25"),
    ("2026/3/4", "dmy", "2026-03-04"),
    ("2026-03-04", "mdy", "2026-03-04"),
    ("29/2", "dmy", "2024-02-29"),
]

UNREADABLE = [
    *("", " ", "1", "21", "may", "next may", "fri 13", "soon", "nov", "may 2026", "now", "next"),
    *("31 nov", "30 feb", "0 nov", "29 feb 2026", "2026-13-01", "2026-00-10", "2026-11-31"),
    *("2026-02-29", "20261119", "2026-11", "2026-11/19", "2026-11-19T10:00", "12026-11-19"),
    *("1899-12-31", "0000-01-01", "31 dec 1899", "19 nov 26", "nov 19, 26", "1/13/26", "25/12/26"),
    *("3/4", "3.4", "3/4/2026", "13/13/2026", "31/31", "30/2/2026"),
    *("3/4.2026", "11/2026", "1.5", "10:30"),
    *("٢١ nov", "2026-11-١٩", "in ٣ days", "２０２６-11-19", "x" * 10_000, "9" * 10_000),
    *("in 99999999 years", "in 999999999 months", "999999999 days ago", "999999999w ago"),
    *("2000 years ago", "127 years ago", "in 8000 years", "in 99999999999999999999 days"),
    *("-3d", "+3d", "1.5w", "3 hours", "in eleven days", "aweek", "week", "in week", "eod", "eo"),
    *("in 3 days ago", "last", "ago", "this week", "end of may", "end of day", "next next fri"),
    *("today today", "21", "32nd", "0th", "the 21", "2026-11-19\x00", "19 nov 2026\ud800"),
]


@pytest.mark.parametrize(("text", "today", "expected"), FIXED + PAST)
def test_past_day(text: str, today: date, expected: str) -> None:
    assert past_day(text, today).isoformat() == expected


@pytest.mark.parametrize(("text", "today", "expected"), FIXED + COMING)
def test_coming_day(text: str, today: date, expected: str) -> None:
    assert coming_day(text, today).isoformat() == expected


@pytest.mark.parametrize(("text", "order", "expected"), ORDERED)
def test_numbers_are_read_in_the_order_that_is_set(
    text: str, order: DateOrder, expected: str
) -> None:
    assert past_day(text, FRIDAY, order).isoformat() == expected


def test_numbers_without_a_year_are_read_forward_where_a_day_is_to_come() -> None:
    assert coming_day("3/4", FRIDAY, "dmy").isoformat() == "2027-04-03"
    assert coming_day("3/4", FRIDAY, "mdy").isoformat() == "2027-03-04"


def test_numbers_are_read_in_no_other_order_than_the_one_that_is_set() -> None:
    with pytest.raises(Unreadable, match="there is no month 25"):
        past_day("25/10/2026", FRIDAY, "mdy")
    with pytest.raises(Unreadable, match="could be"):
        past_day("3/4/2026", FRIDAY, "ymd")


@pytest.mark.parametrize("read", [past_day, coming_day])
@pytest.mark.parametrize("text", UNREADABLE, ids=lambda text: ascii(text)[:30])
def test_anything_else_is_unreadable(read: ReadDay, text: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(text, FRIDAY)
    assert caught.value.hint


@pytest.mark.parametrize(
    "text",
    [
        *("tomorrow", "2026-11-21", "21 nov 2026", "9999-12-31", "next fri", "next mon"),
        *("in 1 day", "in 3 months", "next week", "next month", "next year"),
        *("eow", "eom", "eoy", "end of next month", "25/12/2026"),
    ],
)
def test_what_is_yet_to_come_is_no_fact(text: str) -> None:
    with pytest.raises(Refused, match="yet to come") as caught:
        past_day(text, FRIDAY)
    assert "facts" in caught.value.hint


@pytest.mark.parametrize(
    "text",
    [
        *("tomorrow", "fri", "next fri", "1d", "in 1 week", "1m", "1y", "1 jan", "29 feb", "eow"),
        *("next week", "next month", "next year", "end of next week", "end of next year"),
    ],
)
def test_the_calendar_ends_with_the_year_9999(text: str) -> None:
    with pytest.raises(Unreadable, match="outside the years 1900 to 9999"):
        coming_day(text, LAST_DAY)


@pytest.mark.parametrize("text", ["yesterday", "tue", "last mon", "1d", "a month ago", "29 feb"])
def test_the_calendar_begins_with_the_year_1900(text: str) -> None:
    with pytest.raises(Unreadable, match="outside the years 1900 to 9999"):
        past_day(text, FIRST_DAY)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("3/4", "'3/4' could be 3 April or 4 March.", '"3 April"'),
        ("3/4/2026", "'3/4/2026' could be 3 April 2026 or 4 March 2026.", '"3 April 2026"'),
        ("fri", "'fri' could be Fri 20 Nov or Fri 13 Nov.", 'today or "last fri"'),
        ("last tue", "'last tue' could be Tue 17 Nov or Tue 10 Nov.", "tue or 2026-11-10"),
        ("21 nov", "'21 nov' is still to come, on 2026-11-21.", "2025-11-21"),
        ("2nd december", "'2nd december' is still to come, on 2026-12-02.", "2025-12-02"),
        ("31 nov", "'31 nov' is not a day: November has 30 days.", "21 nov"),
        ("30 feb", "'30 feb' is not a day: February has at most 29 days.", "21 nov"),
        ("29 feb 2026", "'29 feb 2026' is not a day: February has 28 days.", "21 nov"),
        ("2026-13-01", "'2026-13-01' is not a day: there is no month 13.", "2026-11-21"),
        ("32 dec", "'32 dec' is not a day: December has 31 days.", "21 nov"),
        ("0 jan", "'0 jan' is not a day: January has 31 days.", "21 nov"),
        ("25/12/26", "'25/12/26' needs a year in four digits, 1900 to 9999.", "2026-11-21"),
        ("19 nov 26", "'19 nov 26' needs a year in four digits, 1900 to 9999.", "2026-11-21"),
        ("Soon", "'soon' is not a date.", "yesterday"),
        ("this month", "'this month' is not a date.", '"start of this month"'),
    ],
)
def test_a_refusal_says_why_and_what_to_type(text: str, message: str, hint: str) -> None:
    with pytest.raises(Unreadable) as caught:
        past_day(text, FRIDAY)
    assert caught.value.message == message
    assert hint in caught.value.hint


@pytest.mark.parametrize("today", ["2028-02-20", "2027-12-31"])
def test_a_leap_day_that_is_near_is_not_that_of_years_ago(today: str) -> None:
    with pytest.raises(Unreadable, match="'29 feb' is still to come, on 2028-02-29") as caught:
        past_day("29 feb", date.fromisoformat(today))
    assert "2024-02-29" in caught.value.hint


@pytest.mark.parametrize(
    ("text", "today", "since", "message", "hint"),
    [
        ("25 nov", "2026-11-26", None, "'25 nov' was on 2026-11-25.", "2027-11-25"),
        ("29 feb", "2028-03-05", None, "'29 feb' was on 2028-02-29.", "2032-02-29"),
        ("25.11.", "2026-11-26", None, "'25.11.' was on 2026-11-25.", "2027-11-25"),
        ("fri", "2026-11-27", None, "'fri' could be Fri 27 Nov or Fri 4 Dec.", '"next fri"'),
        ("fri", "2026-11-28", "2026-11-20", "'fri' could be Fri 20 Nov or Fri 27 Nov.",
         'Write 2026-11-20 or "next fri".'),
        ("next friday", "2026-11-25", None, "'next friday' could be Fri 27 Nov or Fri 4 Dec.",
         "Write friday or 2026-12-04."),
    ],
)  # fmt: skip
def test_a_due_day_that_could_be_two_is_refused(
    text: str, today: str, since: str | None, message: str, hint: str
) -> None:
    begin = None if since is None else date.fromisoformat(since)
    with pytest.raises(Unreadable) as caught:
        coming_day(text, date.fromisoformat(today), since=begin)
    assert caught.value.message == message
    assert hint in caught.value.hint


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_every_weekday_can_be_said_in_words(today: date) -> None:
    for weekday in ("mon", "tue", "wed", "thu", "fri", "sat", "sun"):
        for read, which in ((coming_day, "next"), (past_day, "last")):
            near = far = None
            with suppress(Unreadable):
                near = read(weekday, today)
            with suppress(Unreadable):
                far = read(f"{which} {weekday}", today)
            assert near or far
            if near and far:
                assert near == far


def test_a_future_day_is_named_in_full() -> None:
    with pytest.raises(Refused) as caught:
        past_day("end of next year", FRIDAY)
    assert caught.value.message == "'end of next year' is Fri 31 Dec 2027, which is yet to come."


@pytest.mark.parametrize("read", [past_day, coming_day])
def test_a_message_repeats_no_more_than_an_excerpt(read: ReadDay) -> None:
    with pytest.raises(Unreadable) as caught:
        read("x" * 10_000, FRIDAY)
    assert 20 < caught.value.message.count("x") <= 40


@pytest.mark.parametrize(
    ("text", "days"),
    [
        *(("7d", 7), ("7 d", 7), ("2w", 14), ("10 days", 10), ("1 day", 1), ("0d", 0)),
        *(("1m", 30), ("2 months", 60), ("1y", 365), ("a year", 365)),
        *(("a week", 7), (" Two  WEEKS ", 14), ("36500d", 36_500)),
    ],
)
def test_span(text: str, days: int) -> None:
    assert span(text) == days


@pytest.mark.parametrize(
    "text",
    [
        *("", "7", "d", "3.4.", "-1d", "+1d", "1.5w", "7 fortnights"),
        *("in 7 days", "7 days ago", "٧d", "7d 2w", "x" * 10_000),
    ],
    ids=lambda text: ascii(text)[:30],
)
def test_a_span_is_a_number_of_days_or_weeks(text: str) -> None:
    with pytest.raises(Unreadable, match="days, weeks or months") as caught:
        span(text)
    assert len(caught.value.message) < 100


def test_what_is_no_span_is_refused_with_examples() -> None:
    with pytest.raises(Unreadable) as caught:
        span("7 fortnights")
    assert caught.value.message == "'7 fortnights' is not a number of days, weeks or months."
    assert caught.value.hint == 'Write 7d, 2w, 1m (30 days) or "10 days".'


@pytest.mark.parametrize("text", ["36501d", "5215w", "999999999w"])
def test_a_span_has_an_end(text: str) -> None:
    with pytest.raises(Unreadable, match="more than 100 years"):
        span(text)


def test_day_text() -> None:
    assert day_text(date(2026, 9, 24), FRIDAY) == "24 Sep"
    assert day_text(date(2025, 9, 4), FRIDAY) == "4 Sep 2025"


def test_weekday_text() -> None:
    assert weekday_text(date(2026, 11, 21), FRIDAY) == "Sat 21 Nov"
    assert weekday_text(date(2027, 11, 21), FRIDAY) == "Sun 21 Nov 2027"


def test_only_months_pay_for_dateutil() -> None:
    code = """
import sys
from datetime import date
from netlog.domain.dates.days import coming_day, past_day, span
for text in ("2026-11-21", "21 nov", "next fri", "2w", "eom", "eoy", "end of next week"):
    coming_day(text, date(2026, 11, 20))
assert not [name for name in sys.modules if name.startswith("dateutil")]
coming_day("3m", date(2026, 11, 20))
assert "dateutil.relativedelta" in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], check=True)


days = st.dates(FIRST_DAY, LAST_DAY)
orders: st.SearchStrategy[DateOrder] = st.sampled_from(["dmy", "mdy", "ymd", None])
WORDS = [
    *("0", "1", "9", "29", "30", "31", "99", "2026", "999999999", "1st", "3d", "2w", "5m", "9y"),
    *("a", "an", "one", "ten", "d", "days", "week", "month", "years", "in", "ago", "of", "next"),
    *("last", "the", "this", "end", "eow", "eom", "eoy", "today", "yesterday", "tomorrow", "jan"),
    *("feb", "february", "sept", "may", "fri", "tues", ",", "3/4", "31/12/2026", "1.2.2026"),
    *("29-2", "2024-02-29", "2026-13-01"),
]
nearly_dates = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)
texts = st.text() | nearly_dates | st.from_regex(r"[0-9]{1,5}[-/. ][0-9a-z]{1,9}[-/., ][0-9]{1,5}")


@given(texts, days, orders)
@example("eow", LAST_DAY, None)
@example("last week", FIRST_DAY, None)
def test_any_text_is_a_date_or_refused_in_words(text: str, today: date, order: DateOrder) -> None:
    for read in (past_day, coming_day):
        try:
            day = read(text, today, order)
        except NetlogError:
            continue
        assert FIRST_DAY <= day <= LAST_DAY


@given(texts)
def test_any_text_is_a_span_or_refused_in_words(text: str) -> None:
    try:
        length = span(text)
    except NetlogError:
        return
    assert 0 <= length <= 36_500


@given(texts, days, orders)
@example("21 nov", FRIDAY, None)
@example("fri", FRIDAY, None)
def test_a_past_day_is_never_after_today(text: str, today: date, order: DateOrder) -> None:
    try:
        day = past_day(text, today, order)
    except NetlogError:
        return
    assert day <= today


@given(days, days, orders)
def test_an_iso_date_reads_back(day: date, today: date, order: DateOrder) -> None:
    assert coming_day(day.isoformat(), today, order) == day
    if day <= today:
        assert past_day(day.isoformat(), today, order) == day


@given(days, days)
def test_day_text_reads_back(one: date, other: date) -> None:
    earlier, later = sorted((one, other))
    assert past_day(day_text(earlier, later), later) == earlier
    assert coming_day(day_text(later, earlier), earlier) == later


@given(days, st.integers(0, 400))
def test_day_text_reads_back_near_today(today: date, distance: int) -> None:
    near = today - timedelta(days=min(distance, (today - FIRST_DAY).days))
    assert past_day(day_text(near, today), today) == near


def test_a_day_that_nobody_knows_is_said_to_be_unknown() -> None:
    assert day_text(None, date(2026, 11, 21)) == "day unknown"

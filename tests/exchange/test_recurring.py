"""The days of a rule, as dateutil has them, and within bounds where it has none."""

from datetime import date, datetime, time
from itertools import takewhile

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from netlog.exchange.days import Unclear
from netlog.exchange.recurring import Rule, Work, occurrences

TODAY = date(2026, 10, 5)
WEEKDAYS = st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"])


def listed(values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(values, min_size=1, max_size=3, unique=True).map(",".join)


def numbers(*ranges: tuple[int, int]) -> st.SearchStrategy[str]:
    return listed(st.one_of(*(st.integers(*each) for each in ranges)).map(str))


MONTHS = numbers((1, 12))
MONTH_DAYS = numbers((1, 31), (-31, -1))
PLACES = st.sampled_from([1, 2, 4, -1, -2]).map(str)
PLACED = st.tuples(PLACES, WEEKDAYS).map("".join)
BY_PART = {
    "DAILY": {"BYMONTH": MONTHS, "BYMONTHDAY": MONTH_DAYS, "BYDAY": listed(WEEKDAYS)},
    "WEEKLY": {"BYMONTH": MONTHS, "BYDAY": listed(WEEKDAYS), "WKST": WEEKDAYS},
    "MONTHLY": {
        "BYMONTH": MONTHS,
        "BYMONTHDAY": MONTH_DAYS,
        "BYDAY": listed(WEEKDAYS) | listed(PLACED),
        "BYSETPOS": PLACES,
    },
    "YEARLY": {
        "BYMONTH": MONTHS,
        "BYMONTHDAY": MONTH_DAYS,
        "BYDAY": listed(WEEKDAYS) | listed(PLACED),
        "BYYEARDAY": numbers((1, 366), (-366, -1)),
        "BYWEEKNO": numbers((1, 53)),
    },
}
RULES = st.sampled_from(sorted(BY_PART)).flatmap(
    lambda frequency: st.fixed_dictionaries(
        {"FREQ": st.just(frequency), "INTERVAL": st.integers(1, 5).map(str)},
        optional=BY_PART[frequency],
    )
)


def by_dateutil(text: str, first: date) -> list[date]:
    rule = rrulestr(text, dtstart=datetime.combine(first, time()))
    end = datetime.combine(TODAY, time.max)
    return [moment.date() for moment in takewhile(lambda moment: moment <= end, rule)]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY",
        "FREQ=DAILY;INTERVAL=3;BYMONTH=2,3",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU",
        "FREQ=MONTHLY",
        "FREQ=MONTHLY;BYDAY=-1FR,2TU",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=MONTHLY;BYMONTHDAY=-1,31",
        "FREQ=YEARLY",
        "FREQ=YEARLY;BYDAY=20MO,-1FR",
        "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "FREQ=YEARLY;BYWEEKNO=1,53;BYDAY=MO",
        "FREQ=YEARLY;BYYEARDAY=-1,60;INTERVAL=2",
    ],
)
def test_days_are_those_of_dateutil(rule: str) -> None:
    first = date(2016, 2, 29)
    ours = occurrences(Rule(first, rule), TODAY, (), Work())
    assert ours == sorted({first, *by_dateutil(rule, first)})


@pytest.mark.sweep
@given(parts=RULES, first=st.dates(date(2015, 1, 1), TODAY), times=st.none() | st.integers(1, 20))
def test_days_of_any_rule(parts: dict[str, str], first: date, times: int | None) -> None:
    if set(parts) <= {"FREQ", "INTERVAL", "BYSETPOS", "WKST"}:
        parts.pop("BYSETPOS", None)
    text = ";".join(f"{name}={value}" for name, value in parts.items())
    ours = occurrences(Rule(first, text, times=times), TODAY, (), Work())
    assert ours == sorted({first, *by_dateutil(text, first)[:times]})


@pytest.mark.parametrize(
    "rule", ["FREQ=DAILY;INTERVAL=0", "FREQ=HOURLY", "FREQ=DAILY;BYDAY=XX", "X", "BYDAY=MO"]
)
def test_rules_that_are_not_followed(rule: str) -> None:
    with pytest.raises(Unclear):
        occurrences(Rule(date(2026, 1, 1), rule), TODAY, (), Work())

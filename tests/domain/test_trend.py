"""The record month by month."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from netlog.domain.report.trend import by_month
from netlog.domain.score.credit import Evidence, EvidenceStanding

TODAY = date(2026, 3, 31)


def piece(due: date, standing: EvidenceStanding = "kept") -> Evidence:
    return Evidence(1, 1, "thanks", due, due, standing, 1.0, 0.0)


def test_months_end_with_that_of_today() -> None:
    months = by_month([], TODAY)
    assert len(months) == 24
    assert months[0].first == date(2024, 4, 1)
    assert months[-1].first == date(2026, 3, 1)


def test_each_counts_in_the_month_in_which_it_fell_due() -> None:
    found = by_month(
        [
            piece(date(2026, 3, 1)),
            piece(date(2026, 2, 28), "late"),
            piece(date(2026, 2, 1), "overdue"),
            piece(date(2026, 2, 3)),
            piece(date(2025, 12, 31), "broken"),
            piece(date(2025, 12, 1), "problem"),
        ],
        TODAY,
        months=4,
    )
    assert [(one.in_time, one.not_in_time) for one in found] == [(0, 2), (0, 0), (1, 2), (1, 0)]


def test_what_was_settled_early_counts_now_and_what_is_old_not_at_all() -> None:
    found = by_month([piece(date(2027, 1, 1)), piece(date(2024, 3, 31))], TODAY)
    assert [one.in_time for one in found] == [0] * 23 + [1]


@given(
    st.lists(st.tuples(st.integers(-900, 900), st.sampled_from(["kept", "late", "problem"]))),
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
)
def test_nothing_of_two_years_is_lost_or_counted_twice(
    pieces: list[tuple[int, EvidenceStanding]], today: date
) -> None:
    evidence = [piece(today + timedelta(days), standing) for days, standing in pieces]
    found = by_month(evidence, today)
    recent = [one for one in evidence if one.due_on >= found[0].first]
    assert sum(one.in_time for one in found) == sum(one.standing == "kept" for one in recent)
    assert sum(one.in_time + one.not_in_time for one in found) == len(recent)


def test_the_first_days_of_all() -> None:
    assert len(by_month([], date(1, 2, 3))) == 2

"""Which backups stay, and which are worn out."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from netlog.domain.rotation import DAYS, MONTHS, NEWEST, WEEKS, worn_out

NOW = datetime(2026, 11, 28, 9, 30, tzinfo=UTC)
MOMENTS = st.lists(
    st.integers(0, 1_000_000).map(lambda minutes: NOW - timedelta(minutes=minutes)), max_size=60
)


def daily(days: int) -> list[datetime]:
    """One backup a day, up to now."""
    return [NOW - timedelta(days=day) for day in range(days)]


def test_a_backup_a_day_leaves_days_weeks_and_months() -> None:
    made = daily(500)
    stay = sorted(set(made) - worn_out(made), reverse=True)
    assert stay[:DAYS] == made[:DAYS]
    assert {(moment.year, moment.month) for moment in stay} == {
        *((2026, month) for month in range(1, 12)),
        (2025, 12),
    }
    assert stay[DAYS : DAYS + 2] == [made[13], made[20]]  # Sundays; two more are of those days
    assert len(stay) == DAYS + 2 + 11


def test_of_one_day_the_newest_three_stay() -> None:
    made = [NOW - timedelta(minutes=minute) for minute in range(10)]
    assert set(made) - worn_out(made) == set(made[:NEWEST])


def test_who_stays_away_loses_nothing() -> None:
    made = [NOW.replace(year=year) for year in range(2000, 2012)]
    assert worn_out(made) == set()
    assert worn_out([*made, NOW]) == {made[0]}


@given(made=MOMENTS)
def test_no_more_than_it_says_stay_and_the_newest_always(made: list[datetime]) -> None:
    gone = worn_out(made)
    stay = set(made) - gone
    assert gone <= set(made)
    assert len(stay) <= NEWEST + DAYS + WEEKS + MONTHS
    assert set(sorted(set(made), reverse=True)[:NEWEST]) <= stay


@given(made=MOMENTS, later=st.integers(1, 500_000))
def test_what_is_worn_out_stays_so_whatever_comes(made: list[datetime], later: int) -> None:
    assert worn_out(made) <= worn_out([*made, NOW + timedelta(minutes=later)])

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from netlog.domain.records import Ending, Obligation, Settlement
from netlog.domain.standing import (
    Standing,
    counted_up,
    days_overdue,
    parts_done,
    parts_in_time,
    standing,
)

DUE = date(2026, 6, 12)
DAY = timedelta(days=1)


def owed(*, times: int = 1, closed_on: date | None = None) -> Obligation:
    return Obligation(
        id=4,
        event_id=2,
        kind="promise",
        debtor_id=2,
        creditor_id=1,
        times=times,
        opened_on=DUE - 7 * DAY,
        due_on=DUE,
        hidden_until=None,
        closed_on=closed_on,
    )


def settled(on: date, ending: Ending = "kept", *, times: int = 1, ordinal: int = 1) -> Settlement:
    return Settlement(
        obligation_id=4,
        ordinal=ordinal,
        ending=ending,
        settled_on=on,
        times=times,
        via="",
        note="",
        event_id=None,
        acknowledgement_id=None,
        statement_id=1,
        moment=ordinal,
    )


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (DUE - 7 * DAY, "open"),
        (DUE - DAY, "open"),
        (DUE, "due"),
        (DUE + DAY, "overdue"),
        (DUE + 400 * DAY, "overdue"),
    ],
)
def test_open_obligation_stands_by_its_due_date(today: date, expected: Standing) -> None:
    assert standing(owed(), [], today) == expected


@pytest.mark.parametrize(
    ("settlement", "expected"),
    [
        (settled(DUE - DAY), "kept"),
        (settled(DUE), "kept"),
        (settled(DUE + DAY), "late"),
        (settled(DUE - DAY, "broken"), "broken"),
        (settled(DUE + DAY, "broken"), "broken"),
        (settled(DUE - DAY, "waived"), "waived"),
        (settled(DUE + DAY, "waived"), "waived"),
    ],
)
@pytest.mark.parametrize("today", [DUE - DAY, DUE, DUE + 400 * DAY])
def test_closed_obligation_stands_by_its_settlement_whatever_the_day(
    settlement: Settlement, expected: Standing, today: date
) -> None:
    assert standing(owed(closed_on=settlement.settled_on), [settlement], today) == expected


def test_part_that_came_leaves_the_rest_overdue() -> None:
    assert standing(owed(times=2), [settled(DUE)], DUE + DAY) == "overdue"


@pytest.mark.parametrize(
    ("settlements", "expected"),
    [
        ([settled(DUE, ordinal=1), settled(DUE + DAY, ordinal=2)], "late"),
        ([settled(DUE + DAY, ordinal=1), settled(DUE - DAY, ordinal=2)], "late"),
        ([settled(DUE - DAY, ordinal=2), settled(DUE, ordinal=1)], "kept"),
        ([settled(DUE, ordinal=1), settled(DUE, "broken", ordinal=2)], "broken"),
        ([settled(DUE, ordinal=1), settled(DUE + DAY, "waived", ordinal=2)], "waived"),
        ([settled(DUE + 2 * DAY, ordinal=1), settled(DUE + DAY, "broken", ordinal=2)], "broken"),
    ],
    ids=[
        "last part late",
        "last by date and not by entry",
        "in any order",
        "rest broken on the same day",
        "rest waived",
        "rest broken before the day of a part",
    ],
)
def test_last_settlement_decides(settlements: Sequence[Settlement], expected: Standing) -> None:
    closed = owed(times=2, closed_on=settlements[-1].settled_on)

    assert standing(closed, settlements, DUE + 9 * DAY) == expected
    assert standing(closed, settlements[::-1], DUE + 9 * DAY) == expected


def test_closed_obligation_without_settlements_is_refused() -> None:
    with pytest.raises(ValueError, match="empty"):
        standing(owed(closed_on=DUE), [], DUE)


@pytest.mark.parametrize(
    ("settlements", "expected"),
    [
        ([], 0),
        ([settled(DUE)], 1),
        ([settled(DUE, times=2), settled(DUE + DAY, times=3)], 5),
        ([settled(DUE, times=2), settled(DUE + DAY, "broken", times=3)], 2),
        ([settled(DUE, "waived")], 0),
    ],
)
def test_parts_done_counts_what_was_kept(settlements: Sequence[Settlement], expected: int) -> None:
    assert parts_done(settlements) == expected


def test_parts_are_counted_up_by_their_days() -> None:
    first, second, rest = (
        settled(DUE, ordinal=2),
        settled(DUE + DAY, times=2, ordinal=1),
        settled(DUE + 2 * DAY, "broken", times=4, ordinal=3),
    )
    assert list(counted_up([rest, second, first])) == [(first, 1), (second, 3), (rest, 3)]


@pytest.mark.parametrize("days", [-7, -1, 0, 1, 365])
def test_days_overdue_count_from_the_due_date(days: int) -> None:
    assert days_overdue(owed(), DUE + days * DAY) == days


def test_the_parts_that_came_on_the_due_date_or_before_came_in_time() -> None:
    parts = [
        settled(DUE - DAY, times=2),
        settled(DUE, ordinal=2),
        settled(DUE + DAY, ordinal=3),
        settled(DUE, "waived", ordinal=4),
    ]
    assert parts_in_time(owed(times=5), parts) == 3

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from math import fsum, log
from typing import get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netlog.domain.records import Ending, Obligation, ObligationKind, Settlement
from netlog.domain.score.credit import (
    FULL_DAYS,
    IMPORTANCE,
    MEETINGS_AT_MOST,
    Evidence,
    ProblemRole,
    Weighed,
    each_deed_once,
    meetings_at_most,
    weigh,
    weigh_problem,
)
from netlog.domain.score.estimate import (
    DECIMALS,
    Score,
    Verdict,
    printed,
    score,
    score_of,
    told_by,
    verdict,
)
from netlog.domain.score.population import HALF_LIFE_DAYS, Population
from tests.support.beta import quantile

TODAY = date(2026, 6, 12)
DAY = timedelta(days=1)
ROUNDING = 1e-9
KINDS: tuple[ObligationKind, ...] = get_args(ObligationKind)
WEIGHED: tuple[Weighed, ...] = (*KINDS, "thanks-meeting")
ROLES: tuple[ProblemRole, ...] = get_args(ProblemRole)
BEST_LAST: tuple[Verdict, ...] = ("hold off", "with care", "refer")


def owed(
    due_on: date, kind: ObligationKind = "promise", *, times: int = 1, closed_on: date | None = None
) -> Obligation:
    return Obligation(
        id=4,
        event_id=2,
        kind=kind,
        debtor_id=2,
        creditor_id=1,
        times=times,
        opened_on=due_on - 7 * DAY,
        due_on=due_on,
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


def kept_parts(days: Sequence[date]) -> list[Settlement]:
    return [settled(day, ordinal=number) for number, day in enumerate(days, start=1)]


def still_open(
    due_on: date,
    kind: ObligationKind = "promise",
    *,
    today: date = TODAY,
    times: int = 1,
    parts: Sequence[date] = (),
) -> list[Evidence]:
    return some(weigh(owed(due_on, kind, times=times), kept_parts(parts), today))


def kept(
    due_on: date, kind: ObligationKind = "promise", *parts: date, today: date = TODAY
) -> list[Evidence]:
    closed = owed(due_on, kind, times=len(parts), closed_on=max(parts))
    return some(weigh(closed, kept_parts(parts), today))


def ended(
    due_on: date,
    ending: Ending,
    on: date,
    kind: ObligationKind = "promise",
    *,
    today: date = TODAY,
    times: int = 1,
    parts: Sequence[date] = (),
) -> list[Evidence]:
    closed = owed(due_on, kind, times=times, closed_on=on)
    return some(weigh(closed, [*kept_parts(parts), settled(on, ending, ordinal=99)], today))


def problem(
    role: ProblemRole, on: date = TODAY, *, recovered: bool = False, today: date = TODAY
) -> list[Evidence]:
    return some(weigh_problem(7, on, role=role, recovered=recovered, today=today))


def some(evidence: Evidence | None) -> list[Evidence]:
    return [] if evidence is None else [evidence]


def assert_no_worse(better: Sequence[Evidence], worse: Sequence[Evidence]) -> None:
    """Hold mean and both ends of the interval against each other, and the words against them."""
    one, other = score(better), score(worse)
    assert one.mean >= other.mean - ROUNDING
    assert one.low >= other.low - ROUNDING
    assert one.high >= other.high - ROUNDING
    words = verdict(one), verdict(other)
    if "unknown" not in words and abs(one.low - other.low) > ROUNDING:
        assert BEST_LAST.index(words[0]) >= BEST_LAST.index(words[1])


kinds = st.sampled_from(KINDS)
roles = st.sampled_from(ROLES)
ages = st.integers(0, 2000)
delays = st.integers(0, 400)
weights = st.floats(0, 3)
sums = st.floats(0, 30)
populations = st.builds(Population, st.floats(0.3, 12), st.floats(0.3, 12))
records = st.lists(
    st.builds(
        Evidence,
        obligation_id=st.just(1),
        event_id=st.just(1),
        kind=kinds,
        due_on=st.just(TODAY),
        settled_on=st.just(TODAY),
        standing=st.just("late"),
        credit=weights,
        debit=weights,
    ),
    max_size=12,
)


@st.composite
def evidence_of_any_sort(draw: st.DrawFn) -> list[Evidence]:
    due_on = TODAY - draw(ages) * DAY
    kind = draw(kinds)
    end = min(due_on + draw(st.integers(-7, 400)) * DAY, TODAY)
    parts = draw(st.lists(st.integers(-7, 400), max_size=4))
    days = [min(due_on + late * DAY, end) for late in parts]
    return draw(
        st.sampled_from(
            [
                kept(due_on, kind, *days, end),
                still_open(due_on, kind, times=len(days) + 1, parts=days),
                ended(due_on, "broken", end, kind, times=len(days) + 1, parts=days),
                ended(due_on, "waived", end, kind, times=len(days) + 1, parts=days),
                problem(draw(roles), due_on, recovered=draw(st.booleans())),
            ]
        )
    )


mixed_records = st.lists(evidence_of_any_sort(), max_size=12).map(
    lambda found: [evidence for each in found for evidence in each]
)


# 1. In [0, 1]; no evidence gives the prior, `unknown`, and a wide interval.


@given(record=mixed_records)
def test_score_is_a_chance_within_its_interval(record: list[Evidence]) -> None:
    result = score(record)

    assert 0 <= result.low <= result.mean <= result.high <= 1
    assert result.weight >= 0
    assert verdict(result) in get_args(Verdict)


def test_nothing_known_gives_the_chance_of_a_stranger_and_no_verdict() -> None:
    nothing = score([])

    assert nothing.mean == pytest.approx(0.627, abs=5e-4)
    assert nothing.low == pytest.approx(0.352, abs=5e-4)
    assert nothing.high == pytest.approx(0.875, abs=5e-4)
    assert nothing.weight == 0
    assert verdict(nothing) == "unknown"


@given(record=mixed_records)
def test_evidence_only_ever_makes_one_surer_than_the_prior(record: list[Evidence]) -> None:
    result = score(record)

    assert result.high - result.low <= score([]).high - score([]).low + ROUNDING


# 2. Keeping on time never lowers; failure never raises; later is never better; the rest is silent.


@given(record=records, kind=kinds, age=ages, early=st.integers(0, 7), times=st.integers(1, 4))
def test_keeping_on_time_never_lowers_the_score(
    record: list[Evidence], kind: ObligationKind, age: int, early: int, times: int
) -> None:
    due_on = TODAY - age * DAY
    good = kept(due_on, kind, *[due_on - early * DAY] * times)

    assert [each.standing for each in good] == ["kept"]
    assert_no_worse([*record, *good], record)


@given(record=records, kind=kinds, age=ages, delay=st.integers(-7, 400))
def test_failure_never_raises_the_score(
    record: list[Evidence], kind: ObligationKind, age: int, delay: int
) -> None:
    due_on = TODAY - age * DAY
    broken_on = min(due_on + delay * DAY, TODAY)

    assert_no_worse(record, [*record, *ended(due_on, "broken", broken_on, kind)])
    assert_no_worse(record, [*record, *still_open(due_on, kind)])


@given(record=records, age=ages, days=st.lists(delays, min_size=1, max_size=4))
def test_overdue_rest_of_a_promise_never_raises_the_score(
    record: list[Evidence], age: int, days: list[int]
) -> None:
    due_on = TODAY - age * DAY
    parts = [min(due_on + late * DAY, TODAY) for late in days]

    rest = still_open(due_on, times=len(parts) + 1, parts=parts)

    assert_no_worse(record, [*record, *rest])


@given(record=records, role=roles, age=ages, recovered=st.booleans())
def test_problem_never_raises_the_score(
    record: list[Evidence], role: ProblemRole, age: int, recovered: bool
) -> None:
    trouble = problem(role, TODAY - age * DAY, recovered=recovered)

    assert_no_worse(record, [*record, *trouble])


@given(record=records, kind=kinds, delays=st.tuples(delays, delays), age=ages)
def test_later_is_never_better_than_earlier(
    record: list[Evidence], kind: ObligationKind, delays: tuple[int, int], age: int
) -> None:
    sooner, later = sorted(delays)
    due_on = TODAY - (later + age) * DAY

    early, late = (kept(due_on, kind, due_on + wait * DAY) for wait in (sooner, later))

    assert_no_worse([*record, *early], [*record, *late])


@given(
    record=records,
    days=st.lists(st.tuples(delays, st.integers(0, 30)), min_size=1, max_size=4),
    age=ages,
)
def test_later_parts_are_never_better_than_earlier_ones(
    record: list[Evidence], days: list[tuple[int, int]], age: int
) -> None:
    due_on = TODAY - (430 + age) * DAY
    sooner = [due_on + day * DAY for day, _ in days]
    later = [due_on + (day + wait) * DAY for day, wait in days]

    assert_no_worse(
        [*record, *kept(due_on, "promise", *sooner)], [*record, *kept(due_on, "promise", *later)]
    )


@given(record=records, kind=kinds, age=ages, delay=delays)
def test_late_is_never_worse_than_still_open(
    record: list[Evidence], kind: ObligationKind, age: int, delay: int
) -> None:
    due_on = TODAY - (delay + age) * DAY
    late = kept(due_on, kind, due_on + delay * DAY)

    assert_no_worse([*record, *late], [*record, *still_open(due_on, kind)])


@given(record=records, days=st.lists(delays, min_size=1, max_size=4), age=ages)
def test_each_part_that_comes_is_never_worse_than_still_open(
    record: list[Evidence], days: list[int], age: int
) -> None:
    due_on = TODAY - (400 + age) * DAY
    parts = sorted(due_on + late * DAY for late in days)
    stages = [
        still_open(due_on, times=len(parts), parts=parts[:done]) for done in range(len(parts))
    ]
    stages.append(kept(due_on, "promise", *parts))

    for worse, better in pairwise(stages):
        assert_no_worse([*record, *better], [*record, *worse])


@given(record=records, age=ages, days=st.lists(delays, max_size=3))
def test_giving_up_today_is_never_better_than_still_open(
    record: list[Evidence], age: int, days: list[int]
) -> None:
    due_on = TODAY - age * DAY
    parts = [min(due_on + late * DAY, TODAY) for late in days]
    times = len(parts) + 1

    given_up = ended(due_on, "broken", TODAY, times=times, parts=parts)

    assert_no_worse([*record, *still_open(due_on, times=times, parts=parts)], [*record, *given_up])


@given(kind=kinds, age=st.integers(-2000, 2000), parts=st.integers(0, 2))
def test_waived_items_say_nothing(kind: ObligationKind, age: int, parts: int) -> None:
    due_on = TODAY - age * DAY
    days = [min(due_on, TODAY)] * parts

    assert ended(due_on, "waived", min(due_on, TODAY), kind, times=3, parts=days) == []


@given(kind=kinds, ahead=ages, parts=st.integers(0, 2))
def test_items_not_yet_overdue_say_nothing(kind: ObligationKind, ahead: int, parts: int) -> None:
    assert still_open(TODAY + ahead * DAY, kind, times=3, parts=[TODAY] * parts) == []


# 3. An overdue item counts gradually, from nothing on its due date to a full failure.


@given(record=records, kind=kinds, days=st.integers(0, FULL_DAYS - 1), parts=st.integers(0, 2))
def test_overdue_item_counts_more_each_day_until_in_full(
    record: list[Evidence], kind: ObligationKind, days: int, parts: int
) -> None:
    due_on = TODAY - days * DAY
    today, tomorrow = (
        still_open(due_on, kind, today=day, times=3, parts=[due_on] * parts)
        for day in (TODAY, TODAY + DAY)
    )

    assert_no_worse([*record, *today], [*record, *tomorrow])


@pytest.mark.parametrize(("days", "failed"), [(1, 0.1428), (9, 0.75), (18, 0.9375), (60, 1)])
@pytest.mark.parametrize("kind", KINDS)
def test_patience_halves_every_four_and_a_half_days(
    kind: ObligationKind, days: int, failed: float
) -> None:
    (overdue,) = still_open(TODAY - days * DAY, kind)

    assert overdue.standing == "overdue"
    assert overdue.settled_on is None
    assert overdue.credit == 0
    assert overdue.debit == pytest.approx(IMPORTANCE[kind].failed * failed, abs=1e-3)


def test_overdue_promise_counts_by_what_is_missing() -> None:
    due_on = TODAY - 9 * DAY

    (nothing_came,) = still_open(due_on, times=4)
    (one_came,) = still_open(due_on, times=4, parts=[due_on])
    (one_came_late,) = still_open(due_on, times=4, parts=[due_on + 9 * DAY])

    assert nothing_came.debit == pytest.approx(2.7 * 3 / 4)
    assert one_came.debit == pytest.approx(2.7 * 3 / 4 * 3 / 4)
    assert one_came_late.debit == pytest.approx(2.7 * 3 / 4)
    assert one_came.credit == one_came_late.credit == 0


# 4. Old evidence fades, by a half-life that is a setting.


@given(record=mixed_records, role=roles, kind=kinds, age=ages, wait=st.integers(1, 1000))
def test_closed_evidence_fades_towards_nothing_known(
    record: list[Evidence], role: ProblemRole, kind: ObligationKind, age: int, wait: int
) -> None:
    day, later = TODAY - age * DAY, TODAY + wait * DAY
    now, then = (
        [
            kept(day, kind, day, today=today),
            kept(day - 7 * DAY, kind, day, today=today),
            ended(day, "broken", day, kind, today=today),
            problem(role, day, today=today),
        ]
        for today in (TODAY, later)
    )

    stranger = score([]).mean
    for (fresh,), (faded,) in zip(now, then, strict=True):
        assert 0 <= faded.credit <= fresh.credit
        assert 0 <= faded.debit <= fresh.debit
        assert faded.credit + faded.debit < fresh.credit + fresh.debit
        assert abs(score([faded]).mean - stranger) <= abs(score([fresh]).mean - stranger)
        assert score([faded]).weight < score([fresh]).weight


@pytest.mark.parametrize("half_life", [30, HALF_LIFE_DAYS])
def test_closed_evidence_halves_in_its_half_life(half_life: float) -> None:
    then = TODAY - timedelta(days=half_life)
    early = owed(then, closed_on=then - DAY)
    late = owed(then, closed_on=then + 9 * DAY)
    broken = owed(then - 9 * DAY, closed_on=then)

    assert [
        (each.credit, each.debit)
        for each in (
            weigh(early, [settled(then - DAY)], TODAY, half_life),
            weigh(late, [settled(then + 9 * DAY)], TODAY, half_life),
            weigh(broken, [settled(then, "broken")], TODAY, half_life),
            weigh_problem(
                7, then, role="culprit", recovered=False, today=TODAY, half_life_days=half_life
            ),
        )
        if each is not None
    ] == [
        (0.9, 0),
        (pytest.approx(0.9 * 2 ** (-9 / 25)), pytest.approx(1.35 * 0.75)),
        (0, 1.35),
        (0, 1.5),
    ]


@pytest.mark.parametrize("half_life", [30, HALF_LIFE_DAYS])
def test_overdue_item_fades_once_it_counts_in_full(half_life: float) -> None:
    full = TODAY - FULL_DAYS * DAY

    (fresh,) = some(weigh(owed(full), [], TODAY, half_life))
    (faded,) = some(weigh(owed(full - timedelta(days=half_life)), [], TODAY, half_life))

    assert fresh.debit == pytest.approx(2.7, rel=1e-3)
    assert faded.debit == pytest.approx(2.7 / 2, rel=1e-3)


@given(kind=kinds, age=st.integers(0, 5000))
def test_overdue_item_weighs_at_least_as_long_as_one_that_was_given_up_on_its_day(
    kind: ObligationKind, age: int
) -> None:
    due_on = TODAY - (FULL_DAYS + age) * DAY

    (overdue,) = still_open(due_on, kind)
    (given_up,) = ended(due_on, "broken", due_on, kind)

    assert overdue.debit >= given_up.debit


def test_evidence_kept_ahead_of_its_due_date_is_not_worth_more() -> None:
    (ahead,) = kept(TODAY + 300 * DAY, "promise", TODAY)

    assert (ahead.credit, ahead.debit) == (1.8, 0)


# 5. A problem weighs more than a missed thank-you; a promise more than a thanks.


@given(record=records, role=roles)
def test_problem_weighs_more_than_a_missed_thank_you(
    record: list[Evidence], role: ProblemRole
) -> None:
    missed = score([*record, *ended(TODAY, "broken", TODAY, "thanks")])
    trouble = score([*record, *problem(role)])

    assert trouble.mean < missed.mean
    assert trouble.low < missed.low
    assert trouble.high < missed.high


@given(record=records)
def test_promise_weighs_more_than_a_thanks_both_ways(record: list[Evidence]) -> None:
    assert (
        score([*record, *ended(TODAY, "broken", TODAY, "promise")]).mean
        < score([*record, *ended(TODAY, "broken", TODAY, "thanks")]).mean
        < score([*record, *kept(TODAY, "thanks", TODAY)]).mean
        < score([*record, *kept(TODAY, "promise", TODAY)]).mean
    )


def test_problem_weighs_more_for_its_culprit_than_for_the_introducer() -> None:
    assert (problem("culprit")[0].weight, problem("introducer")[0].weight) == (-3, -2.3)


def test_every_kind_has_an_importance() -> None:
    assert set(IMPORTANCE) == set(WEIGHED)


# 6. Ranked by the cautious end, one good deed does not beat a long record.


@given(deed=kinds, record=st.lists(st.tuples(kinds, st.integers(0, 365)), min_size=20, max_size=40))
def test_one_good_deed_does_not_outrank_a_long_record(
    deed: ObligationKind, record: list[tuple[ObligationKind, int]]
) -> None:
    long = [
        evidence
        for kind, age in record
        for evidence in kept(TODAY - age * DAY, kind, TODAY - age * DAY)
    ]
    slip = ended(TODAY, "broken", TODAY, "promise")

    assert score(kept(TODAY, deed, TODAY)).low < score([*long, *slip]).low < score(long).low


@pytest.mark.parametrize("kind", KINDS)
def test_one_good_deed_is_no_reason_to_refer(kind: ObligationKind) -> None:
    assert verdict(score(kept(TODAY, kind, TODAY))) == "with care"


# 7. A recovered problem no longer counts against the introducer.


@given(age=ages)
def test_recovered_problem_counts_only_against_its_culprit(age: int) -> None:
    day = TODAY - age * DAY

    assert problem("introducer", day, recovered=True) == []
    assert problem("introducer", day) != []
    assert problem("culprit", day, recovered=True) == problem("culprit", day) != []


# 8. Every figure is the sum of the weights in the evidence.


@given(record=mixed_records, data=st.data())
def test_every_figure_follows_from_the_sums_of_the_evidence(
    record: list[Evidence], data: st.DataObject
) -> None:
    in_favour = sum(each.credit for each in record)
    against = sum(each.debit for each in record)
    weight = in_favour + against
    told = 7 * log(1 + weight / 7) / weight if weight else 1
    a, b = 3.2 + told * in_favour, 1.9 + told * against
    result = score(record)

    assert result.weight == pytest.approx(weight)
    assert result.mean == pytest.approx(a / (a + b))
    assert result.low == pytest.approx(quantile(0.1, a, b))
    assert result.high == pytest.approx(quantile(0.9, a, b))
    assert sum(each.weight for each in record) == pytest.approx(in_favour - against)
    assert score(data.draw(st.permutations(record))) == result
    assert score_of(fsum(one.credit for one in record), fsum(one.debit for one in record)) == result


@given(record=mixed_records)
def test_evidence_is_never_empty_nor_negative(record: list[Evidence]) -> None:
    assert all(each.credit >= 0 and each.debit >= 0 for each in record)
    assert all(each.weight == each.credit - each.debit for each in record)


# One thank-you counts once.


def thanked(due_on: date, on: date, *, by: int = 2, kind: ObligationKind = "thanks") -> Evidence:
    item = owed(due_on, kind, closed_on=on)._replace(debtor_id=by)
    (line,) = some(weigh(item, [settled(on)], TODAY))
    return line


def test_one_thank_you_for_several_things_counts_once_for_the_last() -> None:
    on = TODAY - 3 * DAY
    old, new = thanked(on - 20 * DAY, on), thanked(on + DAY, on)

    for lines in ([old, new], [new, old]):
        counted = each_deed_once(lines)
        assert sum(one.credit for one in counted) == new.credit
        assert [one.debit for one in counted] == [one.debit for one in lines]
    assert old.debit > 0


def test_thanks_on_two_days_or_by_two_people_count_twice() -> None:
    on = TODAY - 3 * DAY
    first = thanked(on, on)

    for other in (thanked(on, on - DAY), thanked(on, on, by=3), thanked(on, on, kind="apology")):
        assert each_deed_once([first, other]) == [first, other]
    reply = thanked(on, on, kind="reply")
    assert each_deed_once([reply, reply]) == [reply, reply]


@given(
    days=st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=1, max_size=8),
    more=st.tuples(st.integers(0, 60), st.integers(0, 60)),
)
def test_one_more_thanks_that_was_kept_in_time_never_lowers_the_credit(
    days: list[tuple[int, int]], more: tuple[int, int]
) -> None:
    lines = [thanked(TODAY - due * DAY, TODAY - on * DAY) for due, on in days]
    due, before = more
    kept_in_time = thanked(TODAY - due * DAY, TODAY - (due + before) * DAY)

    without, added = each_deed_once(lines), each_deed_once([*lines, kept_in_time])
    assert fsum(one.credit for one in added) >= fsum(one.credit for one in without) - 1e-12
    assert fsum(one.debit for one in added) == pytest.approx(fsum(one.debit for one in without))


# What one line of evidence holds.


@pytest.mark.parametrize(
    ("evidence", "standing", "in_favour", "against"),
    [
        (kept(TODAY, "promise", TODAY), "kept", 1.8, 0),
        (kept(TODAY - 9 * DAY, "promise", TODAY), "late", 1.402, 2.025),
        (kept(TODAY - 9 * DAY, "promise", TODAY - 9 * DAY, TODAY), "late", 1.601, 1.0125),
        (kept(TODAY - 9 * DAY, "promise", TODAY, TODAY), "late", 1.402, 2.025),
        (ended(TODAY, "broken", TODAY), "broken", 0, 2.7),
        (ended(TODAY, "broken", TODAY, times=4, parts=[TODAY]), "broken", 0, 2.025),
    ],
    ids=["kept", "late", "last of two late", "both late", "broken", "three of four broken"],
)
def test_weights_of_closed_obligations(
    evidence: list[Evidence], standing: str, in_favour: float, against: float
) -> None:
    (line,) = evidence

    assert line.standing == standing
    assert line.credit == pytest.approx(in_favour, rel=0.02)
    assert line.debit == pytest.approx(against, rel=0.02)


@given(delay=delays, times=st.integers(1, 5))
def test_parts_that_came_together_count_like_parts_one_by_one(delay: int, times: int) -> None:
    due_on, on = TODAY - 400 * DAY, TODAY - (400 - delay) * DAY
    together = weigh(owed(due_on, times=times, closed_on=on), [settled(on, times=times)], TODAY)
    (one_by_one,) = kept(due_on, "promise", *[on] * times)

    assert together is not None
    assert together.credit == pytest.approx(one_by_one.credit)
    assert together.debit == pytest.approx(one_by_one.debit)


def test_evidence_names_what_it_comes_from() -> None:
    assert kept(TODAY, "reply", TODAY - DAY) == [
        Evidence(
            obligation_id=4,
            event_id=2,
            kind="reply",
            due_on=TODAY,
            settled_on=TODAY - DAY,
            standing="kept",
            credit=1.4,
            debit=0,
        )
    ]
    assert problem("culprit") == [
        Evidence(
            obligation_id=None,
            event_id=7,
            kind="problem",
            due_on=TODAY,
            settled_on=None,
            standing="problem",
            credit=0,
            debit=3,
        )
    ]


# Verdicts, by the ends of the interval.


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (Score(mean=0.62, low=0.36, high=0.87, weight=5), "unknown"),
        (Score(mean=0.61, low=0.36, high=0.87, weight=5), "with care"),
        (Score(mean=0.9, low=0.495, high=0.95, weight=5), "refer"),
        (Score(mean=0.7, low=0.494, high=0.9, weight=5), "with care"),
        (Score(mean=0.3, low=0.1, high=0.68, weight=5), "with care"),
        (Score(mean=0.3, low=0.1, high=0.67, weight=5), "hold off"),
        (Score(mean=0.65, low=0.49, high=0.67, weight=5), "with care"),
    ],
)
def test_verdict_is_cautious_both_ways(result: Score, expected: Verdict) -> None:
    assert verdict(result) == expected


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "promise"])
def test_one_forgotten_courtesy_condemns_nobody(kind: ObligationKind) -> None:
    assert verdict(score(still_open(TODAY - FULL_DAYS * DAY, kind))) == "with care"
    assert verdict(score(ended(TODAY, "broken", TODAY, kind))) == "with care"


def test_broken_promise_is_a_reason_to_hold_off() -> None:
    assert verdict(score(ended(TODAY, "broken", TODAY, "promise"))) == "hold off"


# Records as extreme as they come.


@pytest.mark.parametrize(
    ("record", "low", "high", "expected"),
    [
        (kept(TODAY, "promise", TODAY) * 500, 0.90, 0.99, "refer"),
        (ended(TODAY, "broken", TODAY) * 500, 0.02, 0.14, "hold off"),
        (still_open(TODAY - 90 * DAY, "thanks") * 500, 0.02, 0.15, "hold off"),
        ((kept(TODAY, "reply", TODAY) + still_open(TODAY - 9 * DAY)) * 250, 0.33, 0.56, "hold off"),
        (ended(TODAY, "waived", TODAY) * 500, 0.351, 0.876, "unknown"),
        (kept(TODAY - 20 * 365 * DAY, "promise", TODAY - 20 * 365 * DAY), 0.351, 0.876, "unknown"),
        (still_open(TODAY - 20 * 365 * DAY), 0.350, 0.876, "unknown"),
        (kept(TODAY, "promise", TODAY) * 1_000_000, 0.95, 1, "refer"),
    ],
    ids=[
        "500 kept",
        "500 broken",
        "500 overdue",
        "half and half",
        "all waived",
        "20 years of silence after a good deed",
        "20 years overdue",
        "a million kept",
    ],
)
def test_extreme_records_are_told_within_reason(
    record: list[Evidence], low: float, high: float, expected: Verdict
) -> None:
    result = score(record)

    assert low <= result.low <= result.mean <= result.high <= high
    assert verdict(result) == expected


# The verdicts of the five stories.


def rob_ellis(parts: Sequence[date] = ()) -> list[Evidence]:
    today = date(2026, 10, 5)
    return [
        *still_open(date(2026, 9, 24), "thanks", today=today),
        *still_open(date(2026, 9, 29), "thanks", today=today),
        *still_open(date(2026, 9, 24), "promise", today=today, times=2, parts=parts),
    ]


def test_hold_off_from_the_partner_who_never_came_back() -> None:
    assert verdict(score(rob_ellis())) == "hold off"


def test_one_of_two_late_referrals_does_not_mend_it() -> None:
    assert verdict(score(rob_ellis([date(2026, 10, 5)]))) == "hold off"


@pytest.mark.parametrize("today", [date(2026, 3, 4), date(2026, 3, 20)])
def test_hold_off_from_the_one_who_would_not_listen(today: date) -> None:
    jo_young = problem("culprit", date(2026, 3, 4), recovered=True, today=today)

    assert verdict(score(jo_young)) == "hold off"


def test_introducer_who_made_up_for_it_can_be_referred() -> None:
    today = date(2026, 3, 20)
    amy_ruiz = [
        *problem("introducer", date(2026, 3, 4), recovered=True, today=today),
        *kept(date(2026, 3, 5), "apology", date(2026, 3, 4), today=today),
        *kept(date(2026, 3, 11), "replacement", date(2026, 3, 9), today=today),
    ]

    assert verdict(score(amy_ruiz)) == "refer"


def test_care_with_the_provider_who_answers_but_never_thanks() -> None:
    today = date(2026, 5, 19)
    helena_hart = [
        *kept(date(2026, 5, 14), "response", date(2026, 5, 11), today=today),
        *still_open(date(2026, 5, 18), "thanks", today=today),
    ]

    assert [each.standing for each in helena_hart] == ["kept", "overdue"]
    assert verdict(score(helena_hart)) == "with care"


def test_care_with_the_vendor_whose_invitation_came_late() -> None:
    demo_soft = kept(date(2026, 6, 12), "promise", date(2026, 6, 17), today=date(2026, 6, 20))

    assert verdict(score(demo_soft)) == "with care"


def test_hold_off_from_the_broker_of_silent_leads() -> None:
    today = date(2026, 2, 7)
    lead_co = [
        *kept(date(2026, 1, 17), "reply", date(2026, 1, 15), today=today),
        *kept(date(2026, 1, 19), "reply", date(2026, 1, 28), today=today),
        *still_open(date(2026, 1, 29), "promise", today=today),
        *still_open(date(2026, 2, 7), "apology", today=today),
        *problem("introducer", date(2026, 2, 6), today=today),
        *problem("introducer", date(2026, 2, 6), today=today),
    ]

    assert [each.standing for each in lead_co] == ["kept", "late", "overdue", "problem", "problem"]
    assert verdict(score(lead_co)) == "hold off"


# A thanks for a meeting.


def for_a_meeting(due_on: date, closed_on: date | None = None) -> Evidence:
    settlements = [] if closed_on is None else [settled(closed_on)]
    item = owed(due_on, "thanks", closed_on=closed_on)
    (line,) = some(weigh(item, settlements, TODAY, opened_by="meeting"))
    return line


@pytest.mark.parametrize("late", [0, 9])
def test_a_thanks_for_a_meeting_weighs_at_most_a_third(late: int) -> None:
    due_on = TODAY - late * DAY
    (introduction,) = kept(due_on, "thanks", TODAY)
    meeting = for_a_meeting(due_on, TODAY)

    assert meeting.for_a_meeting
    assert 0 < meeting.credit <= introduction.credit / 3
    assert meeting.debit <= introduction.debit / 3


@pytest.mark.parametrize("days", [1, FULL_DAYS])
def test_a_missing_thanks_for_a_meeting_weighs_at_most_a_third(days: int) -> None:
    (introduction,) = still_open(TODAY - days * DAY, "thanks")
    meeting = for_a_meeting(TODAY - days * DAY)

    assert 0 < meeting.debit <= introduction.debit / 3


def test_of_other_kinds_the_event_says_nothing() -> None:
    reply = weigh(owed(TODAY - DAY, "reply"), [], TODAY, opened_by="meeting")

    assert some(reply) == still_open(TODAY - DAY, "reply")


def test_missing_thanks_for_meetings_are_held_back_in_proportion() -> None:
    meetings = [for_a_meeting(TODAY - ago * DAY) for ago in (3, 30, 60)]
    others = still_open(TODAY - 30 * DAY, "reply")
    *held_back, reply = meetings_at_most([*meetings, *others])

    shares = [after.debit / before.debit for after, before in zip(held_back, meetings, strict=True)]
    assert fsum(line.debit for line in held_back) == pytest.approx(MEETINGS_AT_MOST)
    assert shares == [pytest.approx(shares[0])] * 3
    assert [reply] == others


@given(populations, st.lists(st.integers(1, 2000), min_size=1, max_size=60))
def test_missing_thanks_for_meetings_alone_never_make_a_hold_off(
    population: Population, days: list[int]
) -> None:
    lines = meetings_at_most(for_a_meeting(TODAY - ago * DAY) for ago in days)

    assert fsum(line.debit for line in lines) <= MEETINGS_AT_MOST + ROUNDING
    assert verdict(score(lines, population), population) in ("with care", "unknown", "refer")


@given(records, st.lists(st.integers(1, 90), max_size=6), st.integers(1, 90))
def test_one_more_missing_thanks_for_a_meeting_never_raises_the_score(
    record: list[Evidence], days: list[int], more: int
) -> None:
    missing = [for_a_meeting(TODAY - ago * DAY) for ago in days]

    assert_no_worse([*record, *missing], [*record, *missing, for_a_meeting(TODAY - more * DAY)])


def test_two_referrals_in_time_outweigh_coffees_without_thanks() -> None:
    coffees = [for_a_meeting(TODAY - ago * DAY) for ago in (2, 4, 6, 8)]
    referrals = kept(TODAY, "promise", TODAY - 5 * DAY, TODAY - 3 * DAY)

    assert verdict(score([*referrals, *coffees])) == "with care"


# Equal figures, equal verdicts.


@given(populations, st.tuples(sums, sums), st.tuples(sums, sums))
def test_equal_figures_as_printed_have_equal_verdicts(
    population: Population, one: tuple[float, float], other: tuple[float, float]
) -> None:
    first, second = score_of(*one, population), score_of(*other, population)
    if printed(first) == printed(second):
        assert verdict(first, population) == verdict(second, population)


@given(st.floats(0, 1))
@example(0.49496)  # 0.495 in a document, and so 50% everywhere
def test_figures_are_rounded_as_they_are_printed(share: float) -> None:
    in_a_document = round(share, DECIMALS)
    assert [f"{figure}%" for figure in printed(Score(share, share, share, 1))] == [
        f"{in_a_document:.0%}"
    ] * 3


def test_a_promise_broken_five_days_ago_is_judged_like_one_broken_today() -> None:
    priya = ended(TODAY - 10 * DAY, "broken", TODAY - 5 * DAY)
    zoe = ended(TODAY, "broken", TODAY)

    assert printed(score(priya)) == printed(score(zoe))
    assert verdict(score(priya)) == verdict(score(zoe)) == "hold off"


def test_little_tells_all_of_its_weight_and_much_ever_less_of_it() -> None:
    shares = [told_by(weight) for weight in (0.0, 1e-9, 1.0, 10.0, 100.0)]

    assert shares[:2] == [1.0, pytest.approx(1.0)]
    assert all(more > less > 0 for more, less in pairwise(shares[1:]))

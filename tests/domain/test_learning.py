"""The population that a ledger tells of."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.domain.records import ObligationKind
from netlog.domain.score.credit import IMPORTANCE, Deed, Evidence, kept_after
from netlog.domain.score.estimate import Verdict, score_of, verdict
from netlog.domain.score.learning import learn
from netlog.domain.score.population import BUILT_IN, ENOUGH_PEOPLE, Population

UNTIL = date(2026, 10, 31)
HALF_LIFE = 450.0
BEST_FIRST: tuple[Verdict, ...] = ("refer", "with care", "unknown", "hold off")


def line(ago: int, *, in_time: bool, kind: ObligationKind = "promise") -> Evidence:
    importance = IMPORTANCE[kind]
    return Evidence(
        obligation_id=1,
        event_id=1,
        kind=kind,
        due_on=UNTIL - timedelta(days=ago),
        settled_on=None,
        standing="kept" if in_time else "overdue",
        credit=importance.kept if in_time else 0.0,
        debit=0.0 if in_time else importance.failed,
    )


def crowd(
    *shares: float, number: int = 60, things: int = 12, seed: int = 5
) -> list[list[Evidence]]:
    """People who keep these shares of what they owe, in turn, one thing every 30 days."""
    random = Random(seed)  # noqa: S311 - it must be repeatable, not secret.
    return [
        [
            line(30 * thing + 1, in_time=random.random() < shares[person % len(shares)])
            for thing in range(things)
        ]
        for person in range(number)
    ]


def learned(people: Sequence[Sequence[Evidence]]) -> Population:
    return learn(people, HALF_LIFE, UNTIL)


def sureness(population: Population) -> float:
    return population.kept + population.failed


@pytest.mark.parametrize("number", [0, 1, ENOUGH_PEOPLE - 1])
def test_of_few_people_nothing_is_learned(number: int) -> None:
    nothing = learned([*crowd(0.2, number=number), []])

    assert nothing == BUILT_IN
    assert nothing.people == 0
    assert learn([], 90.0, UNTIL) == replace(BUILT_IN, half_life=90.0)


def test_what_was_looked_at_is_counted() -> None:
    population = learned([*crowd(0.6, number=ENOUGH_PEOPLE, things=3), []])

    assert (population.things, population.people) == (3 * ENOUGH_PEOPLE, ENOUGH_PEOPLE)
    assert population.until == UNTIL
    assert population.people > 0


def test_it_stands_where_people_stand() -> None:
    shares = [learned(crowd(share)).in_time for share in (0.3, 0.5, 0.7)]

    assert shares == [pytest.approx(share, abs=0.05) for share in (0.3, 0.5, 0.7)]


def test_the_more_alike_people_are_the_surer_it_is() -> None:
    alike, apart = learned(crowd(0.6)), learned(crowd(0.95, 0.25))

    assert sureness(apart) < sureness(BUILT_IN) < sureness(alike)


def test_the_faster_people_change_the_sooner_things_fade() -> None:
    steady = crowd(0.95, 0.25, things=24)
    changing = [
        [*one[:6], *(replace(each, due_on=each.due_on) for each in other[6:])]
        for one, other in zip(steady, [*steady[1:], steady[0]], strict=True)
    ]

    assert learned(changing).half_life < learned(steady).half_life
    assert learned(steady).half_life == round(learned(steady).half_life)


def test_little_changes_little() -> None:
    """Twenty people with one thing each move it, but not far."""
    population = learned([[line(9, in_time=False)] for _ in range(ENOUGH_PEOPLE)])

    assert 0.2 < population.in_time < BUILT_IN.in_time
    assert population.half_life == pytest.approx(HALF_LIFE, rel=0.05)


def test_the_half_life_that_was_set_is_where_it_begins() -> None:
    people = crowd(0.95, 0.25)

    assert learn(people, 90.0, UNTIL).half_life < learn(people, 900.0, UNTIL).half_life


def test_who_owed_much_tells_little_more_than_others() -> None:
    many = [[line(day, in_time=False) for day in range(1, 300)]]

    assert learned([*crowd(0.7), *many]).in_time > 0.62


def test_thanks_for_meetings_are_left_out() -> None:
    people = crowd(0.6)
    coffee = replace(line(3, in_time=False, kind="thanks"), for_a_meeting=True)

    assert learned([[*lines, coffee, coffee] for lines in people]) == learned(people)


def test_one_deed_is_one_thing_and_what_came_late_is_not_in_time() -> None:
    on = UNTIL - timedelta(days=3)
    deed: Deed = ("thanks", 2, 1, on)
    credit, debit = kept_after("thanks", 9)
    first = replace(line(3, in_time=True, kind="thanks"), deed=deed)
    again = replace(first, credit=0.0)
    late = replace(first, standing="late", credit=credit, debit=debit)

    def things(*lines: Evidence) -> int:
        return learned([[*lines] for _ in range(ENOUGH_PEOPLE)]).things // ENOUGH_PEOPLE

    assert (things(first), things(first, again), things(first, late)) == (1, 1, 2)
    assert learned([[again]] * ENOUGH_PEOPLE) == BUILT_IN
    shares = [learned([[each]] * ENOUGH_PEOPLE).in_time for each in (first, late)]
    assert shares[0] > BUILT_IN.in_time > shares[1]


def test_a_hard_kind_says_less_against_those_who_owe_it() -> None:
    """Half of them owe what hardly anybody keeps: where it is hard, they are not that different."""
    easy = crowd(0.9, number=30)
    hard = [
        [replace(each, kind="reply") for each in lines] for lines in crowd(0.3, number=30, seed=6)
    ]
    both = [[*one[:6], *other[6:]] for one, other in zip(easy, hard, strict=True)]

    assert sureness(learned(both)) > sureness(learned([*easy, *crowd(0.3, number=30, seed=6)]))


@given(st.randoms(use_true_random=False))
def test_the_order_of_telling_does_not_matter(random: Random) -> None:
    people = crowd(0.9, 0.3, number=24, things=5)
    for lines in people:
        random.shuffle(lines)

    assert learned(people) == learned(crowd(0.9, 0.3, number=24, things=5))


@pytest.mark.parametrize("share", [0.0, 1.0])
@pytest.mark.parametrize("things", [1, 30])
def test_whatever_people_do_one_good_deed_is_never_above_nine_of_ten(
    share: float, things: int
) -> None:
    population = learned(crowd(share, number=80, things=things))

    for importance in IMPORTANCE.values():
        one = score_of(importance.kept, 0.0, population)
        ten = score_of(9 * importance.kept, importance.failed, population)
        assert ten.rank >= one.rank
        words = (
            BEST_FIRST.index(verdict(ten, population)),
            BEST_FIRST.index(verdict(one, population)),
        )
        assert words[0] <= words[1]


def test_the_figures_that_were_measured() -> None:
    """Who differ in how much they owed, of what kinds, and how long ago.

    `docs/score.md` tells how well such figures foretell. Whoever changes one of these has another
    model, to be measured again (`tests/simulation`).
    """
    kinds: Sequence[ObligationKind] = ("promise", "reply", "thanks")
    people = [
        [
            replace(each, kind=kinds[(person + place) % 3])
            for place, each in enumerate(lines[: 1 + person % 11])
        ]
        for person, lines in enumerate(crowd(0.9, 0.7, 0.2, number=50, seed=8))
    ]
    population = learned(people)

    assert (population.kept, population.failed) == (1.93, 1.4)
    assert population.half_life == 471.0

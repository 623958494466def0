"""The posterior against what can be worked out by hand, and against the truth."""

from dataclasses import replace

import numpy as np
import pytest

from tests.simulation.contest import hold
from tests.simulation.posterior import Posterior
from tests.simulation.world import Act, Contact, Habit, Introduction, Part, World, people
from tests.simulation.worlds import BASE, HELD_OUT

STILL = World(yearly_correlation=0.999999, unrecorded=0.0)


def contact(*acts: Act, introductions: tuple[Introduction, ...] = ()) -> Contact:
    return Contact(0.5, True, -20, acts, introductions)


def promise(ending: Part, due: int = -10) -> Act:
    return Act("promise", due - 7, due, (ending,))


def test_without_a_record_it_is_the_population() -> None:
    posterior = Posterior(BASE)
    belief = posterior.of([contact()])

    drawn = [one.truth for one in people(BASE, 5, 2000)]
    assert posterior.mean(belief)[0] == pytest.approx(np.mean(drawn), abs=0.01)
    assert posterior.quantile(0.1, belief)[0] == pytest.approx(np.quantile(drawn, 0.1), abs=0.02)
    assert posterior.quantile(0.9, belief)[0] == pytest.approx(np.quantile(drawn, 0.9), abs=0.02)


def test_one_kept_promise_is_the_rule_of_bayes() -> None:
    world = replace(STILL, habits={"promise": Habit(share=1.0, ease=0.0, slope=1.0, term=7)})
    posterior = Posterior(world)

    grid = np.linspace(-8, 9, 20_001)
    prior = np.exp(-(((grid - world.reliability) / world.spread) ** 2) / 2)
    keeps = 1 / (1 + np.exp(-grid))
    exact = (prior * keeps * keeps).sum() / (prior * keeps).sum()

    (mean,) = posterior.mean(posterior.of([contact(promise(Part("kept", -12)))]))
    assert mean == pytest.approx(exact, abs=1e-3)


def test_it_orders_what_can_come_of_a_promise() -> None:
    posterior = Posterior(STILL)
    endings = [
        Part("kept", -12),
        Part("kept", -8),
        Part("kept", -1),
        Part(),
        Part("broken", -5),
    ]

    means = posterior.mean(posterior.of([contact(promise(ending)) for ending in endings]))

    assert list(means) == sorted(means, reverse=True)


def test_one_thank_you_for_two_tells_less_than_two_thank_yous() -> None:
    posterior = Posterior(STILL)
    first, second = (
        Act("thanks", -20, -13, (Part("kept", -15),)),
        Act("thanks", -19, -12, (Part(),)),
    )
    together = replace(second, parts=(Part("kept", -15),))
    apart = replace(second, parts=(Part("kept", -14),))

    once, alone, twice = posterior.mean(
        posterior.of([contact(first, together), contact(first), contact(first, apart)])
    )

    assert once < alone < twice


def test_what_is_not_due_says_nearly_nothing_and_a_problem_much() -> None:
    posterior = Posterior(STILL)
    open_ = Act("promise", 0, 7, (Part(),))
    trouble = Introduction("culprit", -15, problem=True)

    stranger, promised, troubled = posterior.mean(
        posterior.of([contact(), contact(open_), contact(introductions=(trouble,))])
    )

    assert stranger - 0.02 < promised < stranger
    assert troubled < stranger - 0.05


def test_its_interval_covers_the_truth_as_often_as_it_says() -> None:
    contest = hold(BASE, HELD_OUT[1:3])

    assert contest.best_coverage() == pytest.approx(0.8, abs=0.05)

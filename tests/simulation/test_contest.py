"""That the ranking does as well as `docs/score.md` says, on contacts that it was not tuned on.

The short test asks little, of few ledgers of one world. The sweep asks for all that the document
promises, in every world.
"""

import pytest

from tests.simulation.contest import BEST, NETLOG, NETLOG_MEAN, NOT_LEARNED, Contest, hold
from tests.simulation.rivals import BASELINES
from tests.simulation.worlds import BASE, HELD_OUT, WORLDS


@pytest.fixture(scope="module")
def small() -> Contest:
    return hold(BASE, HELD_OUT[:4])


def test_the_same_seed_makes_the_same_contacts(small: Contest) -> None:
    again = hold(BASE, HELD_OUT[:1]).contacts
    assert again == small.contacts[: len(again)]


def test_the_ranking_picks_nearly_as_well_as_can_be(small: Contest) -> None:
    assert small.progress(BEST) == 1
    assert small.expected_progress(BEST) == 1
    assert small.expected_progress(NETLOG) > 0.94
    for baseline in BASELINES:
        assert small.expected_progress(NETLOG) > small.expected_progress(baseline)


def test_the_score_says_what_comes_true(small: Contest) -> None:
    refer = small.verdicts()["refer"]

    assert 0.75 <= small.coverage() <= 0.85
    assert refer.true == pytest.approx(refer.said, abs=0.04)
    assert small.error(NETLOG_MEAN) < 1.05 * small.error(BEST)


@pytest.fixture(scope="module")
def everywhere() -> dict[str, Contest]:
    return {name: hold(world, HELD_OUT) for name, world in WORLDS.items()}


@pytest.mark.sweep
def test_in_every_world_it_holds_what_it_promises(everywhere: dict[str, Contest]) -> None:
    for name, contest in everywhere.items():
        verdicts = contest.verdicts()
        assert contest.expected_progress(NETLOG) >= 0.95, name
        assert 0.75 <= contest.coverage() <= 0.85, name
        assert verdicts["refer"].true == pytest.approx(verdicts["refer"].said, abs=0.03), name
        assert verdicts["hold off"].true < verdicts["with care"].true < verdicts["refer"].true, name


@pytest.mark.sweep
def test_over_all_it_comes_nearly_all_the_way(everywhere: dict[str, Contest]) -> None:
    ways = [contest.expected_progress(NETLOG) for contest in everywhere.values()]
    assert sum(ways) / len(ways) >= 0.97


@pytest.mark.sweep
def test_with_ten_contacts_it_does_as_if_nothing_were_learned() -> None:
    for name, world in WORLDS.items():
        contest = hold(world, HELD_OUT, size=10)
        assert contest.expected_progress(NETLOG) == contest.expected_progress(NOT_LEARNED), name

"""That the score does as well as `docs/score.md` says, on contacts that it was not tuned on.

The short test asks little, for few contacts; what it may miss by is three times the error of so
few. The sweep asks for what the document says, less three times the error.
"""

import pytest

from tests.simulation.contest import BEST, NETLOG, NETLOG_CAUTIOUS, Contest, hold
from tests.simulation.rivals import BASELINES
from tests.simulation.worlds import BASE, HELD_OUT


@pytest.fixture(scope="module")
def small() -> Contest:
    return hold(BASE, HELD_OUT[:1], draws=300)


@pytest.fixture(scope="module")
def large() -> Contest:
    return hold(BASE, HELD_OUT, draws=2000)


def test_the_same_seed_makes_the_same_contacts(small: Contest) -> None:
    assert hold(BASE, HELD_OUT[:1], draws=1).contacts == small.contacts[:5]


def test_the_score_picks_nearly_as_well_as_can_be(small: Contest) -> None:
    assert small.progress(BEST) == 1
    assert small.expected_progress(BEST) == 1
    assert small.expected_progress(NETLOG) > 0.95
    assert small.expected_progress(NETLOG_CAUTIOUS) > 0.95
    for baseline in BASELINES:
        assert small.expected_progress(NETLOG_CAUTIOUS) > small.expected_progress(baseline)


def test_the_score_says_what_comes_true(small: Contest) -> None:
    refer = small.verdicts()["refer"]

    assert 0.77 <= small.coverage() <= 0.83
    assert refer.true == pytest.approx(refer.said, abs=0.03)
    assert small.error(NETLOG) < 1.05 * small.error(BEST)


@pytest.mark.sweep
def test_promises_of_the_score_hold_on_twenty_thousand_choices(large: Contest) -> None:
    verdicts = large.verdicts()

    assert large.progress(NETLOG) >= 0.97 - 3 * large.progress_error(NETLOG)
    assert large.progress(NETLOG_CAUTIOUS) >= 0.97 - 3 * large.progress_error(NETLOG_CAUTIOUS)
    assert large.expected_progress(NETLOG) >= 0.965
    assert large.expected_progress(NETLOG_CAUTIOUS) >= 0.97
    for baseline in BASELINES:
        assert large.picked(NETLOG_CAUTIOUS) > large.picked(baseline)
    assert 0.76 <= large.coverage() <= 0.84
    assert verdicts["refer"].true >= verdicts["refer"].said
    assert verdicts["refer"].happened >= verdicts["refer"].said
    assert verdicts["hold off"].true < 0.5 < verdicts["with care"].true < verdicts["refer"].true

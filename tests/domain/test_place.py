"""The places of the ranking: by verdict, then by what picks best."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from netlog.domain.records import Contact
from netlog.domain.report.ranking import ranked
from netlog.domain.score.credit import MEETINGS_AT_MOST
from netlog.domain.score.estimate import printed, score_of, verdict
from netlog.domain.score.population import BUILT_IN, Population
from netlog.domain.score.tally import Sums

WEIGHTS = st.floats(0, 20)
SUMS = st.builds(Sums, WEIGHTS, WEIGHTS, WEIGHTS)
ORDER = ("refer", "with care", "unknown", "hold off")
POPULATIONS = st.builds(Population, st.floats(1, 10), st.floats(1, 10))


def contact(number: int) -> Contact:
    name = f"c{number:02}"
    return Contact(number, name, name, "person", is_me=False, organisation_id=None)


@given(st.lists(SUMS, min_size=2, max_size=8), POPULATIONS)
def test_verdict_and_place_agree(found: list[Sums], population: Population) -> None:
    sums = dict(enumerate(found))
    places = ranked([contact(number) for number in sums], sums, {}, {}, population)

    for better, worse in pairwise(places):
        one, other = ORDER.index(better.verdict), ORDER.index(worse.verdict)
        assert (one, -better.rank) <= (other, -worse.rank)


@given(SUMS, POPULATIONS)
def test_verdict_and_rank_are_those_of_the_score(found: Sums, population: Population) -> None:
    (place,) = ranked([contact(1)], {1: found}, {}, {}, population)

    assert place.verdict == verdict(place.score, population)
    assert place.rank == place.score.rank


def test_equals_go_by_name() -> None:
    places = ranked([contact(2), contact(1)], {}, {}, {}, BUILT_IN)
    assert [place.contact.name for place in places] == ["c01", "c02"]


@given(SUMS, SUMS)
def test_an_organisation_is_the_sum_of_its_people(one: Sums, other: Sums) -> None:
    people = {1: frozenset({2, 3})}
    against = {2: [(7, 3.0)], 3: [(7, 2.3), (8, 2.3)]}
    (place,) = ranked([contact(1)], {2: one, 3: other}, against, people, BUILT_IN)

    slight = min(one.unthanked + other.unthanked, MEETINGS_AT_MOST)
    debit = one.debit + other.debit + slight + 3.0 + 2.3
    assert printed(place.score) == printed(score_of(one.credit + other.credit, debit))
    assert place.problems == 2

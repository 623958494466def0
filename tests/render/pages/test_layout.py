"""The ring of people: nobody covers anybody, and neighbours are near."""

from math import hypot, pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.render.pages.layout import PITCH, Tie, bends, middle, ring

_PEOPLE = st.integers(0, 29)
TIES = st.lists(
    st.lists(_PEOPLE, min_size=2, max_size=3, unique=True).map(
        lambda found: Tie(tuple(found[:2]), found[2] if len(found) > 2 else None)
    ),
    max_size=40,
)


@given(st.integers(0, 600), st.data())
def test_everybody_has_a_place_of_their_own(number: int, data: st.DataObject) -> None:
    person = st.integers(0, max(number - 1, 1))
    pairs = data.draw(st.lists(st.tuples(person, person), max_size=20)) if number > 1 else []
    made = ring(number, [Tie((a, b), None) for a, b in pairs if a != b])
    assert sorted(made.places) == list(range(number))
    angles = sorted(made.places.values())
    if number > 1:
        gaps = [b - a for a, b in zip(angles, [*angles[1:], angles[0] + 2 * pi], strict=True)]
        assert min(gaps) * made.radius >= PITCH * 0.99 or number * PITCH < 2 * pi * made.radius
        assert min(gaps) == pytest.approx(2 * pi / number)


@pytest.mark.parametrize("number", [1, 2, 12, 50, 160, 230, 500, 600])
def test_names_that_are_shown_at_rest_do_not_touch(number: int) -> None:
    made = ring(number, [])
    angles = sorted(made.places[person] for person in made.named())
    gaps = [b - a for a, b in zip(angles, [*angles[1:], angles[0] + 2 * pi], strict=True)]
    if len(angles) > 1:
        assert min(gaps) * made.radius >= min(PITCH, 2 * pi * made.radius / number) * 0.99
        assert min(gaps) * made.radius >= PITCH * made.scale * 0.99 or made.scale == 1
    assert 0 in made.named(), "the best connected is always named"
    assert len(angles) == number or len(angles) >= 80


def test_the_whole_ring_fits_the_screen() -> None:
    for number in (1, 50, 500, 600):
        made = ring(number, [])
        assert 2 * made.half / made.scale <= 1100.1


@given(TIES)
def test_it_is_the_same_every_time(ties: list[Tie]) -> None:
    assert ring(30, ties) == ring(30, list(ties))
    assert bends(ring(30, ties), ties) == bends(ring(30, ties), ties)


def test_those_who_hang_together_are_next_to_each_other() -> None:
    chain = [Tie((one, one + 2), None) for one in range(0, 28, 2)]
    pair = [Tie((1, 29), 15)]
    made = ring(30, chain + pair)
    order = sorted(made.places, key=made.places.__getitem__)
    places = [order.index(one) for one in (1, 15, 29)]
    assert max(places) - min(places) == 2
    evens = [order.index(one) for one in range(0, 30, 2)]
    assert max(evens) - min(evens) == 14
    far = [abs(order.index(a) - order.index(b)) for a, b in ((one.introduced) for one in chain)]
    assert sum(far) / len(far) < 3


@given(TIES)
def test_what_is_drawn_stays_within_the_ring(ties: list[Tie]) -> None:
    made = ring(30, ties)
    for tie, bend in zip(ties, bends(made, ties), strict=True):
        assert hypot(*bend) < made.half * 6
        if ties.count(tie) == 1:
            assert hypot(*middle(made, tie, bend)) <= made.radius * 1.01


@pytest.mark.parametrize("number", [2, 3, 4, 7, 30])
def test_the_same_two_again_are_not_on_top_of_each_other(number: int) -> None:
    ties = [Tie((0, 1), None), Tie((1,), 0), Tie((0, 1), None)]
    made = ring(number, ties)
    middles = [middle(made, tie, bend) for tie, bend in zip(ties, bends(made, ties), strict=True)]
    for n, one in enumerate(middles):
        for other in middles[n + 1 :]:
            assert hypot(one[0] - other[0], one[1] - other[1]) > 8 * made.scale

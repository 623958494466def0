"""What two copies say differently, in words."""

from datetime import date

import pytest

from netlog.domain.clashing import differing
from netlog.domain.wording import Wording

WORDING = Wording({1: "me", 2: "Ann", 3: "Bob"}, 1, date(2026, 1, 16))


@pytest.mark.parametrize(
    ("column", "here", "there", "words"),
    [
        ("happened_on", "2026-01-04", "2026-01-05", "the day is 4 Jan here, 5 Jan there"),
        ("place", "Club", "", 'the place is "Club" here, none there'),
        ("due_on", None, "2026-01-05", "the day it is due is none here, 5 Jan there"),
        ("contact_id", 2, 3, "who was in it is Ann here, Bob there"),
        ("recipient_id", 1, 3, "to whom is you here, Bob there"),
        ("times", 2, 3, "how many is 2 here, 3 there"),
        ("client_first", 0, 1, "the first move is the provider's here, the client's there"),
        ("placed", 17, None, "the place in its day is another here, none there"),
    ],
)
def test_a_column_is_told_with_what_it_is_on_both_sides(
    column: str, here: object, there: object, words: str
) -> None:
    assert differing([(column, here, there)], WORDING) == words


def test_several_are_told_together_and_what_nobody_types_is_not() -> None:
    columns = [("name", "Ann", "Anna"), ("key", "ann", "anna"), ("kind", "person", "organisation")]
    assert differing(columns, WORDING) == (
        'the name is "Ann" here, "Anna" there and the kind is person here, organisation there'
    )

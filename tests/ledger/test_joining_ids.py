"""What a ledger notes of copies that it took in: up to where, and the ids here of their rows."""

import json
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.ledger.write.join.parting import change_in, name_by_another, name_of

Pairs = Mapping[int, int]
ids = st.dictionaries(st.integers(1, 30), st.integers(0, 40), max_size=20)


def noted(name: str) -> dict[str, dict[int, int]]:
    """The ids in a name, each run written out."""
    return {
        table: {there + n: here + n for there, here, number in runs for n in range(number)}
        for table, runs in json.loads(name)["ids"].items()
    }


@given(events=ids, parties=ids)
def test_every_id_is_noted(events: Pairs, parties: Pairs) -> None:
    given_ids = {"event": events, "party": parties}
    assert noted(name_of(b"x", given_ids)) == {
        name: each for name, each in given_ids.items() if each
    }


def test_as_many_as_follow_each_other_are_one_run() -> None:
    name = name_of(b"x", {"event": {key: key + 1_000 for key in range(1, 60_000)} | {60_001: 7}})
    assert json.loads(name)["ids"] == {"event": [[1, 1_001, 59_999], [60_001, 7, 1]]}
    assert change_in(name) == b"x".hex()


@pytest.mark.parametrize("run", [[3, 5], [3, 5, 1]])
def test_a_third_copy_is_noted_with_the_ids_of_here(run: list[int]) -> None:
    third = json.dumps({"change": "ab", "ids": {"event": [run]}})
    here = {3: 13, 4: 14, 5: 15}
    name = name_by_another(third, {"event": here}, lambda _, key: here[key])
    assert noted(name) == {"event": {3: 15, 4: 14, 5: 15}}

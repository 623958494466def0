"""Somebody is forgotten in random weeks: what others have with me is as it was."""

import json
from typing import Any

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from tests.laws.test_laws import Laws, balanced, some
from tests.support.mistakes import Mended, mended_weeks
from tests.support.telling import Teller
from tests.support.weeks import PEOPLE

FORGOTTEN = "somebody forgotten"


@pytest.fixture
def laws(netlog: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> Laws:
    """The program, told weeks."""
    return Laws(netlog, monkeypatch, tmp_path / "weeks")


def said_of_others(teller: Teller, gone: str, asked: object) -> list[Any]:
    """What reports say of everybody but one, with one sign for that one."""
    said = []
    for name in PEOPLE:
        if name != gone:
            answer = teller.ask("report", name, "--evidence", "--json", today=asked)
            said.append(
                json.loads(answer.out.replace(FORGOTTEN, gone)) if not answer.code else None
            )
    return said


@some(3)
@given(mended=mended_weeks(), gone=st.sampled_from(PEOPLE))
def test_what_others_have_is_as_it_was(laws: Laws, mended: Mended, gone: str) -> None:
    teller = laws.teller().tell(mended.mistaken())
    before = said_of_others(teller, gone, mended.asked)
    code = teller.ask("forget", gone, "--yes", today=mended.asked).code
    event("forgotten" if code == 0 else "nobody to forget")
    assert balanced(teller) == []
    assert said_of_others(teller, gone, mended.asked) == before

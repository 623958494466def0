"""A skill is not guessed, but what is near is named."""

import pytest

from netlog.domain.people.skills import refuse_empty, refuse_unknown
from netlog.errors import Refused

KNOWN = ["web design", "Tax law", "HR"]


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("design", ["web design"]),
        ("web desing", ["web design"]),
        ("tax", ["Tax law"]),
        ("law of design", ["Tax law", "web design"]),
        ("HR for shops", ["HR"]),
    ],
)
def test_what_is_near_is_named(typed: str, near: list[str]) -> None:
    with pytest.raises(Refused) as refusal:
        refuse_unknown(typed, KNOWN)
    assert list(refusal.value.choices) == near
    assert typed in refusal.value.message


@pytest.mark.parametrize("known", [KNOWN, []])
def test_where_nothing_is_near_it_says_how_to_note_it(known: list[str]) -> None:
    with pytest.raises(Refused) as refusal:
        refuse_unknown("fresh plumbing", known)
    assert refusal.value.hint.endswith('netlog person NAME --skill "fresh plumbing"')
    assert refusal.value.choices == ()


def test_a_skill_that_somebody_has_is_known() -> None:
    refuse_unknown("TAX  law", KNOWN)


def test_an_empty_skill_is_refused() -> None:
    with pytest.raises(Refused, match="cannot be empty"):
        refuse_empty(" ")

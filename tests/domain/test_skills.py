"""A skill is not guessed, but what is near is named."""

import pytest

from netlog.domain.people.skills import refuse_nearly_known
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
        refuse_nearly_known(typed, KNOWN)
    assert list(refusal.value.choices) == near
    assert typed in refusal.value.message


def test_where_nothing_is_near_nothing_is_refused() -> None:
    refuse_nearly_known("plumbing", KNOWN)
    refuse_nearly_known("design", [])

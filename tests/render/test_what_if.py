"""What would change a verdict, in the words of a terminal."""

import pytest

from netlog.render.forms.facts import Facts
from netlog.render.what_if import what_would_change


def report(now: float, then: float) -> Facts:
    """One that stays at "with care", with the mean as it is and as it would be."""
    change = {"ids": [7], "text": "Rob Ellis thanked you", "verdict": "with care"}
    changes = [{**change, "score": {"mean": then}}]
    return Facts({"verdict": "with care", "score": {"mean": now}, "would_change": changes})


@pytest.mark.parametrize(
    ("now", "then", "told"),
    [
        (0.5149, 0.5151, "Rob Ellis thanked you (7), still with care, 52% in time."),
        (0.5151, 0.5153, ""),
    ],
)
def test_what_changes_no_figure_is_not_told(now: float, then: float, told: str) -> None:
    sentence = "".join(what_would_change(report(now, then)))
    assert sentence == (f"What would help most: if today {told}" if told else "")

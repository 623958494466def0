"""What would change a verdict, in the words of a terminal."""

import pytest

from netlog.render.forms.facts import Facts
from netlog.render.what_if import what_would_change

REPORT = Facts(
    {
        "verdict": "with care",
        "score": {"mean": 0.515},
        "would_change": [
            {
                "ids": [7],
                "text": "Rob Ellis thanked you",
                "verdict": "with care",
                "score": {"mean": 0.515},
            }
        ],
    }
)


@pytest.mark.parametrize(
    ("means", "told"),
    [
        ([0.514996, 0.515004], "Rob Ellis thanked you (7), still with care, 52% in time."),
        ([0.515004, 0.515006], ""),
    ],
)
def test_figures_are_rounded_once(means: list[float], told: str) -> None:
    sentence = "".join(what_would_change(REPORT, means))
    assert sentence == (f"What would help most: if today {told}" if told else "")

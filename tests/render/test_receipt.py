"""What a receipt says of what opened long ago, and was settled by what is in the ledger already."""

import pytest

from tests.laws.saying import Netlog, typed


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        pytest.param(
            "meet Kim Dana --by Kim --on 5; intro Dana Kim --on 4",
            [
                "closes  3  Kim owed Dana an answer after the introduction · in time, by e1",
                "closes  4  ask Dana whether Kim answered · in time, by e1",
            ],
            id="by a meeting",
        ),
        pytest.param(
            "reach Dana --new; talk Dana; reach me --by Dana --on 15",
            ["closes  2  you owed Dana a reply · in time, by e1"],
            id="by an outreach",
        ),
        pytest.param(
            "thank Dana --new; meet Dana --on 10",
            ["closes  1  you owed Dana thanks for the meeting · 4 days late, by a1"],
            id="by a thank-you, and late",
        ),
    ],
)
def test_what_was_settled_at_once_closes(netlog: Netlog, lines: str, told: list[str]) -> None:
    out = [line.strip() for line in typed(netlog, lines).out.splitlines()]
    assert [line for line in out if line.startswith("closes")] == told
    ids = {line.split()[1] for line in told}
    assert not [line for line in out if line.startswith("opens") and line.split()[1] in ids]


def test_a_group_is_told_how_to_owe_thanks_next_time(netlog: Netlog) -> None:
    (hint,) = [
        line for line in typed(netlog, "meet A B C D E").out.splitlines() if "so many" in line
    ]
    typed(netlog, hint.partition(": netlog ")[2])
    assert "so many" not in typed(netlog, "meet A B C D E --on 5").out
    assert "so many" in typed(netlog, "meet A B C D E F --on 5").out

"""What is owed, in words that are true of all of it."""

import pytest

from tests.cli.looking import Netlog

LATER = ("reach", "Ann", "--about", "B", "--on", "2026-11-12")


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ([], 'a reply about "A"'),
        ([LATER], 'a reply (2 attempts, the first about "A")'),
        (
            [(*LATER, "--via", "phone"), ("reach", "Ann", "--on", "2026-11-13")],
            'a reply (3 attempts: 1 phone; the first about "A")',
        ),
        (
            [("reach", "Ann", "--about", "B", "--on", "2026-11-02")],
            'a reply (2 attempts, the first about "B")',
        ),
    ],
)
def test_a_topic_is_not_given_to_attempts_about_something_else(
    netlog: Netlog, lines: list[tuple[str, ...]], told: str
) -> None:
    netlog("reach", "Ann", "--about", "A", "--on", "2026-11-10")
    for line in lines:
        netlog(*line)
    assert netlog("due", "--json").json["items"][0]["text"] == f"Ann owes you {told}"
    assert told in " ".join(netlog("due").out.split())


def test_attempts_without_a_topic_have_none(netlog: Netlog) -> None:
    netlog("reach", "Ann", "--on", "2026-11-10")
    netlog(*LATER)
    assert netlog("due", "--json").json["items"][0]["text"] == "Ann owes you a reply (2 attempts)"

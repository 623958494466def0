"""The twelve lines of an ordinary day: short to type, and each does what it says."""

import shlex
from collections.abc import Callable
from pathlib import Path

from tests.cli.looking import rows
from tests.support.program import Result

Netlog = Callable[..., Result]
WEDNESDAY = "2026-11-25"
# What is typed after the word netlog, one after the other, and what it answers.
LINES = (
    ("meet dana", ["You met dana", "new     dana"]),
    ("meet dana sam lee -a BNI", ["You met dana, sam and lee", "at BNI"]),
    ("intro dana acme -f handbook", ['You introduced dana to acme for "handbook"']),
    ("intro me kim -b dana", ["dana introduced you to kim"]),
    ("promise deck -t dana -d fri", ['You promised dana "deck"', "due Fri 27 Nov"]),
    ("promise referrals -b dana -x 2", ['dana promised you "referrals"', "(0 of 2)"]),
    ("thank dana", ["You thanked dana"]),
    ("thank -b dana", ["dana thanked you"]),
    ("reach dana -v phone", ["You reached out to dana", "via phone"]),
    ("", ["You owe", "deck", "Check in"]),
    ("brief dana", ["deck", "referrals"]),
    ("undo", ["Took back: You reached out to dana"]),
)


def test_the_lines_of_an_ordinary_day_do_what_they_say(netlog: Netlog, ledger: Path) -> None:
    for line, told in LINES:
        out = netlog(*shlex.split(line), today=WEDNESDAY).out
        assert [words for words in told if words.casefold() not in out.casefold()] == [], (
            f"netlog {line}\n{out}"
        )
    kinds = [kind for (kind,) in rows(ledger, "SELECT kind FROM event ORDER BY id")]
    assert kinds == ["meeting", "meeting", "introduction", "introduction", "promise", "promise"]

"""Whatever happened before and after: a mended ledger is as if the mistake had not been made."""

import shlex
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from netlog.cli.book import Book
from netlog.cli.desk import Desk
from netlog.cli.replaying import as_recorded, tell_again
from netlog.config import Settings
from netlog.ledger.read.facts import event as event_with_id
from netlog.ledger.write import editing
from netlog.ledger.write.change import Writer, write
from tests.support.ledgers import faults, query
from tests.support.program import TODAY, Result

Netlog = Callable[..., Result]
FIRST = date(2026, 10, 1)
WHO = st.sampled_from(["Ann", "Bob", "Cyd"])
DAYS = st.integers(0, 50).map(lambda days: (FIRST + timedelta(days)).isoformat())
WORDS = (
    "meet {a} --on {on}",
    "meet {a} {b} --on {on}",
    "meet {a} --on {on} --no-due",
    "reach {a} --on {on} --via phone",
    "reach {a} --on {on} --expect-reply",
    "reach {a} --on {on} --no-due",
    "reach me --by {a} --on {on}",
    "intro me {a} --by {b} --on {on}",
    "intro {a} me --by {b} --on {on} --fee 20",
    "intro {a} {b} --on {on}",
    "promise slides --to {a} --on {on}",
)
OTHERS = (
    "person {a} --every 2w",
    "person {a} --every 3w",
    "thank {a} --on {on}",
    "thank me --by {a} --on {on}",
)
BY_NUMBER = (
    "done {n} --on {on}",
    "waive {n}",
    "check e{n} --happy --on {on}",
    "check e{n} --silent --on {on}",
    "problem e{n} bad --with {a} --on {on}",
    "snooze {n} --until 2w",
)


def lines(forms: Sequence[str]) -> st.SearchStrategy[str]:
    """Command lines of these forms, about two different people."""
    pairs = st.permutations(["Ann", "Bob", "Cyd"])
    return st.builds(
        lambda form, pair, on, n: form.format(a=pair[0], b=pair[1], on=on, n=n),
        st.sampled_from(forms),
        pairs,
        DAYS,
        st.integers(1, 12),
    )


def typed(netlog: Netlog, ledger: Path, commands: Sequence[str]) -> list[str]:
    """A new ledger with these commands; return those that were refused."""
    ledger.unlink(missing_ok=True)
    netlog("person", "Ann")
    return [line for line in commands if netlog(*shlex.split(line), code=None).code]


def told(netlog: Netlog) -> list[Any]:
    """What the ledger says, without ids, which a mistake uses up."""
    items = netlog("due", "--all", "--json").json["items"]
    return [_bare(netlog("history", "--json").json["items"]), _bare(items)]


def _bare(told: Any) -> Any:
    if isinstance(told, dict):
        ids = ("id", "event", "cause", "settled_by")
        return {key: _bare(value) for key, value in told.items() if key not in ids}
    return [_bare(one) for one in told] if isinstance(told, list) else told


@pytest.fixture(autouse=True)
def _own_home(ledger: Path) -> None:
    ledger.parent.mkdir(parents=True, exist_ok=True)


@settings(max_examples=60)
@given(st.lists(lines((*WORDS, *OTHERS, *BY_NUMBER)), min_size=2, max_size=9))
@example(  # What they wrote after an introduction is an attempt at the answer that I owe.
    ["intro Cyd me --by Bob --on 2026-10-27", "reach me --by Cyd --on 2026-11-07"]
)
def test_telling_it_again_as_it_was_changes_nothing(
    netlog: Netlog, ledger: Path, commands: list[str]
) -> None:
    typed(netlog, ledger, commands)
    before = told(netlog)
    for (number,) in query(ledger, "SELECT id FROM event ORDER BY id"):
        _tell_again(ledger, int(str(number)))
        assert told(netlog) == before, f"e{number} told again"
    assert faults(ledger) == []


def _tell_again(ledger: Path, number: int) -> None:
    desk = Desk("tell again", Settings(ledger, date.fromisoformat(TODAY)))

    def run(writer: Writer) -> None:
        book = Book(desk, writer)
        recorded = editing.recorded(writer.connection, event_with_id(writer.connection, number))
        tell_again(book, recorded, as_recorded(book, recorded))

    write(ledger, "tell again", run)


MISTAKES = st.sampled_from(["delete", "date", "person"])


@settings(max_examples=80)
@given(
    st.lists(lines((*WORDS, *OTHERS)), max_size=4),
    lines(WORDS[:2] + WORDS[3:4] + WORDS[6:7]),
    MISTAKES,
    DAYS,
    st.lists(lines((*WORDS, *OTHERS)), max_size=4),
)
def test_a_mended_ledger_is_as_if_no_mistake_had_been_made(
    netlog: Netlog,
    ledger: Path,
    earlier: list[str],
    right: str,
    mistake: str,
    day: str,
    later: list[str],
) -> None:
    # That a reply was asked for is not stored; it shows only where the outreach was an answer.
    earlier, later = (
        [line.replace(" --expect-reply", "") for line in one] for one in (earlier, later)
    )
    netlog("person", "Dee", code=None)
    number = _recorded(netlog, ledger, earlier) + 1
    if mistake == "delete":
        wrong, mend, flawless = [right], f"delete e{number}", []
    elif mistake == "date":
        words = shlex.split(right)
        words[words.index("--on") + 1] = day
        wrong, mend = [shlex.join(words)], f"edit e{number} --on {_day_in(right)}"
        flawless = [right]
    else:
        who = next(one for one in ("Ann", "Bob", "Cyd") if one in right)
        wrong, mend = [right.replace(who, "Dee")], f"edit e{number} --replace Dee {who}"
        flawless = [right]
    refused = typed(netlog, ledger, [*earlier, *wrong, *later])
    if netlog(*shlex.split(mend), code=None).code:
        return
    assert faults(ledger) == []
    mended = _without_touches(told(netlog))
    if typed(netlog, ledger, [*earlier, *flawless, *later]) == refused:
        assert mended == _without_touches(told(netlog))


def _recorded(netlog: Netlog, ledger: Path, commands: Sequence[str]) -> int:
    typed(netlog, ledger, commands)
    return int(str(query(ledger, "SELECT coalesce(max(id), 0) FROM event")[0][0]))


def _day_in(line: str) -> str:
    words = shlex.split(line)
    return words[words.index("--on") + 1]


def _without_touches(told: Any) -> Any:
    """All but keeping in touch: since when there is an interval is not told again."""
    if isinstance(told, dict):
        return {key: _without_touches(value) for key, value in told.items()}
    if isinstance(told, list):
        return [
            _without_touches(one)
            for one in told
            if not (isinstance(one, dict) and one.get("kind") == "touch")
        ]
    return told

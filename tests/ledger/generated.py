"""Ledgers of whatever may happen, for properties of what is read from them."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cli.looking import Netlog

AS_OF = date(2026, 6, 1)
FIRST = date(2026, 10, 1)
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


_LINES = (
    *("intro me Amy --by Rob", "intro Rob me --by Amy", "intro Amy Rob", "intro Kim Amy --by Rob"),
    *("intro Kim me --by Peak --fee 75", "intro Kim me --by Amy --fee 0.50 --no-due"),
    *("problem e1 bad --with Amy", "problem e1 bad --with Rob", "problem e2 bad --with Kim"),
    *(
        "problem e2 bad --with Amy --no-due",
        "problem e3 bad --with Rob",
        "problem e1 bad --with me",
    ),
    *("apologize me --by Rob", "apologize me --by Amy", "intro me Kim --by Rob --replaces e1"),
    *("intro me Kim --by Amy --replaces e2", "check e1 --happy", "check e2 --responded"),
    *("reach Kim", "reach me --by Kim", "check e3 --happy", "meet Amy Rob", "thank Amy"),
    *("broken 3", "waive 3", "waive 2", "done 1", "broken 5", "waive 4 5", "waive 6 7", "waive 1"),
    *("person me --org Peak", "person Amy --org Peak", "person Rob --org Peak", "broken 4"),
    *("promise x --by Amy", "promise y --by Peak", "promise z --by Rob --times 2"),
)


def whatever_happened(test: Callable[..., None]) -> Any:
    """Run a test on many ledgers; its argument `lines` writes one where the ledger is."""
    days = st.dates(date(2026, 3, 1), date(2026, 5, 20))
    typed = st.lists(st.tuples(days, st.sampled_from(_LINES)), min_size=3, max_size=14)
    few = settings(max_examples=settings().max_examples // 5)
    return few(given(lines=typed.map(_writer))(test))


def _writer(lines: list[tuple[date, str]]) -> Callable[[Netlog, Path], None]:
    def write(netlog: Netlog, ledger: Path) -> None:
        ledger.unlink(missing_ok=True)
        netlog("person", "Peak", "--new", today="2026-01-01", code=None)
        for day, line in sorted(lines):
            netlog(*line.split(), today=day.isoformat(), code=None)

    return write

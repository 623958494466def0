"""A bar on a terminal for what takes longer than a second, gone before the answer comes."""

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

    from netlog.actions.importing.advance import Advance

_PATIENCE_SECONDS = 0.7
_WORDS = "Going through the whole ledger"
_OF_STAGE = {"reading": "Reading, {0.number:,} so far", "writing": "Writing {0.number:,} rows"}


@contextmanager
def progress(words: str = "") -> Iterator[None]:
    """Show on standard error that the block goes on, once it took long, to somebody who waits.

    How far it is nobody knows, unless `report` is told: the bar moves, and says for how long. In
    the block nobody is asked, and nothing is printed.

    Args:
        words: what goes on; "" for going through the ledger.
    """
    if sys.stderr is None or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield
        return
    from threading import Timer

    bar = _Bar(words or _WORDS)
    token = _BAR.set(bar)
    with ExitStack() as shown:
        timer = Timer(_PATIENCE_SECONDS, bar.draw, [shown])
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            _BAR.reset(token)
            timer.cancel()
            timer.join()  # what it began to draw is drawn, and then goes


def report(advance: "Advance") -> None:
    """Let the bar show how far the block is, and how much longer it takes."""
    bar = _BAR.get()
    if bar is not None:
        bar.tell(advance)


class _Bar:
    """What is shown of a block, once it is: how far it is, as it was told last."""

    def __init__(self, words: str) -> None:
        self._words = words
        self._drawn: Progress | None = None
        self._last: Advance | None = None
        self._stage = ""

    def tell(self, advance: "Advance") -> None:
        """Take how far it is."""
        self._last = advance
        if self._drawn is not None:
            self._update(self._drawn, advance)

    def draw(self, shown: ExitStack) -> None:
        """Begin to show it, in a thread of its own."""
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            Progress,
            TextColumn,
            TimeElapsedColumn,
            TimeRemainingColumn,
        )

        console = Console(file=sys.stderr, force_terminal=True)
        drawn = Progress(
            TextColumn("{task.description}"),
            BarColumn(bar_width=20, pulse_style="cyan"),
            TimeElapsedColumn(),
            TextColumn("{task.fields[left]}"),
            TimeRemainingColumn(),
            console=console,
            transient=True,
            refresh_per_second=3,
        )
        drawn.add_task(self._words, total=None, left="")
        shown.enter_context(drawn)
        if self._last is not None:
            self._update(drawn, self._last)
        self._drawn = drawn

    def _update(self, drawn: "Progress", advance: "Advance") -> None:
        (task,) = drawn.task_ids
        if advance.stage != self._stage:  # how long it takes is reckoned anew
            self._stage = advance.stage
            drawn.reset(task, total=advance.total, left="left")
        words = _OF_STAGE[advance.stage].format(advance)
        drawn.update(task, completed=advance.done, description=words)


_BAR: ContextVar[_Bar | None] = ContextVar("bar", default=None)

"""A bar on a terminal for what takes longer than a second, gone before the answer comes."""

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

_PATIENCE_SECONDS = 0.7
_WORDS = "Going through the whole ledger"


@contextmanager
def progress(words: str = "") -> Iterator[None]:
    """Show on standard error that the block goes on, once it took long, to somebody who waits.

    How far it is nobody knows: the bar moves, and says for how long. In the block nobody is asked,
    and nothing is printed.

    Args:
        words: what goes on; "" for going through the ledger.
    """
    if sys.stderr is None or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield
        return
    from threading import Timer

    with ExitStack() as shown:
        timer = Timer(_PATIENCE_SECONDS, _show, [shown, words or _WORDS])
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            timer.join()  # what it began to draw is drawn, and then goes


def _show(shown: ExitStack, words: str) -> None:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    console = Console(file=sys.stderr, force_terminal=True)
    bar = BarColumn(bar_width=20, pulse_style="cyan")
    columns = (TextColumn("{task.description}"), bar, TimeElapsedColumn())
    drawn = Progress(*columns, console=console, transient=True, refresh_per_second=3)
    shown.enter_context(drawn)
    drawn.add_task(words, total=None)

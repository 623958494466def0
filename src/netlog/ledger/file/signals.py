"""Signals that come between a commit and its receipt: held until somebody was told what is written.

Python hears a signal when SQLite has returned, which is when the commit is done; to break off then
would leave it written and not told.
"""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Any

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")


class _Held:
    """What is to be done about signals once the receipt is out."""

    def __init__(self) -> None:
        self.before: dict[int, Any] = {}
        self.came: list[int] = []

    def hold(self) -> None:
        for number in (getattr(signal, name) for name in _NAMES if hasattr(signal, name)):
            if number not in self.before and signal.getsignal(number) != signal.SIG_IGN:
                with suppress(ValueError):  # no main thread, which alone hears any
                    self.before[number] = signal.signal(number, self._remember)

    def let_in(self) -> None:
        while self.before:
            signal.signal(*self.before.popitem())
        came, self.came = self.came, []
        for number in came:
            signal.raise_signal(number)

    def _remember(self, number: int, _frame: FrameType | None) -> None:
        self.came.append(number)
        if len(self.came) > 1:  # somebody means it: perhaps the receipt can go nowhere
            self.let_in()


_held: list[_Held] = []


@contextmanager
def receipts_first() -> Iterator[None]:
    """Let signals that come with a commit wait until the end of the block, which tells of it."""
    _held.append(_Held())
    try:
        yield
    finally:
        _held.pop().let_in()


def without_signals(commit: Callable[[], object]) -> None:
    """Commit, and hold signals from its beginning on; where it fails they are let in again."""
    if not _held:
        commit()
        return
    _held[-1].hold()
    try:
        commit()
    except BaseException:
        _held[-1].let_in()
        raise

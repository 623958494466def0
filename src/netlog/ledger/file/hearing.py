"""Where the ledger says what happens to it while a command runs; a door decides who hears it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar

from netlog.domain.notices import Notice

Listener = Callable[[Notice], None]


def _unheard(notice: Notice) -> None:
    """Tell nobody."""


_LISTENER: ContextVar[Listener] = ContextVar("listener", default=_unheard)


@contextmanager
def heard_by(listener: Listener) -> Iterator[None]:
    """Let `listener` hear what happens to a ledger in the block."""
    before = _LISTENER.set(listener)
    try:
        yield
    finally:
        _LISTENER.reset(before)


def notify(notice: Notice) -> None:
    """Say it to whoever listens; that it cannot be said must not look as if it were not so."""
    with suppress(OSError):
        _LISTENER.get()(notice)

"""Waiting for a ledger that others are at: fairly, so that Ctrl-C is heard, and not for ever.

SQLite's own waiting hears no Ctrl-C, sleeps in steps that let newcomers overtake, and says nothing.
"""

import os
import sqlite3
from collections.abc import Callable
from time import monotonic, sleep

from netlog.domain.notices import Waiting
from netlog.ledger.file.hearing import notify

BUSY_TIMEOUT_SECONDS = 60.0  # 64 writers at once take about ten on a slow machine
_SAYS_SO_AFTER_SECONDS = 2.0
_LONGEST_SLEEP_SECONDS = 0.03


def a_moment(longest: float = _LONGEST_SLEEP_SECONDS) -> None:
    """Sleep for so many seconds at most, and for half of them at least: no two in step."""
    sleep(longest * (1 + os.urandom(1)[0] / 255) / 2)


def patiently(
    step: Callable[[], object],
    *,
    seconds: float | None = None,
    pause: Callable[[], None] = a_moment,
) -> None:
    """Do something that takes a lock, again and again while others hold it.

    Args:
        step: what is done, on a connection that itself does not wait.
        seconds: how long at most; `BUSY_TIMEOUT_SECONDS` unless told.
        pause: waits before it is tried again.

    Raises:
        sqlite3.OperationalError: it is still locked, or something else.
    """
    begun, longest, is_told = (
        monotonic(),
        BUSY_TIMEOUT_SECONDS if seconds is None else seconds,
        False,
    )
    while True:
        try:
            step()
        except sqlite3.OperationalError as error:
            waited = monotonic() - begun
            if not is_busy(error) or waited > longest:
                raise
            if waited > _SAYS_SO_AFTER_SECONDS and not is_told:
                notify(Waiting())
                is_told = True
            pause()
        else:
            return


def is_busy(error: sqlite3.Error) -> bool:
    """Whether somebody else holds a lock."""
    return (getattr(error, "sqlite_errorcode", 0) & 0xFF) == sqlite3.SQLITE_BUSY

"""Standing in line for the write lock, so that who came first writes first.

A lock on the ledger's folder is handed on by the system in the order in which it was asked for, and
goes with its process. Who has it tries for the ledger again and again. The others sleep, and now
and then try as well, since the first in line may have been suspended.
"""

import os
from contextlib import suppress
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING

from netlog.ledger.file.waiting import a_moment

if TYPE_CHECKING:
    from threading import Event

_FIRST_TRIES_AFTER_SECONDS = 0.004
_OTHERS_TRY_AFTER_SECONDS = 1.0


class Line:
    """A place in the line before a ledger, from the first pause until it is closed."""

    def __init__(self, ledger: Path) -> None:
        """Take the ledger; most commands find it free, and stand in no line."""
        self._ledger, self._is_open = ledger, True
        self._handle: int | None = None
        self._is_first: Event | None = None

    def close(self) -> None:
        """Let the next one be the first."""
        if self._handle is not None:
            os.close(self._handle)

    def pause(self) -> None:
        """Wait until it is worth trying again."""
        if self._is_first is None and self._is_open:
            self._stand()
        if self._is_first is None:
            a_moment()
        elif self._is_first.wait(_OTHERS_TRY_AFTER_SECONDS):
            sleep(_FIRST_TRIES_AFTER_SECONDS)

    def _stand(self) -> None:
        try:
            self._handle = os.open(self._ledger.resolve().parent, os.O_RDONLY)
        except OSError:  # it may not be read, or it is on Windows
            self._is_open = False
            return
        from threading import Event, Thread  # noqa: PLC0415 - mostly there is no line

        self._is_first = Event()
        Thread(target=_wait, args=(self._handle, self._is_first), daemon=True).start()


def _wait(handle: int, is_first: "Event") -> None:
    import fcntl  # noqa: PLC0415 - not on Windows

    with suppress(OSError):  # a file system without such locks: then all are first
        fcntl.flock(handle, fcntl.LOCK_EX)
    is_first.set()

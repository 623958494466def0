"""Standing in line for the write lock, so that who comes first writes first, more or less.

A lock on the ledger's folder is handed on by the system about in the order in which it was asked
for, and goes with its process. Who has it tries for the ledger again and again. The others sleep,
and now and then try as well: the first in line may have been suspended, or be there for another
ledger in the same folder.
"""

import os
from pathlib import Path
from threading import Event, Thread
from time import sleep

from netlog.ledger.file.waiting import a_moment

_FIRST_TRIES_AFTER_SECONDS = 0.004
_OTHERS_TRY_AFTER_SECONDS = 0.5


class Line:
    """A place in the line before a ledger, from the first pause until it is closed."""

    def __init__(self, ledger: Path) -> None:
        """Take the ledger; most commands find it free, and stand in no line."""
        self._ledger = ledger
        self._place: _Place | None = None

    def close(self) -> None:
        """Let the next one be the first."""
        if self._place is not None:
            self._place.has_left.set()

    def pause(self) -> None:
        """Wait until it is worth trying again."""
        if self._place is None:
            self._place = _Place(self._ledger)
        self._place.wait()


class _Place:
    """A thread asks for the lock, and alone has the handle, which no other one could close then."""

    def __init__(self, ledger: Path) -> None:
        self._folder = ledger.resolve().parent
        self._is_next, self._is_first, self.has_left = Event(), False, Event()
        try:
            Thread(target=self._stand, daemon=True).start()
        except RuntimeError:  # there are as many as there may be
            self._is_next.set()

    def wait(self) -> None:
        if not self._is_next.wait(_OTHERS_TRY_AFTER_SECONDS):
            return
        if self._is_first:
            sleep(_FIRST_TRIES_AFTER_SECONDS)
        else:
            a_moment()

    def _stand(self) -> None:
        try:
            import fcntl  # noqa: PLC0415 - not on Windows

            handle = os.open(self._folder, os.O_RDONLY | os.O_CLOEXEC)
        except (ImportError, OSError):  # it may not be read
            self._is_next.set()
            return
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            self._is_first = True
            self._is_next.set()
            self.has_left.wait()
        except OSError:  # a file system without such locks
            self._is_next.set()
        finally:
            os.close(handle)

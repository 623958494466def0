"""Long output, a screen at a time: through `less`, or whatever `PAGER` names, on a terminal only.

What fits on the screen is simply printed. Only what is longer starts the pager, so the usual
morning waits for no other program.
"""

import io
import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout, suppress
from pathlib import Path
from typing import TextIO

_CHOICES = ("NETLOG_PAGER", "PAGER")  # the first that is set; empty or "cat" for none
_USUAL = "less"
# Leave at once what fits after all, pass colours on, and do not clear the screen.
_LESS = "FRX"
_COLOURS = "-R"  # where the user's own LESS forgets them, it would show them as raw codes
_ISOLATES = dict.fromkeys((0x2068, 0x2069))  # which `sink` puts around words; `less` shows them


@contextmanager
def paging() -> Iterator[None]:
    """Send what the block prints through a pager where it is long and a person is there to read.

    What goes to standard error after the first line of output is shown after the last one.
    """
    command = _pager() if _is_watched() else None
    if command is None:
        yield
        return
    screen = _Screen(sys.stdout, command)
    notes = _Notes(sys.stderr, screen)
    try:
        with redirect_stdout(screen), redirect_stderr(notes):
            yield
    finally:
        screen.finish()
        notes.finish()


def _is_watched() -> bool:
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return all(stream is not None and stream.isatty() for stream in streams)


def _pager() -> Sequence[str] | None:
    if os.environ.get("TERM", "dumb") == "dumb":
        return None
    chosen = next((os.environ[name] for name in _CHOICES if name in os.environ), _USUAL)
    try:
        command = shlex.split(chosen)
    except ValueError:
        return None
    if not command or command == ["cat"] or shutil.which(command[0]) is None:
        return None
    return [*command, _COLOURS] if Path(command[0]).name == "less" else command


class _Held(io.TextIOBase):
    """What is written to a terminal, kept until it is clear how to show it."""

    def __init__(self, terminal: TextIO) -> None:
        self._terminal, self._kept = terminal, io.StringIO()

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return self._terminal.encoding

    @property
    def is_empty(self) -> bool:
        return not self._kept.tell()

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._terminal.fileno()

    def write(self, text: str) -> int:
        return self._kept.write(text)

    def finish(self) -> None:
        """Show what was kept."""
        self._terminal.write(self._kept.getvalue())
        self._terminal.flush()


class _Notes(_Held):
    """Standard error: a question comes through at once, and what follows output stays behind it."""

    def __init__(self, terminal: TextIO, screen: "_Screen") -> None:
        super().__init__(terminal)
        self._screen = screen

    def write(self, text: str) -> int:
        if self._screen.is_empty:
            return self._terminal.write(text)
        return super().write(text)

    def flush(self) -> None:
        self._terminal.flush()


class _Screen(_Held):
    """Standard output: a pager takes over as soon as there is more than the terminal can show."""

    def __init__(self, terminal: TextIO, command: Sequence[str]) -> None:
        super().__init__(terminal)
        self._command = command
        self._room = shutil.get_terminal_size().lines - 1  # the last line is for the prompt
        self._pager: subprocess.Popen[str] | None = None
        self._interrupts: object = None

    def write(self, text: str) -> int:
        if self._pager is not None:
            self._feed(text)
            return len(text)
        super().write(text)
        self._room -= text.count("\n")
        if self._room < 0:
            self._start()
        return len(text)

    def finish(self) -> None:
        """Wait until the reader has seen enough, or show what needed no pager."""
        if self._pager is None:
            super().finish()
            return
        with suppress(BrokenPipeError):
            self._pager.stdin.close()  # type: ignore[union-attr]  # it is a pipe
        self._pager.wait()
        signal.signal(signal.SIGINT, self._interrupts)  # type: ignore[arg-type]

    def _start(self) -> None:
        self._terminal.flush()
        self._pager = subprocess.Popen(  # noqa: S603 - the user's own choice
            self._command,
            stdin=subprocess.PIPE,
            text=True,
            encoding=self._terminal.encoding,
            errors="backslashreplace",
            env={"LESS": _LESS, **os.environ},
        )
        # Ctrl-C is for the pager now: it stops a search there and must not leave it orphaned.
        self._interrupts = signal.signal(signal.SIGINT, signal.SIG_IGN)
        self._feed(self._kept.getvalue())

    def _feed(self, text: str) -> None:
        with suppress(BrokenPipeError):  # the reader has seen enough
            self._pager.stdin.write(text.translate(_ISOLATES))  # type: ignore[union-attr]
            self._pager.stdin.flush()  # type: ignore[union-attr]

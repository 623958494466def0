"""A command to type next: for the ledger, and with the key, that the options of this one named."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from netlog.errors import shell_word

Files = Callable[[], list[tuple[str, str]]]
_FILES: ContextVar[Files] = ContextVar("files", default=list)


@contextmanager
def typed_with(files: Files) -> Iterator[None]:
    """Let what is told to be typed in the block name the files that a command line named.

    Args:
        files: the options and what was typed behind each, once the command line is read.
    """
    before = _FILES.set(files)
    try:
        yield
    finally:
        _FILES.reset(before)


def typed(command: str) -> str:
    """What to type, such as "netlog undo": another ledger would be the wrong one."""
    options = [word for option, file in _FILES.get()() for word in (option, shell_word(file))]
    return " ".join(["netlog", *options, command])

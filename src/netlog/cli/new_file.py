"""What was typed for a file that a command makes."""

from netlog.errors import Unreadable

STANDARD_OUTPUT = "-"  # as typed: ./- is a file


def refuse_idle_force(file: str | None, usage: str, *, force: bool) -> None:
    """Refuse `--force` where no file is written that it could replace.

    Args:
        file: what was typed for it, None for nothing.
        usage: a command line with a file.
        force: whether it was given.

    Raises:
        Unreadable: it was, and there is no file.
    """
    if force and file in (None, STANDARD_OUTPUT):
        raise Unreadable("--force is for a file.", usage)

"""The program: one command line in, one exit code out."""

import os
import sys
from collections.abc import Sequence

import typer

from netlog.cli.app import run as run_command
from netlog.errors import NetlogError
from netlog.render.sink import tell

USAGE = 2
INTERRUPTED = 130


def main(argv: Sequence[str]) -> int:
    """Run a command line; the one place where errors become text and exit codes.

    Args:
        argv: what was typed after the program's name.

    Returns:
        0 done; 1 overdue items for `due --exit-code`; 2 usage; 3 refused; 4 the ledger cannot be
        used; 130 interrupted.
    """
    try:
        return run_command(argv)
    except NetlogError as error:
        tell(f"netlog: {error.message}")
        if error.hint:
            tell(f"  {error.hint}")
        tell(*(f"    {choice}" for choice in error.choices))
        return error.exit_code
    except typer.TyperException as error:
        tell(f"netlog: {error.format_message()}", f"  {_usage(error)}")
        return USAGE
    except (typer.Abort, KeyboardInterrupt):
        return INTERRUPTED


def _usage(error: typer.TyperException) -> str:
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "netlog"
    return f"{command} --help shows how it is used."


def run() -> None:
    """The console script."""
    try:
        code = main(sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output has seen enough. Python would complain once more on exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    sys.exit(code)


if __name__ == "__main__":
    run()

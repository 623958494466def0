"""The program: one command line in, one exit code out."""

import gc
import sys
from collections.abc import Sequence

USAGE = 2
OUTPUT_LOST = 4
INTERRUPTED = 130


def main(argv: Sequence[str]) -> int:
    """Run a command line; the one place where errors become text and exit codes.

    Args:
        argv: what was typed after the program's name.

    Returns:
        0 done; 1 overdue items for `due --exit-code`; 2 usage; 3 refused; 4 the ledger cannot be
        used; 130 interrupted.

    Raises:
        EOFError: what no command expects, as any other error in the program.
    """
    import typer

    from netlog.cli.app import run as run_command
    from netlog.errors import NetlogError

    try:
        return run_command(argv)
    except NetlogError as error:
        _tell(error.message, error.hint, error.choices)
        return error.exit_code
    except typer.TyperException as error:
        from netlog.cli.helping import in_plain_words

        _tell(in_plain_words(error.format_message()), _usage_hint(error, argv))
        return USAGE
    except OSError as error:  # Typer's own help, printed to where nothing can be written
        _tell(f"the output cannot be written: {error.strerror}.", "")
        return OUTPUT_LOST
    except typer.Abort as error:
        if isinstance(
            error.__cause__, EOFError
        ):  # Typer takes it for Ctrl-D; no question raises it
            raise error.__cause__ from None
        return INTERRUPTED
    except KeyboardInterrupt:
        return INTERRUPTED


def _usage_hint(error: Exception, argv: Sequence[str]) -> str:
    from netlog.cli.commands import COMMANDS, place_of_command

    context = getattr(error, "ctx", None)
    if context is not None:
        from netlog.cli.helping import what_says_so

        said_so = what_says_so(context.command.name, getattr(error, "option_name", None))
        if said_so is not None:
            return said_so
    command = "netlog" if context is None else context.command_path
    place = place_of_command(argv)
    if context is None and place < len(argv) and argv[place] in COMMANDS:
        command = f"netlog {argv[place]}"  # Typer forgets it where a value is missing
    return f"{command} --help shows how it is used."


def _tell(message: str, hint: str, choices: Sequence[str] = ()) -> None:
    from netlog.render.sink import tell

    hints = [f"  {hint}"] if hint else []
    tell(f"netlog: {message}", *hints, *(f"    {choice}" for choice in choices))


def run() -> None:
    """The console script.

    The garbage collector stays off: a command lives for a moment and leaves little garbage, while
    the collector would walk through everything that was imported, again and again, for a third of
    the time that `netlog due` takes. Frozen, it does not do so at the end either.
    """
    gc.disable()
    try:
        code = main(sys.argv[1:])
    except KeyboardInterrupt:
        code = INTERRUPTED
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    run()

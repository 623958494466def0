"""How one command line is run."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import typer

from netlog.cli.commands import COMMANDS, build, place_of_command
from netlog.cli.desk import Invocation
from netlog.errors import NetlogError

if TYPE_CHECKING:
    from netlog.domain.notices import Notice

SPELLINGS = {"apologise": "apologize"}
COMPLETING = "_NETLOG_COMPLETE"  # set to its name by a shell that asks what can be typed


def run(argv: Sequence[str]) -> int:
    """Run one command line, without the program's name, and return its exit code.

    Raises:
        NetlogError: something a person can understand and mend.
        typer.TyperException, typer.Abort: the command line cannot be parsed, or was given up.
    """
    if shell := os.environ.get(COMPLETING):
        from netlog.cli.completing import answer

        return answer(shell, argv)
    from netlog.ledger.file.hearing import heard_by
    from netlog.ledger.file.key import own_keys
    from netlog.ledger.file.signals import receipts_first
    from netlog.render.typed import typed_with

    invocation = Invocation(_normalised(list(argv)), _run, pages=True)
    with receipts_first(), heard_by(_tell), own_keys(), typed_with(invocation.files):
        return _run(invocation)


def _normalised(argv: list[str]) -> list[str]:
    """The command line in the words of this program, where other ones are as usual."""
    place = place_of_command(argv)
    before, typed, rest = argv[:place], argv[place : place + 1], argv[place + 1 :]
    if typed == ["help"]:
        typed, rest = rest[:1], ["--help"]
    if typed == ["version"]:
        return [*before, "--version"]
    return [*before, *(SPELLINGS.get(word, word) for word in typed), *rest]


def _tell(notice: "Notice") -> None:
    from netlog.render.notices import tell_notice

    tell_notice(notice)


def _run(invocation: Invocation) -> int:
    try:
        result: Any = build(invocation.argv)(
            list(invocation.argv), prog_name="netlog", standalone_mode=False, obj=invocation
        )
    except NetlogError as error:
        if invocation.files():
            error.hint = _with_files(error.hint)
        raise
    except (typer.TyperException, typer.Abort):
        raise
    except Exception as error:
        _tell_whether_damaged(invocation, error)
        raise
    return int(result or 0)


def _with_files(hint: str) -> str:
    """What to do now, with the commands in it for the ledger of this one."""
    import re

    from netlog.render.typed import typed

    return re.sub(rf"\bnetlog (?=(?:{'|'.join(COMMANDS)})\b)", lambda _: typed(""), hint)


def _tell_whether_damaged(invocation: Invocation, error: Exception) -> None:
    """Tell damage where what was read of the ledger cannot be drawn.

    Raises:
        LedgerDamaged: the ledger holds what netlog never wrote.
    """
    from netlog.ledger.file.access import told_whether_damaged

    if invocation.opened is not None:
        with told_whether_damaged(invocation.opened):
            raise error

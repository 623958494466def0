"""A ledger made of the rows of another one, as a file of plain text holds them."""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from netlog.errors import Refused
from netlog.ledger.file.audit import damages
from netlog.ledger.file.everything import fill
from netlog.ledger.file.restore import last_change
from netlog.ledger.file.unfit import UnfitRow
from netlog.ledger.write.anew import begin_journal, project_anew
from netlog.ledger.write.change import write_all

Rows = Mapping[str, Sequence[Mapping[str, Any]]]

MEND = "Nothing was written. Put that right in the file, and bring it in again."
ANEW = "Nothing was written. Export again, or restore from a backup."
# What the tables take may still be nothing that anything could follow from.
_OF_WRONG_ROWS = (
    *(sqlite3.Error, LookupError, TypeError, ValueError),
    *(AttributeError, ArithmeticError, RecursionError),
)


def make_of(
    path: Path,
    rows: Rows,
    where: Callable[[str, int], str],
    command: str,
    summary: str,
) -> None:
    """Let a ledger without anything hold these rows, with what follows from them.

    Args:
        path: the ledger; made where there is none.
        rows: by table; with those of the journal, or without: then it begins anew.
        where: how a row is called that is wrong, by its table and its number from 1.
        command: the command line, for a journal that begins anew.
        summary: what it does, likewise.

    Raises:
        Refused: the rows are not those of a sound ledger, or there is something in this one;
            nothing was written.
        LedgerUnusable: the file cannot be used as it is.
    """

    def run(connection: sqlite3.Connection) -> tuple[int, bytes] | None:
        if last_change(connection) is not None:  # told since somebody looked
            raise Refused("There is something in the ledger by now.", "Nothing was written.")
        take_in(connection, rows, where, command, summary)
        return last_change(connection)

    write_all(path, run)


def take_in(
    connection: sqlite3.Connection,
    rows: Rows,
    where: Callable[[str, int], str],
    command: str,
    summary: str,
) -> None:
    """Write these rows into tables in which nothing is, and what follows from them; see `make_of`.

    Raises:
        Refused: the rows are not those of a sound ledger.
    """
    try:
        fill(connection, rows)
        project_anew(connection)
        if not rows.get("change"):
            begin_journal(connection, command, summary)
        wrong = next(damages(connection), None)
    except UnfitRow as error:
        place = where(error.table, error.number)
        raise _unsound(f"{place}: {error.why}", MEND) from error
    except _OF_WRONG_ROWS as error:
        raise _unsound(str(error)) from error
    if wrong is not None:
        raise _unsound(wrong.sentence.rstrip("."))


def _unsound(why: str, hint: str = ANEW) -> Refused:
    return Refused(f"The file is not as netlog wrote it: {why}.", hint)

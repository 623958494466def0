"""Another copy of the ledger in use: looked at in a private copy, and never touched itself."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from netlog.errors import LedgerUnusable, Refused, shell_word
from netlog.ledger.file.restore import opened
from netlog.ledger.file.strays import JOURNAL, beside


@contextmanager
def other_copy(path: Path, ledger: Path) -> Iterator[sqlite3.Connection]:
    """A private copy of another ledger, of the newest format and sound, for as long as the block.

    Args:
        path: the other one.
        ledger: the one in use, beside which the copy is made.

    Raises:
        Refused: it is the one in use, or there is none.
        LedgerUnusable: it is no sound ledger, or a newer netlog wrote it.
    """
    if not path.exists():
        raise Refused(f"There is no file {path}.", "netlog join FILE names another copy.")
    if ledger.exists() and path.samefile(ledger):
        raise Refused(f"{path} is this ledger itself.", "netlog join FILE names another copy.")
    if beside(path, JOURNAL).exists():
        raise LedgerUnusable(
            f"A command was stopped while it wrote to {path}. It was left as it is.",
            f"Let it be mended first: netlog --ledger {shell_word(str(path))} due",
        )
    with opened(path, ledger, "Nothing was changed. netlog doctor looks a ledger over.") as copy:
        yield copy

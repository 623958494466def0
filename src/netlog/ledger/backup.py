"""A verified copy of the ledger, beside it."""

import os
import sqlite3
from pathlib import Path

from netlog.errors import LedgerUnusable
from netlog.ledger.connect import open_reader


def back_up(path: Path) -> Path:
    """Copy the ledger under a name that is still free, and check the copy.

    Raises:
        LedgerUnusable: the copy is not whole; the ledger was not touched.
    """
    copy = _reserve_free_name(path)
    source = open_reader(path)
    target = sqlite3.connect(copy)
    try:
        source.backup(target)
        verdict = target.execute("PRAGMA integrity_check").fetchone()[0]
    finally:
        target.close()
        source.close()
    if verdict != "ok":
        copy.unlink()
        raise LedgerUnusable(
            f"The ledger {path} is damaged: {verdict}. It was left as it is.",
            "Restore it from a backup.",
        )
    return copy


def _reserve_free_name(path: Path) -> Path:
    number = 1
    while True:
        copy = path.with_name(f"{path.name}.backup-{number}")
        try:
            os.close(os.open(copy, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError:
            number += 1
        else:
            return copy

"""A verified copy of the ledger, beside it."""

import sqlite3
from contextlib import closing
from itertools import count
from pathlib import Path

from netlog.ledger.file.connect import open_reader
from netlog.ledger.file.draft import NameTaken, drafting, publish
from netlog.ledger.file.faults import damaged


def back_up(path: Path) -> Path:
    """Copy the ledger, check the copy, and give it a name that is still free.

    Raises:
        LedgerUnusable: the copy is not whole; the ledger was not touched.
    """
    with drafting(path) as draft:
        with closing(open_reader(path)) as source, closing(sqlite3.connect(draft)) as target:
            source.backup(target)
            verdict = target.execute("PRAGMA integrity_check").fetchone()[0]
        if verdict != "ok":
            raise damaged(path, verdict)
        return _publish_under_a_free_name(draft, path)


def _publish_under_a_free_name(draft: Path, path: Path) -> Path:
    for number in count(1):
        copy = path.with_name(f"{path.name}.backup-{number}")
        try:
            publish(draft, copy)
        except NameTaken:
            continue
        return copy
    raise AssertionError("numbers do not end")

"""A ledger written anew with a key, or without: another file, whole before it takes the place.

The rows do not change, so nothing of it is in the journal. No copy of what was before is made: one
of a plain ledger would be in plain.
"""

import os
import stat
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from netlog.errors import LedgerUnusable, Refused
from netlog.ledger.file.access import writing
from netlog.ledger.file.audit import damages
from netlog.ledger.file.connect import open_writer
from netlog.ledger.file.copies import copies_of, plain_beside
from netlog.ledger.file.create import laying_out
from netlog.ledger.file.draft import drafting, publish
from netlog.ledger.file.faults import damaged
from netlog.ledger.file.identity import identify
from netlog.ledger.file.key import Key, know, may_be_encrypted
from netlog.ledger.file.restore import replace_rows
from netlog.ledger.write.journal import tip
from netlog.ledger.write.orm import get_ready
from netlog.ledger.write.schema import SQLModel

if TYPE_CHECKING:
    import sqlite3

    from netlog.ledger.file.cipher import Cipher


def encrypt(ledger: Path, key: Key) -> None:
    """Let the file of a ledger be readable with a key only.

    Raises:
        NoLedgerYet: there is none.
        Refused: it is encrypted already.
        LedgerUnusable: it is damaged, or cannot be written; it stays as it was.
    """
    know(key)
    _write_anew(ledger, key.new_cipher)


def decrypt(ledger: Path) -> None:
    """Let the file of a ledger be readable without a key.

    Raises:
        NoLedgerYet: there is none.
        Refused: it is not encrypted.
        LedgerUnusable: it is damaged, or cannot be written; it stays as it was.
    """
    _write_anew(ledger, None)


def refuse_encrypted(ledger: Path) -> None:
    """Refuse a ledger that has a key already, before another is made for it.

    Raises:
        NoLedgerYet: there is none.
        Refused: it is encrypted.
        LedgerUnusable: it is no ledger.
    """
    if may_be_encrypted(ledger):
        raise _is_so_already(ledger, is_encrypted=True)
    identify(ledger)


def _is_so_already(ledger: Path, *, is_encrypted: bool) -> Refused:
    if is_encrypted:
        hint = "For another key: netlog decrypt, and then netlog encrypt."
        return Refused(f"{ledger} is encrypted already.", hint)
    return Refused(f"{ledger} is not encrypted.", "There is nothing to do.")


def plain_copies(ledger: Path) -> Sequence[Path]:
    """The copies of a ledger that anybody can read who finds them."""
    made = [copy for copy in copies_of(ledger) if not may_be_encrypted(copy)]
    return made + plain_beside(ledger)


def encrypted_copies(ledger: Path) -> Sequence[Path]:
    """The copies of a ledger that its key opens, or another."""
    return [copy for copy in copies_of(ledger) if may_be_encrypted(copy)]


def _write_anew(ledger: Path, cipher: "Cipher | None") -> None:
    get_ready()
    with writing(ledger) as source:  # nobody else writes until the new file is there
        if (cipher is None) == (source.cipher is None):
            raise _is_so_already(ledger, is_encrypted=cipher is not None)
        file = ledger.resolve()
        rights = file.stat()
        with drafting(file) as draft:
            with laying_out(draft, cipher) as made:
                replace_rows(source, made)
                made.keep()
            _verify(ledger, source, draft)
            if os.name == "nt":
                source.close()  # an open file cannot be replaced there
            publish(draft, file, replacing=True)
            _keep_rights(file, rights)


def _verify(ledger: Path, source: "sqlite3.Connection", draft: Path) -> None:
    """Look the new file over as a doctor does, and compare what is in it.

    Raises:
        LedgerUnusable: it is not as it should be.
    """
    with closing(open_writer(draft)) as made:
        wrong = next(damages(made), None)
        if wrong is not None:
            raise damaged(ledger, wrong.sentence.rstrip("."))
        if _counts(made) != _counts(source) or tip(made) != tip(source):
            raise LedgerUnusable(
                f"Writing {ledger} anew would lose something. It was left as it is.",
                "This is a fault of netlog; please report it.",
            )


def _counts(connection: "sqlite3.Connection") -> Sequence[int]:
    return [
        connection.execute(f"SELECT count(*) FROM {table.name}").fetchone()[0]
        for table in SQLModel.metadata.sorted_tables
    ]


def _keep_rights(file: Path, rights: os.stat_result) -> None:
    """Let a new file have the mode and the owner of the one that it replaced, where that can be."""
    with suppress(OSError):
        file.chmod(stat.S_IMODE(rights.st_mode))
        if os.name != "nt" and (rights.st_uid, rights.st_gid) != (os.geteuid(), os.getegid()):
            os.chown(file, rights.st_uid, rights.st_gid)

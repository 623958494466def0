"""Verified copies of the ledger: those that netlog makes by itself, and those asked for.

Those that it makes by itself are rotated: `domain.rotation` tells which are worn out.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from netlog.config import Settings
from netlog.domain.rotation import worn_out
from netlog.folders import make_private
from netlog.ledger.file.backups import DAMAGED, KEPT, MOMENT, backups_of, folder_of, names_at
from netlog.ledger.file.connect import begin_to_read, is_cut_off, open_new, open_reader
from netlog.ledger.file.connection import LedgerConnection
from netlog.ledger.file.draft import NameTaken, drafting, publish
from netlog.ledger.file.faults import damaged, told_of, told_of_room
from netlog.ledger.file.handles import opened
from netlog.ledger.file.identity import identify
from netlog.ledger.file.new_file import new_file

_HEADER, _BLOCK = 100, 1 << 20
_COUNTERS = (
    (24, 28),
    (40, 44),
    (92, 100),
)  # https://www.sqlite.org/fileformat2.html#database_header


def back_up(ledger: Path, mark: str = "") -> Path:
    """Copy the ledger into the folder of its backups, and take away those that are worn out.

    Args:
        ledger: the ledger; another connection may hold its write lock, with nothing written yet.
        mark: KEPT leaves this one out of the rotation; DAMAGED is for one that need not be whole,
            and is no backup to go back to.

    Raises:
        NoLedgerYet: there is none.
        LedgerUnusable: the copy is not whole; the ledger was not touched, nor any backup.
    """
    identify(ledger)
    file, folder = ledger.resolve(), folder_of(ledger)
    with told_of(ledger):
        make_private(folder)
        try:
            with drafting(folder / file.name) as draft:
                copy(file, draft, checked=mark != DAMAGED)
                backup = _publish(draft, file, mark)
        finally:
            _take_away_if_empty(folder)
        _rotate(file, backup)
    return backup


@contextmanager
def backed_up(ledger: Path, mark: str) -> Iterator[Path]:
    """The backup of what was before the block, as `back_up` makes it; none where the block fails.

    Raises:
        NoLedgerYet, LedgerUnusable: as `back_up`.
    """
    backup = back_up(ledger, mark)
    try:
        yield backup
    except BaseException:
        with suppress(OSError):  # the block says what went wrong
            _discard(backup)
        raise


def back_up_once(ledger: Path) -> Path:
    """Copy the ledger, unless the last backup is as it is: what fails may be tried many times.

    Raises:
        NoLedgerYet, LedgerUnusable: as `back_up`.
    """
    last = next(iter(backups_of(ledger)), None)
    if last is not None and _pages(last.path) == _pages(ledger):
        return last.path
    return back_up(ledger)


def _pages(file: Path) -> tuple[int, bytes]:
    """What a file holds, but for the counters in its header, which each copying changes."""
    digest = sha256()
    with opened(file) as content:
        header = bytearray(content.read(_HEADER))
        for start, end in _COUNTERS:
            header[start:end] = bytes(end - start)
        digest.update(header)
        while block := content.read(_BLOCK):
            digest.update(block)
    return file.stat().st_size, digest.digest()


def release(backup: Path) -> None:
    """Let a backup that was kept out of the rotation take part in it again."""
    with suppress(OSError):
        backup.rename(backup.with_stem(backup.stem.removesuffix(KEPT)))


def _discard(backup: Path) -> None:
    """Take a backup away, and the folder of the backups where it was the only one."""
    backup.unlink()
    _take_away_if_empty(backup.parent)


def back_up_to(file: Path, settings: Settings, *, force: bool) -> None:
    """Copy the ledger into a file of the user's.

    Raises:
        NoLedgerYet: there is none.
        LedgerUnusable: the ledger or the copy is not whole.
        Refused, FileUnwritable: the copy cannot be in that file.
    """
    with new_file(file, settings, force=force) as draft:
        copy(settings.ledger, draft)


def copy(ledger: Path, target: Path, *, checked: bool = True) -> Sequence[str]:
    """Copy the ledger into an empty file, page by page; what is encrypted stays so.

    Args:
        ledger: the ledger, which is only read.
        target: the empty file.
        checked: whether SQLite is to check the copy.

    Returns:
        What is wrong with the file that the copy cannot tell, where it is not to be checked.

    Raises:
        NoLedgerYet: there is none.
        LedgerUnusable: the copy is not whole; the ledger was not touched.
    """
    identify(ledger)
    with (
        told_of(ledger),
        closing(open_reader(ledger)) as source,
        told_of_room(target),
        closing(open_new(target, source.cipher)) as made,
    ):
        return fill(made, source, ledger, checked=checked)


def fill(
    made: LedgerConnection, source: LedgerConnection, ledger: Path, *, checked: bool
) -> Sequence[str]:
    """Let what is empty hold what is in the ledger, as `copy` does."""
    begin_to_read(source)
    wrong = tuple(_made_whole(ledger, source))
    if wrong and checked:
        raise damaged(ledger, wrong[0])
    source.backup(made)
    verdict = made.execute("PRAGMA integrity_check").fetchone()[0] if checked else "ok"
    if verdict != "ok":
        raise damaged(ledger, verdict)
    return wrong


def _made_whole(ledger: Path, connection: LedgerConnection) -> Iterator[str]:
    """What copying would make whole again, with whatever is in it."""
    with suppress(sqlite3.DatabaseError):  # its tables cannot be read, which the copy tells
        if is_cut_off(connection, ledger):
            yield "its end is missing"
    if connection.cipher is not None:
        from netlog.ledger.file.cipher import broken_pages  # noqa: PLC0415 - see `key`

        for page in broken_pages(ledger, connection.cipher):
            yield f"page {page} is not as it was written"


def _publish(draft: Path, ledger: Path, mark: str) -> Path:
    """Give a copy the name of this moment, behind those of the same second."""
    now = datetime.now().astimezone()
    same = [backup for backup in backups_of(ledger) if f"{now:{MOMENT}}" in backup.path.stem]
    last = same[0].made_at.microsecond if same else 0
    names = names_at(now, ledger, mark + ledger.suffix, after=last)
    while True:
        backup = next(names)
        with suppress(NameTaken):
            publish(draft, backup)
            return backup


def _take_away_if_empty(folder: Path) -> None:
    with suppress(OSError):
        folder.rmdir()


def _rotate(ledger: Path, made: Path) -> None:
    """Take away what is worn out; never what was just made, where the clock was set back."""
    rotated = [backup for backup in backups_of(ledger) if not backup.kept]
    gone = worn_out(backup.made_at for backup in rotated)
    for backup in rotated:
        if backup.made_at in gone and backup.path != made:
            backup.path.unlink(missing_ok=True)

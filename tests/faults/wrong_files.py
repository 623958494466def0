"""Files that are no sound ledger: refused, left byte for byte, and nothing new in their place."""

import gzip
import os
import shutil
import socket
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from random import Random

from netlog.ledger.file.identity import APPLICATION_ID, SCHEMA_VERSION
from tests.faults.bench import Bench, first_of, short
from tests.faults.scenarios import YEAR
from tests.support.ledgers import query

COMMANDS = ("due", "report", "meet Somebody", "done 1", "undo", "doctor", "people")
UNUSABLE = 4
PAGE = 1024
Make = Callable[[Path, bytes, Random], str]  # where, a sound ledger, the dice: what it is


def provoke(bench: Bench, size: int, chance: Random) -> Iterator[str]:
    """So many wrong files, of each kind as many."""
    bench.tell(*YEAR, "done 1")
    sound = bench.ledger.read_bytes()
    for number in range(size):
        _clear(bench.ledger.parent)
        what = KINDS[number % len(KINDS)](bench.ledger, sound, chance)
        wrong = first_of(_wrong(bench))
        yield f"{number}, {what}: {short(wrong)}" if wrong else ""


def _clear(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.mkdir(mode=0o700)


def _wrong(bench: Bench) -> Iterator[str]:
    before = _all_in(bench.ledger.parent)
    for line in COMMANDS:
        said = bench.ask(*line.split())
        if said.code != UNUSABLE:
            yield f"{line}: exit {said.code}, {said.out}{said.err}"
        if "Traceback" in said.err or (line != "doctor" and not said.err.startswith("netlog: ")):
            yield f"{line} says {said.err}"
        if _all_in(bench.ledger.parent) != before:
            yield f"{line} changed the folder"


def _all_in(folder: Path) -> dict[str, tuple[int, bytes]]:
    """What is in a folder, but for the copies that are made before a format is changed."""
    return {
        path.name: (path.lstat().st_mode, path.read_bytes() if path.is_file() else b"")
        for path in folder.iterdir()
        if not path.name.endswith(".backups")
    }


def _empty(path: Path, _sound: bytes, _chance: Random) -> str:
    path.touch(mode=0o600)
    return "an empty file"


def _text(path: Path, _sound: bytes, chance: Random) -> str:
    length = chance.choice([1, 15, 16, 99, 100, 101, chance.randrange(100_000)])
    encoding = chance.choice(["utf-8", "utf-16", "latin-1"])
    text = "".join(chance.choices("dear diary,\n\0é", k=length))
    path.write_bytes(text.encode(encoding))
    return f"{length} letters in {encoding}"


def _noise(path: Path, _sound: bytes, chance: Random) -> str:
    length = chance.randrange(1, 100_000)
    path.write_bytes(chance.randbytes(length))
    return f"{length} bytes of noise"


def _cut_off(path: Path, sound: bytes, chance: Random) -> str:
    near_the_end = len(sound) - chance.choice([1, 100, PAGE - 1, PAGE, PAGE + 1])
    length = chance.choice([1, 50, 99, 100, chance.randrange(1, len(sound)), near_the_end])
    path.write_bytes(sound[:length])
    return f"the first {length} bytes of a ledger"


def _of_another(path: Path, _sound: bytes, chance: Random) -> str:
    mode, pages = chance.choice(["delete", "wal"]), chance.choice([512, 1024, 4096])
    number = chance.choice([0, chance.randrange(2**31)])
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA page_size = {pages}")
        connection.execute(f"PRAGMA journal_mode = {mode}")
        connection.execute(f"PRAGMA application_id = {number}")
        connection.execute("CREATE TABLE contact (id, name)")
    return f"another program's database ({mode}, {pages}, {number})"


def _of_another_time(path: Path, sound: bytes, chance: Random) -> str:
    version = chance.choice([0, -1, SCHEMA_VERSION + chance.randrange(1, 1000)])
    path.write_bytes(sound)
    query(path, f"PRAGMA user_version = {version}")
    return f"a ledger of version {version}"


def _head_only(path: Path, sound: bytes, chance: Random) -> str:
    length = chance.randrange(len(sound))
    path.write_bytes(sound[:100] + chance.choice([bytes(length), chance.randbytes(length)]))
    return f"a ledger's header, and {length} bytes of something else"


def _packed(path: Path, sound: bytes, chance: Random) -> str:
    before = chance.choice([b"", b"\n", b"\xef\xbb\xbf", b"\0"])
    path.write_bytes(before + sound if before else gzip.compress(sound))
    return f"a ledger, packed, or after {before!r}"


def _bare(path: Path, _sound: bytes, chance: Random) -> str:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {chance.choice([3, SCHEMA_VERSION])}")
        connection.execute(chance.choice(["CREATE TABLE contact (id, name)", "CREATE TABLE t (i)"]))
    return "a database that calls itself a ledger, without its tables"


def _no_file(path: Path, sound: bytes, chance: Random) -> str:
    how = chance.choice(["folder", "pipe", "socket", "link to nowhere", "link to a device", "loop"])
    if how == "folder":
        path.mkdir()
        path.joinpath("ledger.db").write_bytes(sound)
    elif how == "pipe":
        os.mkfifo(path)
    elif how == "socket":
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(str(path))
    else:
        targets = {"link to nowhere": "/nowhere/ledger.db", "link to a device": "/dev/zero"}
        path.symlink_to(targets.get(how, path))
    return f"a {how}"


KINDS: tuple[Make, ...] = (
    _empty,
    _text,
    _noise,
    _cut_off,
    _of_another,
    _of_another_time,
    _head_only,
    _packed,
    _bare,
    _no_file,
)

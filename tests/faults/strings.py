"""Hostile texts in every field, shown on a terminal: nothing steers it or turns a line around."""

import os
import pty
import re
import sqlite3
import struct
import tempfile
import termios
from collections.abc import Iterator
from contextlib import closing, suppress
from fcntl import ioctl
from random import Random

from netlog.render.sink import right_to_left
from tests.cli.hostile import PIECES, leaks
from tests.faults.bench import Bench, short
from tests.faults.tracing import start
from tests.support.ledgers import reindex

ROWS = 200  # in a ledger, of each field
LONGEST = 8
COLUMNS = 120
TEXTS = {
    "detail": ("value",),
    "event": ("about", "via", "note", "place"),
    "acknowledgement": ("via", "note"),
    "statement": ("via", "note"),
    "settlement": ("via", "note"),
    "attempt": ("via",),
    "change": ("command", "summary"),
}
READING = (
    "due --all",
    "history",
    "history alpha",
    "people",
    "people --archived",
    "report",
    "report alpha --evidence",
    "report omega",
    "report me",
    "report alpha --chronology",
    "brief alpha",
    "person alpha",
    "match",
    "review",
    "find a",
    "undo --list",
    "report alph",
    "report alpah",
    "check e1 --happy",
    "person alpha --alias beta",
)
_SGR = re.compile(r"\x1b\[[0-9;]*m")
_ISOLATED = re.compile("\u2068([^\u2068\u2069\n]+)\u2069")
REFUSED = 3


def provoke(bench: Bench, size: int, chance: Random) -> Iterator[str]:
    """So many strings in each field, as many at once as a ledger has rows of it."""
    os.environ |= {"TERM": "xterm-256color"}
    os.environ.pop("NO_COLOR", None)
    rows = min(ROWS, size)
    _write(bench, rows)
    for first in range(0, size, rows):
        seed = chance.randrange(2**32)
        _fill(bench, Random(seed))  # noqa: S311 - it has to be repeatable
        wrong = [""] * min(rows, size - first)
        for line in READING:
            code, shown = _on_a_terminal(bench, line.split())
            found = leaks(_plain(shown))
            if found or code not in (0, REFUSED):
                wrong[0] = f"texts of {seed}, {line}: exit {code}, {found}, {short(shown)}"
        yield from wrong


def _write(bench: Bench, rows: int) -> None:
    """A ledger with so many rows that have a text, of each field."""
    bench.tell("person beta --new --need tax", "person gamma --new --org omega")
    for number in range(rows):
        bench.tell(
            f"person alpha{'' if number else ' --new --org omega'} --skill s{number}"
            f" --email a{number}@b.c --phone {number} --alias x{number} --need n{number}",
            f"intro beta alpha --for need{number} --via via --note note --on 2026-10-01",
            f"check e{4 * number + 1} --silent --via via --note note --on 2026-10-02",
            f"reach alpha --about topic{number} --via via --note note --on 2026-10-03",
            "reach alpha --via via --on 2026-10-04",
            f"meet alpha guest{number} --new --at place --via via --note note --on 2026-10-05",
            "thank me --by alpha --via via --note note --on 2026-10-06",
        )


def _fill(bench: Bench, chance: Random) -> None:
    """Put another text into every field of every row, past the commands that would refuse it."""
    with closing(sqlite3.connect(bench.ledger)) as connection, connection:
        connection.create_function("hostile", 0, lambda: _hostile(chance))
        for table, columns in TEXTS.items():
            for column in columns:
                connection.execute(f"UPDATE {table} SET {column} = hostile() WHERE {column} <> ''")
        connection.execute(
            "UPDATE contact SET name = substr(hostile(), 1, 190) || id WHERE NOT is_me"
        )
    reindex(bench.ledger)


def _hostile(chance: Random) -> str:
    return "".join(_piece(chance) for _ in range(chance.randint(1, LONGEST)))


def _piece(chance: Random) -> str:
    if chance.random() < 0.6:
        return chance.choice(PIECES)
    code = chance.choice([chance.randrange(1, 0x100), chance.randrange(1, 0xD800)])
    return chr(chance.choice([code, code, chance.randrange(0xE000, 0x110000)]))


def _plain(shown: str) -> str:
    """What was shown without what netlog adds: colours, and isolates around right-to-left words."""
    return _ISOLATED.sub(_without_isolates, _SGR.sub("", shown).replace("\r\n", "\n"))


def _without_isolates(match: "re.Match[str]") -> str:
    is_turned = all(turned for text, turned in right_to_left(match[1]) if text)
    return match[1] if is_turned else match[0]


def _on_a_terminal(bench: Bench, argv: list[str]) -> tuple[int, str]:
    """Run a command line on a terminal of its own; its exit code and all that it showed."""
    ours, theirs = pty.openpty()
    ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, COLUMNS, 0, 0))
    with tempfile.TemporaryFile() as err:
        with os.fdopen(theirs, "wb", buffering=0) as terminal:
            process = start(bench.program(argv), terminal, err)
        shown = b"".join(_until_closed(ours))
        _, status = os.waitpid(process, 0)
        err.seek(0)
        return os.waitstatus_to_exitcode(status), (shown + err.read()).decode("utf-8", "replace")


def _until_closed(handle: int) -> Iterator[bytes]:
    with closing(os.fdopen(handle, "rb", buffering=0)) as terminal, suppress(OSError):
        while read := terminal.read(65_536):
            yield read

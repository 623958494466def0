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

from netlog.render.harmless import right_to_left
from tests.cli.hostile import PIECES, leaks
from tests.faults.bench import Bench, short
from tests.faults.tracing import start
from tests.support.ledgers import take_as_told

ROWS, TOLD = 400, 4  # in a ledger, of each field; and how many of them netlog itself writes
STEP = 1000  # between the ids of a row and its copy
SOME = 3
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
ALWAYS = (
    "due --all",
    "history --limit 100000",
    "people",
    "person alpha",
    "undo --list --limit 1000",
)
SOMETIMES = (
    "history alpha",
    "report",
    "report alpha --evidence",
    "report omega",
    "report alpha --chronology",
    "match",
    "review",
    "find a",
    "report alph",
    "report alpah",
    "check e2 --happy",
    "person alpha --alias beta",
    "people --archived",
)
IN_SMALL_LEDGERS = ("brief alpha", "report me")  # they take minutes with hundreds of needs
SMALL = 40
_COPIED = (
    *("detail", "event", "party", "number", "acknowledgement", "statement", "obligation"),
    *("settlement", "attempt", "introduction_outcome"),
)
_OF_ITS_OWN = (
    *("id", "event_id", "obligation_id", "acknowledgement_id", "statement_id", "item_id"),
    *("introduction_id", "debtor_place", "creditor_place", "cause_id"),
)
_SGR = re.compile(r"\x1b\[[0-9;]*m")
_ISOLATED = re.compile("\u2068([^\u2068\u2069\n]+)\u2069")
REFUSED = 3


def provoke(bench: Bench, size: int, chance: Random) -> Iterator[str]:
    """So many strings in each field, as many at once as a ledger has rows of it."""
    os.environ |= {"TERM": "xterm-256color"}
    os.environ.pop("NO_COLOR", None)
    rows = min(ROWS, size)
    others = (*SOMETIMES, *(IN_SMALL_LEDGERS if rows <= SMALL else ()))
    _write(bench, rows)
    for first in range(0, size, rows):
        seed = chance.randrange(2**32)
        _fill(bench, Random(seed))  # noqa: S311 - it has to be repeatable
        wrong = [""] * min(rows, size - first)
        for line in (*ALWAYS, *chance.sample(others, SOME)):
            code, shown = _on_a_terminal(bench, line.split())
            found = leaks(_plain(shown))
            if found or code not in (0, REFUSED):
                wrong[0] = f"texts of {seed}, {line}: exit {code}, {found}, {short(shown)}"
        yield from wrong


def _write(bench: Bench, rows: int) -> None:
    """A ledger with so many rows that have a text, of each field."""
    told = min(rows, TOLD)
    bench.tell("person beta --new --need tax", "person gamma --new --org omega")
    for number in range(told):
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
    with closing(sqlite3.connect(bench.ledger)) as connection, connection:
        for number in range(1, -(-rows // told)):
            for table in _COPIED:
                _copy_rows(connection, table, number)


def _copy_rows(connection: sqlite3.Connection, table: str, number: int) -> None:
    """Write the rows of a table once more, of events and items of their own."""
    columns = [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")]
    values = [f"{name} + {number * STEP}" if name in _OF_ITS_OWN else name for name in columns]
    if table == "detail":
        values[columns.index("key")] = f"key || ' {number}'"
    connection.execute(
        f"INSERT INTO {table} ({', '.join(columns)}) SELECT {', '.join(values)} FROM {table}"
        f" WHERE {columns[0]} < {STEP}"
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
    take_as_told(bench.ledger)


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

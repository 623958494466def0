"""A folder with a ledger in it, and netlog run on that, in this process or in a forked one."""

import contextlib
import gc
import io
import json
import os
import shlex
import sqlite3
import traceback
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Self

from netlog.__main__ import main
from tests.faults.tracing import CRASHED, Ended, Program, forked
from tests.support.ledgers import Dump, clear, dump, faults

TODAY = "2026-11-21"
State = Mapping[str, bytes | None]  # by path; None for a folder
A_MOMENT = 10**15  # microseconds; nothing else in a ledger is as large


class Said(NamedTuple):
    """How a command line ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as JSON."""
        return json.loads(self.out)


class Bench(contextlib.ExitStack):
    """A home folder of its own, for as long as the block."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        self.home = folder / "home"
        self.ledger = self.home / "private" / "ledger.db"
        self._told: dict[tuple[str, ...], State] = {}

    def __enter__(self) -> Self:
        """Make the folder, and let netlog find nothing else."""
        self.home.mkdir(parents=True)
        kept = dict(os.environ)
        self.callback(os.environ.update, kept)
        self.callback(os.environ.clear)
        for name in list(os.environ):
            if name.startswith(("NETLOG_", "XDG_", "COVERAGE_")):
                del os.environ[name]
        os.environ |= {
            "HOME": str(self.home),
            "NETLOG_LEDGER": str(self.ledger),
            "NETLOG_TODAY": TODAY,
            "NETLOG_PAGER": "",
            "NO_COLOR": "1",
        }
        return self

    def ask(self, *argv: str, today: str = TODAY) -> Said:
        """Run a command line in this process, whatever comes of it."""
        os.environ["NETLOG_TODAY"] = today
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                code = main(argv)
            except Exception:  # noqa: BLE001 - whatever it is, it is told
                code = CRASHED
                traceback.print_exc()
        if code:
            gc.collect()  # else the connection that the error came from keeps its lock
        return Said(code, out.getvalue(), err.getvalue())

    def tell(self, *lines: str) -> None:
        """Run command lines that all must go well."""
        for line in lines:
            said = self.ask(*shlex.split(line))
            assert said.code == 0, f"{line}\n{said.err}"

    def begin(self, *lines: str) -> None:
        """Let there be the ledger to which these lines were told, and nothing else."""
        if lines not in self._told:
            self.put_back({})
            self.tell(*lines)
            self._told[lines] = self.state()
        self.put_back(self._told[lines])

    def program(self, argv: Sequence[str]) -> Program:
        """A command line, to be run in a process of its own."""
        return lambda: main(argv)

    def in_a_process(self, *argv: str) -> Ended:
        """Run a command line in a process of its own."""
        return forked(self.program(argv))

    def state(self) -> State:
        """All that is in the home folder."""
        return {
            str(path.relative_to(self.home)): None if path.is_dir() else path.read_bytes()
            for path in sorted(self.home.rglob("*"))
        }

    def put_back(self, state: State) -> None:
        """Let the home folder hold just that."""
        clear(self.home)
        for name, content in state.items():
            path = self.home / name
            if content is None:
                path.mkdir(mode=0o700)
            else:
                path.touch(mode=0o600)
                path.write_bytes(content)

    def dump(self) -> Dump | str:
        """What is told in the ledger and what follows, without moments; or why it is unreadable."""
        try:
            return without_moments(dump(self.ledger))
        except sqlite3.Error as error:
            return f"unreadable: {error}"

    def faults(self) -> list[str]:
        """What netlog finds wrong with the ledger."""
        try:
            return faults(self.ledger) if self.ledger.exists() else []
        except (sqlite3.Error, ValueError, TypeError) as error:
            return [f"unreadable: {error!r}"]


def without_moments(found: Dump) -> Dump:
    """The same but for when it was told, which differs from run to run."""
    return {
        table: [
            tuple(value for value in row if not (isinstance(value, int) and value > A_MOMENT))
            for row in rows
        ]
        for table, rows in found.items()
    }


def short(text: str, most: int = 300) -> str:
    """The end of a long text, on one line."""
    return " / ".join(text.strip().splitlines()[-3:])[-most:]


def first_of(wrongs: Iterable[str]) -> str:
    """The first thing that is wrong, or "" where nothing is."""
    return next(filter(None, wrongs), "")

"""Running the program: in this process, or as one of its own."""

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from netlog.__main__ import main

TODAY = "2026-11-21"


@dataclass(frozen=True)
class Result:
    """What a command line printed, and the code it ended with."""

    code: int
    out: str
    err: str

    @property
    def text(self) -> str:
        """Everything that a person at the terminal sees."""
        return self.out + self.err

    @property
    def json(self) -> Any:
        """Standard output as JSON."""
        return json.loads(self.out)


@dataclass
class Program:
    """The program in this process."""

    monkeypatch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]

    def run(self, *argv: str, today: str = TODAY, code: int | None = 0) -> Result:
        """Run one command line and require its exit code; any code for None."""
        self.monkeypatch.setenv("NETLOG_TODAY", today)
        self.capsys.readouterr()
        ended = main(argv)
        printed = self.capsys.readouterr()
        result = Result(ended, printed.out, printed.err)
        assert code in (None, ended), (
            f"exit {ended}, expected {code}: {shlex.join(argv)}\n{result.text}"
        )
        return result


def environment(ledger: Path, today: str = TODAY, **more: str) -> Mapping[str, str]:
    """The environment of a process of its own: nothing but what it needs."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": os.environ["HOME"],
        "LANG": "C.UTF-8",
        "NETLOG_LEDGER": str(ledger),
        "NETLOG_TODAY": today,
        "NETLOG_PAGER": "",
        **more,
    }


def run_process(
    ledger: Path, *argv: str, today: str = TODAY, **more: str
) -> "subprocess.CompletedProcess[str]":
    """Run one command line as a process without a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "netlog", *argv],
        env=environment(ledger, today, **more),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )

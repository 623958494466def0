"""Killing a command at one system call on its files, with strace."""

import re
import shutil
import subprocess
import sys
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

Ended = subprocess.CompletedProcess[str]
CALLS = "write,pwrite64,fsync,fdatasync,ftruncate,unlink,link,linkat,rename,unlinkat,renameat2"


@cache
def strace_works() -> bool:
    """Whether strace is there and may trace."""
    if shutil.which("strace") is None:
        return False
    return subprocess.run(["strace", "-o", "/dev/null", "true"], check=False).returncode == 0


@dataclass(frozen=True)
class Killing:
    """A Python program of its own, killed at one of its system calls on files in a folder."""

    program: Sequence[str]
    environ: Mapping[str, str]
    folder: Path

    def points(self, file: str = "", calls: str = CALLS) -> list[tuple[str, int]]:
        """Run it to its end; each call on the folder or its files, with its number of its kind."""
        log = self.folder.parent / "strace.log"
        self._run("-y", "-o", str(log), f"-etrace={calls}", codes={0})
        seen: dict[str, int] = {}
        found = []
        for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
            call = re.match(r"(?:\d+ +)?(\w+)\(", line)
            if call is None:
                continue
            seen[call[1]] = seen.get(call[1], 0) + 1
            if f"{self.folder}/{file}" in line or (not file and f"<{self.folder}>" in line):
                found.append((call[1], seen[call[1]]))
        return found

    def at(self, point: tuple[str, int]) -> None:
        """Run it, and kill it at the entry of that call."""
        call, number = point
        self._run(f"-einject={call}:signal=KILL:when={number}", "-o", "/dev/null", codes={-9, 137})

    def signalled(self, point: tuple[str, int], name: str) -> Ended:
        """Run it, and send it that signal at the entry of that call."""
        call, number = point
        return self._run(f"-einject={call}:signal={name}:when={number}", "-o", "/dev/null")

    def _run(self, *options: str, codes: Collection[int] = ()) -> Ended:
        ended = subprocess.run(
            ["strace", "-f", "--seccomp-bpf", *options, sys.executable, *self.program],
            env={**self.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        assert not codes or ended.returncode in codes, ended.stderr
        return ended


def spread(points: Sequence[tuple[str, int]], most: int) -> list[tuple[str, int]]:
    """At most so many of the points: the last one, and others evenly before it."""
    step = max(1, -(-len(points) // most))
    return list(points[::-1][::step])

"""The recipe for a prompt in docs/scripting.md, in a real bash."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.looking import Netlog, given
from tests.support.program import environment

PAGE = Path(__file__).parents[2] / "docs" / "scripting.md"
WAIT = """
for _ in $(seq 300); do [ -e "$HOME/.cache/netlog-overdue" ] && break; sleep 0.1; done
"""
pytestmark = pytest.mark.skipif(
    not (shutil.which("bash") and shutil.which("jq")), reason="the recipe needs bash and jq"
)


def recipe() -> str:
    """The indented block that defines the prompt."""
    block = re.search(r"^    overdue\(\) \{\n(?:    .*\n)+", PAGE.read_text(), re.MULTILINE)
    assert block
    return re.sub("^    ", "", block[0], flags=re.MULTILINE)


def in_bash(ledger: Path, folder: Path, script: str) -> list[str]:
    """Run the recipe and then a script; `netlog` also notes in a file that it was called."""
    programs = folder / "bin"
    programs.mkdir()
    netlog = programs / "netlog"
    netlog.write_text(f'#!/bin/sh\necho >> {folder}/calls\nexec {sys.executable} -m netlog "$@"\n')
    netlog.chmod(0o755)
    env = {**environment(ledger), "PATH": f"{programs}:{os.environ['PATH']}"}
    ended = subprocess.run(
        ["bash", "-c", recipe() + script],
        env=env,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert ended.stderr == ""
    return ended.stdout.splitlines()


def test_the_prompt_shows_the_number_and_asks_once(
    netlog: Netlog, ledger: Path, tmp_path: Path
) -> None:
    given(
        netlog, ledger, "2026-11-01 meet Dana Sam\n2026-11-01 promise x --to Sam --due 2026-12-01"
    )
    script = f'overdue; echo "<$overdue>"; {WAIT} overdue; overdue; echo "<$overdue>"'
    assert in_bash(ledger, tmp_path, script) == ["<>", "<4>"]
    assert (tmp_path / "calls").read_text() == "\n"


def test_a_minute_later_it_asks_again(netlog: Netlog, ledger: Path, tmp_path: Path) -> None:
    given(netlog, ledger, "2026-11-01 meet Dana")
    again = 'rm "$HOME/.cache/netlog-overdue"; SECONDS=61'
    script = (
        f'overdue; {WAIT} {again}; overdue; echo "<$overdue>"; {WAIT} overdue; echo "<$overdue>"'
    )
    assert in_bash(ledger, tmp_path, script) == ["<>", "<2>"]
    assert (tmp_path / "calls").read_text() == "\n\n"


def test_nothing_overdue_is_no_word(netlog: Netlog, ledger: Path, tmp_path: Path) -> None:
    given(netlog, ledger, "2026-11-21 meet Dana")
    assert in_bash(ledger, tmp_path, f'overdue; {WAIT} overdue; echo "<$overdue>"') == ["<>"]

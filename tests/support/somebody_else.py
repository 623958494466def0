"""Files of somebody else, and a process that may do no more with them than anybody.

Root may do everything because of its capabilities, so the process is root's, without them. It
is not the process that becomes somebody else: who has no rights may be unable to reach the
interpreter and the program, such as below a home folder of mode 0700.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

SOMEBODY_ELSE = 65534
WITHOUT_CAPABILITIES = ("setpriv", "--bounding-set=-all", "--inh-caps=-all")

needs_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0 or shutil.which("setpriv") is None,
    reason="needs root, to give files to somebody else",
)


def give_away(*paths: Path) -> None:
    """Make files and folders somebody else's."""
    for path in paths:
        os.chown(path, SOMEBODY_ELSE, SOMEBODY_ELSE)


def run_without_capabilities(
    environment: Mapping[str, str], *argv: str
) -> "subprocess.CompletedProcess[str]":
    """Run one command line as a process to which the rights of files apply."""
    return subprocess.run(
        [*WITHOUT_CAPABILITIES, sys.executable, "-m", "netlog", *argv],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
    )

"""Commands that only read start without what they have no use for."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.once import Once
from tests.support.program import environment, run_process

ENCRYPTED = ("sqlcipher3", "keyring", "netlog.ledger.file.cipher", "getpass")
NETWORK = ("caldav", "requests", "netlog.network", "netlog.cli.login")
HEAVY = ("sqlmodel", "sqlalchemy", "pydantic", "alembic", *ENCRYPTED, *NETWORK)
NEEDLESS = ("platformdirs",) if sys.platform == "linux" else ()
PROBE = f"""
import sys
from netlog.__main__ import main
code = main(sys.argv[1:])
print(code, *[name for name in {HEAVY + NEEDLESS} if name in sys.modules], file=sys.stderr)
"""


@pytest.fixture
def recorded(ledger: Path, once: Once) -> Path:
    """A ledger with an introduction in it."""
    once(lambda: run_process(ledger, "intro", "Dana Park", "Acme HR").check_returncode())
    return ledger


@pytest.mark.parametrize(
    "argv",
    [
        *(["due"], ["due", "--json"], ["report", "Dana"], ["report"], ["--version"]),
        *(
            ["history"],
            ["history", "e1"],
            ["find", "dana"],
            ["people"],
            ["review"],
            ["brief", "dana"],
        ),
    ],
    ids=" ".join,
)
def test_reading_imports_nothing_that_writes(argv: list[str], recorded: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", PROBE, *argv],
        env=environment(recorded),
        capture_output=True,
        text=True,
        check=True,
    )
    assert ended.stdout
    assert ended.stderr.splitlines()[-1:] == ["0"]  # below what is told beside the output

"""Encrypted ledgers, and what is needed to look into them from outside."""

import os
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

RANDOM = "0123456789abcdef" * 4
CANARY = "Quetzalcoatlus"
TOLD = (
    ("meet", f"{CANARY} Park", "Sam", "--at", CANARY, "--note", CANARY),
    ("intro", "Sam", "Acme HR", "--for", CANARY),
    ("promise", CANARY, "--by", "Sam"),
    ("person", "Sam", "--skill", CANARY),
    ("done", "1", "--note", CANARY),
    ("note", f"{CANARY} Jones", CANARY),
)
# Where CI is set, what is missing is a failure.
needs_sqlcipher = pytest.mark.skipif(
    find_spec("sqlcipher3") is None and not os.environ.get("CI"),
    reason="needs sqlcipher3, for which there is no wheel everywhere",
)


def flip(file: Path, place: int) -> None:
    """Change one bit of a file."""
    content = bytearray(file.read_bytes())
    content[place] ^= 1
    file.write_bytes(content)


def holding(folder: Path, word: str) -> list[str]:
    """The names of the files in a folder, and below it, that have a word in plain."""
    return sorted(
        file.name
        for file in folder.rglob("*")
        if file.is_file() and word.encode() in file.read_bytes()
    )


@pytest.fixture
def key_file(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of a random key, which the environment names."""
    file = own_home / "ledger.key"
    file.write_text(f"{RANDOM}\n", encoding="ascii")
    file.chmod(0o600)
    monkeypatch.setenv("NETLOG_KEY_FILE", str(file))
    return file


@pytest.fixture
def encrypted(netlog: Callable[..., Any], ledger: Path, key_file: Path) -> Path:
    """A ledger that was encrypted when it began, with a canary wherever something can be typed."""
    for argv in TOLD:
        netlog(*argv)
    return ledger


@pytest.fixture
def kept() -> Iterator[dict[tuple[str, str], str]]:
    """What the keyring of the system holds."""
    import keyring
    from keyring.backend import KeyringBackend

    passwords: dict[tuple[str, str], str] = {}

    class Ring(KeyringBackend):
        priority = 1

        def get_password(self, service: str, username: str) -> str | None:
            return passwords.get((service, username))

        def set_password(self, service: str, username: str, password: str) -> None:
            passwords[service, username] = password

    before = keyring.get_keyring()
    keyring.set_keyring(Ring())  # type: ignore[no-untyped-call]
    yield passwords
    keyring.set_keyring(before)

"""Where the key of an encrypted ledger comes from: a file, the keyring, or somebody asked."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.encrypted import RANDOM, holding, needs_sqlcipher
from tests.support.program import Result

pytestmark = needs_sqlcipher
Netlog = Callable[..., Result]

WORDS = "correct horse battery staple"


class Typing:
    """Somebody at a terminal who types these, one after the other."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.words: list[str] = []
        self.prompts: list[str] = []
        monkeypatch.setattr("netlog.cli.asking.can_ask", lambda: True)
        monkeypatch.setattr("getpass.getpass", self._answer)

    def _answer(self, prompt: str, **_: Any) -> str:
        self.prompts.append(prompt)
        if not self.words:
            raise EOFError
        return self.words.pop(0)


@pytest.fixture
def typing(monkeypatch: pytest.MonkeyPatch) -> Typing:
    return Typing(monkeypatch)


def test_a_passphrase_is_chosen_twice_and_asked_for_by_every_command(
    netlog: Netlog, ledger: Path, typing: Typing
) -> None:
    netlog("meet", "Dana Park")
    typing.words = [WORDS, "correct horse"]
    assert "These were not the same." in netlog("encrypt", code=3).err
    typing.words = ["", WORDS]
    assert "nobody chose a passphrase" in netlog("encrypt", code=3).err
    assert holding(ledger.parent, "Dana") == ["ledger.db"]
    typing.words = [WORDS, WORDS]
    said = netlog("encrypt")
    assert "Every command asks for the passphrase." in said.out
    assert holding(ledger.parent, "Dana") == []
    for argv in (["meet", "Jo Young"], ["doctor"], ["report", "Dana"]):
        typing.words = [WORDS]
        assert f"{ledger} is encrypted." in netlog(*argv).err
        assert typing.words == []
    typing.words = ["wrong", "also wrong", WORDS]
    assert netlog("due").err.count("What was typed does not fit.") == 2
    typing.words = ["wrong"]
    said = netlog("due", code=4)
    assert f"What was typed does not fit {ledger}" in said.err
    assert "wrong" not in said.text
    typing.words = [WORDS]
    netlog("decrypt")
    assert typing.prompts
    assert "Dana Park" in netlog("due").out


def test_off_a_terminal_nobody_is_asked(netlog: Netlog, ledger: Path) -> None:
    netlog("meet", "Dana Park")
    said = netlog("encrypt", code=3).err
    assert "--key-file FILE" in said
    assert "--keyring" in said


def test_the_key_of_another_file_is_asked_for(
    netlog: Netlog, ledger: Path, own_home: Path, typing: Typing
) -> None:
    first, second = own_home / "first.key", own_home / "second.key"
    netlog("meet", "Dana Park")
    netlog("encrypt", "--key-file", str(first))
    netlog("backup", str(own_home / "copy.db"), "--key-file", str(first))
    netlog("decrypt", "--key-file", str(first))
    netlog("encrypt", "--key-file", str(second))
    netlog("meet", "Jo Young", "--key-file", str(second))
    typing.words = [first.read_text("ascii").strip()]
    netlog("restore", str(own_home / "copy.db"), "--yes", "--key-file", str(second))
    assert "Jo Young" not in netlog("people", "--key-file", str(second)).out


def test_a_random_key_is_kept_in_the_keyring(
    netlog: Netlog, ledger: Path, kept: dict[tuple[str, str], str]
) -> None:
    netlog("meet", "Dana Park")
    assert "in the keyring of this system" in netlog("encrypt", "--keyring").out
    ((place, text),) = kept.items()
    assert place == ("netlog", str(ledger))
    assert len(text) == len(RANDOM)
    assert "Dana Park" in netlog("due").out
    kept[place] = RANDOM
    said = netlog("due", code=4).err
    assert "The key in the system keyring does not fit" in said
    assert RANDOM not in said
    kept[place] = f"{text}\n{text}"
    said = netlog("due", code=4).err
    assert "The system keyring cannot be used: what it holds for this ledger is no key" in said
    assert text not in said


def test_a_keyring_that_fails_is_told(
    netlog: Netlog, ledger: Path, kept: dict[tuple[str, str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    netlog("meet", "Dana Park")
    before = ledger.read_bytes()

    def fail(*_: object) -> None:
        message = "it is locked."
        raise RuntimeError(message)

    with monkeypatch.context() as patched:
        patched.setattr("keyring.set_password", fail)
        said = netlog("encrypt", "--keyring", code=4).err
        assert "The system keyring cannot be used: it is locked." in said
        patched.setitem(sys.modules, "keyring", None)
        said = netlog("encrypt", "--keyring", code=4).err
        assert 'pip install "netlog-ledger[encrypted]"' in said
    assert ledger.read_bytes() == before
    netlog("encrypt", "--keyring")
    monkeypatch.setattr("keyring.get_password", fail)
    assert "The system keyring cannot be used: it is locked." in netlog("due", code=4).err


def test_tab_completes_names_of_an_encrypted_ledger(
    netlog: Netlog, ledger: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = own_home / "ledger.key"
    netlog("meet", "Dana Park")
    netlog("encrypt", "--key-file", str(file))
    monkeypatch.setenv("_NETLOG_COMPLETE", "fish")
    assert netlog("report", "Da").out == ""
    assert "Dana Park" in netlog("--key-file", str(file), "report", "Da").out
    monkeypatch.setenv("NETLOG_KEY_FILE", str(file))
    assert "Dana Park" in netlog("report", "Da").out

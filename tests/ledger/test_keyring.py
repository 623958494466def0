"""The keyring of the system: what it keeps, and what is told where it keeps nothing."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from netlog.ledger.file.keyring import (
    KeyringUnusable,
    store_key,
    store_password,
    stored_key,
    stored_password,
)

Kept = dict[tuple[str, str], str]
LEDGER = Path("/ledger.db")
URL = "https://cal.example.com/"


@pytest.fixture
def none() -> Iterator[None]:
    """A system that has no keyring."""
    import keyring
    from keyring.backends.fail import Keyring

    before = keyring.get_keyring()
    keyring.set_keyring(Keyring())  # type: ignore[no-untyped-call]
    yield
    keyring.set_keyring(before)


@pytest.fixture
def missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without the library."""
    monkeypatch.setitem(sys.modules, "keyring", None)


def test_a_password_is_that_of_its_service_and_user(kept: Kept) -> None:
    store_password(URL, "ann", "secret")
    store_key(LEDGER, "key")
    assert kept == {(URL, "ann"): "secret", ("netlog", str(LEDGER)): "key"}
    assert stored_password(URL, "ann") == ("ann", "secret")
    assert stored_password(URL, "bob") is None
    assert stored_key(LEDGER) == "key"


@pytest.mark.parametrize("system", ["none", "missing"])
def test_where_there_is_none_nothing_is_kept_and_that_is_no_error(
    system: str, request: pytest.FixtureRequest
) -> None:
    request.getfixturevalue(system)
    assert stored_key(LEDGER) is None
    assert stored_password(URL, "ann") is None


@pytest.mark.parametrize(
    ("store", "hint"),
    [
        (lambda: store_key(LEDGER, "key"), "--key-file FILE"),
        (lambda: store_password(URL, "ann", "secret"), "NETLOG_CALENDAR_PASSWORD"),
    ],
)
def test_where_nothing_can_be_kept_is_told_why_and_what_to_do(
    store: Callable[[], None],
    hint: str,
    request: pytest.FixtureRequest,
    kept: Kept,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("keyring.set_password", lambda *_: None)
        with pytest.raises(KeyringUnusable, match="it does not keep what it is given") as raised:
            store()
        assert hint in raised.value.hint
    request.getfixturevalue("none")
    with pytest.raises(KeyringUnusable, match="this system has none") as raised:
        store()
    assert hint in raised.value.hint

"""The keyring of the system: it can keep the key of a ledger, and the password of a calendar."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from netlog.errors import LedgerUnusable

Result = TypeVar("Result")

_SERVICE = "netlog"
_EXTRA = 'pip install "netlog-ledger[encrypted]" brings what speaks with it'
_FILE = "A file can hold the key: --key-file FILE"
_ENVIRONMENT = "The environment can hold the password: NETLOG_CALENDAR_PASSWORD"


class KeyringUnusable(LedgerUnusable):
    """The keyring of the system cannot be asked, or takes no key."""

    def __init__(self, why: str, hint: str) -> None:
        """Take what the keyring says, and what to do without it."""
        super().__init__(f"The system keyring cannot be used: {why}.", hint)


def stored_key(ledger: Path) -> str | None:
    """The key that is kept for a ledger, by its path, if one is.

    Raises:
        KeyringUnusable: the keyring is there, and cannot be asked.
    """
    return _asked(lambda keyring: keyring.get_password(_SERVICE, _name(ledger)), _FILE)


def store_key(ledger: Path, text: str) -> None:
    """Keep a key for a ledger.

    Raises:
        KeyringUnusable: there is no keyring, or it takes none.
    """
    _store(_SERVICE, _name(ledger), text, _FILE)


def stored_password(service: str, user: str) -> tuple[str, str] | None:
    """The user and the password that are kept for a service, if some are.

    Args:
        service: the address of what they are for.
        user: whose password; "" for anybody's, where the keyring can tell.

    Raises:
        KeyringUnusable: the keyring is there, and cannot be asked.
    """
    stored = _asked(lambda keyring: keyring.get_credential(service, user or None), _ENVIRONMENT)
    return None if stored is None else (stored.username, stored.password)


def store_password(service: str, user: str, text: str) -> None:
    """Keep the password of a user for a service.

    Raises:
        KeyringUnusable: there is no keyring, or it takes none.
    """
    _store(service, user, text, _ENVIRONMENT)


def _asked(question: Callable[[Any], Result | None], hint: str) -> Result | None:
    try:
        import keyring  # noqa: PLC0415 - only who keeps something in it
    except ImportError:
        return None
    try:
        return question(keyring)
    except keyring.errors.NoKeyringError:
        return None
    except Exception as error:  # whatever keyring there is, its errors are its own
        raise KeyringUnusable(_told(error), hint) from error


def _store(service: str, name: str, text: str, hint: str) -> None:
    try:
        import keyring  # noqa: PLC0415 - only who keeps something in it
    except ImportError as error:
        raise KeyringUnusable(_EXTRA, hint) from error
    try:
        keyring.set_password(service, name, text)
        is_kept = keyring.get_password(service, name) == text
    except keyring.errors.NoKeyringError as error:
        raise KeyringUnusable("this system has none", hint) from error
    except Exception as error:
        raise KeyringUnusable(_told(error), hint) from error
    if not is_kept:
        raise KeyringUnusable("it does not keep what it is given", hint)


def _name(ledger: Path) -> str:
    return str(ledger.resolve())


def _told(error: Exception) -> str:
    """What a keyring says, in a line and without its dot."""
    return (" ".join(str(error).split()) or type(error).__name__).rstrip(".")

"""The keyring of the system, where a key can be kept by the path of its ledger."""

from pathlib import Path

from netlog.errors import LedgerUnusable

_SERVICE = "netlog"
_EXTRA = 'pip install "netlog-ledger[encrypted]" brings what speaks with it'


class KeyringUnusable(LedgerUnusable):
    """The keyring of the system cannot be asked, or takes no key."""

    def __init__(self, why: str) -> None:
        """Take what the keyring says."""
        super().__init__(
            f"The system keyring cannot be used: {why}.", "A file can hold the key: --key-file FILE"
        )


def stored_key(ledger: Path) -> str | None:
    """The key that is kept for a ledger, if one is.

    Raises:
        KeyringUnusable: the keyring is there, and cannot be asked.
    """
    try:
        import keyring  # noqa: PLC0415 - only who has an encrypted ledger
    except ImportError:
        return None
    try:
        return keyring.get_password(_SERVICE, _name(ledger))
    except keyring.errors.NoKeyringError:
        return None
    except Exception as error:  # whatever keyring there is, its errors are its own
        raise KeyringUnusable(_told(error)) from error


def store_key(ledger: Path, text: str) -> None:
    """Keep a key for a ledger.

    Raises:
        KeyringUnusable: there is no keyring, or it takes none.
    """
    try:
        import keyring  # noqa: PLC0415 - only who has an encrypted ledger
    except ImportError as error:
        raise KeyringUnusable(_EXTRA) from error
    try:
        keyring.set_password(_SERVICE, _name(ledger), text)
        is_kept = keyring.get_password(_SERVICE, _name(ledger)) == text
    except keyring.errors.NoKeyringError as error:
        raise KeyringUnusable("this system has none") from error
    except Exception as error:
        raise KeyringUnusable(_told(error)) from error
    if not is_kept:
        raise KeyringUnusable("it does not keep what it is given")


def _name(ledger: Path) -> str:
    return str(ledger.resolve())


def _told(error: Exception) -> str:
    """What a keyring says, in a line and without its dot."""
    return (" ".join(str(error).split()) or type(error).__name__).rstrip(".")

"""The keys of one command: where they are looked for, and which of them opens a file.

A key is looked for only where a file is not plain. Nobody is asked here: where no key fits,
`KeyUnknown` is raised; a door asks, and the command begins again.
"""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from netlog.errors import LedgerUnusable
from netlog.ledger.file.backups import by_hand, restoring
from netlog.ledger.file.handles import opened

if TYPE_CHECKING:
    from netlog.ledger.file.cipher import Cipher

MAGIC = b"SQLite format 3\x00"  # how a file begins that is not encrypted
_LEAST, _LONGEST = 4096, 1 << 16
_RANDOM, _RANDOM_BYTES, _PRIVATE = "[0-9a-fA-F]{64}", 32, 0o600
NAMED = "--key-file FILE, or NETLOG_KEY_FILE"
NAME_ANOTHER = (
    f"Name another: {NAMED}. If it is the right one, the file is damaged where it begins."
)


class KeyUnknown(LedgerUnusable):
    """A file seems to be encrypted, and no key that is known opens it."""

    def __init__(self, path: Path, wrong: str = "", unheard: str = "") -> None:
        """Take the file, which key does not fit it, if any, and why the keyring told none."""
        self.path, self.wrong = path, wrong
        if wrong:
            super().__init__(
                f"{wrong} does not fit {path}: none of its pages was written with it."
                " It was left as it is.",
                f"{NAME_ANOTHER} Put it aside then, and restore it from a backup:"
                f" {by_hand(path)} && {restoring(path)}",
            )
        else:
            super().__init__(
                f"{path} seems to be encrypted, and its key is not known. It was left as it is.",
                " ".join(filter(None, [f"Name a file with the key: {NAMED}.", unheard])),
            )


class KeyFileUnusable(LedgerUnusable):
    """The file that was named for the key has none, or cannot be read or made."""

    def __init__(self, file: Path, why: str, hint: str) -> None:
        """Take the file, why it is of no use, and what to do now."""
        super().__init__(f"The key file {file} cannot be used: {why}.", hint)


@dataclass(frozen=True, slots=True, repr=False)
class Key:
    """What opens files: 32 random bytes, or else a passphrase, of which each file makes its own.

    `what` is how to speak of it. It shows itself to nobody.
    """

    random: bytes
    passphrase: bytes
    what: str

    def cipher(self, salt: bytes) -> "Cipher":
        """What opens a file with that salt."""
        from netlog.ledger.file.cipher import Cipher, stretched  # noqa: PLC0415 - see `cipher_of`

        return Cipher(self.random or stretched(self.passphrase, salt), salt)

    @property
    def new_cipher(self) -> "Cipher":
        """What opens a file that is still to be made."""
        from netlog.ledger.file.cipher import SALT  # noqa: PLC0415 - see `cipher_of`

        return self.cipher(os.urandom(SALT))


def key_of(text: str, what: str = "This key") -> Key:
    """The key that somebody wrote down: 64 hexadecimal digits, or a passphrase.

    What is blank around the digits is an editor's, and part of a passphrase.

    Raises:
        ValueError: it is empty, or more than a line.
    """
    from unicodedata import normalize  # noqa: PLC0415 - see `cipher_of`

    if re.fullmatch(_RANDOM, digits := text.strip()):
        return Key(bytes.fromhex(digits), b"", what)
    line = normalize("NFC", text.rstrip("\r\n"))  # however a keyboard spells an accent
    if not line.strip() or not line.isprintable():
        raise ValueError
    return Key(b"", line.encode(), what)


@dataclass(slots=True)
class Keys:
    """The keys of one command: the file that was named for one, and those that were told so far."""

    file: Path | None = None
    known: list[Key] = field(default_factory=list)


_KEYS: ContextVar[Keys | None] = ContextVar("keys", default=None)


@contextmanager
def own_keys() -> Iterator[None]:
    """Forget in the block what keys others know, and let them not know its own."""
    before = _KEYS.set(Keys())
    try:
        yield
    finally:
        _KEYS.reset(before)


def _keys() -> Keys:
    """The keys of this command, which may begin to have some just now."""
    keys = _KEYS.get() or Keys()
    _KEYS.set(keys)
    return keys


def name_key_file(file: Path | None) -> None:
    """Say in which file the key is, if it is in one."""
    _keys().file = file


def key_file() -> Path | None:
    """The file in which the key was said to be, if it is there."""
    file = _keys().file
    return file if file is not None and file.is_file() else None


def know(key: Key) -> None:
    """Keep a key that was told, or made, for the rest of the command; the last is tried first."""
    keys = _keys()
    keys.known = [key, *(other for other in keys.known if other != key)]


def key_in_keyring(ledger: Path) -> Key | None:
    """The key that the keyring of the system has for a ledger, if it has one.

    Raises:
        KeyringUnusable: it cannot be asked, or what it has is no key.
    """
    from netlog.ledger.file.keyring import KeyringUnusable, stored_key  # noqa: PLC0415

    stored = stored_key(ledger)
    try:
        return None if stored is None else key_of(stored, "The key in the system keyring")
    except ValueError:
        why = "what it holds for this ledger is no key"
        raise KeyringUnusable(why, f"Name a file with the key: {NAMED}") from None


def know_key_of(ledger: Path) -> None:
    """Know the key that the keyring has for a ledger, if any: it may open a copy of it as well."""
    from netlog.ledger.file.keyring import KeyringUnusable  # noqa: PLC0415 - see `cipher_of`

    with suppress(KeyringUnusable):  # which is told where no other key fits
        if (key := key_in_keyring(ledger)) is not None:
            know(key)


def key_in(file: Path) -> Key:
    """The key that a file holds.

    Raises:
        KeyFileUnusable: it holds none, or cannot be read.
    """
    try:
        with file.open("rb") as content:
            text = content.read(_LONGEST).decode("utf-8-sig")
        return key_of(text, f"The key in {file}")
    except OSError as error:
        hint = f"Name the one that has the key: {NAMED}."
        raise KeyFileUnusable(file, error.strerror or str(error), hint) from error
    except ValueError:
        hint = "It holds one line: 64 hexadecimal digits, or a passphrase."
        raise KeyFileUnusable(file, "it holds no key", hint) from None


def make_key_file(file: Path) -> Key:
    """Make a file with a random key, for its owner's eyes only, and see that it is on the disk.

    Raises:
        KeyFileUnusable: it cannot be made, or is there by now.
    """
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE)
        try:
            with os.fdopen(handle, "w", encoding="ascii") as content:
                content.write(random_text() + "\n")
                content.flush()
                os.fsync(handle)
        except BaseException:
            file.unlink()  # half a key, which the next command would take for one
            raise
    except OSError as error:
        hint = "Nothing was encrypted. Check the disk, and the rights of the folder."
        raise KeyFileUnusable(file, error.strerror or str(error), hint) from error
    return key_in(file)


def random_text() -> str:
    """A key that nobody can guess, as it is written down."""
    return os.urandom(_RANDOM_BYTES).hex()


def key_for_new() -> Key | None:
    """The key that a new ledger gets: that of the file that was named, if one was.

    Raises:
        KeyFileUnusable: it holds none, or cannot be read.
    """
    file = _keys().file
    return None if file is None else key_in(file)


def is_plain(path: Path) -> bool:
    """Whether no key could open a file: it is a plain database, too short, or cannot be read."""
    try:
        if not path.is_file():  # a pipe would be read for ever
            return True
        with opened(path) as file:
            return file.read(len(MAGIC)) == MAGIC or os.fstat(file.fileno()).st_size < _LEAST
    except OSError:
        return True  # whoever opens it will say why not


def may_be_encrypted(path: Path) -> bool:
    """Whether nothing but a key can tell what is in a file."""
    if is_plain(path):
        return False
    from netlog.ledger.file.cipher import looks_encrypted  # noqa: PLC0415 - see `cipher_of`

    return looks_encrypted(path)


def cipher_of(path: Path) -> "Cipher | None":
    """What opens a file; None where it is not encrypted.

    The libraries for that are imported only here: who has a plain ledger does not wait for them.

    Raises:
        KeyUnknown: it seems to be encrypted, and no key that is known was its own.
        KeyFileUnusable: there is no key in the file that was named.
    """
    if is_plain(path):
        return None
    from netlog.ledger.file.cipher import SALT, fits  # noqa: PLC0415
    from netlog.ledger.file.keyring import KeyringUnusable  # noqa: PLC0415

    with opened(path) as file:
        salt = file.read(SALT)
    wrong = ""
    try:
        for key in _candidates(path):
            cipher = key.cipher(salt)
            if fits(path, cipher):
                know(key)
                return cipher
            wrong = wrong or key.what
    except KeyringUnusable as error:
        raise KeyUnknown(path, wrong, error.message) from error
    if may_be_encrypted(path):
        raise KeyUnknown(path, wrong)
    return None


def _candidates(path: Path) -> Iterator[Key]:
    """The keys that there are, those that opened something first."""
    keys = _keys()
    yield from keys.known
    is_likely = may_be_encrypted(path)
    if keys.file is not None and (is_likely or keys.file.exists()):
        yield key_in(keys.file)
    if is_likely and (kept := key_in_keyring(path)) is not None:
        yield kept

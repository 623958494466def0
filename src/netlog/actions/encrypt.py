"""Letting the file of a ledger be readable with a key only, or again without one."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from netlog.actions.desk import NEW_KEY, Desk
from netlog.errors import PassphraseWanted, Unreadable
from netlog.ledger.file.encrypting import decrypt as write_in_plain
from netlog.ledger.file.encrypting import encrypt as write_encrypted
from netlog.ledger.file.encrypting import encrypted_copies, plain_copies, refuse_encrypted
from netlog.ledger.file.key import Key, key_in, key_in_keyring, key_of, make_key_file, random_text
from netlog.ledger.file.keyring import store_key

Place = Literal["file", "new file", "keyring", "head"]  # where the key is


@dataclass(frozen=True, slots=True)
class Encrypted:
    """A ledger that only its key opens.

    Attributes:
        ledger: its file.
        place: where the key is.
        key_file: the file of the key, where it is in one.
        plain: the copies beside it that anybody can read.
    """

    ledger: Path
    place: Place
    key_file: Path | None
    plain: Sequence[Path]


@dataclass(frozen=True, slots=True)
class Decrypted:
    """A ledger that needs no key any more, and the copies beside it that still do."""

    ledger: Path
    encrypted: Sequence[Path]


def encrypt(desk: Desk, *, keyring: bool = False) -> Encrypted:
    """Let the file of the ledger be readable with a key only.

    The key is in the file that was named, which is made where it is not there; or in the keyring of
    the system; or else a passphrase that somebody chooses.

    Raises:
        PassphraseWanted: nobody has chosen one.
        Unreadable: two places for the key were named.
        NoLedgerYet: there is none.
        Refused: it is encrypted already.
        LedgerUnusable: it is damaged, or it or its key cannot be written; it stays as it was.
    """
    key_file = desk.settings.key_file
    if keyring and key_file is not None:
        raise Unreadable(
            f"The key is to be in the keyring, and in {key_file}.", "Leave one of them out."
        )
    refuse_encrypted(desk.ledger)
    place, key = _key(desk, key_file, keyring=keyring)
    write_encrypted(desk.ledger, key)
    return Encrypted(desk.ledger, place, key_file, plain_copies(desk.ledger))


def decrypt(desk: Desk) -> Decrypted:
    """Let the file of the ledger be readable without a key.

    Raises:
        NoLedgerYet: there is none.
        Refused: it is not encrypted.
        LedgerUnusable: it is damaged, or cannot be written; it stays as it was.
    """
    write_in_plain(desk.ledger)
    return Decrypted(desk.ledger, encrypted_copies(desk.ledger))


def _key(desk: Desk, key_file: Path | None, *, keyring: bool) -> tuple[Place, Key]:
    """The key, kept before anything is encrypted with it, and where."""
    if key_file is not None:
        if key_file.exists():
            return "file", key_in(key_file)
        return "new file", make_key_file(key_file)
    if keyring:
        # The one that is there may be all that opens a backup of before.
        kept = key_in_keyring(desk.ledger)
        if kept is not None:
            return "keyring", kept
        text = random_text()
        store_key(desk.ledger, text)
        return "keyring", key_of(text)
    if NEW_KEY not in desk.answers:
        raise PassphraseWanted
    return "head", key_of(desk.answers[NEW_KEY])

"""What encrypt and decrypt say."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from shlex import quote

from netlog.actions.encrypt import Decrypted, Encrypted
from netlog.domain.wording import count
from netlog.render.sink import say, say_document

_MOST = 5


def print_text(written: Encrypted | Decrypted) -> None:
    """Print for a person what the file is now, and what lies beside it."""
    lines = _encrypted(written) if isinstance(written, Encrypted) else _decrypted(written)
    say(*lines)


def print_json(written: Encrypted | Decrypted) -> None:
    """Print for a script what the file is now, and what lies beside it."""
    if isinstance(written, Encrypted):
        say_document(
            ledger=written.ledger,
            encrypted=True,
            key_file=written.key_file,
            plain_copies=written.plain,
        )
    else:
        say_document(ledger=written.ledger, encrypted=False, encrypted_copies=written.encrypted)


def _encrypted(written: Encrypted) -> Iterator[str]:
    yield "The ledger is encrypted now, and so will be its backups."
    if written.key_file is not None:
        made = "a new file" if written.place == "new file" else "the file"
        yield f"The key is in {made} {written.key_file}. Keep a copy of it somewhere else."
        file = quote(str(written.key_file))
        yield f"Every command needs it: --key-file {file}, or NETLOG_KEY_FILE={file}"
    elif written.place == "keyring":
        yield "The key is in the keyring of this system, where netlog finds it by itself."
    else:
        yield "Every command asks for the passphrase."
    yield "Without the key nobody can read the ledger or its backups any more."
    if written.plain:
        yield f"Beside it, {count(len(written.plain), 'file')} of before can be read without it:"
        yield from _listed(written.plain)
        yield f"To erase one: rm {quote(str(written.plain[0]))}"


def _decrypted(written: Decrypted) -> Iterator[str]:
    yield "The ledger needs no key any more: who can read your disk can read it."
    if written.encrypted:
        files = count(len(written.encrypted), "file")
        yield f"Beside it, {files} of before can still be read with the key only:"
        yield from _listed(written.encrypted)


def _listed(copies: Sequence[Path]) -> Iterator[str]:
    yield from (f"  {copy}" for copy in copies[:_MOST])
    if len(copies) > _MOST:
        yield f"  and {len(copies) - _MOST} more in {copies[0].parent}"

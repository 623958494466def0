"""An encrypted ledger as its bytes tell it: which file may be one, and which key made it.

SQLCipher writes pages that look random. The first begins with the salt of the file, and each ends
with a code that only its key can make, over the page and its number. So the file itself tells
whether a key is wrong or a page damaged. https://www.zetetic.net/sqlcipher/design/
"""

import hmac
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import pbkdf2_hmac
from pathlib import Path

from netlog.ledger.file.handles import opened

PAGE = 4096
SALT, KEY = 16, 32
_CODE, _HASH = 64, "sha512"
_OTHER_SALT, _ROUNDS_OF_CODES, _ROUNDS = 0x3A, 2, 256_000
_NEVER_WRITTEN = 0x40000000 // PAGE + 1  # where SQLite has its locks
_MANY_VALUES = 250  # of 256; a random page has all of them, a text or a table has not


@dataclass(frozen=True, slots=True, repr=False)
class Cipher:
    """What opens one file: a key of 32 bytes, and the salt that the file begins with.

    A copy of the file has the same, so that a passphrase is stretched only once.
    """

    key: bytes
    salt: bytes

    @property
    def spelled(self) -> str:
        """Both, as SQLCipher takes them."""
        return f"x'{self.key.hex()}{self.salt.hex()}'"

    def judge(self) -> Callable[[int, bytes], bool]:
        """What tells whether a page, by its number, is as it was written with this."""
        other_salt = bytes(byte ^ _OTHER_SALT for byte in self.salt)
        key = pbkdf2_hmac(_HASH, self.key, other_salt, _ROUNDS_OF_CODES, KEY)

        def is_right(number: int, page: bytes) -> bool:
            content = page[SALT if number == 1 else 0 : -_CODE] + number.to_bytes(4, "little")
            return hmac.digest(key, content, _HASH) == page[-_CODE:]

        return is_right


@cache
def stretched(passphrase: bytes, salt: bytes) -> bytes:
    """The key that SQLCipher makes of a passphrase: on purpose, that takes a moment."""
    return pbkdf2_hmac(_HASH, passphrase, salt, _ROUNDS, KEY)


def looks_encrypted(path: Path) -> bool:
    """Whether a file that is not plain has no form at all, as one that is encrypted."""
    with opened(path) as file:
        return len(set(file.read(PAGE))) > _MANY_VALUES


def fits(path: Path, cipher: Cipher) -> bool:
    """Whether any page of a file was written with this key: then what is wrong is damage."""
    return any(is_right for _, is_right in _codes(path, cipher))


def broken_pages(path: Path, cipher: Cipher) -> Iterator[int]:
    """The numbers of the pages that are not as they were written, one after the other."""
    return (number for number, is_right in _codes(path, cipher) if not is_right)


def _codes(path: Path, cipher: Cipher) -> Iterator[tuple[int, bool]]:
    """Each whole page by its number, and whether its code is right."""
    is_right, number = cipher.judge(), 0
    with opened(path) as file:
        while len(page := file.read(PAGE)) == PAGE:
            number += 1
            if number != _NEVER_WRITTEN:
                yield number, is_right(number, page)

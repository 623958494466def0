"""netlog encrypt, netlog decrypt"""

from typing import TYPE_CHECKING, Annotated

from netlog.cli.options import flag
from netlog.cli.showing import writes

if TYPE_CHECKING:
    from netlog.actions.desk import Desk
    from netlog.actions.encrypt import Decrypted, Encrypted


@writes("encrypt", looks_beside=False)
def encrypt(
    desk: "Desk",
    keyring: Annotated[bool, flag("--keyring", "Keep a random key in the system keyring.")] = False,
) -> "Encrypted":
    """Let the file of the ledger be readable with a key only.

    The key is in the --key-file, which is made with a random one where it is not there; or in the
    keyring; or else you are asked for a passphrase. Backups from then on are encrypted too.
    """
    from netlog.actions.encrypt import encrypt as write_encrypted

    return write_encrypted(desk, keyring=keyring)


@writes("encrypt", looks_beside=False)
def decrypt(desk: "Desk") -> "Decrypted":
    """Let the file of the ledger be readable without a key."""
    from netlog.actions.encrypt import decrypt as write_in_plain

    return write_in_plain(desk)

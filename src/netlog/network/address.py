"""The address of a calendar on a server: what can be one, and who is named in it."""

from typing import NamedTuple
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from netlog.errors import Refused, Unreadable

_EXAMPLE = "Such as: netlog calendar https://cloud.example/dav/calendars/ann/tasks/"
_HERE = frozenset({"localhost", "127.0.0.1", "::1"})


class Address(NamedTuple):
    """Where a calendar is, without who asks for it; `user` is "" where nobody is named."""

    url: str
    user: str = ""

    @property
    def typed(self) -> str:
        """The whole address, with the user in it where one is named."""
        parts = urlsplit(self.url)
        user = f"{quote(self.user, safe='')}@" if self.user else ""
        return urlunsplit(parts._replace(netloc=f"{user}{parts.netloc}"))

    @property
    def is_private(self) -> bool:
        """Whether nobody on the way can read along: it is encrypted, or goes nowhere."""
        parts = urlsplit(self.url)
        return parts.scheme == "https" or parts.hostname in _HERE


def read_address(typed: str) -> Address:
    """The address that was typed.

    Raises:
        Unreadable: it is none of a web server, or it has a password in it, which others could see.
    """
    try:
        parts = urlsplit(typed.strip())
        port, host = parts.port, parts.hostname
    except ValueError:
        host = port = None
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not host or not typed.isprintable():
        raise Unreadable("That is no address of a calendar: it begins with https://.", _EXAMPLE)
    if parts.password is not None:
        raise Unreadable(
            "A password in an address can be read by others: in the list of processes, in the"
            " history of the shell.",
            "Leave it out: it is asked for, or comes from NETLOG_CALENDAR_PASSWORD or the keyring.",
        )
    name = f"[{host}]" if ":" in host else host
    place = name if port is None else f"{name}:{port}"
    path = parts.path if parts.path.endswith("/") else f"{parts.path}/"
    return Address(
        urlunsplit((parts.scheme, place, path, parts.query, "")), unquote(parts.username or "")
    )


def refuse_open_way(address: Address, *, allowed: bool) -> None:
    """Refuse to send what others on the way could read, unless that is wanted.

    Raises:
        Refused: it is so, and it is not.
    """
    if not address.is_private and not allowed:
        raise Refused(
            f"{address.url} is not encrypted: whoever is on the way reads the password and all"
            " names.",
            "Begin it with https://, or add --allow-http where you know the way.",
        )

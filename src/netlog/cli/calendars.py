"""The calendars that netlog keeps: a file, or a list of to-dos on a server."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from netlog.cli.login import login_for

if TYPE_CHECKING:
    from netlog.actions.calendar import Decided, Sent
    from netlog.actions.desk import Desk
    from netlog.config import Settings
    from netlog.exchange.calendar_plan import Open, Stored
    from netlog.exchange.to_dos import ToDo
    from netlog.network.address import Address
    from netlog.network.login import Login


class Calendar(Protocol):
    """A place that has what is open, and in which others may tick it off."""

    name: str
    meanwhile: str  # what goes on while it is looked at or kept; "" for nothing that takes long

    def done(self, answers: Mapping[str, str], copy: str) -> "Sequence[ToDo]":
        """What was ticked off in it, asked for with what somebody answered so far.

        `copy` is the name of the copy of the ledger that it is kept for.
        """

    def keep(self, desk: "Desk", decided: "Decided", is_open: "Open") -> "Sent | None":
        """Let it have what is open; what was sent, where it was sent somewhere."""


def address_of(typed: str) -> "Address | None":
    """The address of a calendar, where what was typed is one.

    Raises:
        Unreadable: it is meant for one, and is none.
    """
    if "://" not in typed:
        return None
    from netlog.network.address import read_address

    return read_address(typed)


def file_of(typed: str, hint: str = "") -> Path:
    """The file of a calendar, whole, so that it is the same wherever a command is typed.

    Args:
        typed: what is to be one.
        hint: what to do where it is none; else, to name another.

    Raises:
        Unreadable: it cannot be one.
    """
    from netlog.config import in_home
    from netlog.errors import Unreadable

    path = in_home(Path(typed)).absolute()
    if path.suffix != ".ics" or not path.parent.is_dir():
        raise Unreadable(
            "The calendar is a file such as ~/Sync/netlog.ics, in a folder that is there, or an"
            " address that begins with https://.",
            hint or "netlog calendar ~/netlog.ics",
        )
    return path


class CalendarFile:
    """A file that has what is open, for programs that subscribe to it."""

    meanwhile = ""

    def __init__(self, path: Path, *, force: bool = False) -> None:
        """Take where it is, and whether it may replace what netlog did not write."""
        self.name = str(path)
        self._path, self._force = path, force

    def done(self, answers: Mapping[str, str], copy: str) -> "Sequence[ToDo]":  # noqa: ARG002
        """What other programs ticked off in it.

        Raises:
            Refused: it cannot be read, or has what netlog, or this copy, did not write.
        """
        from netlog.actions.calendar import contents_at

        contents = contents_at(self._path, copy, force=self._force)
        return () if contents is None else contents.done

    def keep(self, desk: "Desk", decided: "Decided", is_open: "Open") -> "Sent | None":  # noqa: ARG002
        """Write what is open, unless it would hide what is still to be decided."""
        if not decided.left:
            self.write(desk)
        return None

    def write(self, desk: "Desk") -> None:
        """Write what is open.

        Raises:
            Refused, FileUnwritable: see `netlog.ledger.file.new_file`.
        """
        from netlog.ledger.file.new_file import write_parts
        from netlog.render.export import pieces

        with pieces("ics", desk, with_journal=False) as text:
            write_parts(self._path, text, desk.settings, force=True)


class CalendarOnServer:
    """A list of to-dos on a server."""

    meanwhile = "Speaking with the server"

    def __init__(self, address: "Address", *, keyring: bool) -> None:
        """Take where it is, and whether the keyring is to keep its password."""
        self.name = address.url
        self._address, self._keyring = address, keyring
        self._login: Login | None = None
        self._stored: Sequence[Stored] = ()

    def done(self, answers: Mapping[str, str], copy: str) -> "Sequence[ToDo]":  # noqa: ARG002
        """What was ticked off on the server.

        Raises:
            LoginWanted, Refused, Unreachable, LedgerUnusable: see `netlog.network.server`.
        """
        from netlog.actions.calendar import stored_in
        from netlog.exchange.calendar_plan import done_in
        from netlog.ledger.file.keyring import store_password
        from netlog.network.server import require_library

        require_library()
        self._login = login_for(self._address, answers)
        self._stored = stored_in(self._address, self._login)
        if self._keyring and self._login is not None:
            store_password(self._address.url, self._login.user, self._login.password)
        return [*done_in(self._stored)]

    def keep(self, desk: "Desk", decided: "Decided", is_open: "Open") -> "Sent | None":  # noqa: ARG002
        """Send what is open.

        Raises:
            LoginWanted, Refused, Unreachable: see `netlog.network.server`.
        """
        from netlog.actions.calendar import send

        return send(self._address, self._login, self._stored, is_open, decided.reopened)


def keep_up(settings: "Settings") -> None:
    """Write what is open into the calendar; a failure is a line, and what was told stands.

    A calendar on a server is for `netlog calendar` alone.
    """
    from netlog.actions.desk import Desk
    from netlog.config import in_home
    from netlog.errors import NetlogError
    from netlog.exchange.calendar_plan import ticked
    from netlog.render.calendar import print_as_it_was
    from netlog.views.calendar import open_items

    try:
        if address_of(settings.calendar) is not None:
            return
        file = CalendarFile(in_home(Path(settings.calendar)))
        is_open = open_items(settings)
        if ticked(file.done({}, is_open.copy), is_open):
            print_as_it_was(
                "something is ticked off in it.", "It is asked about by: netlog calendar"
            )
            return
        file.write(Desk("", settings))
    except NetlogError as error:
        print_as_it_was(error.message)

"""The owner's own name, and who else may be meant by it."""

from contextlib import suppress
from typing import TYPE_CHECKING

from netlog.cli.desk import open_desk

if TYPE_CHECKING:
    from pathlib import Path

    import typer


def shared_with(context: "typer.Context", ledger: "Path | None", owner: str) -> list[str]:
    """The contacts of whose names the owner's name is a beginning, so that it may mean them.

    Nobody where the settings or the ledger cannot be read: a setting can be changed all the same,
    and whoever types such a name later is asked then.

    Raises:
        Refused: a contact is called exactly so.
    """
    from netlog.domain.people.resolving import called_like, refuse_as_owner
    from netlog.errors import LedgerUnusable, Unreadable
    from netlog.ledger.file.access import reading
    from netlog.ledger.file.identity import NoLedgerYet
    from netlog.ledger.read.contacts import Directory

    unreadable = suppress(Unreadable, NoLedgerYet, LedgerUnusable)
    with unreadable, reading(open_desk(context, ledger).ledger) as connection:
        directory = Directory(connection)
        refuse_as_owner(owner, directory)
        return [one.name for one in called_like(owner, directory)]
    return []

"""The owner's own name, and who else may be meant by it."""

from netlog.config import Settings
from netlog.domain.people.resolving import called_like, refuse_as_owner
from netlog.views.reader import reading


def shared_with(settings: Settings, owner: str) -> list[str]:
    """The contacts of whose names the owner's name is a beginning, so that it may mean them.

    Raises:
        NoLedgerYet, LedgerUnusable: there is no ledger, or it cannot be used.
        Refused: a contact is called exactly so.
    """
    with reading(settings) as ledger:
        refuse_as_owner(owner, ledger.directory)
        return [contact.name for contact in called_like(owner, ledger.directory)]

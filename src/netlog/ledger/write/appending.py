"""The end of every command that writes: its change in the journal."""

from netlog.domain.records import Change, ChangeKind
from netlog.ledger.write import journal
from netlog.ledger.write.rows import Rows
from netlog.ledger.write.schema.journal import ChangeRow


def append_change(
    rows: Rows, kind: ChangeKind, command: str, summary: str, target: Change | None = None
) -> tuple[int, bytes]:
    """Write what a command did to the journal; `target` is the change that it took or put back.

    Returns:
        The id and the hash of the change.
    """
    rows.end()
    change = journal.next_change(rows.connection, kind, command, summary, rows.moment(), target)
    rows.append(ChangeRow(**change))
    return change["id"], change["hash"]

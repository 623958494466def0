"""The end of every command that writes: its change in the journal."""

from netlog.domain.records import Change, ChangeKind
from netlog.ledger.write import journal, words
from netlog.ledger.write.rows import Rows
from netlog.ledger.write.schema import ChangeRow, OperationsRow


def append_change(
    rows: Rows, kind: ChangeKind, command: str, summary: str, target: Change | None = None
) -> tuple[int, bytes]:
    """Write what a command did to the journal; `target` is the change that it took or put back.

    Returns:
        The id and the hash of the change.
    """
    words.keep_up(rows.connection, rows.operations)
    change, operations = journal.next_rows(
        rows.connection, kind, command, summary, rows.moment(), rows.operations, target
    )
    rows.append(ChangeRow(**change))
    for part, text in enumerate(operations):
        rows.append(OperationsRow(id=journal.place_of(change["id"], part), rows=text))
    return change["id"], change["hash"]

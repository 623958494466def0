"""What restore says."""

from netlog.actions.restore import Restored
from netlog.domain.restoring import Contents
from netlog.domain.wording import count
from netlog.render.sink import say, say_document


def print_text(restored: Restored) -> None:
    """Print for a person what the ledger holds now, and how to go on from there."""
    then, kept = restored.comparison.then, restored.kept
    holds = (count(then.contacts, "contact"), count(then.events, "event"))
    lines = [
        restored.summary,
        f"  holds   {', '.join(holds)}, {count(then.open_items, 'open item')}",
    ]
    if kept.damaged is not None:
        lines.append(f"  The damaged file was put aside: {kept.damaged}")
    if kept.backup is not None:
        lines.append("Undo with: netlog undo")
    say(*lines)


def print_json(restored: Restored) -> None:
    """Print for a script what changed."""
    comparison, kept = restored.comparison, restored.kept
    say_document(
        summary=restored.summary,
        file=str(restored.file),
        before=None if comparison.now is None else _document(comparison.now),
        after=_document(comparison.then),
        changes_gone=comparison.gone,
        changes_come=comparison.come,
        backup=None if kept.backup is None else str(kept.backup),
        put_aside=None if kept.damaged is None else str(kept.damaged),
    )


def _document(contents: Contents) -> dict[str, object]:
    last_told = contents.last_told
    return {**contents._asdict(), "last_told": None if last_told is None else last_told.isoformat()}

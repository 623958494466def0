"""What restore says."""

from netlog.actions.restore import Restored
from netlog.render.sink import say, say_document
from netlog.render.typed import typed


def print_text(restored: Restored) -> None:
    """Print for a person what the ledger holds now, and how to go on from there."""
    kept = restored.kept
    lines = [restored.summary, f"  holds   {restored.comparison.then.counted}"]
    if kept.damaged is not None:
        lines.append(f"  The damaged file was put aside: {kept.damaged}")
    if kept.backup is not None:
        lines.append(f"Undo with: {typed('undo')}")
    say(*lines)


def print_json(restored: Restored) -> None:
    """Print for a script what changed."""
    comparison, kept = restored.comparison, restored.kept
    say_document(
        summary=restored.summary,
        file=restored.file,
        before=None if comparison.now is None else comparison.now._asdict(),
        after=comparison.then._asdict(),
        changes_gone=comparison.gone,
        changes_come=comparison.come,
        backup=kept.backup,
        put_aside=kept.damaged,
    )

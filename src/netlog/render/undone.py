"""What undo and redo say."""

from netlog.render.sink import document, say, say_json


def print_text(verb: str, summary: str, hint: str) -> None:
    """Print in one sentence what was taken back or put back, and the way back."""
    say(f"{verb}: {summary}", hint)


def print_json(change_id: int, summary: str, command: str) -> None:
    """Print the change that was taken back or put back."""
    say_json(document(change=change_id, summary=summary, command=command))

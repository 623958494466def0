"""What undo and redo say."""

from collections.abc import Sequence
from datetime import datetime

from netlog.render.sink import document, say, say_json, tell


def print_text(verb: str, summary: str, hint: str) -> None:
    """Print in one sentence what was taken back or put back, and the way back."""
    say(f"{verb}: {summary}", hint)


def print_json(change_id: int, summary: str, command: str) -> None:
    """Print the change that was taken back or put back."""
    say_json(document(change=change_id, summary=summary, command=command))


def print_list(changes: Sequence[tuple[str, str]]) -> None:
    """Print what could be taken back: when it was typed, and what it did."""
    if not changes:
        say("There is nothing to take back.")
        return
    for made_at, summary in changes:
        typed = datetime.fromisoformat(made_at).astimezone()
        say(f"{typed:%Y-%m-%d %H:%M}  {summary}")


def print_more(number: int) -> None:
    """Tell how many more could be taken back, if any."""
    if number:
        tell(f"... and {number} more: --limit shows them.")


def print_list_json(changes: Sequence[tuple[int, str, str, str]]) -> None:
    """Print what could be taken back, for a script; times are in UTC."""
    say_json(
        document(
            items=[
                {"change": change, "made_at": made_at, "summary": summary, "command": command}
                for change, made_at, summary, command in changes
            ]
        )
    )

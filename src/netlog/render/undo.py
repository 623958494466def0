"""What undo and redo say."""

from collections.abc import Sequence

from netlog.domain.records import Change
from netlog.render.forms.plain import print_rows
from netlog.render.sink import say, say_document, tell

ROWS = "change made_at summary command"


def print_text(verb: str, summary: str, hint: str) -> None:
    """Print in one sentence what was taken back or put back, and the way back."""
    say(f"{verb}: {summary}", hint)


def print_json(change_id: int, summary: str, command: str) -> None:
    """Print the change that was taken back or put back."""
    say_document(change=change_id, summary=summary, command=command)


def print_list(changes: Sequence[Change]) -> None:
    """Print what could be taken back: when it was typed, and what it did."""
    if not changes:
        say("There is nothing to take back.")
        return
    for change in changes:
        say(f"{change.at.astimezone():%Y-%m-%d %H:%M}  {change.summary}")


def print_more(number: int) -> None:
    """Tell how many more could be taken back, if any."""
    if number:
        tell(f"... and {number} more: --limit shows them.")


def print_list_json(changes: Sequence[Change]) -> None:
    """Print what could be taken back, for a script; times are in UTC."""
    say_document(items=_items(changes))


def print_list_plain(changes: Sequence[Change]) -> None:
    """Print what could be taken back as rows for a script."""
    print_rows([_items(changes)], ROWS)


def _items(changes: Sequence[Change]) -> list[dict[str, object]]:
    return [
        {
            "change": change.id,
            "made_at": change.at.isoformat(),
            "summary": change.summary,
            "command": change.command,
        }
        for change in changes
    ]

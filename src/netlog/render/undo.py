"""What undo and redo say."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from netlog.domain.records import Change
from netlog.render.sink import say, say_document, tell
from netlog.render.typed import typed

if TYPE_CHECKING:
    from netlog.actions.undo import Reversal

ROWS = "change made_at summary command"


def print_text(reversal: "Reversal") -> None:
    """Print in one sentence what was taken back or put back, and the way back."""
    change = reversal.change
    if not reversal.is_undo:
        say(f"Put back: {change.summary}", f"Take it back with: {typed('undo')}")
    elif reversal.can_be_put_back:
        say(f"Took back: {change.summary}", f"Put it back with: {typed('redo')}")
    else:
        say(f"Took back: {change.summary}", f"Do it again with: {change.command}")


def print_json(reversal: "Reversal") -> None:
    """Print the change that was taken back or put back."""
    change = reversal.change
    say_document(change=change.id, summary=change.summary, command=change.command)


def print_list(batches: Iterable[Sequence[Change]]) -> None:
    """Print what could be taken back: when it was typed, and what it did."""
    listed = False
    for changes in batches:
        say(*(f"{change.at.astimezone():%Y-%m-%d %H:%M}  {change.summary}" for change in changes))
        listed = True
    if not listed:
        say("There is nothing to take back.")


def print_more(number: int) -> None:
    """Tell how many more could be taken back, if any."""
    if number:
        tell(f"... and {number} more: --limit shows them.")


def change_items(changes: Sequence[Change]) -> list[dict[str, object]]:
    """Some of what could be taken back, for a script; times are in UTC."""
    return [
        {
            "change": change.id,
            "made_at": change.at,
            "summary": change.summary,
            "command": change.command,
        }
        for change in changes
    ]

"""What reopen says."""

from netlog.actions.reopen import Reopened
from netlog.render.difference import difference_lines
from netlog.render.sink import document, say, say_json


def print_text(reopened: Reopened) -> None:
    """Print for a person what is open again."""
    lines = difference_lines(reopened.difference, reopened.wording)
    say(reopened.summary, *lines, "Undo with: netlog undo")


def print_json(reopened: Reopened) -> None:
    """Print for a script what is open again."""
    difference = reopened.difference
    say_json(
        document(
            summary=reopened.summary,
            reopened=[one.obligation.id for one in difference.reopened],
            changed=[one.obligation.id for one in difference.changed],
        )
    )

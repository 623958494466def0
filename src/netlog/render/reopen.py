"""What reopen says."""

from netlog.actions.reopen import Reopened
from netlog.render.difference import difference_ids, difference_lines
from netlog.render.sink import say_document, say_done


def print_text(reopened: Reopened) -> None:
    """Print for a person what is open again."""
    say_done(reopened.summary, difference_lines(reopened.difference, reopened.wording))


def print_json(reopened: Reopened) -> None:
    """Print for a script what is open again."""
    ids = difference_ids(reopened.difference, "reopened", "changed")
    say_document(summary=reopened.summary, **ids)

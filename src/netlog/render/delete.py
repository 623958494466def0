"""What delete says of a contact."""

from netlog.actions.delete import Removed
from netlog.render.sink import say_document, say_done


def print_text(removed: Removed) -> None:
    """Print for a person what went."""
    lines = (f"drops   {detail.kind} {detail.value}" for detail in removed.details)
    say_done(removed.summary, lines)


def print_json(removed: Removed) -> None:
    """Print for a script what went."""
    say_document(
        summary=removed.summary,
        event=None,
        name=removed.contact.name,
        kind=removed.contact.kind,
        details=[detail.value for detail in removed.details],
    )

"""What delete says of a contact."""

from collections.abc import Sequence
from dataclasses import dataclass

from netlog.domain.records import Contact, Detail
from netlog.render.sink import document, say, say_json


@dataclass(frozen=True, slots=True)
class Removed:
    """A contact that was taken out, with what was known of it."""

    contact: Contact
    details: Sequence[Detail]

    @property
    def summary(self) -> str:
        """What the command did, in one sentence without a full stop."""
        return f"Deleted the contact {self.contact.name}"


def print_text(removed: Removed) -> None:
    """Print for a person what went."""
    lines = [f"  drops   {detail.kind} {detail.value}" for detail in removed.details]
    say(removed.summary, *lines, "Undo with: netlog undo")


def print_json(removed: Removed) -> None:
    """Print for a script what went."""
    say_json(
        document(
            summary=removed.summary,
            event=None,
            name=removed.contact.name,
            kind=removed.contact.kind,
            details=[detail.value for detail in removed.details],
        )
    )

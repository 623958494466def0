"""What merge says."""

from collections.abc import Sequence
from dataclasses import dataclass

from netlog.domain.items import Item
from netlog.render.sink import document, say, say_json
from netlog.render.wording import Wording


@dataclass(frozen=True, slots=True)
class Merged:
    """Two contacts that are one now, and what one would have owed oneself."""

    wording: Wording
    keep: str
    other: str
    dropped: Sequence[Item]

    @property
    def summary(self) -> str:
        """What the command did, in one sentence without a full stop."""
        return f"{self.other} is {self.keep} now"


def print_text(merged: Merged) -> None:
    """Print for a person what became one."""
    lines = [
        f"  drops   {item.obligation.id}  {merged.wording.owed(item)}" for item in merged.dropped
    ]
    say(merged.summary, *lines, "Undo with: netlog undo")


def print_json(merged: Merged) -> None:
    """Print for a script what became one."""
    say_json(
        document(
            summary=merged.summary,
            name=merged.keep,
            merged=merged.other,
            dropped=[item.obligation.id for item in merged.dropped],
        )
    )

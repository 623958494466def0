"""What reopen says."""

from dataclasses import dataclass

from netlog.domain.editing import Difference
from netlog.domain.items import Item
from netlog.render.edited import difference_lines
from netlog.render.sink import document, say, say_json
from netlog.render.wording import Wording


@dataclass(frozen=True, slots=True)
class Reopened:
    """An item of which the last word was taken back, and all that this opened."""

    wording: Wording
    item: Item
    difference: Difference

    @property
    def summary(self) -> str:
        """What the command did, in one sentence without a full stop."""
        return f"Reopened {self.item.obligation.id}: {self.wording.owes(self.item)}"


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

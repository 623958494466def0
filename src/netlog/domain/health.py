"""What can be wrong with a ledger, in words for whoever owns it."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

Part = Literal[
    "file", "journal", "facts", "items", "words", "numbers", "rights", "days", "names", "copies"
]

# What the rows of a table are to whoever told them; with the sign before the number, if it has one.
_NOUNS: Mapping[str, tuple[str, str]] = {
    "origin": ("the copy of the ledger", ""),
    "terms": ("the terms", ""),
    "contact": ("the contact", ""),
    "detail": ("a detail of a contact,", ""),
    "interval": ("how often to keep in touch,", ""),
    "archival": ("the archiving", ""),
    "number": ("the number of the item", ""),
    "event": ("the event", "e"),
    "party": ("who is in an event,", ""),
    "former_party": ("who was in an event,", ""),
    "acknowledgement": ("the thank-you or apology", "a"),
    "statement": ("what was said of an item,", ""),
    "obligation": ("the item", ""),
    "settlement": ("how an item ended,", ""),
    "attempt": ("a try at an item,", ""),
    "introduction_outcome": ("what came of the introduction", "e"),
    "archived": ("the archived contact", ""),
}


class Damage(NamedTuple):
    """Something that is not as netlog left it; `sentence` says what, without its part."""

    part: Part
    sentence: str

    @property
    def can_be_mended(self) -> bool:
        """Whether it is within the ledger, whose tables and journal tell the same twice."""
        return self.part in ("file", "journal", "facts", "items", "words", "numbers")


def differing(part: Part, table: str, key: object, how: str) -> Damage:
    """A row that is not as it should be.

    Args:
        part: facts or items.
        table: its table.
        key: what tells it from others in the table.
        how: what is wrong, such as "is missing".
    """
    noun, sign = _NOUNS[table]
    return Damage(part, f"{noun} {sign}{key} {how}.")

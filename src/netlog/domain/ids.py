"""Ids as people type them: `31` is a due item, `e12` an event."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from netlog.domain.text import excerpt
from netlog.errors import Unreadable

LARGEST_ID = 2**63 - 1


class ItemId(NamedTuple):
    """The id of an obligation, as `due` lists it."""

    number: int

    @property
    def noun(self) -> str:
        """What has such an id, in a word."""
        return "due item"

    def __str__(self) -> str:
        return str(self.number)


class EventId(NamedTuple):
    """The id of an event, written with an e."""

    number: int

    @property
    def noun(self) -> str:
        """What has such an id, in a word."""
        return "event"

    def __str__(self) -> str:
        return f"e{self.number}"


class AcknowledgementId(NamedTuple):
    """The id of a thank-you or an apology, written with an a."""

    number: int

    @property
    def noun(self) -> str:
        """What has such an id, in a word."""
        return "thank-you or apology"

    def __str__(self) -> str:
        return f"a{self.number}"


def looks_like_id(text: str) -> bool:
    """Whether `text` is meant as an id rather than as a name."""
    return re.fullmatch(r"\s*[aAeE]?[0-9]+\s*", text) is not None


def read_id(text: str) -> ItemId | EventId | AcknowledgementId:
    """The item, event or acknowledgement meant by `text`.

    Raises:
        Unreadable: neither `31` nor `e12` nor `a3`.
    """
    match = re.fullmatch(r"\s*([aAeE]?)([0-9]{1,19})\s*", text)
    if not match or int(match[2]) > LARGEST_ID:
        raise Unreadable(
            f"{excerpt(text)!r} is not an id.",
            "A due item is a number such as 31, an event is an e and a number such as e12.",
        )
    kinds: dict[str, type[ItemId | EventId | AcknowledgementId]] = {
        "": ItemId,
        "e": EventId,
        "a": AcknowledgementId,
    }
    return kinds[match[1].casefold()](int(match[2]))


def read_subject(text: str, asked: str = "an introduction", hint: str = "") -> ItemId | EventId:
    """The item or event meant by `text`.

    Args:
        text: what was typed.
        asked: what of them is asked for, to say so.
        hint: how to find one.

    Raises:
        Unreadable: neither `31` nor `e12`.
    """
    subject = read_id(text)
    if isinstance(subject, AcknowledgementId):
        raise Unreadable(f"{subject} is a {subject.noun}, and {asked} is asked for here.", hint)
    return subject


def read_item_id(text: str) -> ItemId:
    """The due item meant by `text`.

    Raises:
        Unreadable: not the id of an item.
    """
    item_id = read_id(text)
    if not isinstance(item_id, ItemId):
        article = "a" if isinstance(item_id, AcknowledgementId) else "an"
        raise Unreadable(
            f"{item_id} is {article} {item_id.noun}, and a due item is asked for here.",
            "netlog due --all lists the items with their ids.",
        )
    return item_id


def read_item_ids(texts: Iterable[str]) -> list[int]:
    """The due items meant by some words, each once; commas may stand between them.

    Raises:
        Unreadable: one of them is not the id of an item.
    """
    parts = (part for text in texts for part in text.removesuffix(",").split(","))
    return list(dict.fromkeys(read_item_id(part).number for part in parts))


def read_event_id(text: str) -> EventId:
    """The event meant by `text`.

    Raises:
        Unreadable: not the id of an event.
    """
    event_id = read_id(text)
    if isinstance(event_id, ItemId):
        raise Unreadable(
            f"{event_id} is a due item, and an event is asked for here.",
            f"An event's id begins with an e, such as e{event_id}.",
        )
    if isinstance(event_id, AcknowledgementId):
        raise Unreadable(f"{event_id} is a {event_id.noun}, and an event is asked for here.")
    return event_id

"""Which word on an item can be taken back, and why not."""

from collections.abc import Iterable
from typing import NoReturn

from netlog.domain.items import Item
from netlog.domain.records import Settlement
from netlog.errors import Refused

SETTLING = frozenset({"settlement", "obligation", "attempt", "introduction_outcome"})


def last_word(item: Item) -> Settlement:
    """The last thing that somebody typed about how an item ended, or about a part of it.

    Raises:
        Refused: nothing was settled yet, or an event did it, such as a meeting that answered.
    """
    number = item.obligation.id
    typed = [one for one in item.settlements if one.event_id is None]
    if typed:
        return max(typed, key=lambda one: one.id)
    causes = sorted({one.event_id for one in item.settlements if one.event_id is not None})
    if causes:
        raise Refused(
            f"{number} was closed by e{causes[-1]}, not by a word of its own.",
            f"netlog history e{causes[-1]} tells what that was; edit or delete it if it is wrong.",
        )
    raise Refused(f"{number} is open: nothing of it is settled yet.", "netlog due --all lists it.")


def refuse_more_than_settling(tables: Iterable[str], item: Item) -> None:
    """Refuse to take back a command that did more than settle.

    Raises:
        Refused: it wrote an event or a contact too.
    """
    written = set(tables)
    if not written or not SETTLING.issuperset(written):
        raise Refused(
            f"What closed {item.obligation.id} did more, so it cannot be taken back alone.",
            f"netlog history e{item.event.id} tells what happened.",
        )


def refuse_changed_since(item_id: int, cause: Exception) -> NoReturn:
    """Say that a later command built on what is to be taken back.

    Raises:
        Refused: always.
    """
    raise Refused(
        f"What closed {item_id} was changed by a later command, so it cannot be taken back alone.",
        "netlog undo takes back one command after the other; netlog undo --list shows them.",
    ) from cause

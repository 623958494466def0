"""Everybody as a table, which a spreadsheet shows and `netlog import` reads."""

from collections.abc import Iterator
from contextlib import contextmanager

from netlog.actions.desk import Desk
from netlog.exchange.records import Card
from netlog.exchange.write.table import rows
from netlog.views.export import cards

_HEADER = (
    *("name", "organisation", "title", "email", "phone", "url", "alias", "skill", "note"),
    *("every", "need", "archived", "id"),
)


@contextmanager
def pieces(desk: Desk, *, with_journal: bool) -> Iterator[Iterator[str]]:  # noqa: ARG001
    """A row each."""
    yield rows(_HEADER, map(_cells, cards(desk.settings)))


def _cells(card: Card) -> list[str]:
    several = (card.emails, card.phones, card.urls, card.aliases, card.skills)
    return [
        card.name,
        card.organisation,
        card.title,
        *("; ".join(values) for values in several),
        card.note,
        "" if card.every is None else f"{card.every}d",
        "; ".join(card.needs),
        "yes" if card.is_archived else "",
        card.uid,
    ]

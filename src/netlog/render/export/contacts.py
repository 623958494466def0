"""Everybody as a table, which a spreadsheet shows and `netlog import` reads."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from netlog.actions.desk import Desk
from netlog.exchange.records import Card
from netlog.exchange.write.table import rows
from netlog.views.export import cards

_COLUMNS: Mapping[str, Callable[[Card], str]] = {
    "name": lambda card: card.name,
    "organisation": lambda card: card.organisation,
    "title": lambda card: card.title,
    "email": lambda card: "; ".join(card.emails),
    "phone": lambda card: "; ".join(card.phones),
    "url": lambda card: "; ".join(card.urls),
    "alias": lambda card: "; ".join(card.aliases),
    "skill": lambda card: "; ".join(card.skills),
    "note": lambda card: card.note,
    "every": lambda card: "" if card.every is None else f"{card.every}d",
    "need": lambda card: "; ".join(card.needs),
    "archived": lambda card: "yes" if card.is_archived else "",
    "id": lambda card: card.uid,
}


@contextmanager
def pieces(desk: Desk, *, with_journal: bool) -> Iterator[Iterator[str]]:  # noqa: ARG001
    """A row each."""
    yield rows(list(_COLUMNS), map(_cells, cards(desk.settings)))


def _cells(card: Card) -> list[str]:
    return [cell(card) for cell in _COLUMNS.values()]

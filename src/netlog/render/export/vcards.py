"""Everybody as vCards."""

from collections.abc import Iterator
from contextlib import contextmanager

from netlog.actions.desk import Desk
from netlog.exchange.write.vcard import vcards
from netlog.views.export import cards


@contextmanager
def pieces(desk: Desk, *, with_journal: bool) -> Iterator[Iterator[str]]:  # noqa: ARG001
    """A card each, of version 4.0, which every phone reads."""
    yield vcards(cards(desk.settings), "4.0")

"""Introductions of a whole ledger, for the picture of them all."""

import sqlite3
from collections.abc import Collection

from netlog.domain.records import Event, Party
from netlog.domain.report.introductions import KnownIntroduction
from netlog.ledger.read.records import select, select_in
from netlog.ledger.read.report import introductions_by_id

_IN_INTRODUCTION = ("introducer", "client", "provider")


def latest_introductions(
    connection: sqlite3.Connection, most: int, among: Collection[int] | None = None
) -> tuple[list[KnownIntroduction], int]:
    """The latest introductions, at most so many, and how many there are in all.

    Args:
        connection: the ledger.
        most: how many.
        among: only those in which one of these contacts was; None for all.
    """
    if among is None:
        events = select(connection, Event, "WHERE t.kind = 'introduction'")
    else:
        parties = select_in(connection, Party, "contact_id", among)
        ids = {one.event_id for one in parties if one.role in _IN_INTRODUCTION}
        events = select_in(connection, Event, "id", ids)
    events.sort(key=lambda event: event.moment, reverse=True)
    return introductions_by_id(connection, [one.id for one in events[:most]]), len(events)


def people_in(introductions: Collection[KnownIntroduction]) -> set[int]:
    """The ids of everybody in them."""
    whos = [one.who for one in introductions]
    return {one for who in whos for one in (who.introducer, who.client, who.provider)}

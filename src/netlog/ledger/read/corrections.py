"""What a correction has to look at: what is about an event, and what happened before another."""

import sqlite3
from collections.abc import Collection
from datetime import date
from itertools import chain

from netlog.domain.records import Acknowledgement, Event, Obligation, Statement
from netlog.domain.worth import counted
from netlog.ledger.read.records import existing, select, select_in
from netlog.ledger.read.worth import said_of_worth

_MOMENTS = """
SELECT ifnull(placed, told) AS moment FROM event WHERE happened_on = :day
UNION ALL SELECT ifnull(placed, told) FROM acknowledgement WHERE said_on = :day
UNION ALL SELECT told FROM statement WHERE said_on = :day
UNION ALL SELECT told FROM statement WHERE day = :day AND kind IN ('responded', 'happy')
UNION ALL SELECT told FROM interval WHERE since_on = :day
UNION ALL SELECT told FROM archival WHERE since_on = :day
"""

_FOR_EVENT = (
    "t.event_id = :event OR t.item_id IN (SELECT id FROM obligation WHERE event_id = :event)"
)


def acknowledgement(connection: sqlite3.Connection, number: int) -> Acknowledgement:
    """The thank-you or apology with that id.

    Raises:
        NoSuchItem: there is none.
    """
    return existing(connection, Acknowledgement, number, "thank-you or apology", f"a{number}")


def idle_acknowledgements(
    connection: sqlite3.Connection, item: Obligation, day: date
) -> list[Acknowledgement]:
    """The acknowledgements of a day that would be for an item, and settled nothing."""
    return select(  # by the day: one of the two is me, of whom nearly all of them are
        connection,
        Acknowledgement,
        "WHERE t.kind = ? AND +t.author_id = ? AND +t.recipient_id = ? AND t.said_on = ?"
        " AND ifnull(t.item_id, t.event_id) IS NULL AND NOT EXISTS"
        " (SELECT 1 FROM settlement s"
        "  WHERE s.settled_on = t.said_on AND s.acknowledgement_id = t.id)",
        (item.kind, item.debtor_id, item.creditor_id, day.isoformat()),
    )


def acknowledgements_for(
    connection: sqlite3.Connection, event_id: int, contacts: Collection[int]
) -> list[Acknowledgement]:
    """The thank-yous and apologies for an event or an item of it, with one of its contacts."""
    either = (
        select_in(connection, Acknowledgement, column, contacts, also=_FOR_EVENT, event=event_id)
        for column in ("author_id", "recipient_id")
    )
    return sorted({said.id: said for said in chain.from_iterable(either)}.values())


def events_about(connection: sqlite3.Connection, event_id: int) -> list[Event]:
    """The events that refer to this one: problems with it, and what makes up for it."""
    return select(
        connection,
        Event,
        "WHERE t.introduction_id = :id OR t.replaces_id = :id ORDER BY t.happened_on, t.told",
        {"id": event_id},
    )


def made_up_for(connection: sqlite3.Connection, event_id: int) -> list[Event]:
    """The introductions that are the replacement which a problem made its introducer owe."""
    return select(
        connection,
        Event,
        "JOIN settlement s ON s.event_id = t.id JOIN obligation o ON o.id = s.obligation_id"
        " WHERE o.event_id = ? AND o.kind = 'replacement' ORDER BY t.happened_on, t.told",
        (event_id,),
    )


def everything_about(connection: sqlite3.Connection, event_id: int) -> list[Event]:
    """The events that refer to this one, and those that refer to these, to the end."""
    known: dict[int, Event] = {}
    waiting = [event_id]
    while waiting:
        about = events_about(connection, waiting.pop())
        waiting += [event.id for event in about if event.id not in known]
        known |= {event.id: event for event in about}
    return list(known.values())


def known_since(connection: sqlite3.Connection, event_id: int) -> tuple[date, int] | None:
    """The first moment of which I said that something had come of an introduction."""
    known = select(
        connection,
        Statement,
        "WHERE t.event_id = ? AND t.item_id IS NULL AND t.kind IN ('responded', 'happy')",
        (event_id,),
    )
    said = [*known, *counted(said_of_worth(connection, event_id))]
    return min(((each.said_on, each.told) for each in said), default=None)


def moment_before(connection: sqlite3.Connection, day: date, moment: int) -> int:
    """The last moment of that day in which something was told, or put, before another moment."""
    row = connection.execute(
        f"SELECT ifnull(max(moment), 0) FROM ({_MOMENTS}) WHERE moment < :moment",
        {"day": day.isoformat(), "moment": moment},
    ).fetchone()
    return int(row[0])

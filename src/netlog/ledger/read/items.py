"""Obligations with their events, parties, settlements and attempts, a few statements for all."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from netlog.domain.due import Scope
from netlog.domain.items import CHECK_INS, Item
from netlog.domain.records import Attempt, Event, Obligation, Party, Settlement
from netlog.ledger.read.archived import AT_REST
from netlog.ledger.read.nobody import WITH_NOBODY
from netlog.ledger.read.records import by_id, existing, grouped_in, select, select_in

if TYPE_CHECKING:
    from netlog.domain.history import Entry


def item(connection: sqlite3.Connection, item_id: int) -> Item:
    """The item with that id.

    Raises:
        NoSuchItem: there is none.
    """
    return items(connection, [existing(connection, Obligation, item_id, "due item", item_id)])[0]


def items(connection: sqlite3.Connection, obligations: Sequence[Obligation]) -> list[Item]:
    """Everything about some obligations, in their order."""
    ids = [obligation.id for obligation in obligations]
    events = by_id(connection, Event, (obligation.event_id for obligation in obligations))
    parties = grouped_in(connection, Party, "event_id", events)
    settlements = grouped_in(connection, Settlement, "obligation_id", ids)
    attempts = grouped_in(connection, Attempt, "obligation_id", ids)
    return [
        Item(
            obligation=obligation,
            event=events[obligation.event_id],
            parties=tuple(parties[obligation.event_id]),
            settlements=tuple(settlements[obligation.id]),
            attempts=tuple(attempts[obligation.id]),
        )
        for obligation in obligations
    ]


def opened_by(connection: sqlite3.Connection, events: Iterable[int]) -> dict[int, list[Item]]:
    """The items that some events opened, in their places, by event."""
    opened: dict[int, list[Item]] = defaultdict(list)
    owed = items(connection, select_in(connection, Obligation, "event_id", events))
    for item in sorted(owed, key=lambda item: item.place):
        opened[item.event.id].append(item)
    return opened


def contacts_in(involved: "Iterable[Item | Entry]") -> set[int]:
    """The ids of everybody in these items, or entries of a timeline."""
    return {contact_id for each in involved for contact_id in each.contacts}


def open_of_mine(connection: sqlite3.Connection, me: int, scope: Scope) -> list[Obligation]:
    """My open obligations, either way, that are due up to the horizon of the scope.

    What is with somebody archived is among everything only.
    """
    in_sight = "" if scope.everything else f" AND NOT {AT_REST}"
    return select(
        connection,
        Obligation,
        "WHERE t.closed_on IS NULL AND (t.debtor_id = :me OR t.creditor_id = :me)"
        f" AND NOT {WITH_NOBODY} AND t.due_on <= :horizon{_with(scope)}{in_sight}",
        {"me": me, "horizon": scope.horizon.isoformat()},
    )


def count_open(connection: sqlite3.Connection, me: int, scope: Scope) -> tuple[int, int]:
    """How many obligations on the sides of the scope are open, and with somebody archived."""
    by_side = {
        "mine": f"t.debtor_id = :me AND t.kind NOT IN {CHECK_INS}",
        "check-in": f"t.debtor_id = :me AND t.kind IN {CHECK_INS}",
        "theirs": "t.creditor_id = :me",
    }
    wanted = " OR ".join(f"({by_side[side]})" for side in scope.sides)
    row = connection.execute(
        f"SELECT count(*), ifnull(sum({AT_REST}), 0) FROM obligation t"
        f" WHERE t.closed_on IS NULL AND ({wanted}) AND NOT {WITH_NOBODY}{_with(scope)}",
        {"me": me},
    ).fetchone()
    return int(row[0]), int(row[1])


def _with(scope: Scope) -> str:
    """The condition that an item is with one of the contacts of the scope, if it names any.

    Whether both are happy is asked of both, though only the client is its creditor.
    """
    if scope.among is None:
        return ""
    among = ", ".join(str(int(contact)) for contact in sorted(scope.among))
    return (
        f" AND (t.debtor_id IN ({among}) OR t.creditor_id IN ({among})"
        " OR t.kind = 'check-outcome' AND t.event_id IN (SELECT event_id FROM party"
        f"  WHERE contact_id IN ({among}) AND role = 'provider'))"
    )

"""Obligations with their events, parties, settlements and attempts, a few statements for all."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from netlog.domain.due import Scope
from netlog.domain.items import CHECK_INS, Item
from netlog.domain.records import Attempt, Event, Obligation, Party, Settlement
from netlog.errors import NoSuchItem
from netlog.ledger.read.records import one, select, select_in


class _OfObligation(Protocol):
    @property
    def obligation_id(self) -> int: ...


Owned = TypeVar("Owned", bound=_OfObligation)


def item(connection: sqlite3.Connection, item_id: int) -> Item:
    """The item with that id.

    Raises:
        NoSuchItem: there is none.
    """
    found = one(connection, Obligation, item_id)
    if found is None:
        raise NoSuchItem("due item", item_id)
    return items(connection, [found])[0]


def items(connection: sqlite3.Connection, obligations: Sequence[Obligation]) -> list[Item]:
    """Everything about some obligations, in their order."""
    ids = [one.id for one in obligations]
    events = {
        one.id: one
        for one in select_in(connection, Event, "id", (one.event_id for one in obligations))
    }
    parties: dict[int, list[Party]] = defaultdict(list)
    for party in select_in(connection, Party, "event_id", events):
        parties[party.event_id].append(party)
    settlements = _by_obligation(select_in(connection, Settlement, "obligation_id", ids))
    attempts = _by_obligation(select_in(connection, Attempt, "obligation_id", ids))
    return [
        Item(
            obligation=one,
            event=events[one.event_id],
            parties=tuple(parties[one.event_id]),
            settlements=tuple(settlements[one.id]),
            attempts=tuple(attempts[one.id]),
        )
        for one in obligations
    ]


def contacts_in(found: Iterable[Item]) -> set[int]:
    """The ids of everybody in these items."""
    return {
        contact_id
        for item in found
        for contact_id in (
            item.obligation.debtor_id,
            item.obligation.creditor_id,
            *(party.contact_id for party in item.parties),
        )
    }


def open_of_mine(connection: sqlite3.Connection, me: int, scope: Scope) -> list[Obligation]:
    """My open obligations, either way, that are due up to the horizon of the scope."""
    return select(
        connection,
        Obligation,
        "WHERE t.closed_on IS NULL AND (t.debtor_id = :me OR t.creditor_id = :me)"
        f" AND t.due_on <= :horizon{_with(scope)}",
        {"me": me, "horizon": scope.horizon.isoformat()},
    )


def count_open(connection: sqlite3.Connection, me: int, scope: Scope) -> int:
    """How many obligations on the sides of the scope are open, however far ahead."""
    check_ins = ", ".join(f"'{kind}'" for kind in CHECK_INS)
    by_side = {
        "mine": f"t.debtor_id = :me AND t.kind NOT IN ({check_ins})",
        "check-in": f"t.debtor_id = :me AND t.kind IN ({check_ins})",
        "theirs": "t.creditor_id = :me",
    }
    wanted = " OR ".join(f"({by_side[side]})" for side in scope.sides)
    row = connection.execute(
        f"SELECT count(*) FROM obligation t WHERE t.closed_on IS NULL AND ({wanted}){_with(scope)}",
        {"me": me},
    ).fetchone()
    return int(row[0])


def _with(scope: Scope) -> str:
    """The condition that an item is with one of the contacts of the scope, if it names any.

    Whether both are happy is asked of both, though only the client is its creditor.
    """
    if scope.among is None:
        return ""
    among = ", ".join(str(int(contact_id)) for contact_id in sorted(scope.among))
    return (
        f" AND (t.debtor_id IN ({among}) OR t.creditor_id IN ({among})"
        " OR t.kind = 'check-outcome' AND t.event_id IN (SELECT event_id FROM party"
        f"  WHERE contact_id IN ({among}) AND role = 'provider'))"
    )


def _by_obligation(found: Iterable[Owned]) -> dict[int, list[Owned]]:
    grouped: dict[int, list[Owned]] = defaultdict(list)
    for one_of_them in found:
        grouped[one_of_them.obligation_id].append(one_of_them)
    return grouped

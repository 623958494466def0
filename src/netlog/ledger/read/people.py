"""Everybody known: who, and of some of them what one wants to see, in a few statements."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain

from netlog.domain.items import CHECK_INS, Side
from netlog.domain.people.acquaintance import Acquaintance
from netlog.domain.records import Contact
from netlog.ledger.read.archived import IN_SIGHT
from netlog.ledger.read.contacted import last_contacts
from netlog.ledger.read.contacts import organisation_names
from netlog.ledger.read.intervals import current_intervals
from netlog.ledger.read.needs import needs_of
from netlog.ledger.read.nobody import NAMED
from netlog.ledger.read.records import by_id, letting_go, rows_in

_BATCH = 1_000  # a table has its columns as wide as these need
_FIRST = 100  # of more, as many as fill any screen: those who wait for it read on meanwhile


def everybody(
    connection: sqlite3.Connection,
    skill: str | None,
    organisation_id: int | None,
    *,
    archived: bool = False,
) -> list[int]:
    """The ids of all contacts in sight but me, by name.

    Args:
        connection: the ledger.
        skill: only those who have it, as it is compared.
        organisation_id: only those who belong to it.
        archived: those who are archived instead.
    """
    rows = connection.execute(
        "SELECT t.id FROM contact t"
        f" WHERE NOT t.is_me AND {NAMED} AND {'NOT ' if archived else ''}{IN_SIGHT}"
        " AND (:organisation IS NULL OR t.organisation_id = :organisation)"
        " AND (:skill IS NULL OR t.id IN"
        "  (SELECT contact_id FROM detail WHERE kind = 'skill' AND key = :skill))"
        " ORDER BY t.key",
        {"organisation": organisation_id, "skill": skill},
    )
    return list(chain.from_iterable(rows))


def in_batches(
    connection: sqlite3.Connection, me: int, ids: Sequence[int]
) -> Iterator[list[Acquaintance]]:
    """What one wants to see of these contacts, some at a time and in their order.

    Between two batches the ledger is let go.
    """

    def batches() -> Iterator[list[Acquaintance]]:
        first = ids if len(ids) <= _BATCH else ids[:_FIRST]
        yield _acquaintances(connection, first, counts, last_contacts_of(connection, me, first))
        # Of so many it is quicker to read all words than to look each up.
        last = last_contacts_of(connection, me, None) if len(ids) > _BATCH else {}
        for start in range(len(first), len(ids), _BATCH):
            yield _acquaintances(connection, ids[start : start + _BATCH], counts, last)

    counts = how_much_is_open(connection, me)
    return letting_go(connection, batches())


def last_contacts_of(
    connection: sqlite3.Connection, me: int, ids: Collection[int] | None
) -> Mapping[int, date]:
    """The day of the last contact with each; with one of its people is with the organisation."""
    belonging = "SELECT organisation_id, id FROM contact WHERE organisation_id"
    if ids is None:
        members = connection.execute(f"{belonging} NOTNULL").fetchall()
        last = last_contacts(connection, me)
    else:
        members = list(rows_in(connection, belonging + " IN ({ids})", ids))
        last = last_contacts(connection, me, {*ids, *(member for _, member in members)})
    for organisation_id, member in members:
        if member in last:
            last[organisation_id] = max(last[member], last.get(organisation_id, last[member]))
    return last


def _acquaintances(
    connection: sqlite3.Connection,
    ids: Sequence[int],
    counts: Mapping[int, Mapping[Side, int]],
    last: Mapping[int, date],
) -> list[Acquaintance]:
    contacts = by_id(connection, Contact, ids)
    organisations = organisation_names(connection, contacts.values())
    skills, needs = _skills(connection, ids), needs_of(connection, ids)
    intervals = current_intervals(connection, ids)
    return [
        Acquaintance(
            contact=contacts[key],
            organisation=organisations.get(key),
            skills=tuple(skills[key]),
            last_contact=last.get(key),
            open=counts.get(key, {}),
            interval=intervals.get(key),
            needs=tuple(need.text for need in needs[key] if need.is_open),
        )
        for key in ids
        if key in contacts
    ]


def _skills(connection: sqlite3.Connection, ids: Collection[int]) -> Mapping[int, Sequence[str]]:
    statement = (
        "SELECT contact_id, value FROM detail"
        " WHERE contact_id IN ({ids}) AND kind = 'skill' ORDER BY id"
    )
    skills: dict[int, list[str]] = defaultdict(list)
    for contact_id, skill in rows_in(connection, statement, ids):
        skills[contact_id].append(skill)
    return skills


def how_much_is_open(connection: sqlite3.Connection, me: int) -> Mapping[int, Mapping[Side, int]]:
    """How much is open between me and each contact, by side."""
    rows = connection.execute(
        "SELECT CASE WHEN debtor_id = :me THEN creditor_id ELSE debtor_id END,"
        f" CASE WHEN kind IN {CHECK_INS} THEN 'check-in'"
        "  WHEN debtor_id = :me THEN 'mine' ELSE 'theirs' END, count(*) FROM obligation"
        " WHERE closed_on IS NULL AND (debtor_id = :me OR creditor_id = :me) GROUP BY 1, 2",
        {"me": me},
    )
    counts: dict[int, dict[Side, int]] = defaultdict(dict)
    for contact_id, side, number in rows:
        counts[contact_id][side] = number
    return counts

"""A whole ledger made anew from its facts: the postings, the index of words, and the journal."""

import sqlite3
from collections.abc import Iterable, Iterator
from time import time_ns
from typing import Any

from netlog.domain.projection.project import project
from netlog.domain.records import (
    HERE,
    Archived,
    Attempt,
    IntroductionOutcome,
    Number,
    Obligation,
    Settlement,
)
from netlog.ledger.file.create import ME, ME_ROW
from netlog.ledger.file.digests import DIGEST, as_stored
from netlog.ledger.read.facts import facts_around
from netlog.ledger.read.records import TABLE_OF, digest_of, me
from netlog.ledger.write import words
from netlog.ledger.write.journal import chained_hash, place_of, texts_of
from netlog.ledger.write.operations import Operation, in_rows
from netlog.ledger.write.rows import FACT_CLASSES, usual

_AT_A_TIME = 20_000


def project_anew(connection: sqlite3.Connection) -> None:
    """Write the postings of all facts into empty tables, and index the words of the texts.

    Some contacts at a time, so that a ledger of many years need not fit into memory.
    """
    owner = me(connection)
    for contacts in _some_at_a_time(connection, owner):
        _project_around(connection, owner, contacts)
    words.rebuild(connection)


def _some_at_a_time(connection: sqlite3.Connection, owner: int) -> Iterator[set[int]]:
    """All but the owner of whom there are facts, in parts of which there are about as many."""
    rows = connection.execute(
        "SELECT contact_id, count(*) FROM (SELECT contact_id FROM party WHERE contact_id <> ?"
        " UNION ALL SELECT contact_id FROM archival) GROUP BY contact_id",
        (owner,),
    ).fetchall()
    some: set[int] = set()
    places = 0
    for contact_id, number in rows:
        some.add(contact_id)
        places += number
        if places >= _AT_A_TIME:
            yield some
            some, places = set(), 0
    if some:
        yield some


def _project_around(connection: sqlite3.Connection, owner: int, contacts: set[int]) -> None:
    """Write what stands around some contacts; between two of them it belongs to the first."""
    facts = facts_around(connection, contacts)
    state = project(facts, contacts)

    def is_here(pair: Iterable[int]) -> bool:
        return min(contact for contact in pair if contact != owner) in contacts

    accounts = [
        account
        for account in state.accounts.values()
        if is_here((account.obligation.debtor_id, account.obligation.creditor_id))
    ]
    outcomes = (
        noted
        for event_id, known in state.outcomes.items()
        if is_here(facts.vouchers[event_id].introduced.both)
        for noted in known.values()
    )
    _insert(connection, Number, state.numbers.given)
    _insert(connection, Obligation, (account.obligation for account in accounts))
    _insert(connection, Settlement, (row for account in accounts for row in account.settlements))
    _insert(connection, Attempt, (row for account in accounts for row in account.attempts))
    _insert(connection, IntroductionOutcome, outcomes)
    _insert(connection, Archived, state.archived.values())


def begin_journal(
    connection: sqlite3.Connection, command: str, summary: str, *, now: bool = True
) -> None:
    """Let an empty journal begin with a change that told all facts and cannot be taken back.

    Args:
        connection: the ledger.
        command: the command line.
        summary: what it did.
        now: whether it was made at this moment, or as soon as all was told: then the same facts
            have the same beginning in every copy of the ledger.
    """
    made_at = max(time_ns() // 1000 if now else 0, last_told(connection) + 1)
    change = (1, made_at, "do", command, summary, None, None, None)
    for part, text in enumerate(in_rows(_operations(connection))):
        connection.execute("INSERT INTO operations VALUES (?, ?)", (place_of(1, part), text))
    hash_of_all = chained_hash(b"", *change, texts=texts_of(connection, 1))
    row = (*change, hash_of_all)
    connection.execute("INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)


def last_told(connection: sqlite3.Connection) -> int:
    """The last moment in which something was told; 0 where nothing was."""
    row = connection.execute(
        "SELECT ifnull(max(told), 0) FROM (SELECT max(told) AS told FROM event"
        " UNION ALL SELECT max(told) FROM acknowledgement"
        " UNION ALL SELECT max(told) FROM statement"
        " UNION ALL SELECT max(told) FROM interval UNION ALL SELECT max(told) FROM archival)"
    ).fetchone()
    return int(row[0])


def _insert(
    connection: sqlite3.Connection, kind: type[Any], records: Iterable[tuple[Any, ...]]
) -> None:
    names = (*kind._fields, DIGEST)
    connection.executemany(
        f"INSERT INTO {TABLE_OF[kind]} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})",
        ((*map(as_stored, record), digest_of(record)) for record in records),
    )


def _operations(connection: sqlite3.Connection) -> Iterator[Operation]:
    """All facts as they were told; of the owner only what differs from how a ledger begins."""
    for table, kind in FACT_CLASSES.items():
        as_usual = usual(kind)
        rows = connection.execute(f"SELECT id, {', '.join(as_usual)} FROM {table} ORDER BY id")
        for key, *values in rows:
            if (table, key) == ("origin", HERE):
                continue  # a ledger begins with it
            before = ME_ROW if (table, key) == ("contact", ME) else None
            after = {
                name: value
                for (name, usual_value), value in zip(as_usual.items(), values, strict=True)
                if value != (before[name] if before else usual_value)
            }
            if before is None:
                yield Operation(table, key, None, after)
            elif after:
                yield Operation(table, key, {name: before[name] for name in after}, after)

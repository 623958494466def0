"""Whether a ledger holds what its commands wrote, and nothing else.

SQLite's own check sees torn pages and broken rules, but not a changed letter. The journal does:
its hashes are chained, replaying it from an empty ledger must give the facts, and projecting those
the postings.
"""

import sqlite3
from collections.abc import Hashable, Iterator, Mapping
from typing import TypeVar

from netlog.domain.projection.postings import Postings
from netlog.domain.projection.project import project
from netlog.domain.records import Archived, IntroductionOutcome, Obligation
from netlog.ledger.file.create import ME, ME_ROW
from netlog.ledger.read.facts import accounts_of, all_facts
from netlog.ledger.read.records import select
from netlog.ledger.write.journal import (
    BACKUP,
    COLUMNS,
    RowValues,
    chained_hash,
    operations_of,
    texts_of,
)
from netlog.ledger.write.rows import FACT_CLASSES, usual
from netlog.ledger.write.words import places

Tables = dict[tuple[str, int], RowValues]
Key = TypeVar("Key", bound=Hashable)


def damages(connection: sqlite3.Connection) -> Iterator[str]:
    """What is wrong with a ledger, one sentence each; nothing where all is well.

    Args:
        connection: one that may write: SQLite checks no CHECKs of a file opened read-only.
    """
    try:
        yield from _broken_rules(connection)
        yield from _broken_chain(connection)
        yield from _imbalance(connection)
    except (sqlite3.Error, ValueError, TypeError, LookupError) as error:
        yield f"It cannot be read: {error}."


def is_damaged(connection: sqlite3.Connection) -> bool:
    """Whether `damages` finds anything."""
    return any(True for _ in damages(connection))


def replayed(connection: sqlite3.Connection) -> Tables:
    """The facts as the journal tells them, from an empty ledger on.

    Raises:
        ValueError: a change does not fit what the changes before it left.
    """
    facts: Tables = {("contact", ME): {name: ME_ROW[name] for name in ME_ROW if name != "id"}}
    by_default = {table: usual(kind) for table, kind in FACT_CLASSES.items()}
    for (change_id,) in connection.execute("SELECT id FROM change ORDER BY id").fetchall():
        for operation in operations_of(connection, change_id):
            table, key, _, after = operation
            if table == BACKUP:
                continue
            row = facts.pop((table, key), None)
            if not operation.fits(row, by_default[table]):
                message = f"change {change_id} found row {key} of {table} otherwise"
                raise ValueError(message)
            if after is not None:
                facts[table, key] = {**(row or by_default[table]), **after}
    return facts


def stored(connection: sqlite3.Connection) -> Tables:
    """The facts as they are."""
    facts: Tables = {}
    for table, kind in FACT_CLASSES.items():
        names = tuple(usual(kind))
        for key, *row in connection.execute(f"SELECT id, {', '.join(names)} FROM {table}"):
            facts[table, key] = dict(zip(names, row, strict=True))
    return facts


def posted(connection: sqlite3.Connection) -> Postings:
    """The postings as they are."""
    obligations = select(connection, Obligation, "ORDER BY t.id")
    outcomes = select(connection, IntroductionOutcome)
    return Postings(
        {account.obligation.id: account for account in accounts_of(connection, obligations)},
        {(outcome.event_id, outcome.outcome): outcome for outcome in outcomes},
        {posting.contact_id: posting for posting in select(connection, Archived)},
    )


def _broken_rules(connection: sqlite3.Connection) -> Iterator[str]:
    for (verdict,) in connection.execute("PRAGMA integrity_check").fetchall():
        if verdict != "ok":
            yield f"SQLite finds: {verdict}."
    for table, key, *_ in connection.execute("PRAGMA foreign_key_check").fetchall():
        yield f"Row {key} of {table} refers to a row that is not there."


def _broken_chain(connection: sqlite3.Connection) -> Iterator[str]:
    previous = b""
    for key, *columns, link in connection.execute(
        f"SELECT {COLUMNS} FROM change ORDER BY id"
    ).fetchall():
        if chained_hash(previous, key, *columns, *texts_of(connection, key)) != link:
            yield f"Change {key} of the journal is not as it was written."
        previous = link


def _imbalance(connection: sqlite3.Connection) -> Iterator[str]:
    journalled, facts = replayed(connection), stored(connection)
    for table, key in sorted(journalled.keys() | facts.keys()):
        if journalled.get((table, key)) != facts.get((table, key)):
            yield f"Row {key} of {table} is not as the journal tells it."
    if journalled != facts:
        return
    yield from _unprojected(connection)
    if not _is_indexed(connection):
        yield "The index of words is not that of the texts."


def _unprojected(connection: sqlite3.Connection) -> Iterator[str]:
    now, projected = posted(connection), project(all_facts(connection)).postings()
    yield from _differing("Item", now.accounts, projected.accounts)
    yield from _differing("What came of", now.outcomes, projected.outcomes)
    yield from _differing("The archived contact", now.archived, projected.archived)


def _differing(
    what: str, these: Mapping[Key, object], those: Mapping[Key, object]
) -> Iterator[str]:
    for key in these.keys() | those.keys():
        if these.get(key) != those.get(key):
            yield f"{what} {key} is not as the facts have it."


def _is_indexed(connection: sqlite3.Connection) -> bool:
    indexed = set(connection.execute("SELECT word, source, row_id FROM word"))
    return indexed == set(places(connection))

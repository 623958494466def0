"""What a population is learned from: what some of the contacts owed me, as it stood on a day."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from math import inf
from zlib import crc32

from netlog.domain.records import Obligation, Settlement
from netlog.domain.score.credit import Evidence, each_deed_once, weigh
from netlog.ledger.read.ranking import opened_by
from netlog.ledger.read.records import grouped_in, me, select_in

MOST_PEOPLE = 300  # More would tell no better where people stand, and take longer.
MOST_THINGS = 60  # Of one person, the latest.


def people(connection: sqlite3.Connection, until: date) -> Iterator[list[Evidence]]:
    """The evidence on each of some contacts by the end of a day, not faded, problems apart.

    Where there are more than enough, a checksum of the name decides: any other order could have
    something to do with how reliable they are, and numbers come from the order of telling.
    """
    rows = connection.execute("SELECT id, key FROM contact WHERE NOT is_me").fetchall()
    ids = [
        contact for contact, key in sorted(rows, key=lambda row: (crc32(row[1].encode()), row[1]))
    ]
    left = MOST_PEOPLE
    for start in range(0, len(ids), MOST_PEOPLE):
        evidence = _evidence(connection, ids[start : start + MOST_PEOPLE], until)[:left]
        yield from evidence
        left -= len(evidence)
        if not left:
            return


def _evidence(
    connection: sqlite3.Connection, among: Sequence[int], until: date
) -> list[list[Evidence]]:
    """The evidence on each of these contacts that has any, in their order."""
    owed = select_in(
        connection,
        Obligation,
        "debtor_id",
        among,
        also="t.creditor_id = :me AND t.due_on < :until",
        me=me(connection),
        until=until.isoformat(),
    )
    theirs: dict[int, list[Obligation]] = defaultdict(list)
    for obligation in sorted(owed, key=lambda each: (each.due_on, each.opened_on, each.kind)):
        theirs[obligation.debtor_id].append(obligation)
    latest = [each for some in theirs.values() for each in some[-MOST_THINGS:]]
    settlements = grouped_in(connection, Settlement, "obligation_id", (each.id for each in latest))
    kinds = opened_by(connection, latest)
    lines: dict[int, list[Evidence]] = defaultdict(list)
    for obligation in latest:
        then, ended = _as_of(until, obligation, settlements[obligation.id])
        line = weigh(then, ended, until, inf, kinds.get(obligation.event_id))
        if line is not None:
            lines[obligation.debtor_id].append(line)
    return [each_deed_once(lines[contact]) for contact in among if contact in lines]


def _as_of(
    day: date, obligation: Obligation, settlements: Sequence[Settlement]
) -> tuple[Obligation, Sequence[Settlement]]:
    """An obligation and its settlements as they stood by the end of a day."""
    ended = [settlement for settlement in settlements if settlement.settled_on <= day]
    if obligation.closed_on is not None and obligation.closed_on > day:
        obligation = obligation._replace(closed_on=None)
    return obligation, ended

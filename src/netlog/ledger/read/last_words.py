"""Who said or did something for whom, and when last: the events between me and others."""

import sqlite3
from collections.abc import Mapping
from datetime import date

from netlog.domain.records import Role
from netlog.domain.report.attempts import Pair, Word, later
from netlog.ledger.read.records import me as owner_of

# Whoever has one of these roles says or does something for the others in the event.
_SPEAKS: tuple[Role, ...] = ("attendee", "author", "introducer", "promiser")
_CHUNK = 400
# CROSS JOIN keeps SQLite from beginning with all the events of mine.
_EVENTS_WITH = """
SELECT theirs.contact_id, theirs.role, mine.role, e.happened_on, ifnull(e.placed, e.told)
FROM party theirs
CROSS JOIN party mine ON mine.event_id = theirs.event_id AND mine.contact_id = ?
CROSS JOIN event e ON e.id = theirs.event_id
WHERE theirs.contact_id IN ({marks}) AND theirs.contact_id <> mine.contact_id
AND e.happened_on >= ?
"""
# A thank-you or an apology is a word as well, whether or not it settled anything.
_SAID_BY = """
SELECT author_id, recipient_id, said_on FROM acknowledgement
WHERE author_id IN ({marks}) AND said_on >= ?
UNION ALL SELECT author_id, recipient_id, said_on FROM acknowledgement
WHERE recipient_id IN ({marks}) AND said_on >= ?
"""


def last_words(connection: sqlite3.Connection, since: Mapping[Pair, date]) -> dict[Pair, Word]:
    """The last event or acknowledgement of the one to the other, for each pair that has any.

    Args:
        connection: the ledger.
        since: pairs of contacts of whom I am one, with the day from which to look.
    """
    if not since:
        return {}
    me = owner_of(connection)
    others = sorted({one for pair in since for one in pair} - {me})
    begin = min(since.values()).isoformat()
    found: dict[Pair, Word] = {}
    for start in range(0, len(others), _CHUNK):
        some = others[start : start + _CHUNK]
        statement = _EVENTS_WITH.format(marks=", ".join("?" * len(some)))
        rows = connection.execute(statement, (me, *some, begin))
        for other, their_role, my_role, day, moment in rows:
            word = Word(date.fromisoformat(day), moment)
            for pair, role in (((other, me), their_role), ((me, other), my_role)):
                if role in _SPEAKS and pair in since:
                    found[pair] = later(found.get(pair), word)
        statement = _SAID_BY.format(marks=", ".join("?" * len(some)))
        for *between, day in connection.execute(statement, (*some, begin) * 2):
            pair = (between[0], between[1])
            if pair in since:
                found[pair] = later(found.get(pair), Word(date.fromisoformat(day)))
    return found

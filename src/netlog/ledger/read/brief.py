"""What passed last between me and some contacts, and what I noted of them."""

import sqlite3
from collections.abc import Collection

from netlog.domain.records import WORDS, Event
from netlog.domain.report.brief import Note
from netlog.ledger.read.history import ACKNOWLEDGEMENT, EVENT, EntryId
from netlog.ledger.read.records import rows_in, select_in

_WORDS = f"""
SELECT {EVENT} AS kind, e.id AS key, e.happened_on AS day, ifnull(e.placed, e.told) AS moment
FROM party theirs CROSS JOIN event e ON e.id = theirs.event_id
WHERE theirs.contact_id IN ({{ids}}) AND theirs.contact_id <> :me
AND e.kind IN {WORDS}
AND EXISTS (SELECT 1 FROM party mine WHERE mine.event_id = e.id AND mine.contact_id = :me)
UNION SELECT {ACKNOWLEDGEMENT}, id, said_on, ifnull(placed, told) FROM acknowledgement
WHERE author_id IN ({{ids}}) AND +recipient_id = :me
UNION SELECT {ACKNOWLEDGEMENT}, id, said_on, ifnull(placed, told) FROM acknowledgement
WHERE recipient_id IN ({{ids}}) AND +author_id = :me
ORDER BY day DESC, moment DESC LIMIT :most
"""
_SUBJECTS = (
    "SELECT event_id, contact_id FROM party WHERE contact_id IN ({ids}) AND role = 'subject'"
)


def last_words(
    connection: sqlite3.Connection, me: int, among: Collection[int], most: int
) -> list[EntryId]:
    """The last meetings, messages, thank-yous and apologies between us, the latest first."""
    rows = rows_in(connection, _WORDS, among, me=me, most=most)
    latest = sorted(rows, key=lambda row: row[2:], reverse=True)[:most]
    return list(dict.fromkeys((kind, key) for kind, key, _, _ in latest))


def notes(connection: sqlite3.Connection, among: Collection[int]) -> list[Note]:
    """What I noted of some contacts, the latest first."""
    subjects = dict(rows_in(connection, _SUBJECTS, among))
    noted = select_in(connection, Event, "id", subjects)
    latest = sorted(noted, key=lambda event: event.moment, reverse=True)
    return [Note(event, subjects[event.id]) for event in latest]

"""Who said or did something for whom, and when last: the events between me and others."""

import sqlite3
from collections.abc import Mapping
from datetime import date

from netlog.domain.records import Role
from netlog.domain.report.attempts import Pair, Word, later
from netlog.ledger.read.records import me as owner_of
from netlog.ledger.read.records import rows_in

# Whoever has one of these roles says or does something for the others in the event.
_SPEAKS: tuple[Role, ...] = ("attendee", "author", "introducer", "promiser")
# CROSS JOIN keeps SQLite from beginning with all the events of mine.
_EVENTS_WITH = """
SELECT theirs.contact_id, theirs.role, mine.role, e.happened_on, ifnull(e.placed, e.told)
FROM party theirs
CROSS JOIN party mine ON mine.event_id = theirs.event_id AND mine.contact_id = :me
CROSS JOIN event e ON e.id = theirs.event_id
WHERE theirs.contact_id IN ({ids}) AND theirs.contact_id <> mine.contact_id
AND e.happened_on >= :begin AND NOT e.undated
"""
# A thank-you or an apology is a word as well, whether or not it settled anything.
_SAID_BY = """
SELECT author_id, recipient_id, said_on FROM acknowledgement
WHERE author_id IN ({ids}) AND said_on >= :begin
UNION ALL SELECT author_id, recipient_id, said_on FROM acknowledgement
WHERE recipient_id IN ({ids}) AND said_on >= :begin
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
    others = {contact for pair in since for contact in pair} - {me}
    begin = min(since.values()).isoformat()
    words: dict[Pair, Word] = {}
    rows = rows_in(connection, _EVENTS_WITH, others, me=me, begin=begin)
    for other, their_role, my_role, day, moment in rows:
        word = Word(date.fromisoformat(day), moment)
        for pair, role in (((other, me), their_role), ((me, other), my_role)):
            if role in _SPEAKS and pair in since:
                words[pair] = later(words.get(pair), word)
    for author, recipient, day in rows_in(connection, _SAID_BY, others, begin=begin):
        pair = (author, recipient)
        if pair in since:
            words[pair] = later(words.get(pair), Word(date.fromisoformat(day)))
    return words

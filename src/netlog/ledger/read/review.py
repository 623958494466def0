"""What happened within some days, figure by figure: how much, and the first of it.

Each figure is a statement that finds the ids of contacts, introductions or items by the day, in the
order in which they are told. `CROSS JOIN` and `+` keep SQLite from beginning with all of mine. Many
settlements are read as they are stored, beside their obligations: to look up each by its day takes
longer, and in a ledger of a million a minute.
"""

import sqlite3
from collections.abc import Mapping

from netlog.domain.items import CHECK_INS
from netlog.domain.records import MEETINGS
from netlog.domain.report.review import OPEN, Figure, Period
from netlog.ledger.read.nobody import WITH_NOBODY

_WITHIN = "BETWEEN :since AND :until"
_MANY = 50_000  # settlements
_MET = f"""
SELECT c.id AS key, max(e.happened_on) AS day FROM event e
CROSS JOIN party mine ON mine.event_id = e.id AND mine.contact_id = :me
CROSS JOIN party theirs ON theirs.event_id = e.id AND theirs.contact_id <> :me
CROSS JOIN contact c ON c.id = theirs.contact_id
WHERE e.happened_on {_WITHIN} AND e.kind IN {MEETINGS}
GROUP BY c.id ORDER BY day DESC, c.key
"""
_INTRODUCED = f"""
SELECT e.id AS key FROM event e
CROSS JOIN party giver ON giver.event_id = e.id AND giver.role = 'introducer'
WHERE e.happened_on {_WITHIN} AND e.kind = 'introduction'
AND NOT e.undated AND {{given}}
ORDER BY e.happened_on DESC, ifnull(e.placed, e.told) DESC
"""
# A problem closes my questions about its introduction: nobody kept anything by that.
_ENDED = f"""
SELECT s.obligation_id AS key, max(s.settled_on) AS day FROM settlement s
CROSS JOIN obligation o ON o.id = s.obligation_id
WHERE {{{{by}}}}s.settled_on {_WITHIN} AND s.ending = '{{ending}}' AND {{which}}
AND NOT EXISTS (SELECT 1 FROM event e WHERE e.id = s.event_id AND e.kind = 'problem')
GROUP BY s.obligation_id ORDER BY {{first}}, day DESC, max(s.moment) DESC
"""
# Promises were given in so many words; thank-yous have figures of their own.
_PROMISES = "o.kind = 'promise' DESC, o.kind = 'thanks'"
_LATEST = "max(julianday(s.settled_on) - julianday(o.due_on)) DESC"
# A thank-you is one whether or not it settled anything, and so is what was settled by hand.
_THANKED = f"""
SELECT c.id AS key, max(said.day) AS day FROM (
 SELECT {{to}}_id AS other, said_on AS day FROM acknowledgement
 WHERE said_on {_WITHIN} AND kind = 'thanks' AND +{{by}}_id = :me
 UNION ALL SELECT o.{{creditor}}_id, s.settled_on FROM settlement s
 CROSS JOIN obligation o ON o.id = s.obligation_id
 WHERE {{{{by}}}}s.settled_on {_WITHIN} AND s.ending = 'kept' AND o.kind = 'thanks'
 AND o.{{debtor}}_id = :me
) said CROSS JOIN contact c ON c.id = said.other
GROUP BY c.id ORDER BY day DESC, c.key
"""
_WORTH = f"""
SELECT s.event_id AS key FROM statement s
CROSS JOIN party giver ON giver.event_id = s.event_id AND giver.role = 'introducer'
WHERE s.kind = 'worth' AND s.said_on {_WITHIN} AND {{given}}
GROUP BY s.event_id ORDER BY max(s.said_on) DESC, max(s.told) DESC
"""
_PROBLEMS = f"""
SELECT e.id AS key FROM event e
WHERE e.happened_on {_WITHIN} AND e.kind = 'problem' AND EXISTS
 (SELECT 1 FROM party mine WHERE mine.event_id = e.introduction_id AND mine.contact_id = :me)
ORDER BY e.happened_on DESC, ifnull(e.placed, e.told) DESC
"""
_BY_ME = "giver.contact_id = :me"
_TO_ME = (
    "giver.contact_id <> :me AND EXISTS"
    " (SELECT 1 FROM party mine WHERE mine.event_id = giver.event_id AND mine.contact_id = :me)"
)
# What is closed by now was open on that day if a later one settled it. What is with somebody who
# was archived by then is out of sight, and so is what nobody can do anything about.
_ARCHIVED = "(SELECT contact_id FROM archived WHERE since_on <= :until)"
_AT_REST = f"(t.debtor_id IN {_ARCHIVED} OR t.creditor_id IN {_ARCHIVED} OR {WITH_NOBODY})"
_OPEN = f"""
SELECT key FROM (
 SELECT t.id AS key, t.due_on FROM obligation t
 WHERE t.closed_on IS NULL AND {{which}} AND t.opened_on <= :until AND NOT {_AT_REST}
 UNION SELECT t.id, t.due_on FROM settlement s CROSS JOIN obligation t ON t.id = s.obligation_id
 WHERE {{{{by}}}}s.settled_on > :until AND t.closed_on > :until AND {{which}}
 AND t.opened_on <= :until AND NOT {_AT_REST}
) ORDER BY due_on
"""
_STATEMENTS: Mapping[Figure, str] = {
    "met": _MET,
    "given": _INTRODUCED.format(given=_BY_ME),
    "received": _INTRODUCED.format(given=_TO_ME),
    "you_kept": _ENDED.format(ending="kept", which="o.debtor_id = :me", first=_PROMISES),
    "you_kept_late": _ENDED.format(
        ending="kept", which="s.settled_on > o.due_on AND o.debtor_id = :me", first=_LATEST
    ),
    "they_kept": _ENDED.format(ending="kept", which="o.creditor_id = :me", first=_PROMISES),
    "you_broke": _ENDED.format(ending="broken", which="o.debtor_id = :me", first=_PROMISES),
    "they_broke": _ENDED.format(ending="broken", which="o.creditor_id = :me", first=_PROMISES),
    "problems": _PROBLEMS,
    "you_thanked": _THANKED.format(
        to="recipient", by="author", creditor="creditor", debtor="debtor"
    ),
    "they_thanked": _THANKED.format(
        to="author", by="recipient", creditor="debtor", debtor="creditor"
    ),
    "worth_to_you": _WORTH.format(given=_TO_ME),
    "worth_to_others": _WORTH.format(given=_BY_ME),
    "you_owe": _OPEN.format(which=f"t.debtor_id = :me AND t.kind NOT IN {CHECK_INS}"),
    "check_ins": _OPEN.format(which=f"t.debtor_id = :me AND t.kind IN {CHECK_INS}"),
    "owes_you": _OPEN.format(which="t.creditor_id = :me"),
}


def number(connection: sqlite3.Connection, figure: Figure, me: int, period: Period) -> int:
    """How much a figure counts within some days."""
    values = _values(me, period)
    statement = f"SELECT count(*) FROM ({_statement(connection, figure, values)})"
    return int(connection.execute(statement, values).fetchone()[0])


def first(
    connection: sqlite3.Connection, figure: Figure, me: int, period: Period, most: int
) -> list[int]:
    """The ids of what is told of a figure, at most so many."""
    values = _values(me, period)
    statement = f"{_statement(connection, figure, values)} LIMIT {int(most)}"
    return [row[0] for row in connection.execute(statement, values)]


def _statement(connection: sqlite3.Connection, figure: Figure, values: Mapping[str, object]) -> str:
    """The statement of a figure: settlements by their day, or where these are many, as stored."""
    days = "> :until" if figure in OPEN else _WITHIN
    some = f"SELECT 1 FROM settlement WHERE settled_on {days} LIMIT {_MANY}"
    (known,) = connection.execute(f"SELECT count(*) FROM ({some})", values).fetchone()
    return _STATEMENTS[figure].format(by="+" if known == _MANY else "")


def _values(me: int, period: Period) -> Mapping[str, object]:
    return {"me": me, "since": period.since.isoformat(), "until": period.until.isoformat()}

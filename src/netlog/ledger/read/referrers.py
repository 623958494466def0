"""Everybody who gave introductions, with what came of them, in one statement."""

import sqlite3
from collections import Counter
from collections.abc import Iterable
from datetime import date

from netlog.domain.records import Obligation, Settlement
from netlog.domain.report.introductions import KnownIntroduction
from netlog.domain.report.referrers import Given
from netlog.ledger.read.archived import IN_SIGHT
from netlog.ledger.read.records import me, select_in

# What a problem says is told by `KnownProblem`, and whose turn it is by `their_turn`: a test holds
# that this says the same. CROSS JOIN keeps SQLite from beginning with all the obligations.
_GIVEN = f"""
WITH amends (problem, kept, missing) AS (
    SELECT o.event_id,
           EXISTS (SELECT 1 FROM settlement s WHERE s.obligation_id = o.id AND s.ending = 'kept'),
           o.closed_on IS NULL OR EXISTS (
               SELECT 1 FROM settlement s WHERE s.obligation_id = o.id AND s.ending = 'broken')
    FROM event e CROSS JOIN obligation o ON o.event_id = e.id
    WHERE e.introduction_id NOTNULL
), problem (introduction, recovered, blamed) AS (
    SELECT e.introduction_id, coalesce(min(a.kept), 0), coalesce(max(a.missing), 0)
    FROM event e LEFT JOIN amends a ON a.problem = e.id
    WHERE e.introduction_id NOTNULL
    GROUP BY e.introduction_id, e.id
), trouble (introduction, problems, recovered, blamed) AS MATERIALIZED (
    SELECT introduction, count(*), sum(recovered), max(blamed) FROM problem GROUP BY introduction
)
SELECT p.contact_id,
       EXISTS (SELECT 1 FROM introduction_outcome o WHERE o.event_id = e.id),
       EXISTS (SELECT 1 FROM introduction_outcome o
               WHERE o.event_id = e.id AND o.outcome = 'happy'),
       e.happened_on <= :silent_until AND NOT e.undated
           AND NOT EXISTS (SELECT 1 FROM introduction_outcome o WHERE o.event_id = e.id)
           AND (EXISTS (
                    SELECT 1 FROM obligation o
                    WHERE o.event_id = e.id AND o.kind = 'response' AND o.creditor_id = :me
                    AND (o.closed_on IS NULL OR EXISTS (
                        SELECT 1 FROM settlement s
                        WHERE s.obligation_id = o.id AND s.ending = 'broken')))
                OR e.fee <> ''
                AND EXISTS (
                    SELECT 1 FROM party m
                    WHERE m.event_id = e.id AND m.contact_id = :me
                    AND m.role = CASE e.client_first WHEN 0 THEN 'provider' ELSE 'client' END)
                AND NOT EXISTS (
                    SELECT 1 FROM obligation o
                    WHERE o.event_id = e.id AND o.kind = 'response' AND o.debtor_id = :me
                    AND NOT EXISTS (
                        SELECT 1 FROM settlement s
                        WHERE s.obligation_id = o.id AND s.ending = 'kept'))),
       coalesce(t.problems, 0), coalesce(t.recovered, 0), coalesce(t.blamed, 0), e.fee
FROM party p JOIN event e ON e.id = p.event_id
LEFT JOIN trouble t ON t.introduction = e.id
WHERE p.role = 'introducer' AND p.contact_id <> :me
AND EXISTS (SELECT 1 FROM contact t WHERE t.id = p.contact_id AND {IN_SIGHT})
"""


def introductions_given(connection: sqlite3.Connection, silent_until: date) -> Counter[Given]:
    """The introductions of everybody in sight but me, those that are alike counted together.

    Args:
        connection: the ledger.
        silent_until: the latest day of those that have waited too long for an answer.
    """
    values = {"me": me(connection), "silent_until": silent_until.isoformat()}
    return Counter(map(Given._make, connection.execute(_GIVEN, values)))


def their_turn(
    connection: sqlite3.Connection, introductions: Iterable[KnownIntroduction]
) -> frozenset[int]:
    """Those of introductions to me in which I wait for a word of the other one, by id.

    The other one owes me the answer, and it neither came nor was waived; or it is a paid lead, and
    the first move was mine and is not mine any more.
    """
    owner = me(connection)
    to_me = {known.event.id: known for known in introductions if owner in known.who.both}
    owed = {
        obligation.id: obligation
        for obligation in select_in(connection, Obligation, "event_id", to_me)
        if obligation.kind == "response"
    }
    endings = {
        settlement.obligation_id: settlement.ending
        for settlement in select_in(connection, Settlement, "obligation_id", owed)
    }
    awaited, mine = set[int](), set[int]()
    for key, obligation in owed.items():
        if obligation.creditor_id == owner and endings.get(key) in (None, "broken"):
            awaited.add(obligation.event_id)
        if obligation.debtor_id == owner and endings.get(key) != "kept":
            mine.add(obligation.event_id)
    leads = (key for key, known in to_me.items() if known.event.fee and known.who.first == owner)
    return frozenset(awaited.union(leads) - mine)

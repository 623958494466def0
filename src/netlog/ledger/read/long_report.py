"""The facts of a report on me where the ledger is large: in full only what its first screen tells.

All that is mine to keep is in nearly every event, so my record is as long as the ledger.
"""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from netlog.domain.items import CHECK_INS
from netlog.domain.records import Contact, Obligation, ObligationKind, Settlement
from netlog.domain.report.added_up import AddedUp, Failed, Plain, rest, weightiest
from netlog.domain.report.attempts import waited_for
from netlog.domain.report.dossier import Dossier, evidence_in
from netlog.domain.score.credit import Evidence, weigh
from netlog.ledger.read.items import items
from netlog.ledger.read.ranking import THE_REST, opened_by, sums
from netlog.ledger.read.records import grouped_in, rows_in, select_in
from netlog.ledger.read.report import dossier_of, left_alone, unasked

MOST_TOLD = 10
_WEIGHED = (
    "CASE WHEN o.kind = 'thanks' AND (SELECT e.kind FROM event e WHERE e.id = o.event_id)"
    " = 'meeting' THEN 'thanks-meeting' ELSE o.kind END"
)
_FAILED = (
    f"SELECT o.id, {_WEIGHED}, o.due_on, s.settled_on, s.ending = 'kept'"
    " FROM obligation o CROSS JOIN settlement s ON s.obligation_id = o.id"
    " WHERE o.debtor_id = :me AND o.closed_on NOTNULL AND s.times = o.times"
    " AND (s.ending = 'broken' OR s.ending = 'kept' AND s.settled_on > o.due_on)"
)
_CURRENT = (
    "SELECT id FROM obligation WHERE debtor_id = :me AND (closed_on IS NULL OR closed_on >= :today)"
)
# What I ever did for those who wait for a word of mine may have been one.
_FOR_THOSE = (
    "SELECT o.id FROM party p CROSS JOIN obligation o ON o.event_id = p.event_id"
    " WHERE p.contact_id IN ({ids}) AND o.debtor_id = :me AND o.creditor_id = p.contact_id"
)
_RECORD = (
    "SELECT kind, CASE WHEN ending <> 'kept' THEN ending WHEN closed_on <= due_on THEN 'kept'"
    " ELSE 'late' END, count(*) FROM (SELECT o.kind, o.opened_on, o.closed_on, o.due_on,"
    "  ifnull((SELECT s.ending FROM settlement s"
    "   WHERE s.obligation_id = o.id AND s.ending <> 'kept'), 'kept') AS ending"
    "  FROM obligation o WHERE o.debtor_id = :me AND o.closed_on NOTNULL"
    "  AND o.id NOT IN ({told})) GROUP BY 1, 2 ORDER BY min(opened_on)"
)
_INTRODUCED = "p.contact_id = :me AND p.role IN ('introducer', 'client', 'provider')"
_TO_TELL = (
    "SELECT e.introduction_id FROM event e CROSS JOIN party p ON p.event_id = e.introduction_id"
    f" WHERE e.introduction_id NOTNULL AND {_INTRODUCED}"
    " UNION SELECT s.event_id FROM statement s CROSS JOIN party p ON p.event_id = s.event_id"
    f" WHERE s.event_id NOTNULL AND s.kind = 'worth' AND {_INTRODUCED}"
    " UNION SELECT id FROM (SELECT e.id FROM event e INDEXED BY event_day"
    "  WHERE e.kind = 'introduction' AND EXISTS"
    f"  (SELECT 1 FROM party p WHERE p.event_id = e.id AND +{_INTRODUCED})"
    "  ORDER BY e.happened_on DESC, ifnull(e.placed, e.told) DESC LIMIT :most)"
)
_PLAIN = (
    "SELECT p.role = 'introducer',"
    " EXISTS (SELECT 1 FROM introduction_outcome i WHERE i.event_id = e.id),"
    " EXISTS (SELECT 1 FROM introduction_outcome i WHERE i.event_id = e.id"
    "  AND i.outcome = 'happy'),"
    " CASE WHEN p.role = 'introducer' THEN e.fee ELSE '' END, count(*)"
    " FROM party p CROSS JOIN event e ON e.id = p.event_id"
    f" WHERE {_INTRODUCED} AND e.id NOT IN ({{told}}) GROUP BY 1, 2, 3, 4"
)


def long_dossier(
    connection: sqlite3.Connection, contact: Contact, today: date, half_life_days: float
) -> Dossier:
    """What the ledger knows of me: in full what a first screen tells, and the rest added up.

    Args:
        connection: the ledger.
        contact: me.
        today: the day to judge from.
        half_life_days: the days in which evidence loses half its weight.
    """
    me = contact.id
    failed = map(Failed._make, connection.execute(_FAILED, {"me": me}))
    others = _others(connection, me, today, half_life_days)
    told, against = weightiest(failed, others, MOST_TOLD, today, half_life_days)
    told |= _ids(connection.execute(_CURRENT, {"me": me, "today": today.isoformat()}))
    owed = select_in(connection, Obligation, "id", told)
    waiting = {other for _, other in waited_for(items(connection, owed))}
    told |= _ids(rows_in(connection, _FOR_THOSE, waiting, me=me))
    owed = select_in(connection, Obligation, "id", told)
    introductions = _ids(connection.execute(_TO_TELL, {"me": me, "most": MOST_TOLD}))
    introductions |= {each.event_id for each in owed if each.kind in ("response", *CHECK_INS)}
    dossier = dossier_of(connection, contact, frozenset({me}), owed, introductions)
    total = sums(connection, today, half_life_days, {me})[me]
    lines = list(evidence_in(replace(dossier, introductions=()), today, half_life_days))
    return replace(
        dossier,
        added_up=AddedUp(
            evidence=rest(total, lines),
            against=against - sum(line.debit > 0 for line in lines),
            record=_record(connection, me, told),
            plain=_plain(connection, me, introductions),
        ),
    )


def _others(
    connection: sqlite3.Connection, me: int, today: date, half_life_days: float
) -> Iterator[Evidence]:
    """What my obligations say that are overdue, or ended in several parts."""
    others = select_in(
        connection, Obligation, "debtor_id", [me], also=THE_REST, today=today.isoformat()
    )
    silent = unasked(connection, others) | left_alone(connection, others)
    settlements = grouped_in(connection, Settlement, "obligation_id", (each.id for each in others))
    kinds = opened_by(connection, others)
    for each in others:
        kind = kinds.get(each.event_id)
        line = weigh(each, settlements[each.id], today, half_life_days, kind)
        if line is not None and each.id not in silent:
            yield line


def _record(
    connection: sqlite3.Connection, me: int, told: Collection[int]
) -> Mapping[ObligationKind, Mapping[str, int]]:
    record: dict[ObligationKind, Counter[str]] = defaultdict(Counter)
    for kind, ended, number in connection.execute(_RECORD.format(told=_list(told)), {"me": me}):
        record[kind][ended] += number
    return record


def _plain(connection: sqlite3.Connection, me: int, told: Collection[int]) -> Mapping[Plain, int]:
    rows = connection.execute(_PLAIN.format(told=_list(told)), {"me": me})
    return {
        Plain(bool(by), bool(answered), bool(happy), fee): number
        for by, answered, happy, fee, number in rows
    }


def _ids(rows: Iterable[tuple[int]]) -> set[int]:
    return {key for (key,) in rows}


def _list(ids: Collection[int]) -> str:
    return ", ".join(str(int(key)) for key in sorted(ids))

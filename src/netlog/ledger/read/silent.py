"""What is past due and says nothing of its debtor, for a report and for the ranking alike."""

import sqlite3
from collections.abc import Iterable

from netlog.domain.items import CHECK_INS, is_left_alone
from netlog.domain.records import Attempt, Obligation
from netlog.ledger.read.archived import archived_since
from netlog.ledger.read.nobody import nameless
from netlog.ledger.read.records import me, rows_in, select_in

_CULPRITS = """
SELECT e.introduction_id, p.contact_id FROM event e JOIN party p ON p.event_id = e.id
WHERE e.introduction_id IN ({ids}) AND p.role = 'culprit'
"""


def unasked(connection: sqlite3.Connection, owed: Iterable[Obligation]) -> frozenset[int]:
    """The open responses between others that nobody knows of, or needs any more.

    Of those that met no silence when I asked nobody knows. A problem with whoever owes one says
    what there is to say, and what is needed now is somebody better: one failure counts once.
    """
    owner = me(connection)
    responses = {
        obligation.event_id: obligation
        for obligation in owed
        if obligation.kind == "response"
        and obligation.closed_on is None
        and owner not in (obligation.debtor_id, obligation.creditor_id)
    }
    check_ins = {
        obligation.id: obligation.event_id
        for obligation in select_in(connection, Obligation, "event_id", responses)
        if obligation.kind in CHECK_INS
    }
    asked = {
        check_ins[attempt.obligation_id]
        for attempt in select_in(connection, Attempt, "obligation_id", check_ins)
    }
    asked -= {
        introduction
        for introduction, culprit in rows_in(connection, _CULPRITS, responses)
        if responses[introduction].debtor_id == culprit
    }
    return frozenset(owed.id for event, owed in responses.items() if event not in asked)


def left_alone(connection: sqlite3.Connection, owed: Iterable[Obligation]) -> frozenset[int]:
    """The open obligations that were not due when somebody in them was archived.

    So are those of mine to somebody who was forgotten: no list has them, and none can be met.
    """
    archived, owner, nobody = archived_since(connection), me(connection), nameless(connection)
    return frozenset(
        each.id
        for each in owed
        if is_left_alone(each, archived)
        or (each.closed_on is None and each.debtor_id == owner and each.creditor_id in nobody)
    )

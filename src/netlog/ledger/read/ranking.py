"""The facts of the ranking, for many contacts at once.

A report on each of 50,000 contacts would take minutes. What was closed is read in the order in
which the settlements are stored, with their obligations looked up: by debtor the obligations would
come in random order, which takes longer than all the rest.
"""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from netlog.domain.records import EventKind, Obligation, Settlement
from netlog.domain.report.ranking import RECENT_DAYS, Record
from netlog.domain.score.credit import SETTLED_TOGETHER, ProblemRole, weigh_problem
from netlog.domain.score.tally import Closed, Sums, Tally
from netlog.ledger.read.archived import AT_REST
from netlog.ledger.read.records import grouped_in, rows_in, select, select_in
from netlog.ledger.read.silent import left_alone, unasked

_TOGETHER = f"o.kind IN {SETTLED_TOGETHER}"
# Handing a row over takes longer than finding it, and by far the most were kept in time: a column
# is NULL, which costs nothing, where the tally does not need it.
OTHERWISE = "s.ending <> 'kept' OR s.settled_on > o.due_on"  # than in time
TELLING = (
    "o.debtor_id, CASE WHEN o.kind = 'thanks' AND"
    " (SELECT e.kind FROM event e WHERE e.id = o.event_id) = 'meeting'"
    "  THEN 'thanks-meeting' ELSE o.kind END, o.due_on,"
    " CASE WHEN {otherwise} THEN {ending} END,"
    f" CASE WHEN {_TOGETHER} OR {{otherwise}} THEN s.settled_on END,"
    f" CASE WHEN {_TOGETHER} THEN o.creditor_id END, {{key}}"
)
_CLOSED = (
    f"SELECT {TELLING.format(otherwise=OTHERWISE, ending='s.ending', key='NULL')}"
    " FROM {tables} WHERE s.times = o.times AND s.ending <> 'waived' AND o.debtor_id {whose}"
)
_BY_STORAGE = "settlement s CROSS JOIN obligation o ON o.id = s.obligation_id"
BY_DEBTOR = "obligation o CROSS JOIN settlement s ON s.obligation_id = o.id"
_THE_REST = (
    "(t.closed_on IS NULL AND t.due_on < :today OR t.times > 1 AND NOT EXISTS"
    " (SELECT 1 FROM settlement s WHERE s.obligation_id = t.id AND s.times = t.times))"
)
_PROBLEMS = (
    "SELECT e.id, e.happened_on, culprit.contact_id, introducer.contact_id,"
    " (SELECT count(*) FROM obligation o WHERE o.event_id = e.id AND (o.closed_on IS NULL OR EXISTS"
    "  (SELECT 1 FROM settlement s WHERE s.obligation_id = o.id AND s.ending = 'broken')))"
    " FROM event e JOIN party culprit ON culprit.event_id = e.id AND culprit.role = 'culprit'"
    " JOIN party introducer ON introducer.event_id = e.introduction_id"
    "  AND introducer.role = 'introducer'"
    " WHERE e.introduction_id NOTNULL"
)
_PROBLEMS_OF_SOME = (
    f"{_PROBLEMS} AND e.id IN"
    " (SELECT event_id FROM party WHERE contact_id IN ({ids}) AND role = 'culprit'"
    " UNION SELECT x.id FROM party p CROSS JOIN event x ON x.introduction_id = p.event_id"
    " WHERE p.contact_id IN ({ids}) AND p.role = 'introducer')"
)
_RECORDS = (
    "SELECT debtor_id, sum(ending IS 'kept' AND closed_on <= due_on),"
    " sum(ending IS 'kept' AND closed_on > due_on), sum(ending IS 'broken'),"
    " sum(ending IS NULL AND due_on < :today)"
    " FROM (SELECT o.debtor_id, o.closed_on, o.due_on, CASE WHEN o.closed_on NOTNULL THEN"
    "  ifnull((SELECT x.ending FROM settlement x WHERE x.obligation_id = o.id"
    "   AND x.ending <> 'kept'), 'kept') END AS ending"
    " FROM obligation o WHERE o.debtor_id IN ({ids})) GROUP BY debtor_id"
)
_RECENT = (
    "SELECT p.contact_id, e.id FROM party p CROSS JOIN event e ON e.id = p.event_id"
    " WHERE p.contact_id IN ({ids})"
    " AND p.role IN ('introducer', 'client', 'provider') AND e.happened_on >= :since"
    " AND NOT e.undated"
)
_MEMBERS = (
    "SELECT c.organisation_id, c.id FROM contact c"
    " CROSS JOIN contact o ON o.id = c.organisation_id"
    " WHERE c.organisation_id {which} AND o.kind = 'organisation'"
)


def sums(
    connection: sqlite3.Connection,
    today: date,
    half_life_days: float,
    among: Collection[int] | None = None,
    without: int = 0,
) -> dict[int, Sums]:
    """What speaks for and against contacts, problems apart, after fading.

    Args:
        connection: the ledger.
        today: the day to judge from.
        half_life_days: the days in which evidence loses half its weight.
        among: the ids of the contacts; None for everybody.
        without: of everybody, the id of one whom nobody asks about: mine is the longest record.

    Returns:
        For each contact that owed something that tells: the credit and the debit.
    """
    tally, now = Tally(today, half_life_days), today.isoformat()
    closed: Iterator[Closed]
    if among is None:
        statement = _CLOSED.format(tables=_BY_STORAGE, whose="<> :without")
        closed = connection.execute(statement, {"without": without})
        condition = f"WHERE t.debtor_id <> :without AND {_THE_REST}"
        rest = select(connection, Obligation, condition, {"without": without, "today": now})
    else:
        statement = _CLOSED.format(tables=BY_DEBTOR, whose="IN ({ids})")
        closed = rows_in(connection, statement, among)
        rest = select_in(connection, Obligation, "debtor_id", among, also=_THE_REST, today=now)
    tally.add_closed(closed)
    silent = unasked(connection, rest) | left_alone(connection, rest)
    settlements = grouped_in(
        connection, Settlement, "obligation_id", (obligation.id for obligation in rest)
    )
    kinds = opened_by(connection, rest)
    tally.add(
        (obligation, settlements[obligation.id], kinds.get(obligation.event_id))
        for obligation in rest
        if obligation.id not in silent
    )
    return tally.sums()


def problems(
    connection: sqlite3.Connection,
    today: date,
    half_life_days: float,
    among: Collection[int] | None = None,
) -> dict[int, list[tuple[int, float]]]:
    """The problems that reflect on each contact, or each of some, with what they weigh."""
    if among is None:
        rows: Iterator[tuple[Any, ...]] = connection.execute(_PROBLEMS)
    else:
        rows = rows_in(connection, _PROBLEMS_OF_SOME, among)
    weighed: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for event_id, day, culprit, introducer, missing in dict.fromkeys(rows):
        roles: Mapping[ProblemRole, int] = {"culprit": culprit, "introducer": introducer}
        for role, contact in roles.items():
            evidence = weigh_problem(
                event_id,
                date.fromisoformat(day),
                role=role,
                recovered=not missing,
                today=today,
                half_life_days=half_life_days,
            )
            if evidence is not None:
                weighed[contact].append((event_id, evidence.debit))
    return weighed


def records(
    connection: sqlite3.Connection, today: date, among: Collection[int]
) -> dict[int, Record]:
    """How many obligations of each contact were kept in time, and how many were not.

    What nobody asked about, or is left alone, is neither: it is open.
    """
    rows = rows_in(connection, _RECORDS, among, today=today.isoformat())
    known = {debtor: Record(*counts) for debtor, *counts in rows}
    for debtor, number in _silent(connection, today, among).items():
        known[debtor] = known[debtor]._replace(overdue=known[debtor].overdue - number)
    return known


def recent_introductions(
    connection: sqlite3.Connection, today: date, among: Collection[int]
) -> Mapping[int, frozenset[int]]:
    """The introductions of the last 90 days that each of some contacts gave or was in."""
    since = date.fromordinal(max(today.toordinal() - RECENT_DAYS, 1))
    return _sets(rows_in(connection, _RECENT, among, since=since.isoformat()))


def everybody_of(
    connection: sqlite3.Connection, among: Collection[int] | None = None
) -> Mapping[int, frozenset[int]]:
    """The people of each organisation that has any, or of those among some contacts."""
    if among is None:
        return _sets(connection.execute(_MEMBERS.format(which="NOTNULL")))
    return _sets(rows_in(connection, _MEMBERS.format(which="IN ({ids})"), among))


def opened_by(
    connection: sqlite3.Connection, obligations: Iterable[Obligation]
) -> Mapping[int, EventKind]:
    """The kinds of the events that opened the thanks among these, by the event's id."""
    thanks = (each.event_id for each in obligations if each.kind == "thanks")
    return dict(rows_in(connection, "SELECT id, kind FROM event WHERE id IN ({ids})", thanks))


def _sets(rows: Iterable[tuple[int, int]]) -> Mapping[int, frozenset[int]]:
    """What comes second in some rows, by what comes first."""
    sets: dict[int, set[int]] = defaultdict(set)
    for key, member in rows:
        sets[key].add(member)
    return {key: frozenset(members) for key, members in sets.items()}


def _silent(connection: sqlite3.Connection, today: date, among: Collection[int]) -> Counter[int]:
    """How much of each of some contacts is past due and says nothing of them."""
    late = select_in(
        connection,
        Obligation,
        "debtor_id",
        among,
        also=f"t.closed_on IS NULL AND t.due_on < :today AND (t.kind = 'response' OR {AT_REST})",
        today=today.isoformat(),
    )
    silent = unasked(connection, late) | left_alone(connection, late)
    return Counter(obligation.debtor_id for obligation in late if obligation.id in silent)

"""The facts of the ranking, for many contacts at once.

A report on each of 50,000 contacts would take minutes. What was closed is read in the order in
which the settlements are stored, with their obligations looked up: by debtor the obligations would
come in random order, which takes longer than all the rest.
"""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from itertools import chain

from netlog.domain.records import Obligation, Settlement
from netlog.domain.report.ranking import RECENT_DAYS, Record
from netlog.domain.score.credit import SETTLED_TOGETHER, ProblemRole, weigh_problem
from netlog.domain.score.tally import Sums, Tally
from netlog.ledger.read.records import select, select_in
from netlog.ledger.read.report import unasked

_MOST_VARIABLES = 400  # SQLite allows 999 in one statement in its older builds
_TOGETHER = "o.kind IN ({})".format(", ".join(f"'{kind}'" for kind in SETTLED_TOGETHER))
# Handing a row over takes longer than finding it, and by far the most were kept in time: a column
# is NULL, which costs nothing, where the tally does not need it.
_CLOSED = (
    "SELECT o.debtor_id, o.kind, o.due_on, s.ending = 'kept',"
    f" CASE WHEN {_TOGETHER} OR s.settled_on > o.due_on OR s.ending <> 'kept'"
    "  THEN s.settled_on END,"
    f" CASE WHEN {_TOGETHER} THEN o.creditor_id END"
    " FROM {tables} WHERE s.times = o.times AND s.ending <> 'waived' {among}"
)
_THE_REST = (
    "WHERE (t.closed_on IS NULL AND t.due_on < :today OR t.times > 1 AND NOT EXISTS"
    " (SELECT 1 FROM settlement s WHERE s.obligation_id = t.id AND s.times = t.times)) {among}"
)
_PROBLEMS = (
    "SELECT e.id, e.happened_on, culprit.contact_id, introducer.contact_id,"
    " (SELECT count(*) FROM obligation o WHERE o.event_id = e.id),"
    " (SELECT count(*) FROM obligation o WHERE o.event_id = e.id AND EXISTS"
    "  (SELECT 1 FROM settlement s WHERE s.obligation_id = o.id AND s.ending = 'kept')),"
    " (SELECT count(*) FROM obligation o WHERE o.event_id = e.id AND (o.closed_on IS NULL OR EXISTS"
    "  (SELECT 1 FROM settlement s WHERE s.obligation_id = o.id AND s.ending = 'broken')))"
    " FROM event e JOIN party culprit ON culprit.event_id = e.id AND culprit.role = 'culprit'"
    " JOIN party introducer ON introducer.event_id = e.introduction_id"
    "  AND introducer.role = 'introducer'"
    " WHERE e.introduction_id NOTNULL"
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
    tally = Tally(today, half_life_days)
    tally.add_closed(
        chain.from_iterable(
            connection.execute(statement, values) for statement, values in _closed(among, without)
        )
    )
    rest = [
        one
        for condition, values in _the_rest(today, among, without)
        for one in select(connection, Obligation, condition, values)
    ]
    unknown = unasked(connection, rest)
    settlements: dict[int, list[Settlement]] = defaultdict(list)
    for one in select_in(connection, Settlement, "obligation_id", (each.id for each in rest)):
        settlements[one.obligation_id].append(one)
    tally.add((one, settlements[one.id]) for one in rest if one.id not in unknown)
    return tally.sums()


def problems(
    connection: sqlite3.Connection,
    today: date,
    half_life_days: float,
    among: Collection[int] | None = None,
) -> dict[int, list[tuple[int, float]]]:
    """The problems that reflect on each contact, or each of some, with what they weigh."""
    rows = [
        row
        for statement, values in _problem_statements(among)
        for row in connection.execute(statement, values)
    ]
    found: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for event_id, day, culprit, introducer, owed, kept, missing in dict.fromkeys(rows):
        roles: list[tuple[int, ProblemRole]] = [(culprit, "culprit")]
        roles += [(introducer, "introducer")] if missing else []
        for contact, role in roles:
            evidence = weigh_problem(
                event_id,
                date.fromisoformat(day),
                role=role,
                recovered=bool(owed) and kept == owed,
                today=today,
                half_life_days=half_life_days,
            )
            if evidence is not None:
                found[contact].append((event_id, evidence.debit))
    return found


def records(
    connection: sqlite3.Connection, today: date, among: Collection[int]
) -> dict[int, Record]:
    """How many obligations of each contact were kept in time, and how many were not.

    What nobody asked about is neither: it is open.
    """
    found: dict[int, Record] = {}
    for some in _chunks(sorted(among)):
        marks = ", ".join("?" * len(some))
        for debtor, *counts in connection.execute(
            "SELECT debtor_id, sum(ending IS 'kept' AND closed_on <= due_on),"
            " sum(ending IS 'kept' AND closed_on > due_on), sum(ending IS 'broken'),"
            " sum(ending IS NULL AND due_on < ?)"
            " FROM (SELECT o.debtor_id, o.closed_on, o.due_on, CASE WHEN o.closed_on NOTNULL THEN"
            "  ifnull((SELECT x.ending FROM settlement x WHERE x.obligation_id = o.id"
            "   AND x.ending <> 'kept'), 'kept') END AS ending"
            f" FROM obligation o WHERE o.debtor_id IN ({marks})) GROUP BY debtor_id",
            (today.isoformat(), *some),
        ):
            found[debtor] = Record(*counts)
        for debtor, number in _unasked(connection, today, some).items():
            record = found[debtor]
            found[debtor] = record._replace(overdue=record.overdue - number)
    return found


def recent_introductions(
    connection: sqlite3.Connection, today: date, among: Collection[int]
) -> Mapping[int, frozenset[int]]:
    """The introductions of the last 90 days that each of some contacts gave or was in."""
    since = date.fromordinal(max(today.toordinal() - RECENT_DAYS, 1))
    found: dict[int, set[int]] = defaultdict(set)
    for some in _chunks(sorted(among)):
        for contact, event in connection.execute(
            "SELECT p.contact_id, e.id FROM party p CROSS JOIN event e ON e.id = p.event_id"
            f" WHERE p.contact_id IN ({', '.join('?' * len(some))})"
            " AND p.role IN ('introducer', 'client', 'provider') AND e.happened_on >= ?",
            (*some, since.isoformat()),
        ):
            found[contact].add(event)
    return {contact: frozenset(events) for contact, events in found.items()}


def everybody_of(
    connection: sqlite3.Connection, among: Collection[int] | None = None
) -> Mapping[int, frozenset[int]]:
    """The people of each organisation that has any, or of those among some contacts."""
    statement = (
        "SELECT c.organisation_id, c.id FROM contact c"
        " CROSS JOIN contact o ON o.id = c.organisation_id"
        " WHERE c.organisation_id {which} AND o.kind = 'organisation'"
    )
    rows: list[tuple[int, int]] = []
    if among is None:
        rows += connection.execute(statement.format(which="NOTNULL"))
    else:
        for some in _chunks(sorted(among)):
            marks = ", ".join("?" * len(some))
            rows += connection.execute(statement.format(which=f"IN ({marks})"), some)
    found: dict[int, set[int]] = defaultdict(set)
    for organisation, member in rows:
        found[organisation].add(member)
    return {organisation: frozenset(people) for organisation, people in found.items()}


def _unasked(connection: sqlite3.Connection, today: date, some: list[int]) -> Counter[int]:
    """How many responses of each of some contacts are past due, without that anybody asked."""
    marks = ", ".join("?" * len(some))
    late = select(
        connection,
        Obligation,
        f"WHERE t.debtor_id IN ({marks}) AND t.kind = 'response' AND t.closed_on IS NULL"
        " AND t.due_on < ?",
        (*some, today.isoformat()),
    )
    unknown = unasked(connection, late)
    return Counter(one.debtor_id for one in late if one.id in unknown)


def _closed(
    among: Collection[int] | None, without: int
) -> Iterator[tuple[str, Mapping[str, object]]]:
    if among is None:
        by_storage = "settlement s CROSS JOIN obligation o ON o.id = s.obligation_id"
        others = "AND o.debtor_id <> :without"
        yield _CLOSED.format(tables=by_storage, among=others), {"without": without}
        return
    by_debtor = "obligation o CROSS JOIN settlement s ON s.obligation_id = o.id"
    for one_of, values in _one_of("o.debtor_id", among):
        yield _CLOSED.format(tables=by_debtor, among=f"AND {one_of}"), values


def _the_rest(
    today: date, among: Collection[int] | None, without: int
) -> Iterator[tuple[str, Mapping[str, object]]]:
    now = {"today": today.isoformat()}
    if among is None:
        others = "AND t.debtor_id <> :without"
        yield _THE_REST.format(among=others), {**now, "without": without}
        return
    for one_of, values in _one_of("t.debtor_id", among):
        yield _THE_REST.format(among=f"AND {one_of}"), {**now, **values}


def _one_of(column: str, ids: Collection[int]) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Conditions that together hold for all rows with one of many ids in a column."""
    for some in _chunks(sorted(ids)):
        values = {f"c{number}": one for number, one in enumerate(some)}
        yield f"{column} IN ({', '.join(f':{name}' for name in values)})", values


def _problem_statements(among: Collection[int] | None) -> Iterator[tuple[str, list[int]]]:
    if among is None:
        yield _PROBLEMS, []
        return
    for some in _chunks(sorted(among)):
        marks = ", ".join("?" * len(some))
        theirs = (
            f"SELECT event_id FROM party WHERE contact_id IN ({marks}) AND role = 'culprit'"
            " UNION SELECT x.id FROM party p CROSS JOIN event x ON x.introduction_id = p.event_id"
            f" WHERE p.contact_id IN ({marks}) AND p.role = 'introducer'"
        )
        yield f"{_PROBLEMS} AND e.id IN ({theirs})", [*some, *some]


def _chunks(ids: list[int]) -> Iterable[list[int]]:
    return (ids[start : start + _MOST_VARIABLES] for start in range(0, len(ids), _MOST_VARIABLES))

"""What speaks for and against many contacts at once, summed by SQLite.

The sums are those of `netlog.domain.credit.weigh` over each contact's obligations; a property
holds the two together. A report on each of 50,000 contacts would take minutes. The statement reads
the settlements in the order in which they are stored and looks their obligations up: grouping by
debtor instead would read the obligations in random order, which takes longer than all the rest.
"""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from math import exp
from typing import Any

from netlog.domain.credit import (
    FULL_DAYS,
    IMPORTANCE,
    PATIENCE_DAYS,
    WORTH_DAYS,
    ProblemRole,
    weigh_problem,
)
from netlog.domain.ranking import RECENT_DAYS, Record, Sums

_MOST_VARIABLES = 500  # SQLite allows 999 in one statement in its older builds
_JULIAN_DAY_OF_0 = 1_721_424.5  # of Python's ordinal 0; SQLite counts Julian days
_LN2 = "0.6931471805599453"
_DAYS_LATE = "julianday(s.settled_on) - julianday(o.due_on)"
# Of a promise in parts, the last word decides how all of it ended; others have one settlement.
_ENDING = (
    "CASE WHEN o.times = 1 THEN s.ending WHEN o.closed_on IS NULL THEN 'open' ELSE ifnull("
    "(SELECT x.ending FROM settlement x WHERE x.obligation_id = o.id AND x.ending <> 'kept'),"
    " 'kept') END"
)
_SINCE = (
    "CASE ending WHEN 'kept' THEN julianday(due_on) WHEN 'broken' THEN julianday(closed_on)"
    f" ELSE julianday(due_on) + {FULL_DAYS} END"
)


def _halved(days: str, half: str) -> str:
    """What is left of one after some days, where so many days halve it."""
    return f"exp(-{_LN2} * max({days}, 0) / {half})"


def _fading_exponent(since: str) -> str:
    """The power of e to which evidence of some day fades; never above 0."""
    return f"-{_LN2} * max(:now - julianday({since}), 0) / :half_life"


def _by_kind(side: str, table: str = "") -> str:
    """The importance of a kind of obligation; the one that most kinds have needs no comparison."""
    figures = {kind: getattr(one, side) for kind, one in IMPORTANCE.items()}
    usual = Counter(figures.values()).most_common(1)[0][0]
    cases = [f"WHEN '{kind}' THEN {one}" for kind, one in figures.items() if one != usual]
    column = f"{table}.kind" if table else "kind"
    return f"CASE {column} {' '.join(cases)} ELSE {usual} END"


# By far the most have one part, which was kept: the shortest way for those. SQLite works out an
# expression of an inner SELECT anew wherever it is used, so there is none.
_KEPT = (
    f"SELECT o.debtor_id, {_by_kind('kept', 'o')} * exp({_fading_exponent('o.due_on')}"
    " - CASE WHEN s.settled_on > o.due_on"
    f" THEN {_LN2} * ({_DAYS_LATE}) / {WORTH_DAYS} ELSE 0 END),"
    " CASE WHEN s.settled_on > o.due_on"
    f" THEN {_by_kind('failed', 'o')} * exp({_fading_exponent('o.due_on')})"
    f" * (1 - exp(-{_LN2} * ({_DAYS_LATE}) / {PATIENCE_DAYS})) ELSE 0 END"
    " FROM {tables} WHERE o.times = 1 AND s.ending = 'kept' {among}"
)
_SETTLED = (
    "SELECT debtor_id,"
    f" CASE ending WHEN 'kept' THEN {_by_kind('kept')} * share * faded"
    f"  * {_halved('late', str(WORTH_DAYS))} ELSE 0 END,"
    f" {_by_kind('failed')} * share * faded * CASE this WHEN 'kept'"
    f"  THEN 1 - {_halved('late', str(PATIENCE_DAYS))} ELSE 1 END"
    f" FROM (SELECT *, {_halved(f'julianday(:today) - ({_SINCE})', ':half_life')} AS faded"
    " FROM (SELECT o.debtor_id, o.kind, o.due_on, o.closed_on, s.ending AS this,"
    f" 1.0 * s.times / o.times AS share, max({_DAYS_LATE}, 0) AS late, {_ENDING} AS ending"
    " FROM {tables} WHERE (o.times > 1 OR s.ending = 'broken') {among})"
    " WHERE ending IN ('kept', 'broken') OR (ending = 'open' AND due_on < :today))"
)
_OVERDUE = (
    f"SELECT debtor_id, 0.0, {_by_kind('failed')} * missing"
    f" * (1 - {_halved('late', str(PATIENCE_DAYS))})"
    f" * {_halved(f'late - {FULL_DAYS}', ':half_life')}"
    " FROM (SELECT o.debtor_id, o.kind, julianday(:today) - julianday(o.due_on) AS late,"
    " 1 - ifnull((SELECT sum(s.times) FROM settlement s WHERE s.obligation_id = o.id), 0) * 1.0"
    "  / o.times AS missing"
    " FROM obligation o WHERE o.closed_on IS NULL AND o.due_on < :today {among}"
    # What nobody asked about is not known: an open response whose check-in has met no silence.
    " AND NOT (o.kind = 'response' AND EXISTS (SELECT 1 FROM obligation c"
    "  WHERE c.event_id = o.event_id AND c.kind = 'check-response'"
    "  AND NOT EXISTS (SELECT 1 FROM attempt a WHERE a.obligation_id = c.id))))"
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
) -> dict[int, Sums]:
    """What speaks for and against contacts, problems apart, after fading.

    Args:
        connection: the ledger.
        today: the day to judge from.
        half_life_days: the days in which evidence loses half its weight.
        among: the ids of the contacts; None for everybody.

    Returns:
        For each contact that owed something that tells: the credit and the debit.
    """
    _make_sure_of_exp(connection)
    values = {
        "today": today.isoformat(),
        "now": today.toordinal() + _JULIAN_DAY_OF_0,
        "half_life": half_life_days,
    }
    credit: dict[int, float] = defaultdict(float)
    debit: dict[int, float] = defaultdict(float)
    for statement, more in _statements(among):
        for debtor, its_credit, its_debit in connection.execute(statement, {**values, **more}):
            credit[debtor] += its_credit
            if its_debit:
                debit[debtor] += its_debit
    return {debtor: Sums(credit[debtor], debit.get(debtor, 0.0)) for debtor in credit}


def problems(
    connection: sqlite3.Connection, today: date, half_life_days: float
) -> dict[int, list[tuple[int, float]]]:
    """The problems that reflect on each contact, each with what it weighs after fading."""
    found: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for event_id, day, culprit, introducer, owed, kept, missing in connection.execute(_PROBLEMS):
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
    """How many obligations of each contact were kept in time, and how many were not."""
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
    return found


def recent_introductions(
    connection: sqlite3.Connection, today: date
) -> Mapping[int, frozenset[int]]:
    """The introductions of the last 90 days that each contact gave or was in."""
    since = date.fromordinal(max(today.toordinal() - RECENT_DAYS, 1))
    found: dict[int, set[int]] = defaultdict(set)
    for contact, event in connection.execute(
        "SELECT p.contact_id, e.id FROM event e CROSS JOIN party p ON p.event_id = e.id"
        " WHERE e.kind = 'introduction' AND e.happened_on >= ?",
        (since.isoformat(),),
    ):
        found[contact].add(event)
    return {contact: frozenset(events) for contact, events in found.items()}


def everybody_of(connection: sqlite3.Connection) -> Mapping[int, frozenset[int]]:
    """The people of each organisation that has any."""
    found: dict[int, set[int]] = defaultdict(set)
    for organisation, member in connection.execute(
        "SELECT o.id, c.id FROM contact c JOIN contact o ON o.id = c.organisation_id"
        " WHERE o.kind = 'organisation'"
    ):
        found[organisation].add(member)
    return {organisation: frozenset(people) for organisation, people in found.items()}


def _statements(among: Collection[int] | None) -> Iterator[tuple[str, dict[str, Any]]]:
    if among is None:
        by_storage = "settlement s CROSS JOIN obligation o ON o.id = s.obligation_id"
        yield _KEPT.format(tables=by_storage, among=""), {}
        yield _SETTLED.format(tables=by_storage, among=""), {}
        yield _OVERDUE.format(among=""), {}
        return
    by_debtor = "obligation o CROSS JOIN settlement s ON s.obligation_id = o.id"
    for some in _chunks(sorted(among)):
        marks = ", ".join(f":c{number}" for number in range(len(some)))
        values = {f"c{number}": one for number, one in enumerate(some)}
        one_of = f"o.debtor_id IN ({marks})"
        yield _KEPT.format(tables=by_debtor, among=f"AND {one_of}"), values
        yield _SETTLED.format(tables=by_debtor, among=f"AND {one_of}"), values
        yield _OVERDUE.format(among=f"AND {one_of}"), values


def _chunks(ids: list[int]) -> Iterable[list[int]]:
    return (ids[start : start + _MOST_VARIABLES] for start in range(0, len(ids), _MOST_VARIABLES))


def _make_sure_of_exp(connection: sqlite3.Connection) -> None:
    with suppress(sqlite3.OperationalError):
        connection.execute("SELECT exp(0)")
        return
    connection.create_function("exp", 1, exp, deterministic=True)  # a build without mathematics

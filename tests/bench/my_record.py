"""The sums that the first screen of `report me` tells, as SQLite alone works them out.

It is what the report is timed against, so it has to come to the same: a test compares the two.
"""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from netlog.domain.score.credit import (
    FULL_DAYS,
    IMPORTANCE,
    PATIENCE_DAYS,
    PROBLEM_IMPORTANCE,
    SETTLED_TOGETHER,
    WORTH_DAYS,
)
from netlog.ledger.read.long_report import MOST_TOLD

_WEIGHTS = ", ".join(
    f"('{kind}', {weight.kept}, {weight.failed})" for kind, weight in IMPORTANCE.items()
)
_TOGETHER = ", ".join(f"'{kind}'" for kind in SETTLED_TOGETHER)
_MINE = "(SELECT id FROM contact WHERE is_me)"
_LEFT = (
    "iif(s.settled_on <= o.due_on, 1.0,"
    " pow(0.5, (julianday(s.settled_on) - julianday(o.due_on)) / {days}))"
)
_KEPT = "CASE WHEN s.ending = 'kept' THEN s.times * {share} END"
_AGE = "pow(0.5, max(julianday(:today) - julianday({}), 0) / :half_life)"
_SINCE = (
    "CASE WHEN how IN ('kept', 'late') THEN due_on"
    f" ELSE ifnull(closed_on, date(due_on, '+{FULL_DAYS} days')) END"
)
_LINES = f"""
CREATE TEMP TABLE line AS WITH weight (weighed, kept, failed) AS MATERIALIZED (VALUES {_WEIGHTS}),
owed AS (
  SELECT o.id, o.kind, o.creditor_id, o.due_on, o.closed_on,
    CASE WHEN o.kind = 'thanks'
      AND (SELECT e.kind FROM event e WHERE e.id = o.event_id) = 'meeting'
      THEN 'thanks-meeting' ELSE o.kind END AS weighed,
    total({_KEPT.format(share=_LEFT.format(days=WORTH_DAYS))}) / o.times AS worth,
    total({_KEPT.format(share=f"(1 - {_LEFT.format(days=PATIENCE_DAYS)})")}) / o.times AS waited,
    1 - total({_KEPT.format(share=1)}) / o.times AS missing,
    CASE WHEN o.closed_on ISNULL THEN iif(o.due_on < :today, 'overdue', 'open')
      WHEN max(s.ending = 'broken') THEN 'broken' WHEN max(s.ending = 'waived') THEN 'waived'
      WHEN o.closed_on <= o.due_on THEN 'kept' ELSE 'late' END AS how
  FROM obligation o LEFT JOIN settlement s ON s.obligation_id = o.id
  WHERE o.debtor_id = {_MINE} GROUP BY o.id
)
SELECT id, kind, how,
  CASE WHEN kind IN ({_TOGETHER}) THEN creditor_id END AS creditor_id, closed_on,
  iif(how IN ('kept', 'late'), w.kept * worth * {_AGE.format("due_on")}, 0.0) AS credit,
  CASE how WHEN 'kept' THEN 0.0 WHEN 'waived' THEN 0.0 WHEN 'open' THEN 0.0 ELSE w.failed
    * (waited + CASE how WHEN 'late' THEN 0.0 WHEN 'broken' THEN missing ELSE missing
      * (1 - pow(0.5, (julianday(:today) - julianday(due_on)) / {PATIENCE_DAYS})) END)
    * {_AGE.format(_SINCE)} END AS debit
FROM owed CROSS JOIN weight w USING (weighed)
"""
_ENDED = "SELECT kind, how, count(*), total(debit) FROM line GROUP BY kind, how"
_CREDIT = """
SELECT (SELECT total(credit) FROM line WHERE creditor_id ISNULL) + total(credit) FROM
  (SELECT max(credit) AS credit FROM line WHERE creditor_id NOTNULL
   GROUP BY creditor_id, kind, closed_on)
"""
_WEIGHTIEST = f"SELECT id FROM line ORDER BY debit DESC LIMIT {MOST_TOLD}"
_INTRODUCTIONS = f"""
SELECT p.role = 'introducer', e.fee, i.outcome, count(*) FROM party p
CROSS JOIN event e ON e.id = p.event_id
LEFT JOIN introduction_outcome i ON i.event_id = e.id AND i.outcome = 'happy'
WHERE p.contact_id = {_MINE} AND p.role IN ('introducer', 'client', 'provider') GROUP BY 1, 2, 3
"""
_PROBLEMS = f"""
SELECT CASE p.role {" ".join(f"WHEN '{r}' THEN {w}" for r, w in PROBLEM_IMPORTANCE.items())} END
  * {_AGE.format("e.happened_on")}
FROM event e CROSS JOIN party p ON p.event_id = iif(:role = 'culprit', e.id, e.introduction_id)
  AND p.role = :role AND +p.contact_id = {_MINE}
WHERE e.introduction_id NOTNULL AND (:role = 'culprit' OR EXISTS
  (SELECT 1 FROM obligation o WHERE o.event_id = e.id AND (o.closed_on ISNULL OR EXISTS
    (SELECT 1 FROM settlement s WHERE s.obligation_id = o.id AND s.ending = 'broken'))))
"""


class MyRecord(NamedTuple):
    """My record in figures: how many ended how, and what counts for me and against.

    `record` is by kind and standing; `credit` and `debit` are after fading, each deed credited
    once, and nothing of thanks for meetings held back. `introductions` are in both directions.
    """

    record: dict[tuple[str, str], int]
    credit: float
    debit: float
    introductions: int


def my_record(ledger: Path, today: str, half_life_days: float) -> MyRecord:
    """Work it out by SQL alone.

    Args:
        ledger: the file.
        today: the day to judge from, ISO text.
        half_life_days: the days in which evidence loses half its weight.
    """
    values: dict[str, object] = {"today": today, "half_life": half_life_days}
    with closing(sqlite3.connect(ledger)) as connection:
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute(_LINES, values)
        ended = connection.execute(_ENDED).fetchall()
        ((credit,),) = connection.execute(_CREDIT)
        connection.execute(_WEIGHTIEST).fetchall()
        made = connection.execute(_INTRODUCTIONS).fetchall()
        problems = [
            weight
            for role in PROBLEM_IMPORTANCE
            for (weight,) in connection.execute(_PROBLEMS, {**values, "role": role})
        ]
    return MyRecord(
        record={(kind, how): number for kind, how, number, _ in ended},
        credit=credit,
        debit=sum(weight for *_, weight in ended) + sum(problems),
        introductions=sum(number for *_, number in made),
    )

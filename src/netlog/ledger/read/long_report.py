"""The facts of a report on me where the ledger is large: in full only what its first screen tells.

All that is mine to keep is in nearly every event, so my record is as long as the ledger.
"""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from operator import itemgetter

from netlog.domain.items import CHECK_INS
from netlog.domain.records import Contact, Obligation, ObligationKind, Settlement
from netlog.domain.report.added_up import AddedUp, Plain, rest, weightiest
from netlog.domain.report.attempts import waited_for
from netlog.domain.report.dossier import Dossier, evidence_in
from netlog.domain.score.credit import Evidence, Weighed, kind_of, weigh
from netlog.domain.score.tally import Closed, Sums, Tally
from netlog.domain.standing import Standing, standing
from netlog.ledger.read.items import items
from netlog.ledger.read.ranking import BY_DEBTOR, OTHERWISE, TELLING, opened_by
from netlog.ledger.read.records import grouped_in, rows_in, select, select_in
from netlog.ledger.read.report import dossier_of
from netlog.ledger.read.silent import left_alone, unasked

MOST_TOLD = 10
_AT_ONCE = 100  # rows, as many as a processor has at hand
# One row for each that a settlement ended whole, and one for each part: the record in one pass.
_OTHERWISE = f"{OTHERWISE} OR s.times <> o.times"
_TELLING = TELLING.format(
    otherwise=_OTHERWISE,
    ending="CASE WHEN s.times <> o.times THEN 'part' ELSE s.ending END",
    key=f"CASE WHEN {_OTHERWISE} THEN o.id END",
)
_ENDED = f"SELECT {_TELLING} FROM {BY_DEBTOR} WHERE o.debtor_id = :me{{which}}"
_AMONG = " AND o.id IN ({ids})"
_ENDING, _KEY = 3, 6
_KIND, _KIND_AND_ENDING = itemgetter(1), itemgetter(1, _ENDING)
_OPEN = "WHERE t.debtor_id = ? AND t.closed_on IS NULL"
_CLOSED_NOW = (
    "SELECT o.id FROM settlement s CROSS JOIN obligation o ON o.id = s.obligation_id"
    " WHERE s.settled_on >= :today AND o.debtor_id = :me AND o.closed_on >= :today"
)
# What I ever did for those who wait for a word of mine may have been one.
_FOR_THOSE = (
    "SELECT o.id FROM party p CROSS JOIN obligation o ON o.event_id = p.event_id"
    " WHERE p.contact_id IN ({ids}) AND o.debtor_id = :me AND o.creditor_id = p.contact_id"
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
# Of the outcomes the one that says most comes first in the alphabet: a happy one was answered.
_PLAIN = (
    "SELECT p.role = 'introducer',"
    " (SELECT min(i.outcome) FROM introduction_outcome i WHERE i.event_id = e.id),"
    " CASE WHEN p.role = 'introducer' THEN e.fee ELSE '' END, count(*)"
    " FROM party p CROSS JOIN event e ON e.id = p.event_id"
    f" WHERE {{which}}{_INTRODUCED} GROUP BY 1, 2, 3"
)
_TOLD = "p.event_id IN ({ids}) AND +"


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
    ended = _Ended(Tally(today, half_life_days))
    ended.read(connection.execute(_ENDED.format(which=""), {"me": me}))
    still_open = select(connection, Obligation, _OPEN, (me,))
    closed = ended.parts.difference(each.id for each in still_open)
    others = [*still_open, *select_in(connection, Obligation, "id", closed)]
    settlements = grouped_in(connection, Settlement, "obligation_id", (each.id for each in others))
    ended.add(_lines(connection, others, settlements, today, half_life_days))
    ids_in_full = weightiest(ended.tally.against, MOST_TOLD) | {each.id for each in still_open}
    ids_in_full |= _ids(connection.execute(_CLOSED_NOW, {"me": me, "today": today.isoformat()}))
    waiting = {other for _, other in waited_for(items(connection, still_open))}
    ids_in_full |= _ids(rows_in(connection, _FOR_THOSE, waiting, me=me))
    in_full = select_in(connection, Obligation, "id", ids_in_full)
    introductions = _ids(connection.execute(_TO_TELL, {"me": me, "most": MOST_TOLD}))
    introductions |= {each.event_id for each in in_full if each.kind in ("response", *CHECK_INS)}
    dossier = dossier_of(connection, contact, frozenset({me}), in_full, introductions)
    in_parts = (
        (each.kind, standing(each, settlements[each.id], today))
        for each in others
        if each.id not in ids_in_full
    )
    rows_in_full = rows_in(connection, _ENDED.format(which=_AMONG), ids_in_full, me=me)
    lines = list(evidence_in(replace(dossier, introductions=()), today, half_life_days))
    return replace(
        dossier,
        added_up=AddedUp(
            evidence=rest(ended.tally.sums().get(me, Sums()), lines),
            against=len(ended.tally.against) - sum(line.debit > 0 for line in lines),
            record=ended.record(rows_in_full, in_parts),
            plain=_plain(connection, me, introductions),
        ),
    )


def _lines(
    connection: sqlite3.Connection,
    others: Sequence[Obligation],
    settlements: Mapping[int, Sequence[Settlement]],
    today: date,
    half_life_days: float,
) -> Iterator[tuple[int, Evidence]]:
    """What obligations say that are open, or ended in several parts, each with its debtor."""
    silent = unasked(connection, others) | left_alone(connection, others)
    kinds = opened_by(connection, others)
    for each in others:
        kind = kinds.get(each.event_id)
        line = weigh(each, settlements[each.id], today, half_life_days, kind)
        if line is not None and each.id not in silent:
            yield each.debtor_id, line


class _Ended:
    """All of my record that ended, added up as it is read.

    `parts` are the obligations that no single settlement ended, of which more has to be read.
    """

    def __init__(self, tally: Tally) -> None:
        self.tally, self.parts = tally, set[int]()
        self._all = Counter[Weighed]()
        self._otherwise = Counter[tuple[Weighed, str]]()  # than in time, whole

    def read(self, ended: sqlite3.Cursor) -> None:
        """Add all that ended."""
        while rows := ended.fetchmany(_AT_ONCE):
            self._all.update(map(_KIND, rows))
            otherwise = [row for row in rows if row[_KEY] is not None]
            self._otherwise.update(map(_KIND_AND_ENDING, otherwise))
            self.parts.update(row[_KEY] for row in otherwise if row[_ENDING] == "part")
            self.tally.add_closed(rows)

    def add(self, lines: Iterable[tuple[int, Evidence]]) -> None:
        """Add what else there is to say, each with its debtor."""
        for debtor, line in lines:
            self.tally.add_line(debtor, line)

    def record(
        self, in_full: Iterable[Closed], in_parts: Iterable[tuple[ObligationKind, Standing]]
    ) -> Mapping[ObligationKind, Mapping[str, int]]:
        """How many of each kind ended how: less what is told in full, and what ended in parts."""
        rows = list(in_full)
        self._all.subtract(map(_KIND, rows))
        self._otherwise.subtract(map(_KIND_AND_ENDING, (row for row in rows if row[_KEY])))
        record: dict[ObligationKind, Counter[str]] = defaultdict(Counter)
        for weighed, number in self._all.items():
            record[kind_of(weighed)]["kept"] += number
        for (weighed, ending), number in self._otherwise.items():
            counts = record[kind_of(weighed)]
            counts["kept"] -= number
            counts["late" if ending == "kept" else ending] += number
        for kind, how in in_parts:
            record[kind][how] += 1
        for counts in record.values():
            del counts["part"]
        return {kind: +counts for kind, counts in record.items() if +counts}


def _plain(
    connection: sqlite3.Connection, me: int, in_full: Collection[int]
) -> Mapping[Plain, int]:
    """My introductions, those alike together, but for those that are told in full."""
    alike = Counter[Plain]()
    for by, outcome, fee, number in connection.execute(_PLAIN.format(which=""), {"me": me}):
        alike[_sort(by, outcome, fee)] += number
    for by, outcome, fee, number in rows_in(connection, _PLAIN.format(which=_TOLD), in_full, me=me):
        alike[_sort(by, outcome, fee)] -= number
    return +alike


def _sort(by: int, outcome: str | None, fee: str) -> Plain:
    return Plain(bool(by), outcome is not None, outcome == "happy", fee)


def _ids(rows: Iterable[tuple[int]]) -> set[int]:
    return {key for (key,) in rows}

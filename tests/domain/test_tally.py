"""The sums of many contacts at once are those of their evidence, one by one."""

from collections import defaultdict
from datetime import date, timedelta
from math import fsum
from typing import NamedTuple, get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netlog.domain.records import EventKind, Obligation, ObligationKind, Settlement
from netlog.domain.score.credit import (
    SETTLED_TOGETHER,
    Evidence,
    Weighed,
    each_deed_once,
    meetings_at_most,
    weigh,
)
from netlog.domain.score.tally import Closed, Tally

TODAY = date(2026, 6, 12)
HALF_LIFE = 100.0
KINDS: tuple[Weighed, ...] = (*get_args(ObligationKind), "thanks-meeting")


class Ended(NamedTuple):
    """An obligation that was settled whole."""

    debtor: int
    creditor: int
    weighed: Weighed
    kept: bool
    settled: int  # days ago
    late: int  # days

    @property
    def kind(self) -> ObligationKind:
        return "thanks" if self.weighed == "thanks-meeting" else self.weighed

    @property
    def settled_on(self) -> date:
        return TODAY - timedelta(days=self.settled)

    @property
    def due_on(self) -> date:
        return self.settled_on - timedelta(days=self.late)

    @property
    def row(self) -> Closed:
        return self.numbered(None)

    def numbered(self, key: int | None) -> Closed:
        together = self.kind in SETTLED_TOGETHER
        in_time = self.kept and self.late <= 0
        return (
            self.debtor,
            self.weighed,
            self.due_on.isoformat(),
            None if in_time else "kept" if self.kept else "broken",
            None if in_time and not together else self.settled_on.isoformat(),
            self.creditor if together else None,
            key,
        )


def obligation(number: int, ended: Ended) -> Obligation:
    return Obligation(
        id=number,
        event_id=number,
        kind=ended.kind,
        debtor_id=ended.debtor,
        creditor_id=ended.creditor,
        times=1,
        opened_on=ended.due_on - timedelta(days=7),
        due_on=ended.due_on,
        hidden_until=None,
        closed_on=ended.settled_on,
    )


def evidence(number: int, ended: Ended) -> Evidence:
    settlement = Settlement(
        obligation_id=number,
        ordinal=1,
        ending="kept" if ended.kept else "broken",
        settled_on=ended.settled_on,
        times=1,
        via="",
        note="",
        event_id=None,
        acknowledgement_id=None,
        statement_id=1,
        moment=0,
    )
    opened_by: EventKind = "meeting" if ended.weighed == "thanks-meeting" else "introduction"
    found = weigh(obligation(number, ended), [settlement], TODAY, HALF_LIFE, opened_by)
    assert found is not None
    return found


ENDED = st.builds(
    Ended,
    debtor=st.sampled_from((2, 3)),
    creditor=st.sampled_from((1, 4)),
    weighed=st.sampled_from(KINDS),
    kept=st.booleans(),
    settled=st.integers(0, 3),
    late=st.integers(-5, 50),
)
SOON = Ended(2, 1, "thanks", kept=True, settled=1, late=0)
LATE = SOON._replace(late=9)


@given(st.lists(ENDED, max_size=12))
@example([SOON, LATE])  # one deed, the first of which counts
@example([LATE, SOON])  # and the second
@example([Ended(2, 1, "promise", kept=True, settled=1, late=-2)])
@example([Ended(2, 1, "promise", kept=False, settled=1, late=2)])
def test_the_sums_are_those_of_the_evidence(ended: list[Ended]) -> None:
    tally = Tally(TODAY, HALF_LIFE)
    tally.add_closed(one.row for one in ended)
    expected: dict[int, list[Evidence]] = defaultdict(list)
    weighed = each_deed_once(evidence(number, one) for number, one in enumerate(ended))
    for one, found in zip(ended, weighed, strict=True):
        expected[one.debtor].append(found)
    sums = tally.sums()
    assert sums.keys() == expected.keys()
    for debtor, lines in expected.items():
        counted = meetings_at_most(lines)
        assert sums[debtor].credit == pytest.approx(fsum(line.credit for line in counted))
        assert sums[debtor].against == pytest.approx(fsum(line.debit for line in counted))


def test_of_what_is_open_only_the_overdue_counts() -> None:
    tally = Tally(TODAY, HALF_LIFE)
    overdue = obligation(1, SOON._replace(late=9))._replace(closed_on=None)
    not_yet = overdue._replace(due_on=TODAY, debtor_id=3)
    tally.add([(overdue, (), "introduction"), (overdue, (), "meeting"), (not_yet, (), None)])
    ((debtor, sums),) = tally.sums().items()
    assert debtor == SOON.debtor
    assert sums.credit == 0 < sums.unthanked < sums.debit
    assert tally.against == [("thanks", sums.debit, 1), ("thanks-meeting", sums.unthanked, 1)]


@given(st.lists(ENDED, max_size=12))
def test_what_speaks_against_is_told_of_what_has_an_id(ended: list[Ended]) -> None:
    tally = Tally(TODAY, HALF_LIFE)
    rows = [one.numbered(number) for number, one in enumerate(ended)]
    nothing: Closed = (2, "promise", "2026-01-01", "waived", "2026-01-01", None, 77)
    tally.add_closed([*rows, nothing, *(one.row for one in ended)])
    lines = [(one.weighed, evidence(number, one)) for number, one in enumerate(ended)]
    failed = [(kind, line.debit, line.obligation_id) for kind, line in lines if line.debit]
    assert tally.against == failed

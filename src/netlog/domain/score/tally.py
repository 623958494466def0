"""What speaks for and against many contacts at once: the sums of their evidence, problems apart.

It comes to what `evidence_in` of `domain.report.dossier` would, contact by contact; a property
holds the two together. Most obligations have one part and one ending, so a ledger of a million
takes seconds only if those are weighed without a record for each.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from netlog.domain.records import EventKind, Obligation, Settlement
from netlog.domain.score.credit import (
    IMPORTANCE,
    MEETINGS_AT_MOST,
    Evidence,
    Weighed,
    fading,
    kept_after,
    weigh,
)

# The debtor, the kind, the day that it was due, how it ended unless it was kept in time, the day
# that it was settled and the creditor where `Tally` needs them, and the id where it is to tell of
# what speaks against; days are ISO text.
Closed = tuple[int, Weighed, str, str | None, str | None, int | None, int | None]
Against = tuple[Weighed, float, int]  # the kind, how much it weighs, and the obligation

_CONTACTS = 1 << 31  # more than any ledger has, to make one number of a debtor and a creditor


class Sums(NamedTuple):
    """All that speaks for a contact and all that speaks against, after fading.

    `unthanked` is what missing thanks for meetings would weigh against it if all of it counted.
    """

    credit: float = 0.0
    debit: float = 0.0
    unthanked: float = 0.0

    @property
    def against(self) -> float:
        """All that counts against it, with that held back as in `meetings_at_most`."""
        return self.debit + min(self.unthanked, MEETINGS_AT_MOST)


class Tally:
    """The sums by contact, as what was owed is added in any order."""

    def __init__(self, today: date, half_life_days: float) -> None:
        """Begin with nothing.

        Args:
            today: the day to judge from.
            half_life_days: the days in which evidence loses half its weight; positive.
        """
        self._today, self._half_life = today, half_life_days
        self._ordinal, self._faded, self._late = _Ordinals(), _Faded(today, half_life_days), _Late()
        # By their days: what is told in order has days near each other, so that it is looked up
        # where the processor has just been.
        self._deeds: dict[str, dict[int, float]] = defaultdict(dict)
        self._credit: dict[int, float] = defaultdict(float)
        self._debit: dict[int, float] = defaultdict(float)
        self._unthanked: dict[int, float] = defaultdict(float)
        self.against: list[Against] = []

    def add_closed(self, rows: Iterable[Closed]) -> None:
        """Add obligations that one settlement kept or broke whole; others say nothing here.

        One credit counts for what one thank-you settled, as in `each_deed_once`. The day of the
        settlement is needed of what was not kept in time, or is one of `SETTLED_TOGETHER`; the
        creditor only of these. What speaks against those of which the id is given is in `against`.
        """
        ordinal, faded, late, together = self._ordinal, self._faded, self._late, self._deeds
        in_time = {kind: importance.kept for kind, importance in IMPORTANCE.items()}
        failed = {kind: importance.failed for kind, importance in IMPORTANCE.items()}
        credit, against = self._credit, self.against
        against_of = dict.fromkeys(IMPORTANCE, self._debit)
        against_of["thanks-meeting"] = self._unthanked
        for debtor, kind, due, ending, settled, creditor, key in rows:
            if settled is None:
                credit[debtor] += in_time[kind] * faded[due]
                continue
            if ending is None:
                its_credit = in_time[kind] * faded[due]
            else:
                if ending == "kept":
                    worth, debit = late[kind, ordinal[settled] - ordinal[due]]
                    its_credit, its_debit = worth * faded[due], debit * faded[due]
                elif ending == "broken":
                    its_credit, its_debit = 0.0, failed[kind] * faded[settled]
                else:
                    continue
                against_of[kind][debtor] += its_debit
                if key is not None:
                    against.append((kind, its_debit, key))
            if creditor is not None:
                deeds = together[settled]
                deed = debtor * _CONTACTS + creditor
                deed = -deed if kind == "apology" else deed
                before = deeds.get(deed, 0.0)
                if its_credit <= before:
                    continue
                deeds[deed] = its_credit
                its_credit -= before
            credit[debtor] += its_credit

    def add(
        self, obligations: Iterable[tuple[Obligation, Sequence[Settlement], EventKind | None]]
    ) -> None:
        """Add obligations that ended in several parts, and those that are overdue.

        Each with its settlements and, where it is a thanks, the kind of the event that opened it.
        """
        for obligation, settlements, opened_by in obligations:
            evidence = weigh(obligation, settlements, self._today, self._half_life, opened_by)
            if evidence is not None:
                self.add_line(obligation.debtor_id, evidence)

    def add_line(self, debtor: int, line: Evidence) -> None:
        """Add what one of those says of its debtor."""
        self._credit[debtor] += line.credit
        against = self._unthanked if line.for_a_meeting else self._debit
        against[debtor] += line.debit
        if line.debit > 0 and line.obligation_id is not None and line.kind != "problem":
            kind: Weighed = "thanks-meeting" if line.for_a_meeting else line.kind
            self.against.append((kind, line.debit, line.obligation_id))

    def sums(self) -> dict[int, Sums]:
        """The sums of everybody who owed something that tells, by contact id."""
        credit, debit, unthanked = self._credit, self._debit, self._unthanked
        return {
            debtor: Sums(credit[debtor], debit[debtor], unthanked[debtor])
            for debtor in credit | debit | unthanked
        }


class _Ordinals(dict[str, int]):
    """The ordinals of days in ISO text. A ledger has far fewer days than obligations."""

    def __missing__(self, day: str) -> int:
        self[day] = ordinal = date.fromisoformat(day).toordinal()
        return ordinal


class _Faded(dict[str, float]):
    """What is left of evidence from a day in ISO text."""

    def __init__(self, today: date, half_life_days: float) -> None:
        super().__init__()
        self._today, self._half_life_days = today, half_life_days

    def __missing__(self, day: str) -> float:
        self[day] = share = fading(date.fromisoformat(day), self._today, self._half_life_days)
        return share


class _Late(dict[tuple[Weighed, int], tuple[float, float]]):
    """What `kept_after` says of a kind and a number of days."""

    def __missing__(self, late: tuple[Weighed, int]) -> tuple[float, float]:
        self[late] = said = kept_after(*late)
        return said

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
    Weighed,
    fading,
    kept_after,
    weigh,
)

# The debtor, the kind, the day that it was due, whether it was kept, the day that it was settled
# and the creditor, the last two only where `Tally` needs them; days are ISO text.
Closed = tuple[int, Weighed, str, bool | int, str | None, int | None]

_DAYS = date.max.toordinal() + 1  # more than there are, to make one number of a debtor and a day


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
        self._credit: dict[int, float] = defaultdict(float)
        self._debit: dict[int, float] = defaultdict(float)
        self._unthanked: dict[int, float] = defaultdict(float)

    def add_closed(self, rows: Iterable[Closed]) -> None:
        """Add all obligations that one settlement kept or broke whole; once, with all of them.

        One credit counts for what one thank-you settled, as in `each_deed_once`. The day of the
        settlement is needed of what was broken, came late, or is one of `SETTLED_TOGETHER`; the
        creditor only of these.
        """
        ordinal, faded = _Ordinals(), _Faded(self._today, self._half_life)
        in_time = {kind: importance.kept for kind, importance in IMPORTANCE.items()}
        failed = {kind: importance.failed for kind, importance in IMPORTANCE.items()}
        together: dict[tuple[bool, int], dict[int, float]] = defaultdict(dict)
        credit = self._credit
        against_of = dict.fromkeys(IMPORTANCE, self._debit)
        against_of["thanks-meeting"] = self._unthanked
        for debtor, kind, due, kept, settled, creditor in rows:
            if settled is None:
                credit[debtor] += in_time[kind] * faded[due]
                continue
            if not kept:
                against_of[kind][debtor] += failed[kind] * faded[settled]
                continue
            its_credit = in_time[kind] * faded[due]
            if settled > due:
                worth, against = kept_after(kind, ordinal[settled] - ordinal[due])
                its_credit = worth * faded[due]
                against_of[kind][debtor] += against * faded[due]
            if creditor is not None:
                deeds = together[kind == "apology", creditor]
                deed = debtor * _DAYS + ordinal[settled]
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
            debtor = obligation.debtor_id
            evidence = weigh(obligation, settlements, self._today, self._half_life, opened_by)
            if evidence is not None:
                self._credit[debtor] += evidence.credit
                against = self._unthanked if evidence.for_a_meeting else self._debit
                against[debtor] += evidence.debit

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

"""A problem with somebody who was introduced: it reflects on whoever introduced them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from netlog.domain.projection.entries import Entry, EventDraft, ObligationDraft, PartyDraft, of_mine
from netlog.domain.projection.introduced import Introduced
from netlog.domain.projection.opening import opening
from netlog.domain.projection.settling import keep
from netlog.domain.projection.terms import Terms
from netlog.domain.records import Obligation
from netlog.errors import Refused


@dataclass(frozen=True, slots=True)
class Problem:
    """Something went wrong with `culprit`, one of the two whom `introduction` brought together."""

    on: date
    introduction: Introduced
    culprit: int
    what: str
    via: str = ""
    note: str = ""


def record(
    problem: Problem, terms: Terms, me: int, open_check_ins: Sequence[Obligation] = ()
) -> Entry:
    """The entry of a problem.

    Args:
        problem: what went wrong, and with whom.
        terms: the days after which amends are due.
        me: the owner's contact id.
        open_check_ins: my open questions about the introduction; now I know.

    Raises:
        Refused: it is with somebody who was not introduced there, or dated before it.
    """
    introduction, culprit = problem.introduction, problem.culprit
    if culprit not in (introduction.client, introduction.provider):
        raise Refused(
            f"A problem is with one of the two whom e{introduction.event_id} brought together.",
            "--with names the client or the provider.",
        )
    if problem.on < introduction.on:
        raise Refused(
            f"The problem on {problem.on} cannot be older than"
            f" the introduction on {introduction.on}.",
        )
    harmed = introduction.other(culprit)
    return Entry(
        event=EventDraft(
            kind="problem",
            happened_on=problem.on,
            parties=(PartyDraft("culprit", culprit), PartyDraft("harmed", harmed)),
            about=problem.what,
            via=problem.via,
            note=problem.note,
            introduction_id=introduction.event_id,
        ),
        opens=_amends(problem.on, introduction.introducer, harmed, terms, me),
        settles=tuple(keep(item, problem.on) for item in open_check_ins),
    )


def _amends(
    on: date, introducer: int, harmed: int, terms: Terms, me: int
) -> tuple[ObligationDraft, ...]:
    amends = (
        *opening("apology", introducer, harmed, on, terms.apology),
        *opening("replacement", introducer, harmed, on, terms.replacement),
    )
    return amends if of_mine(amends, me, introducer) else ()

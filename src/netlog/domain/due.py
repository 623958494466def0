"""What to see in the morning, and in which order (design, section 3, `due`)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from netlog.domain.items import Item, Side, is_hidden, side
from netlog.domain.projection.terms import after
from netlog.domain.records import Obligation, ObligationKind

Verb = Literal["thank", "apologize", "reach", "intro", "check", "done"]

SIDES: tuple[Side, ...] = ("mine", "check-in", "theirs")
DEFAULT_WITHIN = 7
_RECORDED_BY: Mapping[ObligationKind, Verb] = {
    "thanks": "thank",
    "apology": "apologize",
    "reply": "reach",
    "response": "reach",
    "touch": "reach",
    "replacement": "intro",
    "check-response": "check",
    "check-outcome": "check",
}


@dataclass(frozen=True, slots=True)
class Scope:
    """What to show: items of these sides, mine and check-ins up to `within` days ahead.

    `among` are the contacts with whom the items are; None for everybody.
    """

    today: date
    sides: tuple[Side, ...] = SIDES
    within: int = DEFAULT_WITHIN
    everything: bool = False
    among: frozenset[int] | None = None

    @property
    def horizon(self) -> date:
        """The last due date of anything that can be shown; the end of time for everything."""
        return date.max if self.everything else after(self.today, self.within)


def shown(obligations: Iterable[Obligation], scope: Scope, me: int) -> list[Obligation]:
    """The open obligations to show.

    Mine and check-ins show when overdue or due within the days of the scope, theirs once due;
    hidden ones wait for their day. With `everything` all of them show.
    """
    return [obligation for obligation in obligations if _is_shown(obligation, scope, me)]


def most_urgent_first(items: Iterable[Item]) -> list[Item]:
    """Items by their due dates; those of one date in the order in which it happened."""
    return sorted(items, key=lambda item: (item.obligation.due_on, *item.place))


def snoozed(obligations: Iterable[Obligation], scope: Scope, me: int) -> list[Obligation]:
    """Those that the scope would show, and shows for everything, but that are out of sight."""
    return [
        obligation
        for obligation in obligations
        if is_hidden(obligation, scope.today) and _is_in_scope(obligation, scope, me)
    ]


def overdue(obligations: Sequence[Obligation], today: date) -> int:
    """How many of them are past their due date."""
    return sum(obligation.due_on < today for obligation in obligations)


class NextStep(NamedTuple):
    """The item to see to, and the command that then records it."""

    item: Item
    verb: Verb


def next_step(items: Sequence[Item], me: int) -> NextStep | None:
    """The first of the items that I owe, else that I ask about, else that I wait for."""
    if not items:
        return None
    item = min(items, key=lambda item: SIDES.index(side(item.obligation, me) or "theirs"))
    verb = _RECORDED_BY.get(item.obligation.kind, "done")
    if verb == "intro" and side(item.obligation, me) == "theirs":
        verb = "done"  # whom they will introduce instead is not known yet
    return NextStep(item, verb)


def _is_shown(obligation: Obligation, scope: Scope, me: int) -> bool:
    is_out_of_sight = is_hidden(obligation, scope.today) and not scope.everything
    return not is_out_of_sight and _is_in_scope(obligation, scope, me)


def _is_in_scope(obligation: Obligation, scope: Scope, me: int) -> bool:
    its_side = side(obligation, me)
    if its_side not in scope.sides:
        return False
    if scope.everything:
        return True
    return obligation.due_on <= (scope.today if its_side == "theirs" else scope.horizon)

"""Where two readings of a ledger differ, by kind, and the few facts that it takes."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple, Protocol, Self, TypeVar

from tests.support.weeks import Fact


class Difference(NamedTuple):
    """One place in which two readings differ.

    Attributes:
        kind: the place without labels, such as `history item reply closed_on`.
        where: the place with them.
    """

    kind: str
    where: str
    left: Any
    right: Any


def differences(left: Any, right: Any) -> list[Difference]:
    """Everything in which the two differ."""
    return list(_compared("", "", left, right))


def _compared(kind: str, where: str, left: Any, right: Any) -> Iterator[Difference]:
    if isinstance(left, dict) and isinstance(right, dict):
        for key in [*left, *(key for key in right if key not in left)]:
            part = f"{kind} {'report' if key.startswith('report ') else key}"
            yield from _compared(part, f"{where} {key}", left.get(key), right.get(key))
    elif isinstance(left, list) and isinstance(right, list):
        yield from _lists(kind, where, left, right)
    elif left != right:
        yield Difference(kind.strip(), where.strip(), left, right)


def _lists(kind: str, where: str, left: list[Any], right: list[Any]) -> Iterator[Difference]:
    ours, theirs = ({_name(part): part for part in parts} for parts in (left, right))
    if len(ours) < len(left) or len(theirs) < len(right):
        if left != right:
            yield Difference(kind.strip(), where.strip(), left, right)
        return
    for name in [*ours, *(name for name in theirs if name not in ours)]:
        what = f"{kind} {_kind(ours.get(name, theirs.get(name)))}"
        place = f"{where} {name}"
        if name not in theirs:
            yield Difference(f"{what} (left only)".strip(), place, ours[name], None)
        elif name not in ours:
            yield Difference(f"{what} (right only)".strip(), place, None, theirs[name])
        else:
            yield from _compared(what, place, ours[name], theirs[name])
    common = [name for name in ours if name in theirs]
    if common != [name for name in theirs if name in ours]:
        yield Difference(f"{kind} (order)".strip(), where.strip(), list(ours), list(theirs))


def _name(part: Any) -> str:
    if isinstance(part, dict):
        return str(part.get("id") or part.get("ids") or part.get("name") or part)
    return str(part)


def _kind(part: Any) -> str:
    return str(part.get("kind", "")) if isinstance(part, dict) else ""


class Tellable(Protocol):
    """A week, as it was or with mistakes: facts that can be left out."""

    @property
    def facts(self) -> tuple[Fact, ...]: ...
    @property
    def ending(self) -> tuple[Fact, ...]: ...
    @property
    def asked(self) -> date: ...
    def without(self, labels: frozenset[str], /) -> Self: ...


Told = TypeVar("Told", bound=Tellable)


def reduced(week: Told, fails: Callable[[Told], bool]) -> Told:
    """The week without the facts that a failure does not need."""
    for fact in (*week.facts, *week.ending):
        less = week.without(frozenset({fact.label}))
        if less != week and fails(less):
            week = less
    return week

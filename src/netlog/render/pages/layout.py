"""Where people and introductions are in the picture of the network: a ring, and what crosses it.

Everybody is on the ring, next to those with whom they were brought together as far as that goes,
so most lines are short, and no name ever covers another. It is worked out without chance and
without the size of a screen: the same ledger gives the same picture.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, cos, pi, sin

PITCH = 13.5  # from name to name along the ring, where all are shown
FEW = 12  # people around whom names fit without being turned
_ROOM = 145.0  # for a name outside the ring, at the size of the screen
_SCREEN = 1100.0
_SMALL_RING, _SMALLEST_RING = 130.0, 90.0
_SWEEPS = 40
_PULL = 0.35  # how far from the middle lines bend: all through it would make a knot
_APART = 26.0  # to the side, for each time that the same people were brought together again

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Tie:
    """An introduction in the picture: who was in it, by their numbers, and how it ended.

    `introducer` is None where I introduced them; I am never on the ring.
    """

    introduced: tuple[int, ...]
    introducer: int | None
    state: str = "made"

    @property
    def people(self) -> tuple[int, ...]:
        """Everybody on the ring who was in it; the introducer last."""
        return self.introduced if self.introducer is None else (*self.introduced, self.introducer)


@dataclass(frozen=True, slots=True)
class Ring:
    """The ring: the place of each person by number, and how large the picture is.

    `scale` is how many units a point on the screen has where the whole picture is on it.
    """

    places: Mapping[int, float]
    radius: float
    scale: float

    @property
    def half(self) -> float:
        """From the middle to the edge of the picture."""
        return self.radius + _ROOM * self.scale

    def point(self, person: int, beyond: float = 0.0) -> Point:
        """Where somebody is, or the point so far outside of that."""
        angle, radius = self.places[person], self.radius + beyond
        return radius * cos(angle), radius * sin(angle)

    @property
    def apart(self) -> int:
        """How many places apart two names must be where the whole picture is on the screen."""
        return ceil(self.scale)

    def named(self) -> set[int]:
        """Those whose names have room where the whole picture is on the screen, the first first."""
        turns = {person: turn for turn, person in enumerate(self.places)}
        number = len(turns)
        free = [True] * number
        shown = set()
        for person in sorted(turns):
            if free[turns[person]]:
                shown.add(person)
                for away in range(1 - self.apart, self.apart):
                    free[(turns[person] + away) % number] = False
        return shown


def ring(number: int, ties: Sequence[Tie]) -> Ring:
    """The ring with so many people on it.

    Args:
        number: of people; they are called 0 to number - 1, the best connected first.
        ties: what keeps some of them together.
    """
    smallest = _SMALLEST_RING if number <= FEW else _SMALL_RING
    radius = max(smallest, number * PITCH / (2 * pi))
    scale = max(1.0, 2 * radius / (_SCREEN - 2 * _ROOM))
    order = _order(number, ties)
    step = 2 * pi / max(number, 1)
    places = {person: step * (turn + 0.5) for turn, person in enumerate(order)}
    return Ring(places, radius, scale)


def bends(of: Ring, ties: Sequence[Tie]) -> list[Point]:
    """For each introduction the point to which its lines bend; another one for the same people."""
    met: dict[tuple[int, ...], int] = defaultdict(int)
    bent = []
    for tie in ties:
        points = [of.point(person) for person in tie.people]
        x, y = (_PULL * sum(axis) / len(points) for axis in zip(*points, strict=True))
        same = tuple(sorted(tie.people))
        aside, angle = _APART * of.scale * met[same], of.places[same[0]]
        bent.append((x - aside * sin(angle), y + aside * cos(angle)))
        met[same] += 1
    return bent


def middle(of: Ring, tie: Tie, bend: Point) -> Point:
    """Where the lines of an introduction meet: for two, half-way on the curve between them."""
    if len(tie.people) > 2:  # noqa: PLR2004 - a curve has two ends
        return bend
    (ax, ay), (bx, by) = (of.point(person) for person in tie.people)
    return (ax + 2 * bend[0] + bx) / 4, (ay + 2 * bend[1] + by) / 4


def _order(number: int, ties: Sequence[Tie]) -> list[int]:
    near: dict[int, list[int]] = {person: [] for person in range(number)}
    for tie in ties:
        for person in tie.people:
            near[person] += [other for other in tie.people if other != person]
    return [person for group in _groups(near) for person in _untangled(group, near)]


def _groups(near: Mapping[int, Sequence[int]]) -> list[list[int]]:
    """Those who hang together, by way of others too; the largest group first."""
    seen: set[int] = set()
    groups = []
    for person in near:
        if person in seen:
            continue
        group = [person]
        seen.add(person)
        for member in group:  # grows while it is walked
            neighbours = [other for other in near[member] if other not in seen]
            group += dict.fromkeys(neighbours)
            seen.update(neighbours)
        groups.append(group)
    return sorted(groups, key=lambda group: (-len(group), group[0]))


def _untangled(group: Sequence[int], near: Mapping[int, Sequence[int]]) -> list[int]:
    """A group in an order that keeps neighbours near: each moves towards the mean of its own."""
    order = list(group)
    for _ in range(_SWEEPS):
        place = {person: turn for turn, person in enumerate(order)}
        wanted = {
            person: _mean([place[person], *(place[other] for other in near[person])])
            for person in order
        }
        order.sort(key=lambda person: (wanted[person], place[person]))
    return order


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)

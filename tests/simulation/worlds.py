"""The world that the score is judged in, and others, to see how far that holds."""

from collections.abc import Mapping
from dataclasses import replace

from netlog.domain.records import ObligationKind
from tests.simulation.world import Habit, World

TRAINING = range(1, 6)  # The seeds that the score was tuned on.
HELD_OUT = range(101, 131)  # Those that it is judged on.
LEDGER = 300  # Contacts in one ledger, for each seed.

BASE = World()


def _habits(**other: tuple[float, float]) -> Mapping[ObligationKind, Habit]:
    """The kinds of the base world, with another ease and slope for some."""
    return {
        kind: replace(habit, ease=other[kind][0], slope=other[kind][1]) if kind in other else habit
        for kind, habit in BASE.habits.items()
    }


# What holds has to hold in every one of these, each of which is learned from its ledger alone.
WORLDS: Mapping[str, World] = {
    "the usual one": BASE,
    "people alike": replace(BASE, spread=0.7),
    "very different": replace(BASE, spread=1.8),
    "reliable": replace(BASE, reliability=1.4),
    "unreliable": replace(BASE, reliability=0.0),
    "restless": replace(BASE, yearly_correlation=0.5),
}
ELSEWHERE: Mapping[str, World] = {
    "people change slowly": replace(BASE, yearly_correlation=0.95),
    "they wander for ever": replace(BASE, pulled_back=False),
    "all kinds alike": replace(BASE, habits=_habits(**dict.fromkeys(BASE.habits, (0.0, 1.0)))),
    "hard and easy kinds swapped": replace(
        BASE, habits=_habits(thanks=(0.5, 1.0), reply=(-0.5, 0.7), promise=(-0.8, 0.7))
    ),
    "few dealings": replace(BASE, occasions_per_year=1.0),
    "many dealings": replace(BASE, occasions_per_year=10.0),
    "never two thanks in a week": replace(BASE, bunches=(1.0,)),
    "a week's thanks come in one go": replace(BASE, in_one_go=True),
    "lateness tells nothing": replace(BASE, late_slope=0.0, delay_slope=0.0),
    "a tenth never written down": replace(BASE, unrecorded=0.1),
    "problems in one of seven": replace(
        BASE, problem={"culprit": (0.15, -0.9), "introducer": (0.15, -0.3)}
    ),
}

"""The network of introductions: how they ended, and who is in most of them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple, get_args

from netlog.domain.report.introductions import KnownIntroduction, State

STATES: tuple[State, ...] = get_args(State)


class Connected(NamedTuple):
    """Somebody in the network: how many introductions they gave, and in how many they were."""

    contact_id: int
    given: int
    received: int


def by_state(introductions: Iterable[KnownIntroduction]) -> Mapping[State, int]:
    """How many introductions there are in each state."""
    numbers = Counter(introduction.state for introduction in introductions)
    return {state: numbers[state] for state in STATES}


def connected(
    introductions: Iterable[KnownIntroduction], names: Mapping[int, str], me: int
) -> list[Connected]:
    """Everybody but me in these introductions, the best connected first; then the name decides."""
    who = [introduction.who for introduction in introductions]
    given = Counter(one.introducer for one in who)
    received = Counter(contact_id for one in who for contact_id in (one.client, one.provider))
    everybody = (given.keys() | received.keys()) - {me}
    people = [Connected(one, given[one], received[one]) for one in everybody]
    return sorted(people, key=lambda one: (-one.given - one.received, names[one.contact_id]))

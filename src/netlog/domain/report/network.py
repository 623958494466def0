"""The network of introductions: how they ended, and who is in most of them."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
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
    introductions: Iterable[KnownIntroduction],
    names: Mapping[int, str],
    without: Collection[int],
) -> list[Connected]:
    """Everybody else in these introductions, the best connected first; then the name decides."""
    who = [introduction.who for introduction in introductions]
    given = Counter(introduction.introducer for introduction in who)
    received = Counter(contact_id for introduction in who for contact_id in introduction.both)
    everybody = (given.keys() | received.keys()) - set(without)
    people = [
        Connected(contact_id, given[contact_id], received[contact_id]) for contact_id in everybody
    ]
    return sorted(
        people, key=lambda contact: (-contact.given - contact.received, names[contact.contact_id])
    )

"""How far an import is, for whoever waits for it."""

from collections.abc import Callable, Iterable, Iterator
from typing import Literal, NamedTuple, TypeVar

Something = TypeVar("Something")

OFTEN = 1_000  # entries or rows from one word to the next


class Advance(NamedTuple):
    """How far an import is: of `total`, bytes that are read or rows that are written, `done` are.

    `number` is how many entries or rows that is.
    """

    stage: Literal["reading", "writing"]
    done: int
    total: int
    number: int


Heard = Callable[[Advance], None]


def unheard(advance: Advance) -> None:
    """What is called where nobody waits."""


def counting(
    things: Iterable[Something], numbers: Iterator[int], say: Callable[[int], None]
) -> Iterator[Something]:
    """The things as they are taken, with a word now and then on how many there were."""
    for thing in things:
        number = next(numbers)
        if not number % OFTEN:
            say(number)
        yield thing

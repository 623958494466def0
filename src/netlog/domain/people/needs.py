"""What a contact needs, and whether an introduction has answered it."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from netlog.domain.people.names import comparison_key, words
from netlog.domain.records import Detail


class Asked(NamedTuple):
    """An introduction in which a contact was the client, with what it was for.

    `went_wrong`: there was a problem with whoever could have met the need. `is_mine_to_replace`: I
    made it, and owe the contact somebody better.
    """

    event_id: int
    on: date
    about: str
    went_wrong: bool = False
    is_mine_to_replace: bool = False


class Need(NamedTuple):
    """A need of a contact since a day; `answered_by` is the introduction for it, None for open.

    `to_replace` is one for it that went wrong, and for which I owe another.
    """

    detail: Detail
    answered_by: int | None
    to_replace: int | None = None

    @property
    def text(self) -> str:
        """The need, as it was noted."""
        return self.detail.value

    @property
    def is_open(self) -> bool:
        """Whether nobody has been introduced for it yet."""
        return self.answered_by is None


def need(detail: Detail, introductions: Iterable[Asked]) -> Need:
    """A need with the first introduction that answers it.

    That is one from its day on, of the needer as the client, for what has all its words: one for
    an "employee handbook" answers "handbook", and none for a "book" does. One that went wrong
    answers nothing.

    Args:
        detail: the need, as it was noted.
        introductions: those of the contact as the client, in the order of their days.
    """
    wanted = set(words(detail.key))
    for_it = [
        introduction
        for introduction in introductions
        if wanted <= set(words(comparison_key(introduction.about)))
    ]
    answers = (
        introduction.event_id
        for introduction in for_it
        if not introduction.went_wrong
        and detail.noted_on is not None
        and introduction.on >= detail.noted_on
    )
    to_replace = (made.event_id for made in for_it if made.is_mine_to_replace)
    return Need(detail, next(answers, None), next(to_replace, None))

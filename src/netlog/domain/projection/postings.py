"""Postings as they stand, and what differs between two states of them."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import NamedTuple

from netlog.domain.projection.account import Account
from netlog.domain.records import IntroductionOutcome, Outcome

Outcomes = Mapping[tuple[int, Outcome], IntroductionOutcome]


class Postings(NamedTuple):
    """Accounts by the numbers of their items, and what came of introductions."""

    accounts: Mapping[int, Account]
    outcomes: Outcomes

    @staticmethod
    def keeper(me: int, scope: Collection[int] | None) -> Callable[[Iterable[int]], bool]:
        """Whether what stands between some contacts belongs to a scope; all does to None."""

        def is_kept(contacts: Iterable[int]) -> bool:
            return scope is None or any(contact in scope for contact in contacts if contact != me)

        return is_kept

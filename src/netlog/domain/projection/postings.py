"""Postings as they stand, and what differs between two states of them."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import NamedTuple

from netlog.domain.events.voucher import Voucher
from netlog.domain.items import CHECK_INS
from netlog.domain.projection.account import Account
from netlog.domain.projection.entries import ObligationDraft
from netlog.domain.records import Archived, IntroductionOutcome, Obligation, Outcome

Outcomes = Mapping[tuple[int, Outcome], IntroductionOutcome]


class Postings(NamedTuple):
    """Accounts by the numbers of their items, what came of introductions, who is archived."""

    accounts: Mapping[int, Account]
    outcomes: Outcomes
    archived: Mapping[int, Archived]

    @staticmethod
    def keeper(me: int, scope: Collection[int] | None) -> Callable[[Iterable[int]], bool]:
        """Whether what stands between some contacts belongs to a scope; all does to None."""

        def is_kept(contacts: Iterable[int]) -> bool:
            return scope is None or any(contact in scope for contact in contacts if contact != me)

        return is_kept


def stands_between(item: ObligationDraft | Obligation, event: Voucher) -> tuple[int, int]:
    """The two that an obligation is about: of a question about an introduction, both introduced.

    What is said of the question settles also what stands between those two.
    """
    if item.kind in CHECK_INS:
        return event.introduced.both
    return item.debtor_id, item.creditor_id

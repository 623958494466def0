"""An introduction: the referral that somebody puts their own name on."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from netlog.domain.events.kind import VIA, KindOfEvent
from netlog.domain.projection.entries import Entry, ObligationDraft, SettlementDraft
from netlog.domain.projection.opening import opening
from netlog.domain.projection.settling import (
    keep,
    refuse_before_it_was_opened,
    refuse_closed,
    settlement,
)
from netlog.domain.records import Obligation
from netlog.domain.words import searched_key, words_in
from netlog.errors import Refused, Unreadable

if TYPE_CHECKING:
    from netlog.domain.events.voucher import Voucher
    from netlog.domain.items import Item
    from netlog.domain.projection.introduced import Introduced
    from netlog.domain.projection.state import State
    from netlog.domain.projection.terms import Term, Terms

_WORDS_FOR_IT = ("client", "connect", "contact", "customer", "intro", "lead", "recommend", "refer")


class Introduction(KindOfEvent):
    """The introducer brought the client, who has the need, to the provider, who can meet it.

    The provider was to make the first move, unless it was the client. `replaces_id` is the
    introduction that this one makes up for, `keeps_id` the promise of the introducer of which it
    is one part. A `fee` makes it a paid lead.
    """

    name = "introduction"
    article = "an"
    roles = ("introducer", "client", "provider")
    opens = ("thanks", "response", "check-response", "check-outcome", "update")
    fields = frozenset({"about", "fee", "client_first", "keeps_id"})
    details: ClassVar[Mapping[str, str]] = {
        **VIA,
        "fee": "fee {}",
        "client_first": "the first move is the client's",
        "keeps_id": "as promised in {}",
    }
    lacks: ClassVar[Mapping[str, str]] = {
        "client_first": "the first move is the provider's",
        "keeps_id": "no promise is kept by it",
    }
    once_a_day = True

    def sentence(self, names: Mapping[str, Sequence[str]], about: str) -> str:
        sentence = "{} introduced {} to {}".format(*(names[role][0] for role in self.roles))
        return f"{sentence} for {about}" if about else sentence

    def refuse(self, voucher: "Voucher", me: int) -> None:  # noqa: ARG002
        if voucher.who("client") == voucher.who("provider"):
            raise Refused(
                "Nobody can be introduced to themselves.",
                "netlog intro CLIENT PROVIDER names two different contacts.",
            )
        if len(voucher.contacts) < len(voucher.parties):
            raise Refused(
                "The introducer cannot be one of the two who are introduced.",
                "Where somebody else introduced you: netlog intro me NAME --by WHO.",
            )

    def refuse_then(self, voucher: "Voucher", state: "State") -> None:
        replaced = voucher.event.replaces_id
        if replaced is None or _made_up_for(voucher, state):
            return
        if not _introduced(voucher).isdisjoint(state.culprits(replaced)):
            raise Refused(
                f"Whom e{replaced} had a problem with cannot make up for it.",
                "--replaces is for an introduction to somebody better.",
            )
        raise Refused(
            f"For e{replaced} the introducer owes neither of the two a replacement.",
            "A replacement is owed after netlog problem EVENT TEXT --with WHO.",
        )

    def entry(self, voucher: "Voucher", terms: "Terms", state: "State") -> Entry:
        on = voucher.event.happened_on
        return Entry(
            opens=_opens(voucher, terms, state.me),
            settles=(
                *(keep(item, on) for item in _made_up_for(voucher, state)),
                *_kept(voucher, state),
            ),
        )


def read_first(typed: str) -> bool:
    """Whether it is the client who was to make the first move.

    Raises:
        Unreadable: it is neither of the two.
    """
    if typed not in ("client", "provider"):
        raise Unreadable(
            "--first is client or provider: who of the two was to make the first move."
        )
    return typed == "client"


def refuse_to_keep(item: "Item", introducer: int, on: date, itself: int = 0) -> None:
    """Refuse an introduction as a part of what its introducer had not promised.

    Args:
        item: what it is to keep.
        introducer: who made it.
        on: the day.
        itself: the id of the introduction, which may be what closed the item; 0 for a new one.

    Raises:
        Refused: it is no promise of theirs, or was not open on that day.
    """
    promise = item.obligation
    if promise.kind != "promise" or promise.debtor_id != introducer:
        raise Refused(
            f"{promise.id} is no promise of whoever introduced the two.",
            "--keeps names a promise of the introducer, as netlog due lists it.",
        )
    refuse_before_it_was_opened(promise, on)
    is_closed = promise.closed_on is not None and promise.closed_on <= on
    if is_closed and item.settlements[-1].event_id != itself:
        refuse_closed(promise)


def may_be_promised(promise: "Item") -> bool:
    """Whether introductions may be what was promised: several of something, or by its words."""
    words = words_in(searched_key(promise.event.about))
    return promise.obligation.times > 1 or any(word.startswith(_WORDS_FOR_IT) for word in words)


def may_make_up(replacement: "Item", introduced: "Introduced") -> bool:
    """Whether an introduction may be the one to somebody better that is owed."""
    return replacement.who("culprit") not in introduced.both


def _introduced(voucher: "Voucher") -> set[int]:
    return set(voucher.introduced.both)


def _made_up_for(voucher: "Voucher", state: "State") -> list[Obligation]:
    """The replacements that it is."""
    replaced, introducer = voucher.event.replaces_id, voucher.who("introducer")
    if replaced is None:
        return []
    return state.to_settle(state.replacements(replaced, introducer, _introduced(voucher)))


def _kept(voucher: "Voucher", state: "State") -> Iterator[SettlementDraft]:
    """One part of the promise that it keeps, where that is the introducer's and still open."""
    account = state.accounts.get(voucher.event.keeps_id or 0)
    if account is None or not account.is_open:
        return
    for item in state.to_settle([account.obligation]):
        if item.debtor_id == voucher.who("introducer"):
            on = voucher.event.happened_on
            yield settlement(item, "kept", on, left=account.left, times=1)


def _opens(voucher: "Voucher", terms: "Terms", me: int) -> tuple[ObligationDraft, ...]:
    if voucher.who("introducer") == me:
        return _opened_by_me(voucher, terms, me)
    return _opened_to_me(voucher, terms, me) if me in _introduced(voucher) else ()


def _opened_by_me(voucher: "Voucher", terms: "Terms", me: int) -> tuple[ObligationDraft, ...]:
    event, introduced = voucher.event, voucher.introduced
    client, provider, first = *introduced.both, introduced.first
    waiting = introduced.other(first)
    thanks: Term = "never" if event.fee else terms.thanks
    return (
        *opening(event, "thanks", client, me, thanks),
        *opening(event, "thanks", provider, me, thanks),
        *opening(event, "response", first, waiting, terms.response),
        *opening(event, "check-response", me, waiting, terms.check_response),
        *opening(event, "check-outcome", me, client, terms.check_outcome),
    )


def _opened_to_me(voucher: "Voucher", terms: "Terms", me: int) -> tuple[ObligationDraft, ...]:
    event, introducer = voucher.event, voucher.who("introducer")
    first = voucher.introduced.first
    thanks: Term = "never" if event.fee else terms.thanks_mine
    update: Term = "never" if event.fee else terms.update
    return (
        *opening(event, "thanks", me, introducer, thanks),
        *opening(event, "response", first, voucher.introduced.other(first), terms.response),
        *opening(event, "update", me, introducer, update),
    )

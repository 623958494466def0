"""An introduction: the referral that somebody puts their own name on."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from netlog.domain.events.kind import VIA, KindOfEvent
from netlog.domain.projection.entries import Entry, ObligationDraft
from netlog.domain.projection.opening import opening
from netlog.domain.projection.settling import keep
from netlog.domain.records import Obligation
from netlog.errors import Refused, Unreadable

if TYPE_CHECKING:
    from netlog.domain.events.voucher import Voucher
    from netlog.domain.projection.state import State
    from netlog.domain.projection.terms import Term, Terms


class Introduction(KindOfEvent):
    """The introducer brought the client, who has the need, to the provider, who can meet it.

    The provider was to make the first move, unless it was the client. `replaces_id` is the
    introduction that this one makes up for. A `fee` makes it a paid lead.
    """

    name = "introduction"
    article = "an"
    roles = ("introducer", "client", "provider")
    opens = ("thanks", "response", "check-response", "check-outcome", "update")
    fields = frozenset({"about", "fee", "client_first"})
    details: ClassVar[Mapping[str, str]] = {
        **VIA,
        "fee": "fee {}",
        "client_first": "the first move is the client's",
    }
    lacks: ClassVar[Mapping[str, str]] = {"client_first": "the first move is the provider's"}

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
        if replaced is None:
            return
        if not _introduced(voucher).isdisjoint(state.culprits(replaced)):
            raise Refused(
                f"Whom e{replaced} had a problem with cannot make up for it.",
                "--replaces is for an introduction to somebody better.",
            )
        if not _made_up_for(voucher, state):
            raise Refused(
                f"For e{replaced} the introducer owes neither of the two a replacement.",
                "A replacement is owed after netlog problem EVENT TEXT --with WHO.",
            )

    def entry(self, voucher: "Voucher", terms: "Terms", state: "State") -> Entry:
        on = voucher.event.happened_on
        return Entry(
            opens=_opens(voucher, terms, state.me),
            settles=tuple(keep(item, on) for item in _made_up_for(voucher, state)),
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


def _introduced(voucher: "Voucher") -> set[int]:
    return set(voucher.introduced.both)


def _made_up_for(voucher: "Voucher", state: "State") -> list[Obligation]:
    """The replacements that it is; none where it is somebody with whom the problem was."""
    replaced, introduced = voucher.event.replaces_id, _introduced(voucher)
    if replaced is None or not introduced.isdisjoint(state.culprits(replaced)):
        return []
    replacements = state.replacements(replaced, voucher.who("introducer"))
    return state.to_settle([item for item in replacements if item.creditor_id in introduced])


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

"""An introduction: the referral that somebody puts their own name on."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from netlog.domain.projection.entries import (
    Entry,
    EventDraft,
    ObligationDraft,
    PartyDraft,
    SettlementDraft,
)
from netlog.domain.projection.opening import opening
from netlog.domain.projection.settling import keep
from netlog.domain.projection.terms import Term, Terms
from netlog.domain.records import Obligation
from netlog.errors import Refused


@dataclass(frozen=True, slots=True)
class Introduction:
    """`introducer` brought `client`, who has the need, together with `provider`, who can meet it.

    `replaces` is the introduction that this one makes up for. A `fee` makes it a paid lead.
    """

    on: date
    introducer: int
    client: int
    provider: int
    need: str = ""
    via: str = ""
    note: str = ""
    fee: str = ""
    replaces: int | None = None


def record(
    introduction: Introduction,
    terms: Terms,
    me: int,
    open_replacements: Sequence[Obligation] = (),
    culprits: Collection[int] = (),
) -> Entry:
    """The entry of an introduction.

    Args:
        introduction: who introduced whom, and what for.
        terms: the days after which what it opens is due.
        me: the owner's contact id.
        open_replacements: what is open of what the replaced introduction's giver owes for it.
        culprits: those with whom the problems of the replaced introduction are.

    Raises:
        Refused: the three are not three different contacts, or there is nothing to replace.
    """
    _refuse_fewer_than_three(introduction)
    settles: tuple[SettlementDraft, ...] = ()
    if introduction.replaces is not None:
        kept = _replacements(introduction, open_replacements, culprits)
        settles = tuple(keep(item, introduction.on) for item in kept)
    return Entry(event=_draft(introduction), opens=_opens(introduction, terms, me), settles=settles)


def _refuse_fewer_than_three(introduction: Introduction) -> None:
    if introduction.client == introduction.provider:
        raise Refused(
            "Nobody can be introduced to themselves.",
            "netlog intro CLIENT PROVIDER names two different contacts.",
        )
    if introduction.introducer in (introduction.client, introduction.provider):
        raise Refused(
            "The introducer cannot be one of the two who are introduced.",
            "Where somebody else introduced you: netlog intro me NAME --by WHO.",
        )


def _replacements(
    introduction: Introduction, open_ones: Sequence[Obligation], culprits: Collection[int]
) -> list[Obligation]:
    introduced = {introduction.client, introduction.provider}
    if not introduced.isdisjoint(culprits):
        raise Refused(
            f"Whom e{introduction.replaces} had a problem with cannot make up for it.",
            "--replaces is for an introduction to somebody better.",
        )
    owed = [
        item
        for item in open_ones
        if item.debtor_id == introduction.introducer and item.creditor_id in introduced
    ]
    if not owed:
        raise Refused(
            f"For e{introduction.replaces} the introducer owes neither of the two a replacement.",
            "A replacement is owed after netlog problem EVENT TEXT --with WHO.",
        )
    return owed


def _draft(introduction: Introduction) -> EventDraft:
    return EventDraft(
        kind="introduction",
        happened_on=introduction.on,
        parties=(
            PartyDraft("introducer", introduction.introducer),
            PartyDraft("client", introduction.client),
            PartyDraft("provider", introduction.provider),
        ),
        about=introduction.need,
        via=introduction.via,
        note=introduction.note,
        fee=introduction.fee,
        replaces_id=introduction.replaces,
    )


def _opens(introduction: Introduction, terms: Terms, me: int) -> tuple[ObligationDraft, ...]:
    if introduction.introducer == me:
        return _opened_by_me(introduction, terms, me)
    if me in (introduction.client, introduction.provider):
        return _opened_to_me(introduction, terms, me)
    return ()


def _opened_by_me(introduction: Introduction, terms: Terms, me: int) -> tuple[ObligationDraft, ...]:
    on, client, provider = introduction.on, introduction.client, introduction.provider
    thanks: Term = "never" if introduction.fee else terms.thanks
    return (
        *opening("thanks", client, me, on, thanks),
        *opening("thanks", provider, me, on, thanks),
        *opening("response", provider, client, on, terms.response),
        *opening("check-response", me, client, on, terms.check_response),
        *opening("check-outcome", me, client, on, terms.check_outcome),
    )


def _opened_to_me(introduction: Introduction, terms: Terms, me: int) -> tuple[ObligationDraft, ...]:
    on, introducer = introduction.on, introduction.introducer
    thanks: Term = "never" if introduction.fee else terms.thanks_mine
    update: Term = "never" if introduction.fee else terms.update
    return (
        *opening("thanks", me, introducer, on, thanks),
        *opening("response", introduction.provider, introduction.client, on, terms.response),
        *opening("update", me, introducer, on, update),
    )

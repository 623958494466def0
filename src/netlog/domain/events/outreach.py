"""Outreach: somebody wrote, called or came by. It answers what waited, and may wait itself."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from netlog.domain.projection.entries import (
    AttemptDraft,
    Entry,
    EventDraft,
    ObligationDraft,
    OutcomeDraft,
    PartyDraft,
)
from netlog.domain.projection.opening import opening
from netlog.domain.projection.settling import ANSWERED_BY_A_WORD, answers, keep
from netlog.domain.projection.terms import Terms
from netlog.domain.projection.touching import NO_INTERVALS, renew
from netlog.domain.records import Obligation
from netlog.errors import Refused


@dataclass(frozen=True, slots=True)
class Outreach:
    """`author` reached out to `recipient`; `expect_reply` asks for one even after an answer."""

    on: date
    author: int
    recipient: int
    about: str = ""
    via: str = ""
    note: str = ""
    expect_reply: bool = False


def record(
    outreach: Outreach,
    terms: Terms,
    me: int,
    open_items: Sequence[Obligation] = (),
    unanswered: Sequence[int] = (),
    intervals: Mapping[int, int] = NO_INTERVALS,
    tried: Collection[int] = (),
) -> Entry:
    """The entry of an outreach.

    Args:
        outreach: who reached out to whom.
        terms: the days after which a reply is due.
        me: the owner's contact id.
        open_items: open obligations between the two.
        unanswered: introductions between the two that the author has not responded to yet; they
            count as answered where the author is not me.
        intervals: how many days apart I mean to be in touch with the other one, if I said so.
        tried: those of the open items at which somebody has tried already; to settle one of these
            is an answer, which asks for no further one.

    Raises:
        Refused: nobody reaches out to themselves, nor is what others do mine to track.
    """
    _check(outreach, me)
    owed = [item for item in open_items if item.debtor_id == outreach.author]
    answered = answers(owed, outreach.on)
    awaited = _awaited(outreach, open_items)
    is_an_answer = any(item.kind == "reply" or item.id in tried for item in answered)
    reply: tuple[ObligationDraft, ...] = ()
    if awaited is None and (outreach.expect_reply or not is_an_answer):
        reply = _reply(outreach, terms, me)
    attempted = reply if awaited is None else (awaited,)
    touched = renew(outreach.on, me, intervals, open_items)
    responded = () if outreach.author == me else tuple(unanswered)
    return Entry(
        event=_draft(outreach),
        opens=(*reply, *touched.opens),
        settles=(
            *(keep(item, outreach.on, via=outreach.via) for item in answered),
            *touched.settles,
        ),
        attempts=tuple(AttemptDraft(one, outreach.on, outreach.via) for one in attempted),
        outcomes=tuple(OutcomeDraft(one, "responded", outreach.on) for one in responded),
    )


def _check(outreach: Outreach, me: int) -> None:
    if outreach.author == outreach.recipient:
        raise Refused("Nobody needs to reach out to themselves.", "netlog reach WHO [--by WHO]")
    if me not in (outreach.author, outreach.recipient):
        raise Refused("Who reaches whom among others is not yours to track.")


def _awaited(outreach: Outreach, open_items: Sequence[Obligation]) -> Obligation | None:
    """What the other one owes already: one silence is one failure, however often I tried."""
    owed = [item for item in open_items if item.debtor_id == outreach.recipient]
    for kind in ANSWERED_BY_A_WORD:
        for item in owed:
            if item.kind == kind:
                return item
    return None


def _reply(outreach: Outreach, terms: Terms, me: int) -> tuple[ObligationDraft, ...]:
    term = terms.reply_mine if outreach.recipient == me else terms.reply
    return opening("reply", outreach.recipient, outreach.author, outreach.on, term)


def _draft(outreach: Outreach) -> EventDraft:
    return EventDraft(
        kind="outreach",
        happened_on=outreach.on,
        parties=(
            PartyDraft("author", outreach.author),
            PartyDraft("recipient", outreach.recipient),
        ),
        about=outreach.about,
        via=outreach.via,
        note=outreach.note,
    )

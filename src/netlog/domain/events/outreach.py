"""Outreach: somebody wrote, called or came by. It answers what waited, and may wait itself."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from netlog.domain.events.kind import KindOfEvent
from netlog.domain.projection.entries import AttemptDraft, Entry, ObligationDraft, OutcomeDraft
from netlog.domain.projection.opening import opening
from netlog.domain.projection.settling import ANSWERED_BY_A_WORD, answers, keep
from netlog.domain.records import Obligation
from netlog.errors import Refused, Unreadable

if TYPE_CHECKING:
    from netlog.domain.events.voucher import Voucher
    from netlog.domain.projection.state import State
    from netlog.domain.projection.terms import Terms


class Outreach(KindOfEvent):
    """One contact reached out to another; with `expect_reply` also an answer asks for a reply."""

    name = "outreach"
    article = "an"
    roles = ("author", "recipient")
    opens = ("reply", "touch")
    fields = frozenset({"about", "expect_reply"})

    def sentence(self, names: Mapping[str, Sequence[str]], about: str) -> str:
        sentence = f"{names['author'][0]} reached out to {names['recipient'][0]}"
        return f"{sentence} about {about}" if about else sentence

    def refuse(self, voucher: "Voucher", me: int) -> None:
        if len(voucher.contacts) == 1:
            raise Refused("Nobody needs to reach out to themselves.", "netlog reach WHO [--by WHO]")
        if me not in voucher.contacts:
            raise Refused("Who reaches whom among others is not yours to track.")
        if voucher.event.no_due and voucher.event.expect_reply:
            raise Unreadable("--no-due opens nothing, and --expect-reply a reply. Choose one.")

    def entry(self, voucher: "Voucher", terms: "Terms", state: "State") -> Entry:
        event, me = voucher.event, state.me
        author, recipient = voucher.who("author"), voucher.who("recipient")
        if me not in (author, recipient):
            return Entry()
        other = recipient if author == me else author
        answered = answers(state.to_settle(state.owed(author, recipient)))
        awaited = _awaited(state.owed(recipient, author))
        is_an_answer = any(item.kind == "reply" or state.is_tried(item.id) for item in answered)
        reply: tuple[ObligationDraft, ...] = ()
        if awaited is None and (event.expect_reply or not is_an_answer):
            term = terms.reply_mine if recipient == me else terms.reply
            reply = opening(event, "reply", recipient, author, term)
        attempted = reply if awaited is None else (awaited,)
        touched = state.renew(other, event)
        responded = () if author == me else state.unanswered(me, other)
        on = event.happened_on
        return Entry(
            opens=(*reply, *touched.opens),
            settles=(*(keep(item, on, via=event.via) for item in answered), *touched.settles),
            attempts=tuple(AttemptDraft(item, on, event.via) for item in attempted),
            outcomes=tuple(OutcomeDraft(number, "responded", on) for number in responded),
        )


def _awaited(obligations: Sequence[Obligation]) -> Obligation | None:
    """What the other one owes already: one silence is one failure, however often I tried."""
    for kind in ANSWERED_BY_A_WORD:
        for obligation in obligations:
            if obligation.kind == kind:
                return obligation
    return None

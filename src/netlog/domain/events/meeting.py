"""A meeting: both sides owe a thank-you, and whatever waited for a word is answered."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from netlog.domain.events.kind import VIA, KindOfEvent
from netlog.domain.projection.entries import Entry, ObligationDraft, OutcomeDraft
from netlog.domain.projection.opening import opening
from netlog.domain.projection.settling import answers, keep
from netlog.domain.text import join
from netlog.errors import Refused

if TYPE_CHECKING:
    from netlog.domain.events.voucher import Voucher
    from netlog.domain.projection.state import State
    from netlog.domain.projection.terms import Terms


class Meeting(KindOfEvent):
    """Contacts met each other on a day."""

    name = "meeting"
    roles = ("attendee",)
    opens = ("thanks", "touch")
    fields = frozenset({"place"})
    details: ClassVar[Mapping[str, str]] = {"place": "at {}", **VIA}

    def sentence(self, names: Mapping[str, Sequence[str]], about: str) -> str:  # noqa: ARG002
        first, *others = names["attendee"]
        return f"{first} met {join(others)}"

    def refuse(self, voucher: "Voucher", me: int) -> None:  # noqa: ARG002
        if len(voucher.contacts) < 2:  # noqa: PLR2004 - it takes two to meet
            raise Refused("A meeting needs somebody else in it.", "netlog meet NAME...")

    def entry(self, voucher: "Voucher", terms: "Terms", state: "State") -> Entry:
        event, others = voucher.event, list(voucher.others(state.me))
        touched = [state.renew(other, event) for other in others]
        return Entry(
            opens=(
                *_thanks(voucher, terms, state.me),
                *(draft for entry in touched for draft in entry.opens),
            ),
            settles=(
                *(
                    keep(item, event.happened_on)
                    for other in others
                    for item in answers(state.to_settle(state.between(other)))
                ),
                *(draft for entry in touched for draft in entry.settles),
            ),
            outcomes=tuple(
                OutcomeDraft(introduction, "responded", event.happened_on)
                for other in others
                for introduction in state.unanswered(other)
            ),
        )


def _thanks(voucher: "Voucher", terms: "Terms", me: int) -> Iterator[ObligationDraft]:
    for other in voucher.others(me):
        yield from opening(voucher.event, "thanks", me, other, terms.thanks_mine)
        yield from opening(voucher.event, "thanks", other, me, terms.thanks)

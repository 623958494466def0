"""A meeting: both sides owe a thank-you, and whatever waited for a word is answered.

That of two who were introduced to each other is their answer, whoever else was there.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, ClassVar

from netlog.domain.events.kind import VIA, KindOfEvent
from netlog.domain.projection.entries import Entry, ObligationDraft, OutcomeDraft
from netlog.domain.projection.opening import opening
from netlog.domain.projection.settling import answers, keep
from netlog.domain.records import EventKind, Obligation, ObligationKind
from netlog.domain.text import join
from netlog.errors import Refused

if TYPE_CHECKING:
    from netlog.domain.events.voucher import Voucher
    from netlog.domain.projection.state import State
    from netlog.domain.projection.terms import Terms


class Meeting(KindOfEvent):
    """Contacts met each other on a day."""

    name: ClassVar[EventKind] = "meeting"
    roles = ("attendee",)
    opens: ClassVar[tuple[ObligationKind, ...]] = ("thanks", "touch")
    fields: ClassVar[frozenset[str]] = frozenset({"place"})
    details: ClassVar[Mapping[str, str]] = {"place": "at {}", **VIA}
    command: ClassVar[str] = "netlog meet NAME..."
    once_a_day: ClassVar[bool] = True

    def sentence(self, names: Mapping[str, Sequence[str]], about: str) -> str:  # noqa: ARG002
        first, *others = names["attendee"]
        return f"{first} met {join(others)}"

    def refuse(self, voucher: "Voucher", me: int) -> None:  # noqa: ARG002
        if len(voucher.contacts) < 2:  # noqa: PLR2004 - it takes two to meet
            raise Refused(f"A {self.name} needs somebody else in it.", self.command)

    def entry(self, voucher: "Voucher", terms: "Terms", state: "State") -> Entry:
        event, others = voucher.event, list(voucher.others(state.me))
        pairs = list(combinations(voucher.contacts, 2))
        touched = [state.renew(other, event) for other in others]
        return Entry(
            opens=(
                *self.thanks(voucher, terms, state.me),
                *(draft for entry in touched for draft in entry.opens),
            ),
            settles=(
                *(
                    keep(item, event.happened_on)
                    for pair in pairs
                    for item in state.to_settle(_answered(*pair, state))
                ),
                *(draft for entry in touched for draft in entry.settles),
            ),
            outcomes=tuple(
                OutcomeDraft(introduction, "responded", event.happened_on)
                for pair in pairs
                for introduction in state.unanswered(*pair)
            ),
        )

    def thanks(self, voucher: "Voucher", terms: "Terms", me: int) -> Iterator[ObligationDraft]:
        """The thank-yous that I and each of the others owe for it; none in a group."""
        others = list(voucher.others(me))
        if terms.is_group(len(others)):
            return
        for other in others:
            yield from opening(voucher.event, "thanks", me, other, terms.thanks_meeting_mine)
            yield from opening(voucher.event, "thanks", other, me, terms.thanks_meeting)


def _answered(contact: int, other: int, state: "State") -> Iterator[Obligation]:
    """What two owed each other a word for, and my question whether there was one."""
    yield from answers(state.between(contact, other))
    for number in state.introductions_of(contact, other):
        question = state.checked(number).open("check-response")
        if question is not None:
            yield question

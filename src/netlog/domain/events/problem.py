"""A problem with somebody who was introduced: it reflects on whoever introduced them."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from netlog.domain.events.kind import KindOfEvent
from netlog.domain.projection.checking import refuse_on_an_unknown_day
from netlog.domain.projection.entries import Entry
from netlog.domain.projection.opening import opening
from netlog.domain.projection.settling import keep
from netlog.errors import Refused

if TYPE_CHECKING:
    from netlog.domain.events.voucher import Voucher
    from netlog.domain.projection.state import State
    from netlog.domain.projection.terms import Terms


class Problem(KindOfEvent):
    """Something went wrong with one of the two whom an introduction brought together."""

    name = "problem"
    roles = ("culprit", "harmed")
    opens = ("apology", "replacement")
    fields = frozenset({"about"})
    needs_words = True
    once_a_day = True

    def sentence(self, names: Mapping[str, Sequence[str]], about: str) -> str:
        return f"a problem with {names['culprit'][0]}: {about}"

    def refuse(self, voucher: "Voucher", me: int) -> None:
        """Only what it is about tells whether it can be."""

    def refuse_then(self, voucher: "Voucher", state: "State") -> None:
        event = voucher.event
        made = state.voucher(event.introduction_id or 0)
        introduction, culprit = made.introduced, voucher.who("culprit")
        if culprit not in introduction.both:
            raise Refused(
                f"A problem is with one of the two whom e{introduction.event_id} brought together.",
                "--with names the client or the provider.",
            )
        if voucher.who("harmed") != introduction.other(culprit):
            raise Refused(
                f"Harmed is the other one whom e{introduction.event_id} brought together.",
                f"Where the introduction is wrong: netlog edit e{introduction.event_id}",
            )
        if event.moment < made.event.moment:
            refuse_on_an_unknown_day(introduction)
            raise Refused(
                f"The problem on {event.happened_on} cannot be older than"
                f" the introduction on {introduction.on}.",
            )

    def entry(self, voucher: "Voucher", terms: "Terms", state: "State") -> Entry:
        event, harmed = voucher.event, voucher.who("harmed")
        checked = state.checked(event.introduction_id or 0)
        introducer = checked.introduction.introducer
        questions = (checked.open("check-response"), checked.open("check-outcome"))
        amends = (
            *opening(event, "apology", introducer, harmed, terms.apology),
            *opening(event, "replacement", introducer, harmed, terms.replacement),
        )
        return Entry(
            opens=amends if state.me in (introducer, harmed) else (),
            settles=tuple(
                keep(item, event.happened_on)
                for item in state.to_settle([item for item in questions if item is not None])
            ),
        )

"""A promise, mine or to me, in one or more parts."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from netlog.domain.events.kind import KindOfEvent
from netlog.domain.projection.entries import Entry, ObligationDraft
from netlog.domain.projection.settling import refuse_parts
from netlog.domain.projection.terms import after
from netlog.errors import Refused

if TYPE_CHECKING:
    from netlog.domain.events.voucher import Voucher
    from netlog.domain.projection.state import State
    from netlog.domain.projection.terms import Terms


class Promise(KindOfEvent):
    """One contact promised another something, `times` times; by `due_on` if they said so."""

    name = "promise"
    roles = ("promiser", "promisee")
    opens = ("promise",)
    fields = frozenset({"about", "due_on", "times"})
    needs_words = True
    once_a_day = True

    def sentence(self, names: Mapping[str, Sequence[str]], about: str) -> str:
        return f"{names['promiser'][0]} promised {names['promisee'][0]} {about}"

    def refuse(self, voucher: "Voucher", me: int) -> None:
        event = voucher.event
        if len(voucher.contacts) == 1:
            raise Refused(
                "A promise needs somebody to keep it for.",
                "Yours: --to WHO. Somebody else's to you: --by WHO.",
            )
        if me not in voucher.contacts:
            raise Refused("What others promise each other is not yours to track.")
        if event.due_on is not None and event.due_on < event.happened_on:
            raise Refused(
                f"It cannot be due on {event.due_on}, before it was promised on"
                f" {event.happened_on}.",
                "--on is the day of the promise, --due the day by which it was promised.",
            )
        refuse_parts(event.times)

    def entry(self, voucher: "Voucher", terms: "Terms", state: "State") -> Entry:  # noqa: ARG002
        event = voucher.event
        return Entry(
            opens=(
                ObligationDraft(
                    event.id,
                    "promise",
                    voucher.who("promiser"),
                    voucher.who("promisee"),
                    event.happened_on,
                    event.due_on or after(event.happened_on, terms.promise),
                    event.times,
                ),
            )
        )

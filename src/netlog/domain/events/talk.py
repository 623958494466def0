"""A talk: a call or a chat that was had. It answers as a meeting does, and nobody owes thanks."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from netlog.domain.events.kind import VIA
from netlog.domain.events.meeting import Meeting
from netlog.domain.text import join

if TYPE_CHECKING:
    from netlog.domain.events.voucher import Voucher
    from netlog.domain.projection.entries import ObligationDraft
    from netlog.domain.projection.terms import Terms


class Talk(Meeting):
    """Contacts talked with each other on a day."""

    name = "talk"
    opens = ("touch",)
    fields = frozenset()
    details: ClassVar[Mapping[str, str]] = VIA
    command = "netlog talk WHO..."
    once_a_day = False

    def sentence(self, names: Mapping[str, Sequence[str]], about: str) -> str:  # noqa: ARG002
        first, *others = names["attendee"]
        return f"{first} talked with {join(others)}"

    def thanks(self, voucher: "Voucher", terms: "Terms", me: int) -> "Iterator[ObligationDraft]":  # noqa: ARG002
        yield from ()

"""A note: what to remember about somebody. It is no word between two, and nothing follows."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from netlog.domain.events.kind import KindOfEvent
from netlog.domain.projection.entries import NOTHING, Entry

if TYPE_CHECKING:
    from netlog.domain.events.voucher import Voucher
    from netlog.domain.projection.state import State
    from netlog.domain.projection.terms import Terms


class Note(KindOfEvent):
    """What I wrote down about a contact on a day, for myself."""

    name = "note"
    roles = ("subject",)
    opens = ()
    fields = frozenset({"about"})
    needs_words = True

    def sentence(self, names: Mapping[str, Sequence[str]], about: str) -> str:
        return f"a note on {names['subject'][0]}: {about}"

    def refuse(self, voucher: "Voucher", me: int) -> None:
        """Whatever one wants to remember can be."""

    def entry(self, voucher: "Voucher", terms: "Terms", state: "State") -> Entry:  # noqa: ARG002
        return NOTHING

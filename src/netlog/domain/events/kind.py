"""What every kind of event says of itself."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from netlog.domain.people.names import comparison_key
from netlog.domain.records import EventKind, ObligationKind, Role

if TYPE_CHECKING:
    from netlog.domain.events.voucher import Voucher
    from netlog.domain.projection.entries import Entry
    from netlog.domain.projection.state import State
    from netlog.domain.projection.terms import Terms

VIA: Mapping[str, str] = {"via": "via {}"}


class KindOfEvent(ABC):
    """A kind of event: its roles, its fields and words, what it may open, and its rule.

    `fields` is what can be said of it beside its day, its channel and a note; `details` how a field
    is told behind the sentence, in order; `lacks` how it is told that a field was taken off, where
    that is more than that there is none.
    """

    name: ClassVar[EventKind]
    article: ClassVar[str] = "a"
    roles: ClassVar[tuple[Role, ...]]
    opens: ClassVar[tuple[ObligationKind, ...]]
    fields: ClassVar[frozenset[str]]
    details: ClassVar[Mapping[str, str]] = VIA
    lacks: ClassVar[Mapping[str, str]] = {}
    needs_words: ClassVar[bool] = False  # without `about` it says nothing
    once_a_day: ClassVar[bool] = False  # told twice of a day, it is hardly two

    @abstractmethod
    def sentence(self, names: Mapping[str, Sequence[str]], about: str) -> str:
        """One sentence that tells it, without its date and without a full stop.

        Args:
            names: those in it, by role.
            about: its topic in quotes; "" for none.
        """

    @abstractmethod
    def refuse(self, voucher: "Voucher", me: int) -> None:
        """Refuse what could never be, whatever else happened.

        Raises:
            Refused: it could not.
        """

    def says_the_same(self, voucher: "Voucher", known: "Voucher") -> bool:
        """Whether one event of a day hardly is another than one that is known of that day."""
        return self.once_a_day and _told(voucher) == _told(known)

    def refuse_then(self, voucher: "Voucher", state: "State") -> None:  # noqa: B027 - most need none
        """Refuse what could not be, given what stood on that day.

        Raises:
            Refused: it could not.
        """

    @abstractmethod
    def entry(self, voucher: "Voucher", terms: "Terms", state: "State") -> "Entry":
        """What it opens, settles, tries and shows, given what stood open on that day."""


def _told(voucher: "Voucher") -> tuple[object, ...]:
    """What an event of a kind and a day says: between whom, in which roles, and about what."""
    event, parties = voucher.event, {(party.role, party.contact_id) for party in voucher.parties}
    return event.kind, parties, comparison_key(event.about), event.introduction_id

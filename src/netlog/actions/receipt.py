"""What a command that tells facts returns: the facts, and what they changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from netlog.domain import summary
from netlog.domain.events.voucher import Voucher
from netlog.domain.items import Item
from netlog.domain.projection.difference import Difference
from netlog.domain.records import Acknowledgement, Statement
from netlog.domain.wording import Wording


@dataclass(frozen=True, slots=True)
class Receipt:
    """The facts that a command told, and the items that are not as they were.

    Of the facts there is an event, or there are acknowledgements, or statements; `about` is the
    introduction that statements are about, if they are about one, and `snoozed` the items that
    were put out of sight or back in sight. `overtaken` are acknowledgements of its day that came
    before the event and so were not for it; `is_group` tells that so many met that nobody owes
    thanks. `worth` is what business came of the introduction in all, where that was said, "" for
    none; `takes_back` what of that counts no more, and `taken_back_on` the day of which it was said
    that nothing came, where that is about this too; `is_happy_open` tells that it is not on record
    whether both are happy with what it was worth; `may_keep` is what the introducer owes one of
    the two whom the event introduced, and what that may have kept without saying so. `created` are
    the names of the new contacts.
    """

    wording: Wording
    difference: Difference
    created: Sequence[str] = ()
    voucher: Voucher | None = None
    acknowledgements: tuple[Acknowledgement, ...] = ()
    statements: tuple[Statement, ...] = ()
    about: Voucher | None = None
    snoozed: Sequence[Item] = ()
    overtaken: Sequence[int] = ()
    is_group: bool = False
    worth: str | None = None
    takes_back: str = ""
    taken_back_on: date | None = None
    is_happy_open: bool = False
    may_keep: Sequence[Item] = ()

    @property
    def id(self) -> str | None:
        """The id of the event, as it is typed; None where there is none."""
        return None if self.voucher is None else f"e{self.voucher.event.id}"

    @property
    def beside(self) -> Difference:
        """What followed elsewhere: what was told late changes what later facts mean."""
        numbers = {item.obligation.id for item in (*self.difference.opened, *self.difference.tried)}
        numbers |= {item.obligation.id for _, item in self.difference.settled}
        numbers |= {item.obligation.id for item in self.snoozed}
        return self.difference.without(numbers)

    @property
    def idle(self) -> list[Acknowledgement]:
        """The thank-yous and apologies for which nothing is open yet."""
        settled = {settlement.acknowledgement_id for settlement, _ in self.difference.settled}
        return [said for said in self.acknowledgements if said.id not in settled]

    @property
    def late_answers(self) -> list[Item]:
        """The answers of others that are late because I was told of them today.

        Only who was asked knows when such an answer came.
        """
        return [
            item
            for settlement, item in self.difference.settled
            if settlement.statement_id is not None
            and (item.obligation.kind, settlement.ending) == ("response", "kept")
            and item.obligation.debtor_id != self.wording.me
            and settlement.settled_on == self.wording.today > item.obligation.due_on
        ]

    @property
    def summary(self) -> str:
        """What the command did, in one sentence without a date and without a full stop."""
        if self.voucher is not None:
            return self.wording.event(*self.voucher)
        if self.acknowledgements:
            return summary.of_acknowledgements(self.acknowledgements, self.wording)
        if self.snoozed:
            return summary.snoozed(self.snoozed, self.wording)
        introduced = None if self.about is None else self.about.introduced
        return summary.of_statements(self.statements, self.difference, introduced, self.wording)

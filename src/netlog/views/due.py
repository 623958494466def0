"""What is open: what I owe, whom to ask, what is owed to me."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from netlog.config import Settings
from netlog.domain.due import NextStep, Scope, most_urgent_first, next_step, overdue, shown, snoozed
from netlog.domain.items import Item, Side, is_at_rest, is_hidden, side
from netlog.domain.names import NOBODY, Names
from netlog.domain.records import Contact
from netlog.ledger.file.checkup import unchecked_since
from netlog.ledger.read.archived import archived_since
from netlog.ledger.read.contacts import everyone_meant
from netlog.ledger.read.items import contacts_in, count_open, items, open_of_mine
from netlog.views.reader import UNASKED, Answers, reading

CHECKUP_DAYS = 31


@dataclass(frozen=True, slots=True)
class Due:
    """The items to show, most urgent first, and how many more are open.

    `with_whom` is the contact with whom they are; None for everybody's. `snoozed` counts what shows
    only because everything does, or would show on another day, `resting` what is with somebody
    archived, shown or not; `missing` is the path where a ledger would be, if there is none. Of the
    items, those with somebody `archived` show only because everything does. `unchecked_since` is
    the day since which nobody looked the ledger over.
    """

    today: date
    names: Names = NOBODY
    items: Sequence[Item] = ()
    not_yet_due: int = 0
    snoozed: int = 0
    missing: Path | None = None
    with_whom: Contact | None = None
    archived: Collection[int] = ()
    resting: int = 0
    unchecked_since: date | None = None

    @property
    def wants_a_checkup(self) -> bool:
        """Whether it is more than a month since anybody looked the ledger over."""
        since = self.unchecked_since
        return since is not None and since < self.today - timedelta(CHECKUP_DAYS)

    @property
    def awake(self) -> list[Item]:
        """The items that are neither snoozed nor with somebody archived."""
        return [item for item in self._in_sight if not is_hidden(item.obligation, self.today)]

    @property
    def at_rest(self) -> list[Item]:
        """The items with somebody archived."""
        return [item for item in self.items if is_at_rest(item.obligation, self.archived)]

    @property
    def overdue(self) -> int:
        """How many of the items are past their due date, and neither snoozed nor at rest."""
        return overdue([item.obligation for item in self.awake], self.today)

    @property
    def ahead(self) -> int:
        """How many are due later, shown or not, and neither snoozed nor at rest."""
        later = sum(item.obligation.due_on > self.today for item in self.awake)
        at_rest = len(self.at_rest)
        out_of_sight = self.snoozed - (len(self.items) - len(self.awake) - at_rest)
        return later + self.not_yet_due - (self.resting - at_rest) - out_of_sight

    @property
    def next(self) -> NextStep | None:
        """What to do next, where there is anything to do."""
        return next_step(self.awake, self.names.me)

    def on(self, wanted_side: Side) -> list[Item]:
        """The items of one side, without those at rest."""
        return [
            item for item in self._in_sight if side(item.obligation, self.names.me) == wanted_side
        ]

    @property
    def _in_sight(self) -> list[Item]:
        return [item for item in self.items if not is_at_rest(item.obligation, self.archived)]


def due(
    settings: Settings, scope: Scope, who: str | None = None, answers: Answers = UNASKED
) -> Due:
    """What is open, with everybody or with the contact that was typed.

    Raises:
        NoLedgerYet, LedgerUnusable: there is no ledger, or it cannot be used.
        UnknownName, AmbiguousName, Refused: the contact is nobody's name, or several may be meant.
    """
    with reading(settings, answers) as ledger:
        connection, me = ledger.connection, ledger.me
        contact = None if who is None else ledger.contact(who)
        if contact is not None:
            scope = replace(scope, among=everyone_meant(connection, contact))
        obligations = open_of_mine(connection, me, scope)
        archived = archived_since(connection) if scope.everything else {}
        awake = [each for each in obligations if not is_at_rest(each, archived)]
        number, resting = count_open(connection, me, scope)
        shown_items = most_urgent_first(items(connection, shown(obligations, scope, me)))
        return Due(
            scope.today,
            ledger.names(contacts_in(shown_items)),
            shown_items,
            not_yet_due=number - len(shown_items),
            snoozed=len(snoozed(awake, scope, me)),
            with_whom=contact,
            archived=archived.keys(),
            resting=resting,
            unchecked_since=unchecked_since(settings.cache, connection),
        )

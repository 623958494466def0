"""What stands between some contacts on a day: the state that each fact finds and changes.

A projection folds all facts into it in the order of their days. A fact at the end of its days may
as well start from what is open in the ledger; that both come to the same is a property.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from netlog.domain.events.voucher import Voucher
from netlog.domain.projection.account import Account
from netlog.domain.projection.checking import CheckedIntroduction
from netlog.domain.projection.entries import (
    NOTHING,
    AttemptDraft,
    Cause,
    Entry,
    ObligationDraft,
    OutcomeDraft,
    SettlementDraft,
)
from netlog.domain.projection.introduced import Introduced
from netlog.domain.projection.numbers import Numbers
from netlog.domain.projection.postings import Postings, stands_between
from netlog.domain.projection.touching import Word, renew
from netlog.domain.records import (
    Acknowledgement,
    Archived,
    Attempt,
    Event,
    IntroductionOutcome,
    Number,
    Obligation,
    ObligationKind,
    Outcome,
)

Pair = tuple[int, int]
_ASKED_BY: Mapping[Outcome, ObligationKind] = {"responded": "response", "happy": "check-outcome"}

_OF_WHO_IS_FIRST: Collection[ObligationKind] = ("response", "check-response")


Exemptions = Collection[tuple[int, int | None, int | None, int | None]]  # item, and what did not


class State:
    """The accounts, outcomes, intervals and last words; `scope` are the contacts it is kept for."""

    def __init__(
        self,
        me: int,
        vouchers: Mapping[int, Voucher],
        numbers: Numbers,
        scope: Collection[int] | None = None,
        exemptions: Exemptions = (),
    ) -> None:
        """Begin with nothing.

        Args:
            me: the owner's contact id.
            vouchers: all events that will be spoken of, by id.
            numbers: those that items have already.
            scope: what is between me and others than these is left alone; None for everybody.
            exemptions: what did not settle which item, because somebody said so.
        """
        self.me = me
        self.numbers = numbers
        self.accounts: dict[int, Account] = {}
        self.outcomes: dict[int, dict[Outcome, IntroductionOutcome]] = defaultdict(dict)
        self.intervals: dict[int, int | None] = {}
        self.words: dict[int, Word] = {}
        self.thanked: dict[int, list[Acknowledgement]] = defaultdict(list)  # by the event
        self.archived: dict[int, Archived] = {}
        self.introductions: dict[frozenset[int], list[int]] = defaultdict(list)
        self.problems: dict[int, list[Voucher]] = defaultdict(list)
        self.unheard: dict[int, int] = {}  # the statement whose answer closed a question, by item
        self.cause = Cause()
        self._vouchers = vouchers
        self._is_kept = Postings.keeper(me, scope)
        self._exemptions = exemptions
        self._open: dict[Pair, dict[int, None]] = defaultdict(dict)
        self._of_event: dict[int, dict[int, None]] = defaultdict(dict)

    def owed(self, debtor: int, creditor: int) -> list[Obligation]:
        """What one contact owes another, in the order in which it was opened."""
        return [self.accounts[key].obligation for key in self._open.get((debtor, creditor), ())]

    def between(self, contact: int, other: int) -> list[Obligation]:
        """What is open between two, either way."""
        return self.owed(contact, other) + self.owed(other, contact)

    def to_settle(self, items: Iterable[Obligation]) -> list[Obligation]:
        """Those of some open items of which nobody said that this fact did not settle them."""
        return [item for item in items if not self._is_exempt(item.id)]

    def is_tried(self, item_id: int) -> bool:
        """Whether somebody has tried to get it."""
        return bool(self.accounts[item_id].attempts)

    def introduce(self, introduced: Introduced) -> None:
        """Take in that two were introduced to each other."""
        self.introductions[frozenset(introduced.both)].append(introduced.event_id)

    def introductions_of(self, contact: int, other: int) -> list[int]:
        """The introductions of two to each other."""
        return self.introductions.get(frozenset((contact, other)), [])

    def unanswered(self, contact: int, other: int) -> list[int]:
        """The introductions of two to each other that nobody has answered yet."""
        known = self.introductions_of(contact, other)
        return [number for number in known if "responded" not in self.outcomes[number]]

    def knows(self, event_id: int) -> bool:
        """Whether there is such an event among these facts."""
        return event_id in self._vouchers

    def voucher(self, event_id: int) -> Voucher:
        """An event of which these facts speak.

        Raises:
            LookupError: they do not.
        """
        return self._vouchers[event_id]

    def introduction(self, event_id: int) -> Introduced:
        """Who was introduced to whom in an event."""
        return self._vouchers[event_id].introduced

    def checked(self, event_id: int) -> CheckedIntroduction:
        """An introduction with its obligations, and what is known of it by now."""
        items = tuple(self.accounts[key].obligation for key in self._of_event[event_id])
        outcomes = frozenset(self.outcomes[event_id])
        unheard = self.unheard.keys() & self._of_event[event_id].keys()
        introduction = self.introduction(event_id)
        return CheckedIntroduction(introduction, items, outcomes, unheard=frozenset(unheard))

    def hear(self, statement_id: int) -> None:
        """Take in that I was told of an answer by now."""
        self.unheard = {key: said for key, said in self.unheard.items() if said != statement_id}

    def culprits(self, introduction_id: int) -> set[int]:
        """Those with whom the problems of an introduction are by now."""
        return {problem.who("culprit") for problem in self.problems[introduction_id]}

    def replacements(
        self, introduction_id: int, introducer: int, introduced: Collection[int]
    ) -> list[Obligation]:
        """The open replacements of an introducer that bringing two together makes up for.

        Those are for problems with the introduction in which one of the two was harmed, and which
        were not with the other one.
        """
        return [
            self.accounts[key].obligation
            for problem in self.problems[introduction_id]
            if problem.who("harmed") in introduced and problem.who("culprit") not in introduced
            for key in self._of_event[problem.event.id]
            if self.accounts[key].is_open
            and self.accounts[key].obligation.kind == "replacement"
            and self.accounts[key].obligation.debtor_id == introducer
        ]

    def open_touch(self, contact_id: int) -> Obligation | None:
        """The next word that I owe a contact."""
        touches = (item for item in self.owed(self.me, contact_id) if item.kind == "touch")
        return next(touches, None)

    def renew(self, other: int, event: Event) -> Entry:
        """What a word with somebody does to the interval."""
        word = Word(event.happened_on, event.id)
        touch = self.open_touch(other)
        if touch is not None and self._is_exempt(touch.id):
            return NOTHING
        last_word = self.words.get(other)
        if last_word is None or last_word.on < word.on:
            self.words[other] = word
        elif touch is None:
            return NOTHING  # one word a day; what was said of it that day stays
        return renew(self.me, other, word, self.intervals.get(other), touch)

    def take(self, account: Account) -> None:
        """Take in what stands in the ledger."""
        obligation = account.obligation
        self.accounts[obligation.id] = account
        self._of_event[obligation.event_id][obligation.id] = None
        if account.is_open:
            self._open[obligation.debtor_id, obligation.creditor_id][obligation.id] = None

    def postings(self) -> Postings:
        """All the postings, as they stand now."""
        outcomes = {
            (event_id, outcome): posting
            for event_id, by_outcome in self.outcomes.items()
            for outcome, posting in by_outcome.items()
        }
        return Postings(dict(self.accounts), outcomes, dict(self.archived))

    def post(self, entry: Entry, cause: Cause) -> None:
        """Carry out what a rule made of a fact."""
        for obligation in entry.drops:
            self._drop(obligation)
        for settlement in entry.settles:
            self._settle(settlement, cause)
        opened = {draft: self._open_account(draft) for draft in entry.opens}
        for attempt in entry.attempts:
            self._try(attempt, opened, cause)
        for outcome in entry.outcomes:
            self._note(outcome, cause)
        for draft in entry.changes:
            self._change(draft.obligation, hidden_until=draft.hidden_until, due_on=draft.due_on)

    def _is_exempt(self, item_id: int) -> bool:
        return (item_id, *self.cause[:3]) in self._exemptions

    def _is_denied(self, draft: OutcomeDraft) -> bool:
        """Whether somebody said of the item that asks for it that this fact did not settle it."""
        return any(
            self._is_exempt(key)
            for key in self._of_event[draft.event_id]
            if self.accounts[key].obligation.kind == _ASKED_BY[draft.outcome]
        )

    def _open_account(self, draft: ObligationDraft) -> Account | None:
        if not self._is_kept(stands_between(draft, self._vouchers[draft.event_id])):
            return None
        account = Account(
            Obligation(
                id=self.numbers.of(self._unnumbered(draft)),
                event_id=draft.event_id,
                kind=draft.kind,
                debtor_id=draft.debtor_id,
                creditor_id=draft.creditor_id,
                times=draft.times,
                opened_on=draft.opened_on,
                due_on=draft.due_on,
                hidden_until=None,
                closed_on=None,
            )
        )
        self.take(account)
        return account

    def _unnumbered(self, draft: ObligationDraft) -> Number:
        between = (draft.debtor_id, draft.creditor_id)
        if draft.kind in _OF_WHO_IS_FIRST:
            between = self.introduction(draft.event_id).as_provider_first(between)
        places = (self._place(draft, between[0]), self._place(draft, between[1]))
        return Number(0, draft.kind, draft.event_id, *places, draft.statement_id)

    def _place(self, draft: ObligationDraft, contact_id: int) -> int:
        """The place in the event; of who made an introduction that went wrong, the one in that."""
        voucher = self._vouchers[draft.event_id]
        place = voucher.place(contact_id)
        while place is None:
            voucher = self._vouchers[voucher.event.introduction_id or 0]
            place = voucher.place(contact_id)
        return place

    def _settle(self, draft: SettlementDraft, cause: Cause) -> None:
        if self._is_exempt(draft.obligation.id):
            return
        account = self.accounts[draft.obligation.id]
        settlement = draft.posted(len(account.settlements) + 1, cause)
        self.accounts[draft.obligation.id] = account._replace(
            settlements=(*account.settlements, settlement)
        )
        if draft.closes:
            self._change(draft.obligation, closed_on=draft.closed_on)
            pair = (draft.obligation.debtor_id, draft.obligation.creditor_id)
            self._open[pair].pop(draft.obligation.id, None)

    def _try(
        self,
        draft: AttemptDraft,
        opened: Mapping[ObligationDraft, Account | None],
        cause: Cause,
    ) -> None:
        item = draft.obligation
        account = opened[item] if isinstance(item, ObligationDraft) else self.accounts[item.id]
        if account is None:
            return
        attempt = Attempt(
            obligation_id=account.obligation.id,
            ordinal=len(account.attempts) + 1,
            made_on=draft.made_on,
            via=draft.via,
            note=draft.note,
            event_id=cause.event_id,
            statement_id=cause.statement_id,
            moment=cause.moment,
        )
        self.accounts[account.obligation.id] = account._replace(
            attempts=(*account.attempts, attempt)
        )
        if draft.hidden_until is not None:
            due_on = draft.due_on or account.obligation.due_on
            self._change(account.obligation, hidden_until=draft.hidden_until, due_on=due_on)

    def _note(self, draft: OutcomeDraft, cause: Cause) -> None:
        introduced = self.introduction(draft.event_id).both
        noted = self.outcomes[draft.event_id]
        if self._is_kept(introduced) and draft.outcome not in noted and not self._is_denied(draft):
            noted[draft.outcome] = IntroductionOutcome(
                *draft, cause_id=cause.event_id, statement_id=cause.statement_id
            )

    def _change(
        self,
        obligation: Obligation,
        *,
        closed_on: date | None = None,
        hidden_until: date | None = None,
        due_on: date | None = None,
    ) -> None:
        account = self.accounts[obligation.id]
        changed = account.obligation
        if closed_on is not None:
            changed = changed._replace(closed_on=closed_on)
        if due_on is not None:
            changed = changed._replace(hidden_until=hidden_until, due_on=due_on)
        self.accounts[obligation.id] = account._replace(obligation=changed)

    def _drop(self, obligation: Obligation) -> None:
        del self.accounts[obligation.id]
        del self._of_event[obligation.event_id][obligation.id]
        del self._open[obligation.debtor_id, obligation.creditor_id][obligation.id]

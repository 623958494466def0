"""From facts to postings: each fact is judged by its rule with what stood open on its day."""

from collections.abc import Collection, Iterable

from netlog.domain.events import EVENT_KINDS
from netlog.domain.events.voucher import Voucher
from netlog.domain.projection import archiving, touching
from netlog.domain.projection.checking import (
    FINDING_OF,
    Answer,
    answer_entry,
    check,
    question_entry,
    refuse_check,
)
from netlog.domain.projection.closing import Closing, close
from netlog.domain.projection.entries import NOTHING, Cause, Entry
from netlog.domain.projection.facts import Fact, Facts, Step
from netlog.domain.projection.numbers import Numbers
from netlog.domain.projection.settling import keep, settlement
from netlog.domain.projection.snoozing import refuse_to_snooze, snooze
from netlog.domain.projection.state import State
from netlog.domain.projection.terms import Terms
from netlog.domain.projection.touching import Word
from netlog.domain.records import (
    Acknowledgement,
    Archival,
    Ending,
    Finding,
    Interval,
    Obligation,
    Statement,
)
from netlog.errors import Refused

ENDINGS: dict[str, Ending] = {"kept": "kept", "broken": "broken", "waived": "waived"}
FINDINGS: dict[str, Finding] = {"responded": "responded", "silent": "silent", "happy": "happy"}
WORDS_FOR = {"thanks": "thank-you", "apology": "apology"}


def project(
    facts: Facts, scope: Collection[int] | None = None, judged: Collection[Fact] = ()
) -> State:
    """The postings of all facts, in the order of their days.

    Args:
        facts: those of a ledger, or all around the contacts of the scope.
        scope: what stands between me and others than these is left out; None for everybody.
        judged: the facts of one day that are told now, refused where they could never be.

    Raises:
        Refused: one of those could never be.
    """
    exemptions = {
        (denial.item_id or 0, denial.event_id, denial.acknowledgement_id, denial.statement_id)
        for denial in facts.statements
        if denial.kind == "unsettled"
    }
    numbers = Numbers(facts.numbers, facts.following)
    state = State(facts.me, facts.vouchers, numbers, scope, exemptions)
    unjudged = list(judged)
    for step in facts.steps():
        if step.fact in unjudged:
            refuse_all(unjudged, state)
            unjudged.clear()
        post(step, facts, state)
    return state


def post(step: Step, facts: Facts, state: State) -> None:
    """Let a fact have its effect on what stands open on its day."""
    fact = step.fact
    if isinstance(fact, Voucher):
        state.cause = Cause(event_id=fact.event.id, moment=step.moment)
        entry = _event(fact, facts.terms[fact.event.terms_id], state)
        if fact.event.kind == "problem":
            state.problems[fact.event.introduction_id or 0].append(fact)
        archiving.bring_back(fact.contacts, state)
    elif isinstance(fact, Acknowledgement):
        state.cause = Cause(acknowledgement_id=fact.id, moment=step.moment)
        entry = _acknowledgement(fact, state)
        if fact.event_id is not None:
            state.thanked[fact.event_id].append(fact)
        archiving.bring_back((fact.author_id, fact.recipient_id), state)
    elif isinstance(fact, Interval):
        state.cause = Cause(moment=step.moment)
        entry = _interval(fact, state)
    elif isinstance(fact, Archival):
        archiving.archive(fact, state)
        return
    else:
        state.cause = Cause(statement_id=fact.id, moment=step.moment)
        terms = facts.terms.get(fact.terms_id or 0, Terms())
        entry = _statement(fact, terms, state, is_heard=step.is_heard)
    state.post(entry, state.cause)
    if isinstance(fact, Voucher):
        _settle_what_was_thanked_for(fact, step.moment, state)


def _settle_what_was_thanked_for(voucher: Voucher, moment: int, state: State) -> None:
    """Let the thank-yous for an event that came before it settle what it opens."""
    for acknowledgement in state.thanked.get(voucher.event.id, ()):
        state.cause = Cause(acknowledgement_id=acknowledgement.id, moment=moment)
        on = voucher.event.happened_on
        state.post(_acknowledgement(acknowledgement._replace(said_on=on), state), state.cause)


def refuse_all(facts: Iterable[Fact], state: State) -> None:
    """Refuse what could never be, each by what stood open before all of them.

    Raises:
        Refused: one of them could not.
    """
    for fact in facts:
        refuse(fact, state)


def refuse(fact: Fact, state: State) -> None:
    """Refuse what could never be, given what stands open on its day.

    Raises:
        Refused: it could not.
    """
    if isinstance(fact, Voucher):
        EVENT_KINDS[fact.event.kind].refuse_then(fact, state)
    elif isinstance(fact, Acknowledgement) and fact.item_id is not None:
        if not _acknowledged(fact, state):
            raise Refused(
                f"{fact.item_id} is no open {WORDS_FOR[fact.kind]} between the two.",
                "netlog due --all lists all.",
            )
    elif isinstance(fact, Statement):
        _refuse_statement(fact, state)


def _event(voucher: Voucher, terms: Terms, state: State) -> Entry:
    event = voucher.event
    entry = EVENT_KINDS[event.kind].entry(voucher, terms, state)
    if event.kind == "introduction":
        state.introduce(voucher.introduced)
    return entry.without_obligations() if event.no_due else entry


def _acknowledgement(acknowledgement: Acknowledgement, state: State) -> Entry:
    return Entry(
        settles=tuple(
            keep(item, acknowledgement.said_on, acknowledgement.via, acknowledgement.note)
            for item in _acknowledged(acknowledgement, state)
        )
    )


def _acknowledged(acknowledgement: Acknowledgement, state: State) -> list[Obligation]:
    items = state.to_settle(state.owed(acknowledgement.author_id, acknowledgement.recipient_id))
    return [
        item
        for item in items
        if item.kind == acknowledgement.kind
        and acknowledgement.item_id in (None, item.id)
        and acknowledgement.event_id in (None, item.event_id)
    ]


def _interval(interval: Interval, state: State) -> Entry:
    contact_id = interval.contact_id
    state.intervals[contact_id] = interval.days
    touch, last_word = state.open_touch(contact_id), state.words.get(contact_id)
    return touching.change(state.me, interval, touch, last_word)


def _statement(statement: Statement, terms: Terms, state: State, *, is_heard: bool) -> Entry:
    if statement.kind in FINDINGS:
        return _finding(statement, terms, state, is_heard=is_heard)
    account = state.accounts.get(statement.item_id or 0)
    if account is None or not account.is_open:
        return NOTHING
    item = account.obligation
    if statement.kind == "snoozed":
        return snooze(item, statement.day or statement.said_on)
    ending = ENDINGS[statement.kind]
    if item.kind == "touch":
        is_idle = touching.is_said_already(item, ending, statement.said_on)
        if is_idle or not state.to_settle([item]):
            return NOTHING
        word = Word(statement.said_on, item.event_id, statement.id)
        state.words[item.creditor_id] = word
        days = state.intervals.get(item.creditor_id)
        return touching.say(item, ending, word, days, statement.note)
    times = account.left if statement.times is None else min(statement.times, account.left)
    closing = Closing(ending, statement.said_on, times, statement.via, statement.note)
    is_introduction = state.voucher(item.event_id).event.kind == "introduction"
    checked = state.checked(item.event_id) if is_introduction else None
    return close(closing, [(account, checked)], terms, state.me)


def _finding(statement: Statement, terms: Terms, state: State, *, is_heard: bool) -> Entry:
    if not state.knows(statement.event_id or 0):
        return NOTHING  # the introduction was deleted; what was said of it stays for its return
    checked, finding = state.checked(statement.event_id or 0), FINDINGS[statement.kind]
    answer = _answer(statement)
    if finding == "silent":
        return check(checked, finding, answer, terms, state.me)
    if is_heard:
        state.hear(statement.id)
        return question_entry(checked, finding, answer)
    entry = answer_entry(checked, finding, answer, state.me)
    closed = state.to_settle(draft.obligation for draft in entry.settles)
    state.unheard |= {item.id: statement.id for item in closed if item.kind in FINDING_OF}
    return entry


def _answer(statement: Statement) -> Answer:
    asked_on = statement.day or statement.said_on
    return Answer(statement.said_on, asked_on, statement.via, statement.note)


def _refuse_statement(statement: Statement, state: State) -> None:
    if statement.kind in FINDINGS:
        checked = state.checked(statement.event_id or 0)
        refuse_check(checked, FINDINGS[statement.kind], _answer(statement), state.me)
        return
    account = state.accounts.get(statement.item_id or 0)
    if account is None:
        raise Refused(f"{statement.item_id} was not open on {statement.said_on}.")
    if statement.kind == "snoozed":
        refuse_to_snooze(account.obligation, statement.day or statement.said_on, statement.said_on)
    else:
        _refuse_ending(statement, account.obligation, account.left)


def _refuse_ending(statement: Statement, item: Obligation, left: int) -> None:
    ending = ENDINGS[statement.kind]
    settlement(item, ending, statement.said_on, left=left, times=statement.times)
    if item.kind == "touch":
        touching.refuse_same_day(item, ending, statement.said_on)

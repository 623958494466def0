"""What a command did, in one sentence without a full stop: the journal keeps it, `undo` repeats it.

The sentence of an event is the event's; the others are here.
"""

from collections.abc import Iterator, Sequence

from netlog.domain.events import EVENT_KINDS
from netlog.domain.events.kind import VIA
from netlog.domain.events.voucher import Voucher
from netlog.domain.items import CHECK_INS, Item, is_hidden
from netlog.domain.projection.difference import Difference
from netlog.domain.projection.introduced import Introduced
from netlog.domain.records import Acknowledgement, Event, Settlement, Statement
from netlog.domain.text import join
from netlog.domain.wording import Wording, capital, count
from netlog.domain.worth import NOTHING

Correctable = Voucher | Acknowledgement
_VERBS: dict[str, str] = {"thanks": "thanked", "apology": "apologised to"}


def acknowledged(kind: str, author: int, recipient: int, wording: Wording) -> str:
    """That somebody thanked somebody, or apologised to them."""
    return capital(f"{wording.name(author)} {_VERBS[kind]} {wording.name(recipient)}")


def of_acknowledgements(said: Sequence[Acknowledgement], wording: Wording) -> str:
    """What one command told: whom somebody thanked, or apologised to, and for which event."""
    first = said[0]
    recipients = join([wording.name(each.recipient_id) for each in said])
    event = "" if first.event_id is None else f" for e{first.event_id}"
    return capital(f"{wording.name(first.author_id)} {_VERBS[first.kind]} {recipients}{event}")


def of_statements(
    statements: Sequence[Statement],
    difference: Difference,
    introduced: Introduced | None,
    wording: Wording,
) -> str:
    """How items were said to end, or what was said of an introduction.

    Args:
        statements: what was said, one or more of one kind.
        difference: what that changed.
        introduced: who brought whom together, where it is about an introduction.
        wording: the names.
    """
    kind = statements[0].kind
    if kind == "silent":
        return _asked(difference.tried[0], wording)
    if introduced is not None and kind == "worth":
        return _worth(statements[0], introduced, wording)
    if introduced is not None and kind in ("responded", "happy"):
        return wording.outcome(kind, introduced)
    outcomes = [
        each.outcome
        for each in difference.outcomes
        if introduced is not None and each.event_id == introduced.event_id
    ]
    if introduced is not None and outcomes:
        sentence = wording.outcome(outcomes[-1], introduced)
        return f"{sentence}{and_more([sentence, *_beside(statements, introduced, difference)])}"
    return _settled(difference.settled, wording)


def snoozed(items: Sequence[Item], wording: Wording) -> str:
    """That items, one or more, were put out of sight, or back in sight."""
    until = items[0].obligation.hidden_until or wording.today
    verb = f"Snoozed until {wording.weekday(until)}"
    if not any(is_hidden(item.obligation, wording.today) for item in items):
        verb = "No longer snoozed"
    return f"{verb}: {wording.owes(items[0])}{and_more(items)}"


def and_more(items: Sequence[object]) -> str:
    """How many there are beside the first: ", and 2 more items"."""
    return f", and {count(len(items) - 1, 'more item')}" if items[1:] else ""


def _beside(
    statements: Sequence[Statement], introduced: Introduced, difference: Difference
) -> list[Item]:
    """What of the items that were named is not about what came of an introduction."""
    named = {statement.item_id for statement in statements}
    about = [*CHECK_INS, "response"]
    return [
        item
        for _, item in difference.settled
        if item.obligation.id in named
        and not (item.event.id == introduced.event_id and item.obligation.kind in about)
    ]


def _settled(settled: Sequence[tuple[Settlement, Item]], wording: Wording) -> str:
    settlement, item = settled[0]
    obligation = item.obligation
    clauses = {
        (item.obligation.kind, item.obligation.debtor_id, item.obligation.creditor_id)
        for _, item in settled
    }
    is_kept = all(settlement.ending == "kept" for settlement, _ in settled)
    if len(clauses) == 1 and is_kept and obligation.kind in _VERBS:
        between = (obligation.debtor_id, obligation.creditor_id)
        return acknowledged(obligation.kind, *between, wording)
    return f"{settlement.ending.capitalize()}: {wording.owed(item)}{and_more(settled)}"


def _worth(statement: Statement, introduced: Introduced, wording: Wording) -> str:
    came = (
        "No business"
        if statement.worth == NOTHING
        else f"{wording.money(statement.worth)} of business"
    )
    client, provider = map(wording.name, introduced.both)
    return f"{came} came of e{introduced.event_id}: {client} and {provider}"


def _asked(item: Item, wording: Wording) -> str:
    """That I asked in vain; it is the other one who has not answered."""
    if item.obligation.kind == "check-response":
        return wording.of(item, "Asked {waiting}: nothing from {first} yet")
    return wording.of(item, "Asked whether {client} and {provider} are happy: no word yet")


def corrected(fact: Correctable, before: Correctable, wording: Wording) -> str:
    """A fact with what was changed of it, as far as its sentence does not tell that."""
    if isinstance(fact, Voucher):
        record: Event | Acknowledgement = fact.event
        sentence = wording.event(*fact)
    else:
        record, sentence = fact, of_acknowledgements([fact], wording)
    record_before = before.event if isinstance(before, Voucher) else before
    return " · ".join([sentence, *_changes(record, record_before, wording)])


def _changes(
    record: Event | Acknowledgement, before: Event | Acknowledgement, wording: Wording
) -> Iterator[str]:
    kind = EVENT_KINDS[record.kind] if isinstance(record, Event) else None
    details, lacks = (VIA, {}) if kind is None else (kind.details, kind.lacks)
    for field, words in details.items():
        value, without = getattr(record, field), lacks.get(field, f"no {field}")
        if value != getattr(before, field):
            yield wording.detail(field, words, value) if value else without
    if record.note != before.note:
        yield f'note "{record.note}"' if record.note else "no note"

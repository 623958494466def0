"""What a command that wrote says: what it recorded, opened and closed, and how to undo it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from netlog.actions.receipt import Receipt
from netlog.domain.alike import Effect
from netlog.domain.items import Item, is_hidden
from netlog.domain.people.names import looks_like_several
from netlog.domain.records import Settlement
from netlog.domain.text import join
from netlog.domain.wording import Wording, count
from netlog.render.difference import (
    as_it_is,
    difference_ids,
    difference_lines,
    names_of,
    sight_lines,
    told_lines,
)
from netlog.render.sink import say_document, say_done
from netlog.render.typed import typed

_MOST_APART = 2  # new contacts with a line each; more are one line


def print_text(receipt: Receipt) -> None:
    """Print the receipt for a person."""
    say_done(_headline(receipt), _lines(receipt))


def print_json(receipt: Receipt) -> None:
    """Print the receipt for a script: the ids of everything created and closed."""
    difference, today = receipt.difference, receipt.wording.today
    say_document(
        summary=receipt.summary,
        event=receipt.id,
        on=_day_of(receipt),
        created=receipt.created,
        brought_back=names_of(difference.brought_back, receipt.wording),
        **difference_ids(difference, "opened"),
        settled=[
            {
                "id": settlement.obligation_id,
                "ending": settlement.ending,
                "on": settlement.settled_on,
                "times": settlement.times,
            }
            for settlement, _ in difference.settled
        ],
        **difference_ids(difference, "tried"),
        outcomes=[
            {"event": f"e{outcome.event_id}", "outcome": outcome.outcome, "on": outcome.noted_on}
            for outcome in difference.outcomes
        ],
        hidden=_ids(item for item in receipt.snoozed if is_hidden(item.obligation, today)),
        shown=_ids(item for item in receipt.snoozed if not is_hidden(item.obligation, today)),
        **difference_ids(difference, "closed"),
        **({} if receipt.worth is None else {"worth": receipt.worth}),
    )


def _ids(items: Iterable[Item]) -> list[int]:
    return [item.obligation.id for item in items]


def _headline(receipt: Receipt) -> str:
    day = _day_of(receipt)
    on = [] if day is None else [receipt.wording.weekday(day)]
    if receipt.voucher is not None:
        details = receipt.wording.details(receipt.voucher.event)
        return " · ".join([f"{receipt.id}  {receipt.summary}", *on, *details])
    said = receipt.acknowledgements or receipt.statements
    channels = [f"via {via}" for via in dict.fromkeys(word.via for word in said) if via]
    return " · ".join([receipt.summary, *on, *channels])


def _day_of(receipt: Receipt) -> date | None:
    if receipt.voucher is not None:
        return receipt.voucher.event.happened_on
    if receipt.acknowledgements:
        return receipt.acknowledgements[0].said_on
    said, *others = receipt.statements
    is_of_a_day = said.kind != "snoozed" and all(each.said_on == said.said_on for each in others)
    return said.said_on if is_of_a_day else None


def _lines(receipt: Receipt) -> Iterator[str]:
    wording = receipt.wording
    yield from _new(receipt.created)
    yield from sight_lines(receipt.difference, wording)
    yield from told_lines(_told(receipt), wording)
    yield from difference_lines(receipt.beside, wording)
    yield from _remarks(receipt)


def _remarks(receipt: Receipt) -> Iterator[str]:
    """What is to be known beside the items."""
    wording = receipt.wording
    if receipt.idle:
        yield _counts_once(receipt, wording)
    for item in receipt.late_answers:
        who, check = wording.name(item.obligation.debtor_id), typed(f"check e{item.event.id}")
        yield f"if {who} answered before today: {typed('undo')}, then {check} --responded --on DAY"
    if receipt.takes_back:
        yield f"takes back {wording.money(receipt.takes_back)}"
    if receipt.taken_back_on is not None:
        day = wording.weekday(receipt.taken_back_on)
        yield f"it counts for nothing: what came up to {day} was taken back"
    if receipt.worth and receipt.worth != receipt.statements[0].worth:
        yield f"in all  {wording.money(receipt.worth)}"
    if receipt.about is not None and receipt.is_happy_open:
        happy = typed(f"check e{receipt.about.event.id} --happy")
        yield f"whether both are happy is not on record; if they are: {happy}"
    yield from (_may_keep(receipt, item) for item in receipt.may_keep)
    if receipt.voucher is not None and receipt.is_group:
        more = len(receipt.voucher.contacts)  # than the others, by me
        says_so = f"netlog config set group_size {more}"
        yield f"so many met that nobody owes thanks; next time with: {says_so}"
    for number in receipt.overtaken:
        before = typed(f"edit {receipt.id} --before a{number}")
        yield f"a{number} of that day came before it; if it was for this: {before}"


def _may_keep(receipt: Receipt, item: Item) -> str:
    """How to say that an introduction is what was promised, or somebody better."""
    what = receipt.wording.what(item)
    if item.obligation.kind == "promise":
        says_so = typed(f"edit {receipt.id} --keeps {item.obligation.id}")
        return f"if it is what was promised, {what}: {says_so}"
    replaces = f"--replaces e{item.event.introduction_id}"
    return f"if it is to {what}: {typed('undo')}, then the same with {replaces}"


def _counts_once(receipt: Receipt, wording: Wording) -> str:
    """What the thank-yous and apologies wait for of which nothing was open."""
    first = receipt.idle[0]
    if first.event_id is not None:
        event = f"e{first.event_id}"
        return f"nothing of {event} was open; it counts for what an edit of {event} may open"
    whom = [wording.name(said.recipient_id) for said in receipt.idle]
    what = f"for it between you and {join(whom)}" if len(receipt.acknowledgements) > 1 else "for it"
    return f"nothing was open {what} yet; it counts once that is told"


def _new(created: Sequence[str]) -> Iterator[str]:
    """The contacts that are new; each that looks like several with a word on that."""
    several = [name for name in created if looks_like_several(name)]
    plain = [name for name in created if name not in several]
    each = plain if len(plain) <= _MOST_APART else [", ".join(plain)]
    yield from (f"new     {name}" for name in each)
    for name in several:
        yield f"new     {name}"
        yield "        one contact; several need a name each, in quotes"


def _told(receipt: Receipt) -> Iterator[Effect]:
    wording, difference = receipt.wording, receipt.difference
    for settlement, item in difference.settled:
        is_last = settlement == item.settlements[-1] and item.obligation.closed_on is not None
        yield _settled(settlement, item, closes=is_last or item in difference.closed)
    for item in difference.tried:
        if item.obligation.closed_on is None:
            yield _still_open("waits", wording, item)
        else:  # what answered it is in the ledger already
            yield as_it_is("now", item, wording)
    for item in receipt.snoozed:
        hides = "hides" if is_hidden(item.obligation, wording.today) else "shows"
        yield _still_open(hides, wording, item)
    settled = {item.obligation.id for _, item in difference.settled}
    for item in difference.opened:
        if item.obligation.closed_on is None:
            yield _still_open("opens", wording, item)
        elif item.obligation.id not in settled:
            yield _settled_at_once(item)


def _settled(settlement: Settlement, item: Item, *, closes: bool) -> Effect:
    verb, day = "part of", settlement.settled_on
    if closes:
        verb, day = "closes", item.obligation.closed_on or day
    days = (day - item.obligation.due_on).days
    in_time = f"{count(days, 'day')} late" if days > 0 else "in time"
    ended = in_time if settlement.ending == "kept" else settlement.ending
    return Effect(verb, item, f" · {ended}", is_over=True)


def _settled_at_once(item: Item) -> Effect:
    """What opens long ago and was settled since then, by what is in the ledger already."""
    settlement = item.settlements[-1]
    effect = _settled(settlement, item, closes=True)
    causes = (("e", settlement.event_id), ("a", settlement.acknowledgement_id))
    by = [f", by {letter}{number}" for letter, number in causes if number is not None]
    return effect._replace(then=effect.then + "".join(by))


def _still_open(verb: str, wording: Wording, item: Item) -> Effect:
    return Effect(verb, item, f" · due {wording.weekday(item.obligation.due_on)}")

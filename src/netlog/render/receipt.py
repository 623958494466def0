"""What a command that wrote says: what it recorded, opened and closed, and how to undo it."""

from collections.abc import Iterable, Iterator
from datetime import date

from netlog.actions.receipt import Receipt
from netlog.domain.items import Item, is_hidden
from netlog.domain.people.names import looks_like_several
from netlog.domain.records import Settlement
from netlog.domain.wording import Wording, count
from netlog.render.difference import difference_ids, difference_lines
from netlog.render.sink import say, say_document


def print_text(receipt: Receipt) -> None:
    """Print the receipt for a person."""
    say(_headline(receipt), *(f"  {line}" for line in _lines(receipt)), "Undo with: netlog undo")


def print_json(receipt: Receipt) -> None:
    """Print the receipt for a script: the ids of everything created and closed."""
    difference, today = receipt.difference, receipt.wording.today
    say_document(
        summary=receipt.summary,
        event=receipt.id,
        on=_day_of(receipt),
        created=receipt.created,
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
    )


def _ids(items: Iterable[Item]) -> list[int]:
    return [item.obligation.id for item in items]


def _headline(receipt: Receipt) -> str:
    day = _day_of(receipt)
    on = [] if day is None else [receipt.wording.weekday(day)]
    if receipt.voucher is not None:
        details = receipt.wording.details(receipt.voucher.event)
        return " · ".join([f"{receipt.id}  {receipt.summary}", *on, *details])
    said = [receipt.acknowledgement] if receipt.acknowledgement else receipt.statements
    channels = [f"via {via}" for via in dict.fromkeys(word.via for word in said) if via]
    return " · ".join([receipt.summary, *on, *channels])


def _day_of(receipt: Receipt) -> date | None:
    if receipt.voucher is not None:
        return receipt.voucher.event.happened_on
    said = receipt.acknowledgement or receipt.statements[0]
    return None if said.kind == "snoozed" else said.said_on


def _lines(receipt: Receipt) -> Iterator[str]:
    wording, difference = receipt.wording, receipt.difference
    for name in receipt.created:
        yield f"new     {name}"
        if looks_like_several(name):
            yield "        one contact; several need a name each, in quotes"
    for settlement, item in difference.settled:
        is_last = settlement == item.settlements[-1] and item.obligation.closed_on is not None
        closes = is_last or item in difference.closed
        yield _settled_line(wording, settlement, item, closes=closes)
    for item in difference.tried:
        yield _open_line("waits", wording, item)
    for item in receipt.snoozed:
        hides = "hides" if is_hidden(item.obligation, wording.today) else "shows"
        yield _open_line(hides, wording, item)
    for item in difference.opened:
        yield _open_line("opens", wording, item)
    yield from difference_lines(receipt.beside, wording)
    if receipt.is_idle:
        yield "nothing was open for it yet; it counts once that is told"
    if receipt.is_group:
        yield "so many met that nobody owes thanks: netlog config get group_size"
    for number in receipt.overtaken:
        before = f"netlog edit {receipt.id} --before a{number}"
        yield f"a{number} of that day came before it; if it was for this: {before}"


def _settled_line(wording: Wording, settlement: Settlement, item: Item, *, closes: bool) -> str:
    verb, day = "part of", settlement.settled_on
    if closes:
        verb, day = "closes", item.obligation.closed_on or day
    days = (day - item.obligation.due_on).days
    in_time = f"{count(days, 'day')} late" if days > 0 else "in time"
    ended = in_time if settlement.ending == "kept" else settlement.ending
    return f"{verb:7} {item.obligation.id}  {wording.owed(item)} · {ended}"


def _open_line(verb: str, wording: Wording, item: Item) -> str:
    due = wording.weekday(item.obligation.due_on)
    return f"{verb:7} {item.obligation.id}  {wording.owes(item)} · due {due}"

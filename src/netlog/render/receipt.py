"""What a command that wrote says: what it recorded, opened and closed, and how to undo it."""

from collections.abc import Iterator
from datetime import date

from netlog.actions.receipt import Receipt
from netlog.domain.items import Item, is_hidden
from netlog.domain.people.names import looks_like_several
from netlog.domain.records import IntroductionOutcome, Settlement
from netlog.domain.wording import Wording, count
from netlog.render.difference import difference_lines
from netlog.render.sink import document, say, say_json


def print_text(receipt: Receipt) -> None:
    """Print the receipt for a person."""
    say(_headline(receipt), *(f"  {line}" for line in _lines(receipt)), "Undo with: netlog undo")


def print_json(receipt: Receipt) -> None:
    """Print the receipt for a script: the ids of everything created and closed."""
    difference, day = receipt.difference, _day_of(receipt)
    hidden = receipt.snoozed
    today = receipt.wording.today
    say_json(
        document(
            summary=receipt.summary,
            event=receipt.id,
            on=None if day is None else day.isoformat(),
            created=list(receipt.created),
            opened=[item.obligation.id for item in difference.opened],
            settled=[_settled(settlement) for settlement, _ in difference.settled],
            tried=[item.obligation.id for item in difference.tried],
            outcomes=[_outcome(outcome) for outcome in difference.outcomes],
            hidden=[item.obligation.id for item in hidden if is_hidden(item.obligation, today)],
            shown=[item.obligation.id for item in hidden if not is_hidden(item.obligation, today)],
            closed=[item.obligation.id for item in difference.closed],
        )
    )


def _settled(settlement: Settlement) -> dict[str, object]:
    return {
        "id": settlement.obligation_id,
        "ending": settlement.ending,
        "on": settlement.settled_on.isoformat(),
        "times": settlement.times,
    }


def _outcome(outcome: IntroductionOutcome) -> dict[str, str]:
    return {
        "event": f"e{outcome.event_id}",
        "outcome": outcome.outcome,
        "on": outcome.noted_on.isoformat(),
    }


def _headline(receipt: Receipt) -> str:
    told = receipt.summary
    if receipt.voucher is not None:
        told = f"{receipt.id}  {told}"
    day = _day_of(receipt)
    parts = [told] if day is None else [told, receipt.wording.weekday(day)]
    return " · ".join([*parts, *_details(receipt)])


def _details(receipt: Receipt) -> list[str]:
    if receipt.voucher is None:
        said = receipt.acknowledgement
        channels = [said] if said is not None else receipt.statements
        return [f"via {via}" for via in dict.fromkeys(each.via for each in channels) if via]
    return receipt.wording.details(receipt.voucher.event)


def _day_of(receipt: Receipt) -> date | None:
    if receipt.voucher is not None:
        return receipt.voucher.event.happened_on
    if receipt.acknowledgement is not None:
        return receipt.acknowledgement.said_on
    said = receipt.statements[0]
    return None if said.kind == "snoozed" else said.said_on


def _lines(receipt: Receipt) -> Iterator[str]:
    wording, difference = receipt.wording, receipt.difference
    for name in receipt.created:
        yield from _new_lines(name)
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


def _new_lines(name: str) -> list[str]:
    if not looks_like_several(name):
        return [f"new     {name}"]
    return [f"new     {name}", "        one contact; several need a name each, in quotes"]


def _settled_line(wording: Wording, settlement: Settlement, item: Item, *, closes: bool) -> str:
    verb = "closes" if closes else "part of"
    ended = _how_it_ended(settlement, item) if closes else _so_far(settlement, item)
    return f"{verb:7} {item.obligation.id}  {wording.owed(item)} · {ended}"


def _open_line(verb: str, wording: Wording, item: Item) -> str:
    due = wording.weekday(item.obligation.due_on)
    return f"{verb:7} {item.obligation.id}  {wording.owes(item)} · due {due}"


def _how_it_ended(settlement: Settlement, item: Item) -> str:
    if settlement.ending != "kept":
        return settlement.ending
    return _lateness(item.obligation.closed_on or settlement.settled_on, item)


def _so_far(settlement: Settlement, item: Item) -> str:
    if settlement.ending != "kept":
        return settlement.ending
    return _lateness(settlement.settled_on, item)


def _lateness(day: date, item: Item) -> str:
    days = (day - item.obligation.due_on).days
    return "in time" if days <= 0 else f"{count(days, 'day')} late"

"""What a command that wrote says: what it recorded, opened and closed, and how to undo it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from netlog.domain.items import Item, is_hidden
from netlog.domain.people.names import looks_like_several
from netlog.domain.projection.entries import OutcomeDraft, SettlementDraft
from netlog.domain.records import Event, Party
from netlog.render.sink import document, say, say_json
from netlog.render.wording import Wording, capital, count


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was written: the event, and what it opened, settled, tried again and showed.

    `settled` pairs each settlement with its item as it is now. `checked` are the parties of the
    introduction that `outcomes` are about, where the command was a check on one.
    """

    wording: Wording
    created: Sequence[str] = ()
    event: Event | None = None
    parties: tuple[Party, ...] = ()
    opened: Sequence[Item] = ()
    settled: Sequence[tuple[SettlementDraft, Item]] = ()
    tried: Sequence[Item] = ()
    hidden: Sequence[Item] = ()
    outcomes: Sequence[OutcomeDraft] = ()
    checked: tuple[Party, ...] = ()


def summary(receipt: Receipt) -> str:
    """What the command did, in one sentence without a date and without a full stop."""
    wording = receipt.wording
    if receipt.event is not None:
        return wording.event(receipt.event, receipt.parties)
    if receipt.tried:
        return _asked(receipt.tried[0], wording)
    if receipt.hidden:
        until = receipt.hidden[0].obligation.hidden_until or wording.today
        verb = f"Snoozed until {wording.weekday(until)}"
        if not _out_of_sight(receipt):
            verb = "No longer snoozed"
        return f"{verb}: {wording.owes(receipt.hidden[0])}{_and_more(receipt.hidden)}"
    if receipt.outcomes:
        return wording.outcome(receipt.outcomes[-1].outcome, receipt.checked)
    if acknowledged := _acknowledged(receipt):
        return acknowledged
    first, item = receipt.settled[0]
    return f"{first.ending.capitalize()}: {wording.owed(item)}{_and_more(receipt.settled)}"


def _asked(item: Item, wording: Wording) -> str:
    """That I asked in vain; it is the provider who has not answered."""
    client, provider = wording.name(item.who("client")), wording.name(item.who("provider"))
    if item.obligation.kind == "check-response":
        return f"Asked {client}: nothing from {provider} yet"
    return f"Asked whether {client} and {provider} are happy: no word yet"


def print_text(receipt: Receipt) -> None:
    """Print the receipt for a person."""
    say(_headline(receipt), *(f"  {line}" for line in _lines(receipt)), "Undo with: netlog undo")


def print_json(receipt: Receipt) -> None:
    """Print the receipt for a script: the ids of everything created and closed."""
    event, day = receipt.event, _day_of(receipt)
    say_json(
        document(
            summary=summary(receipt),
            event=None if event is None else f"e{event.id}",
            on=None if day is None else day.isoformat(),
            created=list(receipt.created),
            opened=[item.obligation.id for item in receipt.opened],
            settled=[
                {
                    "id": draft.obligation.id,
                    "ending": draft.ending,
                    "on": draft.settled_on.isoformat(),
                    "times": draft.times,
                }
                for draft, _ in receipt.settled
            ],
            tried=[item.obligation.id for item in receipt.tried],
            outcomes=[_outcome(one) for one in receipt.outcomes],
            hidden=[item.obligation.id for item in _out_of_sight(receipt)],
            shown=[
                item.obligation.id
                for item in receipt.hidden
                if not is_hidden(item.obligation, receipt.wording.today)
            ],
            closed=[draft.obligation.id for draft, _ in receipt.settled if draft.closes],
        )
    )


def _out_of_sight(receipt: Receipt) -> list[Item]:
    """What is hidden now; the rest of `hidden` is in sight again."""
    today = receipt.wording.today
    return [item for item in receipt.hidden if is_hidden(item.obligation, today)]


def _and_more(items: Sequence[object]) -> str:
    return f", and {count(len(items) - 1, 'more item')}" if items[1:] else ""


def _outcome(one: OutcomeDraft) -> dict[str, str]:
    return {"event": f"e{one.event_id}", "outcome": one.outcome, "on": one.noted_on.isoformat()}


def _headline(receipt: Receipt) -> str:
    event = receipt.event
    told = summary(receipt) if event is None else f"e{event.id}  {summary(receipt)}"
    day = _day_of(receipt)
    parts = [told] if day is None else [told, receipt.wording.weekday(day)]
    return " · ".join([*parts, *_details(receipt)])


def _details(receipt: Receipt) -> list[str]:
    event = receipt.event
    if event is None:
        channels = dict.fromkeys(draft.via for draft, _ in receipt.settled if draft.via)
        return [f"via {channel}" for channel in channels]
    fee = receipt.wording.money(event.fee)
    told = (("at", event.place), ("via", event.via), ("fee", fee))
    return [f"{word} {value}" for word, value in told if value]


def _day_of(receipt: Receipt) -> date | None:
    if receipt.event is not None:
        return receipt.event.happened_on
    if receipt.outcomes:
        return receipt.outcomes[0].noted_on
    if receipt.tried:
        return receipt.tried[0].attempts[-1].made_on
    return receipt.settled[0][0].settled_on if receipt.settled else None


def _lines(receipt: Receipt) -> list[str]:
    wording = receipt.wording
    hides = "hides" if _out_of_sight(receipt) else "shows"
    return [
        *(line for name in receipt.created for line in _new_lines(name)),
        *(_settled_line(wording, draft, item) for draft, item in receipt.settled),
        *(_open_line("waits", wording, item) for item in receipt.tried),
        *(_open_line(hides, wording, item) for item in receipt.hidden),
        *(_open_line("opens", wording, item) for item in receipt.opened),
    ]


def _new_lines(name: str) -> list[str]:
    if not looks_like_several(name):
        return [f"new     {name}"]
    return [f"new     {name}", "        one contact; several need a name each, in quotes"]


def _settled_line(wording: Wording, draft: SettlementDraft, item: Item) -> str:
    verb = "closes" if draft.closes else "part of"
    return f"{verb:7} {item.obligation.id}  {wording.owed(item)} · {_how_it_ended(draft)}"


def _open_line(verb: str, wording: Wording, item: Item) -> str:
    due = wording.weekday(item.obligation.due_on)
    return f"{verb:7} {item.obligation.id}  {wording.owes(item)} · due {due}"


def _how_it_ended(draft: SettlementDraft) -> str:
    if draft.ending != "kept":
        return draft.ending
    days = ((draft.closed_on or draft.settled_on) - draft.obligation.due_on).days
    return "in time" if days <= 0 else f"{count(days, 'day')} late"


def _acknowledged(receipt: Receipt) -> str:
    kinds = {
        (draft.obligation.kind, draft.obligation.debtor_id, draft.obligation.creditor_id)
        for draft, _ in receipt.settled
    }
    obligation = receipt.settled[0][0].obligation
    verb = {"thanks": "thanked", "apology": "apologised to"}.get(obligation.kind, "")
    kept = all(draft.ending == "kept" for draft, _ in receipt.settled)
    if len(kinds) > 1 or not verb or not kept:
        return ""
    name = receipt.wording.name
    return capital(f"{name(obligation.debtor_id)} {verb} {name(obligation.creditor_id)}")

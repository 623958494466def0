"""The timeline: what happened, and under each event how all that it opened ended."""

from collections.abc import Iterable, Iterator, Sequence

from netlog.domain.history import Around, Happening, days_late, later_attempts
from netlog.domain.items import Item, is_hidden
from netlog.domain.records import Attempt, IntroductionOutcome, Settlement
from netlog.domain.standing import days_overdue, standing
from netlog.render.lines import Line, put, put_json
from netlog.render.sink import tell
from netlog.render.wording import Wording, count

_STEP = 4


def print_text(batches: Iterable[tuple[Wording, Sequence[Happening]]]) -> None:
    """Print a timeline for a person."""
    for wording, happenings in batches:
        put(line for one in happenings for line in _block(one, wording))


def print_one(happening: Happening, around: Around, wording: Wording) -> None:
    """Print one event for a person, with all that it has to do with."""
    put([*_block(happening, wording), *_around(happening, around, wording)])


def print_json(batches: Iterable[tuple[Wording, Sequence[Happening]]]) -> None:
    """Print a timeline for a script.

    An item is an event:

        {"id": "e1", "kind": "promise", "on": "2026-09-17", "text": "Rob Ellis promised you ...",
         "about": "...", "via": "", "place": "", "note": "", "fee": "",
         "parties": [{"name": "Rob Ellis", "role": "promiser"}, ...],
         "introduction": null, "replaces": null,
         "items": [{"id": 4, "kind": "promise", "debtor": "Rob Ellis", "creditor": "me",
                    "text": "Rob Ellis owes you ...", "times": 2, "done": 0,
                    "opened_on": "2026-09-17", "due_on": "2026-09-24", "hidden_until": null,
                    "closed_on": null, "standing": "overdue", "days_late": 11,
                    "settlements": [{"ending", "on", "times", "via", "note", "event"}, ...],
                    "attempts": [{"on", "via", "note", "event"}, ...]}],
         "outcomes": [{"outcome": "happy", "on", "via", "note", "event"}, ...]}

    `days_late` counts from the due date to the day it ended, or to today; negative before it.
    `event` is the event that did it, null where there was none. Names are "me" for the owner.
    """
    put_json([_as_json(one, wording) for one in happenings] for wording, happenings in batches)


def print_one_json(happening: Happening, around: Around, wording: Wording) -> None:
    """Print one event for a script: one item, as in a timeline, with five fields more.

        "problems": ["e2"], "replaced_by": ["e3"], "settled": [{"id": 5, "ending", "on", ...}],
        "tried": [{"id": 6, "on", "via", "note"}], "showed": [{"outcome", "event": "e1", "on"}]

    They are the events about it, and what it did to items and introductions of other events.
    """
    told = _as_json(happening, wording)
    told["problems"] = [f"e{one.event.id}" for one in around.problems]
    told["replaced_by"] = [f"e{one.event.id}" for one in around.replacements]
    told["settled"] = [
        {"id": item.obligation.id, **_settlement_json(one)} for one, item in around.settled
    ]
    told["tried"] = [{"id": item.obligation.id, **_attempt_json(one)} for one, item in around.tried]
    told["showed"] = [
        {**_outcome_json(one), "event": f"e{introduction.event.id}"}
        for one, introduction in around.showed
    ]
    put_json([[told]])


def print_nothing(who: str | None) -> None:
    """Say that there are no such events."""
    tell("No events." if who is None else f"No events with {who}.")


def print_older(shown: int) -> None:
    """Say that there are more, and how to see them."""
    tell(f"Older events are not shown; more of them with: --limit {shown * 10}")


def headline(happening: Happening, wording: Wording) -> str:
    """An event in one line, without its id."""
    event = happening.event
    told = (
        ("at", event.place),
        ("via", event.via),
        ("fee", wording.money(event.fee)),
        ("about", _event_id(event.introduction_id)),
        ("replaces", _event_id(event.replaces_id)),
    )
    sentence = wording.event(event, happening.parties)
    return " · ".join(
        [
            f"{wording.day(event.happened_on)}  {sentence}",
            *(f"{word} {value}" for word, value in told if value),
        ]
    )


def how_it_ended(item: Item, wording: Wording) -> str:
    """Where an item stands, with the day: "kept 3 days late on 5 Sep"."""
    where = standing(item.obligation, item.settlements, wording.today)
    due, closed = wording.day(item.obligation.due_on), item.obligation.closed_on
    late = count(days_late(item, days_overdue(item.obligation, wording.today)), "day")
    if closed is not None:
        how = {"kept": "kept in time", "late": f"kept {late} late"}.get(where, where)
        return f"{how} on {wording.day(closed)}"
    told = {"overdue": f"overdue by {late}, due {due}", "due": "open, due today"}
    hidden = item.obligation.hidden_until
    until = f", hidden until {wording.day(hidden)}" if hidden and _is_hidden(item, wording) else ""
    return told.get(where, f"open, due {due}") + until


def _is_hidden(item: Item, wording: Wording) -> bool:
    return is_hidden(item.obligation, wording.today)


def clause(item: Item, wording: Wording) -> str:
    """Who owes whom what, or owed it."""
    return wording.owes(item) if item.obligation.closed_on is None else wording.owed(item)


def _block(happening: Happening, wording: Wording, indent: int = 0) -> Iterator[Line]:
    event, deeper = happening.event, indent + _STEP
    yield Line(headline(happening, wording), f"e{event.id}", indent)
    if event.note:
        yield Line(f"note: {event.note}", indent=deeper, style="dim")
    told = {""}
    for item in happening.items:
        yield from _item_lines(item, wording, told, deeper)
    for outcome in happening.outcomes:
        sentence = wording.outcome(outcome.outcome, happening.parties)
        day = wording.day(outcome.noted_on)
        details = _details(outcome.via, outcome.cause_id, outcome.note, told)
        yield Line(" · ".join([sentence, day, *details]), indent=deeper)


def _item_lines(item: Item, wording: Wording, told: set[str], indent: int) -> Iterator[Line]:
    obligation, parts = item.obligation, item.settlements
    ended = [clause(item, wording), how_it_ended(item, wording)]
    if len(parts) == 1 and obligation.closed_on is not None:
        ended += _details(parts[0].via, parts[0].event_id, parts[0].note, told)
        parts = ()
    late = days_overdue(obligation, wording.today) > 0 and obligation.closed_on is None
    yield Line(" · ".join(ended), str(obligation.id), indent, "red" if late else "")
    for part in parts:
        how = f"{part.times} of {obligation.times} {part.ending} on {wording.day(part.settled_on)}"
        details = _details(part.via, part.event_id, part.note, told)
        yield Line(" · ".join([how, *details]), indent=indent + _STEP, style="dim")
    for attempt in later_attempts(item):
        day = wording.day(attempt.made_on)
        details = _details(attempt.via, attempt.event_id, attempt.note, told)
        yield Line(" · ".join([f"tried on {day}", *details]), indent=indent + _STEP, style="dim")


def _details(via: str, event_id: int | None, note: str, told: set[str]) -> Iterator[str]:
    """The channel, the event and the note; a note that one command gave to several, once."""
    if via:
        yield f"via {via}"
    if event_id is not None:
        yield _event_id(event_id)
    if note not in told:
        yield f"note: {note}"
    told.add(note)


def _around(happening: Happening, around: Around, wording: Wording) -> Iterator[Line]:
    def headed(title: str, lines: Sequence[Line]) -> Iterator[Line]:
        if lines:
            yield Line(title, indent=_STEP // 2, style="bold")
            yield from lines

    def briefly(happenings: Iterable[Happening]) -> list[Line]:
        return [Line(headline(one, wording), f"e{one.event.id}", _STEP) for one in happenings]

    def fully(happenings: Iterable[Happening]) -> list[Line]:
        return [line for one in happenings for line in _block(one, wording, _STEP)]

    told = {""}
    about = "It is about" if happening.event.introduction_id else "It replaces"
    yield from headed(about, briefly([around.origin] if around.origin else []))
    yield from headed("Problems", fully(around.problems))
    yield from headed("Replaced by", briefly(around.replacements))
    yield from headed(
        "It settled",
        [line for _, item in around.settled for line in _item_lines(item, wording, told, _STEP)],
    )
    yield from headed(
        "It tried again",
        [line for _, item in around.tried for line in _item_lines(item, wording, told, _STEP)],
    )
    yield from headed(
        "It showed",
        [
            Line(wording.outcome(one.outcome, of.parties), f"e{of.event.id}", _STEP)
            for one, of in around.showed
        ],
    )


def _event_id(event_id: int | None) -> str:
    return "" if event_id is None else f"e{event_id}"


def _as_json(happening: Happening, wording: Wording) -> dict[str, object]:
    event = happening.event
    return {
        "id": f"e{event.id}",
        "kind": event.kind,
        "on": event.happened_on.isoformat(),
        "text": wording.event(event, happening.parties),
        "about": event.about,
        "via": event.via,
        "place": event.place,
        "note": event.note,
        "fee": event.fee,
        "parties": [
            {"name": wording.names[party.contact_id], "role": party.role}
            for party in happening.parties
        ],
        "introduction": _event_id(event.introduction_id) or None,
        "replaces": _event_id(event.replaces_id) or None,
        "items": [_item_json(item, wording) for item in happening.items],
        "outcomes": [_outcome_json(one) for one in happening.outcomes],
    }


def _item_json(item: Item, wording: Wording) -> dict[str, object]:
    obligation = item.obligation
    hidden, closed = obligation.hidden_until, obligation.closed_on
    return {
        "id": obligation.id,
        "kind": obligation.kind,
        "debtor": wording.names[obligation.debtor_id],
        "creditor": wording.names[obligation.creditor_id],
        "text": clause(item, wording),
        "times": obligation.times,
        "done": item.done,
        "opened_on": obligation.opened_on.isoformat(),
        "due_on": obligation.due_on.isoformat(),
        "hidden_until": None if hidden is None else hidden.isoformat(),
        "closed_on": None if closed is None else closed.isoformat(),
        "standing": standing(obligation, item.settlements, wording.today),
        "days_late": days_late(item, days_overdue(obligation, wording.today)),
        "settlements": [_settlement_json(one) for one in item.settlements],
        "attempts": [_attempt_json(one) for one in item.attempts],
    }


def _settlement_json(one: Settlement) -> dict[str, object]:
    return {
        "ending": one.ending,
        "on": one.settled_on.isoformat(),
        "times": one.times,
        "via": one.via,
        "note": one.note,
        "event": _event_id(one.event_id) or None,
    }


def _attempt_json(one: Attempt) -> dict[str, object]:
    return {
        "on": one.made_on.isoformat(),
        "via": one.via,
        "note": one.note,
        "event": _event_id(one.event_id) or None,
    }


def _outcome_json(one: IntroductionOutcome) -> dict[str, object]:
    return {
        "outcome": one.outcome,
        "on": one.noted_on.isoformat(),
        "via": one.via,
        "note": one.note,
        "event": _event_id(one.cause_id) or None,
    }

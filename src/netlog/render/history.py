"""The timeline: what happened, and under each event how all that it opened ended."""

from collections.abc import Iterable, Iterator, Sequence

from netlog.domain.history import Around, Entry, Happening, Thanked, days_late, later_attempts
from netlog.domain.items import Item, is_hidden
from netlog.domain.records import (
    EVENT_TEXTS,
    Attempt,
    IntroductionOutcome,
    Settlement,
)
from netlog.domain.standing import counted_up, days_overdue, standing
from netlog.domain.summary import of_acknowledgements
from netlog.domain.wording import Wording, count
from netlog.render.fields import first_move, item_fields
from netlog.render.lines import Line, put
from netlog.render.sink import tell

ROWS = "id kind on text about via place note fee introduction replaces"
_STEP = 4


def print_text(
    batches: Iterable[tuple[Wording, Sequence[Entry]]], with_whom: str | None = None
) -> None:
    """Print a timeline for a person, and where it is empty that it is, and whose it would be."""
    is_empty = True
    for wording, entries in batches:
        put(line for entry in entries for line in _entry(entry, wording))
        is_empty = is_empty and not entries
    if is_empty:
        tell("No events." if with_whom is None else f"No events with {with_whom}.")


def print_one(happening: Happening, around: Around, wording: Wording) -> None:
    """Print one event for a person, with all that it has to do with."""
    put([*_block(happening, wording), *_around(happening, around, wording)])


def entry_items(wording: Wording, entries: Sequence[Entry]) -> list[dict[str, object]]:
    """Some entries of a timeline for a script.

    An item is an event, or a thank-you or an apology, which has an id such as "a1" and no items:

        {"id": "e1", "kind": "promise", "on": "2026-09-17", "text": "Rob Ellis promised you ...",
         "about": "...", "via": "", "place": "", "note": "", "fee": "",
         "parties": [{"name": "Rob Ellis", "role": "promiser"}, ...],
         "introduction": null, "replaces": null, "first": null, "keeps": null,
         "items": [{"id": 4, "kind": "promise", "debtor": "Rob Ellis", "creditor": "me",
                    "text": "Rob Ellis owes you ...", "times": 2, "done": 0,
                    "opened_on": "2026-09-17", "due_on": "2026-09-24", "hidden_until": null,
                    "closed_on": null, "standing": "overdue", "days_late": 11,
                    "settlements": [{"ending", "on", "times", "via", "note", "event"}, ...],
                    "attempts": [{"on", "via", "note", "event"}, ...]}],
         "outcomes": [{"outcome": "happy", "on", "via", "note", "event"}, ...],
         "worth": [{"amount": "500", "on", "via", "note"}, ...]}

    `days_late` counts from the due date to the day it ended, or to today; negative before it.
    Where all I heard is that both are happy, an answer is `closed_on` its due date at the latest.
    `event` is the event that did it, null where there was none. Names are "me" for the owner.
    """
    return [_entry_json(entry, wording) for entry in entries]


def event_item(happening: Happening, around: Around, wording: Wording) -> dict[str, object]:
    """One event for a script: an item, as in a timeline, with five fields more.

        "problems": ["e2"], "replaced_by": ["e3"], "settled": [{"id": 5, "ending", "on", ...}],
        "tried": [{"id": 6, "on", "via", "note"}], "showed": [{"outcome", "event": "e1", "on"}]

    They are the events about it, and what it did to items and introductions of other events.
    """
    return {
        **_as_json(happening, wording),
        "problems": [f"e{problem.event.id}" for problem in around.problems],
        "replaced_by": [f"e{replacement.event.id}" for replacement in around.replacements],
        "settled": [
            {"id": item.obligation.id, **_settlement_json(settlement)}
            for settlement, item in around.settled
        ],
        "tried": [
            {"id": item.obligation.id, **_attempt_json(attempt)} for attempt, item in around.tried
        ],
        "showed": [
            {**_outcome_json(outcome), "event": f"e{introduction.event.id}"}
            for outcome, introduction in around.showed
        ],
    }


def print_older(shown: int) -> None:
    """Say that there are more, and how to see them."""
    tell(f"Older events are not shown; more of them with: --limit {shown * 10}")


def headline(happening: Happening, wording: Wording) -> str:
    """An event in one line, without its id."""
    event = happening.event
    of = (("about", event.introduction_id), ("replaces", event.replaces_id))
    sentence = wording.event(event, happening.parties)
    return " · ".join(
        [
            f"{wording.day_of(event)}  {sentence}",
            *wording.details(event, happening.uncounted),
            *(f"{word} e{number}" for word, number in of if number is not None),
        ]
    )


def how_it_ended(item: Item, wording: Wording) -> str:
    """Where an item stands, with the day where it is known: "kept 3 days late on 5 Sep"."""
    owed, late = item.obligation, count(_days_late(item, wording), "day")
    now, due = standing(owed, item.settlements, wording.today), wording.day(owed.due_on)
    if owed.closed_on is not None:
        how = {"kept": "kept in time", "late": f"kept {late} late"}.get(now, now)
        return f"{how} on {wording.day(owed.closed_on)}" if item.day_known else how
    how = {"overdue": f"overdue by {late}, due {due}", "due": "open, due today"}.get(
        now, f"open, due {due}"
    )
    if owed.hidden_until is not None and is_hidden(owed, wording.today):
        how += f", hidden until {wording.day(owed.hidden_until)}"
    return how


def clause(item: Item, wording: Wording) -> str:
    """Who owes whom what, or owed it."""
    return wording.owes(item) if item.obligation.closed_on is None else wording.owed(item)


def _entry(entry: Entry, wording: Wording) -> Iterator[Line]:
    if isinstance(entry, Happening):
        yield from _block(entry, wording)
        return
    said = entry.acknowledgement
    yield Line(acknowledgement_line(entry, wording), f"a{said.id}")
    if said.note:
        yield Line(f"note: {said.note}", indent=_STEP, style="dim")


def acknowledgement_line(thanked: Thanked, wording: Wording) -> str:
    """A thank-you or an apology in one line, without its id."""
    said = thanked.acknowledgement
    parts = [
        f"{wording.day(said.said_on)}  {acknowledgement_text(thanked, wording)}",
        f"via {said.via}" if said.via else "",
        for_item(thanked),
    ]
    return " · ".join(filter(None, parts))


def acknowledgement_text(thanked: Thanked, wording: Wording) -> str:
    """That somebody thanked somebody, or apologised, and for which event."""
    said = thanked.acknowledgement
    left = "" if said.event_id is None else _left(thanked)
    return f"{of_acknowledgements([said], wording)}{left}"


def for_item(thanked: Thanked) -> str:
    """For which item it was, where for one."""
    number = thanked.acknowledgement.item_id
    return "" if number is None else f"for {number}{_left(thanked)}"


def _left(thanked: Thanked) -> str:
    return " (deleted)" if thanked.is_left else ""


def _block(happening: Happening, wording: Wording, indent: int = 0) -> Iterator[Line]:
    event, deeper = happening.event, indent + _STEP
    yield Line(headline(happening, wording), f"e{event.id}", indent)
    if event.note:
        yield Line(f"note: {event.note}", indent=deeper, style="dim")
    notes = {""}
    for item in happening.items:
        yield from _item_lines(item, wording, notes, deeper)
    for outcome in happening.outcomes:
        sentence = _outcome(outcome, happening, wording)
        by = "" if happening.day_known(outcome) else "by "
        day = f"{by}{wording.day(outcome.noted_on)}"
        details = _details(outcome.via, outcome.cause_id, outcome.note, notes)
        yield Line(" · ".join([sentence, day, *details]), indent=deeper)
    for said in happening.worth:
        came = f"{wording.money(said.worth)} of business came of it"
        details = _details(said.via, None, said.note, notes)
        yield Line(" · ".join([came, wording.day(said.said_on), *details]), indent=deeper)


def _outcome(outcome: IntroductionOutcome, of: Happening, wording: Wording) -> str:
    return wording.outcome(outcome.outcome, of.introduced, of.answered_by(outcome, wording.me))


def _item_lines(item: Item, wording: Wording, notes: set[str], indent: int) -> Iterator[Line]:
    obligation, parts = item.obligation, item.settlements
    ended = [clause(item, wording), how_it_ended(item, wording)]
    if len(parts) == 1 and obligation.closed_on is not None:
        ended += _details(parts[0].via, parts[0].event_id, parts[0].note, notes)
        parts = ()
    late = days_overdue(obligation, wording.today) > 0 and obligation.closed_on is None
    yield Line(" · ".join(ended), str(obligation.id), indent, "red" if late else "")
    for part, come in counted_up(parts):
        number = come if part.ending == "kept" else part.times
        how = f"{number} of {obligation.times} {part.ending} on {wording.day(part.settled_on)}"
        details = _details(part.via, part.event_id, part.note, notes)
        yield Line(" · ".join([how, *details]), indent=indent + _STEP, style="dim")
    for attempt in later_attempts(item):
        day = wording.day(attempt.made_on)
        details = _details(attempt.via, attempt.event_id, attempt.note, notes)
        yield Line(" · ".join([f"tried on {day}", *details]), indent=indent + _STEP, style="dim")


def _details(via: str, event_id: int | None, note: str, notes: set[str]) -> Iterator[str]:
    """The channel, the event and the note; a note that one command gave to several, once."""
    if via:
        yield f"via {via}"
    if event_id is not None:
        yield f"e{event_id}"
    if note not in notes:
        yield f"note: {note}"
    notes.add(note)


def _around(happening: Happening, around: Around, wording: Wording) -> Iterator[Line]:
    def briefly(*happenings: Happening) -> list[Line]:
        return [
            Line(headline(happening, wording), f"e{happening.event.id}", _STEP)
            for happening in happenings
        ]

    def items(pairs: Sequence[tuple[object, Item]]) -> list[Line]:
        return [line for _, item in pairs for line in _item_lines(item, wording, notes, _STEP)]

    notes = {""}
    about = "It is about" if happening.event.introduction_id else "It replaces"
    parts = {
        about: briefly(*filter(None, [around.origin])),
        "Problems": [
            line for problem in around.problems for line in _block(problem, wording, _STEP)
        ],
        "Replaced by": briefly(*around.replacements),
        "It settled": items(around.settled),
        "It tried again": items(around.tried),
        "It showed": [
            Line(_outcome(outcome, of, wording), f"e{of.event.id}", _STEP)
            for outcome, of in around.showed
        ],
    }
    for title, lines in parts.items():
        if lines:
            yield from (Line(title, indent=_STEP // 2, style="bold"), *lines)


def _event_id(event_id: int | None) -> str | None:
    return None if event_id is None else f"e{event_id}"


def _days_late(item: Item, wording: Wording) -> int:
    return days_late(item, days_overdue(item.obligation, wording.today))


def _entry_json(entry: Entry, wording: Wording) -> dict[str, object]:
    if isinstance(entry, Happening):
        return _as_json(entry, wording)
    said = entry.acknowledgement
    parties = {"author": said.author_id, "recipient": said.recipient_id}
    return {
        "id": f"a{said.id}",
        "kind": said.kind,
        "on": said.said_on,
        "text": acknowledgement_text(entry, wording),
        **{name: getattr(said, name, "") for name in EVENT_TEXTS},
        "parties": [{"name": wording.names[who], "role": role} for role, who in parties.items()],
        **dict.fromkeys(("introduction", "replaces", "first", "keeps")),
        "items": [],
        "outcomes": [],
        "worth": [],
    }


def _as_json(happening: Happening, wording: Wording) -> dict[str, object]:
    event = happening.event
    return {
        "id": f"e{event.id}",
        "kind": event.kind,
        "on": event.known_on,
        "text": wording.event(event, happening.parties),
        **{name: getattr(event, name) for name in EVENT_TEXTS},
        "parties": [
            {"name": wording.names[party.contact_id], "role": party.role}
            for party in happening.parties
        ],
        "introduction": _event_id(event.introduction_id),
        "replaces": _event_id(event.replaces_id),
        "first": first_move(event) if event.kind == "introduction" else None,
        "keeps": event.keeps_id,
        "items": [_item_json(item, wording) for item in happening.items],
        "outcomes": [_outcome_json(outcome) for outcome in happening.outcomes],
        "worth": [
            {"amount": said.worth, "on": said.said_on, "via": said.via, "note": said.note}
            for said in happening.worth
        ],
    }


def _item_json(item: Item, wording: Wording) -> dict[str, object]:
    return item_fields(
        item,
        wording,
        "id kind debtor creditor text times done opened_on due_on hidden_until closed_on standing"
        " days_late settlements attempts",
        text=clause(item, wording),
        days_late=_days_late(item, wording),
        settlements=[_settlement_json(settlement) for settlement in item.settlements],
        attempts=[_attempt_json(attempt) for attempt in item.attempts],
    )


def _settlement_json(said: Settlement) -> dict[str, object]:
    what = {"ending": said.ending, "on": said.settled_on, "times": said.times}
    return {**what, **_how_json(said, said.event_id)}


def _attempt_json(attempt: Attempt) -> dict[str, object]:
    return {"on": attempt.made_on, **_how_json(attempt, attempt.event_id)}


def _outcome_json(outcome: IntroductionOutcome) -> dict[str, object]:
    what = {"outcome": outcome.outcome, "on": outcome.noted_on}
    return {**what, **_how_json(outcome, outcome.cause_id)}


def _how_json(
    deed: Settlement | Attempt | IntroductionOutcome, event_id: int | None
) -> dict[str, object]:
    """How something was done, and the event that did it."""
    return {"via": deed.via, "note": deed.note, "event": _event_id(event_id)}

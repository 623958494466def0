"""The promises of a chronology: what was given, how each ended, and how many ended so."""

from collections import Counter
from collections.abc import Iterable, Iterator

from netlog.domain.chronology.chronology import Chronology
from netlog.domain.history import days_late
from netlog.domain.items import Item
from netlog.domain.standing import Standing, days_overdue, standing
from netlog.domain.wording import Wording, capital, count
from netlog.render.chronology.sentences import due_day, full_day

# In the order in which they are counted; what is due or overdue is open.
_WORDS: dict[Standing, str] = {
    "kept": "kept",
    "late": "late",
    "broken": "broken",
    "overdue": "open",
    "due": "open",
    "open": "open",
    "waived": "waived",
}


def promise_lines(found: Chronology, wording: Wording) -> Iterator[str]:
    """How many promises ended how, by them and to them: "By Lead Co: 1 kept, 2 broken."."""
    matter = found.matter
    theirs = [one for one in found.promises if one.obligation.debtor_id in matter.members]
    others = [one for one in found.promises if one.obligation.debtor_id not in matter.members]
    name = wording.name(matter.contact.id)
    if theirs:
        yield f"By {name}: {_counted(theirs, wording)}."
    if others:
        yield f"To {name}: {_counted(others, wording)}."


def promise_sentences(item: Item, wording: Wording) -> list[str]:
    """Who promised whom what, how it ended, and what was noted then."""
    owed = item.obligation
    where = _where(item, wording)
    told = wording.event(item.event, item.parties)
    told = f"{told} on {full_day(owed.opened_on)}, due {due_day(owed.due_on)}"
    notes = [item.event.note, *(one.note for one in item.settlements if one.ending != "kept")]
    return [
        f"{capital(_WORDS[where])}: {told}.",
        f"{_ended(item, where, wording)}.",
        *(f'Noted: "{note}"' for note in notes if note),
    ]


def promise_json(item: Item, wording: Wording) -> dict[str, object]:
    """A promise for a script."""
    owed = item.obligation
    return {
        "id": owed.id,
        "event": f"e{owed.event_id}",
        "debtor": wording.names[owed.debtor_id],
        "creditor": wording.names[owed.creditor_id],
        "about": item.event.about,
        "times": owed.times,
        "done": item.done,
        "opened_on": owed.opened_on,
        "due_on": owed.due_on,
        "settled_on": owed.closed_on,
        "standing": _where(item, wording),
    }


def _where(item: Item, wording: Wording) -> Standing:
    return standing(item.obligation, item.settlements, wording.today)


def _counted(items: Iterable[Item], wording: Wording) -> str:
    numbers = Counter(_WORDS[_where(item, wording)] for item in items)
    words = [word for word in dict.fromkeys(_WORDS.values()) if numbers[word]]
    return ", ".join(f"{numbers[word]} {word}" for word in words)


def _ended(item: Item, where: Standing, wording: Wording) -> str:
    closed, parts = item.obligation.closed_on, item.obligation.times
    late = days_late(item, days_overdue(item.obligation, wording.today))
    came = f"{item.done} of {parts} on record" if parts > 1 else "Nothing on record"
    if closed is None:
        today = full_day(wording.today)
        return f"{came} by {today}, {_since_due(late)}"
    if where in ("kept", "late"):
        whole = f"All {parts} came" if parts > 1 else "Kept"
        how = f", {count(late, 'day')} late" if late > 0 else ", in time"
        return f"{whole}{' by' if parts > 1 else ' on'} {full_day(closed)}{how}"
    marked = f"Marked as {where} on {full_day(closed)}"
    return f"{marked}, with {came}" if parts > 1 else marked


def _since_due(days: int) -> str:
    if days > 0:
        return f"{count(days, 'day')} after it was due"
    return "the day on which it is due" if days == 0 else "not due yet"

"""The promises of a chronology: what was given, how each ended, and how many ended so."""

from collections import Counter
from collections.abc import Iterable, Iterator

from netlog.domain.chronology.chronology import Chronology
from netlog.domain.history import days_late
from netlog.domain.items import Item
from netlog.domain.standing import Standing, days_overdue, parts_in_time, standing
from netlog.domain.wording import Wording, capital, count
from netlog.render.chronology.paper import Entry, Section
from netlog.render.chronology.words import due_day, full_day, noted
from netlog.render.fields import item_fields

_WORDS = ("kept", "late", "broken", "open", "waived")  # in the order in which they are counted


def section(shown: Chronology, wording: Wording) -> Section:
    """The promises by them and to them, and how many of each ended how."""
    entries = [_promise(item, wording) for item in shown.promises]
    return Section("promises", "Promises", entries, list(_counts(shown, wording)))


def _counts(shown: Chronology, wording: Wording) -> Iterator[str]:
    """How many ended how: "By Lead Co: 1 kept, 2 broken."."""
    name = wording.name(shown.matter.contact.id)
    for way, theirs in (("By", True), ("To", False)):
        ends = [_now(item, wording) for item in shown.promises if shown.is_theirs(item) is theirs]
        if ends:
            yield f"{way} {name}: {_counted(ends)}."


def _counted(ends: Iterable[Standing]) -> str:
    numbers = Counter(map(_word, ends))
    return ", ".join(f"{numbers[word]} {word}" for word in _WORDS if numbers[word])


def _word(end: Standing) -> str:
    """How a promise ended; one that is due or overdue is open."""
    return "open" if end in ("due", "overdue") else end


def _promise(item: Item, wording: Wording) -> Entry:
    """Who promised whom what, how it ended, and what was noted then."""
    owed, event, now = item.obligation, item.event, _now(item, wording)
    sentence = f"{capital(_word(now))}: {wording.event(event, item.parties)}"
    notes = [
        event.note,
        *(settlement.note for settlement in item.settlements if settlement.ending != "kept"),
    ]
    return Entry(
        str(owed.id),
        f"{sentence} on {full_day(owed.opened_on)}, due {due_day(owed.due_on)}.",
        more=[f"{_ended(item, now, wording)}.", *(line for note in notes for line in noted(note))],
        fields=item_fields(
            item,
            wording,
            "id event debtor creditor about times done opened_on due_on settled_on standing",
        ),
    )


def _now(item: Item, wording: Wording) -> Standing:
    return standing(item.obligation, item.settlements, wording.today)


def _ended(item: Item, now: Standing, wording: Wording) -> str:
    closed, parts = item.obligation.closed_on, item.obligation.times
    late = days_late(item, days_overdue(item.obligation, wording.today))
    came = f"{item.done} of {parts} on record" if parts > 1 else "Nothing on record"
    if closed is None:
        since = f"{count(late, 'day')} after it was due" if late > 0 else "not due yet"
        if late == 0:
            since = "the day on which it is due"
        return f"{came} by {full_day(wording.today)}, {since}"
    in_time = parts_in_time(item.obligation, item.settlements)
    if now == "late" and in_time:
        last = f"the last on {full_day(closed)}, {count(late, 'day')} late"
        return f"{in_time} of {parts} came in time, {last}"
    if now in ("kept", "late"):
        whole = f"All {parts} came by" if parts > 1 else "Kept on"
        how = f"{count(late, 'day')} late" if late > 0 else "in time"
        return f"{whole} {full_day(closed)}, {how}"
    marked = f"Marked as {now} on {full_day(closed)}"
    return f"{marked}, with {came}" if parts > 1 else marked

"""What would come of files, in lines for whoever has to say yes, and afterwards what came."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import starmap

from netlog.actions.importing.plan import Difference, Doubt, Plan, Somebody, Unread
from netlog.domain.people.card import LABELS
from netlog.domain.text import join
from netlog.domain.wording import count
from netlog.exchange.guests import MOST_GUESTS

MOST_NAMED = 6
_DOUBTFUL = "doubtful"
# What somebody or an event is called, one and several, where it is not by its kind.
_NOUNS = {
    "person": ("person", "people"),
    "introduction": ("introduction to you", "introductions to you"),
}
# What is left out, where there are several of it; and what is said of an event.
_SEVERAL = {
    "a group": "groups",
    "a picture": "pictures",
    "a long property": "long properties",
    "a row without a name": "rows without a name",
    "a room": "rooms",
    "a mailing list": "mailing lists",
    "somebody who declined": "who declined",
    "a to-do": "to-dos",
    "a journal entry": "journal entries",
    "a task that is done": "tasks that are done",
    "another task": "other tasks",
    "a debt that is settled": "debts that are settled",
    "an entry without a name": "entries without a name",
    "somebody known only through another": "who are known only through another",
    "somebody who died": "who died",
}
_EVENTS = frozenset(
    {
        *("cancelled", "still to come", "declined by me", "with nobody else"),
        f"with more than {MOST_GUESTS} guests",
    }
)
Row = tuple[str, str]  # what it is, and the rest of the line


def lines(plan: Plan, *, with_doubts: bool = True) -> list[str]:
    """The plan as lines: what it is under each other, then what it would be."""
    rows = [row for row in _rows(plan) if with_doubts or row[0] != _DOUBTFUL]
    width = max((len(what) for what, _ in rows), default=0)
    return [f"{what:<{width}}  {rest}" for what, rest in rows]


def summary(plan: Plan) -> str:
    """What was brought in, in a few words."""
    kinds: Counter[str] = Counter(somebody.kind for somebody in plan.new)
    kinds.update(event.kind for event, _ in plan.events)
    parts = [_counted(number, kind) for kind, number in kinds.items()]
    if filled := sum(1 for _ in plan.filled_in):
        parts.append(f"more of {count(filled, 'contact')}")
    labels = join(list(dict.fromkeys(label for _, label in plan.files)))
    return f"Brought in {join(parts) or 'nothing new'} from {labels}"


def _rows(plan: Plan) -> Iterator[Row]:
    yield from _people(plan)
    yield from _events(plan)
    if plan.again:
        yield "again", f"{plan.again:,} of somebody who came with an earlier one"
    if plan.unchanged:
        yield "unchanged", f"{plan.unchanged:,}"
    yield from _first("kept", map(_kept, plan.differences), "more as they are here")
    yield from _first(_DOUBTFUL, map(told_doubt, plan.doubts), "more")
    for what, is_part in (("in part", True), ("unreadable", False)):
        unread = [told_unread(each) for each in plan.unread if each.is_part == is_part]
        yield from _first(what, unread, "more; --rejects FILE has all")
    yield from _first("noted", map(told_unread, plan.noted), "more")
    if plan.skipped:
        yield "left out", _some(starmap(_left_out, plan.skipped.most_common()))


def _people(plan: Plan) -> Iterator[Row]:
    for kind in ("person", "organisation"):
        if new := [somebody.name for somebody in plan.new if somebody.kind == kind]:
            yield "new", f"{_counted(len(new), kind)}: {_some(new)}"
    if filled := list(plan.filled_in):
        yield "filled in", f"{count(len(filled), 'contact')}: {_some(map(_filled_in, filled))}"
    if archived := [somebody.name for somebody in plan.people.values() if somebody.is_archived]:
        yield "archived", f"{count(len(archived), 'contact')}: {_some(archived)}"


def _events(plan: Plan) -> Iterator[Row]:
    for kind, number in Counter(event.kind for event, _ in plan.events).items():
        opening = sum(event.kind == kind and not event.no_due for event, _ in plan.events)
        is_met = opening and kind in ("meeting", "talk")
        rest = f"; {opening:,} of them since the day that you named" if is_met else ""
        yield "new", f"{_counted(number, kind)}{rest}"


def _first(what: str, sentences: Iterable[str], more: str) -> Iterator[Row]:
    """Some of many lines of one kind, and how many there are beyond."""
    every = list(sentences)
    yield from ((what, sentence) for sentence in every[:MOST_NAMED])
    if len(every) > MOST_NAMED:
        yield what, f"{len(every) - MOST_NAMED:,} {more}"


def _kept(difference: Difference) -> str:
    name, what, ours, theirs = difference
    return f"{what} of {name}: {ours}, not {theirs}"


def told_doubt(doubt: Doubt) -> str:
    """A doubtful pair in a sentence."""
    return f"{doubt.name} may be {doubt.other}: the same {doubt.by}"


def told_unread(unread: Unread) -> str:
    """Where something that could not be read stands, and why it could not."""
    return f"{unread.file}:{unread.place}: {unread.reason}"


def _left_out(why: str, number: int) -> str:
    """How much of one kind was left out: "a room" once, and "2 rooms"."""
    if why.startswith("the column "):
        return why
    if why in _EVENTS:
        return f"{count(number, 'event')} {why}"
    return why if number == 1 else f"{number:,} {_SEVERAL.get(why, why)}"


def _filled_in(somebody: Somebody) -> str:
    kinds = dict.fromkeys(LABELS.get(kind, "lines to be kept") for kind, _ in somebody.details)
    called = [f"called {somebody.name}"] if somebody.was else []
    what = [*called, *kinds, *(["organisation"] if somebody.organisation is not None else [])]
    what += ["how often to be in touch"] if somebody.every else []
    return f"{somebody.was or somebody.name} ({', '.join(what)})"


def _counted(number: int, kind: str) -> str:
    return f"{number:,} {_NOUNS.get(kind, (kind, f'{kind}s'))[number != 1]}"


def _some(names: Iterable[str]) -> str:
    """The first of some names, and how many more there are."""
    known = list(names)
    shown = ", ".join(known[:MOST_NAMED])
    more = len(known) - MOST_NAMED
    return f"{shown} and {more:,} more" if more > 0 else shown

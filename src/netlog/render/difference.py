"""What became of items by a correction, or beside what a fact did itself; what is alike, once."""

from collections.abc import Iterable, Iterator, Mapping

from netlog.domain.alike import Effect, together
from netlog.domain.items import Item, is_hidden
from netlog.domain.projection.difference import Difference
from netlog.domain.wording import Wording
from netlog.render.history import how_it_ended

# What became of items, in the order in which it is told, and the verb of its lines.
_VERBS: Mapping[str, str] = {
    "changed": "now",
    "dropped": "drops",
    "opened": "opens",
    "reopened": "reopens",
    "closed": "closes",
}


def difference_lines(difference: Difference, wording: Wording) -> Iterator[str]:
    """Who is in sight and who not, and what became of each item; of those alike, in one line."""
    yield from sight_lines(difference, wording)
    effects = (
        _as_it_was(verb, item) if name == "dropped" else as_it_is(verb, item, wording)
        for name, verb in _VERBS.items()
        for item in getattr(difference, name)
    )
    yield from told_lines(effects, wording)


def sight_lines(difference: Difference, wording: Wording) -> Iterator[str]:
    """Who is back, and who is out of sight again."""
    for name in names_of(difference.brought_back, wording):
        yield f"back    {name}, archived until now"
    for name in names_of(difference.put_away, wording):
        yield f"archived  {name}, out of sight again"


def names_of(contacts: Iterable[int], wording: Wording) -> list[str]:
    """The names of some contacts, in the order in which these were added."""
    return [wording.name(contact) for contact in sorted(contacts)]


def told_lines(effects: Iterable[Effect], wording: Wording) -> Iterator[str]:
    """What is told of items, a line for all that are alike."""
    for line in together(effects, wording):
        yield f"{line.verb:7} {line.ids}  {line.text}"


def difference_ids(difference: Difference, *names: str) -> dict[str, list[int]]:
    """For a script: the ids of the items that were, for example, "opened", in this order."""
    return {name: [item.obligation.id for item in getattr(difference, name)] for name in names}


def _as_it_was(verb: str, item: Item) -> Effect:
    was_settled = ", which was settled" if item.settlements else ""
    return Effect(verb, item, was_settled, is_over=item.obligation.closed_on is not None)


def as_it_is(verb: str, item: Item, wording: Wording) -> Effect:
    """What is told of an item: by when it is due, or how it ended."""
    obligation = item.obligation
    if obligation.closed_on is not None:
        return Effect(verb, item, f" · {how_it_ended(item, wording)}", is_over=True)
    then = f" · due {wording.weekday(obligation.due_on)}"
    if obligation.hidden_until is not None and is_hidden(obligation, wording.today):
        then += f" · snoozed until {wording.weekday(obligation.hidden_until)}"
    return Effect(verb, item, then)

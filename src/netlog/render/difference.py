"""What became of items by a correction, or beside what a fact did itself: a line for each."""

from collections.abc import Iterator, Mapping

from netlog.domain.items import Item, is_hidden
from netlog.domain.projection.difference import Difference
from netlog.domain.wording import Wording
from netlog.render.history import clause, how_it_ended

# What became of items, in the order in which it is told, and the verb of its lines.
_VERBS: Mapping[str, str] = {
    "changed": "now",
    "dropped": "drops",
    "opened": "opens",
    "reopened": "reopens",
    "closed": "closes",
}


def difference_lines(difference: Difference, wording: Wording) -> Iterator[str]:
    """What became of each item, in a line."""
    for name, verb in _VERBS.items():
        for item in getattr(difference, name):
            line = _as_it_was(item, wording) if name == "dropped" else _as_it_is(item, wording)
            yield f"  {verb:7} {item.obligation.id}  {line}"


def difference_ids(difference: Difference, *names: str) -> dict[str, list[int]]:
    """For a script: the ids of the items that were, for example, "opened", in this order."""
    return {name: [item.obligation.id for item in getattr(difference, name)] for name in names}


def _as_it_was(item: Item, wording: Wording) -> str:
    return f"{clause(item, wording)}{', which was settled' if item.settlements else ''}"


def _as_it_is(item: Item, wording: Wording) -> str:
    obligation = item.obligation
    if obligation.closed_on is not None:
        return f"{wording.owed(item)} · {how_it_ended(item, wording)}"
    line = f"{wording.owes(item)} · due {wording.weekday(obligation.due_on)}"
    if obligation.hidden_until is not None and is_hidden(obligation, wording.today):
        line += f" · snoozed until {wording.weekday(obligation.hidden_until)}"
    return line

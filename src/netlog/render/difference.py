"""What became of items by a correction, or beside what a fact did itself: a line for each."""

from collections.abc import Iterator

from netlog.domain.items import Item, is_hidden
from netlog.domain.projection.difference import Difference
from netlog.domain.wording import Wording
from netlog.render.history import clause, how_it_ended


def difference_lines(difference: Difference, wording: Wording) -> Iterator[str]:
    """What became of each item, in a line."""
    for item in difference.changed:
        yield f"  now     {item.obligation.id}  {_as_it_is(item, wording)}"
    for item in difference.dropped:
        settled = ", which was settled" if item.settlements else ""
        yield f"  drops   {item.obligation.id}  {clause(item, wording)}{settled}"
    for item in difference.opened:
        yield f"  opens   {item.obligation.id}  {_as_it_is(item, wording)}"
    for item in difference.reopened:
        yield f"  reopens {item.obligation.id}  {_as_it_is(item, wording)}"
    for item in difference.closed:
        yield f"  closes  {item.obligation.id}  {_as_it_is(item, wording)}"


def _as_it_is(item: Item, wording: Wording) -> str:
    obligation = item.obligation
    if obligation.closed_on is not None:
        return f"{wording.owed(item)} · {how_it_ended(item, wording)}"
    told = f"{wording.owes(item)} · due {wording.weekday(obligation.due_on)}"
    if obligation.hidden_until is not None and is_hidden(obligation, wording.today):
        told += f" · snoozed until {wording.weekday(obligation.hidden_until)}"
    return told

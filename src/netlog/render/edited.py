"""What edit and delete say: what became of the event, and of all that hung on it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from netlog.domain.editing import Difference
from netlog.domain.items import Item
from netlog.domain.records import Event, Party
from netlog.render.history import clause, how_it_ended
from netlog.render.sink import document, say, say_json
from netlog.render.wording import Wording, argument, count


@dataclass(frozen=True, slots=True)
class Edited:
    """An event told again, or taken out, and the items that hang on it before and after.

    `left` are the names of contacts of whom nothing else is in the ledger any more.
    """

    wording: Wording
    verb: str
    event: Event
    parties: tuple[Party, ...]
    difference: Difference
    left: Sequence[str] = ()
    created: Sequence[str] = ()

    @property
    def summary(self) -> str:
        """What the command did, in one sentence without a full stop."""
        return f"{self.verb} e{self.event.id}: {self.wording.event(self.event, self.parties)}"


def print_text(edited: Edited) -> None:
    """Print for a person what changed."""
    day = edited.wording.weekday(edited.event.happened_on)
    say(f"{edited.summary} · {day}", *_lines(edited), "Undo with: netlog undo")


def print_json(edited: Edited) -> None:
    """Print for a script what changed."""
    say_json(
        document(
            summary=edited.summary,
            event=f"e{edited.event.id}",
            on=edited.event.happened_on.isoformat(),
            created=list(edited.created),
            changed=_ids(edited.difference.changed),
            dropped=_ids(edited.difference.dropped),
            opened=_ids(edited.difference.opened),
            reopened=_ids(edited.difference.reopened),
            closed=_ids(edited.difference.closed),
            left=list(edited.left),
        )
    )


def _lines(edited: Edited) -> Iterator[str]:
    wording = edited.wording
    for name in edited.created:
        yield f"  new     {name}"
    yield from difference_lines(edited.difference, wording)
    if edited.difference.lost:
        yield f"  {count(edited.difference.lost, 'settlement')} of before it went with the change"
    for name in edited.left:
        command = f"netlog delete {argument(name)}"
        yield f"  left    {name}, in nothing else; to take the contact out: {command}"


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
    if item.obligation.closed_on is not None:
        return f"{wording.owed(item)} · {how_it_ended(item, wording)}"
    return f"{wording.owes(item)} · due {wording.weekday(item.obligation.due_on)}"


def _ids(items: Sequence[Item]) -> list[int]:
    return [item.obligation.id for item in items]

"""What edit and delete say: what became of the event, and of all that hung on it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from netlog.domain.items import Item
from netlog.domain.records import Event, Party
from netlog.render.sink import document, say, say_json
from netlog.render.wording import Wording, argument, count


@dataclass(frozen=True, slots=True)
class Retold:
    """An event told again, or taken out; `lost` counts settlements that made no sense any more.

    `left` are the names of contacts of whom nothing else is in the ledger any more.
    """

    wording: Wording
    verb: str
    event: Event
    parties: tuple[Party, ...]
    changed: Sequence[tuple[Item, Item]] = ()
    dropped: Sequence[Item] = ()
    added: Sequence[Item] = ()
    reopened: Sequence[Item] = ()
    lost: int = 0
    left: Sequence[str] = ()
    created: Sequence[str] = ()

    @property
    def summary(self) -> str:
        """What the command did, in one sentence without a full stop."""
        return f"{self.verb} e{self.event.id}: {self.wording.event(self.event, self.parties)}"


def print_text(retold: Retold) -> None:
    """Print for a person what changed."""
    day = retold.wording.weekday(retold.event.happened_on)
    say(f"{retold.summary} · {day}", *_lines(retold), "Undo with: netlog undo")


def print_json(retold: Retold) -> None:
    """Print for a script what changed."""
    say_json(
        document(
            summary=retold.summary,
            event=f"e{retold.event.id}",
            on=retold.event.happened_on.isoformat(),
            created=list(retold.created),
            changed=[now.obligation.id for was, now in retold.changed if _differ(was, now)],
            dropped=[item.obligation.id for item in retold.dropped],
            opened=[item.obligation.id for item in retold.added],
            reopened=[item.obligation.id for item in retold.reopened],
            left=list(retold.left),
        )
    )


def _lines(retold: Retold) -> Iterator[str]:
    wording = retold.wording
    for name in retold.created:
        yield f"  new     {name}"
    for was, now in retold.changed:
        if _differ(was, now):
            due = wording.weekday(now.obligation.due_on)
            yield f"  now     {now.obligation.id}  {wording.owes(now)} · due {due}"
    for item in retold.dropped:
        yield f"  drops   {item.obligation.id}  {wording.owes(item)}{_with_settlements(item)}"
    for item in retold.added:
        due = wording.weekday(item.obligation.due_on)
        yield f"  opens   {item.obligation.id}  {wording.owes(item)} · due {due}"
    for item in retold.reopened:
        yield f"  reopens {item.obligation.id}  {wording.owes(item)}"
    if retold.lost:
        yield f"  {count(retold.lost, 'settlement')} of before it went with the change"
    for name in retold.left:
        command = f"netlog delete {argument(name)}"
        yield f"  left    {name}, in nothing else; to take the contact out: {command}"


def _differ(was: Item, now: Item) -> bool:
    return was.obligation != now.obligation


def _with_settlements(item: Item) -> str:
    return ", which was settled" if item.settlements else ""

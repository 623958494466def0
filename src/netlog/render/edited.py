"""What edit and delete say: what became of the event, and of all that hung on it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from netlog.domain.items import Item
from netlog.domain.records import Event, Party
from netlog.render.history import clause, how_it_ended
from netlog.render.sink import document, say, say_json
from netlog.render.wording import Wording, count


@dataclass(frozen=True, slots=True)
class Edited:
    """An event told again, or taken out, and the items that hang on it before and after."""

    wording: Wording
    verb: str
    event: Event
    parties: tuple[Party, ...]
    before: Mapping[int, Item]
    after: Mapping[int, Item]
    created: Sequence[str] = ()

    @property
    def summary(self) -> str:
        """What the command did, in one sentence without a full stop."""
        return f"{self.verb} e{self.event.id}: {self.wording.event(self.event, self.parties)}"

    @property
    def dropped(self) -> list[Item]:
        """What is there no more."""
        return [item for key, item in sorted(self.before.items()) if key not in self.after]

    @property
    def opened(self) -> list[Item]:
        """What is there now and was not."""
        return [item for key, item in sorted(self.after.items()) if key not in self.before]

    @property
    def reopened(self) -> list[Item]:
        """What was closed and is open."""
        return [now for was, now in self._pairs() if _is_closed(was) and not _is_closed(now)]

    @property
    def closed(self) -> list[Item]:
        """What was open and is closed."""
        return [now for was, now in self._pairs() if not _is_closed(was) and _is_closed(now)]

    @property
    def changed(self) -> list[Item]:
        """What is open or closed as before, but otherwise."""
        return [
            now
            for was, now in self._pairs()
            if _is_closed(was) == _is_closed(now) and _told(was) != _told(now)
        ]

    @property
    def lost(self) -> int:
        """How many settlements that somebody typed made no sense any more, of what stays."""
        return sum(
            len({one.id for one in was.settlements if one.event_id is None})
            - len({one.id for one in now.settlements if one.event_id is None})
            for was, now in self._pairs()
            if not _is_closed(now)
        )

    def _pairs(self) -> list[tuple[Item, Item]]:
        return [
            (was, self.after[key]) for key, was in sorted(self.before.items()) if key in self.after
        ]


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
            changed=_ids(edited.changed),
            dropped=_ids(edited.dropped),
            opened=_ids(edited.opened),
            reopened=_ids(edited.reopened),
            closed=_ids(edited.closed),
        )
    )


def _lines(edited: Edited) -> Iterator[str]:
    wording = edited.wording
    for name in edited.created:
        yield f"  new     {name}"
    for item in edited.changed:
        yield f"  now     {item.obligation.id}  {_as_it_is(item, wording)}"
    for item in edited.dropped:
        settled = ", which was settled" if item.settlements else ""
        yield f"  drops   {item.obligation.id}  {clause(item, wording)}{settled}"
    for item in edited.opened:
        yield f"  opens   {item.obligation.id}  {_as_it_is(item, wording)}"
    for item in edited.reopened:
        yield f"  reopens {item.obligation.id}  {_as_it_is(item, wording)}"
    for item in edited.closed:
        yield f"  closes  {item.obligation.id}  {_as_it_is(item, wording)}"
    if edited.lost:
        yield f"  {count(edited.lost, 'settlement')} of before it went with the change"


def _as_it_is(item: Item, wording: Wording) -> str:
    if _is_closed(item):
        return f"{wording.owed(item)} · {how_it_ended(item, wording)}"
    return f"{wording.owes(item)} · due {wording.weekday(item.obligation.due_on)}"


def _ids(items: Sequence[Item]) -> list[int]:
    return [item.obligation.id for item in items]


def _is_closed(item: Item) -> bool:
    return item.obligation.closed_on is not None


def _told(item: Item) -> tuple[object, ...]:
    """All that can be told of an item, without the ids of rows that were written again."""
    return (
        item.obligation,
        [(one.ending, one.settled_on, one.times, one.via, one.note) for one in item.settlements],
        [(one.made_on, one.via, one.note) for one in item.attempts],
    )

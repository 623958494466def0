"""What edit and delete say: what became of the event, and of all that hung on it."""

from collections.abc import Iterator, Sequence

from netlog.actions.edit import Edited
from netlog.domain.items import Item
from netlog.domain.wording import argument, count
from netlog.render.difference import difference_lines
from netlog.render.sink import document, say, say_json


def print_text(edited: Edited) -> None:
    """Print for a person what changed."""
    day = edited.wording.weekday(edited.on)
    say(f"{edited.summary} · {day}", *_lines(edited), "Undo with: netlog undo")


def print_json(edited: Edited) -> None:
    """Print for a script what changed."""
    say_json(
        document(
            summary=edited.summary,
            event=edited.id,
            on=edited.on.isoformat(),
            created=list(edited.created),
            changed=_ids(edited.difference.changed),
            dropped=_ids(edited.difference.dropped),
            opened=_ids(edited.difference.opened),
            reopened=_ids(edited.difference.reopened),
            closed=_ids(edited.difference.closed),
            left=list(edited.orphans),
        )
    )


def _lines(edited: Edited) -> Iterator[str]:
    wording = edited.wording
    for name in edited.created:
        yield f"  new     {name}"
    yield from difference_lines(edited.difference, wording)
    if edited.difference.lost_settlements:
        number = count(edited.difference.lost_settlements, "settlement")
        yield f"  {number} of before it went with the change"
    for name in edited.orphans:
        command = f"netlog delete {argument(name)}"
        yield f"  left    {name}, in nothing else; to take the contact out: {command}"


def _ids(items: Sequence[Item]) -> list[int]:
    return [item.obligation.id for item in items]

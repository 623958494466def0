"""What edit and delete say: what became of the event, and of all that hung on it."""

from collections.abc import Iterator

from netlog.actions.edit import Edited
from netlog.domain.history import Thanked
from netlog.domain.wording import count
from netlog.errors import shell_word
from netlog.render.difference import difference_ids, difference_lines, names_of
from netlog.render.history import acknowledgement_text, for_item
from netlog.render.sink import say_document, say_done
from netlog.render.typed import typed


def print_text(edited: Edited) -> None:
    """Print for a person what changed."""
    say_done(f"{edited.summary} · {edited.wording.weekday(edited.on)}", _lines(edited))


def print_json(edited: Edited) -> None:
    """Print for a script what changed."""
    ids = difference_ids(edited.difference, "changed", "dropped", "opened", "reopened", "closed")
    say_document(
        summary=edited.summary,
        event=edited.id,
        on=edited.on,
        created=edited.created,
        dependents=[f"e{event.id}" for event, _ in edited.dependents],
        uncounted=[
            *(f"e{event.id}" for event, _ in edited.uncounted),
            *(f"a{said.id}" for said in edited.left),
        ],
        **ids,
        brought_back=names_of(edited.difference.brought_back, edited.wording),
        archived=names_of(edited.difference.put_away, edited.wording),
        left=edited.orphans,
    )


def _lines(edited: Edited) -> Iterator[str]:
    wording = edited.wording
    for name in edited.created:
        yield f"new     {name}"
    for event, parties in edited.dependents:
        yield f"now     e{event.id}  {wording.event(event, parties)}"
    for event, parties in edited.uncounted:
        words = [wording.event(event, parties), *wording.details(event, {"keeps_id"})]
        yield f"now     e{event.id}  {' · '.join(words)}"
    for said in edited.left:
        left = Thanked(said, is_left=True)
        parts = filter(None, [acknowledgement_text(left, wording), for_item(left)])
        yield f"now     a{said.id}  {' · '.join(parts)}"
    yield from difference_lines(edited.difference, wording)
    if edited.difference.lost_settlements:
        number = count(edited.difference.lost_settlements, "settlement")
        yield f"{number} of before it went with the change"
    for name in edited.orphans:
        command = typed(f"delete {shell_word(name)}")
        yield f"left    {name}, in nothing else; to take the contact out: {command}"

"""What merge says."""

from collections.abc import Iterator

from netlog.actions.merge import Merged
from netlog.domain.wording import count, join
from netlog.render.difference import difference_lines
from netlog.render.sink import document, say, say_json


def print_text(merged: Merged) -> None:
    """Print for a person what became one."""
    say(merged.summary, *(f"  {line}" for line in _lines(merged)), "Undo with: netlog undo")


def print_json(merged: Merged) -> None:
    """Print for a script what became one."""
    moved = merged.moved
    say_json(
        document(
            summary=merged.summary,
            name=merged.keep.name,
            kind=merged.kind,
            merged=merged.other.name,
            moved={
                "events": moved.events,
                "items": moved.items,
                "details": moved.details,
                "people": moved.people,
            },
            shared=[f"e{event.id}" for event in merged.shared],
            dropped=[item.obligation.id for item in merged.difference.dropped],
            changed=[item.obligation.id for item in merged.difference.changed],
            closed=[item.obligation.id for item in merged.difference.closed],
            opened=[item.obligation.id for item in merged.difference.opened],
            reopened=[item.obligation.id for item in merged.difference.reopened],
        )
    )


def _lines(merged: Merged) -> Iterator[str]:
    keep, other, moved = merged.keep, merged.other, merged.moved
    numbers = (
        (moved.events, "event"),
        (moved.items, "due item"),
        (moved.details, "detail"),
        (moved.people, "member"),
    )
    told = [count(number, noun) for number, noun in numbers if number]
    yield f"moves   {join(told) or 'nothing but the name'}"
    if keep.kind != other.kind:
        organisation, person = (keep, other) if keep.kind == "organisation" else (other, keep)
        yield (
            f"note    {organisation.name} was an organisation, {person.name} a person;"
            f" {keep.name} is an organisation now"
        )
    for event in merged.shared:
        yield f"note    e{event.id} had both; {keep.name} is in it once now"
    for line in difference_lines(merged.difference, merged.wording):
        yield line.removeprefix("  ")

"""What merge says."""

from collections.abc import Iterator
from dataclasses import asdict

from netlog.actions.merge import Merged
from netlog.domain.text import join
from netlog.domain.wording import counts
from netlog.render.difference import difference_ids, difference_lines, names_of
from netlog.render.sink import say_document, say_done


def print_text(merged: Merged) -> None:
    """Print for a person what became one."""
    say_done(merged.summary, _lines(merged))


def print_json(merged: Merged) -> None:
    """Print for a script what became one."""
    ids = difference_ids(merged.difference, "dropped", "changed", "closed", "opened", "reopened")
    say_document(
        summary=merged.summary,
        name=merged.keep.name,
        kind=merged.kind,
        merged=merged.other.name,
        moved=asdict(merged.moved),
        chosen=[
            {"field": what, "kept": stays, "dropped": went} for what, stays, went in merged.chosen
        ],
        shared=[f"e{event.id}" for event in merged.shared],
        **ids,
        brought_back=names_of(merged.difference.brought_back, merged.wording),
        archived=names_of(merged.difference.put_away, merged.wording),
    )


def _lines(merged: Merged) -> Iterator[str]:
    keep, other, moved = merged.keep, merged.other, merged.moved
    moves = counts(
        (moved.events, "event"),
        (moved.items, "due item"),
        (moved.details, "detail"),
        (moved.people, "member"),
        (moved.acknowledgements, "acknowledgement"),
    )
    yield f"moves   {join(moves) or 'nothing but the name'}"
    for what, stays, went in merged.chosen:
        yield f"kept    {what} {stays}, not {went}"
    if keep.kind != other.kind:
        organisation, person = (keep, other) if keep.kind == "organisation" else (other, keep)
        yield (
            f"note    {organisation.name} was an organisation, {person.name} a person;"
            f" {keep.name} is an organisation now"
        )
    for event in merged.shared:
        yield f"note    e{event.id} had both; {keep.name} is in it once now"
    yield from difference_lines(merged.difference, merged.wording)

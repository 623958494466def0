"""What a search found, best first."""

from collections.abc import Iterable, Sequence

from netlog.domain.finding import (
    Found,
    FoundAcknowledgement,
    FoundContact,
    FoundEvent,
    FoundNote,
    Search,
)
from netlog.domain.wording import Wording
from netlog.render.history import acknowledgement_text, clause, headline
from netlog.render.lines import Line, put, put_json
from netlog.render.sink import tell

_LABELS = {"org": "organisation", "email": "e-mail", "alias": "also called"}


def print_text(batches: Iterable[tuple[Wording, Sequence[Found]]], search: Search) -> None:
    """Print what was found for a person: each with its id and the text that fits."""
    for wording, found in batches:
        put(_line(one, wording, search) for one in found)


def print_json(batches: Iterable[tuple[Wording, Sequence[Found]]], search: Search) -> None:
    """Print what was found for a script, best first.

        {"kind": "contact", "name": "Dana Park", "org": "Acme HR", "exact": true,
         "matched": [{"field": "skill", "text": "recruiting"}]}
        {"kind": "event", "id": "e12", "on": "2026-09-17", "text": "You met ...", "exact": false,
         "matched": [{"field": "note", "text": "..."}]}
        {"kind": "settlement", "id": 31, "event": "e12", "on": "2026-09-20", "text": "...",
         "exact": true, "matched": [{"field": "note", "text": "..."}]}

    `kind` is `contact`, `event`, `acknowledgement`, `settlement`, `attempt` or `outcome`; `id` is
    the event, the thank-you or apology, or the
    item that was settled or tried, and null for an outcome. `exact` tells whether whole words fit.
    """
    put_json([_as_json(one, wording, search) for one in found] for wording, found in batches)


def print_nothing(text: str) -> None:
    """Say that nothing was found."""
    tell(f'Nothing holds "{text}".')


def print_more(number: int) -> None:
    """Say how much is not shown."""
    tell(f"{number} more; --limit shows as many as you ask for.")


def _line(found: Found, wording: Wording, search: Search) -> Line:
    matched = search.matched(found.fields)
    if isinstance(found, FoundContact):
        organisation = f" ({found.organisation})" if found.organisation else ""
        told = [f"{_LABELS.get(name, name)}: {text}" for name, text in matched if _is_more(name)]
        return Line(" · ".join([f"{found.contact.name}{organisation}", *told]))
    notes = [f"note: {text}" for name, text in matched if name == "note"]
    if isinstance(found, FoundEvent):
        told = [headline(found.happening, wording), *notes]
        return Line(" · ".join(told), f"e{found.hit.id}")
    day = wording.day(found.hit.on)
    if isinstance(found, FoundAcknowledgement):
        told = [f"{day}  {acknowledgement_text(found.acknowledgement, wording)}", *notes]
        return Line(" · ".join(told), f"a{found.hit.id}")
    return Line(" · ".join([f"{day}  {_noted(found, wording)}", *notes]), _id(found))


def _is_more(name: str) -> bool:
    """Whether a text of a contact is not shown anyway."""
    return name not in ("name", "org")


def _noted(found: FoundNote, wording: Wording) -> str:
    if found.item is not None:
        return clause(found.item, wording)
    if found.hit.outcome is None:
        return wording.event(found.happening.event, found.happening.parties)
    return wording.outcome(found.hit.outcome, found.happening.parties)


def _id(found: FoundNote) -> str:
    return f"e{found.hit.event_id}" if found.item is None else str(found.item.obligation.id)


def _as_json(found: Found, wording: Wording, search: Search) -> dict[str, object]:
    matched = [{"field": name, "text": text} for name, text in search.matched(found.fields)]
    told: dict[str, object] = {"kind": found.hit.kind}
    if isinstance(found, FoundContact):
        told |= {"name": found.contact.name, "org": found.organisation}
    elif isinstance(found, FoundEvent):
        event = found.happening.event
        told |= {
            "id": f"e{event.id}",
            "on": event.happened_on,
            "text": wording.event(event, found.happening.parties),
        }
    elif isinstance(found, FoundAcknowledgement):
        told |= {
            "id": f"a{found.hit.id}",
            "on": found.hit.on,
            "text": acknowledgement_text(found.acknowledgement, wording),
        }
    else:
        told |= {
            "id": None if found.item is None else found.item.obligation.id,
            "event": f"e{found.hit.event_id}",
            "on": found.hit.on,
            "text": _noted(found, wording),
        }
    return {**told, "exact": found.hit.exact, "matched": matched}

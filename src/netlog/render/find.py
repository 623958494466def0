"""What a search found, best first."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from netlog.domain.finding import (
    Fields,
    Found,
    FoundAcknowledgement,
    FoundContact,
    FoundEvent,
    FoundNote,
    Search,
)
from netlog.domain.people.names import beside
from netlog.domain.wording import Wording
from netlog.render.history import acknowledgement_text, clause, headline
from netlog.render.lines import Line, put
from netlog.render.sink import tell

ROWS = "kind id on name org event text exact"
_LABELS = {"org": "organisation", "email": "e-mail", "alias": "also called"}


class _Shown(NamedTuple):
    """The id in front of a find and its line, and what a script reads of it."""

    lead: str
    line: str
    fields: Mapping[str, object]


def print_text(batches: Iterable[tuple[Wording, Sequence[Found]]], search: Search) -> None:
    """Print what was found for a person: each with its id and the text that fits."""
    for wording, finds in batches:
        put(_line(find, wording, search) for find in finds)


def find_items(wording: Wording, finds: Sequence[Found], search: Search) -> list[dict[str, object]]:
    """Some of what was found for a script, best first.

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
    return [_as_json(find, wording, search) for find in finds]


def print_nothing(text: str) -> None:
    """Say that nothing was found."""
    tell(f'Nothing holds "{text}".')


def _line(find: Found, wording: Wording, search: Search) -> Line:
    shown = _shown(find, wording)
    more = [
        f"{_LABELS.get(name, name)}: {text}"
        for name, text in search.matched(find.fields)
        if _is_more(name, find)
    ]
    return Line(" · ".join([shown.line, *more]), shown.lead)


def _is_more(name: str, find: Found) -> bool:
    """Whether a text is not in the line anyway."""
    return name not in ("name", "org") if isinstance(find, FoundContact) else name == "note"


def _as_json(find: Found, wording: Wording, search: Search) -> dict[str, object]:
    texts = search.matched((*find.fields, *_who(find, wording)))
    matched = [{"field": name, "text": text} for name, text in texts]
    fields = _shown(find, wording).fields
    return {"kind": find.hit.kind, **fields, "exact": find.hit.exact, "matched": matched}


def _who(find: Found, wording: Wording) -> Fields:
    """The names of those in an event, in which words are looked for too."""
    if not isinstance(find, FoundEvent):
        return ()
    contacts = (party.contact_id for party in find.happening.parties)
    return tuple(("who", wording.names[who]) for who in contacts if who != wording.me)


def _shown(find: Found, wording: Wording) -> _Shown:
    hit = find.hit
    if isinstance(find, FoundContact):
        name, organisation = find.contact.name, find.organisation
        told = beside(name, organisation)
        line = f"{name} ({told})" if told else name
        return _Shown("", line, {"name": name, "org": organisation})
    if isinstance(find, FoundEvent):
        happening, key = find.happening, f"e{hit.id}"
        text = wording.event(happening.event, happening.parties)
        fields = {"id": key, "on": happening.event.known_on, "text": text}
        return _Shown(key, headline(happening, wording), fields)
    ids: dict[str, object]
    if isinstance(find, FoundAcknowledgement):
        lead, text = f"a{hit.id}", acknowledgement_text(find.thanked, wording)
        ids = {"id": lead}
    else:
        event, text = f"e{hit.event_id}", _noted(find, wording)
        item_id = None if find.item is None else find.item.obligation.id
        lead, ids = str(item_id or event), {"id": item_id, "event": event}
    return _Shown(lead, f"{wording.day(hit.on)}  {text}", {**ids, "on": hit.on, "text": text})


def _noted(find: FoundNote, wording: Wording) -> str:
    if find.item is not None:
        return clause(find.item, wording)
    if find.hit.outcome is None:
        return wording.event(find.happening.event, find.happening.parties)
    return wording.outcome(find.hit.outcome, find.happening.introduced)

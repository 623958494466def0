"""Looking for words in everything that was written.

SQLite looks through all rows and leaves out those that cannot fit; `netlog.domain.finding` decides
on the rest. SQLite knows case in ASCII only, so every text with another character in it is left
to the domain.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from netlog.domain.finding import (
    Found,
    FoundContact,
    FoundEvent,
    FoundNote,
    Hit,
    HitKind,
    Search,
    ranked,
)
from netlog.domain.history import Happening, contacts_in
from netlog.domain.records import Contact, Detail, Event, Obligation, Party
from netlog.ledger.items import items
from netlog.ledger.people import contacts_by_id, names_by_id
from netlog.ledger.read import select_in

_BATCH = 250
_MOST_WORDS = 8  # SQLite need not know more of them, and its expressions may not grow for ever
_NOTES: dict[HitKind, str] = {
    "settlement": "SELECT t.id, t.settled_on, o.event_id, o.id, t.note, NULL FROM settlement t"
    " CROSS JOIN obligation o ON o.id = t.obligation_id",
    "attempt": "SELECT t.id, t.made_on, o.event_id, o.id, t.note, NULL FROM attempt t"
    " CROSS JOIN obligation o ON o.id = t.obligation_id",
    "outcome": "SELECT t.id, t.noted_on, t.event_id, 0, t.note, t.outcome"
    " FROM introduction_outcome t",
}


def hits(connection: sqlite3.Connection, search: Search) -> list[Hit]:
    """All that a search finds, best first."""
    return ranked(
        [*_contacts(connection, search), *_events(connection, search), *_notes(connection, search)]
    )


def in_batches(
    connection: sqlite3.Connection, wanted: Sequence[Hit]
) -> Iterator[tuple[dict[int, str], list[Found]]]:
    """What these hits are, some at a time and in their order, with the names in them.

    Between two batches the ledger is let go, as by `netlog.ledger.history.in_batches`.
    """
    for start in range(0, len(wanted), _BATCH):
        found = _found(connection, wanted[start : start + _BATCH])
        names = names_by_id(connection, _contacts_in(found))
        connection.execute("COMMIT")
        yield names, found
        connection.execute("BEGIN")


def _found(connection: sqlite3.Connection, wanted: Sequence[Hit]) -> list[Found]:
    contacts = _found_contacts(connection, [hit for hit in wanted if hit.kind == "contact"])
    others = [hit for hit in wanted if hit.kind != "contact"]
    happenings = _happenings(connection, {_event_of(hit) for hit in others})
    opened = {
        item.obligation.id: item
        for item in items(
            connection, select_in(connection, Obligation, "id", (hit.item_id for hit in others))
        )
    }
    return [
        *contacts,
        *(
            FoundEvent(hit, happenings[hit.id])
            if hit.kind == "event"
            else FoundNote(hit, happenings[hit.event_id], opened.get(hit.item_id))
            for hit in others
            if _event_of(hit) in happenings
        ),
    ]


def _event_of(hit: Hit) -> int:
    return hit.id if hit.kind == "event" else hit.event_id


def _contacts_in(found: Iterable[Found]) -> set[int]:
    others = [one for one in found if not isinstance(one, FoundContact)]
    return contacts_in(
        [one.happening for one in others],
        [one.item for one in others if isinstance(one, FoundNote) and one.item is not None],
    )


def _contacts(connection: sqlite3.Connection, search: Search) -> list[Hit]:
    words = _rarest(search)
    holding = " AND ".join(
        f"id IN (SELECT id FROM contact WHERE instr(key, :w{number})"
        f" UNION ALL SELECT contact_id FROM detail WHERE instr(key, :w{number})"
        " UNION ALL SELECT c.id FROM contact o JOIN contact c ON c.organisation_id = o.id"
        f" WHERE instr(o.key, :w{number}))"
        for number in range(len(words))
    )
    values = {f"w{number}": word for number, word in enumerate(words)}
    rows = connection.execute(f"SELECT id FROM contact WHERE NOT is_me AND {holding}", values)
    candidates = [Hit("contact", key, date.min, exact=False) for (key,) in rows]
    return [
        one.hit._replace(exact=fit)
        for one in _found_contacts(connection, candidates)
        if (fit := search.fits(*(text for _, text in one.fields))) is not None
    ]


def _events(connection: sqlite3.Connection, search: Search) -> Iterator[Hit]:
    condition, values = _may_hold(search, ("about", "note", "place"))
    rows = connection.execute(
        f"SELECT id, happened_on, about, note, place FROM event t WHERE {condition}", values
    )
    for key, day, *texts in rows:
        fit = search.fits(*texts)
        if fit is not None:
            yield Hit("event", key, date.fromisoformat(day), fit)


def _notes(connection: sqlite3.Connection, search: Search) -> Iterator[Hit]:
    condition, values = _may_hold(search, ("note",))
    for kind, statement in _NOTES.items():
        for key, day, event_id, item_id, note, outcome in connection.execute(
            f"{statement} WHERE t.note <> '' AND ({condition})", values
        ):
            fit = search.fits(note)
            if fit is not None:
                on = date.fromisoformat(day)
                yield Hit(kind, key, on, fit, event_id, item_id, note, outcome)


def _may_hold(search: Search, columns: Collection[str]) -> tuple[str, dict[str, str]]:
    """A condition that leaves out rows in whose columns the words do not occur, and its values."""
    words = [word for word in _rarest(search) if word.isascii()]
    values = {f"w{number}": f"%{_escaped(word)}%" for number, word in enumerate(words)}
    each = [
        "(" + " OR ".join(f"t.{column} LIKE :{name} ESCAPE '\\'" for column in columns) + ")"
        for name in values
    ]
    all_of_them = " AND ".join(each) if len(words) == len(_rarest(search)) else "0"
    odd = [
        f"(t.{column} <> '' AND length(t.{column}) <> length(CAST(t.{column} AS BLOB)))"
        for column in columns
    ]
    return " OR ".join([f"({all_of_them})", *odd]), values


def _rarest(search: Search) -> list[str]:
    """Some of the words, the longest, which the fewest rows hold."""
    return sorted(search.words, key=len, reverse=True)[:_MOST_WORDS]


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _found_contacts(connection: sqlite3.Connection, wanted: Sequence[Hit]) -> list[FoundContact]:
    contacts = contacts_by_id(connection, (hit.id for hit in wanted))
    known: dict[int, list[Detail]] = defaultdict(list)
    for detail in select_in(connection, Detail, "contact_id", contacts):
        known[detail.contact_id].append(detail)
    organisations = _organisations(connection, contacts.values())
    return [
        FoundContact(
            hit,
            contacts[hit.id],
            organisations.get(contacts[hit.id].organisation_id or 0),
            tuple(known[hit.id]),
        )
        for hit in wanted
    ]


def _organisations(connection: sqlite3.Connection, contacts: Iterable[Contact]) -> dict[int, str]:
    ids = {one.organisation_id for one in contacts if one.organisation_id is not None}
    return {key: one.name for key, one in contacts_by_id(connection, ids).items()}


def _happenings(connection: sqlite3.Connection, ids: Collection[int]) -> dict[int, Happening]:
    """The events with these ids and who was in them; not what they opened."""
    parties: dict[int, list[Party]] = defaultdict(list)
    for party in select_in(connection, Party, "event_id", ids):
        parties[party.event_id].append(party)
    return {
        event.id: Happening(event, tuple(parties[event.id]))
        for event in select_in(connection, Event, "id", ids)
    }

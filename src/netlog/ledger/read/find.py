"""Looking for words in everything that was written, by the index of `netlog.ledger.write.words`.

The index tells which texts hold the words. That is all where each word is a plain one; where one
holds a sign, such as `c++`, `netlog.domain.finding` decides on the texts that remain.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from netlog.domain.finding import (
    Found,
    FoundAcknowledgement,
    FoundContact,
    FoundEvent,
    FoundNote,
    Hit,
    HitKind,
    Search,
    ranked,
)
from netlog.domain.history import Happening, contacts_in
from netlog.domain.records import (
    Acknowledgement,
    Contact,
    Detail,
    Event,
    Obligation,
    Outcome,
    Party,
    StatementKind,
)
from netlog.domain.words import words_in
from netlog.ledger.read.contacts import contacts_by_id, names_by_id
from netlog.ledger.read.items import items
from netlog.ledger.read.records import select_in

_BATCH = 250
_MOST_WORDS = 8  # SQLite need not know more of them, and its statements may not grow for ever
_AFTER_ALL = "\U0010ffff"  # no word holds it
_STATEMENTS = """
SELECT t.said_on, f.exact, t.id, t.note, t.kind, ifnull(n.event_id, t.event_id),
ifnull(t.item_id, (SELECT a.obligation_id FROM obligation o CROSS JOIN attempt a
 ON a.obligation_id = o.id WHERE o.event_id = t.event_id AND a.statement_id = t.id))
FROM found f CROSS JOIN statement t ON t.id = f.id LEFT JOIN number n ON n.id = t.item_id
WHERE t.note <> ''
"""
# What a note was found on: how an item ended, that I asked in vain, or what came of it.
_SAID: Mapping[StatementKind, HitKind] = {
    "silent": "attempt",
    "responded": "outcome",
    "happy": "outcome",
}
_OUTCOMES: Mapping[StatementKind, Outcome] = {"responded": "responded", "happy": "happy"}
# A contact is found by its details and by the name of its organisation too.
_OF_CONTACTS = (
    " UNION ALL SELECT d.contact_id, w.word, 1 FROM word w CROSS JOIN detail d ON d.id = w.row_id"
    " WHERE w.source = 'detail' AND {fits}"
    " UNION ALL SELECT c.id, w.word, 1 FROM word w"
    " CROSS JOIN contact c ON c.organisation_id = w.row_id"
    " WHERE w.source = 'contact' AND {fits}"
)
# Who was in an event tells it apart, once one of the words is its own: "dana budget".
_OF_EVENTS = (
    " UNION ALL SELECT p.event_id, w.word, 0 FROM word w"
    " CROSS JOIN party p ON p.contact_id = w.row_id WHERE w.source = 'contact' AND {fits}"
)


def hits(connection: sqlite3.Connection, search: Search) -> list[Hit]:
    """All that a search finds, best first."""
    return ranked(
        [
            *_contacts(connection, search),
            *_events(connection, search),
            *_acknowledgements(connection, search),
            *_statements(connection, search),
        ]
    )


def in_batches(
    connection: sqlite3.Connection, wanted: Sequence[Hit]
) -> Iterator[tuple[dict[int, str], list[Found]]]:
    """What these hits are, some at a time and in their order, with the names in them.

    Between two batches the ledger is let go, as by `netlog.ledger.read.history.in_batches`.
    """
    for start in range(0, len(wanted), _BATCH):
        found = _found(connection, wanted[start : start + _BATCH])
        names = names_by_id(connection, _contacts_in(found))
        connection.execute("COMMIT")
        yield names, found
        connection.execute("BEGIN")


def _found(connection: sqlite3.Connection, wanted: Sequence[Hit]) -> list[Found]:
    contacts = _found_contacts(connection, [hit for hit in wanted if hit.kind == "contact"])
    others = [hit for hit in wanted if hit.kind not in ("contact", "acknowledgement")]
    happenings = _happenings(connection, {_event_of(hit) for hit in others})
    opened = {
        item.obligation.id: item
        for item in items(
            connection, select_in(connection, Obligation, "id", (hit.item_id for hit in others))
        )
    }
    placed: dict[Hit, Found] = {one.hit: one for one in contacts}
    placed |= {one.hit: one for one in _found_acknowledgements(connection, wanted)}
    placed |= {
        hit: FoundEvent(hit, happenings[hit.id])
        if hit.kind == "event"
        else FoundNote(hit, happenings[hit.event_id], opened.get(hit.item_id))
        for hit in others
        if _event_of(hit) in happenings
    }
    return [placed[hit] for hit in wanted if hit in placed]


def _found_acknowledgements(
    connection: sqlite3.Connection, wanted: Sequence[Hit]
) -> Iterator[FoundAcknowledgement]:
    hits = {hit.id: hit for hit in wanted if hit.kind == "acknowledgement"}
    for said in select_in(connection, Acknowledgement, "id", hits):
        yield FoundAcknowledgement(hits[said.id], said)


def _event_of(hit: Hit) -> int:
    return hit.id if hit.kind == "event" else hit.event_id


def _contacts_in(found: Iterable[Found]) -> set[int]:
    notes = [one for one in found if isinstance(one, FoundNote)]
    said = [one.acknowledgement for one in found if isinstance(one, FoundAcknowledgement)]
    return {who for each in said for who in (each.author_id, each.recipient_id)} | contacts_in(
        [one.happening for one in found if isinstance(one, FoundEvent | FoundNote)],
        [one.item for one in notes if one.item is not None],
    )


def _contacts(connection: sqlite3.Connection, search: Search) -> list[Hit]:
    found, values = _holding(search, "contact")
    rows = connection.execute(
        f"{found} SELECT f.id, f.exact FROM found f CROSS JOIN contact t ON t.id = f.id"
        " WHERE NOT t.is_me",
        values,
    )
    candidates = [Hit("contact", key, date.min, bool(exact)) for key, exact in rows]
    if _index_decides(search):
        return candidates
    return [
        one.hit._replace(exact=fit)
        for one in _found_contacts(connection, candidates)
        if (fit := search.fits(*(text for _, text in one.fields))) is not None
    ]


def _events(connection: sqlite3.Connection, search: Search) -> Iterator[Hit]:
    found, values = _holding(search, "event")
    rows = connection.execute(
        f"{found} SELECT t.id, t.happened_on, f.exact, t.about, t.note, t.place"
        " FROM found f CROSS JOIN event t ON t.id = f.id",
        values,
    )
    for key, day, exact, *texts in rows:
        fit = bool(exact) if _index_decides(search) else _fits(connection, search, key, texts)
        if fit is not None:
            yield Hit("event", key, date.fromisoformat(day), fit)


def _fits(
    connection: sqlite3.Connection, search: Search, event_id: int, texts: Sequence[str]
) -> bool | None:
    names = connection.execute(
        "SELECT c.name FROM party p JOIN contact c ON c.id = p.contact_id"
        " WHERE p.event_id = ? AND NOT c.is_me",
        (event_id,),
    )
    if not any(search.matched(tuple(("text", one) for one in texts))):
        return None
    return search.fits(*texts, *(name for (name,) in names))


def _acknowledgements(connection: sqlite3.Connection, search: Search) -> Iterator[Hit]:
    with_words, values = _holding(search, "acknowledgement")
    rows = connection.execute(
        f"{with_words} SELECT t.id, t.said_on, f.exact, t.note"
        " FROM found f CROSS JOIN acknowledgement t ON t.id = f.id WHERE t.note <> ''",
        values,
    )
    for key, day, exact, note in rows:
        fit = bool(exact) if _index_decides(search) else search.fits(note)
        if fit is not None:
            yield Hit("acknowledgement", key, date.fromisoformat(day), fit)


def _statements(connection: sqlite3.Connection, search: Search) -> Iterator[Hit]:
    with_words, values = _holding(search, "statement")
    for day, exact, key, note, kind, event_id, item_id in connection.execute(
        f"{with_words} {_STATEMENTS}", values
    ):
        fit = bool(exact) if _index_decides(search) else search.fits(note)
        if fit is not None:
            yield Hit(
                _SAID.get(kind, "settlement"),
                key,
                date.fromisoformat(day),
                fit,
                event_id or 0,
                item_id or 0,
                note,
                _OUTCOMES.get(kind),
            )


def _holding(search: Search, source: str) -> tuple[str, dict[str, str]]:
    """A table `found` of the rows that may hold all the words, and the values of its placeholders.

    `exact` tells whether all of them are whole words there.
    """
    looked_for = _looked_for(search)
    if not looked_for:  # nothing but signs, which the index does not know
        return f"WITH found AS (SELECT id, 0 AS exact FROM {source})", {}
    values: dict[str, str] = {}
    each = []
    more = {"contact": _OF_CONTACTS, "event": _OF_EVENTS}.get(source, "")
    for number, (word, goes_on) in enumerate(looked_for):
        low, high = f":w{number}", f":z{number}"
        values[low[1:]], values[high[1:]] = word, word + (_AFTER_ALL if goes_on else "")
        fits = f"w.word >= {low} AND w.word <= {high}"
        texts = (
            "SELECT w.row_id AS id, w.word, 1 AS own FROM word w"
            f" WHERE w.source = :source AND {fits}{more.format(fits=fits)}"
        )
        grouped = f"max(word = {low}) AS exact, max(own) AS own FROM ({texts}) GROUP BY id"
        each.append(f"SELECT id, {grouped}")
    everywhere = f"GROUP BY id HAVING count(*) = {len(each)} AND max(own)"
    found = f"SELECT id, min(exact) AS exact FROM ({' UNION ALL '.join(each)}) {everywhere}"
    return f"WITH found AS ({found})", {**values, "source": source}


def _looked_for(search: Search) -> list[tuple[str, bool]]:
    """The longest of the words that are in the index, each with whether it may go on."""
    parts: dict[str, bool] = {}
    for word in search.words:
        *whole, last = words_in(word) or [""]
        parts |= dict.fromkeys(whole, False)
        if last:
            parts[last] = parts.get(last, True)
    longest = sorted(parts.items(), key=lambda part: len(part[0]), reverse=True)
    return longest[:_MOST_WORDS]


def _index_decides(search: Search) -> bool:
    return search.is_plain and len(search.words) <= _MOST_WORDS


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

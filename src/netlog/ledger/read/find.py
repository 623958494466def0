"""Looking for words in everything that was written, by the index of `netlog.ledger.write.words`.

The index tells which texts hold the words, and of whom. That is all where each word is a plain one;
where one holds a sign, such as `c++`, `netlog.domain.finding` decides on the texts that remain.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from netlog.domain.finding import (
    Found,
    FoundAcknowledgement,
    FoundContact,
    FoundEvent,
    FoundNote,
    Hit,
    Search,
    ranked,
)
from netlog.domain.history import Happening, Thanked
from netlog.domain.records import Acknowledgement, Contact, Detail, Obligation
from netlog.domain.words import words_in
from netlog.ledger.read.contacts import names_by_id, organisation_names
from netlog.ledger.read.facts import vouchers
from netlog.ledger.read.history import left, uncounted
from netlog.ledger.read.items import contacts_in, items
from netlog.ledger.read.records import BATCH, by_id, grouped_in, letting_go, select_in

_MOST_WORDS = 8  # SQLite need not know more of them, and its statements may not grow for ever
_AFTER_ALL = "\U0010ffff"  # no word holds it
# Of the rows of `candidate`, all texts in which words are looked for, and what a `Hit` tells. A
# note of mine is on how an item ended, on that I asked in vain, or on what came of an introduction.
_TEXTS = {
    "contact": "t.name || char(10) || ifnull((SELECT o.name FROM contact o"
    " WHERE o.id = t.organisation_id), '') || char(10) || ifnull((SELECT"
    " group_concat(d.value, char(10)) FROM detail d WHERE d.contact_id = t.id), '')",
    "event": "t.about || char(10) || t.note || char(10) || t.place || char(10) || ifnull((SELECT"
    " group_concat(c.name, char(10)) FROM party p CROSS JOIN contact c ON c.id = p.contact_id"
    " WHERE p.event_id = t.id AND NOT c.is_me), '')",
    "acknowledgement": "t.note",
    "statement": "t.note",
}
_HITS = {
    "contact": f"""
'contact', t.id AS id, '{date.min}' AS day, candidate.exact AS exact
FROM candidate CROSS JOIN contact t ON t.id = candidate.id WHERE NOT t.is_me
""",
    "event": """
'event', t.id AS id, t.happened_on AS day, candidate.exact AS exact
FROM candidate CROSS JOIN event t ON t.id = candidate.id
""",
    "acknowledgement": """
'acknowledgement', t.id AS id, t.said_on AS day, candidate.exact AS exact
FROM candidate CROSS JOIN acknowledgement t ON t.id = candidate.id WHERE t.note <> ''
""",
    "statement": """
CASE WHEN t.kind = 'silent' THEN 'attempt' WHEN t.kind IN ('responded', 'happy')
 THEN 'outcome' ELSE 'settlement' END, t.id AS id, t.said_on AS day, candidate.exact AS exact,
ifnull(n.event_id, t.event_id),
coalesce(t.item_id, (SELECT a.obligation_id FROM obligation o CROSS JOIN attempt a
 ON a.obligation_id = o.id WHERE o.event_id = t.event_id AND a.statement_id = t.id), 0),
t.note, CASE WHEN t.kind IN ('responded', 'happy') THEN t.kind END
FROM candidate CROSS JOIN statement t ON t.id = candidate.id LEFT JOIN number n ON n.id = t.item_id
WHERE t.note <> ''
""",
}
# As `ranked` has them, so that the best are enough where only some are shown. What one command
# noted in several places is one find, so of notes on items all are wanted.
_BEST = " ORDER BY exact DESC, day DESC, id DESC LIMIT :most"
_ALL_WANTED = ("statement",)
# A contact is found by its details and by the name of its organisation too.
_OF_CONTACTS = (
    " UNION ALL SELECT d.contact_id, w.word FROM word w CROSS JOIN detail d ON d.id = w.row_id"
    " WHERE w.source = 'detail' AND {fits}"
    " UNION ALL SELECT c.id, w.word FROM word w"
    " CROSS JOIN contact c ON c.organisation_id = w.row_id"
    " WHERE w.source = 'contact' AND {fits}"
)
# An event is found by who was in it too.
_OF_EVENTS = (
    " UNION ALL SELECT p.event_id, w.word FROM word w"
    " CROSS JOIN party p ON p.contact_id = w.row_id WHERE w.source = 'contact' AND {fits}"
)


class Hits(NamedTuple):
    """The best of what a search found, and how much it found in all."""

    best: list[Hit]
    number: int


def hits(connection: sqlite3.Connection, search: Search, most: int | None = None) -> Hits:
    """What a search finds, best first, at most so much."""
    parts = [_found_in(connection, search, table, most) for table in _HITS]
    best = ranked(hit for part in parts for hit in part.best)
    return Hits(best[:most], sum(part.number for part in parts))


def in_batches(
    connection: sqlite3.Connection, wanted: Sequence[Hit]
) -> Iterator[tuple[dict[int, str], list[Found]]]:
    """What these hits are, some at a time and in their order, with the names in them.

    Between two batches the ledger is let go.
    """

    def batches() -> Iterator[tuple[dict[int, str], list[Found]]]:
        for start in range(0, len(wanted), BATCH):
            batch = _found(connection, wanted[start : start + BATCH])
            yield names_by_id(connection, _contacts_in(batch)), batch

    return letting_go(connection, batches())


def _found(connection: sqlite3.Connection, wanted: Sequence[Hit]) -> list[Found]:
    """What these hits are, but for what was deleted meanwhile."""
    contacts = by_id(connection, Contact, (hit.id for hit in wanted if hit.kind == "contact"))
    details = grouped_in(connection, Detail, "contact_id", contacts)
    organisations = organisation_names(connection, contacts.values())
    words = (hit.id for hit in wanted if hit.kind == "acknowledgement")
    said = by_id(connection, Acknowledgement, words)
    without = left(connection, said.values())
    thanked = {key: Thanked(record, key in without) for key, record in said.items()}
    happened = vouchers(connection, map(_event_of, wanted))
    idle = uncounted(connection, (voucher.event for voucher in happened.values()))
    ids = (hit.item_id for hit in wanted)
    opened = {
        item.obligation.id: item
        for item in items(connection, select_in(connection, Obligation, "id", ids))
    }

    def describe(hit: Hit) -> Found | None:
        if hit.kind == "contact":
            if hit.id not in contacts:
                return None
            known, organisation = tuple(details[hit.id]), organisations.get(hit.id)
            return FoundContact(hit, contacts[hit.id], organisation, known)
        if hit.kind == "acknowledgement":
            return FoundAcknowledgement(hit, thanked[hit.id]) if hit.id in thanked else None
        key = _event_of(hit)
        if key not in happened:
            return None
        happening = Happening(*happened[key], uncounted=idle.get(key, frozenset()))
        if hit.kind == "event":
            return FoundEvent(hit, happening)
        return FoundNote(hit, happening, opened.get(hit.item_id))

    return [find for find in map(describe, wanted) if find is not None]


def _event_of(hit: Hit) -> int:
    return hit.id if hit.kind == "event" else hit.event_id


def _contacts_in(batch: Sequence[Found]) -> set[int]:
    said = [find.thanked for find in batch if isinstance(find, FoundAcknowledgement)]
    happenings = [find.happening for find in batch if isinstance(find, FoundEvent | FoundNote)]
    items = [find.item for find in batch if isinstance(find, FoundNote) and find.item is not None]
    return contacts_in([*said, *happenings, *items])


def _found_in(connection: sqlite3.Connection, search: Search, table: str, most: int | None) -> Hits:
    """What fits in a table; where the index tells it, only the best of it."""
    holding, values = _holding(search, table)
    if not search.is_plain or len(search.words) > _MOST_WORDS:
        rows = connection.execute(f"{holding} SELECT {_TEXTS[table]}, {_HITS[table]}", values)
        fits = ((search.fits(text), _hit(row)) for text, *row in rows)
        best = ranked(hit._replace(exact=fit) for fit, hit in fits if fit is not None)
        return Hits(best, len(best))
    selected = f"{holding} SELECT count(*) OVER (), {_HITS[table]}"
    if most is None or table in _ALL_WANTED:
        best = ranked(_hit(row) for _, *row in connection.execute(selected, values))
        return Hits(best, len(best))
    some = connection.execute(selected + _BEST, {**values, "most": most}).fetchall()
    return Hits([_hit(row) for _, *row in some], some[0][0] if some else 0)


def _hit(row: Sequence[Any]) -> Hit:
    kind, key, day, exact, *note = row
    return Hit(kind, key, date.fromisoformat(day), bool(exact), *note)


def _holding(search: Search, source: str) -> tuple[str, dict[str, str]]:
    """A table `candidate` of the rows that may hold all the words, and the values for it.

    `exact` tells whether all of them are whole words there.
    """
    looked_for = _looked_for(search)
    if not looked_for:  # nothing but signs, which the index does not know
        return f"WITH candidate AS (SELECT id, 0 AS exact FROM {source})", {}
    values: dict[str, str] = {}
    each = []
    more = {"contact": _OF_CONTACTS, "event": _OF_EVENTS}.get(source, "")
    for number, (word, goes_on) in enumerate(looked_for):
        low, high = f":w{number}", f":z{number}"
        values[low[1:]], values[high[1:]] = word, word + (_AFTER_ALL if goes_on else "")
        fits = f"w.word >= {low} AND w.word <= {high}"
        texts = (
            "SELECT w.row_id AS id, w.word FROM word w"
            f" WHERE w.source = :source AND {fits}{more.format(fits=fits)}"
        )
        each.append(f"SELECT id, max(word = {low}) AS exact FROM ({texts}) GROUP BY id")
    everywhere = f"GROUP BY id HAVING count(*) = {len(each)}"
    candidates = f"SELECT id, min(exact) AS exact FROM ({' UNION ALL '.join(each)}) {everywhere}"
    return f"WITH candidate AS ({candidates})", {**values, "source": source}


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

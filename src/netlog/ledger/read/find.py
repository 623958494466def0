"""Looking for words in everything that was written, by the index of `netlog.ledger.write.words`.

The index tells which texts hold the words. That is all where each word is a plain one; where one
holds a sign, such as `c++`, `netlog.domain.finding` decides on the texts that remain.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain

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
from netlog.domain.history import Happening, contacts_in
from netlog.domain.records import Acknowledgement, Detail, Obligation
from netlog.domain.words import words_in
from netlog.ledger.read.contacts import contacts_by_id, names_by_id, organisation_names
from netlog.ledger.read.facts import vouchers
from netlog.ledger.read.items import items
from netlog.ledger.read.records import by_id, grouped_in, me, select_in

_BATCH = 250
_MOST_WORDS = 8  # SQLite need not know more of them, and its statements may not grow for ever
_AFTER_ALL = "\U0010ffff"  # no word holds it
# Of the rows `found` in a table, the text of their own and what a `Hit` tells. A note of mine is on
# how an item ended, on that I asked in vain, or on what came of an introduction.
_HITS = {
    "contact": f"""
SELECT NULL, 'contact', t.id, '{date.min}', f.exact
FROM found f CROSS JOIN contact t ON t.id = f.id WHERE NOT t.is_me
""",
    "event": """
SELECT t.about || char(10) || t.note || char(10) || t.place, 'event', t.id, t.happened_on, f.exact
FROM found f CROSS JOIN event t ON t.id = f.id
""",
    "acknowledgement": """
SELECT t.note, 'acknowledgement', t.id, t.said_on, f.exact
FROM found f CROSS JOIN acknowledgement t ON t.id = f.id WHERE t.note <> ''
""",
    "statement": """
SELECT t.note, CASE WHEN t.kind = 'silent' THEN 'attempt' WHEN t.kind IN ('responded', 'happy')
 THEN 'outcome' ELSE 'settlement' END, t.id, t.said_on, f.exact, ifnull(n.event_id, t.event_id),
coalesce(t.item_id, (SELECT a.obligation_id FROM obligation o CROSS JOIN attempt a
 ON a.obligation_id = o.id WHERE o.event_id = t.event_id AND a.statement_id = t.id), 0),
t.note, CASE WHEN t.kind IN ('responded', 'happy') THEN t.kind END
FROM found f CROSS JOIN statement t ON t.id = f.id LEFT JOIN number n ON n.id = t.item_id
WHERE t.note <> ''
""",
}
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
    candidates = chain.from_iterable(_candidates(connection, search, table) for table in _HITS)
    if search.is_plain and len(search.words) <= _MOST_WORDS:
        return ranked(hit for _, hit in candidates)
    likely = [
        hit
        for text, hit in candidates
        if text is None or search.matched((("its own", text),))  # of a contact it is not all
    ]
    return ranked(_fitting(connection, search, likely))


def in_batches(
    connection: sqlite3.Connection, wanted: Sequence[Hit]
) -> Iterator[tuple[dict[int, str], list[Found]]]:
    """What these hits are, some at a time and in their order, with the names in them.

    Between two batches the ledger is let go, as by `netlog.ledger.read.history.in_batches`.
    """
    for batch in _batches(connection, wanted):
        connection.execute("COMMIT")
        yield batch
        connection.execute("BEGIN")


def _batches(
    connection: sqlite3.Connection, wanted: Sequence[Hit]
) -> Iterator[tuple[dict[int, str], list[Found]]]:
    for start in range(0, len(wanted), _BATCH):
        batch = _found(connection, wanted[start : start + _BATCH])
        yield names_by_id(connection, _contacts_in(batch)), batch


def _found(connection: sqlite3.Connection, wanted: Sequence[Hit]) -> list[Found]:
    """What these hits are, but for what was deleted meanwhile."""
    contacts = contacts_by_id(connection, (hit.id for hit in wanted if hit.kind == "contact"))
    details = grouped_in(connection, Detail, "contact_id", contacts)
    organisations = organisation_names(connection, contacts.values())
    words = (hit.id for hit in wanted if hit.kind == "acknowledgement")
    said = by_id(connection, Acknowledgement, words)
    happened = vouchers(connection, map(_event_of, wanted))
    ids = (hit.item_id for hit in wanted)
    opened = {
        item.obligation.id: item
        for item in items(connection, select_in(connection, Obligation, "id", ids))
    }

    def describe(hit: Hit) -> Found | None:
        if hit.kind == "contact":
            known, organisation = tuple(details[hit.id]), organisations.get(hit.id)
            return FoundContact(hit, contacts[hit.id], organisation, known)
        if hit.kind == "acknowledgement":
            return FoundAcknowledgement(hit, said[hit.id]) if hit.id in said else None
        if _event_of(hit) not in happened:
            return None
        happening = Happening(*happened[_event_of(hit)])
        if hit.kind == "event":
            return FoundEvent(hit, happening)
        return FoundNote(hit, happening, opened.get(hit.item_id))

    return [found for found in map(describe, wanted) if found is not None]


def _event_of(hit: Hit) -> int:
    return hit.id if hit.kind == "event" else hit.event_id


def _contacts_in(batch: Sequence[Found]) -> set[int]:
    named = contacts_in(
        [found.happening for found in batch if isinstance(found, FoundEvent | FoundNote)],
        [found.item for found in batch if isinstance(found, FoundNote) and found.item is not None],
    )
    for found in batch:
        if isinstance(found, FoundAcknowledgement):
            named |= {found.acknowledgement.author_id, found.acknowledgement.recipient_id}
    return named


def _candidates(
    connection: sqlite3.Connection, search: Search, table: str
) -> Iterator[tuple[str | None, Hit]]:
    """What may fit in a table, as the index has it, each with the text of its own."""
    holding, values = _holding(search, table)
    for text, kind, key, day, exact, *note in connection.execute(holding + _HITS[table], values):
        yield text, Hit(kind, key, date.fromisoformat(day), bool(exact), *note)


def _fitting(
    connection: sqlite3.Connection, search: Search, candidates: Sequence[Hit]
) -> Iterator[Hit]:
    """Those of some hits whose texts fit, where the index cannot tell."""
    owner = me(connection)
    for names, batch in _batches(connection, candidates):
        for found in batch:
            texts = [text for _, text in found.fields]
            if isinstance(found, FoundEvent):
                parties = found.happening.parties
                texts += [names[who.contact_id] for who in parties if who.contact_id != owner]
            fit = search.fits(*texts)
            if fit is not None:
                yield found.hit._replace(exact=fit)


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

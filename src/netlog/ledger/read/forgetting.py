"""What of the ledger is about somebody alone, and what is about others too."""

import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import chain

from netlog.domain.events.voucher import Voucher
from netlog.domain.people.forgetting import NAMING, Traces, traces
from netlog.domain.people.names import comparison_key
from netlog.domain.records import Acknowledgement, Contact, Detail, Number, Party, Statement
from netlog.ledger.read.contacts import details, members
from netlog.ledger.read.facts import problems_with, vouchers
from netlog.ledger.read.nobody import nameless
from netlog.ledger.read.records import me, rows_in, select, select_in

# What of other people's rests on something that is between somebody and me alone: of an item that
# stays, how it ended or that it was tried; and what came of an introduction that stays.
_RESTING_ON_EVENTS = """
SELECT o.event_id, s.event_id FROM settlement s JOIN obligation o ON o.id = s.obligation_id
WHERE o.kind <> 'touch' AND s.event_id IN ({ids})
UNION ALL SELECT o.event_id, a.event_id FROM attempt a JOIN obligation o ON o.id = a.obligation_id
WHERE o.kind <> 'touch' AND a.event_id IN ({ids})
UNION ALL SELECT i.event_id, i.cause_id FROM introduction_outcome i WHERE i.cause_id IN ({ids})
"""
_RESTING_ON_WORDS = (
    "SELECT o.event_id, s.acknowledgement_id FROM settlement s"
    " JOIN obligation o ON o.id = s.obligation_id WHERE s.acknowledgement_id IN ({ids})"
)


@dataclass(frozen=True, slots=True)
class About:
    """What there is of a contact.

    Attributes:
        contact: the contact.
        traces: by what texts name them.
        names: what they are or were called and reached by, their name first.
        events: the events in which only they and I are, and which go.
        bare: those of them that stay without words, as something of others' rests on them.
        shared: the events in which others are too.
        acknowledgements: the thank-yous between us that go.
        bare_acknowledgements: those that stay without words.
        statements: what was said of what goes.
        keys: what they are or were called, as it is compared.
        details: how much more is known of them.
        members: who belongs to them.
        alike: the names of others that begin with theirs.
    """

    contact: Contact
    traces: Traces
    names: Sequence[str]
    events: Collection[int]
    bare: Collection[int]
    shared: Collection[int]
    acknowledgements: Collection[int]
    bare_acknowledgements: Collection[int]
    statements: Collection[int]
    keys: Collection[str]
    details: int
    members: int
    alike: Sequence[str]

    @property
    def staying(self) -> int:
        """In how many events somebody nameless stands where they stood."""
        return len(self.shared) + len(self.bare)


def about(connection: sqlite3.Connection, contact: Contact, former: Sequence[Detail] = ()) -> About:
    """Find what there is of a contact.

    Args:
        connection: the ledger.
        contact: the contact.
        former: by what texts may name them that was put right, or dropped, since.
    """
    parties = select_in(connection, Party, "contact_id", [contact.id])
    known = vouchers(connection, {party.event_id for party in parties})
    alone = _alone(connection, contact, known)
    # Whoever made an introduction is not in a problem with it, which goes with it.
    problems = problems_with(connection, alone)
    known |= vouchers(connection, problems - known.keys())
    alone |= problems
    said = _either_way(connection, contact)
    bare = _bare_events(connection, alone, known)
    bare_words = _bare_words(connection, {each.id for each in said}, alone - bare)
    events, words = alone - bare, {each.id for each in said} - bare_words
    places = {party.id for party in parties}
    more = details(connection, contact.id)
    others = _names_of_others(connection, contact.id)
    return About(
        contact=contact,
        traces=traces(contact, more, others, former),
        names=_names(contact, [*more, *former]),
        events=events,
        bare=bare,
        shared=known.keys() - alone,
        acknowledgements=words,
        bare_acknowledgements=bare_words,
        statements=_said_of(connection, events, words, places),
        keys=[contact.key, *(each.key for each in (*more, *former) if each.kind == "alias")],
        details=len(more),
        members=len(members(connection, contact.id)),
        alike=[name for name in others if comparison_key(name).startswith(f"{contact.key} ")],
    )


def _names(contact: Contact, known: Sequence[Detail]) -> list[str]:
    values = [each.value for kind in NAMING for each in known if each.kind == kind]
    return list(dict.fromkeys([contact.name, *values]))


def _alone(connection: sqlite3.Connection, contact: Contact, known: dict[int, Voucher]) -> set[int]:
    """The events in which nobody else is; a problem is of those in its introduction too."""
    introductions = vouchers(
        connection, set().union(*(voucher.event.introductions for voucher in known.values()))
    )
    nobody_else = {contact.id, me(connection), *nameless(connection)}
    alone = set()
    for key, voucher in known.items():
        named = voucher.event.introduction_id
        also = introductions[named].contacts if named is not None else frozenset()
        if voucher.contacts | also <= nobody_else:
            alone.add(key)
    return alone


def _either_way(connection: sqlite3.Connection, contact: Contact) -> list[Acknowledgement]:
    return select(
        connection,
        Acknowledgement,
        "WHERE t.author_id = :id OR t.recipient_id = :id",
        {"id": contact.id},
    )


def _bare_events(
    connection: sqlite3.Connection, alone: set[int], known: dict[int, Voucher]
) -> set[int]:
    rows = rows_in(connection, _RESTING_ON_EVENTS, alone)
    bare = {cause for event_id, cause in rows if event_id not in alone}
    for key in tuple(bare):
        bare |= known[key].event.introductions & alone
    return bare


def _bare_words(connection: sqlite3.Connection, words: set[int], gone: set[int]) -> set[int]:
    rows = rows_in(connection, _RESTING_ON_WORDS, words)
    return {cause for event_id, cause in rows if event_id not in gone}


def _said_of(
    connection: sqlite3.Connection, events: set[int], words: set[int], places: set[int]
) -> set[int]:
    """The statements about what goes, and about keeping in touch."""
    numbers = select_in(connection, Number, "event_id", events)
    touches = [
        number
        for column in ("debtor_place", "creditor_place")
        for number in select_in(connection, Number, column, places, also="t.kind = 'touch'")
    ]
    items = [number.id for number in chain(numbers, touches)]
    statements = (
        select_in(connection, Statement, "item_id", items),
        select_in(connection, Statement, "event_id", events),
        select_in(connection, Statement, "acknowledgement_id", words),
    )
    return {statement.id for statement in chain(*statements)}


def _names_of_others(connection: sqlite3.Connection, contact_id: int) -> list[str]:
    rows = connection.execute(
        "SELECT name FROM contact WHERE id <> :id AND NOT is_me AND key >= '!'"
        " UNION SELECT value FROM detail WHERE contact_id <> :id AND kind = 'alias'",
        {"id": contact_id},
    )
    return [name for (name,) in rows]


def namesakes(connection: sqlite3.Connection, keys: Collection[str]) -> list[Contact]:
    """The contacts of another copy of the ledger that are called so, or were."""
    marks = ", ".join("?" * len(keys))
    return select(
        connection,
        Contact,
        f"WHERE NOT t.is_me AND (t.key IN ({marks}) OR t.id IN"
        f" (SELECT contact_id FROM detail WHERE kind = 'alias' AND key IN ({marks})))",
        (*keys, *keys),
    )

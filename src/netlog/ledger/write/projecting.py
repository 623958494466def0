"""Projecting again what the facts of a command can reach, and writing what differs."""

import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence

from netlog.domain.events.voucher import Voucher
from netlog.domain.items import Item
from netlog.domain.projection.account import Account
from netlog.domain.projection.difference import Causes, Difference
from netlog.domain.projection.facts import Fact, Facts, in_order, steps_of
from netlog.domain.projection.postings import Postings
from netlog.domain.projection.project import post, project, refuse_all
from netlog.domain.projection.state import State
from netlog.domain.records import Acknowledgement, Archival, Interval, Statement
from netlog.ledger.read.facts import facts_around, postings_around, terms_by_id, vouchers
from netlog.ledger.read.standing import is_last, standing
from netlog.ledger.write.postings import differing, write_difference
from netlog.ledger.write.rows import Rows, row_of


class Surroundings:
    """What stands around some contacts before a command changes facts among them."""

    def __init__(self, connection: sqlite3.Connection, contacts: Collection[int]) -> None:
        """Read it.

        Args:
            connection: the ledger.
            contacts: all that the changed facts are about, before and after, but me.
        """
        self._connection = connection
        self._contacts = frozenset(contacts)
        self._vouchers = facts_around(connection, contacts).vouchers
        self._postings = postings_around(connection, self._vouchers, contacts)

    def project(self, rows: Rows, judged: Collection[Fact] = ()) -> Difference:
        """Project all facts around the contacts again, write what differs, and tell it.

        Raises:
            Refused: one of the judged facts could never be.
        """
        facts = facts_around(self._connection, self._contacts)
        state = project(facts, self._contacts, judged)
        known = {**self._vouchers, **facts.vouchers}
        return _write(rows, self._postings, state, known, judged, self._vouchers)


def tell(
    connection: sqlite3.Connection,
    rows: Rows,
    facts: Sequence[Fact],
    about: Sequence[Voucher],
    contacts: set[int],
) -> Difference:
    """Let new facts have their effect, write that, and tell it.

    Args:
        connection: the ledger, in which the facts are written already.
        rows: what writes to it.
        facts: all of one day and told just now.
        about: the events that they are, or are about.
        contacts: those around whom they change something, but me.

    Raises:
        Refused: one of them could never be.
    """
    steps = in_order(step for fact in facts for step in steps_of(fact))
    is_simple = not any(isinstance(fact, Interval | Archival) for fact in facts)
    if not (is_simple and is_last(connection, contacts, steps[0].on)):
        return Surroundings(connection, contacts).project(rows, facts)
    state = standing(connection, facts, about, contacts)
    before, terms = state.postings(), Facts(state.me, terms=terms_by_id(connection))
    refuse_all(facts, state)
    for step in steps:
        post(step, terms, state)
    known = {voucher.event.id: voucher for voucher in about}
    return _write(rows, before, state, known, facts)


def _write(
    rows: Rows,
    before: Postings,
    state: State,
    known: Mapping[int, Voucher],
    facts: Collection[Fact],
    original: Mapping[int, Voucher] | None = None,
) -> Difference:
    after = state.postings()
    for number in state.numbers.given:
        rows.insert(row_of(number))
    write_difference(rows.session, before, after)
    difference = _difference(rows.connection, before, after, known, _causes(facts))
    return difference.as_it_was(original or {})


def _difference(
    connection: sqlite3.Connection,
    before: Postings,
    after: Postings,
    known: Mapping[int, Voucher],
    causes: Causes,
) -> Difference:
    was = differing(before.accounts, after.accounts).values()
    now = differing(after.accounts, before.accounts).values()
    missing = {account.obligation.event_id for account in (*was, *now)} - known.keys()
    events = {**known, **vouchers(connection, missing)}
    return Difference(
        before=_items(was, events),
        after=_items(now, events),
        noted=differing(after.outcomes, before.outcomes),
        causes=causes,
        was_archived=frozenset(before.archived),
        is_archived=frozenset(after.archived),
    )


def _causes(facts: Collection[Fact]) -> Causes:
    return Causes(
        events=[fact.event.id for fact in facts if isinstance(fact, Voucher)],
        acknowledgements=[fact.id for fact in facts if isinstance(fact, Acknowledgement)],
        statements=[fact.id for fact in facts if isinstance(fact, Statement)],
    )


def _items(accounts: Iterable[Account], events: Mapping[int, Voucher]) -> dict[int, Item]:
    items = {}
    for account in accounts:
        event, parties = events[account.obligation.event_id]
        items[account.obligation.id] = Item(account.obligation, event, parties, *account[1:])
    return items

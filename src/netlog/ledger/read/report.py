"""The facts of a report: everything that a contact owes, and the introductions around it."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from netlog.domain.items import CHECK_INS
from netlog.domain.projection.introduced import Introduced
from netlog.domain.records import (
    Attempt,
    Contact,
    Event,
    IntroductionOutcome,
    Obligation,
    Outcome,
    Party,
    Role,
)
from netlog.domain.report.attempts import waited_for
from netlog.domain.report.dossier import Dossier
from netlog.domain.report.introductions import KnownIntroduction, KnownProblem
from netlog.ledger.read.contacts import contacts_by_id, members
from netlog.ledger.read.items import contacts_in, items
from netlog.ledger.read.last_words import last_words
from netlog.ledger.read.records import me, select, select_in
from netlog.ledger.read.referrers import my_turn

if TYPE_CHECKING:
    from netlog.domain.items import Item

_IN_INTRODUCTION = ("introducer", "client", "provider")


def dossier(connection: sqlite3.Connection, contact: Contact) -> Dossier:
    """What the ledger knows of a contact; for an organisation, of itself and its people."""
    people = members(connection, contact.id) if contact.kind == "organisation" else []
    among = frozenset({contact.id, *(one.id for one in people)})
    owed = select_in(connection, Obligation, "debtor_id", among)
    owed_items = sorted(items(connection, owed), key=lambda item: item.place)
    introductions = _introductions(connection, among)
    organisation = None
    if contact.organisation_id is not None:
        organisation = contacts_by_id(connection, [contact.organisation_id])[
            contact.organisation_id
        ]
    return Dossier(
        contact=contact,
        organisation=organisation,
        members=among,
        owed=owed_items,
        introductions=introductions,
        unasked=unasked(connection, owed),
        my_turn=my_turn(connection, [one for one in introductions if one.given_by(among)]),
        words=last_words(connection, waited_for(owed_items)),
    )


def unasked(connection: sqlite3.Connection, owed: Iterable[Obligation]) -> frozenset[int]:
    """The open responses between others that met no silence when I asked: nobody knows of them."""
    owner = me(connection)
    responses = {
        one.event_id: one.id
        for one in owed
        if one.kind == "response"
        and one.closed_on is None
        and owner not in (one.debtor_id, one.creditor_id)
    }
    check_ins = {
        one.id: one.event_id
        for one in select_in(connection, Obligation, "event_id", responses)
        if one.kind in CHECK_INS
    }
    asked = {
        check_ins[attempt.obligation_id]
        for attempt in select_in(connection, Attempt, "obligation_id", check_ins)
    }
    return frozenset(one for event, one in responses.items() if event not in asked)


def _introductions(
    connection: sqlite3.Connection, among: Collection[int]
) -> list[KnownIntroduction]:
    parties = select_in(connection, Party, "contact_id", among)
    ids = {one.event_id for one in parties if one.role in _IN_INTRODUCTION}
    return introductions_by_id(connection, ids)


def introductions_by_id(
    connection: sqlite3.Connection, ids: Collection[int]
) -> list[KnownIntroduction]:
    """The introductions with these ids, as they happened, with all that came of them."""
    who = _roles(connection, ids)
    outcomes: dict[int, set[Outcome]] = defaultdict(set)
    for found in select_in(connection, IntroductionOutcome, "event_id", ids):
        outcomes[found.event_id].add(found.outcome)
    problems = _problems(connection, ids)
    return [
        KnownIntroduction(
            event=event,
            who=Introduced(
                event.id,
                event.happened_on,
                who[event.id]["introducer"],
                who[event.id]["client"],
                who[event.id]["provider"],
            ),
            outcomes=frozenset(outcomes[event.id]),
            problems=tuple(problems[event.id]),
        )
        for event in _in_order(select_in(connection, Event, "id", ids))
    ]


def _problems(
    connection: sqlite3.Connection, introductions: Iterable[int]
) -> dict[int, list[KnownProblem]]:
    events = _in_order(select_in(connection, Event, "introduction_id", introductions))
    ids = [event.id for event in events]
    who = _roles(connection, ids)
    amends: dict[int, list[Item]] = defaultdict(list)
    for item in items(connection, select_in(connection, Obligation, "event_id", ids)):
        amends[item.event.id].append(item)
    problems: dict[int, list[KnownProblem]] = defaultdict(list)
    for event in events:
        known = KnownProblem(event, who[event.id]["culprit"], tuple(amends[event.id]))
        problems[event.introduction_id or 0].append(known)
    return problems


def _in_order(events: Iterable[Event]) -> list[Event]:
    return sorted(events, key=lambda event: event.moment)


def _roles(connection: sqlite3.Connection, events: Iterable[int]) -> dict[int, dict[Role, int]]:
    roles: dict[int, dict[Role, int]] = defaultdict(dict)
    for party in select_in(connection, Party, "event_id", events):
        roles[party.event_id][party.role] = party.contact_id
    return roles


def everybody_with_a_record(connection: sqlite3.Connection) -> list[Contact]:
    """All contacts but me that owe or owed something, or that a problem reflects on.

    The record of its people is an organisation's as well.
    """
    return select(
        connection,
        Contact,
        "WHERE NOT t.is_me AND t.id IN (WITH known(id) AS (SELECT c.id FROM contact c"
        "  WHERE EXISTS (SELECT 1 FROM obligation o WHERE o.debtor_id = c.id)"
        " UNION SELECT contact_id FROM party WHERE role = 'culprit'"
        " UNION SELECT p.contact_id FROM event e JOIN party p"
        "  ON p.event_id = e.introduction_id AND p.role = 'introducer'"
        "  WHERE e.introduction_id NOTNULL)"
        " SELECT id FROM known UNION SELECT o.id FROM contact c"
        "  JOIN contact o ON o.id = c.organisation_id AND o.kind = 'organisation'"
        "  WHERE c.id IN (SELECT id FROM known)) ORDER BY t.key",
    )


def with_skill(connection: sqlite3.Connection, key: str) -> list[Contact]:
    """The contacts that have a skill, with or without a record."""
    return select(
        connection,
        Contact,
        "JOIN detail d ON d.contact_id = t.id AND d.kind = 'skill' AND d.key = ?"
        " WHERE NOT t.is_me ORDER BY t.key",
        (key,),
    )


def contacts_in_dossier(dossier: Dossier) -> set[int]:
    """The ids of everybody whom a dossier names."""
    introductions = [one.who for one in dossier.introductions]
    introduced = {
        contact_id
        for who in introductions
        for contact_id in (who.introducer, who.client, who.provider)
    }
    return contacts_in(dossier.owed) | dossier.members | introduced

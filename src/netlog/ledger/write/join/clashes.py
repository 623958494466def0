"""What both copies say of one subject and cannot both be right about, settled by who is right."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator

from netlog.ledger.read.corrections import events_about
from netlog.ledger.read.references import references
from netlog.ledger.write.join.copies import Copies
from netlog.ledger.write.join.decisions import Clash, Decisions, Subject, Undecided
from netlog.ledger.write.join.imports import others_in_it
from netlog.ledger.write.join.impossible import impossible
from netlog.ledger.write.join.namesakes import names_taken
from netlog.ledger.write.join.since import Row
from netlog.ledger.write.join.telling import Net, clash_of
from netlog.ledger.write.join.words import spoken_of_here, spoken_of_there
from netlog.ledger.write.journal import fact_now

_PLACES = ("party", "former_party")
_CARD = ("detail", "interval", "archival")
_ABOUT = ("introduction_id", "replaces_id")


def settled(copies: Copies, nets: list[Net], decisions: Decisions) -> list[Net]:
    """What the other copy told, without what it is not right about.

    Raises:
        Undecided: nobody said who is right about something.
    """
    staying = _needed_here(copies, nets)
    nets = [net for net in nets if not (_is_out(net) and net.subject.id in staying)]
    done: set[Subject] = set()
    while clashes := [clash for clash in _clashes(copies, nets) if clash.subject not in done]:
        undecided = [clash for clash in clashes if decisions.right.get(clash.subject) is None]
        if undecided:
            raise Undecided(clashes=undecided)
        for clash in clashes:
            done.add(clash.subject)
            nets = list(_without(nets, clash.subject))
            if decisions.right.get(clash.subject) == "theirs":
                nets += _as_there(copies, clash.subject)
            elif clash.gone == "ours" or clash.why:
                nets = _without_what_is_about(nets, clash.subject)
    return nets


def _clashes(copies: Copies, nets: list[Net]) -> list[Clash]:
    """What stands against telling all that again, one clash a subject."""
    by_subject: dict[Subject, list[Clash]] = defaultdict(list)
    judged = (clash_of(net, copies.here_now(net)) for net in nets)
    for clash in (
        *filter(None, judged),
        *_about_nothing(copies, nets),
        *_still_needed(copies, nets),
        *others_in_it(copies),
        *impossible(copies.ours, copies.here, nets),
        *names_taken(copies.ours, nets),
    ):
        by_subject[clash.subject].append(clash)
    return [
        Clash(
            subject,
            tuple(dict.fromkeys(column for clash in clashes for column in clash.columns)),
            next((clash.gone for clash in clashes if clash.gone), None),
            clashes[0].why,
        )
        for subject, clashes in by_subject.items()
    ]


def _about_nothing(copies: Copies, nets: list[Net]) -> Iterator[Clash]:
    """Events that were taken out here and are spoken of there."""
    new = {net.id for net in nets if net.table == "event" and net.now is not None}
    for net in nets:
        columns = ("event_id",) if net.table in _PLACES else _ABOUT if net.table == "event" else ()
        named = {(net.now or {}).get(column) for column in columns}
        for event_id in sorted(key for key in named if isinstance(key, int) and key not in new):
            if fact_now(copies.ours, "event", event_id) is None:
                yield Clash(Subject("event", event_id), gone="ours")
    for event_id in sorted(spoken_of_there(copies.ours, nets) - new):
        subject = Subject("event", event_id)
        is_gone = fact_now(copies.ours, *subject) is None
        if is_gone and copies.there_now(*_there(copies, subject)) is not None:
            yield Clash(subject, gone="ours")


def _still_needed(copies: Copies, nets: list[Net]) -> Iterator[Clash]:
    """Events that were taken out there, of which this ledger says more than there was."""
    gone = {net.id for net in nets if net.table == "event" and net.now is None}
    places = {(net.table, net.id) for net in nets if net.table in _PLACES and net.now is None}
    spoken_of = spoken_of_here(copies) if gone else set()
    for event_id in sorted(gone):
        here = {(table, key) for table in _PLACES for key in _places(copies.ours, table, event_id)}
        about = {event.id for event in events_about(copies.ours, event_id)}
        is_here = fact_now(copies.ours, "event", event_id) is not None
        if here - places or about - gone or (is_here and event_id in spoken_of):
            yield Clash(Subject("event", event_id), gone="theirs")


def _places(connection: sqlite3.Connection, table: str, event_id: int) -> list[int]:
    """The ids of the places in an event that somebody has, or had."""
    rows = connection.execute(f"SELECT id FROM {table} WHERE event_id = ?", (event_id,))
    return [key for (key,) in rows]


def _needed_here(copies: Copies, nets: list[Net]) -> set[int]:
    """The contacts that were taken out there, and of whom this ledger says more than there was."""
    gone = {net.id for net in nets if net.table == "contact" and net.now is None}
    cards = {(net.table, net.id) for net in nets if _is_out(net)}
    return {
        contact_id
        for contact_id in gone
        if any(references(copies.ours, contact_id)) or _card(copies.ours, contact_id) - cards
    }


def _card(ours: sqlite3.Connection, contact_id: int) -> set[tuple[str, int]]:
    """The rows that say something of one contact alone, by table and id."""
    return {
        (table, key)
        for table in _CARD
        for (key,) in ours.execute(f"SELECT id FROM {table} WHERE contact_id = ?", (contact_id,))
    }


def _is_out(net: Net) -> bool:
    """Whether it takes out a contact, or something of one."""
    return net.now is None and net.table in ("contact", *_CARD)


def _there(copies: Copies, subject: Subject) -> tuple[str, int]:
    return subject.table, copies.ids.there(*subject)


def _without(nets: Iterable[Net], subject: Subject) -> Iterator[Net]:
    return (net for net in nets if net.subject != subject or net.table in _CARD)


def _without_what_is_about(nets: list[Net], subject: Subject) -> list[Net]:
    """Leave out what was told of an event that is not there, and what was said of that."""
    if subject.table != "event":
        return nets
    gone, more = set[int](), {subject.id}
    while more:
        gone |= more
        more = {
            net.id
            for net in nets
            if net.table == "event" and net.is_new and {net.row[name] for name in _ABOUT} & gone
        } - gone
    left_out = gone - {subject.id}
    items = {net.id for net in nets if net.table == "number" and net.row["event_id"] in left_out}

    def is_left_out(net: Net) -> bool:
        named = (net.row.get("event_id"), net.id if net.table == "event" else None)
        of_item = net.row.get("item_id") in items or net.row.get("keeps_id") in items
        return bool(left_out.intersection(named)) or (of_item and net.is_new)

    return [net for net in nets if not is_left_out(net)]


def _as_there(copies: Copies, subject: Subject) -> list[Net]:
    """What makes a subject here what it is there."""
    table, key = _there(copies, subject)
    if table != "event":
        return [_replacing(copies, table, subject.id, copies.there_now(table, key))]
    rows = {(table, subject.id): copies.there_now(table, key)}
    for places in _PLACES:
        for place in _places(copies.theirs, places, key):
            rows[places, copies.ids.of(places, place)] = copies.there_now(places, place)
        for place in _places(copies.ours, places, subject.id):
            rows.setdefault((places, place), None)
    changes = [_replacing(copies, *each, row) for each, row in rows.items()]
    if rows["event", subject.id] is None:
        for event in events_about(copies.ours, subject.id):
            changes += _taken_out(copies, event.id)
    return changes


def _taken_out(copies: Copies, event_id: int) -> list[Net]:
    """What takes an event out here, with what is about it."""
    gone = [_replacing(copies, "event", event_id, None)]
    for places in _PLACES:
        here = _places(copies.ours, places, event_id)
        gone += [_replacing(copies, places, place, None) for place in here]
    for event in events_about(copies.ours, event_id):
        gone += _taken_out(copies, event.id)
    return gone


def _replacing(copies: Copies, table: str, key: int, row: Row) -> Net:
    return Net(table, key, fact_now(copies.ours, table, key), row)

"""Contacts whom both copies call alike since they parted, and who may be one."""

import sqlite3
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import NamedTuple

from netlog.domain.people.names import comparison_key
from netlog.ledger.write.join.copies import Copies
from netlog.ledger.write.join.decisions import Clash, Decisions, Namesake, Subject
from netlog.ledger.write.join.since import Since
from netlog.ledger.write.join.telling import Net
from netlog.ledger.write.journal import fact_now
from netlog.ledger.write.operations import Operation, RowValues

_NAMING = ("alias", "email")  # the details by which somebody is found, as by the name
_HOLDERS = (  # but for me, with whom nobody can be made one
    "SELECT id, key, 'contact', id FROM contact WHERE key = :key AND NOT is_me UNION"
    " SELECT contact.id, contact.key, 'detail', detail.id"
    " FROM detail JOIN contact ON contact_id = contact.id"
    f" WHERE detail.kind IN {_NAMING} AND detail.key = :key AND NOT is_me"
)


class Namesakes(NamedTuple):
    """Who of the other copy is whom here, and who needs another name; by the id there.

    `merged` are those here who are one with somebody there. Of `undecided` nobody said whether
    they are one; they are taken for one until then.
    """

    same: Mapping[int, int]
    apart: Mapping[int, str]
    merged: Sequence[tuple[int, int]]
    undecided: Sequence[Namesake]


def namesakes(copies: Copies, decisions: Decisions) -> Namesakes:
    """Find who is called alike in the two since they parted, and is not known to be two."""
    known = _new_there(copies, decisions)
    asked = {namesake.key for namesake in known.undecided}
    merged, undecided = list(known.merged), list(known.undecided)
    for namesake in _also_called(copies):
        are_one = decisions.same.get(namesake.key)
        if known.same.get(namesake.there) == namesake.here:
            continue
        if are_one is None and namesake.key not in asked:
            undecided.append(namesake)
            asked.add(namesake.key)
        if are_one is not False:
            merged.append((namesake.here, namesake.there))
    return known._replace(merged=merged, undecided=undecided)


def _new_there(copies: Copies, decisions: Decisions) -> Namesakes:
    """Find the new contacts there whose names somebody has here, and say who they are."""
    ours, there, ids = copies.ours, copies.there, copies.ids
    same, apart, merged = dict[int, int](), dict[int, str](), list[tuple[int, int]]()
    heirs = {gone.contact: gone.became for gone in there.gone if gone.became is not None}
    undecided = []
    for (table, key), row in sorted(there.known.items()):
        if table != "contact" or not ids.is_new(table, key):
            continue
        current = there.now[table, key] or row
        is_there = there.now[table, key] is not None
        here = ours.execute(_HOLDERS, {"key": current["key"]}).fetchone()
        if here is None or not (is_there or key in heirs):
            continue
        name = str(current["name"])
        are_one = decisions.same.get(str(current["key"]))
        if are_one is None:
            undecided.append(Namesake(key, int(here[0]), name, str(current["key"])))
        if is_there and are_one is not False:
            same[key] = int(here[0])
        elif is_there:
            apart[key] = name
        elif are_one is not False:
            merged.append((int(here[0]), heirs[key]))
    return Namesakes(same, apart, merged, undecided)


def _also_called(copies: Copies) -> Iterator[Namesake]:
    """Who got one more name, or an address, there that somebody else got here.

    One of the two contacts is new: whom both copies knew as two when they parted are two.
    """
    ours, ids = copies.ours, copies.ids
    for (table, key), row in sorted(copies.there.now.items()):
        if table != "detail" or row is None or row["kind"] not in _NAMING:
            continue
        there = int(row["contact_id"] or 0)
        owner = copies.there_now("contact", there)
        if owner is None or owner["is_me"] or not ids.is_new(table, key):
            continue
        holders = ours.execute(_HOLDERS, {"key": row["key"]}).fetchall()
        for contact_id, its_key, source, number in holders:
            is_new = ids.is_new("contact", there) or _is_new(copies.here, "contact", contact_id)
            is_found_by_name = its_key == owner["key"] or contact_id == ids.of("contact", there)
            got_it_too = _is_new(copies.here, source, number, called=row["key"])
            if is_new and got_it_too and not is_found_by_name:
                called, known_as = str(row["value"]), str(owner["name"])
                yield Namesake(there, contact_id, called, str(row["key"]), known_as)


def _is_new(here: Since, table: str, key: int, called: object = None) -> bool:
    """Whether a row was told since the two parted, or has that name only since then."""
    if (table, key) not in here.was:
        return False
    was = here.was[table, key]
    return was is None or called not in (None, was["key"])


def filled_in(copies: Copies, same: Mapping[int, int]) -> Iterator[Net]:
    """What is known of contacts there and not of whom they are here: an organisation, the kind."""
    for there, here in same.items():
        known = fact_now(copies.ours, "contact", here) or {}
        row = copies.there_now("contact", there) or {}
        now = {**known}
        if known["organisation_id"] is None and row["organisation_id"] != here:
            now["organisation_id"] = row["organisation_id"]
        if row["kind"] == "organisation":
            now["kind"] = row["kind"]
        if now != known:
            yield Net("contact", here, known, now)


def renamed(nets: Iterable[Net]) -> dict[int, RowValues]:
    """The contacts that have another name there than when the two parted, by their ids here."""
    return {
        net.id: net.now
        for net in nets
        if net.table == "contact" and net.now and net.was and net.now["key"] != net.was["key"]
    }


def names_taken(ours: sqlite3.Connection, nets: Iterable[Net]) -> Iterator[Clash]:
    """The contacts whose names of there mean somebody else here, who keeps that name."""
    nets = list(nets)
    gone = {net.id for net in nets if net.table == "contact" and net.now is None}
    others = renamed(nets)
    for contact_id, row in others.items():
        holder = ours.execute("SELECT id FROM contact WHERE key = ?", (row["key"],)).fetchone()
        if holder is not None and holder[0] not in gone | others.keys() | {contact_id}:
            why = f"the other copy calls it {row['name']}, who is somebody else here"
            yield Clash(Subject("contact", contact_id), why=why)


def told_apart(ours: sqlite3.Connection, nets: list[Net], names: Mapping[int, str]) -> list[Net]:
    """The same with other names for the contacts whose names are taken here.

    Args:
        ours: this ledger.
        nets: what the other copy told.
        names: the names of those contacts, by their ids here.
    """
    taken = {key for (key,) in ours.execute("SELECT key FROM contact")}
    taken |= {
        str(net.now["key"])
        for net in nets
        if net.table == "contact" and net.now is not None and net.id not in names
    }
    apart = []
    for net in nets:
        now = net.now
        if net.table == "contact" and now is not None and net.id in names:
            now = {**now, **_free_name(names[net.id], taken)}
            taken.add(str(now["key"]))
        apart.append(net._replace(now=now))
    return apart


def under_free_names(
    ours: sqlite3.Connection, operations: Iterable[Operation]
) -> tuple[list[Operation], dict[int, int]]:
    """What brings contacts back, without the names that somebody else got here meanwhile.

    Returns:
        The operations, and of each contact with another name who has got its own.
    """
    holders = {str(key): int(holder) for key, holder in ours.execute("SELECT key, id FROM contact")}
    apart, others = list[Operation](), dict[int, int]()
    for operation in operations:
        after = operation.after
        if operation.table == "contact" and operation.before is None and after is not None:
            holder = holders.get(str(after["key"]), operation.id)
            if holder != operation.id:
                others[operation.id] = holder
                name = _free_name(str(after["name"]), holders)
                operation = operation._replace(after={**after, **name})  # noqa: PLW2901
        apart.append(operation)
    return apart, others


def _free_name(name: str, taken: Container[str]) -> RowValues:
    """A name that nobody has, with its key."""
    numbered = (f"{name} {number}" for number in count(2))
    free = next(each for each in numbered if comparison_key(each) not in taken)
    return {"name": free, "key": comparison_key(free)}

"""Contacts that both copies made since they parted, and who may be one."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import NamedTuple

from netlog.domain.people.names import comparison_key
from netlog.ledger.write.join.copies import Copies
from netlog.ledger.write.join.decisions import Clash, Decisions, Namesake, Subject
from netlog.ledger.write.join.telling import Net
from netlog.ledger.write.operations import RowValues

_HOLDERS = (
    "SELECT id FROM contact WHERE key = :key UNION"
    " SELECT contact_id FROM detail WHERE kind = 'alias' AND key = :key"
)


class Namesakes(NamedTuple):
    """Who of the other copy is whom here, and who needs another name; by the id there.

    `merged` are those here who were made one with somebody there, each with whom. Of `undecided`
    nobody said whether they are one; they are taken for one until then.
    """

    same: Mapping[int, int]
    apart: Mapping[int, str]
    merged: Mapping[int, int]
    undecided: Sequence[Namesake]


def namesakes(copies: Copies, decisions: Decisions) -> Namesakes:
    """Find the new contacts of either copy whose names somebody has in the other."""
    known = _new_there(copies, decisions)
    asked = {namesake.key for namesake in known.undecided}
    merged, undecided = dict(known.merged), list(known.undecided)
    for namesake in _also_called(copies):
        are_one = decisions.same.get(namesake.key)
        if known.same.get(namesake.there) == namesake.here:
            continue
        if are_one is None and namesake.key not in asked:
            undecided.append(namesake)
        if are_one is not False:
            merged[namesake.here] = namesake.there
    return known._replace(merged=merged, undecided=undecided)


def _new_there(copies: Copies, decisions: Decisions) -> Namesakes:
    """Find the new contacts there whose names somebody has here, and say who they are."""
    ours, there, ids = copies.ours, copies.there, copies.ids
    same, apart, merged = dict[int, int](), dict[int, str](), dict[int, int]()
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
            merged[int(here[0])] = heirs[key]
    return Namesakes(same, apart, merged, undecided)


def _also_called(copies: Copies) -> Iterator[Namesake]:
    """The new contacts here whose names the other copy gave somebody as one more."""
    ours, ids = copies.ours, copies.ids
    for (table, key), row in sorted(copies.there.now.items()):
        if table != "detail" or row is None or row["kind"] != "alias" or not ids.is_new(table, key):
            continue
        there = int(row["contact_id"] or 0)
        owner = copies.there_now("contact", there) or {}
        if owner.get("is_me"):
            continue  # nobody can be made one with me
        statement = "SELECT id, name FROM contact WHERE key = ?"
        for contact_id, name in ours.execute(statement, (row["key"],)).fetchall():
            if copies.here.was.get(("contact", contact_id), row) is None:
                known_as = str(owner.get("name", ""))
                yield Namesake(there, contact_id, name, str(row["key"]), known_as)


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
    apart = []
    for net in nets:
        now = net.now
        if net.table == "contact" and now is not None and net.id in names:
            name = next(
                other
                for other in (f"{names[net.id]} {number}" for number in count(2))
                if comparison_key(other) not in taken
            )
            now = {**now, "name": name, "key": comparison_key(name)}
            taken.add(comparison_key(name))
        apart.append(net._replace(now=now))
    return apart

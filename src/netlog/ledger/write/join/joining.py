"""Joining: what the other copy told since the two parted becomes a part of this ledger."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from netlog.domain.projection.difference import Difference
from netlog.domain.records import HERE, Contact, Party
from netlog.ledger.read.corrections import everything_about
from netlog.ledger.read.records import by_id, select_in
from netlog.ledger.write.correcting import delete_about
from netlog.ledger.write.join.clashes import settled
from netlog.ledger.write.join.copies import Copies
from netlog.ledger.write.join.decisions import Clash, Decisions, Subject, Undecided
from netlog.ledger.write.join.following import Following
from netlog.ledger.write.join.ids import NOBODY, Ids, highest_given
from netlog.ledger.write.join.imports import without_what_is_alike
from netlog.ledger.write.join.impossible import events_named
from netlog.ledger.write.join.making_one import chosen, other_organisations, why_not
from netlog.ledger.write.join.namesakes import (
    Namesakes,
    filled_in,
    names_taken,
    namesakes,
    renamed,
    told_apart,
    under_free_names,
)
from netlog.ledger.write.join.numbering import alike, number
from netlog.ledger.write.join.parting import Parting, name_of, parting
from netlog.ledger.write.join.since import (
    CONTACTS,
    TakenOut,
    highest_ids,
    inverse,
    last_heir,
    since,
)
from netlog.ledger.write.join.telling import (
    Net,
    nets_of,
    told_again,
    with_moments_of_their_own,
)
from netlog.ledger.write.join.words import spoken_of_there
from netlog.ledger.write.journal import fact_now, hash_of, latest
from netlog.ledger.write.merge import merge
from netlog.ledger.write.operations import Operation, RowValues
from netlog.ledger.write.projecting import Surroundings
from netlog.ledger.write.reach import contacts_around, contacts_reached
from netlog.ledger.write.rows import FACT_CLASSES, Rows, usual

Merge = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Joined:
    """What a join did.

    Attributes:
        nets: what the other copy said otherwise than when the two parted, as it was told again.
        ids: the ids here of what is there.
        merged: the contacts that were made one, the one that stays first.
        renamed: who has another name here now: the name before, and the name now.
        back: the contacts that had been taken out here and are needed.
        chosen: the contacts of which both had an organisation: the one that stays, and the other.
        difference: what became of items.
    """

    nets: Sequence[Net]
    ids: Ids
    merged: Sequence[tuple[Contact, Contact]]
    renamed: Sequence[tuple[str, str]]
    back: Sequence[int]
    chosen: Sequence[tuple[int, int, int]]
    difference: Difference


def join(rows: Rows, theirs: sqlite3.Connection, decisions: Decisions) -> Joined | None:
    """Tell again what another copy of this ledger told since the two parted.

    Args:
        rows: what writes to this ledger.
        theirs: a copy of the other one, whole and of the same format.
        decisions: what was said of what nobody can guess.

    Returns:
        What that did; None where this ledger has it all already.

    Raises:
        NoParting, JoinedThere: see `parting`.
        Undecided: something is to be decided before; nothing is to be written then.
    """
    where = parting(rows.connection, theirs)
    if where.theirs == where.last:
        return None
    return _Joining(rows, theirs, where, decisions).run()


class _Joining:
    def __init__(
        self, rows: Rows, theirs: sqlite3.Connection, where: Parting, decisions: Decisions
    ) -> None:
        self._rows, self._decisions, self._where = rows, decisions, where
        self._chosen: list[tuple[int, int, int]] = []
        self._nameless: set[int] = set()  # who came back, and whose name somebody else has
        ours = rows.connection
        common = highest_ids(theirs, where.ours)
        highest = highest_ids(theirs, where.theirs, where.ours, common)
        ids = Ids(ours, where.moved, common, highest)
        here, there = since(ours, where.ours), since(theirs, where.theirs)
        self._copies = Copies(ours, theirs, here, there, ids)
        self._made_one_there = [
            gone
            for gone in there.gone
            if gone.became is not None and not ids.is_new("contact", gone.contact)
        ]
        for gone in reversed(self._made_one_there):
            there.take_back(gone)

    def run(self) -> Joined:
        """Do it; what is undecided is told with the names and ids of the other copy."""
        try:
            return self._run()
        except Undecided as undecided:
            ids = self._copies.ids
            undecided.names = {
                ids.of(table, key): str(row["name"])
                for (table, key), row in self._copies.there.known.items()
                if table == "contact" and ids.is_new(table, key)
            }
            undecided.there = {
                clash.subject: ids.there(*clash.subject) for clash in undecided.clashes
            }
            raise

    def _run(self) -> Joined:
        copies, rows, ids = self._copies, self._rows, self._copies.ids
        ours = rows.connection
        namesakes_ = namesakes(copies, self._decisions)
        known = number(rows, copies, namesakes_)
        ids.take("origin", HERE, self._origin())
        nets = with_moments_of_their_own(nets_of(copies.there, ids, known), copies.here)
        nets = without_what_is_alike(nets, copies)
        apart = {ids.of("contact", key): name for key, name in namesakes_.apart.items()}
        nets = [*told_apart(ours, nets, apart), *filled_in(copies, namesakes_.same)]
        self._chosen += other_organisations(copies, namesakes_.same)
        back = self._needed(nets)
        undone, holders = under_free_names(ours, (op for gone in back for op in inverse(gone)))
        merges = self._merges(back, namesakes_)
        self._nameless |= holders.keys()
        merges += [
            (holders[g.contact], g.contact)
            for g in back
            if g.contact in holders and g.became is None
        ]
        for net in nets:
            if net.table == "number":
                rows.apply([net.operation])
        surroundings = Surroundings(ours, self._reached(nets, undone, merges))
        for operation in undone:
            row = fact_now(ours, operation.table, operation.id)
            if operation.fits(row, usual(FACT_CLASSES[operation.table])):
                rows.apply([operation])
        nets = self._settled(nets, namesakes_)
        taken = {clash.subject.id for clash in names_taken(ours, nets)}
        nets = told_apart(ours, nets, {key: str(renamed(nets)[key]["name"]) for key in taken})
        following = Following(copies, nets)
        before = by_id(ours, Contact, renamed(nets))
        self._tell(nets)
        now = by_id(ours, Contact, before)
        following.put_right(rows)
        gone = [taken for taken in copies.here.gone if taken not in back]
        before_merges = self._name()
        merged = self._make_one(merges, {taken.contact: taken.became for taken in gone})
        self._know_names_of_merged(before_merges)
        rows.follow(_last_told(copies.theirs))
        difference = surroundings.project(rows)
        for keep, other in merged:
            difference = difference.merged(keep.id, other.id)
        is_back = by_id(ours, Contact, [gone.contact for gone in back if gone.became is None])
        names = [(before[key].name, contact.name) for key, contact in now.items()]
        others = [(old, new) for old, new in names if old != new]
        return Joined(nets, ids, merged, others, list(is_back), self._chosen, difference)

    def _origin(self) -> int:
        """The id of the other copy as one that told something, which no other one ever had."""
        ours, was = self._rows.connection, self._copies.here.was
        undone = (key for table, key in was if table == "origin")
        return 1 + max([highest_given(ours, "origin"), *undone])

    def _settled(self, nets: list[Net], known: Namesakes) -> list[Net]:
        try:
            nets = settled(self._copies, nets, self._decisions)
        except Undecided as undecided:
            raise Undecided(known.undecided, undecided.clashes) from undecided
        if known.undecided:
            raise Undecided(known.undecided)
        return nets

    def _tell(self, nets: Iterable[Net]) -> None:
        """Write what was told, and that it was: what is taken out first makes room for the rest."""
        copies, rows = self._copies, self._rows
        nets = list(self._without_what_is_known(nets))
        joined = copies.ids.of("origin", HERE)
        rows.apply([Operation("origin", joined, None, {"name": self._name()})])
        self._free_names(nets)
        for net in sorted(nets, key=lambda net: net.now is not None):
            operation = told_again(net, copies.here_now(net))
            if operation is None or net.table == "number":
                continue
            if operation.after is None and net.table == "contact":
                delete_about(rows, "former_party", "contact_id", net.id)  # here there may be more
            rows.apply([operation])

    def _without_what_is_known(self, nets: Iterable[Net]) -> Iterator[Net]:
        """The same without details that are here by now, as who has them came back."""
        for net in nets:
            row = net.now if net.table == "detail" and net.is_new else None
            known = None if row is None else alike(self._rows.connection, "detail", row)
            if known is None:
                yield net
            else:
                self._copies.ids.take("detail", self._copies.ids.there("detail", net.id), known)

    def _free_names(self, nets: Iterable[Net]) -> None:
        """Let who has another name there have none for a while, so that others can have theirs."""
        ours = self._rows.connection
        others = renamed(nets)
        keys = {str(row["key"]) for row in others.values()}
        for contact in by_id(ours, Contact, others).values():
            if contact.key in keys and contact.key != others[contact.id]["key"]:
                before: RowValues = {"name": contact.name, "key": contact.key}
                none = f"NOBODY {contact.id}"  # the key of no name: those are folded
                after: RowValues = {"name": none, "key": none}
                self._rows.apply([Operation("contact", contact.id, before, after)])

    def _name(self) -> str:
        """The name of the other copy: up to where it was taken in, and the ids here of its rows."""
        last = hash_of(self._copies.theirs, self._where.last) or b""
        return name_of(last, self._copies.ids.came())

    def _know_names_of_merged(self, before: str) -> None:
        """Note which names here are those that the other copy's own merges gave."""
        copies, ids = self._copies, self._copies.ids
        for table, key in copies.there.now:
            row = fact_now(copies.theirs, table, key) if table == "detail" else None
            if row is not None and ids.of(table, key) == NOBODY:
                known = alike(self._rows.connection, table, ids.row(row))
                if known is not None:
                    ids.take(table, key, known)
        after = self._name()
        if after != before:
            change = Operation("origin", ids.of("origin", HERE), {"name": before}, {"name": after})
            self._rows.apply([change])

    def _reached(
        self, nets: Sequence[Net], undone: Iterable[Operation], merges: Iterable[Merge]
    ) -> frozenset[int]:
        """All whom it can reach, whoever is right about what both say."""
        copies, ours = self._copies, self._rows.connection
        facts = [net.operation for net in nets if net.table != "number"]
        reached = contacts_reached(ours, [*undone, *facts])
        named = spoken_of_there(ours, nets).union(*map(events_named, nets))
        for event_id in named:
            about = {event.id for event in everything_about(ours, event_id)}
            there = select_in(
                copies.theirs, Party, "event_id", [copies.ids.there("event", event_id)]
            )
            here = {copies.ids.of("contact", party.contact_id) for party in there}
            reached |= contacts_around(ours, here, {event_id, *about})
        for both in merges:
            parties = select_in(ours, Party, "contact_id", both)
            reached |= contacts_around(ours, both, {party.event_id for party in parties})
        return reached

    def _needed(self, nets: Iterable[Net]) -> list[TakenOut]:
        """The contacts that were taken out here and that something needs, the last one first."""
        copies = self._copies
        of, gone_here = copies.ids.of, copies.here.gone
        needed = {
            int(row[column] or 0)
            for net in nets
            for row in (net.now, net.was if net.table != "detail" else None)
            if net.now is not None and row is not None
            for column in CONTACTS
            if row.get(column) is not None
        }
        for gone in self._made_one_there:
            needed |= {of("contact", gone.contact), of("contact", gone.became or 0)}
        needed |= set(self._in_events_as_there())
        spoken_of = {net.subject.id for net in nets if net.subject.table == "contact"}
        for gone in gone_here:
            if gone.became is not None and gone.contact in needed | spoken_of:
                needed |= {gone.contact, gone.became}
        return [gone for gone in reversed(gone_here) if gone.contact in needed]

    def _in_events_as_there(self) -> Iterator[int]:
        """Who was in the events about which the other copy is right, and which may be gone here."""
        copies = self._copies
        for subject, side in self._decisions.right.items():
            if subject.table == "event" and side == "theirs":
                event_id = copies.ids.there(*subject)
                for table in ("party", "former_party"):
                    for party in select_in(copies.theirs, Party, "event_id", [event_id], table):
                        yield copies.ids.of("contact", party.contact_id)

    def _merges(self, back: Sequence[TakenOut], known: Namesakes) -> list[Merge]:
        """Who is to be made one, the one that stays first: as it was here, then as it was there."""
        of = self._copies.ids.of
        here = [(gone.became, gone.contact) for gone in reversed(back) if gone.became is not None]
        there = [
            (of("contact", gone.became or 0), of("contact", gone.contact))
            for gone in self._made_one_there
        ]
        is_new = self._copies.ids.is_new
        namesakes_ = [
            (our, of("contact", there)) if is_new("contact", there) else (of("contact", there), our)
            for our, there in known.merged
        ]
        return [pair for pair in dict.fromkeys([*here, *there, *namesakes_]) if pair[0] != pair[1]]

    def _make_one(
        self, merges: Iterable[Merge], became: Mapping[int, int | None]
    ) -> list[tuple[Contact, Contact]]:
        """Merge each pair, where one of it became somebody else before with that one."""
        ours, merged = self._rows.connection, []
        heirs, dropped = dict(became), self._dropped()
        for pair in merges:
            keep_id, other_id = (last_heir(contact, heirs) for contact in pair)
            both = by_id(ours, Contact, (keep_id, other_id))
            if len(both) < len(pair):
                continue  # they are one already, or nobody
            subject = Subject("contact", other_id)
            why = why_not(ours, both[keep_id], both[other_id])
            if why and self._decisions.right.get(subject) is None:
                raise Undecided(clashes=[Clash(subject, why=why)])
            if not why:
                firms = (both[keep_id].organisation_id, both[other_id].organisation_id)
                self._chosen += chosen(keep_id, *firms)
                with_name = other_id not in dropped | self._nameless
                merge(self._rows, both[keep_id], both[other_id], with_name=with_name)
                heirs[other_id] = keep_id
                merged.append((both[keep_id], both[other_id]))
        return merged

    def _dropped(self) -> set[int]:
        """Who was made one with somebody that is not called so any more."""
        of, here, there = self._copies.ids.of, self._copies.here.gone, self._made_one_there
        dropped = {gone.contact for gone in here if gone.is_dropped}
        return dropped | {of("contact", gone.contact) for gone in there if gone.is_dropped}


def _last_told(theirs: sqlite3.Connection) -> int:
    last = latest(theirs)
    return last.made_at if last else 0

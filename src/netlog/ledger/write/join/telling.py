"""What the other copy says otherwise than when the two parted, and how it is told again here."""

from collections.abc import Collection, Iterable
from itertools import count
from typing import NamedTuple

from netlog.ledger.write.join.decisions import Clash, Subject
from netlog.ledger.write.join.ids import NOBODY, REFERENCES, UNNUMBERED, Ids
from netlog.ledger.write.join.since import Row, Since
from netlog.ledger.write.operations import Operation, RowValues
from netlog.ledger.write.rows import FACT_CLASSES

# How a fact was told says nothing of what it says; who takes back the first one under some terms
# takes them back as well, and others get their id.
_OF_TELLING = frozenset({"told", "origin", "terms_id"})
_JUDGED = frozenset({"contact", "event", "party", "former_party", "acknowledgement"})


class Net(NamedTuple):
    """A row that is otherwise there than when the two parted, with the ids of this ledger."""

    table: str
    id: int
    was: Row
    now: Row

    @property
    def is_new(self) -> bool:
        """Whether it was told since then."""
        return self.was is None

    @property
    def operation(self) -> Operation:
        """The same as an operation."""
        return Operation(*self)

    @property
    def row(self) -> RowValues:
        """The row as it is, or was."""
        return self.now or self.was or {}

    @property
    def subject(self) -> Subject:
        """What it is about."""
        if self.table in ("party", "former_party"):
            return Subject("event", _number(self.row["event_id"]))
        if self.table in ("detail", "interval", "archival"):
            return Subject("contact", _number(self.row["contact_id"]))
        return Subject(self.table, self.id)


def nets_of(there: Since, ids: Ids, known: Collection[tuple[str, int]]) -> list[Net]:
    """What became of the rows of the other copy, in the order of the tables.

    Args:
        there: what became of them.
        ids: their ids here.
        known: those that are here already.
    """
    order = list(FACT_CLASSES)
    differing = [
        Net(table, key, there.was[table, key], now)
        for (table, key), now in there.now.items()
        if now != there.was[table, key] and (table, key) not in known and table not in UNNUMBERED
    ]
    differing.sort(key=lambda net: (order.index(net.table), net.id))
    here = [
        Net(net.table, ids.of(net.table, net.id), _with(ids, net.was), _with(ids, net.now))
        for net in differing
        if net.table != "number" or net.is_new
    ]
    return _without_what_is_gone(here)


def with_moments_of_their_own(nets: Iterable[Net], here: Since) -> list[Net]:
    """The same where no two facts are of one moment, as those of two copies of a fast clock may be.

    What was told, or put, before something else there stays before it.
    """
    every = list(nets)
    taken = {moment for row in here.known.values() for moment in _moments(row).values()}
    own = {moment for net in every if net.is_new for moment in _changed_moments(net).values()}
    moved: dict[int, int] = {}
    last = 0
    for moment in sorted(own.union(*(_changed_moments(net).values() for net in every))):
        free = count(max(moment, last + 1))
        last = next(each for each in free if moment not in own or each not in taken)
        moved[moment] = last
    return [
        net
        if net.now is None
        else net._replace(
            now={**net.now, **{name: moved[was] for name, was in _changed_moments(net).items()}}
        )
        for net in every
    ]


def _moments(row: RowValues) -> dict[str, int]:
    """When a fact was told, and where it was put among those of its day."""
    return {name: int(row[name] or 0) for name in ("told", "placed") if row.get(name) is not None}


def _changed_moments(net: Net) -> dict[str, int]:
    """The moments of a fact that are not as they were: of a new one, all of them."""
    was = net.was or {}
    now = _moments(net.now or {})
    return {name: moment for name, moment in now.items() if was.get(name) != moment}


def clash_of(net: Net, row: Row) -> Clash | None:
    """What stands against telling something again, given the row as it is here."""
    if net.table not in _JUDGED:
        return None
    if net.now is None:
        is_as_it_was = row is None or not _differing(row, net.was or {})
        return None if is_as_it_was else Clash(net.subject, gone="theirs")
    if row is None:
        return None if net.was is None else Clash(net.subject, gone="ours")
    known = net.was or net.now
    columns = tuple(
        (name, row[name], net.now[name])
        for name in _differing(net.now, net.was or row)
        if row[name] not in (known[name], net.now[name])
    )
    return Clash(net.subject, columns) if columns else None


def told_again(net: Net, row: Row) -> Operation | None:
    """The operation that tells something again, given the row as it is here; None for none.

    Nothing stands against it.
    """
    if net.now is None:
        return None if row is None else Operation(net.table, net.id, row, None)
    if row is None:
        is_united = net.is_new or net.table == "detail"
        return Operation(net.table, net.id, None, net.now) if is_united else None
    changes = {
        name: net.now[name]
        for name in _differing(net.now, net.was or row)
        if row[name] != net.now[name]
    }
    if "noted_on" in changes and str(row["noted_on"]) > str(changes["noted_on"]):
        del changes["noted_on"]  # a need is as new as it was noted last
    before = {name: row[name] for name in changes}
    return Operation(net.table, net.id, before, changes) if changes else None


def _without_what_is_gone(nets: list[Net]) -> list[Net]:
    """The same without words about what was told there and taken out again: they are for nothing.

    A thank-you for such a thing stays a thank-you.
    """
    thanked = {net.row["item_id"] for net in nets if net.table == "acknowledgement"}
    gone = {net.id for net in nets if net.table == "number" and _names_nothing(net)}

    def is_idle(net: Net) -> bool:
        if net.table == "number":
            return net.id in gone - thanked
        says = net.table == "statement" and net.is_new
        return says and (_names_nothing(net) or net.row["item_id"] in gone)

    return [net for net in nets if not is_idle(net)]


def _names_nothing(net: Net) -> bool:
    return NOBODY in (net.row.get(column) for column in REFERENCES)


def _differing(these: RowValues, those: RowValues) -> Iterable[str]:
    return [name for name in these if these[name] != those[name] and name not in _OF_TELLING]


def _with(ids: Ids, row: Row) -> Row:
    return None if row is None else ids.row(row)


def _number(value: str | int | None) -> int:
    return int(value or 0)

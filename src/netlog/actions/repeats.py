"""What two copies of one ledger said each for itself: alike, so that it is there twice, or idly."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from netlog.domain.events import EVENT_KINDS
from netlog.domain.events.voucher import Voucher
from netlog.domain.items import Item
from netlog.domain.projection.difference import Difference
from netlog.domain.records import Acknowledgement, Event, Obligation, Settlement, Statement
from netlog.domain.worth import NOTHING
from netlog.ledger.file.access import Connection
from netlog.ledger.read.facts import vouchers
from netlog.ledger.read.items import items
from netlog.ledger.read.records import by_id, me, select_in
from netlog.ledger.read.repeated import events_like, same_acknowledgement
from netlog.ledger.write.join.ids import Ids
from netlog.ledger.write.join.telling import Net

Repeat = tuple[str, str]
Saying = Statement | Acknowledgement
_COLUMNS: Mapping[type[Saying], str] = {
    Statement: "statement_id",
    Acknowledgement: "acknowledgement_id",
}


class Idle(NamedTuple):
    """What ended an item in one of the two copies, and ends none now.

    `number` is the item's; `item` is None where its event is gone.
    """

    saying: Saying
    is_here: bool
    number: int
    item: Item | None


def repeats(ours: Connection, copy: Connection, nets: Iterable[Net]) -> Iterator[Repeat]:
    """The ids of what came, each with that of what this ledger alone had said so already.

    Args:
        ours: the ledger that the two became.
        copy: the other copy.
        nets: what that told.
    """
    new = [net for net in nets if net.is_new and net.now is not None]
    for voucher in vouchers(ours, [net.id for net in new if net.table == "event"]).values():
        known = next(_saying_the_same(ours, copy, voucher), None)
        if known is not None:
            yield f"e{voucher.event.id}", f"e{known}"
    for each in select_in(
        ours, Acknowledgement, "id", [net.id for net in new if net.table == "acknowledgement"]
    ):
        same = same_acknowledgement(ours, each)
        said = select_in(ours, Acknowledgement, "id", [] if same is None else [same])
        if said and not select_in(copy, Acknowledgement, "told", [said[0].told]):
            yield f"a{each.id}", f"a{same}"


def _saying_the_same(ours: Connection, copy: Connection, voucher: Voucher) -> Iterator[int]:
    kind = EVENT_KINDS[voucher.event.kind]
    other = min(voucher.contacts - {me(ours)}, default=None)
    if not kind.once_a_day or other is None:
        return
    for known in events_like(ours, voucher.event, other):
        is_another = known.event.id != voucher.event.id and kind.says_the_same(voucher, known)
        if is_another and not select_in(copy, Event, "told", [known.event.told]):
            yield known.event.id


def said_twice(ours: Connection, copy: Connection, nets: Iterable[Net]) -> list[Statement]:
    """What came and adds to what this ledger alone had said alike, of the same day.

    These are parts of what was promised, and the business that came of an introduction: whatever
    else is said again changes nothing.

    Args:
        ours: the ledger that the two became.
        copy: the other copy.
        nets: what that told.
    """
    new = {net.id for net in nets if net.table == "statement" and net.is_new and net.now}
    said = select_in(ours, Statement, "id", new)
    parts = _effective(ours, "statement_id", [each.id for each in said if each.times is not None])
    came = [each for each in said if each.id in parts or each.worth not in ("", NOTHING)]
    known = {
        _what_it_says(each): each.told
        for column in ("item_id", "event_id")
        for each in select_in(ours, Statement, column, _ids_in(came, column))
        if each.id not in new
    }
    there = {each.told for each in select_in(copy, Statement, "told", known.values())}
    alone = {what for what, told in known.items() if told not in there}
    return [each for each in came if _what_it_says(each) in alone]


def _what_it_says(said: Statement) -> tuple[object, ...]:
    """What is the same in two statements that may be one, told twice."""
    return said.kind, said.item_id, said.event_id, said.said_on, said.times, said.worth


def idle_words(ours: Connection, copy: Connection, ids: Ids, difference: Difference) -> list[Idle]:
    """What ended items in one copy, where the other one had said sooner how they ended.

    Args:
        ours: the ledger that the two became.
        copy: the other copy.
        ids: the ids here of what is there.
        difference: what became of items here.
    """
    before = [each for item in difference.before.values() for each in item.settlements]
    idle: list[tuple[Saying, bool, Settlement]] = []
    for record, column in _COLUMNS.items():
        ended = [(each, True) for each in before if getattr(each, column) is not None]
        ended += [(each, False) for each in _ended_there(copy, record, column, ids)]
        keys = _ids_in((each for each, _ in ended), column)
        said = by_id(ours, record, keys - _effective(ours, column, keys))
        idle += [
            (said[key], is_here, each)
            for each, is_here in ended
            if (key := getattr(each, column)) in said
        ]
    obligations = by_id(ours, Obligation, [each.obligation_id for *_, each in idle])
    known = {item.obligation.id: item for item in items(ours, list(obligations.values()))}
    return [
        Idle(saying, is_here, each.obligation_id, item)
        for saying, is_here, each in idle
        if (item := known.get(each.obligation_id)) is None or not _ended_so(item, each)
    ]


def _ended_there(
    copy: Connection, record: type[Saying], column: str, ids: Ids
) -> Iterator[Settlement]:
    """What words that came had ended there, with the ids of here."""
    of = ids.new().get(record.__name__.lower(), {})
    for each in select_in(copy, Settlement, column, of):
        here: dict[str, Any] = {column: of[getattr(each, column)]}
        yield each._replace(obligation_id=ids.of("number", each.obligation_id), **here)


def _ended_so(item: Item, settled: Settlement) -> bool:
    """Whether an item ended so all the same, or that part of it."""
    return any(
        (each.ending, each.settled_on) == (settled.ending, settled.settled_on)
        for each in item.settlements
    )


def _ids_in(records: Iterable[Saying | Settlement], column: str) -> set[int]:
    """What records name in a column, where they name anything."""
    return {getattr(each, column) for each in records} - {None}


def _effective(connection: Connection, column: str, keys: Iterable[int]) -> set[int]:
    """Those of some words that ended something, or a part of it."""
    return {getattr(each, column) for each in select_in(connection, Settlement, column, keys)}

"""What two copies of one ledger said each for itself: alike, so that it is there twice, or idly."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from netlog.domain.events import EVENT_KINDS
from netlog.domain.events.voucher import Voucher
from netlog.domain.items import Item
from netlog.domain.projection.difference import Difference
from netlog.domain.records import Acknowledgement, Event, Obligation, Settlement, Statement
from netlog.ledger.file.access import Connection
from netlog.ledger.read.facts import vouchers
from netlog.ledger.read.items import items
from netlog.ledger.read.records import by_id, me, select_in
from netlog.ledger.read.repeated import events_like, same_acknowledgement
from netlog.ledger.write.join.telling import Net

Repeat = tuple[str, str]
Saying = Statement | Acknowledgement
_COLUMNS: Mapping[type[Saying], str] = {
    Statement: "statement_id",
    Acknowledgement: "acknowledgement_id",
}


class Idle(NamedTuple):
    """What was said of an item, had an effect in one of the two copies, and has none now.

    `number` is the item's; `item` is None where its event is gone.
    """

    number: int
    kind: str
    is_here: bool
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


def idle_words(
    ours: Connection,
    copy: Connection,
    numbers: Mapping[str, Mapping[int, int]],
    difference: Difference,
) -> list[Idle]:
    """What ended an item in one copy, where the other one had said sooner how it ended.

    Args:
        ours: the ledger that the two became.
        copy: the other copy.
        numbers: the ids there of what is new, and the ids here, by table.
        difference: what became of items here.
    """
    sayings: list[tuple[Saying, bool]] = []
    for record, column in _COLUMNS.items():
        of = numbers.get(record.__name__.lower(), {})
        there = {of[key] for key in _effective(copy, column, of)}
        here = {
            getattr(settlement, column)
            for item in difference.before.values()
            for settlement in item.settlements
        } - {None}
        idle = (there | here) - _effective(ours, column, there | here)
        sayings += [(each, each.id not in there) for each in select_in(ours, record, "id", idle)]
    named = {each.item_id for each, _ in sayings if each.item_id is not None}
    open_or_not = items(ours, list(by_id(ours, Obligation, named).values()))
    known = {item.obligation.id: item for item in open_or_not}
    return [
        Idle(each.item_id, each.kind, is_here, known.get(each.item_id))
        for each, is_here in sayings
        if each.item_id is not None
    ]


def _effective(connection: Connection, column: str, keys: Iterable[int]) -> set[int]:
    """Those of some words that ended something, or a part of it."""
    return {getattr(each, column) for each in select_in(connection, Settlement, column, keys)}

"""What two copies of one ledger said alike, each for itself, so that it is there twice now."""

from collections.abc import Iterable, Iterator

from netlog.domain.events import EVENT_KINDS
from netlog.domain.events.voucher import Voucher
from netlog.domain.records import Acknowledgement, Event
from netlog.ledger.file.access import Connection
from netlog.ledger.read.facts import vouchers
from netlog.ledger.read.records import me, select_in
from netlog.ledger.read.repeated import events_like, same_acknowledgement
from netlog.ledger.write.join.telling import Net

Repeat = tuple[str, str]


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

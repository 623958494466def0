"""Events with those in them, made by hand for the rules of the domain."""

from collections.abc import Sequence
from datetime import date
from itertools import cycle
from typing import Any

from netlog.domain.events import EVENT_KINDS
from netlog.domain.events.voucher import Voucher
from netlog.domain.records import Event, EventKind, Party


def voucher(key: int, kind: EventKind, on: date, contacts: Sequence[int], **fields: Any) -> Voucher:
    """An event, told in the order of the ids, with contacts in the roles of its kind.

    The places in it are 10, 11 .. for the first event, 20, 21 .. for the second.
    """
    event = Event(key, kind, on, **{"told": key, **fields})
    roles = cycle(EVENT_KINDS[kind].roles)
    parties = [
        Party(10 * key + number, key, contact, role)
        for number, (contact, role) in enumerate(zip(contacts, roles, strict=False))
    ]
    return Voucher(event, tuple(parties))

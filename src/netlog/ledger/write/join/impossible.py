"""What could never be, though each copy for itself could say so."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from netlog.domain.correcting import refuse_to_overtake
from netlog.domain.events import EVENT_KINDS
from netlog.domain.events.voucher import Voucher
from netlog.domain.records import Event, Party
from netlog.errors import Refused
from netlog.ledger.read.corrections import events_about, known_since
from netlog.ledger.read.records import me
from netlog.ledger.write.join.decisions import Clash, Subject
from netlog.ledger.write.join.since import Row, Since, carried_out
from netlog.ledger.write.join.telling import Net, told_again
from netlog.ledger.write.journal import fact_now
from netlog.ledger.write.operations import RowValues


def impossible(ours: sqlite3.Connection, here: Since, nets: list[Net]) -> Iterator[Clash]:
    """The events that would be what no command would have let them be.

    Only where what one copy put right meets what the other one says.
    """
    corrected = {net.subject.id for net in nets if net.subject.table == "event" and not net.is_new}
    told_of = {event_id for net in nets for event_id in events_named(net)}
    corrected |= {event_id for event_id in told_of if _is_corrected(here, event_id)}
    owner = me(ours)
    for event_id in sorted(corrected):
        voucher = _as_told(ours, nets, event_id)
        if voucher is None:
            continue
        try:
            EVENT_KINDS[voucher.event.kind].refuse(voucher, owner)
            refuse_to_overtake(voucher.event, *_since(ours, nets, event_id))
        except Refused as refusal:
            yield Clash(Subject("event", event_id), why=refusal.message)


def events_named(net: Net) -> set[int]:
    """The events that a row is or speaks of."""
    named = {net.row.get(column) for column in ("event_id", "introduction_id", "replaces_id")}
    named |= {net.id if net.table == "event" else None}
    return {key for key in named if isinstance(key, int)}


def _is_corrected(here: Since, event_id: int) -> bool:
    """Whether an event, or who was in it, was put right in this ledger."""
    return any(
        was is not None
        and here.now[table, key] is not None
        and (
            (table, key) == ("event", event_id)
            or (table == "party" and was["event_id"] == event_id)
        )
        for (table, key), was in here.was.items()
    )


def _as_told(ours: sqlite3.Connection, nets: list[Net], event_id: int) -> Voucher | None:
    """An event as it would be once all is told; None where it would be gone."""
    rows: dict[tuple[str, int], Row] = {("event", event_id): fact_now(ours, "event", event_id)}
    for (key,) in ours.execute("SELECT id FROM party WHERE event_id = ?", (event_id,)):
        rows["party", key] = fact_now(ours, "party", key)
    for net in nets:
        if net.subject == ("event", event_id) and net.table in ("event", "party"):
            row = rows.get((net.table, net.id))
            operation = told_again(net, row)
            rows[net.table, net.id] = carried_out(operation, row) if operation else row
    event = rows["event", event_id]
    if event is None:
        return None
    parties = (
        Party(id=key, **row)  # type: ignore[arg-type]  # the columns are the fields
        for (table, key), row in sorted(rows.items(), key=lambda each: each[0][1])
        if table == "party" and row is not None
    )
    return Voucher(_event(event_id, event), tuple(parties))


def _since(
    ours: sqlite3.Connection, nets: Iterable[Net], event_id: int
) -> tuple[list[Event], tuple[date, int] | None]:
    """What is about an introduction, and the first moment of which something is said of it."""
    dependents = {event.id: event for event in events_about(ours, event_id)}
    moments = [known_since(ours, event_id)]
    for net in nets:
        if net.table == "event" and event_id in (
            net.row["introduction_id"],
            net.row["replaces_id"],
        ):
            dependents.pop(net.id, None)
            if net.now is not None:
                dependents[net.id] = _event(net.id, net.now)
        elif net.table == "statement" and net.now is not None and _is_heard(net.now, event_id):
            said_on = date.fromisoformat(str(net.now["said_on"]))
            moments.append((said_on, int(net.now["told"] or 0)))
    return list(dependents.values()), min(filter(None, moments), default=None)


def _is_heard(row: RowValues, event_id: int) -> bool:
    """Whether a statement says that something came of an introduction."""
    return row["event_id"] == event_id and row["kind"] in ("responded", "happy")


def _event(event_id: int, row: RowValues) -> Event:
    days: Mapping[str, object] = {
        name: date.fromisoformat(str(row[name]))
        for name in ("happened_on", "due_on")
        if row[name] is not None
    }
    return Event(id=event_id, **{**row, **days})  # type: ignore[arg-type]  # as above

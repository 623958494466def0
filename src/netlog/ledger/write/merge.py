"""Making one contact of two: all facts of one of them become those of the other."""

from netlog.domain.people.merging import kept_place
from netlog.domain.people.names import comparison_key
from netlog.domain.records import (
    Acknowledgement,
    Contact,
    Interval,
    Number,
    Party,
    Statement,
)
from netlog.ledger.read.contacts import details, members
from netlog.ledger.read.intervals import current_intervals, latest_intervals
from netlog.ledger.read.records import select_in
from netlog.ledger.write.correcting import delete_about
from netlog.ledger.write.rows import Rows, row_of
from netlog.ledger.write.schema.facts import (
    AcknowledgementRow,
    ContactRow,
    DetailRow,
    FormerPartyRow,
    IntervalRow,
    PartyRow,
    StatementRow,
)
from netlog.ledger.write.telling import add_detail, change_contact


def merge(
    rows: Rows, keep: Contact, other: Contact, *, with_name: bool = True
) -> tuple[int, int, int]:
    """Give all that belongs to `other` to `keep`.

    Args:
        rows: what writes to the ledger.
        keep: who stays.
        other: who goes.
        with_name: whether the name is to be found under who stays.

    Returns:
        How many acknowledgements, details (the organisation and an interval are such) and people
        moved.
    """
    _move_parties(rows, keep, other)
    acknowledgements = _move_acknowledgements(rows, keep, other)
    moved = _move_intervals(rows, keep, other)
    # Whether the kept contact is archived is as was said of it, and by what happened with both.
    delete_about(rows, "archival", "contact_id", other.id)
    moved += _move_details(rows, keep, other, with_name=with_name)
    people = members(rows.connection, other.id)
    if keep.organisation_id in [member.id for member in people]:
        change_contact(rows, keep.id, organisation_id=None)  # or each would be in the other
    for member in people:
        change_contact(rows, member.id, organisation_id=keep.id)
    moved += _complete(rows, keep, other)
    rows.delete(ContactRow, other.id)
    return acknowledgements, moved, len(people)


def _move_parties(rows: Rows, keep: Contact, other: Contact) -> None:
    theirs = select_in(rows.connection, Party, "contact_id", [other.id])
    events = [party.event_id for party in theirs]
    shared = {
        party.event_id: party
        for party in select_in(rows.connection, Party, "event_id", events)
        if party.contact_id == keep.id
    }
    for party in theirs:
        if party.event_id in shared:
            _make_one_place(rows, shared[party.event_id], party, keep)
        else:
            rows.update(PartyRow, party.id, contact_id=keep.id)
    _move_former_parties(rows, keep, other)


def _move_former_parties(rows: Rows, keep: Contact, other: Contact) -> None:
    """Let the kept contact get back the places that the other one had, where there is none yet."""
    taken = {
        party.event_id
        for table in ("party", "former_party")
        for party in select_in(rows.connection, Party, "contact_id", [keep.id], table)
    }
    for party in select_in(rows.connection, Party, "contact_id", [other.id], "former_party"):
        if party.event_id in taken:
            rows.delete(FormerPartyRow, party.id)
        else:
            rows.update(FormerPartyRow, party.id, contact_id=keep.id)


def _make_one_place(rows: Rows, keeps: Party, others: Party, keep: Contact) -> None:
    """Of a meeting with both, let one place stay, with what was said of the items of either."""
    numbers = select_in(rows.connection, Number, "event_id", [keeps.event_id])
    ids = [number.id for number in numbers]
    statements = select_in(rows.connection, Statement, "item_id", ids)
    acknowledgements = select_in(rows.connection, Acknowledgement, "item_id", ids)
    said = {statement.item_id for statement in statements}
    said |= {acknowledgement.item_id for acknowledgement in acknowledgements}
    places = {place for number in numbers if number.id in said for place in number[3:5]}
    stays, goes = kept_place(keeps, others, places)
    of_it = [number for number in numbers if number.id in said and goes.id in number[3:5]]
    twins = {number.id: _twin(rows, number, numbers, stays, goes) for number in of_it}
    for statement in statements:
        if statement.item_id in twins:
            rows.update(StatementRow, statement.id, item_id=twins[statement.item_id])
    for acknowledgement in acknowledgements:
        if acknowledgement.item_id in twins:
            item_id = twins[acknowledgement.item_id]
            rows.update(AcknowledgementRow, acknowledgement.id, item_id=item_id)
    rows.delete(PartyRow, goes.id)
    rows.update(PartyRow, stays.id, contact_id=keep.id)


def _twin(rows: Rows, number: Number, numbers: list[Number], stays: Party, goes: Party) -> int:
    """The number of the same item of the place that stays, given now where it never was."""
    debtor, creditor = (stays.id if place == goes.id else place for place in number[3:5])
    twin = number._replace(debtor_place=debtor, creditor_place=creditor)
    for known in numbers:
        if known[1:] == twin[1:]:
            return known.id
    return rows.insert(row_of(twin._replace(id=0)))


def _move_acknowledgements(rows: Rows, keep: Contact, other: Contact) -> int:
    number = 0
    for column in ("author_id", "recipient_id"):
        for acknowledgement in select_in(rows.connection, Acknowledgement, column, [other.id]):
            rows.update(AcknowledgementRow, acknowledgement.id, **{column: keep.id})
            number += 1
    return number


def _move_intervals(rows: Rows, keep: Contact, other: Contact) -> int:
    """The interval of the kept contact stays; without one, the other one's is theirs.

    Where neither has one any more, what each had counts instead. How many in force moved.
    """
    both = (keep.id, other.id)
    having = current_intervals(rows.connection, both) or latest_intervals(rows.connection, both)
    goes = other if keep.id in having else keep
    for interval in select_in(rows.connection, Interval, "contact_id", both):
        if interval.contact_id == goes.id:
            rows.delete(IntervalRow, interval.id)
        else:
            rows.update(IntervalRow, interval.id, contact_id=keep.id)
    moved = having.get(other.id) if goes is keep else None
    return int(moved is not None and moved.days is not None)


def _move_details(rows: Rows, keep: Contact, other: Contact, *, with_name: bool) -> int:
    known = {(detail.kind, detail.key): detail for detail in details(rows.connection, keep.id)}
    moved = 0
    for detail in details(rows.connection, other.id):
        if (same := known.get((detail.kind, detail.key))) is not None:
            rows.delete(DetailRow, detail.id)
            if detail.noted_on is not None and same.noted_on is not None:
                rows.update(DetailRow, same.id, noted_on=max(same.noted_on, detail.noted_on))
        else:
            rows.update(DetailRow, detail.id, contact_id=keep.id)
            moved += 1
    is_called_so = comparison_key(other.name) == keep.key or ("alias", other.key) in known
    if with_name and not is_called_so:
        add_detail(rows, keep.id, "alias", other.name)
    return moved


def _complete(rows: Rows, keep: Contact, other: Contact) -> int:
    """Give the organisation where there was none, and the kind; how many organisations moved."""
    changes: dict[str, int | str | None] = {}
    # What belongs to who stays cannot have them as well: each would be in the other.
    own = {None, *(member.id for member in members(rows.connection, keep.id))}
    if keep.organisation_id is None and other.organisation_id not in own:
        changes["organisation_id"] = other.organisation_id
    if keep.kind != other.kind:
        changes["kind"] = "organisation"
    if changes:
        change_contact(rows, keep.id, **changes)
    return int("organisation_id" in changes)

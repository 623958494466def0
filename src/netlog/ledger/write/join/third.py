"""What a third copy told, and both have taken in: they have it in common, as that one told it."""

from collections.abc import Collection, Iterable

from netlog.domain.records import HERE, Party
from netlog.ledger.read.records import select_in
from netlog.ledger.write.join.copies import Copies
from netlog.ledger.write.join.since import last_heir
from netlog.ledger.write.operations import RowValues


def told_by_a_third(copies: Copies, table: str) -> dict[int, int]:
    """The facts that another copy told and that were taken in here too, by the id there.

    Nothing else was told at their moments. What a join took in and was taken out since then stays
    out, unless the join itself was undone.
    """
    ours, here, there, ids = copies.ours, copies.here, copies.there, copies.ids
    joined = {key for (key,) in ours.execute("SELECT id FROM origin WHERE id <> ?", (HERE,))}
    keys_by_moment = {
        row["told"]: key
        for (name, key), row in here.known.items()
        if name == table and row["origin"] in joined
    }
    rows = ours.execute(f"SELECT told, id FROM {table} WHERE origin <> ?", (HERE,))
    keys_by_moment |= dict(rows.fetchall())
    return {
        key: keys_by_moment[row["told"]]
        for (name, key), row in there.told.items()
        if name == table and row["told"] in keys_by_moment and ids.is_new(table, key)
    }


def places(
    copies: Copies,
    known: Collection[tuple[str, int]],
    merged: Iterable[tuple[int, int]],
) -> dict[int, int]:
    """The places in such events by the id there, also of whom either copy made one since.

    Args:
        copies: the two.
        known: the events, by table and their id there.
        merged: who is one with somebody there: by the id here, and by the id there.
    """
    here, there, ids = copies.here, copies.there, copies.ids
    became_there = {gone.contact: gone.became for gone in there.gone}
    became = {ids.of("contact", gone.contact): gone.became for gone in there.gone}
    became |= dict(merged)
    became_here = {gone.contact: gone.became for gone in here.gone}

    def place(row: RowValues, contact: int) -> tuple[object, ...]:
        return row["event_id"], row["role"], last_heir(contact, became_here)

    def by_now(contact: int) -> int:
        heir = became.get(contact)
        return contact if heir is None else ids.of("contact", last_heir(heir, became_there))

    new = {
        key: place(ids.row(row), ids.of("contact", last_heir(_contact(row), became_there)))
        for (table, key), row in there.told.items()
        if table == "party" and ("event", row["event_id"]) in known
    }
    events = {int(event_id) for event_id, *_ in new.values() if isinstance(event_id, int)}
    rows = {key: row for (table, key), row in here.known.items() if table == "party"}
    rows |= {each.id: each._asdict() for each in select_in(copies.ours, Party, "event_id", events)}
    taken = {place(row, by_now(_contact(row))): key for key, row in rows.items()}
    return {key: taken[whose] for key, whose in new.items() if whose in taken}


def _contact(row: RowValues) -> int:
    return int(row["contact_id"] or 0)

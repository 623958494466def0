"""The records of the domain, the tables, and what is read back are one truth."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.domain.events import EVENT_KINDS
from netlog.domain.records import (
    Acknowledgement,
    AcknowledgementKind,
    Archival,
    Archived,
    Attempt,
    Change,
    ChangeKind,
    Contact,
    Detail,
    DetailKind,
    Ending,
    Event,
    Interval,
    IntroductionOutcome,
    Number,
    Obligation,
    ObligationKind,
    Outcome,
    Party,
    Role,
    Settlement,
    Statement,
    StatementKind,
)
from netlog.ledger.file.access import writing
from netlog.ledger.file.digests import DIGEST, seal
from netlog.ledger.read.records import TABLE_OF, grouped_in, rows_in, select, select_in
from netlog.ledger.write.rows import Rows
from netlog.ledger.write.schema import FACTS, POSTINGS, SQLModel
from netlog.ledger.write.schema.facts import (
    AcknowledgementRow,
    ContactRow,
    EventRow,
    NumberRow,
    StatementRow,
    TermsRow,
)
from netlog.ledger.write.schema.journal import ChangeRow
from netlog.ledger.write.schema.postings import ObligationRow
from tests.support.ledgers import found

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
NAME = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)
DAWN = date(1900, 1, 1)
DAY = st.dates(DAWN, date(9999, 12, 31))
WHOLE = st.integers(0, 2**63 - 1)
PARTS = st.integers(1, 2**63 - 1)
NEW = st.integers(10, 2**63 - 1)
ONE, ONE_OR_NONE = st.just(1), st.sampled_from([None, 1])
TOLD = {"told": WHOLE, "origin": ONE}
SAID = {"via": TEXT, "note": TEXT}


def one_of(kinds: Any) -> st.SearchStrategy[str]:
    return st.sampled_from(get_args(kinds))


VALUES: dict[type, dict[str, st.SearchStrategy[Any]]] = {
    Contact: {
        "id": NEW,
        "name": NAME.filter(lambda name: len(name) <= 200),
        "key": NAME.filter(lambda key: key not in ("me", "dana")),
        "kind": st.sampled_from(["person", "organisation"]),
        "is_me": st.booleans(),
        "organisation_id": ONE_OR_NONE,
    },
    Detail: {
        "id": NEW,
        "contact_id": ONE,
        "kind": one_of(DetailKind),
        "value": TEXT,
        "key": TEXT,
        "noted_on": DAY,
    },
    Archival: {"id": NEW, "contact_id": ONE, "since_on": DAY, "is_over": st.booleans(), **TOLD},
    Archived: {"contact_id": st.just(2), "since_on": DAY},
    Interval: {
        "id": NEW,
        "contact_id": ONE,
        "since_on": DAY,
        "days": st.none() | st.integers(1, 3650),
        "said": TEXT,
        **TOLD,
    },
    Event: {
        "id": NEW,
        "kind": st.sampled_from([kind for kind in EVENT_KINDS if kind != "problem"]),
        "happened_on": st.just(DAWN),
        **dict.fromkeys(["about", "via", "note", "place", "fee"], TEXT),
        "due_on": st.none() | DAY,
        "times": PARTS,
        "introduction_id": st.none(),
        "replaces_id": ONE_OR_NONE,
        "no_due": st.booleans(),
        "expect_reply": st.booleans(),
        "terms_id": ONE,
        "placed": st.none() | WHOLE,
        **TOLD,
        "client_first": st.booleans(),
        "keeps_id": ONE_OR_NONE,
    },
    Party: {"id": NEW, "event_id": ONE, "contact_id": ONE, "role": one_of(Role)},
    Acknowledgement: {
        "id": NEW,
        "kind": one_of(AcknowledgementKind),
        "said_on": DAY,
        "author_id": ONE,
        "recipient_id": st.just(2),
        "item_id": ONE_OR_NONE,
        **SAID,
        "placed": st.none() | WHOLE,
        **TOLD,
    },
    Statement: {
        "id": NEW,
        "kind": one_of(StatementKind),
        "said_on": DAY,
        "item_id": ONE,
        **dict.fromkeys(["event_id", "acknowledgement_id", "statement_id"], st.none() | WHOLE),
        "times": st.none() | PARTS,
        "day": st.none() | DAY,
        **SAID,
        "terms_id": ONE_OR_NONE,
        **TOLD,
        "worth": NAME,
    },
    Number: {
        "id": NEW,
        "kind": one_of(ObligationKind),
        **dict.fromkeys(["event_id", "debtor_place", "creditor_place"], WHOLE),
        "statement_id": st.none() | WHOLE,
    },
    Obligation: {
        "id": NEW,
        "event_id": ONE,
        "kind": one_of(ObligationKind),
        "debtor_id": ONE,
        "creditor_id": st.just(2),
        "times": PARTS,
        "opened_on": st.just(DAWN),
        "due_on": DAY,
        "hidden_until": st.none() | DAY,
        "closed_on": st.none() | DAY,
    },
    Settlement: {
        "obligation_id": ONE,
        "ordinal": NEW,
        "ending": one_of(Ending),
        "settled_on": DAY,
        "times": PARTS,
        **SAID,
        **dict.fromkeys(["event_id", "acknowledgement_id", "statement_id"], ONE_OR_NONE),
        "moment": WHOLE,
    },
    Attempt: {
        "obligation_id": ONE,
        "ordinal": NEW,
        "made_on": DAY,
        **SAID,
        **dict.fromkeys(["event_id", "statement_id"], ONE_OR_NONE),
        "moment": WHOLE,
    },
    IntroductionOutcome: {
        "event_id": ONE,
        "outcome": one_of(Outcome),
        "noted_on": DAY,
        **SAID,
        **dict.fromkeys(["cause_id", "statement_id"], ONE_OR_NONE),
    },
    Change: {
        "id": NEW,
        "made_at": WHOLE,
        "kind": one_of(ChangeKind),
        **dict.fromkeys(["command", "summary"], TEXT),
        **dict.fromkeys(["target_id", "parent_id", "top_id"], st.none()),
        "hash": st.binary(max_size=32),
    },
}
# A field that only rows of one kind have, and what the others have in its place.
OF_ONE_KIND: dict[type, tuple[str, str, str | None]] = {
    Detail: ("need", "noted_on", None),
    Statement: ("worth", "worth", ""),
}
TABLES: tuple[type[SQLModel], ...] = (*FACTS, *POSTINGS, ChangeRow)
ROWS: dict[str, Any] = {str(row.__tablename__): row for row in TABLES}
# A place that somebody had in an event is read as one that somebody has.
PLACES = [*TABLE_OF.items(), (Party, "former_party"), (Change, "change")]


def referred_to() -> Iterator[SQLModel]:
    """One row in each table that others refer to."""
    yield TermsRow(id=1, days="{}")
    yield ContactRow(id=2, name="Dana", key="dana")
    yield EventRow(id=1, kind="meeting", happened_on=DAWN, told=1)
    yield NumberRow(id=1, kind="thanks", event_id=1, debtor_place=1, creditor_place=2)
    yield ObligationRow(
        id=1, event_id=1, kind="thanks", debtor_id=1, creditor_id=2, opened_on=DAWN, due_on=DAWN
    )
    yield AcknowledgementRow(id=1, kind="thanks", said_on=DAWN, author_id=1, recipient_id=2, told=2)
    yield StatementRow(id=1, kind="kept", said_on=DAWN, item_id=1, told=3)


def write(connection: sqlite3.Connection, row: SQLModel) -> None:
    """Write a row as `Rows` does, and tell no journal of it."""
    session = Rows(connection).session
    session.add(row)
    session.flush()


@pytest.fixture
def peopled(ledger: Path) -> Path:
    """A ledger with what other rows refer to."""
    with writing(found(ledger)) as connection:
        for row in referred_to():
            write(connection, row)
        connection.execute("COMMIT")
    return ledger


@pytest.mark.parametrize(("record", "table"), PLACES)
def test_the_fields_of_a_record_are_the_columns_of_its_table(
    record: Any, table: str, ledger: Path
) -> None:
    with closing(sqlite3.connect(found(ledger))) as connection:
        columns = [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")]
    sealed = [] if record is Change else [DIGEST]
    assert [*record._fields, *sealed] == columns


def test_every_table_has_a_record() -> None:
    plain = {"terms", "origin"}  # read as what is made of their one column
    assert ROWS.keys() - plain == {table for _, table in PLACES}
    assert {record for record, _ in PLACES} == VALUES.keys()


def drawn(record: Any, data: st.DataObject) -> Any:
    """A record as its table may hold it."""
    values = data.draw(st.fixed_dictionaries(VALUES[record]))
    if record in OF_ONE_KIND:
        kind, name, without = OF_ONE_KIND[record]
        values[name] = values[name] if values["kind"] == kind else without
    return record(**values)


@pytest.mark.parametrize(("record", "table"), PLACES)
@given(data=st.data())
def test_what_is_written_reads_back_equal(
    record: Any, table: str, peopled: Path, data: st.DataObject
) -> None:
    written = drawn(record, data)
    with writing(peopled) as connection:
        write(connection, ROWS[table](**written._asdict()))
        columns = ROWS[table].__table__.primary_key.columns.keys()
        key = " AND ".join(f"t.{name} = :{name}" for name in columns)
        (read,) = select(connection, record, f"WHERE {key}", written._asdict(), table)
    assert read == written


def test_many_ids_are_asked_for_in_parts(ledger: Path) -> None:
    ids = range(2, 1302)
    with writing(found(ledger)) as connection:
        connection.executemany(
            "INSERT INTO contact (id, name, key, kind, is_me) VALUES (?1, ?1, ?1, 'person', 0)",
            ((key,) for key in ids),
        )
        seal(connection, ["contact"])
        contacts = select_in(connection, Contact, "id", reversed(ids), also="t.id <> :me", me=1)
        groups = grouped_in(connection, Contact, "id", ids)
        rows = rows_in(connection, "SELECT id FROM contact WHERE id IN ({ids})", [*ids, *ids])
        assert [contact.id for contact in contacts] == list(ids)
        assert [contact.id for key in ids for contact in groups[key]] == list(ids)
        assert [key for (key,) in rows] == list(ids)
        assert list(rows_in(connection, "SELECT {ids}", [])) == []

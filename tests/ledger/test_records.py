"""The records of the domain, the tables, and what is read back are one truth."""

import sqlite3
from contextlib import closing
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.domain.events import EVENT_KINDS
from netlog.ledger.file.access import writing
from netlog.ledger.read.records import TABLE_OF, one
from netlog.ledger.write.rows import ROW_CLASSES, Rows
from netlog.ledger.write.schema import FACTS
from tests.support.ledgers import found, query

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
NAME = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)
DAY = st.dates(date(1900, 1, 1), date(9999, 12, 31))
PARTS = st.integers(1, 2**63 - 1)
EVENT = st.just(1)
KINDS = st.sampled_from([kind for kind in EVENT_KINDS if kind != "problem"])

VALUES: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "contact": {
        "name": NAME.filter(lambda name: len(name) <= 200),
        "key": NAME.filter(lambda key: key != "me"),
        "kind": st.sampled_from(["person", "organisation"]),
        "is_me": st.sampled_from([0, 1]),
        "organisation_id": st.sampled_from([None, 1]),
        "every_days": st.none() | st.integers(1, 3650),
    },
    "detail": {
        "contact_id": st.just(1),
        "kind": st.sampled_from(["alias", "email", "phone", "skill"]),
        "value": TEXT,
        "key": TEXT,
    },
    "event": {
        "kind": KINDS,
        "happened_on": DAY,
        **dict.fromkeys(["about", "via", "note", "place", "fee"], TEXT),
        "introduction_id": st.none(),
        "replaces_id": st.sampled_from([None, 1]),
    },
    "party": {
        "event_id": EVENT,
        "contact_id": st.just(1),
        "role": st.sampled_from([role for kind in EVENT_KINDS.values() for role in kind.roles]),
    },
    "obligation": {
        "event_id": EVENT,
        "kind": st.sampled_from([one for kind in EVENT_KINDS.values() for one in kind.opens]),
        "debtor_id": st.just(1),
        "creditor_id": st.just(2),
        "times": PARTS,
        "opened_on": st.just(date(1900, 1, 1)),
        "due_on": DAY,
        "hidden_until": st.none() | DAY,
        "closed_on": st.none() | DAY,
    },
    "settlement": {
        "obligation_id": st.just(1),
        "ending": st.sampled_from(["kept", "broken", "waived"]),
        "settled_on": DAY,
        "times": PARTS,
        "via": TEXT,
        "note": TEXT,
        "event_id": st.sampled_from([None, 1]),
    },
    "attempt": {
        "obligation_id": st.just(1),
        "made_on": DAY,
        "via": TEXT,
        "note": TEXT,
        "event_id": st.sampled_from([None, 1]),
    },
    "introduction_outcome": {
        "event_id": EVENT,
        "outcome": st.sampled_from(["responded", "happy"]),
        "noted_on": DAY,
        "via": TEXT,
        "note": TEXT,
        "cause_id": st.sampled_from([None, 1]),
    },
}


@pytest.fixture
def peopled(ledger: Path) -> Path:
    """A ledger with one row in each table that others refer to."""
    found(ledger)
    query(ledger, "INSERT INTO contact VALUES (2, 'Dana', 'dana', 'person', 0, NULL, NULL)")
    query(ledger, "INSERT INTO event VALUES (1, 'meeting', '2026-01-01', '','','','','',NULL,NULL)")
    query(
        ledger,
        "INSERT INTO obligation VALUES"
        " (1, 1, 'thanks', 1, 2, 1, '2026-01-01', '2026-01-02', NULL, NULL)",
    )
    return ledger


@pytest.mark.parametrize(("record", "table"), TABLE_OF.items())
def test_the_fields_of_a_record_are_the_columns_of_its_table(
    record: type, table: str, ledger: Path
) -> None:
    with closing(sqlite3.connect(found(ledger))) as connection:
        columns = [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")]
    assert [field.name for field in fields(record)] == columns


def test_every_table_of_facts_has_a_record() -> None:
    assert {str(row.__tablename__) for row in FACTS} == set(TABLE_OF.values()) == set(VALUES)


@pytest.mark.parametrize(("record", "table"), TABLE_OF.items())
@given(data=st.data())
def test_what_is_written_reads_back_equal(
    record: type, table: str, peopled: Path, data: st.DataObject
) -> None:
    values = data.draw(st.fixed_dictionaries(VALUES[table]))
    with writing(peopled) as connection:
        key = Rows(connection).insert(ROW_CLASSES[table](**values))
        read = one(connection, record, key)
    assert read == record(id=key, **values)

"""A whole ledger goes out as plain text and comes in again as it was, whatever is in it.

`--sweep` looks at 10,000 ledgers in each form.
"""

import io
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any, NamedTuple

import pytest

from netlog.domain.events import EVENT_KINDS
from netlog.domain.people.names import comparison_key
from netlog.domain.records import EventKind
from netlog.errors import Refused
from netlog.exchange import own, own_tables
from netlog.ledger.file.create import ME_ROW, create_tables
from netlog.ledger.file.everything import columns_of_all, fill, tables
from netlog.ledger.write.anew import begin_journal, project_anew
from netlog.ledger.write.rows import FACT_CLASSES, usual
from netlog.ledger.write.whole import take_in
from netlog.render.export.whole_json import document
from netlog.render.export.whole_tables import of_tables
from tests.exchange.test_fuzz import TOKENS, changed
from tests.support.ledgers import TABLES

FEW, MANY = 10, 10_000
FIRST = date(2026, 1, 1)
MOMENT = 1_795_926_035_394_342
WHO: Mapping[EventKind, int] = {"meeting": 3, "introduction": 3, "promise": 2, "outreach": 2}
TROUBLE = (
    *("=2+2", "+49 30 1", "-1", "@SUM(A1)", "'", "'=1", "''=1", "'quoted'", "\uff1d1", "\t=1"),
    *('"', '""', ",", ";", "a,b;c|d", "\\", "\\n", "\\u0041", "{", "]", "null", "0", "007", "1e5"),
    *("é", "e\u0301", "\u200b", "\u202e", "\u2028", "\x85", "😀", "\ufeff", "日本", "\x7f"),
    *("a\nb", "a\r\nb", "a\rb", " ", ""),
)


class Facts:
    """Facts that may have been told, in texts that some format may not like."""

    def __init__(self, seed: int) -> None:
        self.chance = chance = Random(seed)  # noqa: S311 - repeatable is what it has to be
        self.rows: dict[str, list[dict[str, Any]]] = {
            name: [] for name in columns_of_all(with_journal=False)
        }
        self.add("origin", name="here")
        self.add("terms", days='{"thanks_meeting":2}')
        self.rows["contact"].append(dict(ME_ROW))
        for number in range(2, 3 + chance.randrange(5)):
            name = f"{self.text()}{number}"
            firm = chance.choice([None, *range(2, number)])
            self.add("contact", name=name, key=comparison_key(name), organisation_id=firm)
        self.others = range(2, len(self.rows["contact"]) + 1)
        for contact in self.others:
            need = self.text()
            about = {"kind": "need", "value": need, "key": comparison_key(need)}
            self.add("detail", contact_id=contact, noted_on=self.day(), **about)
            self.add("interval", contact_id=contact, since_on=self.day(), days=42, said="6w")
        for _ in range(chance.randrange(8)):
            self.event()
        self.add(
            "acknowledgement",
            kind="thanks",
            said_on=self.day(),
            author_id=1,
            recipient_id=chance.choice(self.others),
            note=self.text(),
        )

    def add(self, table: str, **values: Any) -> int:
        """Tell a fact, with what is usual of the rest."""
        key = len(self.rows[table]) + 1
        row = {"id": key, **usual(FACT_CLASSES[table]), **values}
        if "told" in row:
            row["told"] = MOMENT + 16 * sum(map(len, self.rows.values()))
        self.rows[table].append(row)
        return key

    def event(self) -> None:
        """Tell of me and others."""
        kind = self.chance.choice([*WHO])
        others = self.chance.sample(self.others, min(WHO[kind] - 1, len(self.others)))
        if kind == "introduction" and len(others) < 2:
            return
        texts = {name: self.text() for name in ("about", "note", "via", "place")}
        due = {"due_on": "2026-12-31"} if kind == "promise" else {}
        event = self.add("event", kind=kind, happened_on=self.day(), **texts, **due)
        roles = EVENT_KINDS[kind].roles
        for place, contact in enumerate((1, *others)):
            role = roles[min(place, len(roles) - 1)]
            self.add("party", event_id=event, contact_id=contact, role=role)
        if kind == "introduction":
            self.add("statement", kind="worth", said_on="2026-12-01", event_id=event, worth="10")

    def day(self) -> str:
        """A day of the year."""
        return (FIRST + timedelta(self.chance.randrange(300))).isoformat()

    def text(self) -> str:
        """Something that may be trouble."""
        return "".join(self.chance.choices(TROUBLE, k=self.chance.randrange(4)))


class Form(NamedTuple):
    """How a ledger goes out, and how it comes in."""

    write: Callable[[sqlite3.Connection, bool], Mapping[str, str]]
    read: Callable[[Mapping[str, bytes], bool], own.Whole]


def _as_json(connection: sqlite3.Connection, with_journal: bool) -> Mapping[str, str]:
    return {"json": "".join(document(tables(connection, with_journal=with_journal)))}


def _of_json(files: Mapping[str, bytes], _: bool) -> own.Whole:
    return own.read(io.BytesIO(files["json"]))


def _as_tables(connection: sqlite3.Connection, with_journal: bool) -> Mapping[str, str]:
    files = of_tables(tables(connection, with_journal=with_journal))
    return {name.removesuffix(".csv"): "".join(parts) for name, parts in files}


def _of_tables(files: Mapping[str, bytes], with_journal: bool) -> own.Whole:
    streams = {name: io.BytesIO(data) for name, data in files.items()}
    return own_tables.read(streams, columns_of_all(with_journal=with_journal))


FORMS = {"json": Form(_as_json, _of_json), "csv": Form(_as_tables, _of_tables)}


@cache
def _empty() -> bytes:
    """A ledger with its tables and nothing in them: to create these takes longest."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        create_tables(connection)
        return connection.serialize()


@contextmanager
def holding(rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> Iterator[sqlite3.Connection]:
    """A ledger in memory with these rows, and what follows from them."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.deserialize(_empty())
        connection.execute("BEGIN")
        fill(connection, rows)
        project_anew(connection)
        yield connection


def come_and_go(seed: int, form: Form) -> None:
    with_journal = seed % 2 == 0
    with holding(Facts(seed).rows) as ledger:
        if with_journal:
            begin_journal(ledger, f"netlog {seed}", "=told")
        files = form.write(ledger, with_journal)
        whole = form.read({name: text.encode() for name, text in files.items()}, with_journal)
        with holding(whole.rows) as again:
            assert form.write(again, with_journal) == files, seed
            for table in TABLES:
                statement = f"SELECT * FROM {table} ORDER BY 1, 2"
                assert list(again.execute(statement)) == list(ledger.execute(statement)), seed


@pytest.mark.parametrize("form", FORMS)
def test_a_ledger_comes_in_as_it_went_out(form: str) -> None:
    for seed in range(FEW):
        come_and_go(seed, FORMS[form])


ANYTHING: tuple[Any, ...] = (
    *(None, "", 0, 1, 2, -1, 99, 1 << 63, 1 << 70, 1.5, True, "x", [], {}, "\ud800", "a\0b"),
    *("2026-13-01", "2026-01-05", "0001-01-01", "9999-12-31", "[]", "{}", '{"a":[1]}', "1"),
    *('{"thanks_meeting":"x"}', "client", "attendee", "introduction", "problem", "kept"),
)


def take_whatever(seed: int) -> None:
    """Take in rows of which some were changed: it is refused in a sentence, or a sound ledger."""
    chance = Random(seed)  # noqa: S311 - repeatable is what it has to be
    rows = Facts(seed % 50).rows
    for _ in range(1 + chance.randrange(3)):
        table = chance.choice([name for name in rows if rows[name]])
        row = chance.choice(rows[table])
        if chance.random() < 0.1:
            rows[table].remove(row)
        else:
            row[chance.choice([*row])] = chance.choice(ANYTHING)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.deserialize(_empty())
        connection.execute("BEGIN")
        try:
            take_in(connection, rows, own.Whole(rows).where, "netlog import", "")
        except Refused:
            return
        except Exception as error:
            raise AssertionError(seed) from error


def read_whatever(seed: int, form: Form) -> None:
    """Read files of which some were changed: they are refused in a sentence, or they are rows."""
    chance = Random(seed)  # noqa: S311 - repeatable is what it has to be
    files = dict(_files(seed % 5, form))
    name = chance.choice([*files])
    places = [(chance.randrange(10_000), chance.randrange(30)) for _ in range(chance.randrange(8))]
    changes = [(*place, chance.choice(TOKENS)) for place in places]
    end = chance.randrange(len(files[name])) if chance.random() < 0.2 else None
    files[name] = changed(files[name], changes)[:end]
    try:
        form.read(files, False)
    except own.UnreadableExport as error:
        str(error).encode()
    except Exception as error:
        raise AssertionError(seed) from error


@cache
def _files(seed: int, form: Form) -> Mapping[str, bytes]:
    with holding(Facts(seed).rows) as ledger:
        return {name: text.encode() for name, text in form.write(ledger, False).items()}


def test_rows_that_were_changed_are_told() -> None:
    for seed in range(50, 50 + FEW):
        take_whatever(seed)


@pytest.mark.parametrize("form", FORMS)
def test_files_that_were_changed_are_told(form: str) -> None:
    for seed in range(10 * FEW):
        read_whatever(seed, FORMS[form])


def test_terms_that_are_none_are_told() -> None:
    rows = Facts(0).rows
    rows["terms"][0]["days"] = "1"
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.deserialize(_empty())
        with pytest.raises(Refused, match="not as netlog wrote it"):
            take_in(connection, rows, own.Whole(rows).where, "netlog import", "")


def test_what_keys_are_of_decides_and_not_the_file() -> None:
    rows = Facts(0).rows
    rows["contact"][1].update(name="Jürgen Mueller", key="jurgen muller")
    rows["detail"][0].update(value="Börse", key="nothing")
    with holding(rows) as ledger:
        keys = "SELECT key FROM contact WHERE id = 2 UNION ALL SELECT key FROM detail WHERE id = 1"
        assert [key for (key,) in ledger.execute(keys)] == ["jurgen mueller", "borse"]


@pytest.mark.parametrize(
    ("table", "number", "cells", "why"),
    [
        ("contact", 3, {"name": "Dana"}, 'contact:4: a contact before it is called "Dana" too'),
        ("contact", 2, {"name": " "}, "contact:3: name is empty"),
        (
            *("interval", 0, {"since_on": "29.11.2026"}),
            'interval:1: since_on should be a day, as 2026-11-29, and is "29.11.2026"',
        ),
        ("interval", 0, {"told": "1.8E+15"}, "interval:1: told should be a whole number"),
        ("interval", 0, {"told": 1.5}, "interval:1: told should be a whole number"),
        ("contact", 1, {"kind": "man"}, "contact:2: kind should be one of the words"),
        ("contact", 1, {"kind": None}, "contact:2: kind is empty"),
        ("interval", 1, {"id": 1}, "interval:2: a row before it has the same id"),
        ("detail", 1, {"id": 1}, "detail:2: a detail before it is"),
        ("interval", 0, {"days": 0}, "interval:1: CHECK constraint failed: days_fit"),
    ],
)
def test_a_cell_that_was_changed_is_told_with_what_it_should_be(
    table: str, number: int, cells: Mapping[str, Any], why: str
) -> None:
    rows = Facts(0).rows
    rows["contact"][2]["name"] = "Dana"
    rows[table][number].update(cells)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.deserialize(_empty())
        with pytest.raises(Refused) as refused:
            take_in(connection, rows, lambda table, row: f"{table}:{row}", "netlog import", "")
    assert why in refused.value.message
    assert "Put that right in the file" in str(refused.value.hint)


@pytest.mark.sweep
@pytest.mark.parametrize("first", range(0, MANY, 1_000))
def test_ten_thousand_changed_ledgers_are_told(first: int) -> None:
    for seed in range(first, first + 1_000):
        take_whatever(seed)


@pytest.mark.sweep
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("first", range(0, 10 * MANY, 10_000))
def test_a_hundred_thousand_changed_files_are_told(form: str, first: int) -> None:
    for seed in range(first, first + 10_000):
        read_whatever(seed, FORMS[form])


@pytest.mark.sweep
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("first", range(0, MANY, 1_000))
def test_ten_thousand_ledgers_come_in_as_they_went_out(form: str, first: int) -> None:
    for seed in range(first, first + 1_000):
        come_and_go(seed, FORMS[form])

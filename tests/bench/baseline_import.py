"""What an import costs beside: a bare script that writes the same rows from the same file.

    python -m tests.bench.baseline_import csv|vcard FILE DATABASE

It takes the file apart with `csv.DictReader`, or line by line, and writes contacts, details, words
and the operations of one change with `executemany` into tables that are there, in one transaction.
It checks nothing, recognises nobody and knows no accents.
"""

import csv
import gc
import json
import re
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

WORD = re.compile(r"[^\W_]+|_+")
PART = 1 << 20
Row = tuple[object, ...]


def of_table(file: str) -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """Each row as a name, an organisation and details."""
    with Path(file).open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            details = [("email", row["Email"]), ("phone", row["Phone"])]
            details += [("skill", tag.strip()) for tag in row["Tags"].split(",")]
            yield row["Name"], row["Company"], details


def of_vcards(file: str) -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """Each card as a name, an organisation and details."""
    with Path(file).open(encoding="utf-8") as lines:
        card: dict[str, str] = {}
        for line in lines:
            head, _, value = line.rstrip("\n").partition(":")
            if head == "END":
                details = [("email", card["EMAIL"]), ("phone", card["TEL"])]
                details += [("skill", tag) for tag in card["CATEGORIES"].split(",")]
                yield card["FN"], card["ORG"].replace("\\,", ",").rstrip(";"), details
                card = {}
            else:
                card[head.partition(";")[0]] = value


def rows_of(
    people: Iterator[tuple[str, str, list[tuple[str, str]]]],
) -> tuple[list[Row], list[Row]]:
    """The rows of contacts and details, with their ids."""
    contacts: list[Row] = []
    details: list[Row] = []
    firms: dict[str, int] = {}
    last, number = 1, 0
    for name, firm, known in people:
        last += 1
        person = last
        if firm not in firms:
            last += 1
            firms[firm] = last
        contacts.append((person, name, name.lower(), "person", 0, firms[firm]))
        if last > person:
            contacts.append((last, firm, firm.lower(), "organisation", 0, None))
        for kind, value in known:
            number += 1
            details.append((number, person, kind, value, value.lower(), None))
    return contacts, details


def insert(connection: sqlite3.Connection, table: str, rows: list[Row]) -> None:
    """Write rows with their digests, their words, and nothing else."""
    marks = ", ".join("?" * (len(rows[0]) + 1))
    connection.executemany(
        f"INSERT INTO {table} VALUES ({marks})",
        ((*row, crc32(repr((table, *row[1:])).encode()) - (1 << 31)) for row in rows),
    )
    text = 1 if table == "contact" else 3
    connection.executemany(
        "INSERT INTO word (word, source, row_id) VALUES (?, ?, ?)",
        (
            (word, table, row[0])
            for row in rows
            for word in set(WORD.findall(str(row[text]).lower().replace("-", " ")))
        ),
    )


def operations(table: str, rows: list[Row]) -> Iterator[str]:
    """The rows as texts of JSON for the journal."""
    some: list[str] = []
    length = 0
    for row in rows:
        text = json.dumps(row, separators=(",", ":"))
        some.append(text)
        length += len(text)
        if length > PART:
            yield f'["{table}",[{",".join(some)}]]'
            some, length = [], 0
    yield f'["{table}",[{",".join(some)}]]'


def main(kind: str, file: str, database: str) -> None:
    """Write what a file says."""
    contacts, details = rows_of(of_table(file) if kind == "csv" else of_vcards(file))
    connection = sqlite3.connect(database, isolation_level=None)
    connection.execute("BEGIN")
    insert(connection, "contact", contacts)
    insert(connection, "detail", details)
    texts = [*operations("contact", contacts), *operations("detail", details)]
    connection.execute("INSERT INTO change VALUES (1, 1, 'do', 'import', '', NULL, NULL, 1, x'')")
    connection.executemany("INSERT INTO operations VALUES (?, ?)", enumerate(texts, 1 << 20))
    connection.execute("COMMIT")


if __name__ == "__main__":
    gc.disable()
    main(*sys.argv[1:])

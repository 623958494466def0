"""What every writing command costs: `python -m tests.bench.writing [--ledger LEDGER]`.

They take turns on one ledger, and what one of them changed a later one takes back. On a large
ledger, made by `tests.bench.generate`, the contacts with the most events are corrected, and the
one with the most is met beside one who was met ten times.
"""

import argparse
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from tests.bench.generate import generate
from tests.bench.start_up import (
    NETLOG,
    RUNS,
    SMALL,
    WRITE,
    Candidate,
    baselines,
    lines,
    time_all,
    typical_contacts,
)


def every_command(ledger: Path) -> Iterator[Candidate]:
    """Each writing command, on contacts whose records are of middling length."""
    name, other = typical_contacts(ledger)
    stranger = names(ledger, "count(*)")[0]
    meeting, introduction, promise = (
        first(ledger, "SELECT 'e' || min(id) FROM event WHERE kind = 'meeting'"),
        first(
            ledger,
            "SELECT 'e' || max(event_id) FROM obligation"
            " WHERE kind = 'check-response' AND closed_on IS NULL",
        ),
        first(
            ledger, "SELECT min(id) FROM obligation WHERE kind = 'promise' AND closed_on IS NULL"
        ),
    )
    provider = first(
        ledger,
        "SELECT c.name FROM contact c JOIN party p ON p.contact_id = c.id"
        f" WHERE p.role = 'provider' AND p.event_id = {introduction[1:]}",
    )
    commands = (
        ("meet", name, "--at", "the fair"),
        ("intro", name, other, "--for", "a quote"),
        ("promise", "a call", "--to", name),
        ("thank", name, "--via", "card"),
        ("apologize", name),
        ("reach", name, "--via", "mail"),
        ("check", introduction, "--silent"),
        ("problem", introduction, "came late", "--with", provider),
        ("undo",),
        ("done", promise),
        ("reopen", promise),
        ("snooze", promise, "--until", "in 2w"),
        ("person", name, "--skill", "print"),
        ("edit", meeting, "--note", "remembered"),
        ("undo",),
        ("redo",),
        ("undo",),
        ("delete", meeting),
        ("undo",),
        ("merge", name, stranger),
        ("undo",),
    )
    for turn, command in enumerate(commands, 1):
        yield Candidate(f"{turn}. {command[0]}", (NETLOG, *command), ledger, WRITE, 1.3)


def busy_contacts(ledger: Path) -> Iterator[Candidate]:
    """Corrections of old events of those who have the most, and who is met beside a newcomer."""
    busiest, next_busiest = names(ledger, "count(*) DESC")[:2]
    seldom = names(ledger, "abs(count(*) - 10)")[0]
    old = first(
        ledger,
        "SELECT 'e' || min(p.event_id) FROM party p JOIN contact c ON c.id = p.contact_id"
        f" WHERE c.name = '{busiest}' AND p.role = 'attendee'",
    )
    commands = (
        ("meet, ten events", ("meet", seldom)),
        ("meet, the most events", ("meet", busiest)),
        ("edit --on of an old one", ("edit", old, "--on", "2000-01-03")),
        ("undo", ("undo",)),
        ("delete of an old one", ("delete", old)),
        ("undo", ("undo",)),
        ("merge of the busiest", ("merge", busiest, next_busiest)),
        ("undo", ("undo",)),
        ("report --referrers", ("report", "--referrers")),
    )
    for turn, (label, command) in enumerate(commands, 1):
        yield Candidate(f"{turn}. {label}", (NETLOG, *command), ledger)


def first(ledger: Path, query: str) -> str:
    """The first value of the first row, as text."""
    with closing(sqlite3.connect(ledger)) as connection:
        return str(connection.execute(query).fetchone()[0])


def names(ledger: Path, order: str) -> list[str]:
    """The names of people, in an order of how many events they are in."""
    with closing(sqlite3.connect(ledger)) as connection:
        return [
            name
            for (name,) in connection.execute(
                "SELECT c.name FROM contact c JOIN party p ON p.contact_id = c.id"
                f" WHERE NOT c.is_me AND c.kind = 'person' GROUP BY c.id ORDER BY {order}, c.id"
            )
        ]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.writing")
    parser.add_argument("--runs", type=int, default=RUNS, help="of each command")
    parser.add_argument("--ledger", type=Path, help="a large one; it is changed")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="netlog-bench-") as folder:
        small = Path(folder) / "small.db"
        generate(small, SMALL)
        large = busy_contacts(chosen.ledger) if chosen.ledger else every_command(small)
        candidates = [*baselines(small), *large]
        print("\n".join(lines(candidates, time_all(candidates, chosen.runs))))


if __name__ == "__main__":
    main()

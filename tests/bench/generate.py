"""A ledger of any size, to measure with: `python -m tests.bench.generate PATH N [--seed S]`.

The program's own code creates the file and its schema, the rules of the domain decide what comes
of each fact, day by day, and `tests.bench.bulk` writes the rows. The journal stays empty: the
history has no commands behind it, so there is nothing in it to undo.

The past grows with N; the morning does not. However many years lie behind, a person can keep only
so much open, so the last weeks hold the same number of events in every ledger: 30 to 60 lines in
`netlog due` and a few hundred open items that are not due yet. Everything older is settled, as
reliably as its debtor is.
"""

import argparse
import sqlite3
from datetime import date, timedelta
from pathlib import Path
from random import Random

from netlog.domain.projection.terms import Terms
from netlog.ledger.file.create import founding
from netlog.ledger.write.rows import Rows
from netlog.ledger.write.telling import terms_id
from netlog.ledger.write.words import rebuild
from tests.bench.bulk import Bulk
from tests.bench.cast import assemble
from tests.bench.history import Agenda, History
from tests.bench.stories import Chapter
from tests.support.program import TODAY

FEWEST = 1_000
LAST_DAY = date.fromisoformat(TODAY)
RECENT_DAYS = 40
RECENT = 420  # obligations of those days, whatever N
PLANNED = 150  # promises for the coming months, about so many whatever N
PER_YEAR = 25_000  # a very busy person; a ledger of a million spans 40 years
FEWEST_YEARS, MOST_YEARS = 3, 40
_HURRY = (
    "cache_size = -400000",
    "synchronous = OFF",
    "foreign_keys = OFF",
    "ignore_check_constraints = ON",
)


def generate(path: Path, obligations: int, seed: int = 0, today: date = LAST_DAY) -> None:
    """Write a new ledger with exactly so many obligations up to a day; the same for a seed.

    Args:
        path: where there is no ledger yet.
        obligations: at least 1,000.
        seed: of everything that is left to chance.
        today: the day on which the history ends.
    """
    if obligations < FEWEST:
        message = f"a generated ledger has at least {FEWEST} obligations"
        raise ValueError(message)
    random = Random(seed)  # noqa: S311 - repeatable is what it has to be
    with founding(path) as connection:
        _hurry(connection)
        bulk = Bulk(connection)
        cast = assemble(bulk, random, obligations)
        history = History(bulk, terms_id(Rows(connection), Terms()), Terms())
        agenda = Agenda()
        years = min(max(obligations // PER_YEAR, FEWEST_YEARS), MOST_YEARS)
        recently = today - timedelta(RECENT_DAYS)
        past = Chapter(history, agenda, cast, random, today, is_finished=True)
        _tell(past, recently - timedelta(365 * years), recently, obligations - RECENT - PLANNED)
        present = Chapter(history, agenda, cast, random, today, is_finished=False)
        _tell(present, recently, today, obligations - PLANNED)
        agenda.pass_until(today)
        _plan(present, recently, obligations - history.opened)
        history.end()
        rebuild(connection)
        connection.execute("COMMIT")


def _tell(chapter: Chapter, begin: date, end: date, until: int) -> None:
    """Tell stories, evenly from one day to another, until so many obligations were opened."""
    history, first, days = chapter.history, chapter.history.opened, (end - begin).days
    while history.opened < until:
        on = begin + timedelta(int(days * (history.opened - first) / (until - first)))
        chapter.agenda.pass_until(on)
        chapter.tell(on)
        history.let_go(on)


def _plan(chapter: Chapter, begin: date, number: int) -> None:
    """Promises for the coming months, told late: it makes no difference to what is promised."""
    for index in range(number):
        chapter.plan(begin + timedelta(RECENT_DAYS * index // number))


def _hurry(connection: sqlite3.Connection) -> None:
    """Trade safety for speed: nobody waits for this file, and its test checks every rule after."""
    connection.execute("COMMIT")  # in a transaction these settings would be ignored
    for setting in _HURRY:
        connection.execute(f"PRAGMA {setting}")
    connection.execute("BEGIN")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.generate")
    parser.add_argument("path", type=Path, metavar="PATH")
    parser.add_argument("obligations", type=int, metavar="N")
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args()
    generate(chosen.path, chosen.obligations, chosen.seed)


if __name__ == "__main__":
    main()

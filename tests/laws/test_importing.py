"""Bringing in the same file twice changes nothing, whoever is whom, and whatever was said of it.

`--sweep` looks further: 1,000 files.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest

from netlog.actions.desk import CONFIRMED, Desk
from netlog.actions.importing.bringing import Imported, bring_in
from netlog.actions.importing.people import SAME
from netlog.actions.importing.sources import How
from netlog.actions.merge import merge
from netlog.cli.files import sources
from netlog.config import load
from netlog.domain.people.recognising import ME
from netlog.errors import Refused
from netlog.exchange.records import Card
from netlog.exchange.write.vcard import vcards

FILES, LONG = 25, 1_000
# Few of each, so that many have the same; some that mean one by other words, or nothing.
NAMES = ("Rob Ellis", "Ellis, Rob", "Dr. Rob Ellis", "Bob Stone", "Bob", "Lux AG")
ALIASES = ("Bob", "Bobby", "me", "The Boss", "Acme")
FIRMS = ("Acme", "Acme Inc", "Acme, Inc.", "Peak", "Lux AG", "=1+1", "x" * 300, "me")
CALLED = FIRMS[:5]  # those that can be the name of an organisation
EMAILS = ("a@x.example", "b@x.example", "office@x.example", "none", "y" * 200 + "@x.example")
PAGES = ("x.example/in/a", "x.example/in/b", "y.example", "z.example/" + "z" * 3000)
PHONES = ("0171 555010", "+49 171 555010", "030 90090", "12", "1" * 300)


def _cards(chance: Random) -> list[Card]:
    def some(values: Sequence[str], most: int = 2) -> tuple[str, ...]:
        number = chance.choice((0, 0, *range(most + 1)))
        return tuple(chance.sample(values, number))

    # What has no name at all is unreadable, unless another card tells whose page it is.
    firms = ["".join(some(FIRMS, 1)) for _ in range(chance.randint(1, 7))]
    return [
        Card(
            place=0,
            name=chance.choice((*NAMES, *NAMES, "" if firm in CALLED else NAMES[0])),
            organisation=firm,
            title=chance.choice(("", "Clerk", "Head")),
            emails=some(EMAILS),
            phones=some(PHONES, 1),
            urls=some(PAGES, 1),
            aliases=some(ALIASES),
            note=chance.choice(("", "hello")),
            through=chance.choice(("", "", "Amy Ray", "Bob")),
        )
        for firm in firms
    ]


@contextmanager
def _ledger() -> Iterator[Path]:
    with TemporaryDirectory() as folder:
        yield Path(folder) / "ledger.db"


def _desk(ledger: Path, answers: dict[str, str] | None = None) -> Desk:
    settings = load({"NETLOG_LEDGER": str(ledger), "NETLOG_TODAY": "2026-11-21"})
    return Desk("netlog import", settings, answers or {})


def _bring_in(ledger: Path, cards: Sequence[Card], same: Sequence[str] = ()) -> Imported:
    file = ledger.with_name("cards.vcf")
    file.write_text("".join(vcards(cards, "4.0")), encoding="utf-8")
    answers = {CONFIRMED: "y", **dict.fromkeys(same, SAME)}
    return bring_in(_desk(ledger, answers), sources([str(file)]), How(yes=True))


def _merges_whom_it_may(ledger: Path, imported: Imported) -> None:
    """Type each line of a receipt that says how to make one of two."""
    for doubt in imported.plan.doubts:
        if doubt.other != ME:
            copy = ledger.with_name("copy.db")
            copy.write_bytes(ledger.read_bytes())
            merge(_desk(copy), keep=doubt.other, other=doubt.name)


def _makes_one(chance: Random, ledger: Path, imported: Imported) -> None:
    """Make one of some who were kept apart, one after the other."""
    for doubt in imported.plan.doubts:
        if doubt.is_asked and doubt.other != ME and chance.random() < 1 / 2:
            with suppress(Refused):  # one was made one with whoever introduced the other
                merge(_desk(ledger), keep=doubt.other, other=doubt.name)


def _judge(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - nothing is kept secret by it
    with _ledger() as ledger:
        _bring_in(ledger, _cards(chance))
        cards = _cards(chance)
        doubts = _dry(ledger, cards).plan.doubts
        asked = [doubt.key for doubt in doubts if doubt.is_asked]
        same = [key for key in asked if chance.random() < 1 / 4]
        first = _bring_in(ledger, cards, same)
        again = _bring_in(ledger, cards)
        assert not again.is_written, (seed, again.summary, cards)
        _merges_whom_it_may(ledger, first)
        _makes_one(chance, ledger, first)
        again = _bring_in(ledger, cards)
        # What was left out as another's may be theirs by now; nobody and nothing comes twice.
        notes = [event for event, _ in again.plan.events if event.kind == "note"]
        told_twice = [each.name for each in again.plan.new], notes
        assert told_twice == ([], []), (seed, "after a merge", again.summary, cards)


def _dry(ledger: Path, cards: Sequence[Card]) -> Imported:
    file = ledger.with_name("cards.vcf")
    file.write_text("".join(vcards(cards, "4.0")), encoding="utf-8")
    return bring_in(_desk(ledger), sources([str(file)]), How(dry_run=True))


@pytest.mark.parametrize("seed", range(FILES))
def test_the_same_file_again_changes_nothing(seed: int) -> None:
    _judge(seed)


@pytest.mark.sweep
@pytest.mark.parametrize("first", range(FILES, LONG, LONG // 8))
def test_the_same_of_very_many_files(first: int) -> None:
    for seed in range(first, first + LONG // 8):
        _judge(seed)

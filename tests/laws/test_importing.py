"""Bringing in the same file twice changes nothing, whoever is whom, and whatever was said of it.

Each line that says how to make one of two is a command that works.

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
from tests.support.ledgers import faults

FILES, LONG = 25, 1_000
# Few of each, so that many have the same; some that mean one by other words, or nothing.
NAMES = ("Rob Ellis", "Ellis, Rob", "Dr. Rob Ellis", "Bob Stone", "Bob", "Lux AG")
ALIASES = ("Bob", "Bobby", "me", "The Boss", "Acme")
FIRMS = ("Acme", "Acme Inc", "Acme, Inc.", "Peak", "Lux AG", "=1+1", "x" * 300, "me")
CALLED = FIRMS[:5]  # those that can be the name of an organisation
EMAILS = ("a@x.example", "b@x.example", "office@x.example", "none", "y" * 200 + "@x.example")
PAGES = ("x.example/in/a", "x.example/in/b", "y.example", "z.example/" + "z" * 3000)
# Guests of calendars, and those of them who are rows of tables as well.
ODD_GUESTS = ("0171 555010", "info@x.example")
GUESTS = (*ODD_GUESTS, "Eva Lux", "Lux, Eva", "Dr. Eva Lux", "Eva", "SAM FOX", "")
ADDRESSES = ("eva@x.example", "eva@y.example", "sam@x.example", "info@x.example")
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


def _calendar(chance: Random, name: str) -> str:
    """A calendar whose guests share addresses, or have only a name or an address."""
    events = ""
    for number in range(1, chance.randint(1, 5) + 1):
        events += f"BEGIN:VEVENT\nUID:{name}/{number}\nDTSTART;VALUE=DATE:202610{number:02}\n"
        for _ in range(chance.randint(1, 3)):
            called, address = chance.choice(GUESTS), chance.choice((*ADDRESSES, ""))
            events += f'ATTENDEE;CN="{called}":{address and "mailto:"}{address}\n'
        events += "END:VEVENT\n"
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{events}END:VCALENDAR\n"


def _table(chance: Random) -> str:
    """A table of the same people."""
    rows = ["name;company;email;phone;through"]
    for _ in range(chance.randint(1, 5)):
        called = chance.choice(GUESTS[len(ODD_GUESTS) :])
        firm = chance.choice(("", "", "Lux AG", "Acme"))
        addresses = ",".join(chance.sample(ADDRESSES, chance.choice((0, 1, 1, 2))))
        number, through = chance.choice(("", "0171 555010")), chance.choice(("", "Amy Ray"))
        rows.append(f"{called};{firm};{addresses};{number};{through}")
    return "\n".join([*rows, ""])


def _judge_files(seed: int) -> None:
    """Bring in calendars and tables one after the other, each twice, and type what is told."""
    chance = Random(seed)  # noqa: S311 - nothing is kept secret by it
    with _ledger() as ledger:
        for number in range(chance.randint(2, 4)):
            form = chance.choice(("ics", "csv"))
            text = _calendar(chance, str(number)) if form == "ics" else _table(chance)
            file = ledger.with_name(f"{number}.{form}")
            file.write_text(text, encoding="utf-8")
            desk, how = _desk(ledger, {CONFIRMED: "y"}), How(form, yes=True)
            first = bring_in(desk, sources([str(file)]), how)
            again = bring_in(desk, sources([str(file)]), how)
            assert not again.is_written, (seed, again.summary, text)
            assert not (ledger.exists() and faults(ledger)), (seed, text)
            _merges_whom_it_may(ledger, first)


@pytest.mark.parametrize("seed", range(FILES))
def test_files_of_several_kinds_agree_whose_an_address_is(seed: int) -> None:
    _judge_files(seed)


@pytest.mark.parametrize("seed", range(FILES))
def test_the_same_file_again_changes_nothing(seed: int) -> None:
    _judge(seed)


@pytest.mark.sweep
@pytest.mark.parametrize("first", range(FILES, LONG, LONG // 8))
def test_the_same_of_very_many_files(first: int) -> None:
    for seed in range(first, first + LONG // 8):
        _judge(seed)

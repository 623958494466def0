"""The contacts of a generated ledger, with the reliability that their record will show."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from random import Random

from netlog.domain.people.names import comparison_key, words
from netlog.domain.records import Contact, ContactKind, Detail
from netlog.ledger.file.create import ME
from tests.bench.bulk import Bulk

OBLIGATIONS_PER_CONTACT = 20
MOST_CONTACTS = 50_000
FAVOURITES = 1.5  # How much more one sees of some than of others; 1 is all alike.

_FIRST = words(
    "Ada Amy Ana Ben Björn Cara Carl Chloé Dana Dev Ed Eva Finn Gil Grace Hana Hugo Ida Ines Ivan"
    " Jo João Kai Kim Lea Lee Liam Lucía Mara Max Mei Mina Nia Noah Nora Olu Omar Otto Pia Priya"
    " Raj Rob Rosa Sam Sana Sara Tara Theo Uma Vera Will Yara Yusuf Zoë"
)
_LAST = words(
    "Abel Adeyemi Baker Berg Bianchi Brandt Castro Chan Cruz Demir Diaz Dubois Ellis Eriksen"
    " Fischer Fox Garcia Gruber Hart Hughes Ibarra Ito Jansen Jones Khan Klein Kovács Lang Larsen"
    " Lopez Marsh Meyer Moreau Müller Nakamura Novak Okafor Ortiz Park Patel Quinn Reyes Rossi"
    " Ruiz Santos Schmidt Silva Tanaka Torres Urban Vega Vogel Webb Weiss Young Zhang"
)
_TRADES = words(
    "Accounting Advisory Analytics Architects Bakery Capital Catering Consulting Design Dental"
    " Events Finance Foods Garden Health Homes Insurance Labs Law Logistics Marketing Media"
    " Partners Payroll Print Realty Security Software Studio Systems Translations Travel"
)
_PLACES = words(
    "Alder Anchor Apex Aspen Beacon Birch Bridge Cedar Coast Copper Delta Eagle Elm Falcon Forge"
    " Granite Harbor Hazel Iron Juniper Keystone Lake Linden Maple Meridian North Oak Orchard Peak"
    " Pine Quarry Ridge River Rowan Sage Silver South Spruce Stone Summit Union Valley Vista West"
    " Willow Wren"
)
_FORMS = ["", "Group", "Ltd", "& Co"]
_INITIALS = ["", *(f"{letter}." for letter in "ABCDEFGHIJKLMNOPRSTVWZ")]
SKILLS = tuple(trade.lower() for trade in _TRADES)


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody but me. `reliability` is the chance, by id, to keep something on time."""

    reliability: dict[int, float]

    def somebody(self, random: Random) -> int:
        """A contact; some are met far more often than others."""
        return ME + 1 + int(len(self.reliability) * random.random() ** FAVOURITES)

    def some(self, random: Random, number: int) -> list[int]:
        """So many different contacts."""
        chosen: dict[int, None] = {}
        while len(chosen) < number:
            chosen[self.somebody(random)] = None
        return list(chosen)


def assemble(bulk: Bulk, random: Random, obligations: int) -> Cast:
    """Write as many contacts as a ledger of that size has; one in ten is an organisation."""
    number = min(obligations // OBLIGATIONS_PER_CONTACT, MOST_CONTACTS)
    organisations = [
        _add_contact(bulk, name, "organisation", None)
        for name in _take(number // 10, _combined(random, _PLACES, _TRADES, _FORMS))
    ]
    people = []
    for name in _take(number - number // 10, _combined(random, _FIRST, _INITIALS, _LAST)):
        employer = random.choice(organisations) if random.random() < 0.6 else None
        people.append(_add_contact(bulk, name, "person", employer))
        _add_details(bulk, random, people[-1], name)
    return Cast({one: random.betavariate(4, 1.6) for one in (*organisations, *people)})


def _combined(random: Random, *parts: list[str]) -> Iterator[str]:
    names = [" ".join(filter(None, words)) for words in product(*parts)]
    random.shuffle(names)
    return iter(names)


def _take(number: int, names: Iterator[str]) -> list[str]:
    return [next(names) for _ in range(number)]


def _add_contact(bulk: Bulk, name: str, kind: ContactKind, organisation: int | None) -> int:
    return bulk.add(Contact(0, name, comparison_key(name), kind, False, organisation)).id


def _add_details(bulk: Bulk, random: Random, contact: int, name: str) -> None:
    for skill in random.sample(SKILLS, random.choice((0, 1, 1, 2))):
        bulk.add(Detail(0, contact, "skill", skill, skill))
    if random.random() < 0.5:
        address = comparison_key(name).replace(".", "").replace(" ", ".") + "@example.org"
        bulk.add(Detail(0, contact, "email", address, address))

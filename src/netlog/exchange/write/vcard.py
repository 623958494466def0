"""vCards 3.0 and 4.0: what a card says, and the properties that it came with."""

from collections.abc import Iterable, Iterator
from typing import Literal

from netlog.domain.people.recognising import without_mark
from netlog.exchange.records import Card
from netlog.exchange.write.content_lines import escaped, escaped_list, folded

Version = Literal["3.0", "4.0"]


def vcards(cards: Iterable[Card], version: Version) -> Iterator[str]:
    """A file of cards, a card at a time."""
    for card in cards:
        yield "".join(folded(line) for line in _lines(card, version))


def _lines(card: Card, version: Version) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield f"VERSION:{version}"
    yield from _names(card, version)
    yield from _each("ORG", card.organisation)
    yield from _each("TITLE", card.title)
    yield from _each("EMAIL", *card.emails)
    yield from _each("TEL", *card.phones)
    for url in card.urls:
        yield "URL:" + url.replace("\\", "\\\\")
    if card.aliases:
        yield f"NICKNAME:{escaped_list(card.aliases)}"
    if card.skills:
        yield f"CATEGORIES:{escaped_list(card.skills)}"
    yield from _each("NOTE", card.note)
    yield from _own(card)
    yield from _each("UID", card.uid)
    yield from card.extra
    yield "END:VCARD"


def _each(name: str, *texts: str) -> Iterator[str]:
    """A property for each text that there is."""
    return (f"{name}:{escaped(text)}" for text in texts if text)


def _names(card: Card, version: Version) -> Iterator[str]:
    """The name as it is said; the last word of a person's is taken for the family's.

    What tells somebody apart from a namesake, a firm or a number, stands behind it.
    """
    shown = card.name or card.organisation or (*card.emails, *card.phones, "")[0]
    yield f"FN:{escaped(shown)}"
    name, mark = without_mark(card.name)
    given, _, family = name.rpartition(" ")
    if version == "3.0" or card.name:
        names = (family, given) if given else ("", family)
        yield f"N:{';'.join(map(escaped, (*names, '', '', mark)))}"
    if card.organisation and not card.name:
        yield "X-ABShowAs:COMPANY" if version == "3.0" else "KIND:org"


def _own(card: Card) -> Iterator[str]:
    """What no property of the standard says."""
    yield from _each("X-NETLOG-THROUGH", card.through)
    if card.every is not None:
        yield f"X-NETLOG-EVERY:{card.every}"
    if card.met_on is not None:
        yield f"X-NETLOG-MET-ON:{card.met_on}"
    yield from _each("X-NETLOG-NEED", *card.needs)
    if card.is_archived:
        yield "X-NETLOG-ARCHIVED:yes"

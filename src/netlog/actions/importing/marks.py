"""What a card calls somebody, and by what it can be recognised again."""

from collections.abc import Iterable, Iterator
from sys import intern

from netlog.domain.people.contacts import detail_key, not_an_email
from netlog.domain.people.names import comparison_key, looks_like_email
from netlog.domain.people.naming import refuse_as_name
from netlog.domain.people.recognising import ME, Marks
from netlog.domain.records import DetailKind
from netlog.domain.text import clean_name, clean_text
from netlog.errors import Refused
from netlog.exchange.records import Card

_LONG: frozenset[DetailKind] = frozenset({"extra", "url"})  # longer than a name


def name_on(card: Card) -> str:
    """What a card calls somebody.

    Raises:
        Refused: it has nothing that could be a name.
    """
    return clean_name(card.name or card.organisation or _address(card))


def _address(card: Card) -> str:
    """By which somebody without a name is called, where it is one."""
    address = next(filter(looks_like_email, card.emails), "")
    if card.emails and not address:
        raise Refused(f"There is no name, and {not_an_email(card.emails[0])}")
    return address


def marks_of(card: Card, name: str, firm: str, *, is_firm: bool) -> Marks:
    """By what a card can be recognised again: only what can be noted of somebody."""
    aliases = _keys("alias", card.aliases)
    no_aliases = {ME} if is_firm else {ME, comparison_key(firm)}
    return Marks(
        # A card that somebody sent may call them me, as their own telephone does.
        (comparison_key(name), *(alias for alias in aliases if alias not in no_aliases)),
        tuple(_keys("email", filter(looks_like_email, card.emails))),
        tuple(_keys("url", card.urls)),
        tuple(number for number in card.phones if cleaned("phone", number)),
        intern(comparison_key(firm)) if firm else "",
        is_firm,
    )


def _keys(kind: DetailKind, values: Iterable[str]) -> Iterator[str]:
    for value in values:
        if noted := cleaned(kind, value):
            yield detail_key(kind, noted)


def cleaned(kind: DetailKind, value: str) -> str:
    """A value as it is noted; "" for one that is none."""
    if not value.strip():
        return ""
    try:
        return clean(kind, value)
    except Refused:
        return ""


def clean(kind: DetailKind, value: str) -> str:
    """A value as it is noted.

    Raises:
        Refused: it is none.
    """
    return clean_text(value, "A line") if kind in _LONG else clean_name(value)


def is_name(name: str) -> bool:
    """Whether somebody new can be called so."""
    try:
        refuse_as_name(name, new=True)
    except Refused:
        return False
    return True

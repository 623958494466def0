"""What can be the name of somebody new, and what is typed with it."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from netlog.domain.ids import looks_like_id
from netlog.domain.people.names import comparison_key, looks_like_email
from netlog.domain.people.phones import looks_like_phone
from netlog.domain.text import clean_name, excerpt
from netlog.errors import Refused, shell_word

_DAYS = ("today", "yesterday", "tomorrow")
_ADDRESSED = re.compile(r"(.*?)\s*<([^<>\s]+)>")
_DATE = re.compile(r"\d{1,4}([./-])\d{1,2}(\1(\d{1,4})?)?")
# What to type for an id, by its letter.
_MEANT_BY_NUMBER = "If the due item was done: netlog done {}"
_MEANT_BY_ID: Mapping[str, str] = {
    "e": "If the event is meant: netlog history {}",
    "a": "For a thank-you or an apology: netlog history lists them with their ids",
}


class Named(NamedTuple):
    """A name as typed, and the address that stood behind it: `Dana Park <dana@example.com>`."""

    name: str
    address: str = ""


def read_name(typed: str) -> Named:
    """The name and the address of which a typed name is made.

    Raises:
        Refused: it is empty, too long, or has characters that no name has.
    """
    name = clean_name(typed)
    addressed = _ADDRESSED.fullmatch(name)
    if addressed is None or not looks_like_email(addressed[2]):
        return Named(name)
    own = addressed[1].strip(" \"'")
    return Named(clean_name(own), addressed[2]) if own else Named(addressed[2])


def refuse_as_name(name: str, *, new: bool = False) -> None:
    """Refuse for a new name what a command would take for something else.

    Args:
        name: a clean name.
        new: the user says that it is one; of an id that is believed.

    Raises:
        Refused: it reads as an id, an option, a date in digits or a day, or has no letter.
    """
    what = _read_as(name)
    if looks_like_id(name) and not name.startswith("0"):
        if new:
            return
        raise Refused(
            f'"{name}" reads as an id, so it is no good name.',
            "Type the name of a contact; if one is really called so, add --new.",
        )
    if what:
        raise Refused(
            f'"{excerpt(name)}" reads as {what}, so it cannot be a name.',
            "Type the name of a contact, in quotes if it has blanks.",
        )


def what_else(name: str) -> str:
    """What a name that nobody has is instead, and what to type for that; "" for a name."""
    if _DATE.fullmatch(name):
        return "That is a day, and somebody is asked for here."
    if looks_like_phone(name):
        return f"To add somebody: netlog person NAME --phone {shell_word(name)}"
    if looks_like_id(name):
        return _MEANT_BY_ID.get(name[0].casefold(), _MEANT_BY_NUMBER).format(name.casefold())
    return ""


def _read_as(name: str) -> str:
    if name.startswith("-"):
        return "an option"
    if comparison_key(name) in _DAYS:
        return "a day"
    if _DATE.fullmatch(name):
        return "a date"
    if looks_like_phone(name):
        return "a phone number of nobody known"
    return "" if any(character.isalpha() for character in name) else "no word"

"""Which contact a typed name means: compared without case and accents, and never guessed."""

import unicodedata
from collections.abc import Iterable

# Letters of other scripts that look like Latin ones, after Unicode's confusables (UTS 39); enough
# to notice that a name is a look-alike of a known one, never to treat the two as the same.
LOOK_ALIKES = str.maketrans(
    "аеорсухіјѕԁһвкмнтгαορνικτυβ",
    "aeopcyxijsdhbkmhtraopviktub",
)
SHORTEST_NEAR = 4
LONG_ENOUGH_FOR_TWO_SLIPS = 10


def comparison_key(name: str) -> str:
    """The name as it is compared: case folded, accents taken off, single spaces."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(mark for mark in decomposed if not unicodedata.combining(mark))
    return " ".join(bare.casefold().split())


def begins_words(typed: str, key: str) -> bool:
    """Whether each typed word begins a word of its own in `key` (`d park` in `dana park`)."""
    free = words(key)
    for beginning in sorted(words(typed), key=len, reverse=True):
        match = next((word for word in free if word.startswith(beginning)), None)
        if match is None:
            return False
        free.remove(match)
    return True


def words(key: str) -> list[str]:
    """The words of a key, as typed beginnings are matched against them."""
    return key.replace("-", " ").replace("@", " ").replace(".", " ").split()


def looks_like_email(text: str) -> bool:
    """Whether somebody typed an e-mail address where a name was asked for."""
    local, at, host = text.strip().partition("@")
    return bool(local and at and host and " " not in text.strip() and "@" not in host)


def nearly_same(one: str, other: str) -> bool:
    """Whether a slip of the finger, or a look-alike letter, may be all that tells two keys apart.

    Different numbers (`Prospect 1`, `Prospect 2`) and different initials (`Person A`, `Person B`)
    are how people tell contacts apart on purpose; they are no slips.
    """
    if one == other or _digits(one) != _digits(other):
        return False
    first, second = one.translate(LOOK_ALIKES), other.translate(LOOK_ALIKES)
    if first == second or first.replace(" ", "") == second.replace(" ", ""):
        return True
    if _initials(first) != _initials(second):
        return False
    return _slips(first, second) <= _allowed_slips(first)


def nearest(key: str, known: Iterable[str]) -> list[str]:
    """The known keys that `key` may be a mistyped form of."""
    return [other for other in known if nearly_same(key, other)]


def _digits(key: str) -> str:
    return "".join(character for character in key if character.isdigit())


def _initials(key: str) -> list[str]:
    return [word[0] for word in key.split()]


def _slips(one: str, other: str) -> int:
    from jellyfish import damerau_levenshtein_distance  # noqa: PLC0415 - only unknown names pay

    return damerau_levenshtein_distance(one, other)


def _allowed_slips(key: str) -> int:
    letters = len(key.replace(" ", ""))
    if letters < SHORTEST_NEAR:
        return 0
    return 2 if letters >= LONG_ENOUGH_FOR_TWO_SLIPS else 1

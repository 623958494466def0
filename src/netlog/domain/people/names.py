"""Which contact a typed name means: compared without case and accents, and never guessed."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import groupby

# Letters of other scripts that look like Latin ones, after Unicode's confusables (UTS 39); enough
# to notice that a name is a look-alike of a known one, never to treat the two as the same.
LOOK_ALIKES = str.maketrans(
    "аеорсухіјѕԁһвкмнтгαορνικτυβ",
    "aeopcyxijsdhbkmhtraopviktub",
)
# Letters that Unicode does not decompose, though people type them bare, and the marks that word
# processors put in the place of an apostrophe or a hyphen.
_PLAIN = str.maketrans(
    {
        **dict(zip("łøđðħŧı", "loddhti", strict=True)),
        **dict(zip("æœþ", ("ae", "oe", "th"), strict=True)),
        **dict.fromkeys("\u2018\u2019\u02bc", "'"),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015", "-"),
    }
)
# Canonical combining classes of the marks that change a letter of their script instead of adorning
# it: nukta, kana voicing and virama; the vowels and tones of Telugu, Thai, Lao and Tibetan.
_ESSENTIAL_MARKS = frozenset({7, 8, 9, *range(84, 133)})
SHORTEST_NEAR = 4
SHORTEST_SWAPPED = 3
LONG_ENOUGH_FOR_TWO_SLIPS = 10
_WORD = re.compile(r"[^\W_]+")
_MARK = re.compile(r"[^\w\s.&@-]")  # the others are as good as a blank
_SEVERAL = re.compile(r",| and ", re.IGNORECASE)
_AFTER_A_COMMA = frozenset(
    ("co", "corp", "gmbh", "inc", "jr", "llc", "llp", "ltd", "md", "phd", "plc", "sr")
)


def comparison_key(name: str) -> str:
    """The name as it is compared: case folded, no accents, nothing invisible, single spaces."""
    if name.isascii():  # nearly all are, and nothing of what follows changes them
        key = " ".join(name.lower().split()) or name
        return name if key == name else key
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(mark for mark in decomposed if _tells_apart(mark)).translate(_PLAIN)
    return unicodedata.normalize("NFC", " ".join(bare.casefold().split())) or name


def beside(name: str, organisation: str | None) -> str | None:
    """What to tell of an organisation beside a name; None where that ends with it in brackets."""
    if organisation is None:
        return None
    ending = f" ({comparison_key(organisation)})"
    return None if comparison_key(name).endswith(ending) else organisation


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
    """The words of a key, as typed beginnings are matched against them: they begin after any mark.

    A sign that is all there is, such as an emoji, is a word.
    """
    return _WORD.findall(key) or key.split()


def marked_otherwise(key: str, other: str) -> bool:
    """Whether two keys have the same words between other marks: `fox, sam` and `sam fox`."""
    same = sorted(words(key)) == sorted(words(other))
    return same and sorted(_MARK.findall(key)) != sorted(_MARK.findall(other))


def goes_on(typed: str, key: str) -> bool:
    """Whether a typed key is a person's with more words: `dana park`, `dr dana`, `d. park`.

    A number, or an initial at the end, is how people tell contacts apart on purpose. An initial in
    front stands for the one name that somebody is known by.
    """
    own, known = words(typed), words(key)
    if not any(len(word) > 1 for word in known):
        return False
    if not set(known) <= set(own):
        is_one_name = len(known) == 1 < len(own) and known[0].isalpha()
        return is_one_name and len(own[0]) == 1 and known[0].startswith(own[0])
    more = [word for word in own if word not in known]
    is_initial = more == own[-1:] and len(more[0]) == 1
    return not (is_initial or all(word.isdigit() for word in more))


def looks_like_email(text: str) -> bool:
    """Whether somebody typed an e-mail address where a name was asked for."""
    local, at, host = text.strip().partition("@")
    return bool(local and at and host and " " not in text.strip() and "@" not in host)


def nearly_same(key: str, other: str) -> bool:
    """Whether a slip of the finger, or a look-alike letter, may be all that tells two keys apart.

    Different numbers (`Prospect 1`, `Prospect 2`) and different initials (`Person A`, `Person B`)
    are how people tell contacts apart on purpose; they are no slips, unless two neighbouring
    letters are swapped. A letter typed once instead of twice is no slip of its own (`Gils` for
    Gilles). Of three letters, the last two may be swapped (`Tmo` for Tom).
    """
    first, second = key.translate(LOOK_ALIKES), other.translate(LOOK_ALIKES)
    # Two with other first letters are told apart below, unless they have the same letters.
    apart = first[:1] != second[:1] and len(first) != len(second)
    if apart or key == other or _digits(key) != _digits(other):
        return False
    if first == second or first.replace(" ", "") == second.replace(" ", ""):
        return True
    allowed = min(_allowed_slips(first), _allowed_slips(second))
    if sorted(first) == sorted(second):
        if len(first) == SHORTEST_SWAPPED:
            return first[0] == second[0] and first.isalpha()
        return allowed > 0 and _slips(first, second) <= allowed
    if not allowed or _initials(first) != _initials(second):
        return False
    return min(_slips(first, second), _slips(_single(first), _single(second))) <= allowed


def looks_like_several(name: str) -> bool:
    """Whether a name may be several: "Tom and Priya", "Tom, Priya", but not "Acme, Inc."."""
    parts = [part.strip(" .").casefold() for part in _SEVERAL.split(name)]
    return len(parts) > 1 and all(parts) and not _AFTER_A_COMMA & set(parts)


def nearest(key: str, keys: Iterable[str]) -> list[str]:
    """The known keys that `key` may be a mistyped form of, or of one word of which it may be."""
    return [other for other in keys if any(nearly_same(key, form) for form in _forms(other, key))]


def _forms(key: str, typed: str) -> list[str]:
    return [key] if " " in typed else [key, *words(key)]


def _tells_apart(character: str) -> bool:
    if unicodedata.category(character) == "Cf":
        return False
    combining_class = unicodedata.combining(character)
    return combining_class == 0 or combining_class in _ESSENTIAL_MARKS


def _digits(key: str) -> str:
    return "".join(character for character in key if character.isdigit())


def _initials(key: str) -> list[str]:
    return [word[0] for word in key.split()]


def _single(key: str) -> str:
    """The key with each doubled letter once."""
    return "".join(letter for letter, _ in groupby(key))


def _slips(key: str, other: str) -> int:
    from jellyfish import damerau_levenshtein_distance  # noqa: PLC0415 - only unknown names pay

    return damerau_levenshtein_distance(key, other)


def _allowed_slips(key: str) -> int:
    letters = len(key.replace(" ", ""))
    if letters < SHORTEST_NEAR:
        return 0
    return 2 if letters >= LONG_ENOUGH_FOR_TWO_SLIPS else 1

"""Texts: what may be written into the ledger as one, and how they are put together."""

import unicodedata
from collections.abc import Sequence

from netlog.errors import Refused

LONGEST_NAME = 200
LONGEST_TEXT = 2000
EXCERPT = 40
BETWEEN_LINES = " / "  # where a text of several lines becomes one
BETWEEN_NOTES = "\n\n"  # where several notes are one text
_BETWEEN_NAMES = ",; "  # what may cling to a name that was typed in a list
_INVISIBLE = frozenset({"Cf", "Mn", "Me", "Mc", "Zs"})


def excerpt(text: str) -> str:
    """The text itself, or its beginning where it is too long to be repeated in a sentence."""
    return text if len(text) <= EXCERPT else text[: EXCERPT - 1] + "…"


def clean_name(text: str) -> str:
    """A name, alias or other short entry: one line, 1 to 200 characters, normalised to NFC.

    Commas and semicolons around it separate names (`meet tom, priya`) and are no part of one.

    Raises:
        Refused: empty, too long, or with characters that no name has.
    """
    return _clean(text, "A name", LONGEST_NAME, _BETWEEN_NAMES)


def clean_text(text: str, label: str) -> str:
    """Free text such as a promise or a note: one line, 1 to 2000 characters, NFC.

    Args:
        text: as typed; runs of white space count as one space.
        label: what to call it in an error, such as "The promise".

    Raises:
        Refused: empty, too long, or with control characters or broken characters in it.
    """
    return _clean(text, label, LONGEST_TEXT)


def optional_text(text: str | None, label: str) -> str:
    """As `clean_text`, with "" for an option that was not given."""
    return "" if text is None else clean_text(text, label)


def as_one_line(text: str) -> str:
    """A text of several lines as one line, in which it can be seen where they ended."""
    return BETWEEN_LINES.join(filter(str.strip, map(str.strip, text.splitlines())))


def paragraphs(text: str) -> list[str]:
    """The parts of a text between which there are empty lines."""
    lines = "\n".join(map(str.strip, text.splitlines()))
    return [part for part in (part.strip("\n") for part in lines.split(BETWEEN_NOTES)) if part]


def is_empty(text: str) -> bool:
    """Whether there is nothing to be seen of a text."""
    line = " ".join(text.split())
    return all(unicodedata.category(character) in _INVISIBLE for character in line)


def _clean(text: str, label: str, longest: int, around: str = " ") -> str:
    if len(text) > 4 * longest:
        raise _too_long(label, len(text), longest)
    line = " ".join(text.split()).strip(around)
    if line.isascii() and line.isprintable() and 0 < len(line) <= longest:
        return text if line == text else line  # as nearly all; a long list holds no text twice
    line = unicodedata.normalize("NFC", line)
    if is_empty(line):
        raise Refused(f"{label} cannot be empty.")
    if len(line) > longest:
        raise _too_long(label, len(line), longest)
    for character in line:
        _refuse_unprintable(character, label)
    return line


def _too_long(label: str, length: int, longest: int) -> Refused:
    return Refused(
        f"{label} has {length:,} characters; at most {longest:,} fit.",
        "Keep the gist here and the rest where it belongs.",
    )


def _refuse_unprintable(character: str, label: str) -> None:
    category = unicodedata.category(character)
    if category == "Cs":
        raise Refused(f"{label} contains bytes that are not text.", "Type it in UTF-8.")
    if category == "Cc":
        raise Refused(
            f"{label} contains the control character {ascii(character)[1:-1]}.",
            "Type it again without it.",
        )


def join(words: Sequence[str]) -> str:
    """Words as an enumeration: "a", "a and b", "a, b and c"."""
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))

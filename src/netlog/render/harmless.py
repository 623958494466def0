"""Texts made harmless: nothing in one steers a terminal, or turns a line around.

A name can hold an escape sequence that rewrites the screen, or a bidirectional override.
"""

import re
import unicodedata
from collections.abc import Iterator

# Format characters that emoji and several scripts need to be read right.
HARMLESS_FORMAT = frozenset("\u200c\u200d")
_SHOWN_AS_ESCAPES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_LETTERS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_RIGHT_TO_LEFT = re.compile(f"[{_LETTERS}]+(?:[ .'-]?[{_LETTERS}]+)*")  # Hebrew, Arabic, ...


def visible(text: str) -> str:
    """The text with every control, format, bidirectional and broken character as an escape."""
    if text.isprintable():  # nothing that is shown as an escape is
        return text
    return "".join(_escaped(character) for character in text)


def isolated(text: str) -> str:
    """The text with each stretch of right-to-left words kept from turning around its neighbours.

    Only what goes to a terminal is isolated, at the very end: the signs take no room there, while
    in a pipe they would be data that nobody wrote.
    """
    return text if text.isascii() else _RIGHT_TO_LEFT.sub("\u2068\\g<0>\u2069", text)


def right_to_left(text: str) -> Iterator[tuple[str, bool]]:
    """The text in parts, each with whether it is a stretch of right-to-left words."""
    end = 0
    for match in _RIGHT_TO_LEFT.finditer(text):
        yield text[end : match.start()], False
        yield match[0], True
        end = match.end()
    yield text[end:], False


def _escaped(character: str) -> str:
    if character in HARMLESS_FORMAT:
        return character
    if unicodedata.category(character) not in _SHOWN_AS_ESCAPES:
        return character
    code = ord(character)
    if code <= 0xFF:  # noqa: PLR2004 - what two hexadecimal digits hold
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004

"""The one sink: nothing reaches a terminal, a pipe or a file but through here.

A name can hold an escape sequence that rewrites the screen, or a bidirectional override that
turns a line around. Rich passes both on, so every text is made harmless here, whoever wrote it.
"""

import json
import re
import sys
import unicodedata
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

# Format characters that emoji and several scripts need to be read right.
_HARMLESS_FORMAT = frozenset("\u200c\u200d\u00ad")
_SHOWN_AS_ESCAPES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_NARROWEST = 20
_TRAILING_BLANKS = re.compile(r"[ ]+((?:\x1b\[[0-9;]*m)*)$", re.MULTILINE)
UNLIMITED = 10_000


def visible(text: str) -> str:
    """The text with every control, format, bidirectional and broken character as an escape."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_escaped(character) for character in text)


def _escaped(character: str) -> str:
    if character in _HARMLESS_FORMAT:
        return character
    if unicodedata.category(character) not in _SHOWN_AS_ESCAPES:
        return character
    code = ord(character)
    if code <= 0xFF:  # noqa: PLR2004 - what two hexadecimal digits hold
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004


def say(*lines: str) -> None:
    """Print lines of data to standard output."""
    _write(sys.stdout, lines)


def tell(*lines: str) -> None:
    """Print lines that are no data, such as errors and hints, to standard error."""
    _write(sys.stderr, lines)


def say_json(value: object) -> None:
    """Print a value as JSON whose text is safe to show on a terminal."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    _write(sys.stdout, ("".join(_json_safe(line) for line in part) for part in text.split("\n")))


def _json_safe(character: str) -> str:
    if character.isprintable() or character in _HARMLESS_FORMAT:
        return character
    return json.dumps(character)[1:-1]


def show(*renderables: "RenderableType") -> None:
    """Print Rich tables and texts to standard output, without the blanks that fill up lines.

    Every text of a user in them went through `visible` before.
    """
    screen = console()
    with screen.capture() as drawn:
        screen.print(*renderables, sep="\n")
    sys.stdout.write(_TRAILING_BLANKS.sub(r"\1", drawn.get()))


def console() -> "Console":
    """A console on standard output: plain and without limit off a terminal."""
    from rich.console import Console

    on_terminal = sys.stdout.isatty()
    made = Console(
        file=sys.stdout,
        markup=False,
        emoji=False,
        highlight=False,
        soft_wrap=False,
        width=None if on_terminal else UNLIMITED,
    )
    made.width = max(made.width, _NARROWEST)
    return made


def _write(stream: TextIO, lines: Iterable[str]) -> None:
    for line in lines:
        text = visible(line)
        try:
            stream.write(f"{text}\n")
        except UnicodeEncodeError:  # a terminal that cannot show what was typed elsewhere
            encoding = stream.encoding or "ascii"
            stream.write(text.encode(encoding, "backslashreplace").decode(encoding) + "\n")


def document(**fields: object) -> Mapping[str, object]:
    """The envelope of everything that is printed as JSON."""
    return {"schema": 1, **fields}

"""Content lines as vCards and calendars want them: escaped, and folded at 75 octets."""

from collections.abc import Iterable

_LONGEST = 75  # octets, without the line's end
_UPPER, _INNER = 0b1100_0000, 0b1000_0000  # by which an octet inside of a character is told
_ESCAPES = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n", "\r": None})
_OF_A_LINE = str.maketrans({"\n": " ", "\r": " "})


def escaped(text: str) -> str:
    """A text as the value of a property, whatever is in it."""
    return text.translate(_ESCAPES)


def escaped_list(texts: Iterable[str]) -> str:
    """Texts as a list of values."""
    return ",".join(map(escaped, texts))


def folded(line: str) -> str:
    """A content line with its end, cut so that no character is split and no line too long.

    A line has one line: what breaks it would begin a property of its own.
    """
    line = line.translate(_OF_A_LINE)
    if len(line) <= _LONGEST and line.isascii():
        return f"{line}\r\n"
    data = line.encode("utf-8", "replace")
    parts, begin, room = [], 0, _LONGEST
    while len(data) - begin > room:
        end = begin + room
        while data[end] & _UPPER == _INNER:
            end -= 1
        parts.append(data[begin:end].decode())
        begin, room = end, _LONGEST - 1
    parts.append(data[begin:].decode())
    return "\r\n ".join(parts) + "\r\n"

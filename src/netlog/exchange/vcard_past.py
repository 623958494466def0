"""What vCards 2.1 and 3.0 write otherwise than 4.0: encodings, charsets and bare parameters."""

import quopri
import re

from netlog.exchange.content_lines import Head
from netlog.exchange.text import LEGACY

_QUOTED_PRINTABLE = "QUOTED-PRINTABLE"
_BASE64 = frozenset({"BASE64", "B"})
_ENCODINGS = frozenset({_QUOTED_PRINTABLE, *_BASE64, "7BIT", "8BIT"})
_PAST = frozenset({"", "ENCODING", "CHARSET"})
_PLACES = frozenset({"INLINE", "URL", "CID", "CONTENT-ID"})  # where the value is, in 2.1
_MEDIA = {"SOUND": "audio"}  # pictures are not kept
_BARE_COMMA = re.compile(r"(?<!\\),")
_TO_BE_QUOTED = re.compile(r"[,;:]")


def is_quoted_printable(head: Head) -> bool:
    """Whether the value of a line is in quoted-printable."""
    return _QUOTED_PRINTABLE in _encodings(head)


def from_quoted_printable(head: Head, value: str) -> str:
    """The text of a value in quoted-printable, in the charset that it names, else UTF-8."""
    data = quopri.decodestring(value.encode("utf-8", "replace"))
    charset = (head.params.get("CHARSET") or ["utf-8"])[0]
    for encoding in (charset, "utf-8", LEGACY):
        try:
            return data.decode(encoding).replace("\r\n", "\n")
        except (LookupError, ValueError):
            continue
    return data.decode("latin-1")


def as_of_now(text: str, head: Head, value: str) -> str:
    """A line as vCard 4.0 has it, so that it can stand in one; the line itself where it can."""
    if not _PAST & head.params.keys():
        return text
    named = [*head.params.get("TYPE", ()), *head.params.get("", ())]
    marks = [mark for mark in named if mark.upper() not in _ENCODINGS | _PLACES]
    types = list(dict.fromkeys(mark.lower() for mark in marks if mark.upper() != "PREF"))
    params = {name: values for name, values in head.params.items() if name not in (*_PAST, "TYPE")}
    if len(types) < len(marks):
        params.setdefault("PREF", ["1"])
    if is_quoted_printable(head):
        # What divides the parts of the value stays; a line break and a comma are text.
        value = from_quoted_printable(head, value).replace("\n", "\\n")
        value = _BARE_COMMA.sub("\\\\,", " ".join(value.splitlines()))
    elif _encodings(head) & _BASE64:
        medium, types = _medium(head.name, types)
        value = f"data:{medium};base64,{''.join(value.split())}"
    if types:
        params = {"TYPE": types, **params}
    written = "".join(f";{name}={','.join(map(_quoted, each))}" for name, each in params.items())
    return f"{head.group}{'.' if head.group else ''}{head.name}{written}:{value}"


def _encodings(head: Head) -> set[str]:
    named = {name.upper() for name in head.params.get("ENCODING", ())}
    return (named | head.marks) & _ENCODINGS


def _medium(name: str, types: list[str]) -> tuple[str, list[str]]:
    """What kind of medium a value is, by the first of its types, and the others."""
    if name in _MEDIA and types:
        return f"{_MEDIA[name]}/{types[0]}", types[1:]
    return "application/octet-stream", types


def _quoted(value: str) -> str:
    return f'"{value}"' if _TO_BE_QUOTED.search(value) else value

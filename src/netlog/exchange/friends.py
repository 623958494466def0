"""The `friends.md` of the program friends: activities, notes and friends, as lists in Markdown."""

import re
from collections.abc import Iterator
from datetime import date
from typing import BinaryIO

from netlog.exchange.format import Reading
from netlog.exchange.records import Card, Entry, Guest, Meeting, Note, Skipped
from netlog.exchange.text import Text, decoded

_SECTION = re.compile(r"### (Activities|Notes|Friends|Locations):\s*")
_DATED = re.compile(r"(\d{4}-\d{2}-\d{2}): (.+)")
_ITEM = "- "
_BOLD = re.compile(r"\*\*([^*]+)\*\*")
_PLACE = re.compile(r"(?<!\w)_([^_]+)_(?!\w)")
_TAG = re.compile(r"(?:^|\s)@[\w:-]+")
_NICKNAMES = re.compile(r"\(a\.k\.a\. ([^)]+)\)")
_LOCATION = re.compile(r"\[[^\]]*\]")
_OF_UID = 80  # characters of what was said tell an entry of a day from the others
_LONGEST = 2_000  # characters of an entry


class Friends:
    """A file of four sections."""

    name = "friends"
    label = "a friends.md"

    def recognise(self, head: bytes) -> bool:
        lines = decoded(head).splitlines()
        return any(_SECTION.fullmatch(line) for line in lines[:200])

    def read(self, stream: BinaryIO, reading: Reading) -> Iterator[Entry]:
        text = Text(stream)
        section = ""
        for number, line in enumerate(text, 1):
            entry = line.strip()
            if match := _SECTION.fullmatch(entry):
                section = match[1]
            elif not entry:
                continue
            elif not entry.startswith(_ITEM) or len(entry) > _LONGEST:
                text.problem(number, "The line is no entry of a list.")
            elif section == "Friends":
                yield _friend(number, entry[len(_ITEM) :])
            elif section in ("Activities", "Notes"):
                yield from _dated(text, number, section, entry[len(_ITEM) :], reading)
            elif not section:
                text.problem(number, "The entry is in no section.")
            yield from text.new_problems()
        yield from text.new_problems()


def _friend(place: int, entry: str) -> Entry:
    """A friend with other names, a location and tags."""
    aliases: list[str] = []
    if match := _NICKNAMES.search(entry):
        aliases = [alias.strip() for alias in match[1].split("a.k.a. ")]
    skills = [tag.strip()[1:] for tag in _TAG.findall(entry)]
    name = entry
    for form in (_NICKNAMES, _LOCATION, _TAG):
        name = form.sub("", name)
    name = " ".join(name.split())
    if not name:
        return Skipped(place, "an entry without a name")
    return Card(
        place, name, aliases=tuple(filter(None, aliases)), skills=tuple(dict.fromkeys(skills))
    )


def _dated(text: Text, place: int, section: str, entry: str, reading: Reading) -> Iterator[Entry]:
    match = _DATED.fullmatch(entry)
    try:
        on = date.fromisoformat(match[1]) if match else None
    except ValueError:
        on = None
    if match is None or on is None:
        text.problem(place, "The entry does not begin with a day such as 2018-01-04.")
        return
    spoken = (" ".join(name.split()) for name in _BOLD.findall(match[2]))
    names = list(filter(None, dict.fromkeys(spoken)))
    said = " ".join(_PLACE.sub(r"\1", _BOLD.sub(r"\1", match[2])).split())
    if not names:
        yield Skipped(place, "with nobody else")
    elif on > reading.today:
        yield Skipped(place, "still to come")
    elif section == "Notes":
        for name in names:
            yield Note(place, name, said, on, f"{on} {name}: {said[:_OF_UID]}")
    else:
        where = _PLACE.search(match[2])
        guests = tuple(Guest(name) for name in names)
        at = where[1].strip() if where else ""
        yield Meeting(place, on, guests, said, at, uid=f"{on} {said[:_OF_UID]}")

"""vCards 2.1, 3.0 and 4.0, however sloppily they were written.

Written here, and not taken from a library: those that there are drop the properties that they do
not know, or stop at the first card that breaks a rule. What is not read stays with the card.
"""

import quopri
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import BinaryIO

from netlog.domain.text import excerpt
from netlog.exchange.content_lines import Head, components, plain, taken_apart, unfolded
from netlog.exchange.days import UnclearDay, read_day
from netlog.exchange.format import Reading
from netlog.exchange.intervals import UnclearInterval, days_between
from netlog.exchange.records import Card, Entry, Problem, Skipped
from netlog.exchange.text import LEGACY, Text, decoded

BEGIN, END = "BEGIN:VCARD", "END:VCARD"
MOST_LINES = 10_000  # of a card
LONGEST_KEPT = 4_096  # characters of a property that is kept; pictures and keys are longer
MOST_KEPT = 200
_GROUPS_OF_PROGRAMS = frozenset({"mycontacts", "starred"})
# What a card says of itself and of its making, which is said anew when it is written.
_OF_THE_CARD = frozenset({"VERSION", "PRODID", "REV", "BEGIN", "END", ""})
_LABELS = "X-ABLABEL"


class VCard:
    """A file of cards, one behind the other."""

    name = "vcard"
    label = "vCards"

    def recognise(self, head: bytes) -> bool:
        text = decoded(head).lstrip("\ufeff \t\r\n")
        return text[: len(BEGIN)].upper() == BEGIN

    def read(self, stream: BinaryIO, reading: Reading) -> Iterator[Entry]:
        text = Text(stream, reading.charset)
        for place, lines, is_whole in _cards(text):
            if text.problems:
                yield from text.told()
            yield from _Draft(place, reading).entries(lines, is_whole)
        yield from text.told()


def _cards(text: Text) -> Iterator[tuple[int, list[str], bool]]:
    """Where each card begins, its unfolded lines, and whether it has an end."""
    lines: list[str] = []
    place, inner = 0, 0
    for number, line in unfolded(text):
        if line[0] in "Bb" and line.strip().upper() == BEGIN:
            if lines and _is_agent(lines[-1]):
                lines.pop()
                inner += 1
                continue
            if place:
                yield place, lines, False
            place, lines, inner = number, [], 0
        elif line[0] in "Ee" and line.strip().upper() == END:
            if inner:
                inner -= 1
            elif place:
                yield place, lines, True
                place, lines = 0, []
            else:
                text.problem(number, "A card ends here that does not begin.")
        elif place and not inner and len(lines) < MOST_LINES:
            lines.append(line)
    if place:
        yield place, lines, False


def _is_agent(line: str) -> bool:
    """Whether a card of its own follows as the value of a property, as in vCard 2.1."""
    return line.upper().startswith("AGENT") and line.rstrip().endswith(":")


class _Draft:
    """A card as it is read, property by property."""

    formatted = structured = organisation = title = through = uid = kind = ""
    every: int | None = None
    met_on: date | None = None

    def __init__(self, place: int, reading: Reading) -> None:
        self.place = place
        self.reading = reading
        self.texts: dict[str, list[tuple[bool, str]]] = {}  # with whether each is preferred
        self.notes: list[str] = []
        self.extra: list[tuple[str, str]] = []  # with the group of each
        self.labels: list[tuple[str, str]] = []
        self.entries_beside: list[Entry] = []

    def entries(self, lines: list[str], is_whole: bool) -> Iterator[Entry]:
        """The card, or why it is none, and what is wrong in it."""
        for text in lines:
            self._read(text)
        if not is_whole:
            self.problem("The card has no end; what there is of it was read.")
        card = self.card()
        if self.kind == "group":
            yield Skipped(self.place, "a group")
        elif card.name or card.organisation or card.emails or card.phones or card.urls:
            yield card
        else:
            yield Problem(self.place, "The card has no name, no address and no number.")
        yield from self.entries_beside

    def problem(self, reason: str) -> None:
        self.entries_beside.append(Problem(self.place, reason))

    def card(self) -> Card:
        """What was read, as a card."""
        name = self.formatted or self.structured
        organisation = self.organisation
        if self.kind == "org" or (name and name == organisation):
            name, organisation = "", organisation or name
        aliases = self._values("aliases")
        if not name and not organisation and aliases:
            name, aliases = aliases[0], aliases[1:]
        return Card(
            self.place,
            name,
            organisation,
            self.title,
            self._values("emails"),
            self._values("phones"),
            self._values("urls"),
            aliases,
            self._values("skills"),
            "\n".join(self.notes),
            self.through,
            self.every,
            self.met_on,
            self.uid,
            self._kept() if self.extra else (),
        )

    def add(self, field: str, head: Head, value: str) -> None:
        """One more value of a field that may have several."""
        value = value.strip()
        if value:
            is_preferred = "PREF" in head.marks or "PREF" in head.params
            self.texts.setdefault(field, []).append((is_preferred, value))

    def _values(self, field: str) -> tuple[str, ...]:
        values = self.texts.get(field)
        if values is None:
            return ()
        if len(values) == 1:
            return (values[0][1],)
        values.sort(key=lambda value: not value[0])
        return tuple(dict.fromkeys([value for _, value in values]))

    def _read(self, text: str) -> None:
        line = taken_apart(text)
        if line is None:
            self.problem(f'There is a line that is no property: "{excerpt(text)}".')
            return
        head, value = line
        reader = _READERS.get(head.name)
        if reader is not None:
            if head.params and _is_quoted_printable(head):
                value = _from_quoted_printable(head, value)
            reader(self, head, value)
        elif head.name == _LABELS:
            self.labels.append((head.group, text))
        elif head.name in _OF_THE_CARD:
            return
        elif len(text) > LONGEST_KEPT or len(self.extra) >= MOST_KEPT:
            self.entries_beside.append(Skipped(self.place, _too_long(head.name)))
        else:
            self.extra.append((head.group, text))

    def _kept(self) -> tuple[str, ...]:
        """The properties that are kept, with the labels of their groups."""
        groups = {group for group, _ in self.extra if group}
        labels = [text for group, text in self.labels if group in groups]
        return (*(text for _, text in self.extra), *labels)


def _too_long(name: str) -> str:
    return "a picture" if name in ("PHOTO", "LOGO") else "a long property"


def _is_quoted_printable(head: Head) -> bool:
    encodings = [*head.params.get("ENCODING", ()), *head.marks]
    return "QUOTED-PRINTABLE" in (encoding.upper() for encoding in encodings)


def _from_quoted_printable(head: Head, value: str) -> str:
    """The text of a value in quoted-printable, in the charset that it names, else UTF-8."""
    data = quopri.decodestring(value.encode("utf-8", "replace"))
    charset = (head.params.get("CHARSET") or ["utf-8"])[0]
    for encoding in (charset, "utf-8", LEGACY):
        try:
            return data.decode(encoding).replace("\r\n", "\n")
        except (LookupError, ValueError):
            continue
    return data.decode("latin-1")


def _formatted(draft: _Draft, _: Head, value: str) -> None:
    draft.formatted = draft.formatted or " ".join(plain(value).split())


def _structured(draft: _Draft, _: Head, value: str) -> None:
    """Family, given and other names; how somebody is addressed is no part of the name."""
    family, given, other = (*components(value, ";"), "", "", "")[:3]
    draft.structured = " ".join(f"{given} {other} {family}".split())


def _organisation(draft: _Draft, _: Head, value: str) -> None:
    if not draft.organisation:
        draft.organisation = components(value, ";")[0].strip()


def _title(draft: _Draft, _: Head, value: str) -> None:
    draft.title = draft.title or plain(value).strip()


def _email(draft: _Draft, head: Head, value: str) -> None:
    address = plain(value).strip()
    if address[:7].lower() == "mailto:":
        address = address[7:]
    if "@" in address:
        draft.add("emails", head, address)


def _phone(draft: _Draft, head: Head, value: str) -> None:
    number = plain(value).strip()
    if number[:4].lower() == "tel:":
        number, _, rest = number[4:].partition(";")
        extension = rest.lower().partition("ext=")[2].partition(";")[0]
        number = f"{number} ext. {extension}" if extension else number
    draft.add("phones", head, number)


def _url(draft: _Draft, head: Head, value: str) -> None:
    draft.add("urls", head, plain(value))


def _profile(draft: _Draft, head: Head, value: str) -> None:
    """A profile somewhere, if it is an address of the web; a bare name there says too little."""
    value = plain(value).strip()
    if value.lower().startswith(("http://", "https://")):
        draft.add("urls", head, value)


def _nickname(draft: _Draft, head: Head, value: str) -> None:
    for alias in components(value, ","):
        draft.add("aliases", head, alias)


def _categories(draft: _Draft, head: Head, value: str) -> None:
    for category in components(value, ","):
        if category.strip().lower() not in _GROUPS_OF_PROGRAMS:
            draft.add("skills", head, category)


def _note(draft: _Draft, _: Head, value: str) -> None:
    if note := plain(value).strip():
        draft.notes.append(note)


def _uid(draft: _Draft, _: Head, value: str) -> None:
    draft.uid = draft.uid or plain(value).strip()


def _kind(draft: _Draft, _: Head, value: str) -> None:
    draft.kind = value.strip().lower()


def _shown_as(draft: _Draft, _: Head, value: str) -> None:
    if value.strip().upper() == "COMPANY":
        draft.kind = "org"


def _through(draft: _Draft, _: Head, value: str) -> None:
    draft.through = plain(value).strip()


def _every(draft: _Draft, _: Head, value: str) -> None:
    try:
        draft.every = days_between(value.strip())
    except UnclearInterval as error:
        draft.problem(str(error))


def _met_on(draft: _Draft, _: Head, value: str) -> None:
    try:
        draft.met_on = read_day(value, draft.reading.today)
    except UnclearDay as error:
        draft.problem(str(error))


_READERS: Mapping[str, Callable[[_Draft, Head, str], None]] = {
    "FN": _formatted,
    "N": _structured,
    "ORG": _organisation,
    "TITLE": _title,
    "EMAIL": _email,
    "TEL": _phone,
    "URL": _url,
    "X-SOCIALPROFILE": _profile,
    "SOCIALPROFILE": _profile,
    "NICKNAME": _nickname,
    "CATEGORIES": _categories,
    "NOTE": _note,
    "UID": _uid,
    "KIND": _kind,
    "X-ABSHOWAS": _shown_as,
    # netlog's own
    "X-NETLOG-THROUGH": _through,
    "X-NETLOG-EVERY": _every,
    "X-NETLOG-MET-ON": _met_on,
}

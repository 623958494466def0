"""vCards 2.1, 3.0 and 4.0, however sloppily they were written.

Written here, and not taken from a library: those that there are drop the properties that they do
not know, or stop at the first card that breaks a rule. What is not read stays with the card.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import BinaryIO

from netlog.domain.text import BETWEEN_NOTES, LONGEST_TEXT, excerpt
from netlog.exchange.content_lines import Head, components, plain, taken_apart
from netlog.exchange.days import Unclear, days_between, read_day
from netlog.exchange.format import Reading
from netlog.exchange.records import Card, Entry, Problem, Skipped
from netlog.exchange.text import Text, decoded
from netlog.exchange.vcard_lines import BEGIN, cards
from netlog.exchange.vcard_past import as_of_now, from_quoted_printable, is_quoted_printable
from netlog.exchange.write.rejects import REASON_OF_CARD, of_cards

LONGEST_KEPT = LONGEST_TEXT  # characters of a property that is kept; keys are longer
MOST_KEPT = 200
_MOST_HEADS, _LONGEST_HEAD = 2_000, 200
_GROUPS_OF_PROGRAMS = frozenset({"mycontacts", "starred"})
_LABELS = "X-ABLABEL"
_PICTURES = frozenset({"PHOTO", "LOGO"})


class VCard:
    """A file of cards, one behind the other."""

    name = "vcard"
    label = "vCards"

    def recognise(self, head: bytes) -> bool:
        text = decoded(head).lstrip("\ufeff \t\r\n")
        return text[: len(BEGIN)].upper() == BEGIN

    def read(self, stream: BinaryIO, reading: Reading) -> Iterator[Entry]:
        text = Text(stream)
        heads: Heads = {}
        for place, lines, is_whole in cards(text):
            if text.problems:
                yield from text.new_problems()
            draft = _Draft(place, reading, heads)
            draft.read(lines)
            if not is_whole:
                draft.problem("The card has no end; what there is of it was read.")
            yield draft.entry()
            yield from draft.beside
        yield from text.new_problems()

    def rejects(
        self,
        stream: BinaryIO,
        reading: Reading,  # noqa: ARG002 - a table needs it
        problems: Sequence[Problem],
    ) -> Iterator[str]:
        return of_cards(Text(stream), problems)


class _Draft:
    """A card as it is read, property by property; `beside` is what else there is to say of it."""

    formatted = structured = organisation = title = through = uid = kind = ""
    every: int | None = None
    met_on: date | None = None
    is_archived = False

    def __init__(self, place: int, reading: Reading, heads: "Heads") -> None:
        self.place = place
        self.reading = reading
        self.heads = heads
        self.emails: list[str] = []
        self.phones: list[str] = []
        self.urls: list[str] = []
        self.aliases: list[str] = []
        self.skills: list[str] = []
        self.notes: list[str] = []
        self.needs: list[str] = []
        self.preferred: set[str] = set()
        self.extra: list[tuple[str, str]] = []  # with the group of each
        self.labels: list[tuple[str, str]] = []
        self.beside: list[Entry] = []

    def read(self, lines: list[str]) -> None:
        """Read the properties of the card. A file has few heads of lines, and each very often."""
        heads = self.heads
        for text in lines:
            head, _, value = text.partition(":")
            known = heads.get(head)
            if known is not None:
                known[0](self, known[1], value)
            elif text:
                self._read(text)

    def problem(self, reason: str) -> None:
        """Note what could not be read, of a card that can."""
        self.beside.append(Problem(self.place, reason, is_part=True))

    def entry(self) -> Entry:
        """What was read, as a card, or why it is none."""
        if self.kind == "group":
            return Skipped(self.place, "a group")
        name, organisation = self.formatted or self.structured, self.organisation
        if self.kind == "org" or name == organisation:
            name, organisation = "", organisation or name
        aliases = self._values(self.aliases)
        if aliases and not name and not organisation:
            name, aliases = aliases[0], aliases[1:]
        if not (name or organisation or self.emails or self.phones or self.urls):
            return Problem(self.place, "The card has no name, no address and no number.")
        return Card(
            self.place,
            name,
            organisation,
            self.title,
            self._values(self.emails),
            self._values(self.phones),
            self._values(self.urls),
            aliases,
            self._values(self.skills),
            BETWEEN_NOTES.join(self.notes),
            self.through,
            self.every,
            self.met_on,
            self.uid,
            self._kept() if self.extra else (),
            self._values(self.needs),
            self.is_archived,
        )

    def add(self, values: list[str], head: Head, value: str) -> None:
        """One more value of what a card may have several of."""
        value = value.strip()
        if value:
            values.append(value)
            if head.params and head.is_preferred:
                self.preferred.add(value)

    def _values(self, values: list[str]) -> tuple[str, ...]:
        if len(values) < 2:  # noqa: PLR2004 - of most there is one at most
            return tuple(values)
        if self.preferred:
            values.sort(key=lambda value: value not in self.preferred)
        return tuple(dict.fromkeys(values))

    def _read(self, text: str) -> None:
        line = taken_apart(text)
        if line is None:
            self.problem(f'There is a line that is no property: "{excerpt(text)}".')
            return
        head, value = line
        reader = _READERS.get(head.name)
        if reader is not None:
            if head.params and is_quoted_printable(head):
                value = from_quoted_printable(head, value)
            else:
                self._remember(text[: -len(value) - 1] if value else text[:-1], reader, head)
            reader(self, head, value)
        elif head.name == _LABELS:
            self.labels.append((head.group, text))
        else:
            self._keep(text, head, value)

    def _keep(self, text: str, head: Head, value: str) -> None:
        """Keep a line that means nothing here, but for pictures and what is too long."""
        if head.name in _PICTURES:
            self.beside.append(Skipped(self.place, "a picture"))
            return
        # What is far too long, nobody needs to put into the words of today.
        line = text if len(text) > 4 * LONGEST_KEPT else as_of_now(text, head, value)
        if len(line) > LONGEST_KEPT or len(self.extra) >= MOST_KEPT:
            self.beside.append(Skipped(self.place, "a long property"))
        else:
            self.extra.append((head.group, line))

    def _remember(self, text: str, reader: "_Reader", head: Head) -> None:
        if len(self.heads) < _MOST_HEADS and len(text) < _LONGEST_HEAD and '"' not in text:
            self.heads[text] = reader, head

    def _kept(self) -> tuple[str, ...]:
        """The properties that are kept, with the labels of their groups."""
        groups = {group for group, _ in self.extra if group}
        labels = [text for group, text in self.labels if group in groups]
        return (*(text for _, text in self.extra), *labels)


_Reader = Callable[[_Draft, Head, str], None]
Heads = dict[str, tuple[_Reader, Head]]  # how a line is read, by what stands before its colon


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
    draft.add(draft.emails, head, address)


def _phone(draft: _Draft, head: Head, value: str) -> None:
    number = plain(value).strip()
    if number[:4].lower() == "tel:":
        number, _, rest = number[4:].partition(";")
        extension = rest.lower().partition("ext=")[2].partition(";")[0]
        number = f"{number} ext. {extension}" if extension else number
    draft.add(draft.phones, head, number)


def _url(draft: _Draft, head: Head, value: str) -> None:
    draft.add(draft.urls, head, plain(value))


def _profile(draft: _Draft, head: Head, value: str) -> None:
    """A profile somewhere, if it is an address of the web; a bare name there says too little."""
    value = plain(value).strip()
    if value.lower().startswith(("http://", "https://")):
        draft.add(draft.urls, head, value)


def _nickname(draft: _Draft, head: Head, value: str) -> None:
    for alias in components(value, ","):
        draft.add(draft.aliases, head, alias)


def _categories(draft: _Draft, head: Head, value: str) -> None:
    for category in components(value, ","):
        if category.strip().lower() not in _GROUPS_OF_PROGRAMS:
            draft.add(draft.skills, head, category)


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
    except Unclear as error:
        draft.problem(str(error))


def _met_on(draft: _Draft, _: Head, value: str) -> None:
    try:
        draft.met_on = read_day(value, draft.reading.today)
    except Unclear as error:
        draft.problem(str(error))


def _need(draft: _Draft, head: Head, value: str) -> None:
    draft.add(draft.needs, head, plain(value))


def _archived(draft: _Draft, _: Head, value: str) -> None:
    draft.is_archived = value.strip().lower() == "yes"


def _ignored(draft: _Draft, head: Head, value: str) -> None:
    """What a card says of itself and of its making is said anew when it is written."""


_READERS: Mapping[str, _Reader] = {
    **dict.fromkeys(("VERSION", "PRODID", "REV", "BEGIN", "END", REASON_OF_CARD, ""), _ignored),
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
    "X-NETLOG-NEED": _need,
    "X-NETLOG-ARCHIVED": _archived,
}

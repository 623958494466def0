"""Finding by words: whole ones and beginnings, without case and accents; all of them must occur."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal, NamedTuple

from netlog.domain.history import Happening, Thanked
from netlog.domain.items import Item
from netlog.domain.records import Contact, Detail, Outcome
from netlog.domain.text import clean_text
from netlog.domain.words import LETTER, begins_anywhere, searched_key, words_in
from netlog.errors import Refused

HitKind = Literal["contact", "event", "acknowledgement", "settlement", "attempt", "outcome"]
Fields = tuple[tuple[str, str], ...]

_AROUND_WORDS = " \"'()[]{}<>«»“”„,;:!?."


class Hit(NamedTuple):
    """Where a search found something: a row of the ledger, its day, and how well it fits.

    Of a note, `item_id` is what was settled or tried, `event_id` the event that had opened it.
    """

    kind: HitKind
    id: int
    on: date
    exact: bool
    event_id: int = 0
    item_id: int = 0
    note: str = ""
    outcome: Outcome | None = None


@dataclass(frozen=True)
class Search:
    """The words that were looked for, as they are compared."""

    words: tuple[str, ...]

    def fits(self, *texts: str) -> bool | None:
        """Whether the words occur in some texts together.

        Returns:
            True where all of them occur as whole words, False where one only begins a word, None
            where one does not occur.
        """
        key = searched_key("\n".join(texts))
        if not all(begins.search(key) for begins, _ in self._patterns):
            return None
        return all(is_whole.search(key) for _, is_whole in self._patterns)

    def matched(self, fields: Fields) -> Fields:
        """Those of the named texts in which at least one of the words occurs."""
        return tuple(
            (name, text)
            for name, text in fields
            if any(begins.search(searched_key(text)) for begins, _ in self._patterns)
        )

    @property
    def is_plain(self) -> bool:
        """Whether each word is a single one, so that which words a text has tells if it fits."""
        return all(words_in(word) == [word] for word in self.words)

    @cached_property
    def _patterns(self) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
        return tuple(_pattern_pair(word) for word in self.words)


@dataclass(frozen=True, slots=True)
class FoundContact:
    """A contact that was found, with all that is known of it."""

    hit: Hit
    contact: Contact
    organisation: str | None
    details: tuple[Detail, ...]

    @property
    def fields(self) -> Fields:
        """The texts in which the words were looked for, with what they are."""
        organisation = () if self.organisation is None else (("org", self.organisation),)
        details = ((detail.kind, detail.value) for detail in self.details)
        return (("name", self.contact.name), *organisation, *details)


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """An event that was found."""

    hit: Hit
    happening: Happening

    @property
    def fields(self) -> Fields:
        """The texts in which the words were looked for, with what they are."""
        event = self.happening.event
        return (("about", event.about), ("note", event.note), ("place", event.place))


@dataclass(frozen=True, slots=True)
class FoundNote:
    """A note that was found, on what was said of an item or of an introduction."""

    hit: Hit
    happening: Happening
    item: Item | None

    @property
    def fields(self) -> Fields:
        """The texts in which the words were looked for, with what they are."""
        return (("note", self.hit.note),)


@dataclass(frozen=True, slots=True)
class FoundAcknowledgement:
    """A note that was found, on a thank-you or an apology."""

    hit: Hit
    thanked: Thanked

    @property
    def fields(self) -> Fields:
        """The texts in which the words were looked for, with what they are."""
        return (("note", self.thanked.acknowledgement.note),)


Found = FoundContact | FoundEvent | FoundAcknowledgement | FoundNote


def read_search(text: str) -> Search:
    """The search that somebody typed.

    Raises:
        Refused: there is no word in it.
    """
    parts = searched_key(clean_text(text, "What to find")).split()
    words = [word.strip(_AROUND_WORDS) for word in parts]
    if not any(words):
        raise Refused("There is no word to look for.", "netlog find slides")
    return Search(tuple(dict.fromkeys(filter(None, words))))


def ranked(hits: Iterable[Hit]) -> list[Hit]:
    """The hits, best first: contacts before all else, whole words before beginnings, then by day.

    What one command noted in several places is one hit.
    """
    best = sorted(
        hits,
        key=lambda hit: (hit.kind != "contact", not hit.exact, -hit.on.toordinal(), -hit.id),
    )
    seen: set[tuple[int, str]] = set()
    return [hit for hit in best if not hit.note or _is_new((hit.event_id, hit.note), seen)]


def _is_new(key: tuple[int, str], seen: set[tuple[int, str]]) -> bool:
    is_known = key in seen
    seen.add(key)
    return not is_known


def _pattern_pair(word: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    literal = re.escape(word)
    if begins_anywhere(word):
        anywhere = re.compile(literal)
        return anywhere, anywhere
    begins = rf"(?<!{LETTER}){literal}"
    return re.compile(begins), re.compile(rf"{begins}(?!{LETTER})")

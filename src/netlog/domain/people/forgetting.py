"""What stays of somebody who is forgotten: nobody's place, and bars where texts named them."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from netlog.domain.people.names import comparison_key
from netlog.domain.people.phones import SHORTEST, read_phone
from netlog.domain.records import Contact, Detail, DetailKind
from netlog.domain.words import searched_key, words_in
from netlog.errors import Refused

SOMEBODY = "somebody forgotten"
NAMING: Sequence[DetailKind] = ("alias", "email", "phone")  # the details that name somebody
BAR = "█████"  # of one length, which tells nothing of what it hides

_TITLES = frozenset(("dr", "frau", "herr", "mr", "mrs", "ms", "prof"))
_BLANKS = str.maketrans("_-", "  ")
_NUMBER = re.compile(r"\+?\(?\d[\d\s()./\u00a0\u2010-\u2015-]*\d")
_WORD_OF_A_NUMBER = re.compile(r"\S+")

Phrase = tuple[str, ...]  # the words of a name, as they are compared
Span = tuple[int, int]


def key_of_nobody(contact_id: int) -> str:
    """The key of a nameless contact, which no name that is typed has: it begins with a blank."""
    return f" {contact_id}"


def refuse_to_forget(contact: Contact) -> None:
    """Refuse to forget the owner.

    Raises:
        Refused: it is so.
    """
    if contact.is_me:
        raise Refused(
            "You cannot be forgotten in your own ledger.",
            "To be rid of all of it, delete the file: netlog config says where it is.",
        )


class Traces(NamedTuple):
    """By what a text names somebody.

    Attributes:
        phrases: names, aliases, addresses, and single words of names that are nobody else's.
        phones: their numbers, as they were noted.
        others: the longer names of others in which such a phrase stands, and which stay.
        left: the single words of names that are somebody else's as well, and stay.
    """

    phrases: frozenset[Phrase]
    phones: Sequence[str] = ()
    others: frozenset[Phrase] = frozenset()
    left: Sequence[str] = ()

    def and_also(self, more: "Traces") -> "Traces":
        """What either of two says."""
        return Traces(
            self.phrases | more.phrases,
            [*self.phones, *more.phones],
            self.others | more.others,
            sorted({*self.left, *more.left}),
        )

    def blacked_out(self, text: str) -> str:
        """The text with a bar for whatever names them."""
        spans = [*_phone_spans(text, self.phones), *self._name_spans(text)]
        pieces, end = [], 0
        for start, stop in _merged(spans):
            pieces += [text[end:start], BAR]
            end = stop
        return "".join([*pieces, text[end:]])

    def is_in(self, text: str) -> bool:
        """Whether a text names them."""
        return self.blacked_out(text) != text

    def _name_spans(self, text: str) -> Iterator[Span]:
        folded, places = _folded(text)
        if not any(each[0] in folded for each in self.phrases):
            return  # as nearly all texts
        words = _words(folded, places)
        kept = list(_spans(words, self.others))
        for start, stop in _spans(words, self.phrases):
            if not any(first <= start and stop <= last for first, last in kept):
                yield start, stop


def traces(
    contact: Contact,
    details: Iterable[Detail],
    others: Collection[str],
    former: Sequence[Detail] = (),
) -> Traces:
    """By what texts name a contact.

    Args:
        contact: who is to be forgotten.
        details: what else is known of them.
        others: the names and aliases of everybody else.
        former: what was known of them once; a name that may have been a slip tells by the whole of
            it only.
    """
    current = list(details)
    known = [*current, *former]
    names = [contact.name, *(detail.value for detail in current if detail.kind == "alias")]
    once = [detail.value for detail in former if detail.kind == "alias"]
    addresses = [phrase(detail.value) for detail in known if detail.kind == "email"]
    phrases = {phrase(name) for name in (*names, *once)}
    others_phrases = [phrase(name) for name in others]
    taken = {word for other in others_phrases for word in other}
    alone: set[Phrase] = {each for each in phrases if len(each) == 1}
    if contact.kind == "person":
        alone |= {part for name in names for part in _parts(name)}
    left = {each for each in alone if taken.issuperset(each)}
    wanted = (phrases | alone | set(addresses)) - left - {()}
    return Traces(
        phrases=frozenset(wanted),
        phones=[detail.value for detail in known if detail.kind == "phone"],
        others=frozenset(
            other for other in others_phrases if any(_is_within(each, other) for each in wanted)
        ),
        left=sorted(" ".join(each) for each in left),
    )


def traces_of_name(name: str) -> Traces:
    """By what texts name somebody of whom nothing but the name is known."""
    return Traces(frozenset({phrase(name)} - {()}))


def phrase(name: str) -> Phrase:
    """The words of a name, as they are looked for in texts."""
    return tuple(words_in(searched_key(name.replace("_", " "))))


def _parts(name: str) -> Iterator[Phrase]:
    """The first and the last word of a longer name: by such a word alone one speaks of people."""
    parts = [part for part in name.split() if comparison_key(part).strip(".") not in _TITLES]
    if len(name.split()) > 1 and parts:
        for part in {parts[0], parts[-1]}:
            words = phrase(part)
            if len("".join(words)) > 1:  # an initial says nothing by itself
                yield words


def _is_within(part: Phrase, whole: Phrase) -> bool:
    length = len(part)
    return length < len(whole) and any(
        whole[place : place + length] == part for place in range(len(whole) - length + 1)
    )


def _words(folded: str, places: Sequence[int]) -> list[tuple[str, int, int]]:
    """The words of a folded text, each with where it stands in the text itself."""
    words, end = [], 0
    for word in words_in(folded):
        start = folded.index(word, end)
        end = start + len(word)
        words.append((word, places[start], places[end]))
    return words


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """A text as it is compared, with the place in it that each of the characters comes from."""
    if text.isascii():
        return text.lower().translate(_BLANKS), range(len(text) + 1)
    folded, places = "", []
    for place, character in enumerate(text):
        is_blank = ord(character) in _BLANKS or character.isspace()
        key = " " if is_blank else searched_key(character)
        folded += key
        places += [place] * len(key)
    return folded, [*places, len(text)]


def _spans(words: Sequence[tuple[str, int, int]], phrases: Collection[Phrase]) -> Iterator[Span]:
    for length in sorted({len(each) for each in phrases}):
        for place in range(len(words) - length + 1):
            some = words[place : place + length]
            if tuple(word for word, *_ in some) in phrases:
                yield some[0][1], some[-1][2]


def _phone_spans(text: str, phones: Sequence[str]) -> Iterator[Span]:
    wanted = [number for number in map(read_phone, phones) if number is not None]
    if not wanted:
        return
    for run in _NUMBER.finditer(text):
        for start, stop in _stretches(run[0]):
            number = read_phone(run[0][start:stop])
            if number is not None and any(number.may_be(other) for other in wanted):
                yield run.start() + start, run.start() + stop


def _stretches(run: str) -> Iterator[Span]:
    """Every stretch of whole groups of digits: two numbers may stand one behind the other."""
    groups = [group.span() for group in _WORD_OF_A_NUMBER.finditer(run)]
    for first, (start, _) in enumerate(groups):
        for _, stop in groups[first:]:
            if stop - start >= SHORTEST:
                yield start, stop


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    """Spans in their order, those that overlap as one."""
    merged: list[Span] = []
    for start, stop in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(stop, merged[-1][1])
        else:
            merged.append((start, stop))
    return iter(merged)

"""Whom a card that a file brings is of: by address, page, number and name, and never by a guess."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from netlog.domain.people.names import begins_words, words
from netlog.domain.people.phones import Phone, read_phone

ME = "me"
_SCHEME = re.compile(r"(?:https?:)?//(?:www\.)?|www\.")
_LAST_DIGITS = 7  # by which numbers are looked up, however they begin
_MOST_SHARING = 20  # names behind a number; that of a switchboard tells nobody from another


class Marks(NamedTuple):
    """By what somebody is recognised, as it is compared: see `comparison_key` and `page_key`.

    `names` are the name and the aliases; `phones` as they are written; `organisation` is where they
    work, "" where that is not known.
    """

    names: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    organisation: str = ""


class Match(NamedTuple):
    """Somebody who is the same, or may be: `by` is what the two have in common."""

    contact: int
    by: str
    is_sure: bool = True


def page_key(url: str) -> str:
    """The address of a page as it is compared: without scheme, case and slash at the end."""
    bare = url.strip().casefold()
    scheme = _SCHEME.match(bare)
    return (bare[scheme.end() :] if scheme else bare).rstrip("/")


class Register:
    """Everybody who is known, by their marks."""

    def __init__(self) -> None:
        self._emails: dict[str, int] = {}
        self._pages: dict[str, int] = {}
        self._names: dict[str, int] = {}
        self._turned: dict[str, int] = {}  # names of several words, in whatever order
        # Numbers as they are written, whose they are, and how those are called.
        self._phones: dict[str, tuple[tuple[str, int, str], ...]] = {}
        self._called: dict[int, tuple[str, ...]] = {}
        self._reached: set[int] = set()  # those who have an address or a page
        self._mailed: set[int] = set()  # those who have an address
        self._organisations: dict[int, str] = {}

    def add(self, contact: int, marks: Marks) -> None:
        """Know somebody by more marks; who had one first keeps it."""
        for email in marks.emails:
            self._emails.setdefault(email, contact)
        for page in marks.pages:
            self._pages.setdefault(page, contact)
        for name in marks.names:
            self._names.setdefault(name, contact)
            if turned := _turned(name):
                self._turned.setdefault(turned, contact)
        self._called[contact] = tuple(dict.fromkeys((*self._called.get(contact, ()), *marks.names)))
        for key, number, _ in _numbers(marks):
            called = ((number, contact, name) for name in dict.fromkeys(marks.names))
            self._phones[key] = (*self._phones.get(key, ()), *called)[:_MOST_SHARING]
        if marks.emails or marks.pages:
            self._reached.add(contact)
        if marks.emails:
            self._mailed.add(contact)
        if marks.organisation:
            self._organisations.setdefault(contact, marks.organisation)

    def called(self, key: str) -> int | None:
        """Who has exactly that name or alias."""
        return self._names.get(key)

    def holder(self, email: str) -> int | None:
        """Who has that e-mail address."""
        return self._emails.get(email)

    def find(self, marks: Marks) -> Match | None:
        """Who it is, for sure or perhaps; None for somebody new.

        A page is one person's. An address or a number may be that of a firm or a family, so the
        names have to go together. A name may be two people's: see `_contradict`.
        """
        by_email = self._with_one_of(marks.emails, self._emails)
        if by_email is not None and self._is_called(by_email, marks):
            return Match(by_email, "e-mail")
        by_page = self._with_one_of(marks.pages, self._pages)
        if by_page is not None:
            return Match(by_page, "page")
        by_name = self._by_name(marks)
        if by_name is None and by_email is not None:
            return Match(by_email, "e-mail", is_sure=False)
        return by_name or self._by_number(marks)

    def _with_one_of(self, keys: Iterable[str], known: Mapping[str, int]) -> int | None:
        return next((known[key] for key in keys if key in known), None)

    def _is_called(self, contact: int, marks: Marks) -> bool:
        """Whether the names go together; an address for a name says nothing."""
        known = self._called.get(contact, ())
        return any("@" in name for name in (*marks.names, *known)) or any(
            go_together(name, called) or begins_words(name, called) or begins_words(called, name)
            for name in marks.names
            for called in known
        )

    def _by_name(self, marks: Marks) -> Match | None:
        for name in marks.names:
            contact = self._names.get(name)
            if contact is None:
                contact = self._turned.get(_turned(name))
            if contact is not None:
                return Match(contact, "name", is_sure=not self._contradict(contact, marks))
        return None

    def _contradict(self, contact: int, marks: Marks) -> bool:
        """Whether nobody can know if two of one name are one.

        Where both work somewhere, the firms decide, unless nobody can be reached; else their
        addresses do, which differ where this is asked.
        """
        works_at = self._organisations.get(contact, "")
        if works_at and marks.organisation:
            is_reached = contact in self._reached or bool(marks.emails or marks.pages)
            return is_reached and not go_together(works_at, marks.organisation)
        return contact in self._mailed and bool(marks.emails)

    def _by_number(self, marks: Marks) -> Match | None:
        doubtful = None
        for key, _, phone in _numbers(marks):
            for number, contact, called in self._phones.get(key, ()):
                known = read_phone(number)
                if known is not None and phone.may_be(known):
                    if any(go_together(called, name) for name in marks.names):
                        return Match(contact, "number")
                    doubtful = doubtful or Match(contact, "number", is_sure=False)
        return doubtful


def _turned(name: str) -> str:
    parts = words(name)
    return " ".join(sorted(parts)) if len(parts) > 1 else ""


def go_together(name: str, other: str) -> bool:
    """Whether one of two names has all the words of the other: `acme` and `acme inc`."""
    these, those = set(words(name)), set(words(other))
    return these <= those or those <= these


def _numbers(marks: Marks) -> Iterator[tuple[str, str, Phone]]:
    """The numbers that are ones: how they are looked up, as written, and as read."""
    for number in marks.phones:
        if (phone := read_phone(number)) is not None:
            yield phone.national[-_LAST_DIGITS:], number, phone

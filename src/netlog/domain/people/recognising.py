"""Whom a card that a file brings is of: by address, page, number and name, and never by a guess."""

import re
from collections.abc import Iterable, Iterator
from itertools import count, takewhile
from typing import NamedTuple

from netlog.domain.people.names import begins_words, looks_like_email, words
from netlog.domain.people.phones import Phone, read_phone
from netlog.domain.people.titles import in_one_order
from netlog.domain.text import LONGEST_NAME

ME = "me"
_SCHEME = re.compile(r"(?:https?:)?//(?:www\.)?|www\.")
_BELOW_A_SITE = re.compile(r"[/?#][^/?#]")
_TOLD_APART = re.compile(r"(.+?)((?: \(.+\))?(?: \d+)?)")
_LAST_DIGITS = 7  # by which numbers are looked up, however they begin
_MOST_SHARING = 20  # names behind a number; that of a switchboard tells nobody from another


class Marks(NamedTuple):
    """By what somebody is recognised, as it is compared: see `comparison_key` and `page_key`.

    `names` are the name and then the aliases; `phones` as they are written; `organisation` is where
    they work, "" where that is not known; `is_firm` is whether it is an organisation itself.
    """

    names: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    organisation: str = ""
    is_firm: bool = False


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
        self._claims: dict[str, int] = {}  # addresses of nameless ones that cards give to others
        self._names: dict[str, int] = {}
        self._turned: dict[str, int] = {}  # names of several words, in whatever order
        self._of_cards: dict[str, int] = {}  # what cards call somebody who has another name
        # Numbers as they are written, and whose they are.
        self._phones: dict[str, tuple[tuple[str, int], ...]] = {}
        self._called: dict[int, tuple[str, ...]] = {}
        self._seen: dict[int, tuple[str, ...]] = {}  # the pages of each
        self._mailed: set[int] = set()  # those who have an address
        self._organisations: dict[int, str] = {}
        self._firms: set[int] = set()

    def add(self, contact: int, marks: Marks) -> None:
        """Know somebody by more marks; who had one first keeps it."""
        for email in marks.emails:
            self._emails.setdefault(email, contact)
        for page in marks.pages:
            self._pages.setdefault(page, contact)
        for name in marks.names:
            self._names.setdefault(name, contact)
            if turned := in_one_order(name):
                self._turned.setdefault(turned, contact)
        self._called[contact] = tuple(dict.fromkeys((*self._called.get(contact, ()), *marks.names)))
        for key, number, _ in _numbers(marks):
            self._phones[key] = (*self._phones.get(key, ()), (number, contact))[:_MOST_SHARING]
        if marks.pages:
            self._seen[contact] = (*self._seen.get(contact, ()), *marks.pages)
        if any(self._emails[email] == contact for email in marks.emails):
            self._mailed.add(contact)
        if marks.organisation:
            self._organisations.setdefault(contact, marks.organisation)
        if marks.is_firm:
            self._firms.add(contact)

    def know_as(self, contact: int, name: str) -> None:
        """Know whom a card meant by a name that they do not have, should another one use it."""
        for key in filter(None, (name, in_one_order(name))):
            self._of_cards.setdefault(key, contact)

    def called(self, key: str) -> int | None:
        """Who has exactly that name or alias."""
        return self._names.get(key)

    def is_meant(self, key: str) -> bool:
        """Whether a name is somebody's, or a card meant somebody by it."""
        return key in self._names or key in self._of_cards or bool(self.sharing(key))

    def meant(self, key: str) -> int | None:
        """Who has a name, with the words in whatever order, or whom a card meant by it.

        An address means who has it, also where a file has it for a name.
        """
        if holders := self.sharing(key):
            return holders[0]
        turned = in_one_order(key)
        known = (self._names.get(key), self._turned.get(turned), self._of_cards.get(turned or key))
        return next((contact for contact in known if contact is not None), None)

    def holder(self, address: str) -> int | None:
        """Who has that e-mail address, or is called so, or has that page."""
        return next(iter(self.sharing(address)), self._pages.get(address))

    def sharing(self, address: str) -> list[int]:
        """Who has an e-mail address, and who is called by it, as a guest without a name is."""
        if not looks_like_email(address):
            return []
        known = (self._emails.get(address), self._names.get(address))
        return list(dict.fromkeys(each for each in known if each is not None))

    def is_nameless(self, contact: int) -> bool:
        """Whether somebody is called by nothing but addresses."""
        return all(map(looks_like_email, self._called[contact]))

    def claim(self, address: str, contact: int) -> None:
        """Know that a card gives somebody the address of a nameless one."""
        self._claims.setdefault(address, contact)

    def may_be_called(self, contact: int, name: str) -> bool:
        """Whether a name, which is no address, goes together with those of somebody."""
        return not looks_like_email(name) and self._is_called(contact, Marks((name,)))

    def name(self, contact: int, name: str) -> None:
        """Know whoever was nameless by a name, before their address."""
        self._called[contact] = (name, *self._called[contact])
        self.add(contact, Marks((name,)))

    def find(self, marks: Marks) -> Match | None:
        """Who it is, for sure or perhaps; None for somebody new.

        A page is one person's. An address, a number or a whole site may be that of a firm or a
        family, so the names have to go together. A name may be two people's: see `_contradict`.
        Who is nameless is found by their address, unless somebody has the name for sure.
        """
        holders = [each for email in marks.emails for each in self.sharing(email)[:1]]
        claiming = [self._claims[email] for email in marks.emails if email in self._claims]
        fitting = [each for each in (*holders, *claiming) if self._is_called(each, marks)]
        certain = next(self._certain(fitting, marks), None)
        if certain is not None:
            return certain
        by_name = self._by_name(marks)
        if by_name is not None and by_name.is_sure:
            return by_name
        if fitting:
            return Match(fitting[0], "e-mail")
        by_number = self._by_number(marks)
        if by_number is not None and by_number.is_sure:
            return by_number
        if by_name is None and holders:
            return Match(holders[0], "e-mail", is_sure=False)
        return by_name or by_number

    def _certain(self, fitting: Iterable[int], marks: Marks) -> Iterator[Match]:
        """By an address whose names go together, if there is a name, and by a page."""
        yield from (Match(each, "e-mail") for each in fitting if not self.is_nameless(each))
        yield from (Match(each, "page") for each in self._by_page(marks))

    def _by_page(self, marks: Marks) -> Iterator[int]:
        """Whose the pages are; a whole site that is somebody else's says nothing."""
        for page in marks.pages:
            contact = self._pages.get(page)
            if contact is not None and (not _is_site(page) or self._is_called(contact, marks)):
                yield contact

    def _is_called(self, contact: int, marks: Marks) -> bool:
        """Whether the names go together; an address for a name says nothing."""
        if marks.is_firm and contact not in self._firms:
            return False
        name = (*marks.names, "")[0]
        if looks_like_email(name) or self.is_nameless(contact):
            return True
        own, *aliases = (each for each in self._called[contact] if not looks_like_email(each))
        known = (own, *filter(_is_whole, aliases))  # a nickname begins other ones
        begins = any(begins_words(name, each) or begins_words(each, name) for each in known)
        return begins or self._goes_with(contact, marks)

    def _goes_with(self, contact: int, marks: Marks) -> bool:
        """Whether somebody may have the name of a card, or has one of its nicknames."""
        if marks.is_firm and contact not in self._firms:
            return False
        known = self._called[contact]
        may_be = (go_together(name, each) for name in marks.names[:1] for each in known)
        return any(may_be) or any(name in known for name in marks.names[1:])

    def _by_name(self, marks: Marks) -> Match | None:
        """Who is called so; a nickname only counts where nobody has the name itself."""
        if not marks.names:
            return None
        name, *nicknames = marks.names
        contact = self.meant(name)
        if contact is None:
            return next(filter(None, (self._nicknamed(each, marks) for each in nicknames)), None)
        apart = self._kept_apart(name, marks, contact)
        if apart is not None:
            return Match(apart, "name")
        is_firm = marks.is_firm or contact in self._firms
        may_be_another = is_firm and name not in self._called[contact]  # with other marks: Acme Inc
        is_sure = not (may_be_another or self._contradict(contact, marks))
        return Match(contact, "name", is_sure)

    def _nicknamed(self, nickname: str, marks: Marks) -> Match | None:
        """Who has a nickname of a card, for sure only where their whole names speak for it."""
        contact = self.meant(nickname)
        if contact is None:
            return None
        own = self._called[contact][0]
        is_of_kind = marks.is_firm == (contact in self._firms)
        name = marks.names[0]
        goes_with = own == nickname or (_is_whole(name) and go_together(own, name))
        is_sure = (
            is_of_kind and _is_whole(own) and goes_with and not self._contradict(contact, marks)
        )
        return Match(contact, "nickname", is_sure)

    def _kept_apart(self, name: str, marks: Marks, namesake: int) -> int | None:
        """Who was told apart by their firm when such a card came before, if anybody was.

        That is whoever is called so, also where they were made one with the namesake since.
        """
        firm = marks.organisation
        fits_best = self._is_of(namesake, firm) and not self._has_other_pages(namesake, marks)
        if not firm or fits_best:
            return None
        with_firm = _with_firm(name, firm)
        contact = self._names.get(with_firm) if with_firm else self._numbered(name, firm)
        if contact is None or self._has_other_pages(contact, marks):
            return None
        return contact

    def _numbered(self, name: str, firm: str) -> int | None:
        """Who was told apart by a number, as there was no room for the firm at which they work."""
        taken = (self._names.get(each) for each in takewhile(self.is_meant, _with_number(name)))
        return next((each for each in taken if each and self._is_of(each, firm)), None)

    def _contradict(self, contact: int, marks: Marks) -> bool:
        """Whether nobody can know if two of one name are one.

        Other pages of one site are two people's. Where both work somewhere, the firms decide,
        unless it was told that they have another whole name, or two of the names; else the
        addresses do, but those that are shared with others.
        """
        if self._has_other_pages(contact, marks):
            return True
        if marks.is_firm and contact in self._firms:
            return False  # a firm has many addresses
        if contact in self._organisations and marks.organisation:
            is_told = self._has_told_name(contact, marks)
            return not (is_told or self._is_of(contact, marks.organisation))
        is_free = (not self.sharing(email) for email in marks.emails)
        return contact in self._mailed and any(is_free)

    def _is_of(self, contact: int, firm: str) -> bool:
        """Whether somebody works at a firm, however that is called."""
        known = self._organisations.get(contact, "")
        if not known:
            return False
        own = self._names.get(known)
        return go_together(known, firm) or (own is not None and own == self._names.get(firm))

    def _has_told_name(self, contact: int, marks: Marks) -> bool:
        own, *others = self._called[contact]
        name = marks.names[0]
        shared = sum(each in others for each in marks.names)
        return name != own and name in others and (_is_whole(name) or shared > 1)

    def _has_other_pages(self, contact: int, marks: Marks) -> bool:
        """Whether a site has a page of each of the two, as one of profiles has."""
        known = self._seen.get(contact, ())
        sites = {site for page in known if (site := _site(page))}
        return any(page not in known and _site(page) in sites for page in marks.pages)

    def _by_number(self, marks: Marks) -> Match | None:
        doubtful = None
        for key, _, phone in _numbers(marks):
            for number, contact in self._phones.get(key, ()):
                known = read_phone(number)
                if known is not None and phone.may_be(known):
                    if self._goes_with(contact, marks) and not self._has_other_pages(
                        contact, marks
                    ):
                        return Match(contact, "number")
                    doubtful = doubtful or Match(contact, "number", is_sure=False)
        return doubtful


def told_apart(name: str, firm: str) -> Iterator[str]:
    """Names that tell somebody apart from a namesake: by the firm, else by a number."""
    yield name
    if with_firm := _with_firm(name, firm):
        yield with_firm
    yield from _with_number(name)


def _with_firm(name: str, firm: str) -> str:
    """A name with the firm behind it; "" where there is none, or no room for it."""
    whole = f"{name} ({firm})"
    return whole if firm and len(whole) <= LONGEST_NAME else ""


def _with_number(name: str) -> Iterator[str]:
    """A name with each number behind it, shortened where there is no room for that."""
    endings = (f" {number}" for number in count(2))
    return (f"{name[: LONGEST_NAME - len(each)].rstrip()}{each}" for each in endings)


def without_mark(name: str) -> tuple[str, str]:
    """A name as `told_apart` makes them, and behind it what tells it apart, "" for most."""
    whole = _TOLD_APART.fullmatch(name)
    return (name, "") if whole is None else (whole[1], whole[2].strip())


def _is_whole(name: str) -> bool:
    """Whether a name has a family's beside it, so that few have it."""
    return len(words(name)) > 1


def _site(page: str) -> str:
    return page.rpartition("/")[0]


def _is_site(page: str) -> bool:
    """Whether a page is where a site begins, so that a firm may have it, or a family."""
    return _BELOW_A_SITE.search(page) is None


def go_together(name: str, other: str) -> bool:
    """Whether one of two names has all the words of the other: `acme` and `acme inc`."""
    these, those = set(words(name)), set(words(other))
    return these <= those or those <= these


def _numbers(marks: Marks) -> Iterator[tuple[str, str, Phone]]:
    """The numbers that are ones: how they are looked up, as written, and as read."""
    for number in marks.phones:
        if (phone := read_phone(number)) is not None:
            yield phone.national[-_LAST_DIGITS:], number, phone

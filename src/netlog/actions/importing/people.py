"""Who the people of a file are: known ones, filled in where something is new, or new ones."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from sys import intern

from netlog.actions.importing.left_out import LeftOut
from netlog.actions.importing.marks import clean, cleaned, is_name, marks_of, name_on
from netlog.actions.importing.plan import Difference, Doubt, Plan, Somebody
from netlog.domain.people.contacts import CALLED, detail_key, not_an_email
from netlog.domain.people.names import comparison_key, looks_like_email
from netlog.domain.people.naming import refuse_as_name
from netlog.domain.people.phones import is_noted
from netlog.domain.people.recognising import ME, Marks, Register, go_together, told_apart
from netlog.domain.records import ContactKind, DetailKind
from netlog.domain.text import clean_name, excerpt
from netlog.errors import Refused
from netlog.exchange.records import Card
from netlog.ledger.read.register import Known

SAME, APART = "s", "a"  # the answers to whether somebody is a known contact
_REPEATED: frozenset[DetailKind] = frozenset({"skill", "title"})  # which many have in common


class Myself(Exception):
    """A card is the owner's own."""


class People:
    """Everybody, as they are and as they would be."""

    def __init__(self, plan: Plan, known: Iterable[Known], decided: Mapping[str, str]) -> None:
        """Take what is planned, who is known, and what was said of doubtful pairs, by their key."""
        self._plan = plan
        self._known = {each.id: each for each in known}
        self._decided = decided
        self._register = Register()
        self.me = 0  # the owner
        for contact in self._known.values():
            self._register.add(contact.id, contact.marks)
            if contact.is_me:
                self.me = contact.id
        self._last = 0

    def know_me_by(self, name: str, addresses: Iterable[str]) -> None:
        """Know the owner by their own name and addresses, too."""
        names = (comparison_key(name),) if name else ()
        self._register.add(self.me, Marks(names, tuple(map(comparison_key, addresses))))

    def of_card(self, card: Card) -> tuple[Somebody, LeftOut]:
        """Whose card it is, with all that it adds, and what of it cannot be noted.

        Raises:
            Myself: it is the owner's.
            Refused: it says nothing that could be a contact.
        """
        kind: ContactKind = "person" if card.name or not card.organisation else "organisation"
        name = name_on(card)
        if looks_like_email(name):
            card = card._replace(emails=tuple(dict.fromkeys((name, *card.emails))))
        firm = self._firm(card.organisation) if kind == "person" else ""
        marks = marks_of(card, name, firm, is_firm=kind == "organisation")
        somebody = self._find(name, kind, marks, firm)
        if kind == somebody.kind:
            self._call(somebody, name, firm)
        left_out = LeftOut()
        self._fill_in(somebody, card, left_out)
        for email in card.emails:
            self._doubt_others(somebody, name, email)
        return somebody, left_out

    def called(self, name: str, email: str = "") -> Somebody:
        """Who has a name or an address, or would be added under it.

        Raises:
            Refused: it is no name.
        """
        addresses = list(filter(looks_like_email, (email, name)))
        if not addresses:
            return self._named(clean_name(name))
        shown = clean_name(addresses[0] if looks_like_email(name) else name or email)
        somebody = self._addressed(shown, addresses)
        self._call(somebody, shown)
        for address in addresses:
            if self._register.holder(comparison_key(address)) in (None, somebody.id):
                self._note(somebody, "email", address)
            self._doubt_others(somebody, shown, address)
        return somebody

    def _named(self, name: str) -> Somebody:
        """Who is meant by nothing but a name."""
        contact = self._register.meant(comparison_key(name))
        if contact is not None:
            return self._as_it_is(contact)
        return self._add(name, "person", Marks((comparison_key(name),)))

    def _addressed(self, name: str, emails: Iterable[str]) -> Somebody:
        """Who has a name and an address, as on a card; I am one of the guests of my meetings."""
        marks = Marks((comparison_key(name),), tuple(map(comparison_key, emails)))
        try:
            return self._find(name, "person", marks, "")
        except Myself:
            return self._as_it_is(self.me)

    def _call(self, somebody: Somebody, name: str, works_at: str = "") -> None:
        """Give whoever is called by their address the name that a file has for them."""
        address, register = somebody.name, self._register
        if looks_like_email(name) or not (
            register.is_nameless(somebody.id)
            and register.holder(comparison_key(address)) == somebody.id
            and is_name(name)
        ):
            return
        namesake = register.meant(comparison_key(name))
        own = next(
            each
            for each in told_apart(name, works_at)
            if register.meant(comparison_key(each)) in (None, somebody.id)
        )
        self._note(somebody, "email", address)
        somebody.name = own
        somebody.was = "" if somebody.is_new else address
        register.name(somebody.id, comparison_key(own))
        if own != name and namesake is not None:
            self._doubt_both(somebody, namesake, "name")

    def _doubt_others(self, somebody: Somebody, name: str, address: str) -> None:
        """Doubt who else has an address of somebody's, or is called by it, where the names fit."""
        for contact in self._register.sharing(comparison_key(address)):
            if contact == somebody.id:
                continue
            if self._register.is_nameless(contact):
                self._register.claim(comparison_key(address), somebody.id)
                self._doubt_both(self._as_it_is(contact), somebody.id, "e-mail")
            elif self._register.may_be_called(contact, comparison_key(name)):
                first, later = sorted((contact, somebody.id), key=_age)
                self._doubt_both(self._as_it_is(later), first, "e-mail")

    def _doubt_both(self, somebody: Somebody, contact: int, by: str) -> None:
        """Doubt whether two are one who were both there already."""
        other = self._as_it_is(contact).name
        key = _key(somebody.name, other)
        doubt = Doubt(key, somebody.name, other, by, (somebody.id, contact), is_asked=False)
        if contact != self.me and doubt not in self._plan.doubts:
            self._plan.doubts.append(doubt)

    def _find(self, name: str, kind: ContactKind, marks: Marks, works_at: str) -> Somebody:
        if kind == "person" and comparison_key(name) == ME:
            raise Myself  # whoever has a page or an address of it
        match = self._register.find(marks)
        if match is None:
            return self._add(name, kind, marks)
        if match.contact == self.me and (match.is_sure or comparison_key(name) == ME):
            raise Myself
        if not match.is_sure:
            apart = self._apart(name, works_at)
            other = self._as_it_is(match.contact).name
            key = _key(apart, other)
            if self._decided.get(key) != SAME:
                somebody = self._add(apart, kind, marks)
                if key not in self._decided:
                    both = (somebody.id, match.contact)
                    self._plan.doubts.append(Doubt(key, apart, other, match.by, both))
                return somebody
            self._remember(match.contact, apart)
        more = marks._replace(names=(), organisation="", is_firm=False)
        self._register.add(match.contact, more)
        self._register.know_as(match.contact, marks.names[0])
        return self._as_it_is(match.contact)

    def _firm(self, organisation: str) -> str:
        """Where somebody works, as it is noted; "" where that is nowhere that could be."""
        firm = cleaned("title", organisation)
        contact = self._register.called(comparison_key(firm)) if firm else None
        if contact is None:
            return firm if is_name(firm) else ""
        return "" if contact == self.me or self._is_nickname(contact, firm) else firm

    def _is_nickname(self, contact: int, firm: str) -> bool:
        """Whether a firm is called as a person is beside their name, who is no firm for that."""
        somebody = self._as_it_is(contact)
        return somebody.kind == "person" and comparison_key(somebody.name) != comparison_key(firm)

    def _remember(self, contact: int, apart: str) -> None:
        """Let a contact have the name that the other one would have, as `merge` does."""
        key = comparison_key(apart)
        if key == cleaned("alias", key):  # else there is no room for it
            self._as_it_is(contact).details["alias", key] = apart
            self._register.add(contact, Marks((key,)))

    def _as_it_is(self, contact: int) -> Somebody:
        somebody = self._plan.people.get(contact)
        if somebody is None:
            known = self._known[contact]
            somebody = Somebody(
                contact,
                known.name,
                known.kind,
                known.details,
                known.organisation,
                known.title,
                has_interval=known.has_interval,
            )
            self._plan.people[contact] = somebody
        return somebody

    def _add(self, name: str, kind: ContactKind, marks: Marks) -> Somebody:
        refuse_as_name(name, new=True)
        self._last -= 1
        somebody = Somebody(self._last, name, kind)
        self._plan.people[somebody.id] = somebody
        own = marks._replace(names=(comparison_key(name),), organisation="")
        self._register.add(somebody.id, own)
        return somebody

    def _apart(self, name: str, works_at: str) -> str:
        """A name for somebody who may be another: their own, unless that is taken."""
        names = told_apart(name, works_at)
        return next(each for each in names if not self._register.is_meant(comparison_key(each)))

    def _fill_in(self, somebody: Somebody, card: Card, left_out: LeftOut) -> None:
        noted: Sequence[tuple[DetailKind, Sequence[str]]] = (
            ("email", card.emails),
            ("phone", card.phones),
            ("url", card.urls),
            ("alias", (*card.aliases, *_other_name(somebody, card))),
            ("skill", card.skills),
            ("need", card.needs),
            ("extra", card.extra),
            ("title", (card.title,)),
        )
        firm = comparison_key(card.organisation) if card.name else ""
        firm = "" if ("alias", firm) in somebody.known else firm
        for kind, values in noted:
            for value in filter(str.strip, values):
                with left_out.of(CALLED[kind]):
                    if kind == "alias" and comparison_key(value) == firm:
                        raise Refused(f'"{excerpt(value)}" is where they work.')
                    if kind == "email" and not looks_like_email(value):
                        raise Refused(not_an_email(value))
                    self._note(somebody, kind, value)
        if card.organisation and somebody.kind == "person":
            with left_out.of("organisation"):
                self._works_at(somebody, card.organisation)
        if card.every and not somebody.has_interval:
            somebody.every, somebody.has_interval = card.every, True
        if card.is_archived and somebody.is_new:
            somebody.is_archived = True

    def _note(self, somebody: Somebody, kind: DetailKind, value: str) -> None:
        """Note a detail, unless it is known.

        Raises:
            Refused: it is none, or is somebody else's.
        """
        value = clean(kind, value)
        key = detail_key(kind, value)
        if kind in _REPEATED:
            value, key = intern(value), intern(key)
        if (kind, key) in somebody.known or (kind, key) in somebody.details:
            return
        if kind == "alias" and key in (ME, comparison_key(somebody.name)):
            return
        self._refuse_anothers(somebody, kind, value, key)
        if kind == "phone" and is_noted(value, _numbers(somebody)):
            return
        if kind == "title":
            if somebody.title is not None:
                self._differs(somebody, "job", somebody.title, value)
                return
            somebody.title = value
        somebody.details[kind, key] = value
        if kind == "alias":
            self._register.add(somebody.id, Marks((key,)))

    def _refuse_anothers(self, somebody: Somebody, kind: DetailKind, value: str, key: str) -> None:
        """Refuse an address that is somebody else's, and a name that means somebody else."""
        holder = None
        if kind in ("email", "url"):
            holder = self._register.holder(key)
        elif kind == "alias":
            refuse_as_name(key)
            holder = self._register.meant(key)
        if holder is not None and holder != somebody.id:
            raise Refused(f'"{excerpt(value)}" already means {self._as_it_is(holder).name}.')

    def _works_at(self, somebody: Somebody, organisation: str) -> None:
        name = clean_name(organisation)
        if somebody.works_at is not None:
            if not go_together(comparison_key(somebody.works_at), comparison_key(name)):
                self._differs(somebody, "organisation", somebody.works_at, name)
            return
        contact = self._register.called(comparison_key(name))
        if contact == self.me:
            raise Refused(f'"{excerpt(name)}" means you, and you are no organisation.')
        if contact is not None and self._is_nickname(contact, name):
            means = self._as_it_is(contact).name
            raise Refused(f'"{excerpt(name)}" means {means}, who is a person.')
        if contact == somebody.id:
            return
        firm = (
            self._add(name, "organisation", Marks((comparison_key(name),), is_firm=True))
            if contact is None
            else self._as_it_is(contact)
        )
        somebody.organisation, somebody.works_at = firm.id, firm.name
        key = intern(comparison_key(firm.name))
        self._register.add(somebody.id, Marks(organisation=key))

    def _differs(self, somebody: Somebody, what: str, ours: str, theirs: str) -> None:
        self._plan.differences[Difference(somebody.name, what, ours, excerpt(theirs))] = None


def _age(contact: int) -> tuple[bool, int]:
    """By which who was there first comes first: known ones, then those of the files."""
    return contact < 0, abs(contact)


def _key(name: str, other: str) -> str:
    """By which it is told what was said of a doubtful pair."""
    return f"{comparison_key(name)} {comparison_key(other)}"


def _numbers(somebody: Somebody) -> Iterator[str]:
    return (key for kind, key in (*somebody.known, *somebody.details) if kind == "phone")


def _other_name(somebody: Somebody, card: Card) -> Iterator[str]:
    """What a card calls somebody who is known by quite another name; an address is none."""
    if looks_like_email(card.name):
        return
    if card.name and not go_together(comparison_key(card.name), comparison_key(somebody.name)):
        yield card.name

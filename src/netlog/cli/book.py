"""The ledger in the hands of one recording command: names become contacts, new ones included."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from netlog.cli.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from netlog.domain.items import Item
    from netlog.domain.projection.checking import CheckedIntroduction
    from netlog.domain.projection.introduced import Introduced
    from netlog.domain.projection.terms import Terms
    from netlog.domain.records import Contact, ContactKind, Obligation
    from netlog.ledger.read.contacts import Directory
    from netlog.ledger.write.change import Writer


@dataclass(frozen=True, slots=True)
class Telling:
    """The event that is told again: of what came after it, it knew nothing.

    `tried` are the items at which it was another attempt, `in_touch_with` those with whom it
    starts an interval.
    """

    event_id: int
    tried: frozenset[int]
    in_touch_with: frozenset[int]


@dataclass
class Book:
    """An open ledger. `created` holds the names of the contacts that this command added.

    While an event is told again, only what was recorded before it counts.
    """

    desk: Desk
    writer: "Writer"
    new: bool = False
    telling: Telling | None = None
    answers: "Mapping[str, str]" = field(default_factory=dict)
    created: list[str] = field(default_factory=list)

    @cached_property
    def me(self) -> int:
        """The owner's contact id."""
        from netlog.ledger.read.records import me

        return me(self.writer.connection)

    @property
    def terms(self) -> "Terms":
        """The terms by which an event opens obligations; what it opened before, it still does."""
        from netlog.domain.projection.terms import as_then
        from netlog.ledger.read.facts import opened_by

        terms = self.desk.terms
        if self.telling is None:
            return terms
        return as_then(terms, opened_by(self.writer.connection, self.telling.event_id), self.me)

    @cached_property
    def directory(self) -> "Directory":
        """The contacts."""
        from netlog.ledger.read.contacts import Directory

        return Directory(self.writer.connection)

    def known(self, typed: str) -> "Contact":
        """The known contact that was typed.

        Raises:
            UnknownName, AmbiguousName, Refused: see `netlog.domain.people.resolving.known`.
        """
        from netlog.domain.people.resolving import known
        from netlog.domain.text import clean_name

        meant = self.answers.get(clean_name(typed), typed)
        return known(meant, self.directory, self.desk.settings.owner)

    def known_or_added(self, *typed: str, kind: "ContactKind" = "person") -> list[int]:
        """The ids of the contacts that were typed, added to the ledger where they are new.

        All are looked up before any is added, so that their order makes no difference.

        Raises:
            AmbiguousName, NearlyKnownName, Refused: see `domain.people.resolving`.
        """
        from netlog.domain.people.names import comparison_key

        found = [self._look_up(one) for one in typed]
        new = {
            comparison_key(name): name
            for name, one in zip(typed, found, strict=True)
            if one is None
        }
        added = {key: self._add(name, kind) for key, name in new.items()}
        return [
            added[comparison_key(name)] if one is None else one.id
            for name, one in zip(typed, found, strict=True)
        ]

    def organisation(self, typed: str) -> int:
        """The id of the organisation that was typed, added where it is new.

        Raises:
            AmbiguousName, NearlyKnownName, Refused: see `domain.people.resolving`; a
                person is none.
        """
        from netlog.domain.people.contacts import refuse_as_organisation, refuse_none

        found = self._look_up(typed)
        if not self.new:
            refuse_none(typed, found)
        if found is None:
            return self._add(typed, "organisation")
        refuse_as_organisation(found, typed)
        return found.id

    def between(self, other: int) -> "list[Obligation]":
        """What is open between me and somebody else, either way."""
        from dataclasses import replace

        from netlog.ledger.read.facts import open_between, with_ids

        connection, telling = self.writer.connection, self.telling
        found = open_between(connection, self.me, other)
        if telling is None:
            return found
        tried = with_ids(connection, telling.tried - {item.id for item in found})
        found += [replace(item, closed_on=None) for item in tried if item.debtor_id == other]
        return [item for item in found if item.event_id < telling.event_id]

    def tried(self, items: "Iterable[Obligation]") -> set[int]:
        """Those of some obligations at which somebody has tried."""
        from netlog.ledger.read.facts import tried

        return tried(self.writer.connection, [item.id for item in items])

    def owed(self, debtor: int, creditor: int) -> "list[Obligation]":
        """What one contact owes another and has not settled."""
        from netlog.ledger.read.facts import owed

        return owed(self.writer.connection, debtor, creditor)

    def intervals(self, others: "Iterable[int]") -> dict[int, int]:
        """How many days apart I mean to be in touch with those for whom I said so."""
        from netlog.ledger.read.contacts import contacts_by_id

        contacts = contacts_by_id(self.writer.connection, others)
        every = {one.id: one.every_days for one in contacts.values() if one.every_days}
        if self.telling is None:
            return every
        return {
            one: days
            for one, days in every.items()
            if one in self.telling.in_touch_with
            or any(item.kind == "touch" for item in self.between(one))
        }

    def unanswered(self, other: int, until: "date") -> list[int]:
        """The introductions of me and `other`, up to a day, that nobody responded to yet."""
        from netlog.ledger.read.facts import unanswered_introductions

        found = unanswered_introductions(self.writer.connection, self.me, other, until.isoformat())
        return [one for one in found if self.telling is None or one < self.telling.event_id]

    def introduced(self, event_id: int) -> "Introduced":
        """Who was introduced to whom in an event.

        Raises:
            NoSuchItem, Refused: there is no such introduction.
        """
        from netlog.ledger.read.facts import introduced

        return introduced(self.writer.connection, event_id)

    def checked(self, event_id: int) -> "CheckedIntroduction":
        """An introduction with its obligations and what is known of it.

        Raises:
            NoSuchItem, Refused: there is no such introduction.
        """
        from netlog.ledger.read.facts import checked

        return checked(self.writer.connection, event_id)

    def checked_of(self, item: "Item") -> "CheckedIntroduction | None":
        """The introduction that an item belongs to, if it belongs to one."""
        return self.checked(item.event.id) if item.event.kind == "introduction" else None

    def replacements_for(self, introduction_id: int) -> "list[Obligation]":
        """The open replacements that an introduction's problems made its introducer owe.

        Raises:
            NoSuchItem, Refused: there is no such introduction.
        """
        from netlog.ledger.read.facts import open_replacements

        return open_replacements(self.writer.connection, self.introduced(introduction_id).event_id)

    def culprits_of(self, introduction_id: int) -> list[int]:
        """Those with whom the problems of an introduction are."""
        from netlog.ledger.read.facts import culprits

        return culprits(self.writer.connection, introduction_id)

    def items(self, typed: "Iterable[str]") -> "list[Item]":
        """The due items with the ids that were typed, each once.

        Raises:
            NoSuchItem, Unreadable: one of them is no id, or nobody's.
        """
        from netlog.domain.ids import read_item_ids

        return [self.item(number) for number in read_item_ids(typed)]

    def item(self, item_id: int) -> "Item":
        """The due item with that id.

        Raises:
            NoSuchItem: there is none.
        """
        from netlog.ledger.read.items import item

        return item(self.writer.connection, item_id)

    def _look_up(self, typed: str) -> "Contact | None":
        from netlog.cli.asking import NEW
        from netlog.domain.people.resolving import known_or_new
        from netlog.domain.text import clean_name

        meant = self.answers.get(clean_name(typed), typed)
        new = self.new or meant == NEW
        name = typed if meant == NEW else meant
        return known_or_new(name, self.directory, self.desk.settings.owner, new=new)

    def _add(self, typed: str, kind: "ContactKind") -> int:
        from netlog.domain.people.names import looks_like_email
        from netlog.domain.text import clean_name
        from netlog.ledger.write.post import add_contact, add_detail

        name = clean_name(typed)
        contact_id = add_contact(self.writer.rows, name, kind)
        if looks_like_email(name):
            add_detail(self.writer.rows, contact_id, "email", name)
        self.created.append(name)
        return contact_id

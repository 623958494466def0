"""The ledger in the hands of one command that writes: names become contacts, ids items."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from netlog.actions.desk import NEW, Desk
from netlog.domain.events.voucher import Voucher
from netlog.domain.ids import read_item_ids
from netlog.domain.items import Item
from netlog.domain.names import Names
from netlog.domain.people.contacts import refuse_as_organisation, refuse_none
from netlog.domain.people.names import comparison_key, looks_like_email
from netlog.domain.people.naming import read_name
from netlog.domain.people.resolving import known, known_or_new
from netlog.domain.projection.difference import Difference
from netlog.domain.projection.facts import Fact
from netlog.domain.records import Contact, ContactKind
from netlog.domain.text import clean_name
from netlog.domain.wording import Wording
from netlog.errors import AmbiguousName, Refused, TakenName
from netlog.ledger.file.access import Connection
from netlog.ledger.read.contacts import Directory, names_by_id
from netlog.ledger.read.items import contacts_in, item
from netlog.ledger.read.records import me
from netlog.ledger.write import projecting, telling
from netlog.ledger.write.change import Summed, Writer, write
from netlog.ledger.write.rows import Rows


def contacts_of(difference: Difference) -> set[int]:
    """The ids of everybody whom a difference is about."""
    items = (*difference.before.values(), *difference.after.values())
    return contacts_in(items) | difference.brought_back | difference.put_away


def enter(desk: Desk, decide: "Callable[[Book], Summed]", *, new: bool = False) -> Summed:
    """Let `decide` write to the ledger of a desk, and keep all of it or nothing.

    Args:
        desk: the settings of the command.
        decide: reads, decides and writes; what it returns says what the command did.
        new: whether unknown names are new contacts.

    Raises:
        LedgerUnusable: the file cannot be used as it is.
    """
    return write(desk.ledger, desk.command, lambda writer: decide(Book(desk, writer, new)))


@dataclass
class Book:
    """An open ledger.

    `created` holds the names of the contacts that this command added, `taken` the others by what
    was typed for them where somebody new could have been.
    """

    desk: Desk
    writer: Writer
    new: bool = False
    created: list[str] = field(default_factory=list)
    taken: dict[str, Contact] = field(default_factory=dict)

    @property
    def connection(self) -> Connection:
        """What the ledger is read by."""
        return self.writer.connection

    @property
    def rows(self) -> Rows:
        """What facts are written by."""
        return self.writer.rows

    @cached_property
    def me(self) -> int:
        """The owner's contact id."""
        return me(self.connection)

    @cached_property
    def directory(self) -> Directory:
        """The contacts."""
        return Directory(self.connection)

    @cached_property
    def terms_id(self) -> int:
        """The terms under which this command tells its facts."""
        return telling.terms_id(self.rows, self.desk.terms)

    def known(self, typed: str) -> Contact:
        """The known contact that was typed.

        Raises:
            UnknownName, AmbiguousName, Refused: see `domain.people.resolving.known`.
        """
        name = self.desk.answers.get(clean_name(typed), typed)
        return known(name, self.directory, self.desk.settings.owner)

    def known_or_added(self, *typed: str) -> list[int]:
        """The ids of the contacts that were typed, added to the ledger where they are new.

        All are looked up before any is added, so that their order makes no difference.

        Raises:
            AmbiguousName, NearlyKnownName, Refused: see `domain.people.resolving`.
        """
        new = self._new_among(typed)
        contacts = [self._look_up(name, new=name in new) for name in typed]
        new_names = {
            comparison_key(read_name(name).name): name
            for name, contact in zip(typed, contacts, strict=True)
            if contact is None
        }
        added = {key: self._add(name, "person") for key, name in new_names.items()}
        return [
            added[comparison_key(read_name(name).name)] if contact is None else contact.id
            for name, contact in zip(typed, contacts, strict=True)
        ]

    def organisation(self, typed: str) -> int:
        """The id of the organisation that was typed, added where it is new.

        Raises:
            AmbiguousName, NearlyKnownName, Refused: see `domain.people.resolving`; a person is
                none.
        """
        contact = self._look_up(typed, new=self.new)
        if not self.new:
            refuse_none(typed, contact)
        if contact is None:
            return self._add(typed, "organisation")
        refuse_as_organisation(contact, typed)
        return contact.id

    def refuse_new(self) -> None:
        """Refuse --new where every name that was typed is known.

        Raises:
            TakenName: it is so.
        """
        if self.new and not self.created:
            typed, contact = next(iter(self.taken.items()), ("", None))
            raise TakenName(typed, "" if contact is None else self.directory.label(contact))

    def item(self, item_id: int) -> Item:
        """The due item with that id.

        Raises:
            NoSuchItem: there is none.
        """
        return item(self.connection, item_id)

    def items(self, typed: Iterable[str]) -> list[Item]:
        """The due items with the ids that were typed, each once.

        Raises:
            NoSuchItem, Unreadable: one of them is no id, or nobody's.
        """
        return [self.item(number) for number in read_item_ids(typed)]

    def tell(
        self, facts: Sequence[Fact], about: Sequence[Voucher], contacts: Iterable[int]
    ) -> Difference:
        """Let new facts have their effect around some contacts.

        Raises:
            Refused: one of them could never be.
        """
        others = set(contacts) - {self.me}
        return projecting.tell(self.connection, self.rows, facts, about, others)

    def wording(self, difference: Difference, contacts: Iterable[int] = ()) -> Wording:
        """The words for what changed, and for some contacts beside."""
        names = names_by_id(self.connection, contacts_of(difference).union(contacts))
        return self.desk.wording(Names(names, self.me))

    def _new_among(self, typed: Iterable[str]) -> set[str]:
        """The names that --new speaks of: those that mean nobody; where each of them does, all."""
        if not self.new:
            return set()
        names = set(typed)
        return {name for name in names if self._means_nobody(name)} or names

    def _means_nobody(self, typed: str) -> bool:
        try:
            return self._resolve(typed, new=False) is None
        except AmbiguousName:
            return False
        except Refused:  # nearly somebody, or a name that only --new makes one
            return True

    def _resolve(self, typed: str, *, new: bool) -> Contact | None:
        answer = self.desk.answers.get(clean_name(typed), typed)
        name = typed if answer == NEW else answer
        owner = self.desk.settings.owner
        return known_or_new(name, self.directory, owner, new=new or answer == NEW)

    def _look_up(self, typed: str, *, new: bool) -> Contact | None:
        contact = self._resolve(typed, new=new)
        if contact is not None:
            self._note_address(contact, typed)
            if not contact.is_me:
                self.taken[clean_name(typed)] = contact
        return contact

    def _note_address(self, contact: Contact, typed: str) -> None:
        """Note the address that was typed with the name of a known contact."""
        address = read_name(typed).address
        holders = self.directory.exactly(comparison_key(address)) if address else [contact]
        if not holders:
            telling.add_detail(self.rows, contact.id, "email", address)

    def _add(self, typed: str, kind: ContactKind) -> int:
        name, address = read_name(typed)
        contact_id = telling.add_contact(self.rows, name, kind)
        if address or looks_like_email(name):
            telling.add_detail(self.rows, contact_id, "email", address or name)
        self.created.append(name)
        return contact_id

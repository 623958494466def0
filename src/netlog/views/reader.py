"""The ledger in the hands of one question: whom a name means, and what its contacts are called."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from netlog.config import Settings
from netlog.domain.names import Names
from netlog.domain.records import Contact
from netlog.errors import NoSuchItem
from netlog.ledger.file import access
from netlog.ledger.file.identity import NoLedgerYet
from netlog.ledger.read.contacts import ORGANISATIONS, Directory, names_by_id
from netlog.ledger.read.records import me

if TYPE_CHECKING:
    from netlog.domain.ids import EventId, ItemId

Answers = Mapping[str, str]  # what was meant by a name as typed, once somebody was asked
UNASKED: Answers = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Reader:
    """A ledger that is open to be asked."""

    connection: access.Connection
    me: int
    settings: Settings
    answers: Answers

    @property
    def directory(self) -> Directory:
        """The contacts, as they are looked up."""
        return Directory(self.connection)

    def contact(self, typed: str) -> Contact:
        """The contact that was typed.

        Raises:
            UnknownName, AmbiguousName, Refused: see `netlog.domain.people.resolving.known`.
        """
        from netlog.domain.people.resolving import known

        return known(self._name(typed), self.directory, self.settings.owner)

    def organisation(self, typed: str) -> Contact:
        """The organisation that was typed.

        Raises:
            UnknownOrganisation, AmbiguousName, Refused: see
                `netlog.domain.people.resolving.known_organisation`.
        """
        from netlog.domain.people.resolving import known_organisation

        return known_organisation(self._name(typed), Directory(self.connection, ORGANISATIONS))

    def names(self, contacts: Iterable[int]) -> Names:
        """What the contacts with these ids are called."""
        return Names(names_by_id(self.connection, contacts), self.me)

    def _name(self, typed: str) -> str:
        from netlog.domain.text import clean_name

        return self.answers.get(clean_name(typed), typed)


@contextmanager
def reading(settings: Settings, answers: Answers = UNASKED) -> Iterator[Reader]:
    """The ledger as it is at this moment.

    Raises:
        NoLedgerYet: there is none; what then stands for the result, the door knows.
        LedgerUnusable: the file cannot be used as it is.
    """
    with access.reading(settings.ledger) as connection:
        yield Reader(connection, me(connection), settings, answers)


@contextmanager
def reading_about(settings: Settings, subject: "ItemId | EventId") -> Iterator[Reader]:
    """The same for what has an id: where there is no ledger yet, there is no such thing.

    Raises:
        NoSuchItem: there is no ledger.
        LedgerUnusable: the file cannot be used as it is.
    """
    try:
        with reading(settings) as ledger:
            yield ledger
    except NoLedgerYet as error:
        raise NoSuchItem(subject.noun, subject) from error

"""Whom a typed name means: exactly, else by beginnings of words, else nobody."""

from collections.abc import Iterable
from typing import Protocol

from netlog.domain.people.names import (
    begins_words,
    comparison_key,
    goes_on,
    looks_like_email,
    marked_otherwise,
    nearest,
    words,
)
from netlog.domain.people.naming import read_name, refuse_as_name, what_else
from netlog.domain.people.phones import read_phone
from netlog.domain.records import Contact, ContactKind
from netlog.domain.text import clean_name, excerpt
from netlog.errors import (
    AmbiguousName,
    NearlyKnownName,
    Refused,
    UnknownName,
    UnknownOrganisation,
)

MOST_CHOICES = 8
ME = "me"
_MYSELF = (ME, f"{ME}, as in your settings")


class Directory(Protocol):
    """The contacts, as the ledger can look them up."""

    def exactly(self, key: str) -> list[Contact]:
        """The contacts whose name, alias or e-mail address is `key`."""

    def containing(self, fragment: str) -> list[tuple[str, Contact]]:
        """The contacts with `fragment` somewhere in a name or alias, with that key."""

    def phones(self) -> list[tuple[str, int]]:
        """Every phone number, as it was noted, with the id of the contact that has it."""

    def with_ids(self, ids: Iterable[int]) -> list[Contact]:
        """The contacts with these ids, by name."""

    def everybody(self) -> list[tuple[str, str, ContactKind]]:
        """The key of every name and alias, with the name of the contact and what it is."""

    def label(self, contact: Contact) -> str:
        """The contact's name with what tells it apart from others."""


def known(typed: str, directory: Directory, owner: str = "") -> Contact:
    """The one known contact that `typed` means.

    Args:
        typed: a name, an alias, an e-mail address, a phone number, beginnings of a name's words, or
            a name and an address.
        directory: the contacts.
        owner: the owner's own name, which means `me` as well.

    Raises:
        UnknownName: it fits nobody.
        AmbiguousName: it fits several.
        Refused: it is no name at all.
    """
    name, address = read_name(typed)
    contact = lookup(address, directory) if address else None
    contact = contact or lookup(name, directory, owner)
    if contact is None:
        raise UnknownName(name, *_nearly(name, directory), means=what_else(name))
    return contact


def known_organisation(typed: str, organisations: Directory) -> Contact:
    """The one known organisation that `typed` means.

    Args:
        typed: as for `known`.
        organisations: the contacts that are organisations.

    Raises:
        UnknownOrganisation: it fits none.
        AmbiguousName: it fits several.
        Refused: it is no name at all.
    """
    name = clean_name(typed)
    organisation = lookup(name, organisations)
    if organisation is None:
        raise UnknownOrganisation(name, *_nearly(name, organisations))
    return organisation


def known_or_new(typed: str, directory: Directory, owner: str = "", *, new: bool) -> Contact | None:
    """The known contact that `typed` means, or None where it is somebody new.

    Args:
        typed: as for `known`.
        directory: the contacts.
        owner: the owner's own name.
        new: the user says that it is somebody new; only the very same name is still known.

    Raises:
        AmbiguousName: it fits several.
        NearlyKnownName: it is new, but may be a slip of a known name, that of a known contact with
            more words or other marks, or the owner's first name.
        Refused: it is no name at all, or none that somebody new can have.
    """
    name, address = read_name(typed)
    contact = _exactly(address, directory, "") if address else None
    if contact is not None:
        return contact
    contact = _exactly(name, directory, owner)
    if contact is not None and (new or not address):
        return contact
    if not new:
        contact = contact or _by_beginnings(name, directory)
    if contact is not None and not (address or _is_marked_otherwise(name, contact, directory)):
        return contact
    refuse_as_name(name, new=new)
    if contact is not None:
        raise NearlyKnownName(clean_name(typed), _labelled([contact], directory))
    nearly, number = ([], 0) if new else _nearly(name, directory)
    if not new and _is_first_name(name, owner):
        nearly, number = [_MYSELF, *nearly], number + 1
    if nearly:
        raise NearlyKnownName(clean_name(typed), nearly, number)
    return None


def lookup(name: str, directory: Directory, owner: str = "") -> Contact | None:
    """The contact that a clean name means, None for nobody.

    Raises:
        AmbiguousName: it fits several.
    """
    contact = _exactly(name, directory, owner) or _by_beginnings(name, directory)
    if contact is None and _is_first_name(name, owner):
        return _only(name, directory.exactly(ME), directory)
    return contact


def _exactly(name: str, directory: Directory, owner: str) -> Contact | None:
    key = comparison_key(name)
    if owner and key == comparison_key(owner) and key != ME:
        return _owner(name, directory)
    return _only(name, directory.exactly(key) or _with_phone(name, directory), directory)


def _with_phone(name: str, directory: Directory) -> list[Contact]:
    """The contacts that have the phone number that was typed, in any format."""
    phone = read_phone(name)
    if phone is None:
        return []
    known = ((read_phone(number), contact_id) for number, contact_id in directory.phones())
    ids = {contact_id for number, contact_id in known if number and phone.may_be(number)}
    return directory.with_ids(ids)


def _owner(name: str, directory: Directory) -> Contact | None:
    """The owner, called by their own name, unless that may be somebody else's."""
    refuse_as_owner(name, directory)
    namesakes = called_like(name, directory)
    if namesakes:
        labels = _labelled(namesakes[: MOST_CHOICES - 1], directory)
        raise AmbiguousName(name, len(namesakes) + 1, [_MYSELF, *labels])
    return _only(name, directory.exactly(ME), directory)


def _is_first_name(name: str, owner: str) -> bool:
    """Whether a name is the first of the owner's several."""
    own = words(comparison_key(owner))
    return own[1:] != [] and comparison_key(name) == own[0]


def refuse_as_owner(name: str, directory: Directory) -> None:
    """Refuse the owner's name where a contact is called exactly the same.

    Raises:
        Refused: there is one, and nobody could tell who of the two is meant.
    """
    for contact in directory.exactly(comparison_key(name)):
        if not contact.is_me:
            raise Refused(
                f'"{excerpt(name)}" would be your own name, but means {contact.name} too.',
                "You are always me. Give yourself another name: netlog config set owner NAME",
            )


def called_like(name: str, directory: Directory) -> list[Contact]:
    """The contacts but me whose words begin with the words of a clean name."""
    return list(dict(_called_like(name, directory)))


def _called_like(name: str, directory: Directory) -> list[tuple[Contact, str]]:
    """The same, with the names by which they are called so."""
    typed = " ".join(words(comparison_key(name)))
    if not typed or looks_like_email(name):  # an address means whom it belongs to, or nobody
        return []
    longest = max(typed.split(), key=len)
    return [
        (contact, key)
        for key, contact in directory.containing(longest)
        if begins_words(typed, key) and not contact.is_me
    ]


def _is_marked_otherwise(name: str, contact: Contact, directory: Directory) -> bool:
    """Whether a name is that of a contact but for its marks: `Fox, Sam`, `O Brien`."""
    key = comparison_key(name)
    longest = max(words(key), key=len)
    return any(
        holder.id == contact.id and marked_otherwise(key, other)
        for other, holder in directory.containing(longest)
    )


def _by_beginnings(name: str, directory: Directory) -> Contact | None:
    """The one contact whose words begin so; whole words come before longer ones."""
    typed = set(words(comparison_key(name)))
    called = _called_like(name, directory)
    whole = [(contact, key) for contact, key in called if typed <= set(words(key))]
    return _only(name, list(dict(whole or called)), directory)


def _only(name: str, contacts: list[Contact], directory: Directory) -> Contact | None:
    if len(contacts) > 1:
        raise AmbiguousName(name, len(contacts), _labelled(contacts[:MOST_CHOICES], directory))
    return contacts[0] if contacts else None


def _labelled(contacts: list[Contact], directory: Directory) -> list[tuple[str, str]]:
    return [(contact.name, directory.label(contact)) for contact in contacts]


def _nearly(name: str, directory: Directory) -> tuple[list[tuple[str, str]], int]:
    """Some known contacts that a name may be a slip of, by name and label; how many there are."""
    typed, known = comparison_key(name), directory.everybody()
    names = {key: called for key, called, _ in known}
    near = {names[key] for key in nearest(typed, names)}
    if not looks_like_email(name):
        near |= {called for key, called, kind in known if kind == "person" and goes_on(typed, key)}
    near.discard(ME)
    return _listed(sorted(near), directory)


def _listed(near: list[str], directory: Directory) -> tuple[list[tuple[str, str]], int]:
    return [(other, _label(other, directory)) for other in near[:MOST_CHOICES]], len(near)


def _label(name: str, directory: Directory) -> str:
    contacts = directory.exactly(comparison_key(name))
    return directory.label(contacts[0]) if len(contacts) == 1 else name

"""What may be added to what is known of a contact, and what can be taken off it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from netlog.domain.people.names import comparison_key, looks_like_email, nearly_same
from netlog.domain.people.naming import refuse_as_name
from netlog.domain.people.recognising import page_key
from netlog.domain.records import Contact, Detail, DetailKind
from netlog.domain.text import clean_name, excerpt
from netlog.domain.wording import count
from netlog.errors import Refused, shell_word

NewDetails = Mapping[DetailKind, Sequence[str]]
CALLED: Mapping[DetailKind, str] = {
    "alias": "alias",
    "email": "address",
    "phone": "number",
    "url": "page",
    "title": "job",
    "extra": "line",
    "skill": "skill",
    "need": "need",
}


def detail_key(kind: DetailKind, value: str) -> str:
    """A detail as it is compared with others of its kind."""
    return page_key(value) if kind == "url" else comparison_key(value)


class DetailDraft(NamedTuple):
    """One more thing known of a contact, about to be written."""

    kind: DetailKind
    value: str


def not_an_email(text: str) -> str:
    """That a text is none, in a sentence."""
    return f'"{excerpt(text)}" is not an e-mail address.'


def additions(new: NewDetails, details: Iterable[Detail]) -> list[DetailDraft]:
    """Those of the wanted details that are not known yet, each once, in order.

    Raises:
        Refused: one of them is no such detail at all.
    """
    taken = {(detail.kind, detail.key) for detail in details}
    drafts = []
    for kind, values in new.items():
        for typed in values:
            if not typed.strip():
                raise Refused(f"An empty {CALLED[kind]} is none.", "To take one off: --drop VALUE")
            value = clean_name(typed)
            if kind == "email" and not looks_like_email(value):
                raise Refused(not_an_email(value))
            if kind == "alias":
                refuse_as_name(value)
            if (kind, detail_key(kind, value)) not in taken:
                taken.add((kind, detail_key(kind, value)))
                drafts.append(DetailDraft(kind, value))
    return drafts


def removals(unwanted: Iterable[str], details: Sequence[Detail], name: str) -> list[Detail]:
    """The known details with the values that were typed, each once.

    Args:
        unwanted: skills, needs, addresses, numbers and aliases, as typed; `need tax` is the need
            where there is a skill called so as well.
        details: what is known of the contact.
        name: what the contact is called.

    Raises:
        Refused: nothing of the kind is known of the contact, or several are called so.
    """
    dropped: list[Detail] = []
    for typed in unwanted:
        value = clean_name(typed)
        key = comparison_key(value)
        fitting = [each for each in details if each.key in (key, detail_key(each.kind, value))]
        if len(fitting) > 1:
            raise Refused(
                f'"{excerpt(value)}" is more than one thing about {name}.',
                "Type which one after --drop:",
                [_told(detail) for detail in fitting],
            )
        fitting = fitting or [each for each in details if comparison_key(_told(each)) == key]
        if not fitting:
            raise Refused(
                f'{name} has no skill, need, address, number or alias "{excerpt(value)}".',
                "There is:" if details else 'An organisation is taken off with --org "".',
                [_told(detail) for detail in details],
            )
        dropped += [detail for detail in fitting if detail not in dropped]
    return dropped


def _told(detail: Detail) -> str:
    """A detail with what it is: "need tax"."""
    return f"{CALLED[detail.kind]} {detail.value}"


def old_name(contact: Contact, name: str, details: Iterable[Detail]) -> str | None:
    """The name that stays with a renamed contact as an alias, None where it need not.

    It need not where `nearly_same` notices it anyway: a slip that was put right is nobody's name.

    Args:
        contact: as it was called.
        name: as it is called from now on.
        details: what else is known of the contact.
    """
    key = comparison_key(name)
    old_key = comparison_key(clean_name(contact.name))
    if old_key == key or nearly_same(old_key, key):
        return None
    taken = {detail.key for detail in details if detail.kind in ("alias", "email")}
    return None if old_key in taken else contact.name


class References(NamedTuple):
    """How many events and thank-yous or apologies a contact is in, and how many people it has."""

    events: int
    acknowledgements: int
    people: int


def refuse_to_remove(contact: Contact, references: References) -> None:
    """Refuse to take out the owner, or a contact that is part of the history.

    Raises:
        Refused: it is one of the two.
    """
    if contact.is_me:
        raise Refused("You cannot be taken out of your own ledger.")
    name = shell_word(contact.name)
    if references.events:
        raise Refused(
            f"{contact.name} is in {count(references.events, 'event')};"
            " only a contact in none can be taken out.",
            f"netlog history {name} lists them. If it is somebody else:"
            f" netlog edit EVENT --replace {name} NAME, or netlog merge NAME {name}",
        )
    if references.acknowledgements:
        number = count(references.acknowledgements, "thank-you")
        number += " or apology" if references.acknowledgements == 1 else " or apologies"
        raise Refused(
            f"{contact.name} is in {number}; only a contact in none can be taken out.",
            f"netlog history {name} lists them.",
        )
    if references.people:
        raise Refused(
            f"{count(references.people, 'contact')} belong to {contact.name}."
            if references.people > 1
            else f"A contact belongs to {contact.name}.",
            f"netlog people --org {name} lists them; netlog person NAME --org OTHER moves one.",
        )


def refuse_none(typed: str, contact: Contact | None) -> None:
    """Refuse an organisation called none: more likely, there is to be none.

    Raises:
        Refused: it is called so, and nobody is known by that name.
    """
    if contact is None and comparison_key(typed) == "none":
        raise Refused(
            "There is no organisation called none.",
            'To take the organisation off: --org "". If one is really called so, add --new.',
        )


def refuse_taken(draft: DetailDraft, contact_id: int, holders: Iterable[Contact]) -> None:
    """Refuse an alias or address by which somebody else is known already.

    Raises:
        Refused: one name would then mean two contacts.
    """
    if draft.kind not in ("alias", "email"):
        return
    for holder in holders:
        if holder.id != contact_id:
            rename = f"If it is the same: netlog person {shell_word(holder.name)} --rename NAME"
            one_only = "A name, alias or address can mean one contact only."
            raise Refused(
                f'"{excerpt(draft.value)}" already means {holder.name}.',
                rename if looks_like_email(holder.name) else one_only,
            )


def refuse_taken_name(contact: Contact, name: str, holders: Iterable[Contact]) -> None:
    """Refuse a new name by which somebody else is known, and any for the owner.

    Raises:
        Refused: it is one of the two.
    """
    if contact.is_me:
        raise Refused(
            "You are called me here.",
            "Your own name is a setting: netlog config set owner NAME",
        )
    for holder in holders:
        if holder.id != contact.id:
            own_name = "If it is you: netlog config set owner NAME"
            raise Refused(
                f'"{excerpt(name)}" already means {holder.name}.',
                own_name if holder.is_me else "If the two are one: netlog merge KEEP OTHER",
            )


def refuse_as_organisation(contact: Contact, typed: str) -> None:
    """Refuse to make an organisation of the owner, or of a person who was not named in full.

    Raises:
        Refused: it is one of the two.
    """
    if contact.is_me:
        raise Refused("You are no organisation.", "--org names the one they work for.")
    if contact.kind == "person" and comparison_key(typed) != contact.key:
        raise Refused(
            f'"{excerpt(typed)}" means {contact.name}, who is a person.',
            "Type the organisation's full name; --new if it is new.",
        )


def refuse_itself(contact: Contact, organisation: Contact) -> None:
    """Refuse to make a contact its own organisation, or the organisation of its organisation.

    Raises:
        Refused: the two are the same, or the second is in the first.
    """
    if contact.id == organisation.id:
        raise Refused("Nobody is their own organisation.")
    if organisation.organisation_id == contact.id:
        raise Refused(
            f"{organisation.name} is in {contact.name} already, so not the other way round too.",
            f'netlog person {shell_word(organisation.name)} --org "" takes that back.',
        )

"""What may be added to what is known of a contact."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from netlog.domain.names import comparison_key, looks_like_email
from netlog.domain.records import Contact, Detail, DetailKind
from netlog.domain.text import clean_name, excerpt
from netlog.errors import Refused

Wanted = Mapping[DetailKind, Sequence[str]]


class DetailDraft(NamedTuple):
    """One more thing known of a contact, about to be written."""

    kind: DetailKind
    value: str


def additions(wanted: Wanted, known: Iterable[Detail]) -> list[DetailDraft]:
    """Those of the wanted details that are not known yet, each once, in order.

    Raises:
        Refused: one of them is no such detail at all.
    """
    taken = {(detail.kind, detail.key) for detail in known}
    drafts = []
    for kind, values in wanted.items():
        for typed in values:
            value = clean_name(typed)
            if kind == "email" and not looks_like_email(value):
                raise Refused(f'"{excerpt(value)}" is not an e-mail address.')
            if (kind, comparison_key(value)) not in taken:
                taken.add((kind, comparison_key(value)))
                drafts.append(DetailDraft(kind, value))
    return drafts


def refuse_taken(draft: DetailDraft, contact_id: int, holders: Iterable[Contact]) -> None:
    """Refuse an alias or address by which somebody else is known already.

    Raises:
        Refused: one name would then mean two contacts.
    """
    if draft.kind not in ("alias", "email"):
        return
    for holder in holders:
        if holder.id != contact_id:
            raise Refused(
                f'"{excerpt(draft.value)}" already means {holder.name}.',
                "A name, alias or address can mean one contact only.",
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


def refuse_as_organisation(found: Contact, typed: str) -> None:
    """Refuse to make an organisation of the owner, or of a person who was not named in full.

    Raises:
        Refused: it is one of the two.
    """
    if found.is_me:
        raise Refused("You are no organisation.", "--org names the one they work for.")
    if found.kind == "person" and comparison_key(typed) != found.key:
        raise Refused(
            f'"{excerpt(typed)}" means {found.name}, who is a person.',
            "Type the organisation's full name; --new if it is new.",
        )


def refuse_itself(contact_id: int, organisation_id: int) -> None:
    """Refuse to make a contact its own organisation.

    Raises:
        Refused: the two are the same.
    """
    if contact_id == organisation_id:
        raise Refused("Nobody is their own organisation.")

"""The card of a contact."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from netlog.domain.dates.days import day_text
from netlog.domain.people.contacts import DetailDraft
from netlog.domain.records import Contact, Detail
from netlog.render.sink import document, say, say_json
from netlog.render.wording import argument, count

_LABELS = {"skill": "skills", "email": "e-mail", "phone": "phone", "alias": "also called"}


@dataclass(frozen=True, slots=True)
class Card:
    """A contact with all that is known of it; `created` are the contacts that are new.

    `old_name` is what it was called before, where that stays as an alias; `touch_due_on` by when
    to be in touch. `left` is the organisation that it was of until now, where anything is recorded
    of it: that goes along.
    """

    contact: Contact
    organisation: Contact | None
    details: Sequence[Detail]
    created: Sequence[str]
    written: bool
    old_name: str | None = None
    touch_due_on: date | None = None
    today: date = date.max
    left: str | None = None

    def values(self, kind: str) -> list[str]:
        """The details of one kind."""
        return [detail.value for detail in self.details if detail.kind == kind]


def summary(card: Card, before: Contact, added: Sequence[DetailDraft]) -> str:
    """What the command did, in one sentence without a full stop.

    Args:
        card: the contact as it is now.
        before: the contact as it was, or came to be.
        added: the details that are new.
    """
    now, told = card.contact, []
    if card.organisation is not None and now.organisation_id != before.organisation_id:
        told.append(f"at {card.organisation.name}")
    if now.every_days != before.every_days:
        told.append(f"in touch {interval(now.every_days)}")
    for kind, label in _LABELS.items():
        if values := [draft.value for draft in added if draft.kind == kind]:
            told.append(f"{label} {', '.join(values)}")
    if now.name in card.created:
        named = f"Added {now.name}"
    elif now.name != before.name:
        named = f"Renamed {before.name} to {now.name}"
    else:
        named = now.name
    return f"{named}: {'; '.join(told)}" if told else named


def interval(days: int | None) -> str:
    """How often: "every 6 weeks", "every 10 days", "as it comes" for no interval."""
    if days is None:
        return "as it comes"
    unit, length = ("week", days // 7) if days % 7 == 0 else ("day", days)
    return f"every {unit}" if length == 1 else f"every {count(length, unit)}"


def print_text(card: Card) -> None:
    """Print the card for a person."""
    marks = [" (new)" if card.contact.name in card.created else ""]
    lines = [card.contact.name + marks[0]]
    if card.organisation is not None:
        new = " (new)" if card.organisation.name in card.created else ""
        lines.append(f"  {'organisation':13} {card.organisation.name}{new}")
    for kind, label in _LABELS.items():
        if values := card.values(kind):
            lines.append(f"  {label:13} {', '.join(values)}")
    if card.contact.every_days is not None:
        lines.append(f"  {'in touch':13} {_interval(card.contact.every_days)}, {_next(card)}")
    if card.left is not None:
        lines.append(_moved(card, card.left))
    if card.old_name is not None:
        lines.append(f'"{card.old_name}" still means {card.contact.name}. To drop that:')
        lines.append(
            f"  netlog person {argument(card.contact.name)} --drop {argument(card.old_name)}"
        )
    if card.written:
        lines.append("Undo with: netlog undo")
    say(*lines)


def _moved(card: Card, left: str) -> str:
    """What becomes of the past, which has no days of membership."""
    who = "you" if card.contact.is_me else "they"
    if card.organisation is None:
        return f"What {who} did is no longer counted with {left}."
    counted = f"What {who} did is counted with {card.organisation.name} from now on"
    return f"{counted}, no longer with {left}."


def _interval(days: int) -> str:
    weeks, left = divmod(days, 7)
    return f"every {count(days, 'day')}" if left else f"every {count(weeks, 'week')}"


def _next(card: Card) -> str:
    if card.touch_due_on is None:
        return "from the first meeting or outreach on"
    return f"next by {day_text(card.touch_due_on, card.today)}"


def print_json(card: Card) -> None:
    """Print the card for a script."""
    say_json(
        document(
            name=card.contact.name,
            kind=card.contact.kind,
            org=None if card.organisation is None else card.organisation.name,
            skills=card.values("skill"),
            emails=card.values("email"),
            phones=card.values("phone"),
            aliases=card.values("alias"),
            every_days=card.contact.every_days,
            touch_due_on=None if card.touch_due_on is None else card.touch_due_on.isoformat(),
            created=list(card.created),
            left_org=card.left,
        )
    )

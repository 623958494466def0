"""The card of a contact."""

from collections.abc import Iterator

from netlog.domain.dates.days import day_text
from netlog.domain.people.card import LABELS, Card, interval_text
from netlog.errors import shell_word
from netlog.render.sink import say, say_document
from netlog.render.typed import typed


def print_text(card: Card) -> None:
    """Print the card for a person."""
    say(*_known(card), *_became(card))


def _known(card: Card) -> Iterator[str]:
    """What is known of the contact, under the name."""
    yield _marked(card.contact.name, card)
    if card.organisation is not None:
        yield f"  {'organisation':13} {_marked(card.organisation.name, card)}"
    for kind, label in LABELS.items():
        if values := card.values(kind):
            yield f"  {label:13} {', '.join(values)}"
    if answered := [f"{need.text} (e{need.answered_by})" for need in card.answered]:
        yield f"  {'answered':13} {', '.join(answered)}"
    if card.archived_on is not None:
        yield f"  {'archived':13} since {day_text(card.archived_on, card.today)}"
    if card.interval is not None:
        yield f"  {'in touch':13} {interval_text(card.interval)}, {_next(card)}"


def _became(card: Card) -> Iterator[str]:
    """What the command made of it, where it did anything."""
    name = card.contact.name
    yield from (f"  {words}" for words in card.gone)
    if card.former_organisation is not None:
        yield _moved(card, card.former_organisation)
    if card.old_name is not None:
        yield f'"{card.old_name}" still means {name}. To drop that:'
        yield f"  {typed(f'person {shell_word(name)} --drop {shell_word(card.old_name)}')}"
    if card.is_archived_so:
        yield f"{name} is {'archived today already' if card.archive else 'not archived'}."
    if card.written:
        yield f"Undo with: {typed('undo')}"


def _marked(name: str, card: Card) -> str:
    return f"{name} (new)" if name in card.created else name


def _moved(card: Card, left: str) -> str:
    """What becomes of the past, which has no days of membership."""
    who = "you" if card.contact.is_me else "they"
    if card.organisation is None:
        return f"What {who} did is no longer counted with {left}."
    counted = f"What {who} did is counted with {card.organisation.name} from now on"
    return f"{counted}, no longer with {left}."


def _next(card: Card) -> str:
    if card.touch_due_on is None:
        return "from the first meeting or outreach on"
    return f"next by {day_text(card.touch_due_on, card.today)}"


def print_json(card: Card) -> None:
    """Print the card for a script."""
    say_document(
        name=card.contact.name,
        kind=card.contact.kind,
        org=None if card.organisation is None else card.organisation.name,
        skills=card.values("skill"),
        needs=card.values("need"),
        emails=card.values("email"),
        phones=card.values("phone"),
        urls=card.values("url"),
        titles=card.values("title"),
        aliases=card.values("alias"),
        every_days=None if card.interval is None else card.interval.days,
        touch_due_on=card.touch_due_on,
        created=card.created,
        left_org=card.former_organisation,
        answered=[{"need": need.text, "event": f"e{need.answered_by}"} for need in card.answered],
        archived_on=card.archived_on,
    )

"""A readable book of one's network, in Markdown: everybody with what happened and what is open."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from netlog.actions.desk import Desk
from netlog.domain.due import Scope
from netlog.domain.history import Happening
from netlog.exchange.records import Card
from netlog.render.forms.markdown import literal
from netlog.render.history import headline
from netlog.views.due import due
from netlog.views.export import cards
from netlog.views.history import timeline

_KNOWN: Sequence[tuple[str, Callable[[Card], Sequence[str]]]] = (
    ("Works as", lambda card: [card.title]),
    ("Works at", lambda card: [card.organisation] if card.name else []),
    ("Also called", lambda card: card.aliases),
    ("E-mail", lambda card: card.emails),
    ("Phone", lambda card: card.phones),
    ("Page", lambda card: card.urls),
    ("Skills", lambda card: card.skills),
)


@contextmanager
def pieces(desk: Desk, *, with_journal: bool) -> Iterator[Iterator[str]]:  # noqa: ARG001
    """A chapter each, by name."""
    everybody = cards(desk.settings)
    open_items = due(desk.settings, Scope(desk.today, everything=True))
    wording = desk.wording(open_items.names)
    owed: dict[str, list[str]] = defaultdict(list)
    for item in open_items.items:
        for name in {*wording.whom(item)} - {wording.my_name}:
            owed[name].append(f"{wording.owes(item)}, due {wording.day(item.obligation.due_on)}")
    yield _book(everybody, _told(desk), owed)


def _told(desk: Desk) -> Mapping[str, list[str]]:
    """What happened, by the name of everybody who was in it."""
    headlines: dict[str, list[str]] = defaultdict(list)
    with timeline(desk.settings) as shown:
        for names, entries in shown.batches:
            wording = desk.wording(names)
            for entry in entries:
                if isinstance(entry, Happening):
                    for party in entry.parties:
                        headlines[wording.names[party.contact_id]].append(headline(entry, wording))
    return headlines


def _book(
    everybody: Sequence[Card],
    headlines: Mapping[str, Sequence[str]],
    owed: Mapping[str, Sequence[str]],
) -> Iterator[str]:
    yield "# My network\n"
    for card in everybody:
        name = card.name or card.organisation
        yield f"\n## {literal(name)}\n\n"
        for label, values_of in _KNOWN:
            if values := [value for value in values_of(card) if value]:
                yield f"- {label}: {literal(', '.join(values))}\n"
        yield from _listed("Open", owed.get(name, ()))
        yield from _listed("What happened", headlines.get(name, ()))


def _listed(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield f"\n### {title}\n\n"
        yield from (f"- {literal(line)}\n" for line in lines)

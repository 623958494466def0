"""A readable book of one's network, in Markdown: everybody with what happened and what is open."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from netlog.actions.desk import Desk
from netlog.domain.dates.days import day_text
from netlog.domain.due import Scope
from netlog.domain.history import Happening
from netlog.domain.names import Names
from netlog.domain.wording import Wording
from netlog.exchange.records import Card
from netlog.render.forms.markdown import literal
from netlog.render.history import acknowledgement_line, headline
from netlog.views.due import due
from netlog.views.export import cards
from netlog.views.history import timeline

_OF_ANOTHER_YEAR = date.min
_KNOWN: Sequence[tuple[str, Callable[[Card], Sequence[str]]]] = (
    ("Works as", lambda card: [card.title]),
    ("Works at", lambda card: [card.organisation] if card.name else []),
    ("Also called", lambda card: card.aliases),
    ("E-mail", lambda card: card.emails),
    ("Phone", lambda card: card.phones),
    ("Page", lambda card: card.urls),
    ("Skills", lambda card: card.skills),
    ("Needs", lambda card: card.needs),
)


@contextmanager
def pieces(desk: Desk, *, with_journal: bool) -> Iterator[Iterator[str]]:  # noqa: ARG001
    """A chapter each, by name."""
    everybody = cards(desk.settings)
    open_items = due(desk.settings, Scope(desk.today, everything=True))
    wording = _with_years(desk, open_items.names)
    owed: dict[str, list[str]] = defaultdict(list)
    for item in open_items.items:
        for name in {*wording.whom(item)} - {wording.my_name}:
            owed[name].append(f"{wording.owes(item)}, due {wording.day(item.obligation.due_on)}")
    as_of = day_text(desk.today, _OF_ANOTHER_YEAR)
    yield _book(everybody, _told(desk), owed, as_of)


def _with_years(desk: Desk, names: Names) -> Wording:
    """Words in which each day has its year: a book is read later."""
    return replace(desk.wording(names), today=_OF_ANOTHER_YEAR)


def _told(desk: Desk) -> Mapping[str, list[str]]:
    """What happened, by the name of everybody who was in it."""
    headlines: dict[str, list[str]] = defaultdict(list)
    with timeline(desk.settings) as shown:
        for names, entries in shown.batches:
            wording = _with_years(desk, names)
            for entry in entries:
                if isinstance(entry, Happening):
                    who = frozenset(party.contact_id for party in entry.parties)
                    told = headline(entry, wording)
                else:
                    who, told = entry.contacts, acknowledgement_line(entry, wording)
                for contact in who:
                    headlines[wording.names[contact]].append(told)
    return headlines


def _book(
    everybody: Sequence[Card],
    headlines: Mapping[str, Sequence[str]],
    owed: Mapping[str, Sequence[str]],
    as_of: str,
) -> Iterator[str]:
    yield f"# My network\n\nAs of {as_of}.\n"
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

"""Everybody known, by name: a table, or a few lines for each on a narrow screen."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import chain

from netlog.domain.people.acquaintance import Acquaintance
from netlog.domain.people.card import interval_text
from netlog.domain.records import Interval
from netlog.render.archived import only_archived
from netlog.render.forms.table import Column, Table
from netlog.render.lines import Line, put
from netlog.render.sink import tell
from netlog.views.people import Wanted

ROWS = "name kind org skills last_contact you_owe check_ins owes_you every_days needs"
_STATE = ("last contact", "you owe", "check in", "owes you")


def people_items(people: Sequence[Acquaintance]) -> list[dict[str, object]]:
    """Some of those who are known, for a script.

        {"name": "Dana Park", "kind": "person", "org": "Acme HR", "skills": ["recruiting"],
         "last_contact": "2026-09-17", "you_owe": 1, "check_ins": 0, "owes_you": 2,
         "every_days": 42, "needs": ["employee handbook"]}

    `you_owe`, `check_ins` and `owes_you` count what is open, as the sections of `due`.
    """
    return Table(_COLUMNS, people).items()


def print_text(batches: Iterable[Sequence[Acquaintance]], today: date) -> None:
    """Print everybody for a person; a column in which nobody has anything is left out.

    Very many are several tables, so that nobody waits for the first until the last is drawn.
    """
    entry = partial(_block, today=today)
    for number, people in enumerate(batches):
        used = [column for column in _COLUMNS if any(column.cell(row, today)[0] for row in people)]
        lines = Table(used, people, today, entry, breaks_cells=False).lines()
        put(chain([Line("")] if number else [], lines))


def print_nobody(wanted: Wanted, organisation: str | None, archived: int) -> None:
    """Say that there is nobody, or nobody like that, and how many of those are archived."""
    whom = "" if organisation is None else f" at {organisation}"
    if archived:
        tell(*only_archived(f"Nobody{whom} is in sight", archived))
    elif wanted.archived:
        tell(f"Nobody{whom} is archived.")
    elif wanted.quiet_for is not None:
        tell(f"Nobody{whom} was quiet for {wanted.quiet_for}.")
    elif wanted.skill is not None:
        tell(f'Nobody{whom} is known for "{wanted.skill}".')
    else:
        tell(f"Nobody is known{whom} yet.")


def _if_any(value: object) -> str:
    return str(value) if value else ""


def _in_touch(interval: Interval | None) -> str:
    return "" if interval is None else interval_text(interval)


def _block(person: Acquaintance, today: date) -> Iterator[Line]:
    """The lines of somebody where columns have no room."""
    cells = {column.head: column.cell(person, today)[0] for column in _COLUMNS}
    about = [cells["organisation"], cells["skills"], cells["needs"] and f"needs {cells['needs']}"]
    state = [f"{head} {cells[head]}" for head in _STATE if cells[head]]
    yield Line(cells["who"], style="bold")
    for parts in (about, [*state, cells["in touch"]]):
        if line := " · ".join(filter(None, parts)):
            yield Line(line, indent=2)


_COLUMNS: Sequence[Column[Acquaintance]] = (
    Column("name", "who", lambda person: person.contact.name),
    Column("kind", None, lambda person: person.contact.kind),
    Column("org", "organisation", lambda person: person.organisation),
    Column("skills", "skills", lambda person: person.skills),
    Column("", "needs", lambda person: person.needs),
    Column("last_contact", "last contact", lambda person: person.last_contact),
    Column("you_owe", "you owe", lambda person: person.open.get("mine", 0), _if_any, right=True),
    Column(
        "check_ins", "check in", lambda person: person.open.get("check-in", 0), _if_any, right=True
    ),
    Column(
        "owes_you", "owes you", lambda person: person.open.get("theirs", 0), _if_any, right=True
    ),
    Column(
        "every_days", None, lambda person: None if person.interval is None else person.interval.days
    ),
    Column("needs", None, lambda person: person.needs),
    Column("", "in touch", lambda person: person.interval, _in_touch),
)

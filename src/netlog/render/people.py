"""Everybody known, by name: a table, or a few lines for each on a narrow screen."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from netlog.domain.dates.days import day_text
from netlog.domain.people.acquaintance import Acquaintance
from netlog.render.lines import Line, on_terminal, put
from netlog.render.sink import console, document, is_narrow, say_json, show, tell, visible
from netlog.render.wording import argument, count

if TYPE_CHECKING:
    from rich.table import Table

_GAP = 2
_HEADS = (
    "who",
    "organisation",
    "skills",
    "last contact",
    "you owe",
    "check in",
    "owes you",
    "in touch",
)
_RIGHT = frozenset({"you owe", "check in", "owes you"})


def print_json(people: Sequence[Acquaintance]) -> None:
    """Print everybody for a script.

        {"name": "Dana Park", "kind": "person", "org": "Acme HR", "skills": ["recruiting"],
         "last_contact": "2026-09-17", "you_owe": 1, "check_ins": 0, "owes_you": 2,
         "every_days": 42}

    `you_owe`, `check_ins` and `owes_you` count what is open, as the sections of `due`.
    """
    say_json(
        document(
            items=[
                {
                    "name": one.contact.name,
                    "kind": one.contact.kind,
                    "org": one.organisation,
                    "skills": list(one.skills),
                    "last_contact": one.last_contact and one.last_contact.isoformat(),
                    "you_owe": one.open.get("mine", 0),
                    "check_ins": one.open.get("check-in", 0),
                    "owes_you": one.open.get("theirs", 0),
                    "every_days": one.contact.every_days,
                }
                for one in people
            ]
        )
    )


def print_text(people: Sequence[Acquaintance], today: date) -> None:
    """Print everybody for a person."""
    if on_terminal() and is_narrow():
        put(line for one in people for line in _block(one, today))
        return
    columns = _columns([_row(one, today) for one in people])
    widths = [max(map(_width, (head, *cells))) for head, cells in columns.items()]
    if not on_terminal() or sum(widths) + _GAP * (len(widths) - 1) <= console().width:
        put(_aligned(columns, widths))
    else:
        show(_table(columns))


def print_nobody(skill: str | None, organisation: str | None) -> None:
    """Say that there is nobody, or nobody like that."""
    whom = "" if organisation is None else f" at {organisation}"
    if skill is None:
        tell(f"Nobody is known{whom} yet.")
    else:
        tell(
            f'Nobody{whom} is known for "{skill}".',
            f"To note it of somebody: netlog person NAME --skill {argument(skill)}",
        )


def _row(one: Acquaintance, today: date) -> tuple[str, ...]:
    return (
        one.contact.name,
        one.organisation or "",
        ", ".join(one.skills),
        "" if one.last_contact is None else day_text(one.last_contact, today),
        str(one.open.get("mine", "")),
        str(one.open.get("check-in", "")),
        str(one.open.get("theirs", "")),
        "" if one.contact.every_days is None else f"every {count(one.contact.every_days, 'day')}",
    )


def _columns(rows: Sequence[tuple[str, ...]]) -> dict[str, list[str]]:
    """The cells under each heading; a column in which nobody has anything is left out."""
    return {
        head: [visible(cell) for cell in column]
        for head, column in zip(_HEADS, zip(*rows, strict=True), strict=True)
        if any(column)
    }


def _width(cell: str) -> int:
    if cell.isascii():
        return len(cell)
    from rich.cells import cell_len

    return cell_len(cell)


def _aligned(columns: Mapping[str, Sequence[str]], widths: Sequence[int]) -> Iterator[Line]:
    """The table line by line, where there is room for it: Rich would take seconds for thousands."""
    heads = tuple(columns)
    for number, row in enumerate([heads, *zip(*columns.values(), strict=True)]):
        cells = [
            _padded(cell, width, right=head in _RIGHT)
            for head, cell, width in zip(heads, row, widths, strict=True)
        ]
        yield Line((" " * _GAP).join(cells).rstrip(), style="" if number else "dim")


def _padded(cell: str, width: int, *, right: bool) -> str:
    blanks = " " * (width - _width(cell))
    return blanks + cell if right else cell + blanks


def _table(columns: Mapping[str, Sequence[str]]) -> "Table":
    """The table where some cells need several lines."""
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), header_style="dim")
    for head in columns:
        table.add_column(head, justify="right" if head in _RIGHT else "left")
    for row in zip(*columns.values(), strict=True):
        table.add_row(*map(Text, row))
    return table


def _block(one: Acquaintance, today: date) -> Iterator[Line]:
    cells = dict(zip(_HEADS, _row(one, today), strict=True))
    about = [cells["organisation"], cells["skills"]]
    state = [f"{head} {cells[head]}" for head in _HEADS[3:7] if cells[head]]
    yield Line(cells["who"], style="bold")
    for told in (about, [*state, cells["in touch"]]):
        if line := " · ".join(filter(None, told)):
            yield Line(line, indent=2)

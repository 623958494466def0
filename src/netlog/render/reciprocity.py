"""Introductions given and received, with one contact or with each, and for scripts."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from netlog.domain.report.dossier import Dossier
from netlog.domain.report.reciprocity import (
    Reciprocity,
    Tally,
    reciprocity,
    with_each,
    with_everybody,
)
from netlog.render.lines import on_terminal
from netlog.render.record import called
from netlog.render.sink import is_narrow, visible
from netlog.render.wording import Wording, count

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

MOST_ON_A_TERMINAL = 10


def reciprocity_lines(dossier: Dossier, wording: Wording) -> list[str]:
    """What I gave a contact and what they gave me, in a line each; none where that is nothing."""
    with_them = reciprocity(dossier.introductions, dossier.members, wording.me)
    if not with_them.given.introductions and not with_them.received.introductions:
        return []
    return [
        f"You gave them: {_of(with_them.given, 'you', wording)}",
        f"They gave you: {_of(with_them.received, 'them', wording)}",
    ]


def reciprocity_section(dossier: Dossier, wording: Wording) -> "list[RenderableType]":
    """My own report's table of contacts, the most one-sided first; empty where there is none."""
    from rich.text import Text

    each = with_each(dossier.introductions, wording.me)
    if not each:
        return []
    shown = each[:MOST_ON_A_TERMINAL] if on_terminal() else each
    parts: list[RenderableType] = ["", Text("Given and received", style="bold")]
    parts.append(_list(shown, wording) if is_narrow() else _table(shown, wording))
    if len(shown) < len(each):
        parts.append(Text(f"and {len(each) - len(shown)} more: netlog report me | less"))
    return parts


def reciprocity_json(dossier: Dossier, wording: Wording) -> dict[str, object]:
    """For a script: given and received, and in my own report the same with each contact."""
    known, me = dossier.introductions, wording.me
    if not dossier.contact.is_me:
        return {**_both(reciprocity(known, dossier.members, me)), "contacts": []}
    contacts = [
        {"name": called(contact_id, wording), **_both(one)}
        for contact_id, one in with_each(known, me)
    ]
    return {**_both(with_everybody(known, me)), "contacts": contacts}


def outcomes_told(
    *, answered: int, happy: int, problems: int, recovered: int, fees: str | None, by: str = ""
) -> str:
    """What came of some introductions: "1 answered, 1 with problems, fees 75".

    Args:
        answered: how many were; that none was is told as well, as far as is known.
        happy: in how many both are.
        problems: how many there were.
        recovered: how many of them were made up for.
        by: who made up for them, where that is not plain.
        fees: what they cost, None where none was a paid lead.
    """
    made_up = f"made up for by {by}" if by else "made up for"
    numbers = ((happy, "happy"), (problems, "with problems"), (recovered, made_up))
    words = [f"{answered} answered" if answered else "no answer noted"]
    words += [f"{number} {label}" for number, label in numbers if number]
    return ", ".join(words if fees is None else [*words, f"fees {fees}"])


def _of(tally: Tally, giver: str, wording: Wording) -> str:
    if not tally.introductions:
        return "none"
    return f"{count(tally.introductions, 'introduction')}, {_came_of(tally, giver, wording)}"


def _came_of(tally: Tally, giver: str, wording: Wording) -> str:
    return outcomes_told(
        answered=tally.answered,
        happy=tally.happy,
        problems=tally.problems,
        recovered=tally.recovered,
        fees=wording.money(tally.fees) if tally.paid else None,
        by=giver,
    )


def _table(each: Sequence[tuple[int, Reciprocity]], wording: Wording) -> "Table":
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for heading in ("who", "you gave them", "they gave you"):
        table.add_column(heading)
    for contact_id, one in each:
        table.add_row(
            Text(visible(wording.name(contact_id))),
            _cell(one.given, "you", wording),
            _cell(one.received, "them", wording),
        )
    return table


def _list(each: Sequence[tuple[int, Reciprocity]], wording: Wording) -> "Text":
    """The same for a screen that is too narrow for the columns."""
    from rich.text import Text

    lines = []
    for contact_id, one in each:
        lines.append(Text(visible(wording.name(contact_id))))
        if one.given.introductions:
            lines.append(Text(f"  you gave them {_cell(one.given, 'you', wording)}"))
        if one.received.introductions:
            lines.append(Text(f"  they gave you {_cell(one.received, 'them', wording)}"))
    return Text("\n").join(lines)


def _cell(tally: Tally, giver: str, wording: Wording) -> str:
    return (
        f"{tally.introductions}, {_came_of(tally, giver, wording)}" if tally.introductions else "·"
    )


def _both(one: Reciprocity) -> dict[str, object]:
    return {"given": _tally(one.given), "received": _tally(one.received)}


def _tally(tally: Tally) -> dict[str, object]:
    return {
        "introductions": tally.introductions,
        "responded": tally.answered,
        "happy": tally.happy,
        "problems": tally.problems,
        "recovered": tally.recovered,
        "paid": tally.paid,
        "fees": tally.fees,
    }

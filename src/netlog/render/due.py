"""The morning's list: calm tables, most urgent first, and what to type next."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from netlog.domain.due import SIDES
from netlog.domain.items import Item, Side, is_hidden, side
from netlog.domain.standing import days_overdue
from netlog.render.sink import console, document, is_narrow, say_json, show, tell, visible
from netlog.render.wording import Wording, argument

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

    from netlog.domain.records import Contact

_TITLES: dict[Side, str] = {"mine": "You owe", "check-in": "Check in", "theirs": "Owed to you"}
_GAP = 2

Cell = TypeVar("Cell")


class Row(NamedTuple, Generic[Cell]):
    """Something for each column of the wide table."""

    id: Cell
    who: Cell
    what: Cell
    due: Cell
    late: Cell
    since: Cell


@dataclass(frozen=True, slots=True)
class Morning:
    """The items to show, most urgent first, and how many more are open.

    `with_whom` is the contact with whom they are; None for everybody's. `snoozed` counts what shows
    only because everything does, or would show on another day; `missing` is the path where a ledger
    would be, if there is none.
    """

    wording: Wording
    items: Sequence[Item]
    not_yet_due: int
    snoozed: int = 0
    missing: "Path | None" = None
    with_whom: "Contact | None" = None

    @property
    def awake(self) -> list[Item]:
        """The items that are not snoozed."""
        today = self.wording.today
        return [one for one in self.items if not is_hidden(one.obligation, today)]

    @property
    def overdue(self) -> int:
        """How many of the items are past their due date and not snoozed."""
        return sum(days_overdue(one.obligation, self.wording.today) > 0 for one in self.awake)

    @property
    def ahead(self) -> int:
        """How many are due later, shown or not, and not snoozed."""
        shown = sum(days_overdue(one.obligation, self.wording.today) < 0 for one in self.awake)
        out_of_sight = self.snoozed - (len(self.items) - len(self.awake))
        return shown + self.not_yet_due - out_of_sight

    def on(self, wanted: Side) -> list[Item]:
        """The items of one side."""
        me = self.wording.me
        return [item for item in self.items if side(item.obligation, me) == wanted]


def print_json(morning: Morning) -> None:
    """Print the list for a script (design, section 3)."""
    say_json(
        document(
            today=morning.wording.today.isoformat(),
            who=None if morning.with_whom is None else morning.with_whom.name,
            items=[_as_json(morning.wording, item) for item in morning.items],
            not_yet_due=morning.not_yet_due,
            snoozed=morning.snoozed,
        )
    )


def print_text(morning: Morning) -> None:
    """Print the list for a person."""
    if morning.missing is not None:
        tell(
            f"Nothing is recorded yet: there is no ledger at {morning.missing}.",
            "Begin with what happened last:",
            '  netlog meet "Dana Park" --on yesterday',
            '  netlog promise "send the slides" --to "Dana Park" --due fri',
            "Or look around first: netlog demo",
        )
        return
    show(*_tables(morning), _last_line(morning))


def _tables(morning: Morning) -> "Iterator[RenderableType]":
    if not morning.items:
        return
    draw = _narrow_table if is_narrow() else _aligned_tables(morning)
    for wanted in SIDES:
        if items := morning.on(wanted):
            yield draw(morning.wording, _TITLES[wanted], items)
            yield ""


def _aligned_tables(morning: Morning) -> "Callable[[Wording, str, Sequence[Item]], Table]":
    """How to draw one section so that its columns stand under those of the others."""
    widths = _widths([_row(morning.wording, item) for item in morning.items], console().width)

    def draw(wording: Wording, title: str, items: Sequence[Item]) -> "Table":
        return _wide_table(wording, title, items, widths)

    return draw


def _widths(rows: Sequence[Row[str]], screen: int) -> Row[int]:
    """The width of each column: as wide as its widest cell, who and what within what is left."""
    from rich.cells import cell_len

    longest = Row(*(max(map(cell_len, column)) for column in zip(*rows, strict=True)))
    who = max(longest.who, *map(len, _TITLES.values()))
    gaps = _GAP * (len(longest) - 1)
    left = screen - gaps - longest.id - longest.due - longest.late - longest.since
    who = min(who, left // 3)
    return longest._replace(who=who, what=min(longest.what, left - who))


def _wide_table(wording: Wording, title: str, items: Sequence[Item], widths: Row[int]) -> "Table":
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), header_style="")
    heads = Row("", title, "", "due", "", "since")
    for name, head, width in zip(Row._fields, heads, widths, strict=True):
        table.add_column(
            Text(head, style="bold" if name == "who" else "dim"),
            justify="right" if name in ("id", "due", "late") else "left",
            width=width,
        )
    cells = [_cells(wording, item) for item in items]
    for row in [_stacked(cells)] if _fit(cells, widths) else cells:
        table.add_row(*row)
    return table


def _cells(wording: Wording, item: Item) -> "Row[Text]":
    from rich.text import Text

    late = days_overdue(item.obligation, wording.today)
    styles = Row("cyan", "", "", "", _urgency(late), "dim")
    return Row(*map(Text, _row(wording, item), styles))


def _fit(rows: "Sequence[Row[Text]]", widths: Row[int]) -> bool:
    return all(
        text.cell_len <= width for row in rows for text, width in zip(row, widths, strict=True)
    )


def _stacked(rows: "Sequence[Row[Text]]") -> "Row[Text]":
    """All rows as one whose cells are a line for each: six times as fast to draw."""
    from rich.text import Text

    return Row(*(Text("\n").join(column) for column in zip(*rows, strict=True)))


def _row(wording: Wording, item: Item) -> Row[str]:
    obligation = item.obligation
    return Row(
        id=str(obligation.id),
        who=visible(wording.who(item)),
        what=visible(_what(wording, item)),
        due=wording.day(obligation.due_on),
        late=wording.lateness(obligation),
        since=_since(wording, item),
    )


def _narrow_table(wording: Wording, title: str, items: Sequence[Item]) -> "Table":
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), header_style="")
    table.add_column("", justify="right", no_wrap=True)
    table.add_column(Text(title, style="bold"))
    for item in items:
        late = days_overdue(item.obligation, wording.today)
        lines = Text("\n").join(
            [
                Text(visible(f"{wording.who(item)}: {_what(wording, item)}")),
                Text.assemble(
                    (wording.lateness(item.obligation), _urgency(late)),
                    (f", since {_since(wording, item)}", "dim"),
                ),
            ]
        )
        table.add_row(Text(str(item.obligation.id), style="cyan"), lines)
    return table


def _what(wording: Wording, item: Item) -> str:
    """What is owed, and until when it is out of sight on other days."""
    until = _hidden_until(wording, item)
    told = wording.what(item)
    return told if until is None else f"{told} (snoozed until {wording.day(until)})"


def _hidden_until(wording: Wording, item: Item) -> "date | None":
    hidden = is_hidden(item.obligation, wording.today)
    return item.obligation.hidden_until if hidden else None


def _urgency(days_late: int) -> str:
    if days_late == 0:
        return "yellow"
    return "red" if days_late > 0 else ""


def _since(wording: Wording, item: Item) -> str:
    return f"{wording.day(item.event.happened_on)}, e{item.event.id}"


def _last_line(morning: Morning) -> "Text":
    from rich.text import Text

    told = [
        f"{len(morning.items) + morning.not_yet_due} open",
        f"{morning.overdue} overdue",
        f"{morning.ahead} not yet due",
    ]
    if morning.snoozed:
        told.append(f"{morning.snoozed} snoozed")
    line = Text("" if morning.items else f"{_nothing(morning)}\n")
    line.append(" · ".join(told), style="dim")
    if morning.not_yet_due:
        line.append(" · --all shows all", style="dim")
    if awake := morning.awake:
        when, command = _next_step(morning.wording, awake)
        line.append(f"\n\n{when}:\n  {visible(command)}")
    return line


def _nothing(morning: Morning) -> str:
    contact = morning.with_whom
    if contact is None or contact.is_me:
        return "Nothing is due."
    return f"Nothing is due between you and {visible(contact.name)}."


def _next_step(wording: Wording, items: Sequence[Item]) -> tuple[str, str]:
    """When to type something next, and what: for the first that I owe, else ask, else wait for."""
    item = min(items, key=lambda one: SIDES.index(side(one.obligation, wording.me) or "theirs"))
    number, kind = item.obligation.id, item.obligation.kind
    creditor = argument(wording.name(item.obligation.creditor_id))
    if side(item.obligation, wording.me) == "theirs":
        return _once_it_came(number, kind, wording.name(item.obligation.debtor_id))
    if kind == "check-response":
        return "When they answered (or --silent)", f"netlog check {number} --responded"
    if kind == "check-outcome":
        return "When both are happy", f"netlog check {number} --happy"
    verbs = {"thanks": "thank", "apology": "apologize"}
    verb = verbs.get(kind, "reach" if kind in ("reply", "response", "touch") else "")
    if verb:
        return "Next, once done", f"netlog {verb} {creditor}"
    if kind == "replacement":
        replaced = item.event.introduction_id
        return "Next, once found", f"netlog intro {creditor} NAME --replaces e{replaced}"
    return "Next, once done", f"netlog done {number}"


def _once_it_came(number: int, kind: str, debtor: str) -> tuple[str, str]:
    verbs = {"thanks": "thank", "apology": "apologize", "reply": "reach", "response": "reach"}
    if kind in verbs:
        return f"Once {number} came", f"netlog {verbs[kind]} me --by {argument(debtor)}"
    return f"Once {number} came", f"netlog done {number}"


def _as_json(wording: Wording, item: Item) -> dict[str, object]:
    obligation, event = item.obligation, item.event
    until = _hidden_until(wording, item)
    return {
        "id": obligation.id,
        "kind": obligation.kind,
        "side": side(obligation, wording.me),
        "debtor": _plain_name(wording, obligation.debtor_id),
        "creditor": _plain_name(wording, obligation.creditor_id),
        "about": event.about,
        "text": wording.owes(item),
        "times": obligation.times,
        "done": item.done,
        "attempts": len(item.attempts),
        "opened_on": obligation.opened_on.isoformat(),
        "due_on": obligation.due_on.isoformat(),
        "days_overdue": days_overdue(obligation, wording.today),
        "hidden_until": None if until is None else until.isoformat(),
        "event": {"id": f"e{event.id}", "kind": event.kind, "on": event.happened_on.isoformat()},
    }


def _plain_name(wording: Wording, contact_id: int) -> str:
    return wording.names[contact_id]

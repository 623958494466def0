"""The morning's list: calm tables, most urgent first, and what to type next."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netlog.domain.due import SIDES
from netlog.domain.items import Item, Side, side
from netlog.domain.standing import days_overdue
from netlog.render.sink import console, document, say_json, show, tell, visible
from netlog.render.wording import Wording

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table
    from rich.text import Text

_TITLES: dict[Side, str] = {"mine": "You owe", "check-in": "Check in", "theirs": "Owed to you"}
_NARROW = 60  # columns below which five columns become two lines an item


@dataclass(frozen=True, slots=True)
class Morning:
    """The items to show, most urgent first, and how many more are open."""

    wording: Wording
    items: Sequence[Item]
    not_yet_due: int
    is_first: bool = False

    @property
    def overdue(self) -> int:
        """How many of the items are past their due date."""
        return sum(days_overdue(one.obligation, self.wording.today) > 0 for one in self.items)

    def on(self, wanted: Side) -> list[Item]:
        """The items of one side."""
        me = self.wording.me
        return [item for item in self.items if side(item.obligation, me) == wanted]


def print_json(morning: Morning) -> None:
    """Print the list for a script (design, section 3)."""
    say_json(
        document(
            today=morning.wording.today.isoformat(),
            items=[_as_json(morning.wording, item) for item in morning.items],
            not_yet_due=morning.not_yet_due,
        )
    )


def print_text(morning: Morning) -> None:
    """Print the list for a person."""
    if morning.is_first:
        tell(
            "Nothing is recorded yet. Begin with what happened last:",
            '  netlog meet "Dana Park" --on yesterday',
            '  netlog promise "send the slides" --to "Dana Park" --due fri',
            "Or look around first: netlog demo",
        )
        return
    screen = console()
    parts: list[RenderableType] = []
    for wanted in SIDES:
        if items := morning.on(wanted):
            parts += [_title(_TITLES[wanted]), _table(screen, morning.wording, wanted, items), ""]
    show(*parts, _last_line(morning))


def _title(text: str) -> "Text":
    from rich.text import Text

    return Text(text, style="bold")


def _table(screen: "Console", wording: Wording, wanted: Side, items: Sequence[Item]) -> "Table":
    if screen.width < _NARROW:
        return _narrow_table(wording, items)
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(justify="right", no_wrap=True)
    table.add_column(ratio=None)
    if wanted != "check-in":
        table.add_column()
    table.add_column(no_wrap=True, justify="right")
    table.add_column(no_wrap=True)
    for item in items:
        who = [] if wanted == "check-in" else [Text(visible(wording.who(item)))]
        table.add_row(
            Text(str(item.obligation.id), style="cyan"),
            *who,
            Text(visible(wording.what(item))),
            _lateness(wording, item),
            Text(_since(wording, item), style="dim"),
        )
    return table


def _narrow_table(wording: Wording, items: Sequence[Item]) -> "Table":
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column(justify="right", no_wrap=True)
    table.add_column()
    for item in items:
        first = Text(visible(wording.owes(item)))
        second = Text.assemble(_lateness(wording, item), ", ", (_since(wording, item), "dim"))
        table.add_row(Text(str(item.obligation.id), style="cyan"), Text("\n").join([first, second]))
    return table


def _lateness(wording: Wording, item: Item) -> "Text":
    from rich.text import Text

    late = days_overdue(item.obligation, wording.today)
    style = "red" if late > 0 else "yellow" if late == 0 else ""
    return Text(wording.lateness(item.obligation), style=style)


def _since(wording: Wording, item: Item) -> str:
    return f"e{item.event.id}, {wording.day(item.event.happened_on)}"


def _last_line(morning: Morning) -> "Text":
    from rich.text import Text

    shown = len(morning.items)
    told = [
        f"{shown + morning.not_yet_due} open",
        f"{morning.overdue} overdue",
        f"{morning.not_yet_due} not yet due",
    ]
    line = Text(" · ".join(told), style="dim")
    if next_step := _next_step(morning):
        line.append("\n")
        line.append(f"Next: {visible(next_step)}", style="not dim")
    return line


def _next_step(morning: Morning) -> str:
    if not morning.items:
        return ""
    item = (morning.on("mine") or morning.on("check-in") or morning.items)[0]
    obligation = item.obligation
    if side(obligation, morning.wording.me) == "theirs":
        return f"netlog done {obligation.id}, once it came"
    if obligation.kind == "thanks":
        return f'netlog thank "{morning.wording.name(obligation.creditor_id)}"'
    if obligation.kind == "check-response":
        return f"netlog check {obligation.id} --responded, or --silent"
    if obligation.kind == "check-outcome":
        return f"netlog check {obligation.id} --happy"
    return f"netlog done {obligation.id}"


def _as_json(wording: Wording, item: Item) -> dict[str, object]:
    obligation, event = item.obligation, item.event
    return {
        "id": obligation.id,
        "kind": obligation.kind,
        "side": side(obligation, wording.me),
        "debtor": _plain_name(wording, obligation.debtor_id),
        "creditor": _plain_name(wording, obligation.creditor_id),
        "about": event.about,
        "times": obligation.times,
        "done": item.done,
        "attempts": len(item.attempts),
        "opened_on": obligation.opened_on.isoformat(),
        "due_on": obligation.due_on.isoformat(),
        "days_overdue": days_overdue(obligation, wording.today),
        "event": {"id": f"e{event.id}", "kind": event.kind, "on": event.happened_on.isoformat()},
    }


def _plain_name(wording: Wording, contact_id: int) -> str:
    return wording.names[contact_id]

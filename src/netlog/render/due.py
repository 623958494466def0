"""The morning's list: calm tables, most urgent first, and what to type next."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from netlog.domain.due import SIDES, NextStep
from netlog.domain.items import Item, Side, is_hidden, side
from netlog.domain.standing import days_overdue
from netlog.domain.wording import Wording
from netlog.errors import shell_word
from netlog.render.fields import item_fields
from netlog.render.forms.grid import Cell, Grid
from netlog.render.lines import Line, flush, put
from netlog.render.sink import document, is_narrow, tell
from netlog.render.typed import typed
from netlog.views.due import Due

if TYPE_CHECKING:
    from datetime import date

Sections = Sequence[tuple[str, Sequence[Item]]]  # of one side each, or at rest, under a title

ROWS = (
    "id kind side debtor creditor about due_on days_overdue opened_on event.id times done attempts"
    " hidden_until text"
)
_TITLES: dict[Side, str] = {"mine": "You owe", "check-in": "Check in", "theirs": "Owed to you"}
_WIDEST = max(map(len, _TITLES.values()))
# What columns there are, the most first: how late something is says when it was due.
_LAYOUTS = (
    "id who what due late since",
    "id who what due late event",
    "id who what late event",
    "id who what late",
)
_RIGHT = ("id", "due", "late")
_WHOLE = ("id", "due", "late", "since", "event")


def due_document(due: Due, wording: Wording) -> dict[str, Any]:
    """The list for a script (design, section 3)."""
    return document(
        today=wording.today,
        who=None if due.with_whom is None else due.with_whom.name,
        items=[_as_json(wording, item) for item in due.items],
        not_yet_due=due.not_yet_due,
        snoozed=due.snoozed,
    )


def print_text(due: Due, wording: Wording) -> None:
    """Print the list for a person."""
    if due.missing is not None:
        tell(
            f"Nothing is recorded yet: there is no ledger at {due.missing}.",
            "Begin with what happened last:",
            '  netlog meet "Dana Park" --on yesterday',
            '  netlog promise "send the slides" --to "Dana Park" --due fri',
            "Or look around first: netlog demo",
        )
        return
    sections = [(_TITLES[side], items) for side in SIDES if (items := due.on(side))]
    if due.at_rest:
        sections.append(("Archived", due.at_rest))
    listed = _entries(wording, sections) if is_narrow() else _table(wording, sections)
    put([*listed, *_last_lines(due, wording)])
    if due.wants_a_checkup:
        tell("It is more than a month since the ledger was looked over: " + typed("doctor"))


def _table(wording: Wording, sections: Sections) -> Iterator[Line]:
    """The items by side, all in the same columns: in as many as leave each a line."""
    drawn: list[list[Line]] = []
    for columns in _LAYOUTS if sections else ():
        grid = _grid(wording, sections, columns.split())
        if grid.fits:
            return grid.lines()
        drawn.append([*grid.lines()])
    fewest = min(drawn, key=len, default=[])
    return iter(fewest)


def _grid(wording: Wording, sections: Sections, columns: Sequence[str]) -> Grid:
    rows: list[dict[str, Cell]] = []
    for title, items in sections:
        late = "" if "due" in columns else "due"
        heads = {"due": "due", "late": late, "since": "since", "event": "from"}
        rows.append({key: (head, "dim") for key, head in heads.items()})
        rows[-1] |= {"who": (f"{title:{_WIDEST}}", "bold")}
        for item in items:
            first, *others = [wording.who(item)] if "since" in columns else wording.whom(item)
            rows.append({**_cells(wording, item), "who": (first, "")})
            rows += [{"who": (other, "")} for other in others]
        rows.append({})
    numbered = {key: number for number, key in enumerate(columns)}
    right, whole = ([numbered[key] for key in keys if key in numbered] for keys in (_RIGHT, _WHOLE))
    cells = [[row.get(key, ("", "")) for key in columns] for row in rows]
    return Grid(cells, right, whole, names=[numbered["who"]])


def _cells(wording: Wording, item: Item) -> dict[str, Cell]:
    obligation = item.obligation
    return {
        "id": (str(obligation.id), "cyan"),
        "what": (_what(wording, item), ""),
        "due": (wording.day(obligation.due_on), ""),
        "late": (wording.lateness(obligation), _urgency(wording, item)),
        "since": (_since(wording, item), "dim"),
        "event": (f"e{item.event.id}", "dim"),
    }


def _entries(wording: Wording, sections: Sections) -> Iterator[Line]:
    """The same for a screen that is too narrow for the columns."""
    for title, items in sections:
        deep = max(len(str(item.obligation.id)) for item in items) + 1
        yield Line(title, indent=deep, style="bold")
        for item in items:
            key = f"{item.obligation.id:>{deep - 1}}"
            since = (f", since {_since(wording, item)}", "dim")
            late, style = wording.lateness(item.obligation), _urgency(wording, item)
            yield Line(f"{wording.who(item)}: {_what(wording, item)}", key, deeper=deep, gap=1)
            yield Line(late, indent=deep, style=style, deeper=0, more=[since])
        yield Line("")


def _what(wording: Wording, item: Item) -> str:
    """What is owed, and until when it is out of sight on other days."""
    until = _hidden_until(wording, item)
    snoozed = "" if until is None else f" (snoozed until {wording.day(until)})"
    return f"{wording.what(item)}{snoozed}"


def _hidden_until(wording: Wording, item: Item) -> "date | None":
    hidden = is_hidden(item.obligation, wording.today)
    return item.obligation.hidden_until if hidden else None


def _urgency(wording: Wording, item: Item) -> str:
    late = days_overdue(item.obligation, wording.today)
    return "" if late < 0 else "red" if late else "yellow"


def _since(wording: Wording, item: Item) -> str:
    return f"{wording.day(item.event.happened_on)}, e{item.event.id}"


def _last_lines(due: Due, wording: Wording) -> Iterator[Line]:
    counts = [
        f"{len(due.items) + due.not_yet_due} open",
        f"{due.overdue} overdue",
        f"{due.ahead} not yet due",
        f"{due.snoozed} snoozed" if due.snoozed else "",
        f"{due.resting} archived" if due.resting else "",
        "--all shows all" if due.not_yet_due else "",
    ]
    if not due.items:
        yield flush(_nothing(due))
    yield Line(" · ".join(filter(None, counts)), style="dim", deeper=0)
    if step := due.next:
        when, command = _next_step(wording, step)
        yield from (Line(""), flush(f"{when}:"), Line(typed(command), indent=2, deeper=0))


def _nothing(due: Due) -> str:
    contact = due.with_whom
    if contact is None or contact.is_me:
        return "Nothing is due."
    return f"Nothing is due between you and {contact.name}."


def _next_step(wording: Wording, step: NextStep) -> tuple[str, str]:
    """When to type something next, and which command."""
    item, verb = step
    number, kind = item.obligation.id, item.obligation.kind
    if side(item.obligation, wording.me) == "theirs":
        debtor = shell_word(wording.name(item.obligation.debtor_id))
        command = f"done {number}" if verb == "done" else f"{verb} me --by {debtor}"
        return f"Once {number} came", command
    if kind == "check-response":
        return "When they answered (or --silent)", f"check {number} --responded"
    if kind == "check-outcome":
        return "When both are happy", f"check {number} --happy"
    creditor = shell_word(wording.name(item.obligation.creditor_id))
    if verb == "intro":
        replaced = item.event.introduction_id
        return "Next, once found", f"intro {creditor} NAME --replaces e{replaced}"
    return "Next, once done", f"{verb} {number if verb == 'done' else creditor}"


def _as_json(wording: Wording, item: Item) -> dict[str, object]:
    event = item.event
    return item_fields(
        item,
        wording,
        "id kind side debtor creditor about text times done attempts opened_on due_on days_overdue"
        " hidden_until event",
        text=wording.owes(item),
        hidden_until=_hidden_until(wording, item),
        event={"id": f"e{event.id}", "kind": event.kind, "on": event.happened_on},
    )

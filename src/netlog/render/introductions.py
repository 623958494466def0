"""The introductions in a report: what came of them each way, the latest, and for scripts."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from netlog.domain.report.dossier import Ends, Report
from netlog.domain.report.introductions import KnownIntroduction
from netlog.render.came_of import them
from netlog.render.columns import aligned
from netlog.render.lines import on_terminal
from netlog.render.reciprocity import reciprocity_lines
from netlog.render.referrers import as_referrer
from netlog.render.sink import is_narrow, visible
from netlog.render.wording import Wording, argument, count

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

MOST_ON_A_TERMINAL = 10


def introductions_section(report: Report, wording: Wording) -> "list[RenderableType]":
    """What came of the introductions by them and to them; empty where there is none."""
    from rich.text import Text

    dossier = report.dossier
    if not dossier.introductions:
        return []
    latest = sorted(dossier.introductions, key=_newest_first)
    shown = latest[:MOST_ON_A_TERMINAL] if on_terminal() else latest
    parts: list[RenderableType] = ["", Text("Introductions", style="bold")]
    parts += [Text(line) for line in _each_way(report, wording)]
    parts.append(_drawn(shown, wording))
    if left_out := len(latest) - len(shown):
        name = "me" if dossier.contact.is_me else argument(visible(dossier.contact.name))
        parts.append(Text(f"and {left_out} more: netlog report {name} | less"))
    if not dossier.contact.is_me:
        parts += [Text(line) for line in reciprocity_lines(dossier, wording)]
    if given := as_referrer(dossier, wording):
        parts.append(Text(given))
    return parts


def introductions_json(report: Report) -> dict[str, object]:
    """For a script: how many there are and what came of them, in all and in `each_way`."""
    told = report.introductions
    return {
        "to_them": told.to_them,
        "by_them": told.by_them,
        "responded": told.responded,
        "happy": told.happy,
        "problems": told.problems,
        "recovered": told.recovered,
        "fees": told.fees,
        "each_way": {"by_them": told.by._asdict(), "to_them": told.to._asdict()},
    }


def _each_way(report: Report, wording: Wording) -> list[str]:
    """A line for those by them and one for those to them, each figure over those alone."""
    told, whom = report.introductions, them(report)
    lines = []
    if told.by.introductions:
        fees = [f"fees {wording.money(told.fees)}"] if told.fees != "0" else []
        came = [*_came_of(told.by), *_problems_by(told.by), *fees]
        lines.append(f"{told.by_them} by {whom}: {', '.join(came)}")
    if told.to.introductions:
        came = [*_came_of(told.to), *_problems_to(told.to, whom)]
        lines.append(f"{told.to_them} to {whom}: {', '.join(came)}")
    return lines


def _came_of(ends: Ends) -> list[str]:
    answered = f"{ends.responded} answered" if ends.responded else "no answer noted"
    return [answered, f"{ends.happy} happy"] if ends.happy else [answered]


def _problems_by(ends: Ends) -> list[str]:
    if not ends.problems:
        return []
    made_up = "made up for" if ends.problems == 1 else f"{ends.recovered} made up for"
    return [f"{count(ends.problems, 'problem')}{f' ({made_up})' if ends.recovered else ''}"]


def _problems_to(ends: Ends, whom: str) -> list[str]:
    """Problems that somebody else had introduced, and had to make up for."""
    told = []
    for number, recovered, side in (
        (ends.problems, ends.recovered, whom),
        (ends.others_problems, ends.others_recovered, "the other side"),
    ):
        which = "it" if number == 1 else str(recovered)
        made_up = f" (the introducer made up for {which})" if recovered else ""
        told += [f"{count(number, 'problem')} with {side}{made_up}"] if number else []
    return told


def _drawn(introductions: Sequence[KnownIntroduction], wording: Wording) -> "RenderableType":
    """The introductions in columns, or as a list where the screen is too narrow for them."""
    if not on_terminal():
        from rich.text import Text

        return Text("\n".join(aligned([_row(one, wording) for one in introductions])))
    return _list(introductions, wording) if is_narrow() else _table(introductions, wording)


def _row(one: KnownIntroduction, wording: Wording) -> tuple[str, ...]:
    day, told = wording.day(one.event.happened_on), visible(wording.introduced(one))
    return f"e{one.event.id}", day, told, one.state


def _table(introductions: Sequence[KnownIntroduction], wording: Wording) -> "Table":
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=False)
    for one in introductions:
        key, *others = _row(one, wording)
        table.add_row(Text(key, style="cyan"), *map(Text, others))
    return table


def _list(introductions: Sequence[KnownIntroduction], wording: Wording) -> "Table":
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 1, 0, 0))
    for one in introductions:
        key, day, told, state = _row(one, wording)
        table.add_row(Text(key, style="cyan"), Text(f"{told}\n{day}, {state}"))
    return table


def _newest_first(one: KnownIntroduction) -> tuple[int, int]:
    return (-one.event.happened_on.toordinal(), -one.event.id)

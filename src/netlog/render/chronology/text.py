"""A chronology as plain text: on a terminal, in a pipe, on paper."""

from collections.abc import Iterator

from netlog.render.chronology.paper import Paper, Section
from netlog.render.lines import Line, put
from netlog.render.sink import is_narrow

_STEP = 2


def print_text(paper: Paper) -> None:
    """Print the paper for a person."""
    put(_lines(paper))


def _lines(paper: Paper) -> Iterator[Line]:
    yield Line(paper.title, style="bold")
    yield from (Line(line, deeper=_STEP) for line in paper.lines)
    for section in paper.sections:
        yield Line("")
        yield Line(section.title, style="bold")
        yield from _section(section)
    yield Line("")
    yield Line(paper.foot, style="dim", deeper=0)


def _section(section: Section) -> Iterator[Line]:
    days = max(len(entry.day) for entry in section.entries)
    keys = max(len(entry.key) for entry in section.entries)
    yield from (Line(line, indent=_STEP, deeper=_STEP) for line in section.lines)
    for entry in section.entries:
        lead = f"{entry.day:<{days}}  {entry.key:>{keys}}" if days else f"{entry.key:>{keys}}"
        deeper = 2 * _STEP if is_narrow() else len(lead) + _STEP
        yield Line(entry.text, lead, _STEP, deeper=deeper)
        yield from (Line(more, indent=_STEP + deeper, deeper=_STEP) for more in entry.more)

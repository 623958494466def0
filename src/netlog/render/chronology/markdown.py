"""A chronology as Markdown, to be mailed or put on a page."""

from collections.abc import Iterator

from netlog.render.chronology.paper import Paper, Section
from netlog.render.forms.markdown import literal
from netlog.render.sink import say_unbroken


def print_markdown(paper: Paper) -> None:
    """Print the paper as Markdown."""
    say_unbroken(*_lines(paper))


def _lines(paper: Paper) -> Iterator[str]:
    yield f"# {literal(paper.title)}"
    for line in paper.lines:
        yield from ("", literal(line))
    for section in paper.sections:
        yield from ("", f"## {literal(section.title)}", "")
        for line in section.lines:
            yield from (literal(line), "")
        yield from _table(section) if section.entries[0].day else _list(section)
    yield from ("", literal(paper.foot))


def _list(section: Section) -> Iterator[str]:
    for entry in section.entries:
        yield f"- **{entry.key}** {literal(entry.text)}"
        yield from (f"  - {literal(more)}" for more in entry.more)


def _table(section: Section) -> Iterator[str]:
    yield from ("| Day | Entry | What happened |", "|---|---|---|")
    for entry in section.entries:
        whole = " · ".join([entry.text, *entry.more])
        yield f"| {literal(entry.day)} | {literal(entry.key)} | {literal(whole)} |"

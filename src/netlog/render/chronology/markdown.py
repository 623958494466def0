r"""A chronology as Markdown (CommonMark with tables), to be mailed or put on a page.

Text of users is data: no character of it may begin a link, a tag, a heading or a new cell. A
backslash in front of ASCII punctuation makes it literal (CommonMark 0.31, section 2.4); a bar is
written as an entity, because a table is cut into cells before backslashes count for anything else.
"""

import re
from collections.abc import Iterator

from netlog.render.chronology.paper import Paper, Section
from netlog.render.sink import say_unbroken, visible

_ANYWHERE = re.compile(r"([\\`*_\[\]<>&~#$^])")
_AT_THE_BEGINNING = re.compile(r"^([-+=: ]|[0-9]+(?=[.)]))")
_BARE_ADDRESS = re.compile(r"(?<=[a-z])(:)(?=//)|(?<=www)(\.)|(?<=\S)(@)(?=\S)", re.IGNORECASE)


def print_markdown(paper: Paper) -> None:
    """Print the paper as Markdown."""
    say_unbroken(*_lines(paper))


def literal(text: str) -> str:
    """The text so that a Markdown reader shows it as it is, control characters made visible."""
    escaped = _ANYWHERE.sub(r"\\\1", visible(text))
    escaped = _BARE_ADDRESS.sub(lambda match: f"\\{match[0]}", escaped)
    escaped = _AT_THE_BEGINNING.sub(_entity, escaped)
    return escaped.replace("|", "&#124;")


def _entity(match: re.Match[str]) -> str:
    """The first character as an entity; a digit cannot have a backslash in front of it."""
    return f"&#{ord(match[0][0])};{match[0][1:]}"


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

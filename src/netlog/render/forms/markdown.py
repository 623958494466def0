r"""Texts in Markdown (CommonMark with tables).

Text of users is data: no character of it may begin a link, a tag, a heading or a new cell. A
backslash in front of ASCII punctuation makes it literal (CommonMark 0.31, section 2.4); a bar is
written as an entity, because a table is cut into cells before backslashes count for anything else.
"""

import re

from netlog.render.harmless import visible

_ANYWHERE = re.compile(r"([\\`*_\[\]<>&~#$^])")
_AT_THE_BEGINNING = re.compile(r"^([-+=: ]|[0-9]+(?=[.)]))")
_BARE_ADDRESS = re.compile(r"(?<=[a-z])(:)(?=//)|(?<=www)(\.)|(?<=\S)(@)(?=\S)", re.IGNORECASE)


def literal(text: str) -> str:
    """The text so that a Markdown reader shows it as it is, control characters made visible."""
    escaped = _ANYWHERE.sub(r"\\\1", visible(text))
    escaped = _BARE_ADDRESS.sub(lambda match: f"\\{match[0]}", escaped)
    escaped = _AT_THE_BEGINNING.sub(_entity, escaped)
    return escaped.replace("|", "&#124;")


def _entity(match: re.Match[str]) -> str:
    """The first character as an entity; a digit cannot have a backslash in front of it."""
    return f"&#{ord(match[0][0])};{match[0][1:]}"

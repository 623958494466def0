"""Texts that attack whatever shows them."""

import unicodedata

from hypothesis import strategies as st

PIECES = (
    *("\x1b[2J", "\x1b]52;c;aGk=\x07", "\x1b]8;;http://x\x1b\\", "\x1bP", "\x9b31m", "\x9d0;x\x9c"),
    *("\r", "\n", "\t", "\x08", "\x7f", "\x85", "\u2028", "\u2029"),
    *("\u202e", "\u202d", "\u2066", "\u2067", "\u2069", "\u200f", "\u061c"),
    *("\u200b", "\u2060", "\ufeff", "\u00ad", "\U000e0041", "\ue000", "\ufff9"),
    *("[/x]", "[/]", "[bold red]", "[link=file:///x]y[/link]", ":smile:", "\\", "\\[", "{0}", "%s"),
    *("Dana", " ", "é", "עמוס", "張偉", "👨‍👩‍👧", "a\u0301"),
)
_JOINERS = "\u200c\u200d"  # emoji and several scripts are not written without them

HOSTILE = st.lists(
    st.sampled_from(PIECES) | st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
    min_size=1,
    max_size=12,
).map("".join)


def leaks(printed: str) -> set[str]:
    """The characters in an output that steer a terminal, turn a line around, or hide."""
    return {
        one
        for one in printed
        if one not in f"\n{_JOINERS}" and unicodedata.category(one).startswith("C")
    } | set("\u2028\u2029") & set(printed)

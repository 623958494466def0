"""What the program says when nothing is asked of it: the short way in."""

from netlog.render.sink import say

_LINES = (
    "netlog keeps who owes whom what: thank-yous, introductions, promises.",
    "",
    'Begin with what happened last:  netlog meet "Dana Park" --on yesterday',
    "Every morning:                  netlog due",
    'Before you recommend somebody:  netlog report "Dana Park"',
    "To see it at work:              netlog demo",
    "",
    "All commands: netlog --help; one of them, with examples: netlog meet --help",
)


def print_text() -> None:
    """Print how to begin, how to see the morning, and where the help is."""
    say(*_LINES)

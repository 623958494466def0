"""A file of vCards, cut into cards and those into unfolded lines, by whole blocks of the file.

Going through a file line by line takes three times as long, so that is left to what is sloppy.
"""

import re
from collections.abc import Iterator

from netlog.exchange.content_lines import unfolded
from netlog.exchange.text import Text

BEGIN, END = "BEGIN:VCARD", "END:VCARD"
MOST_LINES = 10_000  # of a card
LONGEST_CARD = 1 << 22  # characters
_BEGIN = re.compile(rf"^{BEGIN}[ \t]*$", re.IGNORECASE | re.MULTILINE)
_BETWEEN = f"\n{BEGIN}\n"


def cards(text: Text) -> Iterator[tuple[int, list[str], bool]]:
    """Where each card begins, its lines, and whether it has an end.

    A card without an end goes as far as the next one; one that is the value of a property, as
    the `AGENT` of vCard 2.1, is taken out.
    """
    outer: list[str] = []
    outer_place = 0
    for number, body in _bodies(text):
        place, lines = number, _unfolded(body)
        end = _end(lines)
        if outer:
            place, lines = outer_place, [*outer, *lines[end + 1 :]]
            outer, end = [], _end(lines)
        if end == len(lines) and lines and _is_agent(lines[-1]):
            outer, outer_place = lines[:-1], place
        else:
            yield place, lines[: min(end, MOST_LINES)], end < len(lines)
    if outer:
        yield outer_place, outer, False


def _bodies(text: Text) -> Iterator[tuple[int, str]]:
    """What stands behind the first line of each card, and where that line is."""
    rest, place = "", 1
    for block in text.blocks:
        # Where they are not all written as they should be, they are put right first.
        is_tidy = block.upper().count(BEGIN) == block.count(f"{BEGIN}\n")
        tidy = block if is_tidy else _BEGIN.sub(BEGIN, block)
        before, *bodies = f"\n{rest}{tidy}".split(_BETWEEN)
        place += before.count("\n") - (not bodies)
        for body in bodies[:-1]:
            yield place, body
            place += body.count("\n") + 2
        rest = f"{BEGIN}\n{bodies[-1]}" if bodies else ""
        if len(rest) > LONGEST_CARD:
            text.problem(place, f"The card has more than {LONGEST_CARD:,} characters.")
            place += rest.count("\n")
            rest = ""
    if rest:
        yield place, rest.partition("\n")[2]


def _unfolded(body: str) -> list[str]:
    if "=\n" in body and "QUOTED-PRINTABLE" in body.upper():
        return [line for _, line in unfolded(body.split("\n"))]
    if "\n " in body:
        body = body.replace("\n ", "")
    if "\n\t" in body:
        body = body.replace("\n\t", "")
    return body.rstrip("\n").split("\n")


def _end(lines: list[str]) -> int:
    """Where the card ends: a place behind its lines where it does not."""
    if END in lines:
        return lines.index(END)
    ends = (place for place, line in enumerate(lines) if line.strip().upper() == END)
    return next(ends, len(lines))


def _is_agent(line: str) -> bool:
    """Whether a card of its own follows as the value of a property."""
    return line.upper().startswith("AGENT") and line.rstrip().endswith(":")

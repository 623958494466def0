"""Small pictures made of characters: the score as a bar, and the last two years month by month.

They read the same in a pipe. Where the encoding of the output has no such characters, plain ones
say the same.
"""

from collections.abc import Sequence

from netlog.domain.dates.phrase import MONTHS
from netlog.domain.report.trend import Month
from netlog.domain.score.estimate import Score
from netlog.render.lines import Line
from netlog.render.sink import can_show, width

CELLS = 20
_LEVELS = "▁▂▃▄▅▆▇█"
_OUTSIDE, _INSIDE, _MEAN, _NONE = "─", "━", "●", "·"
_PLAIN = {_OUTSIDE: ".", _INSIDE: "=", _MEAN: "O"}
_LABELS = ("in time", "not")
_MARGIN = 9  # for the labels


def score_bar(score: Score) -> str:
    """The score between never and always: the likely range, and the estimate in it."""
    cells = min(CELLS, width() - len("0%  100%"))
    low, mean, high = (
        min(int(end * cells), cells - 1) for end in (score.low, score.mean, score.high)
    )
    drawn = [_INSIDE if low <= n <= high else _OUTSIDE for n in range(cells)]
    drawn[mean] = _MEAN
    bar = "".join(drawn)
    if not can_show(bar):
        bar = "".join(_PLAIN[cell] for cell in bar)
    return f"0% {bar} 100%"


def two_years(months: Sequence[Month]) -> list[Line]:
    """How much fell due in each month, kept in time and not, under a heading; [] for nothing."""
    shown = months[-max(width() - _MARGIN, 1) :]
    rows = [[number.in_time for number in shown], [number.not_in_time for number in shown]]
    highest = max(max(row) for row in rows)
    if not highest:
        return []
    blocks = can_show(_LEVELS + _NONE)
    scale = f"{_LEVELS[-1]} is {highest}" if blocks else "in numbers"
    whole = len(shown) == len(months)
    heading = "Last two years" if whole else f"Last {len(shown)} months"
    drawn = [
        Line(f"{label:{_MARGIN}}{_line(row, highest, blocks=blocks)}")
        for label, row in zip(_LABELS, rows, strict=True)
    ]
    explained = (f"  by month due; {scale}", "dim")
    return [
        Line(heading, style="bold", more=[explained], deeper=0),
        *drawn,
        Line(_axis(shown), style="dim"),
    ]


def _line(counts: Sequence[int], highest: int, *, blocks: bool) -> str:
    return "".join(_block(number, highest) if blocks else _digit(number) for number in counts)


def _block(count: int, highest: int) -> str:
    """The lowest block for one of many, the whole one for the highest, none for nothing."""
    return _LEVELS[(count * len(_LEVELS) - 1) // highest] if count else _NONE


def _digit(count: int) -> str:
    if not count:
        return "."
    return str(count) if count < 10 else "+"  # noqa: PLR2004 - what is one character wide


def _axis(months: Sequence[Month]) -> str:
    """The first and the last month under their places."""
    first, last = (
        f"{MONTHS[number.first.month - 1][:3]} {number.first.year}"
        for number in (months[0], months[-1])
    )
    room = len(months) - len(first) - len(last)
    return " " * _MARGIN + (f"{first}{' ' * room}{last}" if room > 0 else last.rjust(len(months)))

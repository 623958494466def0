"""What could not be brought in, as it stood in its file, each with the reason why not."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from sys import maxsize
from typing import TypeVar

from netlog.exchange.records import Problem
from netlog.exchange.table import Row, Table
from netlog.exchange.text import Text
from netlog.exchange.vcard_lines import BEGIN, END, cards
from netlog.exchange.write.content_lines import escaped, folded
from netlog.exchange.write.table import rows

Piece = TypeVar("Piece")

REASON = "reason"  # the heading of the column
REASON_OF_CARD = "X-NETLOG-REASON"


def of_table(table: Table, problems: Sequence[Problem]) -> Iterator[str]:
    """The rows of a table that problems are about, with a first column for the reason.

    A row that is too wide has none that could be the last one.
    """
    begin = int(table.header[:1] == [REASON])
    header = table.header[begin:]

    def cells() -> Iterator[Row]:
        for row, reason in _rejected(table.originals(), problems):
            known = (row or [])[begin:]
            yield [reason, *known, *[""] * (len(header) - len(known))]

    return rows([REASON, *header], cells(), table.delimiter)


def of_cards(text: Text, problems: Sequence[Problem]) -> Iterator[str]:
    """The cards that problems are about, with the reason as a property."""
    pieces = ((place, lines) for place, lines, _ in cards(text))
    for lines, reason in _rejected(pieces, problems):
        kept = [line for line in lines or () if not line.upper().startswith(REASON_OF_CARD)]
        card = (BEGIN, *kept, f"{REASON_OF_CARD}:{escaped(reason)}", END)
        yield "".join(folded(line) for line in card if line)


def _rejected(
    pieces: Iterable[tuple[int, Piece]], problems: Sequence[Problem]
) -> Iterator[tuple[Piece | None, str]]:
    """The pieces of a file with a problem, and all that is wrong with each.

    A problem is about the piece that it stands in; what stands before all of them is about none.
    """
    waiting = sorted(problems, reverse=True)
    piece: Piece | None = None
    for place, coming in chain(pieces, [(maxsize, None)]):
        if reasons := _until(place, waiting):
            yield piece, reasons
        piece = coming
        if not waiting:
            return


def _until(place: int, waiting: list[Problem]) -> str:
    """The reasons that stand before a place, taken from the end of those that wait."""
    reasons = []
    while waiting and waiting[-1].place < place:
        reasons.append(waiting.pop().reason)
    return " ".join(reasons)

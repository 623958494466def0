"""How long reading 100,000 contacts takes, beside what a bare script needs to take the file apart.

    python -m tests.bench.exchange

For a table the script is `csv.DictReader`; for vCards a loop that unfolds each line and cuts it at
its colon. Prints the processor's seconds of each, the best of three, and how they compare.
"""

import csv
import io
import time
from collections.abc import Callable, Iterator
from datetime import date

from netlog.exchange.format import Reading
from netlog.exchange.registry import format_of
from netlog.exchange.text import HEAD_SIZE

COUNT = 100_000
RUNS = 3


def table() -> bytes:
    """Contacts as in a spreadsheet."""
    rows = (
        f'Person {n},person{n}@example.com,"Firm {n % 500}, Inc.",+1 555 {n:07},"tax, payroll",'
        f"Met at fair {n % 9}\r\n"
        for n in range(COUNT)
    )
    return ("Name,Email,Company,Phone,Tags,Notes\r\n" + "".join(rows)).encode()


def vcards() -> bytes:
    """Contacts as a phone writes them."""
    return "".join(
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nN:{n};Person;;;\r\nFN:Person {n}\r\n"
        f"EMAIL;TYPE=INTERNET:person{n}@example.com\r\nTEL;TYPE=CELL:+1 555 {n:07}\r\n"
        f"ORG:Firm {n % 500}\\, Inc.;\r\nCATEGORIES:tax,payroll\r\nNOTE:Met at the fair and\r\n"
        f"  had tea\r\nEND:VCARD\r\n"
        for n in range(COUNT)
    ).encode()


def bare_table(data: bytes) -> int:
    """The rows of a table, as dictionaries."""
    lines = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8", newline="")
    return sum(1 for _ in csv.DictReader(lines))


def bare_vcards(data: bytes) -> int:
    """The cards of a file, as dictionaries."""

    def unfolded() -> Iterator[str]:
        pending = ""
        for line in io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"):
            text = line.rstrip("\n")
            if text.startswith(" "):
                pending += text[1:]
            else:
                yield pending
                pending = text
        yield pending

    cards: list[int] = []
    card: dict[str, list[str]] = {}
    for line in unfolded():
        head, _, value = line.partition(":")
        if line == "END:VCARD":
            cards.append(len(card))
            card = {}
        elif line != "BEGIN:VCARD":
            card.setdefault(head.partition(";")[0], []).append(value)
    return len(cards)


def ours(data: bytes) -> int:
    """What netlog reads."""
    form = format_of(data[:HEAD_SIZE])
    assert form is not None
    return sum(1 for _ in form.read(io.BytesIO(data), Reading(date(2026, 10, 5))))


def seconds(read: Callable[[bytes], int], data: bytes) -> float:
    """The processor's seconds of the best run."""
    times = []
    for _ in range(RUNS):
        begun = time.process_time()
        assert read(data) == COUNT
        times.append(time.process_time() - begun)
    return min(times)


if __name__ == "__main__":
    for label, data, bare in (
        ("table", table(), bare_table),
        ("vcards", vcards(), bare_vcards),
    ):
        own, other = seconds(ours, data), seconds(bare, data)
        print(f"{label}: {own:.2f} s, bare {other:.2f} s, {own / other:.1f} times")

"""The text of a file, line by line and in bounded memory, whatever it is written in.

UTF-8 and UTF-16 are told by their marks, or by the NULs of the latter. A line that is no UTF-8 is
taken for Windows-1252, which Excel and Outlook write in the West, and the file is reported.
"""

import codecs
import io
from collections.abc import Iterator
from functools import partial
from itertools import chain, islice, pairwise
from typing import BinaryIO

from netlog.exchange.records import Noted, Problem

HEAD_SIZE = 1 << 16  # bytes; how much of a file is looked at to know what it is
LONGEST_LINE = 1 << 20
LEGACY = "cp1252"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FEW = 64  # bytes that tell UTF-16 without a mark
_MOST_PROBLEMS = 1_000
_PART = 1 << 17  # bytes, of which some are in memory several times
_NO_UTF8 = "The line is no UTF-8: it, and others like it, were read as Windows-1252."
# What stands for a byte that is no UTF-8, as `surrogateescape` does it, in the legacy code page;
# five bytes have no character there, and keep their number.
_FROM_BYTES = {
    0xDC00 + byte: bytes([byte]).decode(LEGACY, "ignore") or chr(byte)
    for byte in range(0x80, 0x100)
}


class Text:
    """The lines of a file, each with the line feed that ends it.

    What is noted about the file gathers in `problems`, to be taken by `new_problems`. What is left
    of it comes in `blocks` of whole lines as well.
    """

    def __init__(self, stream: BinaryIO) -> None:
        """Take a stream of bytes."""
        self.problems: list[Problem | Noted] = []
        self._left = _MOST_PROBLEMS
        self._is_charset_told = False
        self.blocks = self._decoded(stream)
        self._lines: Iterator[str] = chain.from_iterable(map(io.StringIO, self.blocks))

    def __iter__(self) -> Iterator[str]:
        """The lines that are left."""
        return self._lines

    def peek(self, count: int) -> list[str]:
        """The next lines, at most so many, which stay to be read."""
        lines = list(islice(self._lines, count))
        self._lines = chain(lines, self._lines)
        return lines

    def problem(self, place: int, reason: str, *, is_part: bool = False) -> None:
        """Note what could not be read; of very many, the first are enough."""
        self._tell(Problem(place, reason, is_part))

    def _tell(self, what: Problem | Noted) -> None:
        if self._left:
            self._left -= 1
            self.problems.append(what)

    def new_problems(self) -> list[Problem | Noted]:
        """What was noted since the last time."""
        problems, self.problems = self.problems, []
        return problems

    def _decoded(self, stream: BinaryIO) -> Iterator[str]:
        """Blocks of lines, decoded and looked through: line by line that would take longer."""
        parts = iter(partial(stream.read, _PART), b"")
        head = next(parts, b"")
        encoding = encoding_of(head)
        errors = "surrogateescape" if encoding.startswith("utf-8") else "replace"
        decoder = codecs.getincrementaldecoder(encoding)(errors)
        decode = io.IncrementalNewlineDecoder(decoder, translate=True).decode
        count, rest, is_too_long = 1, "", False
        for data, following in pairwise(chain((head,), parts, (b"",))):
            part = self._mended(decode(data, final=not following), count, encoding)
            if is_too_long:
                end = part.find("\n")
                if end < 0:
                    continue
                part, is_too_long = part[end:], False
            text = rest + part
            end = text.rfind("\n") + 1
            rest = text[end:]
            if end:
                yield text[:end]
                count += text.count("\n", 0, end)
            if len(rest) > LONGEST_LINE:
                self.problem(count, f"A line has more than {LONGEST_LINE:,} characters.")
                rest, is_too_long = "", True
        if rest:
            yield rest

    def _mended(self, part: str, count: int, encoding: str) -> str:
        """A part of the text that begins on a line, as far as it is text."""
        if "\0" in part:
            place = count + part.count("\n", 0, part.index("\0"))
            what = "There are NUL characters from here on; they were taken out."
            self._tell(Noted(place, what))
            part = part.replace("\0", "")
        if part.isascii():
            return part
        if encoding.startswith("utf-8"):
            try:
                part.encode()
            except UnicodeEncodeError as error:
                place = count + part.count("\n", 0, error.start)
                self._note_charset(Noted(place, _NO_UTF8))
                return part.translate(_FROM_BYTES)
        elif "\ufffd" in part:
            place = count + part.count("\n", 0, part.index("\ufffd"))
            reason = f"There are characters here that are no {encoding.upper()}."
            self._note_charset(Problem(place, reason, is_part=True))
        return part

    def _note_charset(self, what: Problem | Noted) -> None:
        if not self._is_charset_told:
            self._is_charset_told = True
            self._tell(what)


def encoding_of(head: bytes) -> str:
    """What a file that begins so is written in: UTF-8 unless it shows something else."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    few = head[:_FEW]
    even, odd = few[::2].count(0), few[1::2].count(0)
    # Every second byte of what a table begins with is 0, whatever script its names are in.
    if max(even, odd) > max(2 * min(even, odd), len(few) // 5):
        return "utf-16-le" if odd > even else "utf-16-be"
    return "utf-8"


def decoded(head: bytes) -> str:
    """The beginning of a file as text, as far as it is any."""
    encoding = encoding_of(head)
    if encoding == "utf-8":
        return head.decode(encoding, "surrogateescape").translate(_FROM_BYTES)
    return head.decode(encoding, "ignore")

"""The one sink: nothing reaches a terminal, a pipe or a file but through here.

Rich passes on whatever a name holds, so every text is made `harmless` here, whoever wrote it.
"""

import codecs
import io
import os
import re
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any, TextIO

from netlog.errors import NetlogError
from netlog.render.harmless import HARMLESS_FORMAT, isolated, visible
from netlog.render.typed import typed

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

_NARROWEST = 20
_NARROW = 60
# Each run of blanks is looked at once, from its beginning: columns are filled up with long ones.
_TRAILING_BLANKS = re.compile(r"(?<! )[ ]++((?:\x1b\[[0-9;]*m)*)$", re.MULTILINE)
UNLIMITED = 10_000
_FILLER = "\ue000"  # for private use, so it is shown as an escape wherever somebody typed it


def say(*lines: str) -> None:
    """Print lines of data to standard output; on a terminal, broken between words."""
    _write(sys.stdout, _wrapped(sys.stdout, lines))


def say_done(summary: str, lines: Iterable[str]) -> None:
    """Print what a command did, below it what came of that, and how to undo it."""
    say(summary, *(f"  {line}" for line in lines), f"Undo with: {typed('undo')}")


def say_unbroken(*lines: str) -> None:
    """Print lines of data whose ends mean something, such as rows of a table in Markdown."""
    _write(sys.stdout, lines)


def say_rows(rows: Iterable[Sequence[str]]) -> None:
    """Print rows of data with a tab between two cells, and none in a cell."""
    _put(sys.stdout, "".join("\t".join(map(visible, row)) + "\n" for row in rows))


def tell(*lines: str) -> None:
    """Print lines that are no data, such as errors and hints, to standard error."""
    _write(sys.stderr, _wrapped(sys.stderr, lines))


def ask(prompt: str) -> str:
    """What somebody types at a terminal.

    Raises:
        EOFError: nobody types any more.
    """
    _put(sys.stderr, visible(prompt))
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.strip()


def ask_unseen(prompt: str) -> str:
    """What somebody types at a terminal, without showing it.

    Raises:
        EOFError: nobody types any more.
    """
    from getpass import getpass

    return getpass(prompt, stream=sys.stderr)


def _wrapped(stream: TextIO | None, lines: Iterable[str]) -> Iterator[str]:
    on_terminal = stream is not None and stream.isatty()
    width = max(shutil.get_terminal_size().columns, _NARROWEST) if on_terminal else UNLIMITED
    for line in map(visible, lines):
        spread = _spread(line) if on_terminal else line
        if len(spread) < width:
            yield line
        else:
            yield from (row.replace(_FILLER, "") for row in _broken(spread, width))


def _spread(line: str) -> str:
    """The line with a filler before each character that takes two columns: as long as it is wide.

    No visible text has one of its own. Marks that take no column are counted as one.
    """
    if line.isascii():
        return line
    from rich.cells import get_character_cell_size

    return "".join(
        _FILLER + character if get_character_cell_size(character) > 1 else character
        for character in line
    )


def _broken(line: str, width: int) -> list[str]:
    """The line in parts no wider than a terminal, those that go on indented deeper.

    What stands between two dots, such as a day, stays together where a line has room for it.
    """
    from textwrap import TextWrapper

    class Wrapper(TextWrapper):
        """One that cuts no character that takes two columns off its filler."""

        def _handle_long_word(
            self, reversed_chunks: list[str], cur_line: list[str], cur_len: int, width: int
        ) -> None:
            word, room = reversed_chunks[-1], width - cur_len if width > 0 else 1
            if word[:room].endswith(_FILLER) and (cur_line or room > 1):
                room -= 1
            cur_line.append(word[:room])
            reversed_chunks[-1] = word[room:]

    indent = " " * (len(line) - len(line.lstrip()) + 2)
    rows: list[str] = []
    for piece in re.split(r"(?<= ·) ", line):
        if rows and len(rows[-1]) + 1 + len(piece) > width >= len(indent) + len(piece):
            rows.append(indent + piece)
            continue
        longer = f"{rows.pop()} {piece}" if rows else piece
        wrapper = Wrapper(width, subsequent_indent=indent, break_on_hyphens=False)
        rows += wrapper.wrap(longer)
    return rows


def say_json(value: object) -> None:
    """Print a value as JSON whose text is safe to show on a terminal, in any encoding."""
    _write(sys.stdout, _json_lines(value))


def say_items(batches: Iterable[Sequence[Mapping[str, object]]]) -> None:
    """Print a document with these items, batch by batch.

    One document comes out, however many batches there are, and only one is in memory at a time.
    """
    head, foot = '{\n  "schema": 1,\n  "items": [', "\n  ]\n}\n"
    opened = False
    for batch in filter(None, batches):
        inner = "\n".join(_json_lines(document(items=batch))[3:-2])
        _put(sys.stdout, f"{',' if opened else head}\n{inner}")
        opened = True
    if opened:
        _put(sys.stdout, foot)
    else:
        say_document(items=[])


def say_document(**fields: object) -> None:
    """Print a document with these fields."""
    say_json(document(**fields))


def _json_lines(value: object) -> list[str]:
    import json

    plain = not _encodes_everything(sys.stdout)
    text = json.dumps(value, ensure_ascii=plain, indent=2, default=_as_text)
    return [_json_safe(line) for line in text.split("\n")]


def _as_text(value: date | os.PathLike[str]) -> str:
    """A day, a moment or a path as JSON has it, which knows none."""
    return value.isoformat() if isinstance(value, date) else os.fspath(value)


def _json_safe(line: str) -> str:
    if line.isprintable():
        return line
    from json.encoder import encode_basestring_ascii as escaped

    return "".join(
        character
        if character.isprintable() or character in HARMLESS_FORMAT
        else escaped(character)[1:-1]
        for character in line
    )


def print_file(parts: Iterable[str]) -> None:
    """Print a file as it is; on a terminal with its control characters made visible."""
    out = sys.stdout
    if out is not None and out.isatty():
        for part in parts:
            _put(out, "".join(f"{visible(line)}\n" for line in part.splitlines()))
    elif out is not None:
        with _told_if_lost(out):
            for part in parts:
                out.buffer.write(part.encode())
            out.flush()


def show(*renderables: "RenderableType") -> None:
    """Print Rich tables and texts to standard output, without the blanks that fill up lines.

    Every text of a user in them went through `visible` before.
    """
    screen = console()
    with screen.capture() as drawn:
        screen.print(*renderables, sep="\n")
    _put(sys.stdout, without_trailing_blanks(drawn.get()))


def without_trailing_blanks(drawn: str) -> str:
    """The drawn lines without the blanks before their ends, and before colours that end there."""
    return _TRAILING_BLANKS.sub(r"\1", drawn)


def width() -> int:
    """How wide standard output is: without limit off a terminal."""
    return console().width if on_terminal() else UNLIMITED


def height() -> int:
    """How many lines standard output has: without limit off a terminal."""
    return shutil.get_terminal_size().lines if on_terminal() else UNLIMITED


def is_narrow() -> bool:
    """Whether standard output is too narrow for columns, so that items take lines instead."""
    return width() < _NARROW


def on_terminal() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def is_styled() -> bool:
    """Whether lines have their styles: on a terminal, and wherever FORCE_COLOR asks for them."""
    return on_terminal() or bool(os.environ.get("FORCE_COLOR"))


def can_show(characters: str) -> bool:
    """Whether the encoding of standard output has these characters."""
    if sys.stdout is None:
        return True
    try:
        characters.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def console() -> "Console":
    """A console as wide as standard output is: plain and without limit off a terminal.

    It draws into the void, for `show` to print: Rich writes to its file even while it captures.
    """
    from rich.console import Console

    from netlog.render.tones import tone

    made = Console(
        file=io.StringIO(),
        force_terminal=on_terminal() or None,
        markup=False,
        emoji=False,
        highlight=False,
        soft_wrap=False,
        width=None if on_terminal() else UNLIMITED,
    )
    made.width = max(made.width, _NARROWEST)
    tone(made)
    return made


def _write(stream: TextIO | None, lines: Iterable[str]) -> None:
    _put(stream, "".join(f"{visible(line)}\n" for line in lines))


def _put(stream: TextIO | None, text: str) -> None:
    if stream is None:  # closed by whoever started us: nobody wants to know
        return
    if stream.isatty():
        text = isolated(text)
    if not _encodes_everything(stream):  # a terminal that cannot show what was typed elsewhere
        text = text.encode(stream.encoding, "backslashreplace").decode(stream.encoding)
    with _told_if_lost(stream):
        stream.write(text)
        stream.flush()


@contextmanager
def _told_if_lost(stream: TextIO) -> Iterator[None]:
    """Tell that output is lost, unless it is because its reader has seen enough."""
    try:
        yield
    except OSError as error:
        # What is left in the buffer Python would try again on exit, and fail: let it go nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        reader_has_seen_enough = isinstance(error, BrokenPipeError)
        if stream is sys.stdout and not reader_has_seen_enough:
            raise OutputLost(error) from error


def _encodes_everything(stream: TextIO | None) -> bool:
    return stream is None or codecs.lookup(stream.encoding or "utf-8").name.startswith("utf")


class OutputLost(NetlogError):
    """Standard output cannot be written, such as to a full disk; the ledger is as it should be."""

    exit_code = 4

    def __init__(self, error: OSError) -> None:
        """Take the operating system's error."""
        super().__init__(
            f"the output cannot be written: {error.strerror}.",
            "What the command recorded, if anything, is safe in the ledger.",
        )


def document(**fields: object) -> dict[str, Any]:
    """The envelope of everything that is printed as JSON."""
    return {"schema": 1, **fields}

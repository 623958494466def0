"""Transcripts: command lines with what they print, as text files and as blocks in the docs.

    $ NETLOG_TODAY=2026-09-18 netlog thank Dana
    You thanked Dana Park · Fri 18 Sep
    [3]

A line that begins with `$ ` is a command; what follows is its output, standard error after
standard output, and a number in brackets is an exit code other than 0. `export NAME=VALUE` holds
for all that follows, as in a shell. Lines that begin with `#` before the first command, and blank
lines between commands, are for the reader.
"""

import re
import shlex
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

_CODE = re.compile(r"\[(\d+)\]")
_BLOCK = re.compile(
    r"(?:^<!-- today: (\S+) -->\n+)?^```console\n(\$ .*?)^```$", re.MULTILINE | re.DOTALL
)


@dataclass
class Command:
    """One command of a transcript, with the lines that it printed."""

    line: str
    printed: list[str] = field(default_factory=list)

    @property
    def is_export(self) -> bool:
        """Whether it sets variables for what follows."""
        return self._words()[0] == "export"

    @property
    def copies(self) -> tuple[str, str] | None:
        """The file that it copies, and to where; None where it copies none."""
        words = self._words()
        return (words[1], words[2]) if words[0] == "cp" else None

    @property
    def environment(self) -> dict[str, str]:
        """The variables that it sets; T is short for NETLOG_TODAY."""
        pairs = (word.split("=", 1) for word in self._words() if self._is_assignment(word))
        return {{"T": "NETLOG_TODAY"}.get(name, name): value for name, value in pairs}

    @property
    def argv(self) -> list[str]:
        """The arguments after the word netlog."""
        words = [word for word in self._words() if not self._is_assignment(word)]
        assert words[0] == "netlog", f"a transcript runs netlog only: {self.line}"
        return words[1:]

    def _words(self) -> list[str]:
        return shlex.split(self.line, comments=True)

    @staticmethod
    def _is_assignment(word: str) -> bool:
        return re.match(r"[A-Z_]+=", word) is not None


def parse(text: str) -> list[Command]:
    """The commands of a transcript."""
    commands: list[Command] = []
    for line in text.splitlines():
        if line.startswith("$ "):
            commands.append(Command(line[2:]))
        elif commands:
            commands[-1].printed.append(line)
    for command in commands:
        while command.printed and not command.printed[-1]:
            command.printed.pop()
    return commands


def printed(out: str, err: str, code: int) -> list[str]:
    """What a command printed, as a transcript shows it."""
    lines = (out + err).splitlines()
    while lines and not lines[-1]:
        lines.pop()
    return lines if code == 0 else [*lines, f"[{code}]"]


def blocks(document: str) -> Iterator[tuple[str | None, str]]:
    """The transcripts in a Markdown document, in order: one ledger serves them all.

    Each comes with the day from a comment above it, `<!-- today: 2026-11-21 -->`, if there is one.
    """
    for match in _BLOCK.finditer(document):
        yield match[1], match[2]


def rewritten(
    text: str, run: Callable[[Command, dict[str, str]], list[str]], exported: dict[str, str]
) -> str:
    """The transcript with the output that its commands print now.

    Each runs with the variables that it sets and those that are exported, to which it may add.
    """
    head = text[: text.index("$ ")] if "$ " in text else text
    parts = []
    for command in parse(text):
        environment = {**exported, **command.environment}
        if command.is_export:
            exported.update(environment)
        shown = [] if command.is_export else run(command, environment)
        parts.append("\n".join([f"$ {command.line}", *shown]))
    return head + "\n\n".join(parts) + "\n"

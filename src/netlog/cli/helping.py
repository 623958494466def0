"""How help looks: examples first, then how it is typed; never wider than the terminal."""

import re
import shutil
from collections.abc import Container, Mapping, Sequence
from typing import Any

from netlog.cli.anywhere import Anywhere
from netlog.cli.groups import GROUPS

_NARROW = 60
_NARROWEST = 20
_WIDEST = 80
# Words of other programs, and the commands here that come nearest to them.
_MEANT = {
    "add": ("meet", "person"),
    "agenda": ("due",),
    "call": ("talk", "reach WHO --via phone"),
    "contacts": ("people",),
    "email": ("reach WHO --via email",),
    "grep": ("find",),
    "list": ("due", "people", "history"),
    "log": ("history",),
    "ls": ("people", "due"),
    "mail": ("reach WHO --via email",),
    "new": ("meet", "person"),
    "remove": ("delete", "undo"),
    "rm": ("delete", "undo"),
    "search": ("find",),
    "set": ("config",),
    "settings": ("config",),
    "show": ("person", "report", "history"),
    "status": ("due",),
    "today": ("due",),
    "todo": ("due",),
}

# Options of other commands, and what says the same here.
_SAID_SO = {
    ("edit", option): "Who was in it is put right with: netlog edit EVENT --replace OLD NEW"
    for option in ("--by", "-b", "--to", "-t", "--with")
}


def get_help(command: Any, context: Any) -> str:
    """The help of a command, broken between words so that it fits the terminal."""
    formatter = context.make_formatter()
    columns = shutil.get_terminal_size().columns
    formatter.width = max(min(columns, _WIDEST) - 2, _NARROWEST)
    if columns < _NARROW:
        formatter.write_dl = lambda rows, **_: _write_below_each_other(formatter, rows)
    command.format_help(context, formatter)
    return str(formatter.getvalue()).rstrip("\n")


def _write_below_each_other(formatter: Any, rows: Sequence[tuple[str, str]]) -> None:
    """Write terms with their explanations where two columns have no room."""
    for term, explanation in rows:
        formatter.write(f"{' ' * formatter.current_indent}{term}\n")
        if explanation:
            with formatter.indentation():
                formatter.write_text(explanation)


def printing(option: Any) -> Any:
    """The help option, such that it prints through the sink, as all else."""
    if option is not None:
        option.callback = _print_help
    return option


def _print_help(context: Any, _option: Any, is_set: bool) -> None:
    from netlog.render.sink import say

    if is_set and not context.resilient_parsing:
        say(*context.get_help().splitlines())
        context.exit()


def write_commands(sentences: Mapping[str, str], formatter: Any) -> None:
    """Write the commands, each with its sentence, under headings."""
    for heading, names in GROUPS.items():
        with formatter.section(heading):
            formatter.write_dl([(name, sentences[name]) for name in names.split()])


def write_examples(command: str, formatter: Any) -> None:
    """Write what begins the help of a command: lines that could be typed."""
    from netlog.cli.examples import EXAMPLES

    formatter.write("Examples:\n")
    for line in EXAMPLES.get(command, ()):
        formatter.write(f"  netlog {line}\n")
    formatter.write("\n")


def write_everywhere(parameters: Sequence[Any], formatter: Any) -> None:
    """Write what ends the help of a command: the options that every command takes."""
    names = [
        " ".join(filter(None, [*parameter.opts, parameter.metavar]))
        for parameter in parameters
        if isinstance(parameter, Anywhere)
    ]
    formatter.write("\n")
    formatter.write_text(f"With every command: {', '.join(names)} (netlog --help).")


def what_says_so(command: str, option: str | None) -> str | None:
    """What to type for an option that other commands have; None where nothing is known."""
    return _SAID_SO.get((command, option or ""))


def in_plain_words(message: str) -> str:
    """The message of a usage error without the names that Typer has for kinds of numbers."""
    message = re.sub(r"is not a valid int(eger)?( range)?\.$", "is not a whole number.", message)
    return re.sub(r"is not in the range x>=(\d+)\.$", r"is less than \1.", message)


def name_what_is_meant(error: Any, typed: str, known: Container[str]) -> None:
    """Add to the error of an unknown command what has another name here."""
    meant = [line for line in _MEANT.get(typed, ()) if line.split()[0] in known]
    if meant:
        proposed = ", ".join(map(repr, meant))
        error.message = f"No such command {typed!r}. Did you mean {proposed}?"

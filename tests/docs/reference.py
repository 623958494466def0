"""The reference and the manual page, from the code: `python -m tests.docs.reference --write`.

Without `--write` it tells which of the two is stale, and exits with 1.
"""

import inspect
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer
import typer.main

from netlog import __version__
from netlog.cli.anywhere import Anywhere
from netlog.cli.commands import build, function_of
from netlog.cli.examples import EXAMPLES
from netlog.domain.projection.terms import ALWAYS, DAYS, Terms

DOCS = Path(__file__).parents[2] / "docs"
SUMMARY = "a personal networking ledger: thank-yous, introductions and promises, kept"
GRAMMAR = "netlog VERB OBJECT... [--by WHO] [--on DATE] [--via CHANNEL] [--note TEXT]"

# What holds for every command, as (heading, [(term, explanation)]).
COMMON = (
    (
        "What is typed",
        (
            ("WHO, NAME", ("A name, an alias or an e-mail address; case and accents do not matter."
             " Else the beginnings of its words (d park). What fits two is refused, with the list."
             " me is you.")),
            ("ID", "A due item, such as 31. Ids never change."),
            ("EVENT", "An event, such as e12."),
            ("DATE", ("2026-11-21, 21 nov, today, yesterday, fri, next fri, last tue, in 3 days,"
             " 3 days ago, 2w, 3m, eow, eom, start of last month. What could mean two days is"
             " refused: 3/4 unless date_order is set, fri on a Friday, next fri on a Wednesday,"
             " 25 nov for a due date on 26 November.")),
            ("SPAN", "7d, 2w, 10 days, 1m (30 days)."),
        ),
    ),
    (
        "Exit codes",
        (
            ("0", "Done."),
            ("1", "Something is overdue; only with netlog due --exit-code."),
            ("2", "The command line cannot be read: usage, dates, amounts, ids."),
            ("3", "Refused: it names nothing, too much, or what the ledger does not accept."),
            ("4", "The ledger cannot be used, the output not written, or a server not reached."),
            ("130", "Interrupted."),
        ),
    ),
    (
        "Environment",
        (
            ("NETLOG_LEDGER", "The ledger to use; --ledger wins."),
            ("NETLOG_CONFIG", "The settings file to use."),
            ("NETLOG_TODAY", "The day to take for today, such as 2026-11-21."),
            ("NETLOG_PAGER", "What long output goes through, before PAGER; empty for nothing."),
            ("NETLOG_KEY_FILE", "What holds the key of an encrypted ledger; --key-file wins."),
            ("NETLOG_NO_INPUT", "When set, nothing is asked."),
            ("NETLOG_CALENDAR_USER", "Who asks a server for a calendar."),
            ("NETLOG_CALENDAR_PASSWORD", "The password; else the keyring is asked, then you."),
            ("NO_COLOR", "When set, nothing is coloured."),
        ),
    ),
    (
        "Files",
        (
            ("ledger.db", "The ledger, in your user data folder: one SQLite file."),
            ("config.toml", ("The settings, in your user config folder. netlog config shows where"
             " both are, and what holds.")),
        ),
    ),
)  # fmt: skip
_PLACEHOLDER = re.compile(r"^(\[required\]|\[default: .*\])$")


@dataclass(frozen=True, slots=True)
class Described:
    """One command as it documents itself."""

    name: str
    usage: str
    paragraphs: list[str]
    arguments: list[tuple[str, str]]
    options: list[tuple[str, str]]
    examples: tuple[str, ...]


def described() -> list[Described]:
    """Every command, in the order of the help."""
    group: Any = typer.main.get_command(build(["--help"]))
    context = typer.Context(group, info_name="netlog", **group.context_settings)
    return [
        _described(name, group.get_command(context, name), context)
        for name in group.list_commands(context)
    ]


def everywhere() -> list[tuple[str, str]]:
    """The options of the program, which every command takes."""
    group: Any = typer.main.get_command(build(["--help"]))
    context = typer.Context(group, info_name="netlog", **group.context_settings)
    options = [one for one in group.get_params(context) if isinstance(one, Anywhere)]
    return [record for one in options if (record := one.get_help_record(context))]


def _described(name: str, command: Any, parent: typer.Context) -> Described:
    context = typer.Context(command, info_name=name, parent=parent)
    records: dict[str, list[tuple[str, str]]] = {"argument": [], "option": []}
    for parameter in command.get_params(context):
        if record := parameter.get_help_record(context):
            left, right = record
            records[parameter.param_type_name].append((left, " ".join(right.split())))
    return Described(
        name,
        " ".join([f"netlog {name}", *command.collect_usage_pieces(context)]),
        re.split(r"\n\s*\n", inspect.getdoc(function_of(name)) or ""),
        records["argument"],
        records["option"],
        tuple(f"netlog {line}" for line in EXAMPLES.get(name, ())),
    )


def undocumented(commands: list[Described]) -> list[str]:
    """What is missing, one line for each gap."""
    found = []
    for one in commands:
        found += [f"{one.name}: no sentence"] * (not one.paragraphs[0])
        found += [f"{one.name}: not two examples"] * (len(one.examples) != 2)
        found += [
            f"{one.name}: no help for {left}"
            for left, right in [*one.arguments, *one.options]
            if not right or _PLACEHOLDER.match(right)
        ]
    return found


def markdown() -> str:
    """The reference page."""
    return "\n".join(_markdown()).rstrip() + "\n"


def _markdown() -> Iterator[str]:
    commands = described()
    yield "# Reference"
    yield ""
    yield "<!-- Generated: python -m tests.docs.reference --write -->"
    yield ""
    yield f"    {GRAMMAR}"
    yield ""
    yield "`--by` is who did it, and you when left out."
    yield ""
    yield from (f"- [`{one.name}`](#netlog-{one.name}): {one.paragraphs[0]}" for one in commands)
    for one in commands:
        yield from ("", f"## netlog {one.name}", "")
        for paragraph in one.paragraphs:
            yield from (*_markdown_paragraph(paragraph), "")
        yield from ("```sh", *one.examples, "```", "", f"    {one.usage}", "")
        yield from _table([*one.arguments, *one.options])
    for heading, rows in (("Options of every command", everywhere()), *COMMON, _settings()):
        yield from ("", f"## {heading}", "", *_table(rows))


def _markdown_paragraph(paragraph: str) -> Iterator[str]:
    """A paragraph; one that begins with a backspace keeps its lines, as in the help."""
    lines = paragraph.splitlines()
    if lines[0] == "\b":
        yield from (f"    {line.strip()}" for line in lines[1:])
    else:
        yield from lines


def _table(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield from ("| | |", "|---|---|")
    yield from (f"| `{_cell(left)}` | {_cell(right)} |" for left, right in rows)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _settings() -> tuple[str, tuple[tuple[str, str], ...]]:
    terms = (
        (
            f"terms.{name}",
            f"Days{'' if name in ALWAYS else ', or never'}; {getattr(Terms(), name)} by default.",
        )
        for name in DAYS
    )
    return (
        "Settings",
        (
            ("owner", "Your own name: who types it means me."),
            ("currency", "What stands behind amounts, such as EUR; nothing is converted."),
            (
                "calendar",
                (
                    "A file such as ~/Sync/netlog.ics, rewritten with what is open; or the address"
                    " of a calendar on a server, to which only netlog calendar sends."
                ),
            ),
            ("date_order", "dmy, mdy or ymd: how to read 3/4."),
            ("half_life", "Days after which old evidence weighs half."),
            ("group_size", "From so many others on a meeting opens no thanks; never for always."),
            ("score.prior", "learned: where people stand is learned from the ledger; or built-in."),
            *terms,
        ),
    )


def manual() -> str:
    """The manual page, in the man macros."""
    return "\n".join(_manual()) + "\n"


def _manual() -> Iterator[str]:
    yield '.\\" Generated: python -m tests.docs.reference --write'
    yield f'.TH NETLOG 1 "" "netlog {__version__}" "User Commands"'
    yield ".SH NAME"
    yield f"netlog \\- {_roff(SUMMARY)}"
    yield ".SH SYNOPSIS"
    yield f".B {_roff(GRAMMAR)}"
    yield ".SH DESCRIPTION"
    yield _roff(
        "netlog writes down who owes whom what. netlog due shows in the morning what is open,"
        " netlog report how reliably somebody has treated others, with the evidence."
    )
    yield ".SH COMMANDS"
    for one in described():
        yield f".SS {_roff(one.usage)}"
        for number, paragraph in enumerate(one.paragraphs):
            yield from [".PP"] * (number > 0)
            yield from _manual_paragraph(paragraph)
        yield from (".PP", ".RS 4", ".nf", *map(_roff, one.examples), ".fi", ".RE")
        for left, right in (*one.arguments, *one.options):
            yield from (".TP", f".B {_roff(left)}", _roff(right))
    for heading, rows in (("Options of every command", everywhere()), *COMMON, _settings()):
        yield f".SH {heading.upper()}"
        for left, right in rows:
            yield from (".TP", f".B {_roff(left)}", _roff(right))


def _manual_paragraph(paragraph: str) -> Iterator[str]:
    lines = paragraph.splitlines()
    if lines[0] == "\b":
        yield from (".nf", *(_roff(line) for line in lines[1:]), ".fi")
    else:
        yield _roff(" ".join(lines))


def _roff(text: str) -> str:
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace('"', "\\(dq")
    escaped = escaped.replace("'", "\\(aq").replace("~", "\\(ti").replace("^", "\\(ha")
    return f"\\&{escaped}" if escaped.startswith(".") else escaped


PAGES: dict[Path, Callable[[], str]] = {
    DOCS / "reference.md": markdown,
    DOCS / "netlog.1": manual,
}


def stale() -> list[Path]:
    """The pages that are not what the code would write now."""
    return [
        path
        for path, text in PAGES.items()
        if not path.exists() or path.read_text(encoding="utf-8") != text()
    ]


def main() -> int:
    if "--write" in sys.argv[1:]:
        for path, text in PAGES.items():
            path.write_text(text(), encoding="utf-8")
        return 0
    for path in stale():
        print(f"{path} is stale: python -m tests.docs.reference --write")
    return 1 if stale() else 0


if __name__ == "__main__":
    sys.exit(main())

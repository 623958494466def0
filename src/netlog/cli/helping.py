"""How help looks: examples first, then how it is typed; never wider than the terminal."""

import shutil
from collections.abc import Sequence
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

_NARROW = 60
_NARROWEST = 20
_WIDEST = 80
# Words of other programs, and the commands here that come nearest to them.
_MEANT = {
    "add": ("meet", "person"),
    "contacts": ("people",),
    "grep": ("find",),
    "list": ("due", "people", "history"),
    "log": ("history",),
    "new": ("meet", "person"),
    "remove": ("delete", "undo"),
    "rm": ("delete", "undo"),
    "search": ("find",),
    "set": ("config",),
    "settings": ("config",),
    "show": ("report", "history"),
    "status": ("due",),
    "todo": ("due",),
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


class Command(TyperCommand):
    """A command whose help begins with examples, and whose usage line reads as it is typed."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the examples, the usage line, and what Typer knows of the rest."""
        from netlog.cli.examples import EXAMPLES

        formatter.write("Examples:\n")
        for line in EXAMPLES.get(self.name or "", ()):
            formatter.write(f"  netlog {line}\n")
        formatter.write("\n")
        super().format_help(ctx, formatter)

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """What follows the command's name: the arguments by their metavars, then the options."""
        arguments = [param for param in self.get_params(ctx) if param.param_type_name == "argument"]
        return [*(param.make_metavar(ctx) for param in arguments), self.options_metavar or ""]

    def get_help(self, ctx: Any) -> str:
        """The help, as wide as the terminal."""
        return get_help(self, ctx)

    def get_help_option(self, ctx: Any) -> Any:
        """The option that prints it."""
        return printing(super().get_help_option(ctx))


class Group(TyperGroup):
    """The program: all its commands, and a hint for words that other programs have."""

    def get_help(self, ctx: Any) -> str:
        """The help, as wide as the terminal."""
        return get_help(self, ctx)

    def get_help_option(self, ctx: Any) -> Any:
        """The option that prints it."""
        return printing(super().get_help_option(ctx))

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write every command with its whole sentence."""
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl(
                [
                    (name, command.help.partition("\n")[0])
                    for name, command in commands
                    if command and command.help
                ]
            )

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command that was typed; name what may be meant where there is none."""
        try:
            return super().resolve_command(ctx, args)
        except typer.TyperException as error:
            if commands := _MEANT.get(args[0]):
                proposed = ", ".join(map(repr, commands))
                error.message = f"No such command {args[0]!r}. Did you mean {proposed}?"
            raise

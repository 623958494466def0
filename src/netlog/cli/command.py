"""How every command is built and run: its short options, what is refused of any, its pages."""

from collections.abc import Mapping, Sequence
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from netlog.cli import anywhere, helping
from netlog.cli.reading import Typed, refuse_rest, refuse_twice, refuse_two_forms
from netlog.errors import NetlogError

LONG = frozenset(
    {"due", "report", "history", "find", "people", "match", "demo"}
)  # what may need a pager
# The same everywhere: whatever has the one has the other.
SHORT = {
    "--at": "-a",
    "--by": "-b",
    "--due": "-d",
    "--for": "-f",
    "--note": "-n",
    "--on": "-o",
    "--quiet": "-q",
    "--times": "-x",
    "--to": "-t",
    "--via": "-v",
}


class _Built:
    """What the program and its commands have in common; stands before a class of Typer."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params: list[Any] = [*self.params, *anywhere.options()]
        for option in self.params:
            option.opts += [SHORT[name] for name in option.opts if name in SHORT]

    def read(self, ctx: Any, args: Sequence[str]) -> Typed:
        """Read a command line, and refuse what is given twice in it."""
        values, rest, order = self.make_parser(ctx).parse_args(list(args))  # type: ignore[attr-defined]
        typed = Typed(ctx.command_path, self.params, values, rest, order)
        refuse_twice(typed)
        return typed

    def get_help(self, ctx: Any) -> str:
        """The help, as wide as the terminal."""
        return helping.get_help(self, ctx)

    def get_help_option(self, ctx: Any) -> Any:
        """The option that prints it."""
        return helping.printing(super().get_help_option(ctx))  # type: ignore[misc]


class Command(_Built, TyperCommand):
    """A command whose help begins with examples, and whose usage line reads as it is typed."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read what was typed for the command."""
        typed = self.read(ctx, args)
        refuse_rest(typed)
        refuse_two_forms(typed)
        return super().parse_args(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        """Run the command; a script gets an empty answer where nothing is recorded yet."""
        try:
            return self._invoke(ctx)
        except NetlogError as error:
            return _answer_nothing(error, ctx.params)

    def _invoke(self, ctx: Any) -> Any:
        """Run the command, through a pager where it is long and that is wanted."""
        if not (ctx.obj.pages and self.name in LONG):
            return super().invoke(ctx)
        from netlog.render.pager import paging

        with paging():
            return super().invoke(ctx)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the examples, the usage line, and what Typer knows of the rest."""
        helping.write_examples(self.name or "", formatter)
        super().format_help(ctx, formatter)

    def format_epilog(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002
        """Write which options every command takes."""
        helping.write_everywhere(self.params, formatter)

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """What follows the command's name: the arguments by their metavars, then the options."""
        arguments = [param for param in self.get_params(ctx) if param.param_type_name == "argument"]
        return [*(param.make_metavar(ctx) for param in arguments), self.options_metavar or ""]


def _answer_nothing(error: NetlogError, options: Mapping[str, Any]) -> None:
    """Print an empty answer for a script that asks a ledger which is not there yet.

    Raises:
        NetlogError: nobody asked for it, or that is not what happened.
    """
    from netlog.ledger.file.identity import NoLedgerYet
    from netlog.render.sink import say_document

    for_script = options.get("json") or options.get("plain")
    if not isinstance(error, NoLedgerYet) or not for_script or options.get("html"):
        raise error
    if options.get("json"):
        say_document(items=[])


class Group(_Built, TyperGroup):
    """The program: all its commands, and a hint for words that other programs have."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read what was typed before the command."""
        self.read(ctx, args)
        return super().parse_args(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002
        """Write every command with its whole sentence."""
        docs = {name: command.help or "" for name, command in self.commands.items()}
        sentences = {name: doc.partition("\n")[0] for name, doc in docs.items()}
        helping.write_commands(sentences, formatter)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command that was typed; name what may be meant where there is none."""
        try:
            return super().resolve_command(ctx, args)
        except typer.TyperException as error:
            helping.name_what_is_meant(error, args[0], self.commands)
            raise

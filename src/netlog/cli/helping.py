"""How the help of a command looks: examples first, then how it is typed."""

from typing import Any

from typer.core import TyperCommand


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
        arguments = [one for one in self.get_params(ctx) if one.param_type_name == "argument"]
        return [*(one.make_metavar(ctx) for one in arguments), self.options_metavar or ""]

"""The options that several commands share, each defined once; `command` has their short names."""

from collections.abc import Callable, Iterable, Mapping
from inspect import Parameter, Signature, signature
from typing import Annotated

import typer

_NAMED = Parameter.KEYWORD_ONLY

By = Annotated[str, typer.Option("--by", metavar="WHO", help="Who did it.")]
On = Annotated[str, typer.Option("--on", metavar="DATE", help="The day it happened.")]
Via = Annotated[
    str | None, typer.Option("--via", metavar="CHANNEL", help="phone, email, card, ...")
]
Note = Annotated[str | None, typer.Option("--note", metavar="TEXT", help="A remark to keep.")]
At = Annotated[str | None, typer.Option("--at", metavar="PLACE", help="Where.")]
Fee = Annotated[str | None, typer.Option("--fee", metavar="AMOUNT", help="What the lead costs.")]
Keeps = Annotated[
    str | None,
    typer.Option("--keeps", metavar="ID", help="The promise of which it is one part."),
]
New = Annotated[bool, typer.Option("--new", help="An unknown name is somebody new for sure.")]
NoDue = Annotated[bool, typer.Option("--no-due", help="Record it, but open no obligations.")]
Quiet = Annotated[bool, typer.Option("--quiet", help="Say nothing when all went well.")]
Limit = Annotated[
    int | None,
    typer.Option(
        "--limit",
        metavar="N",
        min=1,
        help="At most so many, the newest or the best; 50 on a terminal.",
        show_default=False,
    ),
]
Html = Annotated[
    str | None, typer.Option("--html", metavar="FILE", help="Write a page; - prints it.")
]
Force = Annotated[bool, typer.Option("--force", help="Replace FILE where it exists.")]
Yes = Annotated[bool, typer.Option("--yes", help="Do it without asking.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for scripts.")]
Plain = Annotated[bool, typer.Option("--plain", help="Print rows for scripts, with tabs.")]
Ids = Annotated[list[str], typer.Argument(metavar="ID...", help="Due items, as due lists them.")]

# Those that are added to what a command has itself, with what holds where nothing is typed.
_ADDED: Mapping[str, tuple[object, object]] = {
    "on": (On, "today"),
    "via": (Via, None),
    "note": (Note, None),
    "new": (New, False),
    "no_due": (NoDue, False),
    "html": (Html, None),
    "force": (Force, False),
    "quiet": (Quiet, False),
    "json": (Json, False),
    "plain": (Plain, False),
}
_SUPPLIED = ("desk", "how", "form")  # to the function of a command, whatever is typed


def declare(
    command: Callable[..., None],
    function: Callable[..., object],
    added: Iterable[str],
    **usual: object,
) -> None:
    """Let a command have the options of a function, and some more behind them.

    Args:
        command: what Typer calls.
        function: what the command is made of.
        added: the names of the others.
        usual: what holds of some of these where nothing is typed.
    """
    parameters = {"context": Parameter("context", _NAMED, annotation=typer.Context)}
    for name, own in signature(function).parameters.items():
        if name not in _SUPPLIED:
            parameters[name] = own.replace(kind=_NAMED)
    for name in added:
        annotation, default = _ADDED[name]
        default = usual.get(name, default)
        parameters[name] = Parameter(name, _NAMED, annotation=annotation, default=default)
    command.__signature__ = Signature([*parameters.values()])  # type: ignore[attr-defined]
    command.__annotations__ = {name: each.annotation for name, each in parameters.items()}

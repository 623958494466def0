"""The options that several commands share, each defined once; `command` has their short names."""

from collections.abc import Callable, Iterable, Mapping
from inspect import Parameter, Signature, signature
from typing import Annotated, Any

import typer

Text = str | None  # as typed; None where nothing was
Several = list[str] | None
_NAMED = Parameter.KEYWORD_ONLY


def argument(metavar: str, help: str) -> Any:
    """What is typed without a name, by what the help calls it."""
    return typer.Argument(metavar=metavar, help=help)


def option(name: str, metavar: str, help: str, **more: Any) -> Any:
    """An option with a value, by what the help calls that."""
    return typer.Option(name, metavar=metavar, help=help, **more)


def flag(name: str, help: str, **more: Any) -> Any:
    """An option that is a word alone, or whose words the help lists."""
    return typer.Option(name, help=help, **more)


By = Annotated[str, option("--by", "WHO", "Who did it.")]
On = Annotated[str, option("--on", "DATE", "The day it happened.")]
Via = Annotated[Text, option("--via", "CHANNEL", "phone, email, card, ...")]
Note = Annotated[Text, option("--note", "TEXT", "A remark to keep.")]
At = Annotated[Text, option("--at", "PLACE", "Where.")]
Fee = Annotated[Text, option("--fee", "AMOUNT", "What the lead costs.")]
Keeps = Annotated[Text, option("--keeps", "ID", "The promise of which it is one part.")]
New = Annotated[bool, flag("--new", "An unknown name is somebody new for sure.")]
NoDue = Annotated[bool, flag("--no-due", "Record it, but open no obligations.")]
Quiet = Annotated[bool, flag("--quiet", "Say nothing when all went well.")]
Limit = Annotated[
    int | None,
    option(
        "--limit",
        "N",
        "At most so many, the newest or the best; 50 on a terminal.",
        min=1,
        show_default=False,
    ),
]
Html = Annotated[Text, option("--html", "FILE", "Write a page; - prints it.")]
Force = Annotated[bool, flag("--force", "Replace FILE where it exists.")]
Yes = Annotated[bool, flag("--yes", "Do it without asking.")]
Json = Annotated[bool, flag("--json", "Print JSON for scripts.")]
Plain = Annotated[bool, flag("--plain", "Print rows for scripts, with tabs.")]
Ids = Annotated[list[str], argument("ID...", "Due items, as due lists them.")]

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

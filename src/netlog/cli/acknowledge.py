"""netlog thank, netlog apologize"""

from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from netlog.cli.desk import open_desk
from netlog.cli.options import By, Json, New, Note, On, Quiet, Via
from netlog.cli.showing import show

if TYPE_CHECKING:
    from netlog.actions.desk import Desk
    from netlog.domain.records import AcknowledgementKind

For = Annotated[
    str | None, typer.Option("--for", metavar="ID", help="The one due item that it is for.")
]


def thank(
    context: typer.Context,
    who: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WHO...]", help="Whom you thanked, or the event that it is for."),
    ] = None,
    only: For = None,
    by: By = "me",
    on: On = "today",
    via: Via = None,
    note: Note = None,
    new: New = False,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Record a thank-you: it settles every open one.

    Where --by names somebody, they thanked you.
    """
    typed = Typed(who or [], by, only, on, via, note, new)
    _acknowledge(open_desk(context), "thanks", typed, quiet=quiet, json=json)


def apologize(
    context: typer.Context,
    who: Annotated[str, typer.Argument(metavar="WHO", help="To whom.")],
    only: For = None,
    by: By = "me",
    on: On = "today",
    via: Via = None,
    note: Note = None,
    new: New = False,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Record an apology: it settles every open one."""
    typed = Typed([who], by, only, on, via, note, new)
    _acknowledge(open_desk(context), "apology", typed, quiet=quiet, json=json)


class Typed(NamedTuple):
    """A thank-you or an apology, as typed."""

    to: list[str]
    by: str
    only: str | None
    on: str
    via: str | None
    note: str | None
    new: bool


def _acknowledge(
    desk: "Desk", kind: "AcknowledgementKind", typed: Typed, *, quiet: bool, json: bool
) -> None:
    from netlog.actions.acknowledge import acknowledge
    from netlog.render import receipt

    show(
        desk,
        lambda desk: acknowledge(desk, kind, **typed._asdict()),
        receipt,
        quiet=quiet,
        json=json,
    )

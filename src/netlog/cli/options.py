"""The options that several commands share, each defined once; `command` has their short names."""

from collections.abc import Mapping
from typing import Annotated

import typer

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
# How something happened: of these, a command that writes has some.
HOW: Mapping[str, tuple[object, object]] = {
    "on": (On, "today"),
    "via": (Via, None),
    "note": (Note, None),
    "new": (New, False),
    "no_due": (NoDue, False),
}
Ids = Annotated[list[str], typer.Argument(metavar="ID...", help="Due items, as due lists them.")]

"""The options that several commands share, each defined once; `command` has their short names."""

from typing import Annotated

import typer

By = Annotated[str, typer.Option("--by", metavar="WHO", help="Who did it.")]
On = Annotated[str, typer.Option("--on", metavar="DATE", help="The day it happened.")]
Via = Annotated[
    str | None, typer.Option("--via", metavar="CHANNEL", help="phone, email, card, ...")
]
Note = Annotated[str | None, typer.Option("--note", metavar="TEXT", help="A remark to keep.")]
New = Annotated[bool, typer.Option("--new", help="An unknown name is somebody new for sure.")]
NoDue = Annotated[bool, typer.Option("--no-due", help="Record it, but open no obligations.")]
Quiet = Annotated[bool, typer.Option("--quiet", help="Say nothing when all went well.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for scripts.")]
Plain = Annotated[bool, typer.Option("--plain", help="Print rows for scripts, with tabs.")]
Ids = Annotated[list[str], typer.Argument(metavar="ID...", help="Due items, as due lists them.")]

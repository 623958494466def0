"""netlog restore"""

from typing import Annotated

import typer

from netlog.cli.options import Json, Quiet, Yes


def restore(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="A backup, as backup made it.")],
    yes: Yes = False,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Let the ledger hold what a backup holds.

    It shows first what would change. What was before is kept, and undo goes back to it.
    """
    from pathlib import Path

    from netlog.actions.restore import restore as go_back
    from netlog.cli.desk import open_desk
    from netlog.cli.showing import show
    from netlog.config import in_home
    from netlog.render import restore as rendered

    show(
        open_desk(context, ready=False),
        lambda desk: go_back(desk, file=in_home(Path(file))),
        rendered,
        quiet=quiet,
        json=json,
        confirmed=yes,
    )

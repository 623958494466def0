"""netlog backup"""

from typing import Annotated

import typer

from netlog.cli.options import Force, Json, Quiet, Text, argument
from netlog.cli.showing import show


def backup(
    context: typer.Context,
    file: Annotated[Text, argument("[FILE]", "Where to; else the folder of the backups.")] = None,
    force: Force = False,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Copy the ledger, and check the copy.

    Those in the folder are rotated: of the latest 7 days, 4 weeks and 12 months that have any, the
    newest stays.
    """
    from functools import partial

    from netlog.actions.backup import backup as back_up
    from netlog.cli.new_file import refuse_idle_force
    from netlog.config import file_named

    refuse_idle_force(file, "netlog backup FILE --force", force=force)
    target = None if file is None else file_named(file)
    show(context, partial(back_up, file=target, force=force), "backup", quiet=quiet, json=json)

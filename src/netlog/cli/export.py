"""netlog export"""

from typing import TYPE_CHECKING, Annotated

import typer

from netlog.cli.desk import open_desk
from netlog.cli.options import Force, Quiet, Text, argument, flag, option

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netlog.actions.desk import Desk


def export(
    context: typer.Context,
    file: Annotated[str, argument("FILE", "Where to; - prints it.")],
    as_format: Annotated[
        Text, option("--as", "FORMAT", "json, vcard, ics, csv or markdown; else by the ending.")
    ] = None,
    with_history: Annotated[
        bool, flag("--with-history", "JSON: with all commands, so that undo goes on.")
    ] = False,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Write the ledger, or a part of it, for other programs.

    JSON is all of it: import makes the same ledger again. The others are your contacts, what is
    open as a calendar, or a book to read.
    """
    from netlog.cli.new_file import STANDARD_OUTPUT, refuse_idle_force
    from netlog.ledger.file.cipher import looks_encrypted
    from netlog.render.export import FORMS, pieces
    from netlog.render.sink import print_file, say, tell

    refuse_idle_force(file, "netlog export FILE --force", force=force)
    form = _form(file, as_format, with_history=with_history)
    desk = open_desk(context)
    with pieces(form, desk, with_journal=with_history) as text:
        if file == STANDARD_OUTPUT:
            print_file(text)
            return
        _write(desk, file, text, force=force)
    if not quiet:
        say(f"{FORMS[form].label} in {file}.")
        if looks_encrypted(desk.ledger):
            tell("It can be read without the key of the ledger.")


def _form(file: str, as_format: str | None, *, with_history: bool) -> str:
    from netlog.errors import Unreadable
    from netlog.render.export import FORMS, form_of

    form = form_of(file) if as_format is None else as_format
    if form is None or form not in FORMS:
        what = f'"{as_format}" is no format.' if as_format else f"What to write into {file}?"
        raise Unreadable(what, f"--as FORMAT: {', '.join(FORMS)}.")
    if with_history and form != "json":
        raise Unreadable("Only JSON has room for the history.", "Leave --with-history out.")
    return form


def _write(desk: "Desk", file: str, text: "Iterator[str]", *, force: bool) -> None:
    from pathlib import Path

    from netlog.config import in_home
    from netlog.ledger.file.new_file import write_parts

    write_parts(in_home(Path(file)), text, desk.settings, force=force)

"""netlog export"""

from typing import TYPE_CHECKING, Annotated

import typer

from netlog.cli.desk import open_desk
from netlog.cli.options import Force, Quiet, Text, argument, flag, option

if TYPE_CHECKING:
    from netlog.actions.desk import Desk


def export(
    context: typer.Context,
    file: Annotated[str, argument("FILE", "Where to, a file or a folder; - prints it.")],
    as_format: Annotated[
        Text,
        option("--as", "FORMAT", "json, csv, table, vcard, ics or markdown; else by the ending."),
    ] = None,
    with_history: Annotated[
        bool, flag("--with-history", "JSON, CSV: with all commands, so that undo goes on.")
    ] = False,
    force: Force = False,
    quiet: Quiet = False,
) -> None:
    """Write the ledger, or a part of it, for other programs.

    JSON is all of it, and so is CSV, a folder with a table each: import makes the same ledger
    again. The others are your contacts, what is open as a calendar, or a book to read.
    """
    from netlog.cli.new_file import STANDARD_OUTPUT, refuse_idle_force
    from netlog.ledger.file.cipher import looks_encrypted
    from netlog.render.export import FORMS, pieces
    from netlog.render.sink import print_file, say, tell

    refuse_idle_force(file, "netlog export FILE --force", force=force)
    form = _form(file, as_format, with_history=with_history)
    desk = open_desk(context)
    if file == STANDARD_OUTPUT:
        with pieces(form, desk, with_journal=with_history) as text:
            print_file(text)
        return
    _write(desk, form, file, with_history=with_history, force=force)
    if not quiet:
        say(f"{FORMS[form].label} in {file}.")
        if looks_encrypted(desk.ledger):
            tell("It can be read without the key of the ledger.")


def _form(file: str, as_format: str | None, *, with_history: bool) -> str:
    from netlog.config import file_named
    from netlog.errors import Unreadable
    from netlog.render.export import FORMS, form_called, form_of

    file_named(file)  # refused before anything is asked about it
    form = form_of(file) if as_format is None else form_called(as_format)
    if form is None:
        what = f'"{as_format}" is no format.' if as_format else f"What to write into {file}?"
        raise Unreadable(what, f"--as FORMAT: {', '.join(FORMS)}.")
    _refuse_other_kind(file, form)
    if with_history and not FORMS[form].has_history:
        raise Unreadable(
            "Only JSON and a folder of CSV have room for the history.", "Leave --with-history out."
        )
    return form


def _refuse_other_kind(file: str, form: str) -> None:
    """Refuse the name of a file for a folder, and the other way round.

    Raises:
        Unreadable: it is one.
    """
    from netlog.cli.new_file import STANDARD_OUTPUT
    from netlog.errors import Unreadable, shell_word
    from netlog.render.export import FORMS, form_of

    name = file.rstrip("/")
    if FORMS[form].is_folder and (file == STANDARD_OUTPUT or form_of(file) == "table"):
        folder = "all" if file == STANDARD_OUTPUT else name.removesuffix(".csv") or "all"
        raise Unreadable(
            f"The whole ledger as {form} is a folder, and {file} is one file.",
            f"All of it: netlog export {shell_word(folder)}/. The contacts alone:"
            f" netlog export {shell_word(file)} --as table",
        )
    if not FORMS[form].is_folder and form_of(file) == "csv":
        named = f"{name}{FORMS[form].endings[0]}"
        raise Unreadable(
            f"{file} is the name of a folder, and {form} is one file.",
            f"netlog export {shell_word(named)} --as {form}",
        )


def _write(desk: "Desk", form: str, file: str, *, with_history: bool, force: bool) -> None:
    from netlog.config import file_named
    from netlog.ledger.file.new_file import write_parts
    from netlog.ledger.file.new_folder import write_folder
    from netlog.render.export import FORMS, pieces

    path = file_named(file)
    if not FORMS[form].is_folder:
        with pieces(form, desk, with_journal=with_history) as text:
            write_parts(path, text, desk.settings, force=force)
        return
    from netlog.exchange.own_tables import ENDING
    from netlog.ledger.file.everything import columns_of_all

    ours = {f"{table}{ENDING}" for table in columns_of_all(with_journal=True)}
    with pieces(form, desk, with_journal=with_history) as parts:
        write_folder(path, parts, ours, force=force)

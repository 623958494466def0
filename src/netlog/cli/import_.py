"""netlog import"""

from typing import TYPE_CHECKING, Annotated

from netlog.cli.options import Several, Text, Yes, argument, flag, option
from netlog.cli.showing import writes

if TYPE_CHECKING:
    from netlog.actions.desk import Desk
    from netlog.actions.importing.bringing import Imported


@writes("importing")
def import_(
    desk: "Desk",
    files: Annotated[list[str], argument("FILE...", "What was exported elsewhere; - is stdin.")],
    as_format: Annotated[Text, option("--as", "FORMAT", "What all of them are.")] = None,
    column: Annotated[
        Several, option("--column", "NAME=FIELD", "Which field a column of a table is.")
    ] = None,
    open_since: Annotated[
        Text, option("--open-since", "DATE", "Meetings since then open thank-yous.")
    ] = None,
    rejects: Annotated[
        Text, option("--rejects", "FILE", "Write there what could not be read, and why.")
    ] = None,
    dry_run: Annotated[bool, flag("--dry-run", "Only show what would come of it.")] = False,
    yes: Yes = False,
) -> "Imported":
    """Bring in contacts, meetings and promises from other programs.

    It shows first what would come of it. Nothing that is known is overwritten, and what was brought
    in before stays as it is. One undo takes it all back.
    """
    from netlog.actions.importing.bringing import How, bring_in
    from netlog.cli.files import sources

    if rejects is not None:
        _refuse_taken(rejects)
    mapping = dict(_pair(typed) for typed in column or [])
    how = How(as_format, mapping, open_since, dry_run=dry_run, yes=yes)
    imported = bring_in(desk, sources(files), how)
    if rejects is not None:
        _write(desk, rejects, imported)
    return imported


def _refuse_taken(rejects: str) -> None:
    """Refuse a file that is there already, before anything is written to the ledger."""
    from pathlib import Path

    from netlog.config import in_home
    from netlog.errors import Refused

    path = in_home(Path(rejects))
    hint = "Nothing was written. Name another file."
    if path.exists():
        raise Refused(f"There is a file {rejects} already.", hint)
    if not path.parent.is_dir():
        raise Refused(f"There is no folder for {rejects}.", hint)


def _write(desk: "Desk", rejects: str, imported: "Imported") -> None:
    from pathlib import Path

    from netlog.actions.importing.preview import told_unread
    from netlog.config import in_home
    from netlog.ledger.file.new_file import write_new

    lines = "".join(f"{told_unread(unread)}\n" for unread in imported.plan.unread)
    write_new(in_home(Path(rejects)), lines, desk.settings, force=False)


def _pair(typed: str) -> tuple[str, str]:
    from netlog.errors import Unreadable

    name, equals, field = typed.rpartition("=")
    if not equals or not name.strip():
        raise Unreadable(f'"{typed}" says of no column which field it is.', "--column NAME=FIELD")
    return name.strip(), field.strip()

"""netlog import"""

from typing import TYPE_CHECKING, Annotated

from netlog.cli.options import Force, Several, Text, Yes, argument, flag, option
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
        Text, option("--rejects", "FILE", "Write there what could not be brought in, and why.")
    ] = None,
    dry_run: Annotated[bool, flag("--dry-run", "Only show what would come of it.")] = False,
    yes: Yes = False,
    force: Force = False,
) -> "Imported":
    """Bring in contacts, meetings and promises from other programs.

    It shows first what would come of it. Nothing that is known is overwritten, and what was brought
    in before stays as it is. One undo takes it all back.
    """
    from netlog.actions.importing.bringing import bring_in
    from netlog.actions.importing.rejects import rejects as rejected
    from netlog.actions.importing.sources import How
    from netlog.cli.files import sources
    from netlog.cli.new_file import refuse_idle_force
    from netlog.config import file_named
    from netlog.ledger.file.new_file import write_parts
    from netlog.render.progress import report

    refuse_idle_force(rejects, "netlog import FILE --rejects FILE --force", force=force)
    if rejects is not None:
        _refuse_taken(rejects, files, force=force)
    mapping = dict(_pair(typed) for typed in column or [])
    how = How(as_format, mapping, open_since, dry_run=dry_run, yes=yes, heard=report)
    brought = sources(files)
    imported = bring_in(desk, brought, how)
    if rejects is not None and imported.plan.unread:
        with rejected(desk, brought, how, imported.plan) as parts:
            write_parts(file_named(rejects), parts, desk.settings, force=force)
    return imported


def _refuse_taken(rejects: str, files: list[str], *, force: bool) -> None:
    """Refuse a file that must stay as it is, before anything is written to the ledger."""
    from netlog.config import file_named
    from netlog.errors import Refused

    path = file_named(rejects)
    hint = "Nothing was written. Name another file."
    brought = [file_named(file) for file in files]
    if path.exists() and any(file.exists() and path.samefile(file) for file in brought):
        raise Refused(f"{rejects} is what is to be brought in.", hint)
    if path.exists() and not force:
        raise Refused(
            f"There is a file {rejects} already.",
            "Nothing was written. Name another, or add --force to replace it.",
        )
    if not path.parent.is_dir():
        raise Refused(f"There is no folder for {rejects}.", hint)


def _pair(typed: str) -> tuple[str, str]:
    from netlog.errors import Unreadable

    name, equals, field = typed.rpartition("=")
    if not equals or not name.strip():
        raise Unreadable(f'"{typed}" says of no column which field it is.', "--column NAME=FIELD")
    return name.strip(), field.strip()

"""The calendar file that the setting names, rewritten after each command that writes."""

from pathlib import Path

from netlog.actions.desk import Desk
from netlog.config import Settings
from netlog.errors import NetlogError


def keep_up(settings: Settings) -> None:
    """Write what is open into the calendar; a failure is a line, and what was told stands."""
    from netlog.ledger.file.new_file import write_parts
    from netlog.render.export import pieces
    from netlog.render.sink import tell

    path = Path(settings.calendar)
    try:
        with pieces("ics", Desk("", settings), with_journal=False) as text:
            write_parts(path, text, settings, force=True)
    except NetlogError as error:
        tell(f"netlog: the calendar is as it was: {error.message}")

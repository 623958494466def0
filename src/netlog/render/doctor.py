"""What doctor says."""

from collections.abc import Iterator, Mapping
from shlex import quote

from netlog.actions.doctor import Repaired
from netlog.domain.dates.days import day_text
from netlog.domain.health import Damage, Part
from netlog.render.lines import Line, put
from netlog.render.sink import say, say_document
from netlog.render.typed import typed
from netlog.views.doctor import Health

MOST = 20  # of what is wrong; more tells a person no more
_PARTS: Mapping[Part, str] = {
    "file": "The file",
    "journal": "The journal, which holds every command",
    "facts": "What was told",
    "items": "What follows from it",
    "words": "The index of words",
    "numbers": "Numbers, which are never to be given twice",
    "rights": "Who may read it",
    "days": "Days",
    "names": "Names, by which everybody is found",
    "copies": "Beside it",
}
_SOUND = (
    "the file and its rules, by SQLite",
    "every change of the journal, by its hash",
    "what was told, against the journal",
    "what follows from it, against the rules",
    "days, rights, and what lies beside it",
)


def print_text(health: Health) -> None:
    """Print for a person whether all is well, or what is not and what to do about it."""
    if health.is_sound:
        say("The ledger is sound.", *(f"  checked  {what}" for what in _SOUND), *_holds(health))
        return
    lines = [Line("Something is wrong with the ledger.")]
    for part, heading in _PARTS.items():
        damages = [damage for damage in health.damages if damage.part == part]
        if damages:
            lines += [Line(""), Line(heading, style="bold")]
            lines += [Line(damage.sentence, indent=2) for damage in damages[:MOST]]
        if len(damages) > MOST:
            lines.append(Line(f"... and {len(damages) - MOST} more: --json has all", indent=2))
    put([*lines, Line(""), *map(Line, _ways_out(health))])


def print_json(health: Health) -> None:
    """Print the same for a script."""
    say_document(
        sound=health.is_sound,
        damages=[_document(damage, health) for damage in health.damages],
        backups=[backup.path for backup in health.backups],
    )


def print_repaired(repaired: Repaired) -> None:
    """Print for a person what was mended."""
    lines = {
        "tables": ["Mended: what was told, and what follows from it, is as the journal has it."],
        "journal": [
            "Mended: the journal was damaged, and begins anew with all that was told.",
            "What was recorded before this cannot be taken back any more.",
        ],
    }
    say(*lines[repaired.mended], f"As it was: {repaired.as_it_was}")


def print_repaired_json(repaired: Repaired) -> None:
    """Print the same for a script."""
    say_document(mended=repaired.mended, as_it_was=repaired.as_it_was)


def _document(damage: Damage, health: Health) -> dict[str, object]:
    return {**damage._asdict(), "can_be_mended": damage.can_be_mended and health.is_mended}


def _holds(health: Health) -> Iterator[str]:
    if health.contents is not None:
        yield f"  holds    {health.contents.counted}"
    if health.backups:
        last = day_text(health.backups[0].made_at.date(), health.today)
        yield f"  backups  {len(health.backups)}, the last of {last}"
    else:
        yield "  backups  none yet: netlog backup makes one"


def _ways_out(health: Health) -> Iterator[str]:
    if any(damage.can_be_mended for damage in health.damages):
        if health.is_mended:
            yield f"To mend it, after a backup: {typed('doctor --repair')}"
        else:
            yield "It cannot be mended from within."
        if health.backups:
            last = typed(f"restore {quote(str(health.backups[0].path))}")
            yield f"To go back to the last backup: {last}"
        elif not health.is_mended:
            yield f"To go back to a backup of yours: {typed('restore FILE')}"
    if any(damage.part == "names" for damage in health.damages):
        yield "To have them found again: netlog export FILE.json, and then"
        yield "netlog --ledger NEW import FILE.json"

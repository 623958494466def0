"""What is told of a migration, on standard error, whatever command came upon the older file."""

import sys
from collections.abc import Mapping

from netlog.domain.migrated import Changed, Migrated, Stage
from netlog.domain.wording import count
from netlog.render.sink import tell

_STAGES: Mapping[Stage, str] = {
    "backup": "copying it first",
    "facts": "reading what was told",
    "postings": "working out what is owed",
    "journal": "writing it all down",
}


def show_progress(stage: Stage) -> None:
    """Tell how far it is, to somebody who waits at a terminal."""
    if sys.stderr is not None and sys.stderr.isatty():
        place = list(_STAGES).index(stage) + 1
        tell(f"Bringing the ledger up to date, {place} of {len(_STAGES)}: {_STAGES[stage]} ...")


def tell_migrated(migrated: Migrated) -> None:
    """Tell what was done, where the copy is, and which items are otherwise now."""
    tell(f"netlog: the ledger is now of format {migrated.version}. As it was: {migrated.backup}")
    if migrated.changed is not None:
        tell(
            f"  It holds {_facts(migrated.facts)}.",
            f"  {_otherwise(migrated.changed)}",
            "  What was recorded before this cannot be taken back any more.",
        )


def _facts(facts: Mapping[str, int]) -> str:
    said = facts["acknowledgement"] + facts["statement"] + facts["interval"]
    words = f"{count(facts['event'], 'event')} and {count(said, 'word')} about them"
    return f"{words}, with {count(facts['contact'] - 1, 'contact')}"


def _otherwise(changed: Changed) -> str:
    if not any(changed):
        return "Every item is as it was."
    how = {
        "otherwise settled": changed.standing,
        "due on another day": changed.due_on,
        "gone": changed.dropped,
        "new": changed.new,
    }
    changes = ", ".join(f"{number} {what}" for what, number in how.items() if number)
    return f"Not every item is as it was: {changes}."

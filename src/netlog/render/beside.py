"""What every command tells of copies of the ledger that are beside it, on standard error."""

from collections.abc import Sequence
from pathlib import Path

from netlog.errors import shell_word
from netlog.render.sink import tell
from netlog.render.typed import typed


def tell_left(file: Path, ledger: Path) -> None:
    """Tell that there is no ledger, and which file beside its place may be a copy of it."""
    tell(
        f"netlog: there is no ledger at {ledger}, but what may be a copy of it: {file.name}",
        f"  {typed(f'restore {shell_word(str(file))}')} goes on with it.",
    )


def tell_beside(copies: Sequence[Path]) -> None:
    """Tell that there are copies beside the ledger which hold what it does not."""
    for path in copies:
        tell(
            f"netlog: there is a conflicted copy beside the ledger: {path.name}",
            f"  {typed(f'join {shell_word(str(path))}')} takes it in.",
        )

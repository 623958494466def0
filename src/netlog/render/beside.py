"""What every command tells of copies of the ledger that are beside it, on standard error."""

from collections.abc import Sequence
from pathlib import Path

from netlog.errors import shell_word
from netlog.render.sink import tell
from netlog.render.typed import typed


def tell_left(file: Path, ledger: Path) -> None:
    """Tell that there is no ledger any more, and which file beside its place goes on with it."""
    tell(
        f"netlog: there is no ledger at {ledger} any more, but a copy of one: {file.name}",
        f"  {typed(f'restore {shell_word(str(file))}')} goes on with it.",
    )


def tell_beside(copies: Sequence[Path]) -> None:
    """Tell that there are copies beside the ledger which hold what it does not."""
    for path in copies:
        tell(
            f"netlog: there is a conflicted copy beside the ledger: {path.name}",
            f"  {typed(f'join {shell_word(str(path))}')} takes it in.",
        )

"""Whether there are copies of the ledger beside it that could be joined."""

from collections.abc import Sequence
from pathlib import Path


def conflicted_copies(ledger: Path) -> Sequence[Path]:
    """The copies beside a ledger that hold what it does not, by name."""
    from netlog.ledger.file.beside import conflicted_copies as beside

    return beside(ledger)

"""What backup says."""

from shlex import quote

from netlog.actions.backup import BackedUp
from netlog.domain.dates.days import day_text
from netlog.domain.wording import count
from netlog.render.sink import say, say_document
from netlog.render.typed import typed


def print_text(backed_up: BackedUp) -> None:
    """Print for a person where the copy is, and how to go back to it."""
    from rich.filesize import decimal

    lines = [f"The ledger is copied, and the copy checked: {decimal(backed_up.size)}"]
    lines.append(f"  {backed_up.file}")
    if backed_up.oldest is not None:
        others = count(len(backed_up.others), "other backup")
        oldest = day_text(backed_up.oldest.date(), backed_up.today)
        lines.append(f"Beside it: {others}, the oldest of {oldest}.")
    back = typed(f"restore {quote(str(backed_up.file))}")
    say(*lines, f"Go back to it with: {back}")


def print_json(backed_up: BackedUp) -> None:
    """Print for a script where the copy is."""
    say_document(
        file=backed_up.file,
        bytes=backed_up.size,
        others=[other.path for other in backed_up.others],
    )

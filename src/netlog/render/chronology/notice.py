"""What whoever asked for a chronology is told beside it."""

from netlog.domain.chronology.extract import Extracted
from netlog.domain.wording import UNNAMED, Wording, count
from netlog.render.sink import tell


def tell_before_it_is_sent(part: Extracted, wording: Wording) -> None:
    """Say what others would read of the one who keeps the ledger."""
    if wording.my_name == UNNAMED and (part.shown.facts or part.shown.follow_ups):
        tell('You are called "you" in it. To be named: netlog config set owner NAME')
    if part.notes:
        tell(f"It quotes {count(part.notes, 'note')} of yours; --no-notes leaves them out.")

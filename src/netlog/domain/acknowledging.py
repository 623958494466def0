"""Between whom a thank-you or an apology can be."""

from netlog.domain.records import AcknowledgementKind
from netlog.errors import Refused


def refuse_between(kind: AcknowledgementKind, author: int, recipient: int, me: int) -> None:
    """Refuse a thank-you or an apology to oneself, or among others.

    Raises:
        Refused: it is one.
    """
    word = {"thanks": "thank", "apology": "apologise to"}[kind]
    if author == recipient:
        verb = {"thanks": "thank", "apology": "apologize"}[kind]
        raise Refused(
            f"Nobody needs to {word} themselves.",
            f"Yours: netlog {verb} WHO. Somebody else's to you: netlog {verb} me --by WHO.",
        )
    if me not in (author, recipient):
        raise Refused(f"Whom others {word} is not yours to track.")

"""Between whom a thank-you or an apology can be."""

from netlog.domain.events.voucher import Voucher
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


def to_thank_for(voucher: Voucher, author: int, me: int) -> list[int]:
    """Whom a thank-you for an event is for: of an introduction who gave it, else all the others.

    Raises:
        Refused: there is nobody: it was not with the author and me, or the author gave it.
    """
    number = voucher.event.id
    if not {author, me} <= voucher.contacts:
        raise Refused(
            f"You and who says thanks were not both in e{number}.",
            f"netlog history e{number} shows who was.",
        )
    if voucher.event.kind == "introduction":
        others = [voucher.who("introducer")]
    else:
        others = list(voucher.others(me)) if author == me else [me]
    if others == [author]:
        raise Refused(
            f"Thanks for e{number} are owed to who gave it.",
            f"Theirs to you: netlog thank e{number} --by WHO",
        )
    return others


def refuse_thanks_of(voucher: Voucher, author: int, recipient: int, me: int) -> None:
    """Refuse a thank-you for an event to somebody whom that does not make the author owe one.

    Raises:
        Refused: there is nobody to thank, or it is somebody else.
    """
    if recipient not in to_thank_for(voucher, author, me):
        number = voucher.event.id
        raise Refused(
            f"Thanks for e{number} are owed to somebody else.",
            f"netlog history e{number} shows whom it is with.",
        )

"""Saying what came of an introduction."""

from netlog.actions.book import Book, enter
from netlog.actions.desk import Desk
from netlog.actions.receipt import Receipt
from netlog.actions.recording import How
from netlog.domain.ids import read_subject
from netlog.domain.projection.checking import refuse_silence_after_an_answer
from netlog.domain.records import Finding
from netlog.ledger.read.facts import checked_by, voucher
from netlog.ledger.write import telling


def check(desk: Desk, how: How, *, subject: str, finding: Finding) -> Receipt:
    """Say what came of an introduction, that I asked about today.

    Args:
        desk: the settings of the command.
        how: the day on which it was so, the channel, a note.
        subject: the introduction, or one of its check-ins.
        finding: what came of asking.

    Raises:
        Refused, Unreadable: it is known already, could not be, or cannot be read.
    """
    draft = how.statement(desk, finding)._replace(day=desk.today)

    def decide(book: Book) -> Receipt:
        checked = checked_by(book.connection, read_subject(subject), draft.said_on)
        refuse_silence_after_an_answer(checked, finding, draft.said_on)
        introduction = voucher(book.connection, checked.introduction.event_id)
        statement = telling.tell(
            book.rows, draft._replace(event_id=introduction.event.id, terms_id=book.terms_id)
        )
        difference = book.tell([statement], [introduction], introduction.contacts)
        wording = book.wording(difference, introduction.contacts)
        return Receipt(wording, difference, statements=(statement,), about=introduction)

    return enter(desk, decide)

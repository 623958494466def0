"""Saying what came of an introduction."""

from netlog.actions.book import Book
from netlog.actions.desk import Desk
from netlog.actions.receipt import Receipt, statement_receipt
from netlog.domain.ids import read_subject
from netlog.domain.projection.checking import refuse_silence_after_an_answer
from netlog.domain.records import Finding, Statement
from netlog.domain.text import optional_text
from netlog.ledger.read.facts import checked_by, voucher
from netlog.ledger.write import telling
from netlog.ledger.write.change import Writer, write


def check(
    desk: Desk,
    *,
    subject: str,
    finding: Finding,
    on: str = "today",
    via: str | None = None,
    note: str | None = None,
) -> Receipt:
    """Say what came of an introduction, that I asked about today.

    Args:
        desk: the settings of the command.
        subject: the introduction, or one of its check-ins.
        finding: what came of asking.
        on: the day on which it was so.
        via: the channel.
        note: a remark.

    Raises:
        Refused, Unreadable: it is known already, could not be, or cannot be read.
    """
    draft = Statement(
        id=0,
        kind=finding,
        said_on=desk.past_day(on),
        day=desk.today,
        via=optional_text(via, "The channel"),
        note=optional_text(note, "The note"),
    )

    def run(writer: Writer) -> Receipt:
        book = Book(desk, writer)
        checked = checked_by(writer.connection, read_subject(subject))
        refuse_silence_after_an_answer(checked, finding, draft.said_on)
        introduction = voucher(writer.connection, checked.introduction.event_id)
        statement = telling.add_statement(
            writer.rows, draft._replace(event_id=introduction.event.id, terms_id=book.terms_id)
        )
        difference = book.tell([statement], [introduction], introduction.contacts)
        return statement_receipt(book, [statement], difference, introduction)

    return write(desk.ledger, desk.command, run)

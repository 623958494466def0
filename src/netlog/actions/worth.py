"""Saying what business came of an introduction."""

from netlog.actions.book import Book, enter
from netlog.actions.desk import Desk
from netlog.actions.receipt import Receipt
from netlog.actions.recording import How
from netlog.domain.ids import read_subject
from netlog.domain.money import read_amount
from netlog.domain.projection.checking import refuse_before_it_was_made
from netlog.domain.projection.difference import Difference
from netlog.domain.worth import NOTHING, in_all, refuse_idle, taken_back, taken_back_on
from netlog.ledger.read.facts import checked_by, voucher
from netlog.ledger.read.worth import said_of_worth
from netlog.ledger.write import telling


def worth(desk: Desk, how: How, *, subject: str, amount: str) -> Receipt:
    """Say what business came of an introduction on a day; nothing takes back what was said so far.

    Args:
        desk: the settings of the command.
        how: the day, the channel, a note.
        subject: the introduction, or one of its check-ins.
        amount: what it was worth.

    Raises:
        Refused, Unreadable: it was before the introduction, takes nothing back, or cannot be read.
    """
    draft = how.statement(desk, "worth")._replace(worth=read_amount(amount, desk.settings.currency))

    def decide(book: Book) -> Receipt:
        checked = checked_by(book.connection, read_subject(subject), draft.said_on)
        introduced = checked.introduction
        refuse_before_it_was_made(introduced, draft.said_on)
        statement = telling.tell(book.rows, draft._replace(event_id=introduced.event_id))
        said = said_of_worth(book.connection, introduced.event_id)
        refuse_idle(said, statement)
        about = voucher(book.connection, introduced.event_id)
        asks = statement.worth != NOTHING and checked.open("check-outcome") is not None
        return Receipt(
            book.wording(Difference(), about.contacts),
            Difference(),
            statements=(statement,),
            about=about,
            worth=in_all(said),
            takes_back=taken_back(said, statement),
            taken_back_on=taken_back_on(said, statement),
            is_happy_open=asks,
        )

    return enter(desk, decide)

"""netlog reopen"""

from typing import TYPE_CHECKING, Annotated

import typer

from netlog.cli.asking import Answers, asking
from netlog.cli.book import Book
from netlog.cli.desk import open_desk
from netlog.cli.options import Json, Ledger, Quiet

if TYPE_CHECKING:
    from netlog.ledger.write.change import Writer
    from netlog.render.reopened import Reopened


def reopen(
    context: typer.Context,
    item: Annotated[str, typer.Argument(metavar="ID", help="The item that is not settled so.")],
    quiet: Quiet = False,
    json: Json = False,
    ledger: Ledger = None,
) -> None:
    """Take back how an item ended, whatever was recorded since.

    The command that settled it is taken back whole: a thank-you for four opens all four.
    """
    from netlog.ledger.write.change import write
    from netlog.render import reopened as rendered

    desk = open_desk(context, ledger)

    def attempt(answers: Answers) -> "Reopened":
        def run(writer: "Writer") -> "Reopened":
            return _reopen(Book(desk, writer, answers=answers), item)

        return write(desk.ledger, desk.command, run)

    reopened = asking(attempt)
    if json:
        rendered.print_json(reopened)
    elif not quiet:
        rendered.print_text(reopened)


def _reopen(book: Book, typed: str) -> "Reopened":
    from netlog.domain.editing import Difference
    from netlog.domain.ids import read_item_id
    from netlog.domain.items import Item
    from netlog.domain.records import Obligation
    from netlog.domain.reopening import last_word, refuse_more_than_settling
    from netlog.ledger.read.contacts import names_by_id
    from netlog.ledger.read.items import contacts_in, items
    from netlog.ledger.read.records import select_in
    from netlog.ledger.write import reopening
    from netlog.render.reopened import Reopened
    from netlog.render.wording import Wording

    connection = book.writer.connection
    item = book.item(read_item_id(typed).number)
    operations = reopening.settling_operations(connection, last_word(item).id)
    refuse_more_than_settling((one.table for one in operations), item)

    def these() -> dict[int, Item]:
        ids = {item.obligation.id, *reopening.obligations_in(operations)}
        found = items(connection, select_in(connection, Obligation, "id", ids))
        return {one.obligation.id: one for one in found}

    before = these()
    reopening.take_back(book.writer.rows, operations, item.obligation.id)
    after = these()
    names = names_by_id(connection, contacts_in([*before.values(), *after.values()]))
    reopened = Reopened(Wording(names, book.me, book.desk.today), item, Difference(before, after))
    book.writer.summary = reopened.summary
    return reopened

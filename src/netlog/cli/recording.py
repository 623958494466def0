"""What every command that writes does: one transaction, one entry, one receipt."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from netlog.cli.asking import Answers, asking
from netlog.cli.book import Book
from netlog.cli.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable

    from netlog.domain.projection.entries import Entry
    from netlog.domain.records import Party
    from netlog.ledger.write.change import Writer
    from netlog.render.receipt import Receipt


@dataclass(frozen=True, slots=True)
class How:
    """How to record: with or without obligations, and what to say about it."""

    new: bool = False
    no_due: bool = False
    quiet: bool = False
    json: bool = False


def record(desk: Desk, how: How, decide: "Callable[[Book], Entry]") -> None:
    """Record what `decide` makes of the ledger, and print the receipt.

    Args:
        desk: the settings of the command.
        how: the flags that the recording commands share.
        decide: resolves the names in the book and calls the one rule of the domain.
    """
    from netlog.ledger.write.change import write

    def attempt(answers: Answers) -> "Receipt":
        def run(writer: "Writer") -> "Receipt":
            book = Book(desk, writer, how.new, answers=answers)
            entry = decide(book)
            return _post(book, entry.without_obligations() if how.no_due else entry)

        return write(desk.ledger, desk.command, run)

    show(asking(attempt), how)


def show(receipt: "Receipt", how: How) -> None:
    """Print a receipt in the form that was asked for."""
    from netlog.render import receipt as rendered

    if how.json:
        rendered.print_json(receipt)
    elif not how.quiet:
        rendered.print_text(receipt)


def _post(book: Book, entry: "Entry") -> "Receipt":
    from netlog.ledger.read.contacts import names_by_id
    from netlog.ledger.read.items import contacts_in, items
    from netlog.ledger.write.post import post
    from netlog.render.receipt import Receipt, summary
    from netlog.render.wording import Wording

    connection = book.writer.connection
    posted = post(book.writer.rows, entry)
    opened = items(connection, posted.opened)
    settled = items(connection, [draft.obligation for draft in entry.settles])
    tried = items(connection, posted.tried_again)
    hidden = items(connection, posted.hidden)
    involved = contacts_in([*opened, *settled, *tried, *hidden])
    checked = _checked(book, entry)
    involved |= {party.contact_id for party in (*posted.parties, *checked)}
    receipt = Receipt(
        wording=Wording(
            names_by_id(connection, involved),
            book.me,
            book.desk.today,
            currency=book.desk.settings.currency,
        ),
        created=book.created,
        event=posted.event,
        parties=posted.parties,
        opened=opened,
        settled=list(zip(entry.settles, settled, strict=True)),
        tried=tried,
        hidden=hidden,
        outcomes=entry.outcomes,
        checked=checked,
    )
    book.writer.summary = summary(receipt)
    return receipt


def _checked(book: Book, entry: "Entry") -> "tuple[Party, ...]":
    from netlog.ledger.read.facts import parties

    if entry.event is not None or not entry.outcomes:
        return ()
    return parties(book.writer.connection, entry.outcomes[0].event_id)

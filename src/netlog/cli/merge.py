"""netlog merge"""

from typing import TYPE_CHECKING, Annotated

import typer

from netlog.cli.asking import Answers, asking
from netlog.cli.book import Book
from netlog.cli.desk import open_desk
from netlog.cli.options import Json, Ledger, Quiet

if TYPE_CHECKING:
    from netlog.ledger.write.change import Writer
    from netlog.render.merged import Merged


def merge(
    context: typer.Context,
    keep: Annotated[str, typer.Argument(metavar="KEEP", help="The contact that stays.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The same one, once more.")],
    quiet: Quiet = False,
    json: Json = False,
    ledger: Ledger = None,
) -> None:
    """Make one contact of two: all history moves to the first."""
    from netlog.ledger.write.change import write
    from netlog.render import merged as rendered

    desk = open_desk(context, ledger)

    def attempt(answers: Answers) -> "Merged":
        def run(writer: "Writer") -> "Merged":
            return _merge(Book(desk, writer, answers=answers), keep, other)

        return write(desk.ledger, desk.command, run)

    merged = asking(attempt)
    if json:
        rendered.print_json(merged)
    elif not quiet:
        rendered.print_text(merged)


def _merge(book: Book, typed_keep: str, typed_other: str) -> "Merged":
    from netlog.cli.replaying import tell_words_again
    from netlog.domain.people.merging import refuse_member, refuse_to_be_alone, refuse_to_merge
    from netlog.ledger.read.contacts import names_by_id
    from netlog.ledger.read.items import contacts_in
    from netlog.ledger.write.merge import merge as make_one
    from netlog.ledger.write.merge import shared_events
    from netlog.render.merged import Merged
    from netlog.render.wording import Wording

    connection, rows = book.writer.connection, book.writer.rows
    keep, other = book.known(typed_keep), book.known(typed_other)
    refuse_to_merge(keep, other)
    refuse_member(keep, other)
    shared = shared_events(connection, keep, other)
    refuse_to_be_alone(shared, other)
    moved = make_one(connection, rows, keep, other)
    difference = tell_words_again(book, keep.id)
    involved = [*moved.dropped, *difference.before.values(), *difference.after.values()]
    others = contacts_in(involved) - {other.id}
    names = {**names_by_id(connection, others), other.id: other.name}
    merged = Merged(
        wording=Wording(names, book.me, book.desk.today),
        keep=keep,
        other=other,
        moved=moved,
        shared=[event for event, _ in shared],
        difference=difference,
    )
    book.writer.summary = merged.summary
    return merged

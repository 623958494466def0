"""netlog check"""

from typing import TYPE_CHECKING, Annotated

import typer

from netlog.cli.asking import can_ask, choose
from netlog.cli.desk import open_desk
from netlog.cli.options import Json, Ledger, Note, On, Quiet, Via
from netlog.cli.recording import How, record

if TYPE_CHECKING:
    from netlog.cli.book import Book
    from netlog.domain.checking import Finding
    from netlog.domain.entries import Entry


def check(
    context: typer.Context,
    subject: Annotated[
        str, typer.Argument(metavar="ID|EVENT", help="A check-in, or the introduction itself.")
    ],
    responded: Annotated[bool, typer.Option("--responded", help="They answered.")] = False,
    silent: Annotated[bool, typer.Option("--silent", help="Asked; nothing yet.")] = False,
    happy: Annotated[bool, typer.Option("--happy", help="Both are happy.")] = False,
    on: On = "today",
    via: Via = None,
    note: Note = None,
    quiet: Quiet = False,
    json: Json = False,
    ledger: Ledger = None,
) -> None:
    """Record what came of an introduction."""
    desk = open_desk(context, ledger)
    finding = _finding(responded=responded, silent=silent, happy=happy)

    def decide(book: "Book") -> "Entry":
        from netlog.domain import checking
        from netlog.domain.ids import EventId, read_id
        from netlog.domain.text import optional_text

        meant = read_id(subject)
        if isinstance(meant, EventId):
            event_id = meant.number
        else:
            event_id = checking.introduction_of(book.item(meant.number))
        answer = checking.Answer(
            on=desk.past_day(on),
            asked_on=desk.today,
            via=optional_text(via, "The channel"),
            note=optional_text(note, "The note"),
        )
        return checking.check(book.checked(event_id), finding, answer, desk.terms, book.me)

    record(desk, How(quiet=quiet, json=json), decide)


def _ask() -> "list[Finding]":
    findings: dict[str, Finding] = {"1": "responded", "2": "silent", "3": "happy"}
    answer = choose(
        "What came of it?",
        [("1", "they answered"), ("2", "nothing yet"), ("3", "both are happy")],
    )
    return [] if answer is None else [findings[answer]]


def _finding(*, responded: bool, silent: bool, happy: bool) -> "Finding":
    from netlog.errors import Unreadable

    given: list[Finding] = []
    given += ["responded"] * responded
    given += ["silent"] * silent
    given += ["happy"] * happy
    if not given and can_ask():
        given += _ask()
    if len(given) != 1:
        raise Unreadable(
            "Say what came of it, with exactly one of --responded, --silent and --happy.",
            "netlog check e12 --happy",
        )
    return given[0]

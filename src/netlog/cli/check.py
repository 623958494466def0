"""netlog check"""

from typing import TYPE_CHECKING, Annotated

import typer

from netlog.cli.asking import can_ask, choose
from netlog.cli.desk import Desk, open_desk
from netlog.cli.options import Json, Ledger, Note, On, Quiet, Via
from netlog.cli.recording import How, record

if TYPE_CHECKING:
    from netlog.cli.book import Book
    from netlog.domain.projection.checking import Answer, CheckedIntroduction, Finding
    from netlog.domain.projection.entries import Entry
    from netlog.ledger.file.access import Connection


def check(
    context: typer.Context,
    subject: Annotated[
        str, typer.Argument(metavar="ID|EVENT", help="A check-in, or the introduction itself.")
    ],
    responded: Annotated[bool, typer.Option("--responded", help="They answered.")] = False,
    silent: Annotated[
        bool, typer.Option("--silent", help="Asked: they have heard nothing yet.")
    ] = False,
    happy: Annotated[bool, typer.Option("--happy", help="Both are happy.")] = False,
    on: On = "today",
    via: Via = None,
    note: Note = None,
    quiet: Quiet = False,
    json: Json = False,
    ledger: Ledger = None,
) -> None:
    """Record what came of an introduction."""
    from netlog.domain.projection import checking
    from netlog.domain.text import optional_text

    desk = open_desk(context, ledger)
    answer = checking.Answer(
        on=desk.past_day(on),
        asked_on=desk.today,
        via=optional_text(via, "The channel"),
        note=optional_text(note, "The note"),
    )
    finding = _given(responded=responded, silent=silent, happy=happy)
    if finding is None and can_ask():
        finding = _asked(desk, subject, answer)
    if finding is None:
        raise _say_what_came_of_it()
    found = finding

    def decide(book: "Book") -> "Entry":
        checked = _checked(book.writer.connection, subject)
        return checking.check(checked, found, answer, desk.terms, book.me)

    record(desk, How(quiet=quiet, json=json), decide)


def _given(*, responded: bool, silent: bool, happy: bool) -> "Finding | None":
    given: list[Finding] = []
    given += ["responded"] * responded
    given += ["silent"] * silent
    given += ["happy"] * happy
    if len(given) > 1:
        raise _say_what_came_of_it()
    return given[0] if given else None


def _say_what_came_of_it() -> Exception:
    from netlog.errors import Unreadable

    return Unreadable(
        "Say what came of it, with exactly one of --responded, --silent and --happy.",
        "netlog check e12 --happy",
    )


def _checked(connection: "Connection", subject: str) -> "CheckedIntroduction":
    """The introduction that was typed, itself or by one of its items."""
    from netlog.domain.ids import EventId, read_id
    from netlog.domain.projection.checking import introduction_of
    from netlog.ledger.read.facts import checked
    from netlog.ledger.read.items import item

    meant = read_id(subject)
    if isinstance(meant, EventId):
        return checked(connection, meant.number)
    return checked(connection, introduction_of(item(connection, meant.number)))


def _asked(desk: Desk, subject: str, answer: "Answer") -> "Finding | None":
    """Ask what came of it, with those answers that the rules would take."""
    from netlog.domain.ids import read_id
    from netlog.errors import NoSuchItem
    from netlog.ledger.file.access import reading
    from netlog.ledger.file.identity import NoLedgerYet
    from netlog.ledger.read.contacts import names_by_id
    from netlog.ledger.read.records import me
    from netlog.render.question import about_introduction
    from netlog.render.wording import Wording

    try:
        with reading(desk.ledger) as connection:
            checked, owner = _checked(connection, subject), me(connection)
            involved = {checked.introduction.client, checked.introduction.provider}
            wording = Wording(names_by_id(connection, involved), owner, desk.today)
    except NoLedgerYet as error:
        meant = read_id(subject)
        raise NoSuchItem(meant.what, meant) from error
    findings = _possible(desk, checked, answer, owner)
    question, choices = about_introduction(wording, checked, findings)
    numbered = {str(number): finding for number, (finding, _) in enumerate(choices, 1)}
    labels = zip(numbered, (label for _, label in choices), strict=True)
    chosen = choose(question, list(labels))
    return None if chosen is None else numbered[chosen]


def _possible(
    desk: Desk, checked: "CheckedIntroduction", answer: "Answer", owner: int
) -> "list[Finding]":
    """The findings that would not be refused.

    Raises:
        Refused: all of them would be; the reason for the last one.
    """
    from netlog.domain.projection.checking import check
    from netlog.errors import Refused

    findings: list[Finding] = []
    refusal: Refused | None = None
    for finding in _FINDINGS:
        try:
            check(checked, finding, answer, desk.terms, owner)
        except Refused as error:
            refusal = error
        else:
            findings.append(finding)
    if refusal is not None and not findings:
        raise refusal
    return findings


_FINDINGS: "tuple[Finding, ...]" = ("responded", "silent", "happy")

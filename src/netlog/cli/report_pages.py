"""`report --html`: the report, or the ranking and the network, as a page of its own."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from netlog.cli.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Mapping

    from netlog.domain.report import Report
    from netlog.render.wording import Wording

STANDARD_OUTPUT = Path("-")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Where a page is to go: `file` may be `-`; `force` replaces what is there."""

    file: Path
    force: bool
    json: bool


def wanted(html: Path | None, *, force: bool, json: bool) -> Wanted | None:
    """What the options ask for; None where they ask for no page.

    Raises:
        Unreadable: they make no sense together.
    """
    from netlog.errors import Unreadable

    if html is None:
        if force:
            raise Unreadable("--force is for a file.", "netlog report WHO --html FILE --force")
        return None
    if json and html == STANDARD_OUTPUT:
        raise Unreadable(
            "Standard output is one document: the page, or JSON.",
            "netlog report WHO --html FILE --json",
        )
    return Wanted(html, force, json)


def put_person(assessed: "Report", wording: "Wording", desk: Desk, to: Wanted) -> None:
    """Write the page of one report.

    Raises:
        Refused, FileUnwritable: it cannot go where it was to go.
    """
    from netlog.render.pages.person import person_page
    from netlog.render.report import report_document

    document = report_document(assessed, wording)
    contact = assessed.dossier.contact
    whom = "you" if contact.is_me else contact.name
    _put(person_page(document), document, f"The report on {whom}", desk, to)


def _put(page: str, document: "Mapping[str, Any]", what: str, desk: Desk, to: Wanted) -> None:
    from netlog.cli.new_file import write_new
    from netlog.render.sink import print_page, say, say_json

    if to.file == STANDARD_OUTPUT:
        print_page(page)
        return
    write_new(to.file, page, ledger=desk.ledger, force=to.force)
    if to.json:
        say_json({**document, "file": str(to.file)})
    else:
        say(f"{what} is in {to.file}.")

"""`report --html`: the report, or the ranking and the network, as a page of its own."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from netlog.cli.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from netlog.domain.report.dossier import Report
    from netlog.domain.score.what_if import Change
    from netlog.render.wording import Wording


@dataclass(frozen=True, slots=True)
class Wanted:
    """Where a page is to go.

    `file` may be `-` for standard output; `force` replaces what is there; `json` prints what is on
    the page as well.
    """

    file: str
    force: bool
    json: bool


def wanted(html: str | None, *, force: bool, json: bool) -> Wanted | None:
    """What the options ask for; None where they ask for no page.

    Raises:
        Unreadable: they make no sense together.
    """
    from netlog.cli.new_file import STANDARD_OUTPUT, refuse_idle_force
    from netlog.errors import Unreadable

    refuse_idle_force(html, "netlog report WHO --html FILE --force", force=force)
    if html is None:
        return None
    if json and html == STANDARD_OUTPUT:
        raise Unreadable(
            "Standard output is one document: the page, or JSON.",
            "netlog report WHO --html FILE --json",
        )
    return Wanted(html, force, json)


def put_person(
    assessed: "Report", wording: "Wording", changes: "Sequence[Change]", desk: Desk, to: Wanted
) -> None:
    """Write the page of one report.

    Raises:
        Refused, FileUnwritable: it cannot go where it was to go.
    """
    from netlog.render.pages.person import person_page
    from netlog.render.report import report_document

    document = report_document(assessed, wording, changes)
    contact = assessed.dossier.contact
    whom = "you" if contact.is_me else contact.name
    _put(person_page(document), document, f"The report on {whom}", desk, to)


def put_everybody(
    desk: Desk,
    skill: str | None,
    limit: int | None,
    to: Wanted,
) -> None:
    """Write the page of the ranking, with the network of introductions around those who are in it.

    Args:
        desk: the settings.
        skill: the one that they have; None for everybody.
        limit: at most so many in the ranking.
        to: where.

    Raises:
        NoLedgerYet: there is nothing to show.
        Refused, FileUnwritable: it cannot go where it was to go.
    """
    from netlog.cli.ranking import describe, find_places
    from netlog.ledger.file.access import reading
    from netlog.ledger.read.contacts import names_by_id
    from netlog.ledger.read.network import latest_introductions, people_in
    from netlog.ledger.read.records import me
    from netlog.render.pages.ranking import MOST_LISTED, network_document, ranking_page
    from netlog.render.ranking import ranking_items
    from netlog.render.wording import Wording

    with reading(desk.ledger) as connection:
        found = describe(connection, desk, find_places(connection, desk, skill)[:limit])
        contacts = [one.place.contact.id for one in found]
        among = None if skill is None and limit is None else contacts
        introductions, number = latest_introductions(connection, MOST_LISTED, among)
        names = names_by_id(connection, people_in(introductions))
        wording = Wording(names, me(connection), desk.today, currency=desk.settings.currency)
    items = ranking_items(found)
    document = network_document(items, introductions, number, wording, skill)
    _put(ranking_page(document), document, "The page", desk, to)


def put_referrers(desk: Desk, items: "Sequence[Mapping[str, object]]", to: Wanted) -> None:
    """Write the page of those who gave introductions.

    Raises:
        Refused, FileUnwritable: it cannot go where it was to go.
    """
    from netlog.render.pages.referrers import referrers_document, referrers_page

    document = referrers_document(items, desk.today, desk.settings.currency)
    _put(referrers_page(document), document, "The page", desk, to)


def _put(page: str, document: "Mapping[str, Any]", what: str, desk: Desk, to: Wanted) -> None:
    from netlog.cli.new_file import STANDARD_OUTPUT, write_new
    from netlog.render.sink import print_page, say, say_json

    if to.file == STANDARD_OUTPUT:
        print_page(page)
        return
    file = Path(to.file)
    write_new(file, page, ledger=desk.ledger, force=to.force)
    if to.json:
        say_json({**document, "file": str(file)})
    else:
        say(f"{what} is in {file}.")

"""`report --html`: the report, or the ranking and the network, as a page of its own."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from netlog.actions.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from netlog.domain.wording import Wording
    from netlog.views.report import Assessment


@dataclass(frozen=True, slots=True)
class Target:
    """Where a page is to go.

    `file` may be `-` for standard output; `force` replaces what is there; `json` prints what is on
    the page as well.
    """

    file: str
    force: bool
    json: bool


def target(
    html: str | None, usage: str, *, force: bool, json: bool, plain: bool = False
) -> Target | None:
    """What the options ask for; None where they ask for no page.

    Args:
        html: the file, `-`, or None.
        usage: the command without options, for a hint.
        force: whether to replace what is there.
        json: whether to print what is on the page as well.
        plain: whether to print rows, which no page has.

    Raises:
        Unreadable: they make no sense together.
    """
    from netlog.cli.new_file import STANDARD_OUTPUT, refuse_idle_force
    from netlog.errors import Unreadable

    refuse_idle_force(html, f"{usage} --html FILE --force", force=force)
    if html is None:
        return None
    if json and html == STANDARD_OUTPUT:
        raise Unreadable(
            "Standard output is one document: the page, or JSON.",
            f"{usage} --html FILE --json",
        )
    if plain:
        raise Unreadable("--html and --plain exclude each other.", "Leave one of them out.")
    return Target(html, force, json)


def put_person(assessment: "Assessment", wording: "Wording", desk: Desk, to: Target) -> None:
    """Write the page of one report.

    Raises:
        Refused, FileUnwritable: it cannot go where it was to go.
    """
    from netlog.render.pages.person import person_page
    from netlog.render.report import report_document

    document = report_document(assessment.report, wording, assessment.changes)
    contact = assessment.report.dossier.contact
    name = "you" if contact.is_me else contact.name
    put_page(person_page(document), f"The report on {name}", desk, to, document)


def put_everybody(desk: Desk, skill: str | None, limit: int | None, to: Target) -> None:
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
    from netlog.render.pages.ranking import MOST_LISTED, network_document, ranking_page
    from netlog.render.population import population_json
    from netlog.render.ranking import ranking_items
    from netlog.views.network import network

    result = network(desk.settings, skill, limit, MOST_LISTED)
    document = network_document(
        result.introductions,
        result.number,
        desk.wording(result.names),
        items=ranking_items(result.lines),
        population=population_json(result.population),
        skill=skill,
    )
    put_page(ranking_page(document), "The page", desk, to, document)


def put_referrers(desk: Desk, items: "Sequence[Mapping[str, object]]", to: Target) -> None:
    """Write the page of those who gave introductions.

    Raises:
        Refused, FileUnwritable: it cannot go where it was to go.
    """
    from netlog.render.pages.referrers import referrers_document, referrers_page

    document = referrers_document(items, desk.today, desk.settings.currency)
    put_page(referrers_page(document), "The page", desk, to, document)


def put_page(
    page: str, title: str, desk: Desk, to: Target, document: "Mapping[str, Any] | None" = None
) -> None:
    """Write a page, or print it where `-` was typed.

    Args:
        page: the page.
        title: what it is, to begin a sentence.
        desk: the settings.
        to: where.
        document: what it is drawn from, for a script that wants that too.

    Raises:
        Refused, FileUnwritable: it cannot go where it was to go.
    """
    from netlog.cli.new_file import STANDARD_OUTPUT
    from netlog.config import in_home
    from netlog.ledger.file.new_file import write_new
    from netlog.render.sink import print_page, say, say_json

    if to.file == STANDARD_OUTPUT:
        print_page(page)
        return
    file = in_home(Path(to.file))
    write_new(file, page, desk.settings, force=to.force)
    if to.json and document is not None:
        say_json({**document, "file": str(file)})
    else:
        say(f"{title} is in {file}.")

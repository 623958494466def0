"""netlog report"""

from typing import TYPE_CHECKING, Annotated

import typer

from netlog.cli.asking import Answers, asking
from netlog.cli.desk import Desk, open_desk
from netlog.cli.options import Json, Ledger

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netlog.cli.report_pages import Wanted
    from netlog.domain.report.dossier import Report
    from netlog.domain.score.what_if import Change
    from netlog.ledger.file.access import Connection
    from netlog.render.wording import Wording


def report(
    context: typer.Context,
    who: Annotated[
        str | None, typer.Argument(metavar="[WHO]", help="A contact; without one, everybody.")
    ] = None,
    skill: Annotated[
        str | None, typer.Option("--for", metavar="SKILL", help="Only those who have it.")
    ] = None,
    limit: Annotated[
        int | None, typer.Option("--limit", metavar="N", min=1, help="At most so many.")
    ] = None,
    chronology: Annotated[
        bool, typer.Option("--chronology", help="What happened, day by day, to show to others.")
    ] = False,
    markdown: Annotated[
        bool, typer.Option("--markdown", help="The chronology as Markdown.")
    ] = False,
    html: Annotated[
        str | None, typer.Option("--html", metavar="FILE", help="Write a page; - prints it.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace FILE where it exists.")] = False,
    referrers: Annotated[
        bool, typer.Option("--referrers", help="Who brings good people, and what that cost.")
    ] = False,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DATE", help="Of a chronology: nothing before that day."),
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="Of a chronology: as of that day.")
    ] = None,
    without: Annotated[
        list[str] | None,
        typer.Option("--without", metavar="ID|EVENT", help="Of a chronology: leave an entry out."),
    ] = None,
    no_notes: Annotated[
        bool, typer.Option("--no-notes", help="Of a chronology: without your notes.")
    ] = False,
    json: Json = False,
    ledger: Ledger = None,
) -> None:
    """Show how reliably somebody treats others; or rank everybody."""
    from netlog.cli.report_chronology import (
        Cut,
        Form,
        given,
        print_chronology,
        refuse_without_chronology,
    )

    desk = open_desk(context, ledger)
    _refuse_empty(skill)
    if not chronology:
        refuse_without_chronology(
            given(markdown=markdown, since=since, until=until, without=without, no_notes=no_notes)
        )
    if referrers:
        from netlog.cli.report_referrers import print_referrers

        alone = not any((who, skill, chronology, markdown))
        page = _page(html, force=force, json=json)
        print_referrers(desk, limit, page, json=json, alone=alone)
        return
    if chronology:
        cut = Cut(since, until, without or (), no_notes)
        beside = given(**{"for": skill}, limit=limit)
        print_chronology(desk, who, Form(markdown, json, html, force), cut, beside=beside)
        return
    page = _page(html, force=force, json=json)
    if who is None and page is not None:
        from netlog.cli.report_pages import put_everybody

        put_everybody(desk, skill, limit, page)
    elif who is None:
        from netlog.cli.ranking import print_ranking

        print_ranking(desk, skill, limit, json=json)
    elif skill is None and limit is None:
        _report(desk, who, page, json=json)
    else:
        from netlog.errors import Unreadable

        raise Unreadable(
            "--for and --limit are for the ranking, without a name.", "netlog report --for SKILL"
        )


def _refuse_empty(skill: str | None) -> None:
    from netlog.domain.text import is_empty

    if skill is not None and is_empty(skill):
        from netlog.errors import Unreadable

        raise Unreadable("The skill after --for is empty.", "netlog report --for SKILL")


def _page(html: str | None, *, force: bool, json: bool) -> "Wanted | None":
    if html is None and not force:
        return None
    from netlog.cli.report_pages import wanted

    return wanted(html, force=force, json=json)


def _report(desk: Desk, who: str, page: "Wanted | None", *, json: bool) -> None:
    from netlog.domain.text import clean_name
    from netlog.ledger.file.access import reading
    from netlog.render import report as rendered

    def attempt(answers: Answers) -> "tuple[Report, Wording]":
        with reading(desk.ledger) as connection:
            return _assess(connection, desk, answers.get(clean_name(who), who))

    assessed, wording = asking(attempt)
    changes = _changes(assessed, desk, wording.me)
    if page is not None:
        from netlog.cli.report_pages import put_person

        put_person(assessed, wording, changes, desk, page)
    elif json:
        rendered.print_json(assessed, wording, changes)
    else:
        rendered.print_text(assessed, wording, changes)


def _changes(assessed: "Report", desk: Desk, me: int) -> "Sequence[Change]":
    """What would change the report; the rules for that are read only where something is open."""
    if not assessed.dossier.has_open_items:
        return ()
    from netlog.domain.score.what_if import would_change

    return would_change(assessed, desk.today, desk.settings.half_life, me)


def _assess(connection: "Connection", desk: Desk, who: str) -> "tuple[Report, Wording]":
    from netlog.domain.people.resolving import known
    from netlog.domain.report.dossier import assess
    from netlog.ledger.read.contacts import Directory, names_by_id
    from netlog.ledger.read.records import me
    from netlog.ledger.read.report import contacts_in_dossier, dossier
    from netlog.render.wording import Wording

    contact = known(who, Directory(connection), desk.settings.owner)
    assessed = assess(dossier(connection, contact), desk.today, desk.settings.half_life)
    names = names_by_id(connection, contacts_in_dossier(assessed.dossier))
    return assessed, Wording(names, me(connection), desk.today, currency=desk.settings.currency)

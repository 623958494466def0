"""netlog report"""

from typing import TYPE_CHECKING, Annotated

import typer

from netlog.actions.desk import Desk
from netlog.cli.asking import asking
from netlog.cli.desk import open_desk
from netlog.cli.options import Force, Html, Json, Plain

if TYPE_CHECKING:
    from netlog.cli.pages import Target


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
    evidence: Annotated[
        bool, typer.Option("--evidence", help="All of a report: what its figures rest on, too.")
    ] = False,
    chronology: Annotated[
        bool, typer.Option("--chronology", help="What happened, day by day, to show to others.")
    ] = False,
    markdown: Annotated[
        bool, typer.Option("--markdown", help="The chronology as Markdown.")
    ] = False,
    html: Html = None,
    force: Force = False,
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
    plain: Plain = False,
) -> None:
    """Show how reliably somebody treats others; or rank everybody."""
    from netlog.cli.chronology import (
        Cut,
        Form,
        given,
        print_chronology,
        refuse_without_chronology,
    )
    from netlog.errors import Unreadable

    desk = open_desk(context)
    if skill is not None:
        from netlog.domain.people.skills import refuse_empty

        refuse_empty(skill)
    if plain and (who is not None or chronology or html is not None):
        raise Unreadable("--plain is for the ranking and --referrers.", "netlog report --plain")
    if not chronology:
        refuse_without_chronology(
            given(markdown=markdown, since=since, until=until, without=without, no_notes=no_notes)
        )
    if referrers:
        from netlog.cli.referrers import print_referrers

        alone = not any((who, skill, evidence, chronology, markdown))
        target = _target(html, force=force, json=json)
        print_referrers(desk, limit, target, json=json, plain=plain, alone=alone)
        return
    if chronology:
        cut = Cut(since, until, without or (), no_notes)
        beside = given(**{"for": skill}, limit=limit, evidence=evidence)
        print_chronology(desk, who, Form(markdown, json, html, force), cut, beside=beside)
        return
    target = _target(html, force=force, json=json)
    if who is None and evidence:
        raise Unreadable("--evidence is for a report on somebody.", "netlog report WHO --evidence")
    if who is None and target is not None:
        from netlog.cli.pages import put_everybody

        put_everybody(desk, skill, limit, target)
    elif who is None:
        from netlog.cli.ranking import print_ranking

        print_ranking(desk, skill, limit, json=json, plain=plain)
    elif skill is None and limit is None:
        _report(desk, who, target, json=json, whole=evidence)
    else:
        raise Unreadable(
            "--for and --limit are for the ranking, without a name.", "netlog report --for SKILL"
        )


def _target(html: str | None, *, force: bool, json: bool) -> "Target | None":
    if html is None and not force:
        return None
    from netlog.cli.pages import target

    return target(html, "netlog report WHO", force=force, json=json)


def _report(desk: Desk, who: str, target: "Target | None", *, json: bool, whole: bool) -> None:
    from netlog.render import report as rendered
    from netlog.views import report as view

    all_of_it = whole or json or target is not None
    assessment = asking(lambda answers: view.report(desk.settings, who, answers, whole=all_of_it))
    wording = desk.wording(assessment.names)
    if target is not None:
        from netlog.cli.pages import put_person

        put_person(assessment, wording, desk, target)
    elif json:
        rendered.print_json(assessment.report, wording, assessment.changes)
    else:
        rendered.print_text(assessment.report, wording, assessment.changes, whole=whole)

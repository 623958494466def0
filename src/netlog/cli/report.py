"""netlog report"""

from functools import partial
from typing import Annotated

import typer

from netlog.actions.desk import Desk
from netlog.cli.asking import asking
from netlog.cli.desk import open_desk
from netlog.cli.forms import Form, form_of
from netlog.cli.options import Force, Html, Json, Plain, Several, Text, argument, flag, option


def report(
    context: typer.Context,
    who: Annotated[Text, argument("[WHO]", "A contact; without one, everybody.")] = None,
    skill: Annotated[Text, option("--for", "SKILL", "Only those who have it.")] = None,
    limit: Annotated[int | None, option("--limit", "N", "At most so many.", min=1)] = None,
    evidence: Annotated[
        bool, flag("--evidence", "All of a report: what its figures rest on, too.")
    ] = False,
    chronology: Annotated[
        bool, flag("--chronology", "What happened, day by day, to show to others.")
    ] = False,
    markdown: Annotated[bool, flag("--markdown", "The chronology as Markdown.")] = False,
    html: Html = None,
    force: Force = False,
    referrers: Annotated[
        bool, flag("--referrers", "Who brings good people, and what that cost.")
    ] = False,
    since: Annotated[
        Text, option("--since", "DATE", "Of a chronology: nothing before that day.")
    ] = None,
    until: Annotated[Text, option("--until", "DATE", "Of a chronology: as of that day.")] = None,
    without: Annotated[
        Several, option("--without", "ID|EVENT", "Of a chronology: leave an entry out.")
    ] = None,
    no_notes: Annotated[bool, flag("--no-notes", "Of a chronology: without your notes.")] = False,
    json: Json = False,
    plain: Plain = False,
) -> None:
    """Show how reliably somebody treats others; or rank everybody."""
    from netlog.cli.chronology import (
        Cut,
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
    if chronology and not referrers:
        cut = Cut(since, until, without or (), no_notes)
        beside = given(**{"for": skill}, limit=limit, evidence=evidence)
        form = Form(desk, json=json, html=html, force=force)
        print_chronology(desk, who, form, cut, markdown=markdown, beside=beside)
        return
    form = form_of(desk, "netlog report WHO", json=json, plain=plain, html=html, force=force)
    if referrers:
        from netlog.cli.referrers import print_referrers

        alone = not any((who, skill, evidence, chronology, markdown))
        print_referrers(desk, limit, form, alone=alone)
        return
    if who is None and evidence:
        raise Unreadable("--evidence is for a report on somebody.", "netlog report WHO --evidence")
    if who is None:
        from netlog.cli.ranking import print_ranking, put_everybody

        tell = print_ranking if html is None else put_everybody
        tell(desk, skill, limit, form)
    elif skill is None and limit is None:
        _report(desk, who, form, whole=evidence)
    else:
        raise Unreadable(
            "--for and --limit are for the ranking, without a name.", "netlog report --for SKILL"
        )


def _report(desk: Desk, who: str, form: Form, *, whole: bool) -> None:
    from netlog.render import report as rendered
    from netlog.views import report as view

    is_whole = whole or form.json or form.html is not None
    result = asking(lambda answers: view.report(desk.settings, who, answers, whole=is_whole))
    parts = (result.report, desk.wording(result.names), result.changes)
    document = partial(rendered.report_document, *parts)
    contact = result.report.dossier.contact
    title = f"The report on {'you' if contact.is_me else contact.name}"
    if not (form.put_page("person", document, title) or form.tell_script(document)):
        rendered.print_text(*parts, whole=whole)

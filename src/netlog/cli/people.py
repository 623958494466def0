"""netlog people"""

from typing import Annotated, Literal

import typer

from netlog.cli.asking import asking
from netlog.cli.desk import open_desk
from netlog.cli.options import Json, Plain


def people(
    context: typer.Context,
    skill: Annotated[
        str | None, typer.Option("--skill", metavar="S", help="Only those who have it.")
    ] = None,
    org: Annotated[
        str | None, typer.Option("--org", metavar="O", help="Only those of an organisation.")
    ] = None,
    quiet_for: Annotated[
        str | None,
        typer.Option(
            "--quiet-for", metavar="SPAN", help="Only those not heard of for so long: 6w."
        ),
    ] = None,
    archived: Annotated[
        bool, typer.Option("--archived", help="Those who are archived instead.")
    ] = False,
    sort: Annotated[
        Literal["name", "last", "open"] | None,
        typer.Option(
            "--sort", help="By name, by last contact, or by what is open.", show_default=False
        ),
    ] = None,
    json: Json = False,
    plain: Plain = False,
) -> None:
    """Show everybody you know, and what is open between you."""
    from contextlib import ExitStack

    from netlog.render import people as rendered
    from netlog.views import people as view

    desk = open_desk(context)
    wanted = view.Wanted(skill, org, quiet_for, archived, sort)
    with ExitStack() as stack:
        result = asking(
            lambda answers: stack.enter_context(view.people(desk.settings, wanted, answers))
        )
        if json:
            rendered.print_json(result.batches)
        elif plain:
            rendered.print_plain(result.batches)
        elif result.number:
            rendered.print_text(result.batches, desk.today)
        else:
            rendered.print_nobody(wanted, result.organisation)

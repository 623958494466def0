"""netlog due"""

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from netlog.actions.desk import Desk
from netlog.cli.asking import asking
from netlog.cli.forms import reads
from netlog.cli.options import Text, argument, flag, option

if TYPE_CHECKING:
    from netlog.cli.forms import Form
    from netlog.domain.due import Scope

OVERDUE = 1


@reads("json plain")
def due(
    desk: Desk,
    form: "Form",
    who: Annotated[
        Text, argument("[WHO]", "A contact; for an organisation, its people too.")
    ] = None,
    within: Annotated[
        str, option("--within", "SPAN", "How far ahead to look for what you owe and check-ins.")
    ] = "7d",
    everything: Annotated[bool, flag("--all", "Show every open item.")] = False,
    mine: Annotated[bool, flag("--mine", "Only what you owe, and check-ins.")] = False,
    theirs: Annotated[bool, flag("--theirs", "Only what is owed to you.")] = False,
    exit_code: Annotated[
        bool, flag("--exit-code", "Exit with 1 when something is overdue.")
    ] = False,
) -> None:
    """Show what is open: what you owe, whom to ask, what is owed."""
    from netlog.render import due as rendered
    from netlog.views import due as view

    scope = _scope(desk, within, mine=mine, theirs=theirs, everything=everything)
    result = asking(
        lambda answers: view.due(desk.settings, scope, who, answers),
        nothing=view.Due(desk.today, missing=desk.ledger),
    )
    wording = desk.wording(result.names)
    if not form.tell_script(partial(rendered.due_document, result, wording), rendered.ROWS):
        rendered.print_text(result, wording)
    if exit_code and result.overdue:
        raise typer.Exit(OVERDUE)


def _scope(desk: Desk, within: str, *, mine: bool, theirs: bool, everything: bool) -> "Scope":
    from netlog.domain.dates.days import span
    from netlog.domain.due import SIDES, Scope
    from netlog.errors import Unreadable

    if mine and theirs:
        raise Unreadable("--mine and --theirs exclude each other.", "Without either, both show.")
    sides = SIDES
    if mine:
        sides = ("mine", "check-in")
    if theirs:
        sides = ("theirs",)
    return Scope(desk.today, sides, span(within), everything)

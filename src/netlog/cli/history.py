"""netlog history"""

import re
from typing import TYPE_CHECKING, Annotated

import typer

from netlog.actions.desk import Desk
from netlog.cli.asking import asking
from netlog.cli.desk import open_desk
from netlog.cli.options import Json, Limit, Plain

if TYPE_CHECKING:
    from datetime import date


def history(
    context: typer.Context,
    subject: Annotated[
        str | None,
        typer.Argument(
            metavar="[WHO|EVENT]", help="A contact, or an event such as e12; else everything."
        ),
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Nothing before that day.")
    ] = None,
    limit: Limit = None,
    json: Json = False,
    plain: Plain = False,
) -> None:
    """Show what happened, newest last, and how all it opened ended."""
    from netlog.errors import Unreadable

    desk = open_desk(context)
    begin = None if since is None else desk.past_day(since)
    if subject is None or not re.fullmatch(r"\s*[eE][0-9]+\s*", subject):
        _print_timeline(desk, subject, begin, limit, json=json, plain=plain)
    elif since or limit:
        raise Unreadable("--since and --limit are for a timeline, not for one event.")
    else:
        _print_event(desk, subject, json=json, plain=plain)


def _print_event(desk: Desk, typed: str, *, json: bool, plain: bool) -> None:
    from netlog.domain.ids import read_event_id
    from netlog.render import history as rendered
    from netlog.views.history import event_history

    result = event_history(desk.settings, read_event_id(typed))
    wording = desk.wording(result.names)
    if json:
        rendered.print_one_json(result.happening, result.around, wording)
    elif plain:
        rendered.print_plain([(wording, [result.happening])])
    else:
        rendered.print_one(result.happening, result.around, wording)


def _print_timeline(
    desk: Desk,
    who: str | None,
    since: "date | None",
    limit: int | None,
    *,
    json: bool,
    plain: bool,
) -> None:
    from contextlib import ExitStack

    from netlog.render import history as rendered
    from netlog.render.lines import most_shown
    from netlog.views.history import timeline

    most = limit if json or plain else most_shown(limit)
    with ExitStack() as stack:
        result = asking(
            lambda answers: stack.enter_context(timeline(desk.settings, who, since, most, answers))
        )
        batches = ((desk.wording(names), happenings) for names, happenings in result.batches)
        if json:
            rendered.print_json(batches)
            return
        if plain:
            rendered.print_plain(batches)
            return
        if result.has_older and most is not None:
            rendered.print_older(most)
        rendered.print_text(batches, None if result.with_whom is None else result.with_whom.name)

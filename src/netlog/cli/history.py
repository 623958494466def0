"""netlog history"""

import re
from itertools import starmap
from typing import TYPE_CHECKING, Annotated

from netlog.actions.desk import Desk
from netlog.cli.asking import asking_while_open
from netlog.cli.forms import Form, reads
from netlog.cli.options import Limit, Text, argument, option

if TYPE_CHECKING:
    from datetime import date


@reads("json plain")
def history(
    desk: Desk,
    form: Form,
    subject: Annotated[
        Text, argument("[WHO|EVENT]", "A contact, or an event such as e12; else everything.")
    ] = None,
    since: Annotated[Text, option("--since", "DATE", "Nothing before that day.")] = None,
    limit: Limit = None,
) -> None:
    """Show what happened, newest last, and how all it opened ended."""
    from netlog.errors import Unreadable

    begin = None if since is None else desk.day_of_period(since)
    if subject is None or not re.fullmatch(r"\s*[eE][0-9]+\s*", subject):
        _print_timeline(desk, subject, begin, limit, form)
    elif since or limit:
        raise Unreadable("--since and --limit are for a timeline, not for one event.")
    else:
        _print_event(desk, subject, form)


def _print_event(desk: Desk, typed: str, form: Form) -> None:
    from netlog.domain.ids import read_event_id
    from netlog.render import history as rendered
    from netlog.views.history import event_history

    result = event_history(desk.settings, read_event_id(typed))
    wording = desk.wording(result.names)
    item = rendered.event_item(result.happening, result.around, wording)
    if not form.tell_script_items([[item]], rendered.ROWS):
        rendered.print_one(result.happening, result.around, wording)


def _print_timeline(
    desk: Desk, who: str | None, since: "date | None", limit: int | None, form: Form
) -> None:
    from netlog.render import history as rendered
    from netlog.views.history import timeline

    most = form.most(limit)
    with asking_while_open(
        lambda answers: timeline(desk.settings, who, since, most, answers)
    ) as result:
        batches = ((desk.wording(names), happenings) for names, happenings in result.batches)
        if form.tell_script_items(starmap(rendered.entry_items, batches), rendered.ROWS):
            return
        if result.has_older and most is not None:
            rendered.print_older(most)
        rendered.print_text(batches, None if result.with_whom is None else result.with_whom.name)

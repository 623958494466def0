"""netlog history"""

import re
from itertools import starmap
from typing import TYPE_CHECKING, Annotated

from netlog.actions.desk import Desk
from netlog.cli.asking import asking_while_open
from netlog.cli.desk import days_between
from netlog.cli.forms import Form, reads
from netlog.cli.options import Limit, Text, argument, option

if TYPE_CHECKING:
    from netlog.cli.desk import Days


@reads("json plain")
def history(
    desk: Desk,
    form: Form,
    subject: Annotated[
        Text, argument("[WHO|EVENT]", "A contact, or an event such as e12; else everything.")
    ] = None,
    since: Annotated[Text, option("--since", "DATE", "Nothing before that day.")] = None,
    until: Annotated[Text, option("--until", "DATE", "Nothing after that day.")] = None,
    limit: Limit = None,
) -> None:
    """Show what happened, newest last, and how all it opened ended."""
    from netlog.errors import Unreadable

    days = days_between(desk, since, until)
    if subject is None or not re.fullmatch(r"\s*[eE][0-9]+\s*", subject):
        _print_timeline(desk, subject, days, limit, form)
    elif since or until or limit:
        raise Unreadable("--since, --until and --limit are for a timeline, not for one event.")
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
    desk: Desk, who: str | None, days: "Days", limit: int | None, form: Form
) -> None:
    from netlog.render import history as rendered
    from netlog.views.history import timeline

    most = form.most(limit)
    with asking_while_open(
        lambda answers: timeline(desk.settings, who, *days, most, answers)
    ) as result:
        batches = ((desk.wording(names), happenings) for names, happenings in result.batches)
        if form.tell_script_items(starmap(rendered.entry_items, batches), rendered.ROWS):
            return
        if result.has_older and most is not None:
            rendered.print_older(most)
        rendered.print_text(batches, None if result.with_whom is None else result.with_whom.name)

"""netlog review"""

from functools import partial
from typing import TYPE_CHECKING, Annotated

from netlog.cli.asking import asking
from netlog.cli.forms import Form, reads
from netlog.cli.options import Text, option

if TYPE_CHECKING:
    from datetime import date

    from netlog.actions.desk import Desk


@reads("html json plain", "netlog review")
def review(
    desk: "Desk",
    form: Form,
    since: Annotated[Text, option("--since", "DATE", "The first day; else 7 days.")] = None,
    until: Annotated[Text, option("--until", "DATE", "The last day; else today.")] = None,
) -> None:
    """Look back on a week or a month, beside as many days before."""
    from netlog.render import review as rendered
    from netlog.views import review as view

    days = _days(desk, since, until)
    result = asking(lambda _: view.review(desk.settings, *days))
    wording = desk.wording(result.names)
    document = partial(rendered.review_document, result, wording)
    is_page = form.put_page("review", document, "The review")
    if not (is_page or form.tell_script(document, rendered.ROWS)):
        rendered.print_text(result, wording)


def _days(desk: "Desk", since: str | None, until: str | None) -> "tuple[date | None, date | None]":
    from netlog.errors import Unreadable

    first, last = (None if day is None else desk.past_day(day) for day in (since, until))
    if first is not None and last is not None and first > last:
        raise Unreadable(f"--since {since} is after --until {until}.", "Exchange the two.")
    return first, last

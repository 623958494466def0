"""netlog review"""

from functools import partial
from typing import TYPE_CHECKING, Annotated

from netlog.cli.asking import asking
from netlog.cli.desk import days_between
from netlog.cli.forms import Form, reads
from netlog.cli.options import Text, option

if TYPE_CHECKING:
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

    days = days_between(desk, since, until)
    result = asking(lambda _: view.review(desk.settings, *days))
    wording = desk.wording(result.names)
    document = partial(rendered.review_document, result, wording)
    is_page = form.put_page("review", document, "The review")
    if not (is_page or form.tell_script(document, rendered.ROWS)):
        rendered.print_text(result, wording)

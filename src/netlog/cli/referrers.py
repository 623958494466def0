"""netlog report --referrers"""

from functools import partial

from netlog.actions.desk import Desk
from netlog.cli.asking import asking
from netlog.cli.forms import Form


def print_referrers(desk: Desk, limit: int | None, form: Form, *, alone: bool) -> None:
    """Print everybody who gave introductions, those who surely bring good people first.

    Args:
        desk: the settings of the command.
        limit: at most so many; None for all, on a terminal for 50.
        form: how to print it.
        alone: whether nothing was given beside that does not go with it.

    Raises:
        Unreadable: something was.
        NoLedgerYet: there is nothing to show.
        Refused, FileUnwritable: the page cannot go where it was to go.
    """
    from netlog.errors import Unreadable
    from netlog.render import referrers as rendered
    from netlog.views.referrers import Referrers, referrers

    if not alone:
        raise Unreadable(
            "--referrers is of everybody, and takes only --limit, --json, --plain and --html"
            " beside it.",
            "For one contact: netlog report WHO",
        )
    result = asking(
        lambda _: referrers(desk.settings, form.most(limit)),
        nothing=Referrers() if form.json and form.html is None else None,
    )
    parts = (result.lines, desk.settings.currency)
    page = partial(rendered.referrers_document, *parts, today=desk.today)
    is_page = form.put_page("referrers", page, "The page")
    document = partial(rendered.referrers_document, *parts)
    if not (is_page or form.tell_script(document, rendered.ROWS)):
        rendered.print_referrers(result.lines, result.more, desk.settings.currency)

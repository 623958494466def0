"""netlog report --referrers"""

from typing import TYPE_CHECKING

from netlog.actions.desk import Desk
from netlog.cli.asking import asking

if TYPE_CHECKING:
    from netlog.cli.pages import Target


def print_referrers(
    desk: Desk, limit: int | None, target: "Target | None", *, json: bool, plain: bool, alone: bool
) -> None:
    """Print everybody who gave introductions, those who surely bring good people first.

    Args:
        desk: the settings of the command.
        limit: at most so many; None for all, on a terminal for 50.
        target: where a page of it is to go, if one was asked for.
        json: print it for a script.
        plain: print it as rows for a script.
        alone: whether nothing was given beside that does not go with it.

    Raises:
        Unreadable: something was.
        NoLedgerYet: there is nothing to show.
        Refused, FileUnwritable: the page cannot go where it was to go.
    """
    from netlog.errors import Unreadable
    from netlog.render import referrers as rendered
    from netlog.render.lines import most_shown
    from netlog.views.referrers import Referrers, referrers

    if not alone:
        raise Unreadable(
            "--referrers is of everybody, and takes only --limit, --json, --plain and --html"
            " beside it.",
            "For one contact: netlog report WHO",
        )
    is_whole = json or plain or target is not None
    most = limit if is_whole else most_shown(limit)
    result = asking(
        lambda _: referrers(desk.settings, most),
        nothing=Referrers() if json and target is None else None,
    )
    if target is not None:
        from netlog.cli.pages import put_referrers

        put_referrers(desk, rendered.referrer_items(result.lines), target)
    elif json:
        rendered.print_referrers_json(result.lines, desk.settings.currency)
    elif plain:
        rendered.print_referrers_plain(result.lines)
    else:
        more = 0 if limit else result.more
        rendered.print_referrers(result.lines, more, desk.settings.currency)

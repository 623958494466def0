"""`netlog report` without a name: everybody ranked, or those with a skill."""

from netlog.actions.desk import Desk
from netlog.cli.asking import asking

SHORTLIST = 10


def print_ranking(
    desk: Desk, skill: str | None, limit: int | None, *, json: bool, plain: bool
) -> None:
    """Print everybody with a record, or all who have a skill, the most reliable first.

    Raises:
        NoLedgerYet: there is nothing to rank.
        Refused: nobody has that skill.
    """
    from netlog.render import ranking as rendered
    from netlog.render.lines import most_shown
    from netlog.views.ranking import ranking

    most = limit
    if not (json or plain) and limit is None:
        most = most_shown(None) if skill is None else SHORTLIST
    result = asking(lambda _: ranking(desk.settings, skill, most))
    if json:
        rendered.print_json(result.lines, result.population)
    elif plain:
        rendered.print_plain(result.lines)
    elif result.lines:
        rendered.print_text(
            result.lines, result.population, desk.today, skill, left_out=result.more
        )
    else:
        rendered.print_nobody(skill)

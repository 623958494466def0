"""`netlog report` without a name: everybody ranked, or those with a skill."""

from netlog.actions.desk import Desk
from netlog.cli.asking import asking

SHORTLIST = 10


def print_ranking(desk: Desk, skill: str | None, limit: int | None, *, json: bool) -> None:
    """Print everybody with a record, or all who have a skill, the most reliable first.

    Raises:
        NoLedgerYet: there is nothing to rank.
        Refused: nobody has that skill, but somebody one that is nearly the same.
    """
    from netlog.render import ranking as rendered
    from netlog.render.lines import most_shown
    from netlog.views.ranking import Ranking, ranking

    most = limit
    if not json and limit is None:
        most = most_shown(None) if skill is None else SHORTLIST
    result = asking(
        lambda _: ranking(desk.settings, skill, most), nothing=Ranking() if json else None
    )
    if json:
        rendered.print_json(result.lines)
    elif result.lines:
        rendered.print_text(result.lines, desk.today, skill, left_out=result.more)
    else:
        rendered.print_nobody(skill)

"""`netlog report` without a name: everybody ranked, or those with a skill."""

from functools import partial

from netlog.actions.desk import Desk
from netlog.cli.asking import asking
from netlog.cli.forms import Form

SHORTLIST = 10


def put_everybody(desk: Desk, skill: str | None, limit: int | None, form: Form) -> None:
    """Write the page of the ranking, with the network of introductions around those who are in it.

    Args:
        desk: the settings.
        skill: the one that they have; None for everybody.
        limit: at most so many in the ranking.
        form: where to.

    Raises:
        NoLedgerYet: there is nothing to show.
        Refused, FileUnwritable: it cannot go where it was to go.
    """
    from netlog.render.pages.ranking import MOST_LISTED, network_document
    from netlog.render.population import population_json
    from netlog.render.ranking import ranking_items
    from netlog.views.network import network

    result = network(desk.settings, skill, limit, MOST_LISTED)
    document = partial(
        network_document,
        result.introductions,
        result.number,
        desk.wording(result.names),
        nameless=result.nameless,
        items=ranking_items(result.lines),
        population=population_json(result.population),
        skill=skill,
    )
    form.put_page("ranking", document, "The page")


def print_ranking(desk: Desk, skill: str | None, limit: int | None, form: Form) -> None:
    """Print everybody with a record, or all who have a skill, the most reliable first.

    Raises:
        NoLedgerYet: there is nothing to rank.
        Refused: nobody has that skill.
    """
    from netlog.render import ranking as rendered
    from netlog.views.ranking import ranking

    shortlist = None if skill is None or form.for_script else SHORTLIST
    most = form.most(limit or shortlist)
    result = asking(lambda _: ranking(desk.settings, skill, most))
    document = partial(rendered.ranking_document, result.lines, result.population)
    if form.tell_script(document, rendered.ROWS):
        return
    if result.lines:
        rendered.print_text(
            result.lines, result.population, desk.today, skill, left_out=result.more
        )
    else:
        rendered.print_nobody(skill, result.archived)

"""netlog report --referrers"""

from typing import TYPE_CHECKING

from netlog.cli.desk import Desk

if TYPE_CHECKING:
    from netlog.cli.report_pages import Wanted
    from netlog.ledger.file.access import Connection
    from netlog.render.referrers import Referring


def print_referrers(
    desk: Desk, limit: int | None, page: "Wanted | None", *, json: bool, alone: bool
) -> None:
    """Print everybody who gave introductions, those who surely bring good people first.

    Args:
        desk: the settings of the command.
        limit: at most so many; None for all, on a terminal for 50.
        page: where a page of it is to go, if one was asked for.
        json: print it for a script.
        alone: whether nothing was given beside that does not go with it.

    Raises:
        Unreadable: something was.
        NoLedgerYet: there is nothing to show.
        Refused, FileUnwritable: the page cannot go where it was to go.
    """
    from netlog.errors import Unreadable
    from netlog.ledger.file.access import reading
    from netlog.ledger.file.identity import NoLedgerYet
    from netlog.render import referrers as rendered
    from netlog.render.lines import most_shown

    if not alone:
        raise Unreadable(
            "--referrers is of everybody, and takes only --limit, --json and --html beside it.",
            "For one contact: netlog report WHO",
        )
    is_whole = json or page is not None
    try:
        with reading(desk.ledger) as connection:
            lines, number = _lines(connection, desk, limit if is_whole else most_shown(limit))
    except NoLedgerYet:
        if not json or page is not None:
            raise
        lines, number = [], 0
    if page is not None:
        from netlog.cli.report_pages import put_referrers

        put_referrers(desk, rendered.referrer_items(lines), page)
    elif json:
        rendered.print_referrers_json(lines, desk.settings.currency)
    else:
        more = 0 if limit else number - len(lines)
        rendered.print_referrers(lines, more, desk.settings.currency)


def _lines(connection: "Connection", desk: Desk, most: int | None) -> "tuple[list[Referring], int]":
    """The first referrers, and how many there are in all."""
    from netlog.domain.report.referrers import ranked, silent_until
    from netlog.ledger.read.contacts import contacts_by_id, names_by_id
    from netlog.ledger.read.ranking import everybody_of
    from netlog.ledger.read.referrers import introductions_given
    from netlog.render.referrers import Referring

    given = introductions_given(connection, silent_until(desk.today))
    shown, number = ranked(given, everybody_of(connection), most)
    contacts = contacts_by_id(connection, (one.contact_id for one in shown))
    organisations = {one.organisation_id for one in contacts.values() if one.organisation_id}
    people = {person for one in shown for person in one.people}
    names = names_by_id(connection, organisations | people)
    lines = [
        Referring(
            name=contacts[one.contact_id].name,
            organisation=names.get(contacts[one.contact_id].organisation_id or 0),
            people=sorted((names[person] for person in one.people), key=str.casefold),
            judged=one.judged,
        )
        for one in shown
    ]
    return lines, number

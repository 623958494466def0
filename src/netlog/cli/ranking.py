"""`netlog report` without a name: everybody ranked, or those with a skill."""

from typing import TYPE_CHECKING

from netlog.cli.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netlog.domain.report.ranking import Place, Ranked
    from netlog.ledger.file.access import Connection

SHORTLIST = 10


def print_ranking(desk: Desk, skill: str | None, limit: int | None, *, json: bool) -> None:
    """Print everybody with a record, or all who have a skill, the most reliable first.

    Raises:
        NoLedgerYet: there is nothing to rank.
        Refused: nobody has that skill, but somebody one that is nearly the same.
    """
    from netlog.ledger.file.access import reading
    from netlog.ledger.file.identity import NoLedgerYet
    from netlog.render import ranking as rendered
    from netlog.render.lines import most_shown

    most = limit
    if not json and limit is None:
        most = most_shown(None) if skill is None else SHORTLIST
    try:
        with reading(desk.ledger) as connection:
            places = find_places(connection, desk, skill)
            lines = describe(connection, desk, places[:most])
    except NoLedgerYet:
        if not json:
            raise
        places, lines = [], []
    if json:
        rendered.print_json(lines)
    elif lines:
        rendered.print_text(lines, desk.today, skill, left_out=len(places) - len(lines))
    else:
        rendered.print_nobody(skill)


def find_places(connection: "Connection", desk: Desk, skill: str | None) -> "list[Place]":
    """The contacts to rank, best first.

    Raises:
        Refused: nobody has the skill, but somebody one that is nearly the same.
    """
    from netlog.domain.people.names import comparison_key
    from netlog.domain.people.skills import refuse_nearly_known
    from netlog.domain.report.ranking import ranked
    from netlog.ledger.read import ranking as facts
    from netlog.ledger.read import report
    from netlog.ledger.read.contacts import skills
    from netlog.ledger.read.records import me

    today, half_life = desk.today, desk.settings.half_life
    owner, without = me(connection), 0
    if skill is None:
        contacts, among = report.everybody_with_a_record(connection), None
        people = facts.everybody_of(connection)
        without = 0 if any(owner in members for members in people.values()) else owner
    else:
        contacts = report.with_skill(connection, comparison_key(skill))
        if not contacts:
            refuse_nearly_known(skill, skills(connection))
        ids = {one.id for one in contacts}
        people = facts.everybody_of(connection, ids)
        among = ids.union(*(people.get(one, frozenset()) for one in ids))
    return ranked(
        contacts,
        facts.sums(connection, today, half_life, among, without),
        facts.problems(connection, today, half_life, among),
        people,
    )


def describe(connection: "Connection", desk: Desk, places: "Sequence[Place]") -> "list[Ranked]":
    """The lines of the ranking for some places in it."""
    from netlog.domain.report.put_forward import PutForward
    from netlog.domain.report.ranking import Ranked, Record
    from netlog.ledger.read import ranking as facts
    from netlog.ledger.read.contacted import last_contacts
    from netlog.ledger.read.contacts import names_by_id
    from netlog.ledger.read.put_forward import put_forward
    from netlog.ledger.read.records import me

    organisations = {one.contact.organisation_id for one in places} - {None}
    names = names_by_id(connection, [one for one in organisations if one is not None])
    members = frozenset[int]().union(*(one.members for one in places))
    last = last_contacts(connection, me(connection), members)
    recent = facts.recent_introductions(connection, desk.today, members)
    records = facts.records(connection, desk.today, members)
    forward = put_forward(connection, members)
    return [
        Ranked(
            place=one,
            organisation=names.get(one.contact.organisation_id or 0),
            last_contact=max(
                (last[member] for member in one.members if member in last), default=None
            ),
            recent_introductions=len(
                frozenset[int]().union(*(recent.get(member, ()) for member in one.members))
            ),
            record=sum((records[member] for member in one.members if member in records), Record()),
            put_forward=sum(
                (forward[member] for member in one.members if member in forward), PutForward()
            ),
        )
        for one in places
    ]

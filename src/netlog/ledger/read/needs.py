"""What contacts need, each need with the introduction that answers it."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from netlog.domain.people.needs import Asked, Need, need
from netlog.domain.records import Detail
from netlog.ledger.read.records import rows_in, select_in

_ASKED = (
    "SELECT p.contact_id, e.id, e.happened_on, e.about, EXISTS"
    " (SELECT 1 FROM event problem JOIN party culprit ON culprit.event_id = problem.id"
    "  AND culprit.role = 'culprit' AND culprit.contact_id <> p.contact_id"
    "  WHERE problem.introduction_id = e.id), EXISTS"
    " (SELECT 1 FROM event problem JOIN obligation o ON o.event_id = problem.id"
    "  JOIN contact debtor ON debtor.id = o.debtor_id AND debtor.is_me"
    "  WHERE problem.introduction_id = e.id AND o.kind = 'replacement' AND o.closed_on IS NULL"
    "  AND o.creditor_id = p.contact_id) FROM party p CROSS JOIN event e"
    " ON e.id = p.event_id WHERE p.contact_id IN ({ids}) AND p.role = 'client' AND e.about <> ''"
)


def needs_of(
    connection: sqlite3.Connection, contacts: Collection[int] | None = None
) -> Mapping[int, Sequence[Need]]:
    """What each contact needs, or each of some, the oldest first; of who needs nothing, nothing."""
    details = select_in(connection, Detail, "contact_id", contacts, also="t.kind = 'need'")
    details.sort(key=lambda detail: detail.noted_on or date.min)
    introductions: dict[int, list[Asked]] = defaultdict(list)
    for contact_id, event_id, day, about, *came in rows_in(
        connection, _ASKED, (detail.contact_id for detail in details)
    ):
        made = Asked(event_id, date.fromisoformat(day), about, *map(bool, came))
        introductions[contact_id].append(made)
    needs: dict[int, list[Need]] = defaultdict(list)
    for detail in details:
        asked = sorted(introductions[detail.contact_id], key=lambda made: (made.on, made.event_id))
        needs[detail.contact_id].append(need(detail, asked))
    return needs

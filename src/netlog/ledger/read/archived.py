"""Who is archived, and since when."""

import sqlite3
from collections.abc import Collection
from datetime import date

from netlog.domain.records import Archived
from netlog.ledger.read.nobody import NAMED
from netlog.ledger.read.records import select_in

# A contact of table `t` that is not archived, nor forgotten.
IN_SIGHT = f"({NAMED} AND t.id NOT IN (SELECT contact_id FROM archived))"
# An open item of somebody archived, of table `t`, is out of sight.
AT_REST = (
    "(t.debtor_id IN (SELECT contact_id FROM archived)"
    " OR t.creditor_id IN (SELECT contact_id FROM archived))"
)


def archived_since(
    connection: sqlite3.Connection, contacts: Collection[int] | None = None
) -> dict[int, date]:
    """Since when each archived contact is, or each of some."""
    return dict(select_in(connection, Archived, "contact_id", contacts))

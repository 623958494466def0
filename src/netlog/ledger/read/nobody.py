"""Nameless contacts: the places that somebody who was forgotten left in what others have too."""

import sqlite3

# Keys of nobody begin with a blank, and no other key does: `domain.people.forgetting`.
_NAMELESS = "SELECT id FROM contact WHERE key < '!'"
# A contact of table `t` that has a name.
NAMED = "(t.key >= '!')"
# An item of table `t` with a nameless contact: nobody can do anything about it any more.
WITH_NOBODY = f"(t.debtor_id IN ({_NAMELESS}) OR t.creditor_id IN ({_NAMELESS}))"


def nameless(connection: sqlite3.Connection) -> set[int]:
    """The ids of those who were forgotten."""
    return {key for (key,) in connection.execute(_NAMELESS)}

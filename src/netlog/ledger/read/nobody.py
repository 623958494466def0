"""Nameless contacts: the places that somebody who was forgotten left in what others have too."""

# Keys of nobody begin with a blank, and no other key does: `domain.people.forgetting`.
_NOBODY = "(SELECT id FROM contact WHERE key < '!')"
# A contact of table `t` that has a name.
NAMED = "(t.key >= '!')"
# An item of table `t` with a nameless contact: nobody can do anything about it any more.
WITH_NOBODY = f"(t.debtor_id IN {_NOBODY} OR t.creditor_id IN {_NOBODY})"

"""Nameless contacts: the places that somebody who was forgotten left in what others have too."""

from netlog.domain.items import CHECK_INS

# Keys of nobody begin with a blank, and no other key does: `domain.people.forgetting`.
_NOBODY = "(SELECT id FROM contact WHERE key < '!')"
# A contact of table `t` that has a name.
NAMED = "(t.key >= '!')"
# A question of mine about an introduction in which one of the two is nameless by now.
_ABOUT_NOBODY = (
    f"t.kind IN {CHECK_INS}"
    f" AND t.event_id IN (SELECT event_id FROM party WHERE contact_id IN {_NOBODY})"
)
# An item of table `t` with a nameless contact, or a question about one: nobody can do anything
# about it any more.
WITH_NOBODY = f"(t.debtor_id IN {_NOBODY} OR t.creditor_id IN {_NOBODY} OR {_ABOUT_NOBODY})"

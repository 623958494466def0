"""What is wrong with a ledger, in words."""

import pytest

from netlog.domain.health import differing


@pytest.mark.parametrize(
    ("table", "key", "told"),
    [
        ("event", 12, "the event e12 is missing."),
        ("acknowledgement", 3, "the thank-you or apology a3 is missing."),
        ("obligation", 7, "the item 7 is missing."),
        ("settlement", "7 1", "how an item ended, 7 1 is missing."),
    ],
)
def test_a_row_is_called_what_its_owner_calls_it(table: str, key: object, told: str) -> None:
    damage = differing("facts", table, key, "is missing")
    assert (damage.part, damage.sentence) == ("facts", told)
    assert damage.can_be_mended
    assert not damage._replace(part="rights").can_be_mended

"""What business came of an introduction, as far as it was said."""

from collections.abc import Iterable

from netlog.domain.money import total
from netlog.domain.records import Statement

NOTHING = "0"  # the amount that takes back what was said before


def counted(statements: Iterable[Statement]) -> list[Statement]:
    """Of what was said of an introduction, what still counts, in the order of the days."""
    said = sorted(statements, key=lambda statement: (statement.said_on, statement.told))
    since = max((place for place, each in enumerate(said, 1) if each.worth == NOTHING), default=0)
    return said[since:]


def in_all(statements: Iterable[Statement]) -> str:
    """What it comes to, as a decimal amount; "" where nothing counts."""
    amounts = [statement.worth for statement in counted(statements)]
    return total(amounts) if amounts else ""

"""What business came of an introduction, as far as it was said."""

from collections.abc import Iterable
from datetime import date

from netlog.domain.money import total
from netlog.domain.records import Statement
from netlog.errors import Refused

NOTHING = "0"  # the amount that takes back what was said before


def counted(statements: Iterable[Statement]) -> list[Statement]:
    """Of what was said of an introduction, what still counts, in the order of the days."""
    said = sorted(statements, key=lambda statement: (statement.said_on, statement.told))
    since = max((place for place, each in enumerate(said, 1) if each.worth == NOTHING), default=0)
    return said[since:]


def taken_back(statements: Iterable[Statement], by: Statement) -> str:
    """What a statement that nothing came took back of the others, as an amount; "" for nothing."""
    others = [each for each in statements if each.told != by.told]
    still = counted([*others, by])
    gone = [each.worth for each in counted(others) if each not in still]
    return total(gone) if by.worth == NOTHING and gone else ""


def refuse_idle(statements: Iterable[Statement], by: Statement) -> None:
    """Refuse to take back what was not said.

    Raises:
        Refused: nothing came, and nothing that was said so far says otherwise.
    """
    if by.worth == NOTHING and not taken_back(statements, by):
        raise Refused(
            f"No business came of e{by.event_id} up to {by.said_on} as it is,"
            " so there is nothing to take back.",
            f"netlog history e{by.event_id} tells what was said.",
        )


def taken_back_on(statements: Iterable[Statement], statement: Statement) -> date | None:
    """The day of which it was said that nothing came up to then, where that is about this too."""
    if statement.worth == NOTHING:
        return None
    moment = (statement.said_on, statement.told)
    days = [
        each.said_on
        for each in statements
        if each.worth == NOTHING and (each.said_on, each.told) > moment
    ]
    return max(days, default=None)


def in_all(statements: Iterable[Statement]) -> str:
    """What it comes to, as a decimal amount; "" where nothing counts."""
    amounts = [statement.worth for statement in counted(statements)]
    return total(amounts) if amounts else ""

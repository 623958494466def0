"""Fees: exact decimal amounts, in whatever currency the user thinks in."""

import re
from decimal import Decimal

from netlog.domain.text import excerpt
from netlog.errors import Unreadable


def read_amount(text: str) -> str:
    """The canonical form of a fee: no sign, no thousands separators, no needless zeros.

    Raises:
        Unreadable: not a plain decimal amount with at most 12 and 2 digits.
    """
    if not re.fullmatch(r"[0-9]{1,12}(\.[0-9]{1,2})?", text.strip()):
        raise Unreadable(
            f"{excerpt(text)!r} is not an amount.",
            "Write it as a plain number, such as 75 or 75.50.",
        )
    return canonical(Decimal(text.strip()))


def total(amounts: list[str]) -> str:
    """The sum of canonical amounts, in canonical form; "0" for none."""
    return canonical(sum((Decimal(amount) for amount in amounts if amount), Decimal(0)))


def each(amount: str, number: int) -> str:
    """What one of `number` things costs that cost so much together, to the nearest hundredth."""
    return canonical((Decimal(amount) / number).quantize(Decimal("0.01")))


def canonical(amount: Decimal) -> str:
    """An amount without needless zeros: 75, or 75.50."""
    whole = amount == amount.to_integral_value()
    return str(int(amount)) if whole else f"{amount:.2f}"

"""Fees: exact decimal amounts, all in the one currency that the user thinks in."""

import re
from collections.abc import Mapping
from decimal import Decimal

from netlog.domain.text import excerpt
from netlog.errors import Unreadable

_DIGITS = re.compile(r"[0-9]{1,12}(\.[0-9]{1,2})?")
# What a sign may stand for (ISO 4217 codes), as far as people type it; $ is that of many countries.
_CODES_OF_SIGN: Mapping[str, frozenset[str]] = {
    "€": frozenset({"EUR"}),
    "£": frozenset({"GBP"}),
    "¥": frozenset({"JPY", "CNY"}),
    "₹": frozenset({"INR"}),
    "$": frozenset({"USD", "AUD", "CAD", "HKD", "MXN", "NZD", "SGD"}),
}


def read_amount(text: str, currency: str = "") -> str:
    """The canonical form of a fee: no sign, no thousands separators, no needless zeros.

    Args:
        text: as typed; the currency may stand before or behind the number, as it is set or as its
            sign or code.
        currency: the one that is set, "" for none.

    Raises:
        Unreadable: not a plain decimal amount with at most 12 and 2 digits, or one of something
            else.
    """
    typed = text.strip()
    number = _without(typed, currency)
    if not _DIGITS.fullmatch(number):
        raise _no_amount(typed, currency)
    return canonical(Decimal(number))


def _without(typed: str, currency: str) -> str:
    for word in _words_for(currency):
        if typed.lower().endswith(word.lower()):
            return typed[: -len(word)].rstrip()
        if typed.lower().startswith(word.lower()):
            return typed[len(word) :].lstrip()
    return typed


def _words_for(currency: str) -> tuple[str, ...]:
    """How the currency may be written; a sign stands for its codes, and a code for its sign."""
    if not currency:
        return ()
    signs = [sign for sign, codes in _CODES_OF_SIGN.items() if currency.upper() in codes]
    return (currency, *signs, *sorted(_CODES_OF_SIGN.get(currency, ())))


def _no_amount(typed: str, currency: str) -> Unreadable:
    """A refusal that knows what was probably meant; a currency is set once, not typed each time."""
    hint = "Write it as a plain number, such as 75 or 75.50."
    few_blanks = " ".join(typed.split())  # of many, every division would be tried
    beside = re.fullmatch(r"([^\d+.,-]*?)\s*([0-9.]*[0-9])\s*([^\d.,]*)", few_blanks)
    if beside and (word := (beside[1] + beside[3]).strip()) and _DIGITS.fullmatch(beside[2]):
        code = _code(word)
        hint = f"Write {beside[2]}. For the currency, once: netlog config set currency {code}"
        if currency:
            hint = f"Amounts are in {currency} here, and nothing is converted: write 75 or 75.50."
    return Unreadable(f"{excerpt(typed)!r} is not an amount.", hint)


def _code(word: str) -> str:
    """The code to set for what was typed; CODE where that is not clear."""
    codes = _CODES_OF_SIGN.get(word, frozenset())
    if len(codes) == 1:
        return min(codes)
    return excerpt(word) if word.isalpha() else "CODE"


def total(amounts: list[str]) -> str:
    """The sum of canonical amounts, in canonical form; "0" for none."""
    return canonical(sum((Decimal(amount) for amount in amounts if amount), Decimal(0)))


def unit_cost(amount: str, number: int) -> str:
    """What one of `number` things costs that cost so much together, to the nearest hundredth."""
    return canonical((Decimal(amount) / number).quantize(Decimal("0.01")))


def canonical(amount: Decimal) -> str:
    """An amount without needless zeros: 75, or 75.50."""
    is_whole = amount == amount.to_integral_value()
    return str(int(amount)) if is_whole else f"{amount:.2f}"

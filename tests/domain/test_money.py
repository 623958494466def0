"""Fees."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.domain.money import read_amount, total, unit_cost
from netlog.errors import Unreadable

AMOUNTS = st.decimals(0, 999_999_999_999, places=2)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("75", "75"),
        ("75.0", "75"),
        ("75.5", "75.50"),
        (" 75.50 ", "75.50"),
        ("0075", "75"),
        ("0", "0"),
        ("0.05", "0.05"),
        ("999999999999.99", "999999999999.99"),
    ],
)
def test_amounts(typed: str, stored: str) -> None:
    assert read_amount(typed) == stored


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "abc",
        "-5",
        "+5",
        "1e3",
        "1,000",
        "1.234",
        ".5",
        "5.",
        "$5",
        "5 EUR",
        "nan",
        "inf",
        "1234567890123",
        "9" * 10000,
        "٥",
        "5\x00",
        "0x5",
        "1_000",
    ],
)
def test_what_is_no_amount(typed: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_amount(typed)
    assert len(caught.value.message) < 200


@pytest.mark.parametrize(
    ("typed", "currency"),
    [
        *(("80€", "EUR"), ("€80", "EUR"), ("80 EUR", "EUR"), ("80eur", "eur"), ("eur 80", "EUR")),
        *(("80 EUR", "€"), ("$80", "CAD"), ("80 US $", "US $"), ("80 Fr.", "Fr."), ("80", "EUR")),
    ],
)
def test_an_amount_in_the_currency_that_is_set(typed: str, currency: str) -> None:
    assert read_amount(typed, currency) == "80"


@pytest.mark.parametrize(
    ("typed", "currency", "hint"),
    [
        ("80€", "", "Write 80. For the currency, once: netlog config set currency EUR"),
        ("80 chf", "", "Write 80. For the currency, once: netlog config set currency chf"),
        ("$80.50", "", "Write 80.50. For the currency, once: netlog config set currency CODE"),
        ("80 $(x)", "", "Write 80. For the currency, once: netlog config set currency CODE"),
        ("80 USD", "EUR", "Amounts are in EUR here, and nothing is converted: write 75 or 75.50."),
        ("80€€", "EUR", "Amounts are in EUR here, and nothing is converted: write 75 or 75.50."),
        ("80,50", "", "Write it as a plain number, such as 75 or 75.50."),
        ("-80", "", "Write it as a plain number, such as 75 or 75.50."),
        ("€", "EUR", "Write it as a plain number, such as 75 or 75.50."),
        ("EUR", "EUR", "Write it as a plain number, such as 75 or 75.50."),
    ],
)
def test_an_amount_in_something_else_is_refused_with_help(
    typed: str, currency: str, hint: str
) -> None:
    with pytest.raises(Unreadable) as caught:
        read_amount(typed, currency)
    assert caught.value.hint == hint


@given(st.text(max_size=30), st.sampled_from(["", "EUR", "$", "Fr."]))
def test_an_amount_is_read_or_refused(typed: str, currency: str) -> None:
    with suppress(Unreadable):
        amount = read_amount(typed, currency)
        assert read_amount(amount) == amount


@given(AMOUNTS)
def test_the_canonical_form_is_exact_and_stable(amount: Decimal) -> None:
    stored = read_amount(f"{amount:f}")
    assert Decimal(stored) == amount
    assert read_amount(stored) == stored


@given(st.lists(AMOUNTS))
def test_a_total_is_exact(amounts: list[Decimal]) -> None:
    assert Decimal(total([read_amount(f"{one:f}") for one in amounts])) == sum(amounts)


def test_no_fee_adds_nothing() -> None:
    assert total([]) == total([""]) == "0"
    assert total(["", "75", "0.50"]) == "75.50"


@pytest.mark.parametrize(
    ("amount", "number", "share"), [("150", 2, "75"), ("101.25", 2, "50.62"), ("1", 3, "0.33")]
)
def test_each(amount: str, number: int, share: str) -> None:
    assert unit_cost(amount, number) == share


@pytest.mark.parametrize("typed", ["a" + " " * 30_000 + "b", " a" * 15_000, "7 " * 15_000])
def test_what_is_endless_is_refused_at_once(typed: str) -> None:
    with pytest.raises(Unreadable):
        read_amount(typed)

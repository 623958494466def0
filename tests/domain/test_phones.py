"""Phone numbers: which may be one, however they are written."""

import pytest

from netlog.domain.people.phones import is_noted, looks_like_phone, read_phone

SAME = [
    ("+49 171 123456", "0171/123456"),
    ("+49 (0)171 123-456", "0049171123456"),
    ("49 171 123456", "+49171123456"),
    ("(555) 123-4567", "+1 555 123 4567"),
    ("1-555-123-4567", "+1.555.123.4567"),
    ("+351 21 123 4567", "021 1234567"),
    ("+39 06 1234567", "06 1234567"),
    ("030 123456", "030123456"),
    ("tel:+49-171-123456", "+49 171 123456"),
    ("TEL:0171 123456", "0171 123456"),
]
APART = [
    ("+49 171 123456", "+43 171 123456"),
    ("+49 171 123456", "0172 123456"),
    ("+49 171 123456", "71 123456"),
    ("030 123456", "040 123456"),
]


@pytest.mark.parametrize(("one", "other"), [*SAME, *APART])
def test_which_may_be_one(one: str, other: str) -> None:
    first, second = read_phone(one), read_phone(other)
    assert first is not None
    assert second is not None
    assert first.may_be(second) is second.may_be(first) is ((one, other) in SAME)


@pytest.mark.parametrize("text", ["1234", "555-GOLD", "0171 123456 x12", "", "a@b.example"])
def test_what_is_none(text: str) -> None:
    assert not looks_like_phone(text)
    assert read_phone(text) is None


def test_the_shortest_has_five_digits() -> None:
    assert looks_like_phone("1-2345")
    assert not looks_like_phone("1-234")


def test_a_number_is_noted_in_whatever_format() -> None:
    assert is_noted("0171/555010", ["x 12345 y", "+49 171 555010"])
    assert not is_noted("0171/555010", ["0171 555011"])
    assert not is_noted("12", ["12"])

"""Ids as people type them."""

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.domain.ids import (
    AcknowledgementId,
    EventId,
    ItemId,
    looks_like_id,
    read_event_id,
    read_id,
    read_item_id,
    read_subject,
)
from netlog.errors import Unreadable
from tests.support.refusals import raising


@given(st.integers(0, 2**63 - 1))
def test_what_is_printed_is_read_back(number: int) -> None:
    for meant in (ItemId(number), EventId(number), AcknowledgementId(number)):
        assert read_id(str(meant)) == meant
    assert read_item_id(f" {number} ") == ItemId(number)
    assert read_event_id(f"E{number}") == EventId(number)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "e",
        "31x",
        "x31",
        "e 12",
        "ee12",
        "-1",
        "+1",
        "1.0",
        "1e3",
        "0x1f",
        "1,2",
        "99999999999999999999",
        "9223372036854775808",
        "9" * 10000,
        "٣١",
        "３１",
        "²",
        "#31",
        "31\x00",
    ],
)
def test_what_is_no_id(typed: str) -> None:
    for read in (read_id, read_item_id, read_event_id):
        with pytest.raises(Unreadable) as caught:
            read(typed)
        assert len(caught.value.message) < 200


NO_ITEM = "netlog due --all lists the items with their ids."


@pytest.mark.parametrize(
    ("read", "typed", "message", "hint"),
    [
        (read_item_id, "e12", "e12 is an event, and a due item is asked for here.", NO_ITEM),
        (
            read_item_id,
            "a3",
            "a3 is a thank-you or apology, and a due item is asked for here.",
            NO_ITEM,
        ),
        (
            read_event_id,
            "31",
            "31 is a due item, and an event is asked for here.",
            "An event's id begins with an e, such as e31.",
        ),
        (read_event_id, "a3", "a3 is a thank-you or apology, and an event is asked for here.", ""),
        (
            read_subject,
            "a3",
            "a3 is a thank-you or apology, and an introduction is asked for here.",
            "",
        ),
    ],
)
def test_an_id_of_one_kind_is_none_of_another(
    read: Callable[[str], object], typed: str, message: str, hint: str
) -> None:
    with raising(Unreadable, message, hint):
        read(typed)


@given(st.text())
def test_any_text_is_an_id_or_unreadable(typed: str) -> None:
    with suppress(Unreadable):
        assert read_id(typed).number >= 0


@pytest.mark.parametrize(("typed_id", "noun"), [(ItemId(31), "due item"), (EventId(12), "event")])
def test_an_id_says_what_has_it(typed_id: ItemId | EventId, noun: str) -> None:
    assert typed_id.noun == noun
    assert looks_like_id(str(typed_id))

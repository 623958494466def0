"""What a command did, in the sentence that the journal keeps and `undo` repeats."""

from collections.abc import Sequence
from datetime import date

import pytest

from netlog.domain import summary
from netlog.domain.events.voucher import Voucher
from netlog.domain.items import Item
from netlog.domain.projection.difference import Causes, Difference
from netlog.domain.projection.introduced import Introduced
from netlog.domain.records import (
    Acknowledgement,
    Event,
    IntroductionOutcome,
    Obligation,
    Party,
    Settlement,
    Statement,
)
from netlog.domain.wording import Wording

ME, ANN, BOB, CYD = 1, 2, 3, 4
TODAY, LATER = date(2026, 11, 3), date(2026, 11, 9)
WORDING = Wording({ME: "me", ANN: "Ann", BOB: "Bob", CYD: "Cyd"}, ME, TODAY, currency="EUR")
MINE = Introduced(1, TODAY, ME, ANN, BOB)
OTHER = Introduced(2, TODAY, ME, ANN, CYD)


def thanks(number: int, creditor: int, hidden_until: date | None) -> Item:
    obligation = Obligation(number, 9, "thanks", ME, creditor, 1, TODAY, LATER, hidden_until, None)
    return Item(obligation, Event(9, "meeting", TODAY), ())


@pytest.mark.parametrize(
    ("items", "sentence"),
    [
        (
            [thanks(1, ANN, LATER)],
            "Snoozed until Mon 9 Nov: you owe Ann thanks for the meeting",
        ),
        (
            [thanks(1, ANN, TODAY), thanks(2, BOB, TODAY), thanks(3, CYD, TODAY)],
            "No longer snoozed: you owe Ann thanks for the meeting, and 2 more items",
        ),
    ],
)
def test_what_was_put_out_of_sight_and_back(items: Sequence[Item], sentence: str) -> None:
    assert summary.snoozed(items, WORDING) == sentence


@pytest.mark.parametrize(
    ("worth", "sentence"),
    [
        ("500", "500 EUR of business came of e1: Ann and Bob"),
        ("0", "No business came of e1: Ann and Bob"),
    ],
)
def test_what_business_came_of_an_introduction(worth: str, sentence: str) -> None:
    said = Statement(1, "worth", TODAY, event_id=1, worth=worth)
    assert summary.of_statements([said], Difference(), MINE, WORDING) == sentence


def asked(number: int, introduction: Introduced, ended_by: int) -> Item:
    """My question whether they answered, which a statement ended."""
    event = Event(introduction.event_id, "introduction", TODAY)
    parties = (
        Party(1, event.id, ME, "introducer"),
        Party(2, event.id, introduction.client, "client"),
        Party(3, event.id, introduction.provider, "provider"),
    )
    obligation = Obligation(
        number, event.id, "check-response", ME, introduction.client, 1, TODAY, TODAY, None, TODAY
    )
    part = Settlement(number, 1, "kept", TODAY, 1, "", "", None, None, ended_by, 0)
    return Item(obligation, event, parties, (part,))


def test_of_several_introductions_it_tells_what_came_of_the_one_that_it_is_about() -> None:
    """That the two of another are happy is one more item: nobody said so of these."""
    said = [Statement(1, "kept", TODAY, item_id=1), Statement(2, "kept", TODAY, item_id=2)]
    difference = Difference(
        after={1: asked(1, MINE, 1), 2: asked(2, OTHER, 2)},
        noted={
            (1, "responded"): IntroductionOutcome(1, "responded", TODAY, "", "", None, 1),
            (2, "happy"): IntroductionOutcome(2, "happy", TODAY, "", "", None, 2),
        },
        causes=Causes(statements={1, 2}),
    )
    assert summary.of_statements(said, difference, MINE, WORDING) == (
        "Bob answered Ann, and 1 more item"
    )


def introduced(note: str = "", via: str = "", fee: str = "") -> Voucher:
    """That I introduced Ann to Bob."""
    parties = (
        Party(1, 1, ME, "introducer"),
        Party(2, 1, ANN, "client"),
        Party(3, 1, BOB, "provider"),
    )
    return Voucher(Event(1, "introduction", TODAY, note=note, via=via, fee=fee), parties)


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        (introduced(), introduced(note="by train"), ' · note "by train"'),
        (introduced(note="by train"), introduced(), " · no note"),
        (introduced(via="phone", fee="75"), introduced(), " · no via · no fee"),
        (introduced(via="phone"), introduced(via="email", fee="75"), " · via email · fee 75 EUR"),
        (introduced(note="by train"), introduced(note="by train"), ""),
    ],
)
def test_what_was_put_right_of_an_event(before: Voucher, after: Voucher, changes: str) -> None:
    assert summary.corrected(after, before, WORDING) == f"You introduced Ann to Bob{changes}"


def test_what_was_put_right_of_a_thank_you() -> None:
    before = Acknowledgement(1, "thanks", TODAY, ME, ANN, via="card", note="roses")
    after = before._replace(via="", note="")
    assert summary.corrected(after, before, WORDING) == "You thanked Ann · no via · no note"

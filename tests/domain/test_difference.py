"""What became of items between two projections, as receipts and corrections tell it."""

from datetime import date, timedelta

import pytest

from netlog.domain.items import Item
from netlog.domain.projection.difference import Causes, Difference
from netlog.domain.records import IntroductionOutcome, Obligation, Settlement
from tests.support.vouchers import voucher

ME, ANN = 1, 2
DAY = date(2026, 11, 1)
PROMISED = voucher(1, "promise", DAY, (ANN, ME), about="names", times=3)


def promise(
    key: int, *settlements: Settlement, closed: bool = False, due: date = DAY + timedelta(7)
) -> Item:
    """What Ann promised me, with what was settled of it."""
    closed_on = settlements[-1].settled_on if closed else None
    owes = Obligation(key, 1, "promise", ANN, ME, 3, DAY, due, None, closed_on)
    return Item(owes, *PROMISED, settlements)


def part(key: int, ordinal: int, *, event: int | None = None) -> Settlement:
    """A part of it that somebody typed, or that an event kept."""
    statement = ordinal if event is None else None
    day = DAY + timedelta(ordinal)
    return Settlement(key, ordinal, "kept", day, 1, "", "", event, None, statement, ordinal)


OPEN, CLOSED = promise(1), promise(1, part(1, 1), closed=True)
STILL_CLOSED = promise(1, part(1, 2), closed=True)
LATER = promise(1, due=DAY + timedelta(9))


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        (None, OPEN, "opened"),
        (OPEN, None, "dropped"),
        (OPEN, CLOSED, "closed"),
        (CLOSED, OPEN, "reopened"),
        (OPEN, LATER, "changed"),
        (CLOSED, STILL_CLOSED, "changed"),
    ],
)
def test_of_an_item_one_thing_is_told(before: Item | None, after: Item | None, what: str) -> None:
    difference = Difference(
        before={} if before is None else {1: before}, after={} if after is None else {1: after}
    )
    told = {
        name: getattr(difference, name)
        for name in ("opened", "dropped", "closed", "reopened", "changed")
    }
    item = before if after is None else after
    assert {name: items for name, items in told.items() if items} == {what: [item]}


def test_settlements_are_lost_only_where_the_item_stays_open() -> None:
    typed = promise(1, part(1, 1), part(1, 2))
    counted = promise(1, part(1, 1), part(1, 2, event=9))
    assert Difference({1: typed}, {1: promise(1, part(1, 1))}).lost_settlements == 1
    assert Difference({1: typed}, {1: OPEN}).lost_settlements == 2
    assert Difference({1: counted}, {1: OPEN}).lost_settlements == 1, "the event is told by itself"
    assert Difference({1: typed}, {1: CLOSED}).lost_settlements == 0, "it ended otherwise"
    assert Difference({1: OPEN}, {1: typed}).lost_settlements == 0


def test_only_what_the_facts_of_the_command_showed_is_told() -> None:
    by_event = IntroductionOutcome(4, "responded", DAY, "", "", 9, None)
    by_word = IntroductionOutcome(4, "happy", DAY, "", "", None, 3)
    elsewhere = IntroductionOutcome(5, "responded", DAY, "", "", 8, None)
    noted = {(each.event_id, each.outcome): each for each in (by_event, by_word, elsewhere)}
    causes = Causes(events={9}, statements={3})
    assert Difference(noted=noted, causes=causes).outcomes == [by_event, by_word]


def test_what_is_gone_is_told_with_its_event_as_it_was() -> None:
    renamed = voucher(1, "promise", DAY, (ANN, ME), about="two names", times=3)
    difference = Difference({1: OPEN, 2: promise(2)}, {2: promise(2)})
    told = difference.as_it_was({1: renamed})
    assert [item.event.about for item in told.before.values()] == ["two names", "names"]
    assert [item.event.about for item in told.dropped] == ["two names"]
    assert difference.as_it_was({}) == difference


def test_some_items_are_left_out_before_and_after() -> None:
    items = {1: promise(1), 2: promise(2)}
    assert Difference(items, items).without({1}) == Difference({2: items[2]}, {2: items[2]})

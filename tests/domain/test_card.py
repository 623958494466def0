"""What a card says of a contact, and of what a command made of it."""

from datetime import date
from typing import Any

import pytest

from netlog.domain.people.card import Card
from netlog.domain.people.contacts import DetailDraft
from netlog.domain.people.needs import Need
from netlog.domain.records import Contact, Detail, DetailKind, Interval

DAY = date(2026, 11, 10)
DANA = Contact(2, "Dana Park", "dana park", "person", is_me=False, organisation_id=None)
PEAK = Contact(3, "Peak", "peak", "organisation", is_me=False, organisation_id=None)
AT_PEAK = DANA._replace(organisation_id=PEAK.id)
EVERY_6W = Interval(1, 2, DAY, 42, "6w", 0, 1)


def detail(key: int, kind: DetailKind, value: str) -> Detail:
    return Detail(key, DANA.id, kind, value, value, DAY)


def card(contact: Contact = DANA, before: Contact = DANA, **said: Any) -> Card:
    """The card of Dana after a command."""
    usual: dict[str, Any] = {"organisation": None, "details": (), "created": (), "written": True}
    return Card(contact, before, **{**usual, **said})


SUMMARIES: list[tuple[Card, str]] = [
    (card(), "Dana Park"),
    (card(created=["Dana Park"]), "Added Dana Park"),
    (card(before=DANA._replace(name="Dana")), "Renamed Dana to Dana Park"),
    (card(AT_PEAK, organisation=PEAK), "Dana Park: at Peak"),
    (card(AT_PEAK, AT_PEAK, organisation=PEAK), "Dana Park"),
    (card(interval=EVERY_6W), "Dana Park: in touch every 6 weeks"),
    (card(interval=EVERY_6W, interval_before=EVERY_6W), "Dana Park"),
    (card(archive=True), "Dana Park: archived"),
    (card(archive=False), "Dana Park: archived no more"),
    (card(archive=True, is_archived_so=True), "Dana Park"),
    (
        card(
            AT_PEAK,
            organisation=PEAK,
            created=["Peak", "Dana Park"],
            added=[
                DetailDraft("need", "flat"),
                DetailDraft("skill", "law"),
                DetailDraft("skill", "tax"),
            ],
            dropped=[detail(9, "alias", "DP")],
            archive=True,
        ),
        "Added Dana Park: at Peak; skills law, tax; needs flat; no longer called DP; archived",
    ),
]


@pytest.mark.parametrize(("made", "summary"), SUMMARIES)
def test_a_command_is_summed_up(made: Card, summary: str) -> None:
    assert made.summary == summary


def test_a_need_that_was_answered_is_told_apart() -> None:
    flat, law = detail(1, "need", "flat"), detail(2, "need", "law")
    open_need, answered = Need(flat, None), Need(law, 7)
    made = card(details=(flat, law, detail(3, "skill", "tax")), needs=(open_need, answered))
    assert made.answered == [answered]
    assert made.values("need") == ["flat"]
    assert made.values("skill") == ["tax"]

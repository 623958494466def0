"""What events and obligations are called."""

from datetime import date

import pytest

from netlog.domain.items import Item
from netlog.domain.records import Attempt, Event, EventKind, Obligation, ObligationKind, Party
from netlog.domain.wording import Wording, channels_text, counts

ME, DANA, SAM = 1, 2, 3
TODAY = date(2026, 11, 3)
WORDING = Wording({ME: "me", DANA: "Dana", SAM: "Sam"}, ME, TODAY, currency="EUR")


def tried(
    *channels: str,
    kind: ObligationKind = "reply",
    opened_by: EventKind = "outreach",
    about: str = "",
) -> Item:
    """What Dana owes me, after attempts by these channels."""
    attempts = tuple(
        Attempt(1, ordinal, TODAY, via, "", ordinal, None, ordinal)
        for ordinal, via in enumerate(channels, 1)
    )
    obligation = Obligation(1, 1, kind, DANA, ME, 1, TODAY, TODAY, None, None)
    parties = (Party(1, 1, ME, "author"), Party(2, 1, DANA, "recipient"))
    return Item(obligation, Event(1, opened_by, TODAY, about=about), parties, attempts=attempts)


@pytest.mark.parametrize(
    ("channels", "words"),
    [
        (("",), "1 attempt"),
        (("phone",), "1 attempt, phone"),
        (("", ""), "2 attempts"),
        (("phone", "email", "phone"), "3 attempts: 2 phone, 1 email"),
        (("phone", ""), "2 attempts: 1 phone"),
    ],
)
def test_attempts_are_told_by_channel(channels: tuple[str, ...], words: str) -> None:
    assert channels_text(tried(*channels)) == words


@pytest.mark.parametrize(
    ("item", "words"),
    [
        (tried("phone"), "a reply"),
        (tried("phone", about="the offer"), 'a reply about "the offer"'),
        (tried("phone", "phone"), "a reply (2 attempts: 2 phone)"),
        (
            tried("phone", "phone", about="the offer"),
            'a reply (2 attempts: 2 phone; the first about "the offer")',
        ),
        (tried("", "", about="the offer"), 'a reply (2 attempts, the first about "the offer")'),
        (
            tried("phone", kind="response", opened_by="introduction"),
            "an answer after the introduction (1 attempt, phone)",
        ),
        (
            tried("phone", kind="response", opened_by="introduction", about="tax"),
            'an answer about "tax" (1 attempt, phone)',
        ),
    ],
)
def test_what_is_owed_says_how_often_it_was_asked_for(item: Item, words: str) -> None:
    assert WORDING.what(item) == words


def test_a_detail_without_effect_is_told_as_not_counted() -> None:
    event = Event(1, "introduction", TODAY, via="email", fee="75", keeps_id=4)
    assert WORDING.details(event) == ["via email", "fee 75 EUR", "as promised in 4"]
    assert WORDING.details(event, {"keeps_id"}) == [
        "via email",
        "fee 75 EUR",
        "as promised in 4 (not counted)",
    ]


def test_what_there_is_nothing_of_is_not_counted() -> None:
    assert counts((1, "event"), (0, "word"), (2, "detail")) == ["1 event", "2 details"]

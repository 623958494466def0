"""Words to send: which template an item has, and how one is filled."""

from datetime import date

import pytest

from netlog.domain.drafting import (
    TEMPLATES,
    Known,
    filled,
    refuse_to_introduce,
    refuse_to_settle,
    template_of,
)
from netlog.domain.items import Item
from netlog.domain.records import Event, EventKind, Obligation, ObligationKind
from netlog.errors import Refused, Unreadable
from tests.support.refusals import raising

ME, DANA = 1, 2
DAY = date(2026, 11, 21)
KNOWN = Known("Dana", "Lee", "law", "thanks", "21 Nov", "Ada")


def item(kind: ObligationKind, of: EventKind, debtor: int = ME) -> Item:
    other = DANA if debtor == ME else ME
    owed = Obligation(7, 1, kind, debtor, other, 1, DAY, DAY, None, None)
    return Item(owed, Event(1, of, DAY), ())


@pytest.mark.parametrize(
    ("wanted", "template"),
    [
        (item("thanks", "introduction"), "thanks"),
        (item("thanks", "meeting"), "thanks-meeting"),
        (item("thanks", "introduction", DANA), "nudge-thanks"),
        (item("thanks", "meeting", DANA), "nudge-meeting"),
        (item("apology", "problem", DANA), "nudge-apology"),
        (item("promise", "promise", DANA), "nudge"),
        (item("check-response", "introduction"), "check-response"),
        (item("update", "introduction"), "update"),
    ],
)
def test_an_item_has_a_template(wanted: Item, template: str) -> None:
    assert template_of(wanted, ME) == template
    assert template in TEMPLATES


@pytest.mark.parametrize("template", TEMPLATES.values())
def test_each_template_can_be_filled(template: str) -> None:
    subject, body = filled(template, KNOWN)
    assert subject
    assert body.startswith("Dear Dana,\n")
    assert body.endswith("Ada\n")
    assert "{" not in subject + body


def test_what_is_not_known_leaves_no_trace() -> None:
    assert filled("{about}\nx{for}", KNOWN._replace(about="")) == ("thanks", "x\n")


@pytest.mark.parametrize("template", ["{nobody}", "{0}", "{", "{name.x}"])
def test_a_template_names_what_there_is(template: str) -> None:
    with pytest.raises(Unreadable) as caught:
        filled(template, KNOWN)
    assert caught.value.message == f"The template cannot be filled: {caught.value.__cause__}."
    assert caught.value.hint == "It can name {name}, {other}, {about}, {what}, {day}, {me}, {for}."


@pytest.mark.parametrize(
    ("asked", "message", "hint"),
    [
        (
            item("promise", "promise", DANA),
            "A reminder keeps nothing: it is theirs to do.",
            "Without --done: netlog draft 7",
        ),
        (
            item("check-response", "introduction"),
            "That you asked is no answer.",
            "Note that you did: netlog check 7 --silent",
        ),
        (
            item("check-outcome", "introduction"),
            "That you asked is no answer.",
            "Note that you did: netlog check 7 --silent",
        ),
    ],
)
def test_a_question_settles_nothing(asked: Item, message: str, hint: str) -> None:
    with raising(Refused, message, hint):
        refuse_to_settle(asked, ME)


def test_what_is_mine_is_settled_by_what_is_sent() -> None:
    refuse_to_settle(item("thanks", "meeting"), ME)


def test_only_an_introduction_of_mine_has_words_of_its_own() -> None:
    introduction, meeting = Event(1, "introduction", DAY), Event(2, "meeting", DAY)
    refuse_to_introduce(introduction, is_mine=True)
    for event, message in (
        (introduction, "e1 was made by somebody else."),
        (meeting, "e2 is no introduction."),
    ):
        with pytest.raises(Refused) as caught:
            refuse_to_introduce(event, is_mine=False)
        assert caught.value.message == message
        assert caught.value.hint == "netlog draft ID is for an item that due lists."

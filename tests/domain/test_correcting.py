"""What can be put right in a fact, what cannot, and how that is told."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from netlog.domain.correcting import (
    between,
    corrected,
    refuse_before,
    refuse_fewer_than_came,
    refuse_others,
    refuse_to_overtake,
)
from netlog.domain.items import Item
from netlog.domain.people.card import interval_text
from netlog.domain.records import Change, Event, Interval, Obligation, Settlement
from netlog.errors import Refused, Unreadable
from tests.support.once import Once
from tests.support.program import Result
from tests.support.refusals import raising
from tests.support.vouchers import voucher

Netlog = Callable[..., Result]
DAY = "2026-11-10"


WEEK = (
    ("meet", "Dana", "Sam", "--at", "Club"),
    ("intro", "Dana", "Sam", "--fee", "20", "--for", "law"),
    ("promise", "slides", "--to", "Dana", "--times", "3"),
    ("reach", "Sam", "--via", "phone"),
    ("problem", "e2", "rude", "--with", "Sam"),
    ("promise", "tea", "--to", "Sam", "--no-due"),
    ("thank", "Dana", "--via", "card"),
    ("done", "8", "--times", "2"),
)


@pytest.fixture
def week(netlog: Netlog, once: Once) -> Netlog:
    """A ledger with one fact of each kind."""
    once(lambda: [netlog(*line, "--on", DAY, today=DAY) for line in WEEK])
    return netlog


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("edit e1 --at Bar --note x", 'You met Dana and Sam · at Bar · note "x"'),
        ("edit e2 --fee 30 --via email", "· via email · fee 30"),
        ("edit e1 --at ''", "no place"),
        ("edit e4 --via ''", "no via"),
        (
            "edit a1 --via phone --note hello",
            'Changed a1: You thanked Dana · via phone · note "hello"',
        ),
        ("edit a1 --replace Dana Sam", "Changed a1: You thanked Sam"),
        ("edit a1 --on 2026-11-09", "Mon 9 Nov"),
        ("edit a1 --before e1", "· before e1"),
        ("edit e4 --before a1", "· before a1"),
        ("edit e1 --remove Sam", "Changed e1: You met Dana"),
        ("edit e1 --add Lee", "You met Dana, Sam and Lee"),
        ("delete a1", "Deleted a1: You thanked Dana"),
    ],
)
def test_what_is_put_right_is_told(week: Netlog, line: str, told: str) -> None:
    import shlex

    assert told in week(*shlex.split(line), today=DAY).out


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("edit e1 --due fri", "There is no --due in a meeting"),
        ("edit e4 --at Bar", "There is no --at in an outreach"),
        ("edit e3 --about ''", "cannot be without words"),
        ("edit e6 --times 2", "recorded with --no-due"),
        ("edit e1 --replace Lee Ann", "Nobody in the ledger"),
        ("edit e3 --replace Sam Dana", "is not in that event"),
        ("edit e1 --replace Dana Sam", "in that event already"),
        ("edit e2 --add Sam", "Only a meeting"),
        ("edit e3 --times 1", "came already"),
        ("edit e2 --on 2026-11-10 --before e2", "before itself"),
        ("edit a1 --before a1", "before itself"),
        ("edit a1 --due fri", "Of a thank-you"),
        ("edit a1 --via card", "recorded so already"),
        ("delete e2", "is about e2"),
        ("delete Dana", "in 4 events"),
        ("edit a9 --via x", "There is no thank-you or apology a9"),
    ],
)
def test_what_makes_no_sense_is_refused(week: Netlog, line: str, why: str) -> None:
    import shlex

    result = week(*shlex.split(line), today=DAY, code=None)
    assert result.code in (2, 3)
    assert why in result.err


def test_another_day_is_another_place(week: Netlog) -> None:
    week("reach", "Dana", "--on", "2026-11-09", today=DAY)
    refused = week("edit", "e1", "--before", "e7", today=DAY, code=None)
    assert "so only what happened on that day can be before it" in refused.err
    dated = week("edit", "e2", "--on", "2026-11-11", today="2026-11-12", code=None)
    assert "which cannot be later" in dated.err
    week("reach", "Dana", "--on", "2026-11-08", today=DAY)
    assert week("edit", "e1", "--remove", "Lee", today=DAY, code=None).code == 3


def test_more_may_be_promised_and_only_guests_go(week: Netlog) -> None:
    assert "2 of 5" in week("edit", "e3", "--times", "5", today=DAY).out
    week("person", "Lee", "--new", today=DAY)
    gone = week("edit", "e1", "--remove", "Lee", today=DAY, code=None)
    assert "Whom you want to remove is not in that event" in gone.err


def test_it_is_not_after_what_is_known_of_it(netlog: Netlog) -> None:
    netlog("intro", "Dana", "Sam", "--on", DAY, today=DAY)
    netlog("check", "e1", "--happy", "--on", DAY, today=DAY)
    late = netlog("edit", "e1", "--on", "2026-11-12", today="2026-11-12", code=None)
    assert "is known since 2026-11-10" in late.err


def test_somebody_who_is_only_thanked_stays(netlog: Netlog) -> None:
    netlog("thank", "Bo", "--new", today=DAY)
    assert "in 1 thank-you or apology;" in netlog("delete", "Bo", today=DAY, code=None).err


def test_between_two_moments_there_may_be_none_left() -> None:
    assert between(1, 5) == 3
    with pytest.raises(Refused, match="between the two"):
        between(4, 5)


def test_two_that_change_places_often_leave_room_between_them() -> None:
    earlier, later = 0, 1_000_000
    for _ in range(100):
        later = between(earlier, later)
    assert later > earlier


def test_a_field_that_it_has_not() -> None:
    event = Event(1, "problem", date(2026, 11, 10), about="rude", introduction_id=2)
    with pytest.raises(Unreadable, match="no --fee in a problem"):
        corrected(event, {"fee": "20"})


@pytest.mark.parametrize(
    ("said", "days", "told"),
    [
        ("6w", 42, "every 6 weeks"),
        ("42 days", 42, "every 42 days"),
        ("1w", 7, "every week"),
        ("2m", 60, "every 60 days"),
        ("", 14, "every 2 weeks"),
        ("never", None, "as it comes"),
    ],
)
def test_an_interval_is_told_as_it_was_said(said: str, days: int | None, told: str) -> None:
    assert interval_text(Interval(1, 2, date(2026, 1, 1), days, said, 0, 1)) == told


def test_a_snooze_can_be_ended_by_today(week: Netlog) -> None:
    week("snooze", "8", "--until", "2026-11-20", today=DAY)
    assert "No longer snoozed" in week("snooze", "8", "--until", "today", today=DAY).out


def test_a_change_has_its_moment() -> None:
    change = Change(1, 1_795_867_923_662_362, "do", "netlog meet", "You met", None, None, 1, b"")
    assert change.at == datetime(2026, 11, 28, 12, 12, 3, tzinfo=UTC)


def test_a_note_of_a_thank_you_is_found(netlog: Netlog) -> None:
    netlog("thank", "Bo", "--new", "--note", "a card with cats", today=DAY)
    (found,) = netlog("find", "cats", "--json", today=DAY).json["items"]
    assert (found["kind"], found["id"]) == ("acknowledgement", "a1")
    assert "a card with cats" in netlog("find", "cats", today=DAY).out


def test_an_option_is_named_as_it_is_typed() -> None:
    promise = Event(1, "promise", date(2026, 1, 5), told=1)
    with pytest.raises(Unreadable, match=r"There is no --keeps in a promise\."):
        corrected(promise, {"keeps_id": 1})


TENTH, TWELFTH = date(2026, 11, 10), date(2026, 11, 12)
INTRODUCTION = Event(2, "introduction", TWELFTH, told=2)
PROBLEM = Event(5, "problem", TENTH, about="rude", introduction_id=2, told=5)
MEETING = Event(1, "meeting", TENTH)


def kept(times: int, of: int) -> Item:
    """A promise of which some parts came."""
    promise = Obligation(8, 3, "promise", 1, 2, of, TENTH, TWELFTH, None, None)
    part = Settlement(8, 1, "kept", TENTH, times, "", "", None, None, 1, 1)
    return Item(promise, Event(3, "promise", TENTH), (), (part,))


REFUSALS: dict[str, tuple[Callable[[], object], str, str]] = {
    "no moment is left": (
        lambda: between(4, 5),
        "Nothing more can be put between the two.",
        "Put others before them first.",
    ),
    "others in a promise": (
        lambda: refuse_others(voucher(3, "promise", TENTH, (1, 2)), ()),
        "Only a meeting can have others in it.",
        "Elsewhere, --replace OLD NEW puts somebody in the place of another.",
    ),
    "who was not there is removed": (
        lambda: refuse_others(voucher(1, "meeting", TENTH, (1, 2)), [3]),
        "Whom you want to remove is not in that event.",
        "",
    ),
    "before one of another day": (
        lambda: refuse_before(MEETING, INTRODUCTION, "e2"),
        "e2 was on 2026-11-12, so only what happened on that day can be before it.",
        "--on puts it on that day.",
    ),
    "fewer than came": (
        lambda: refuse_fewer_than_came([kept(2, of=3)], 1),
        "2 of 3 came already, so 1 is too few.",
        "What was recorded too much: netlog history e3",
    ),
    "an introduction after its problem": (
        lambda: refuse_to_overtake(INTRODUCTION, [PROBLEM], None),
        "e5 of 2026-11-10 is about e2, which cannot be later, on 2026-11-12.",
        "",
    ),
    "an introduction after its answer": (
        lambda: refuse_to_overtake(INTRODUCTION, [], (TENTH, 4)),
        "What came of e2 is known since 2026-11-10, so it cannot have been on 2026-11-12.",
        "netlog history e2 tells what is known.",
    ),
}


@pytest.mark.parametrize(("refuse", "message", "hint"), REFUSALS.values(), ids=REFUSALS)
def test_a_refusal_says_why_and_what_to_do(
    refuse: Callable[[], object], message: str, hint: str
) -> None:
    with raising(Refused, message, hint):
        refuse()


def test_all_who_were_put_into_a_meeting_can_go_where_others_come() -> None:
    refuse_others(voucher(1, "meeting", TENTH, (2, 3)), [2, 3])


def test_as_many_as_came_can_be_promised() -> None:
    refuse_fewer_than_came([kept(2, of=3)], 2)


def test_on_another_day_an_event_has_no_place_yet() -> None:
    put_right = MEETING._replace(placed=7)
    assert corrected(put_right, {"happened_on": TWELFTH}).placed is None
    assert corrected(put_right, {"note": "x"}).placed == 7


@pytest.mark.parametrize("day", [date(2026, 1, 5), date(2026, 1, 7)])
def test_an_event_of_an_unknown_day_has_the_one_that_is_given(day: date) -> None:
    event = Event(1, "introduction", date(2026, 1, 7), undated=True)
    assert corrected(event, {"happened_on": day}).known_on == day
    assert corrected(event, {"note": "by phone"}).known_on is None

"""What is told of items: those that are alike in one line, and nothing of the others lost."""

from datetime import date, timedelta

from netlog.domain.alike import Effect, together
from netlog.domain.items import Item
from netlog.domain.records import Event, Obligation, ObligationKind, Party
from netlog.domain.wording import Wording

ME, DANA, SAM, LEE = 1, 2, 3, 4
TODAY = date(2026, 11, 3)
WORDING = Wording({ME: "me", DANA: "Dana", SAM: "Sam", LEE: "Lee"}, ME, TODAY)
MEETING = Event(1, "meeting", TODAY)
MET = tuple(Party(who, 1, who, "attendee") for who in (ME, DANA, SAM, LEE))
INTRODUCTION = Event(2, "introduction", TODAY)
INTRODUCED = (
    Party(1, 2, ME, "introducer"),
    Party(2, 2, DANA, "client"),
    Party(3, 2, SAM, "provider"),
)


def owed(number: int, debtor: int, creditor: int, kind: ObligationKind = "thanks") -> Item:
    met = kind == "thanks"
    event, parties = (MEETING, MET) if met else (INTRODUCTION, INTRODUCED)
    due = TODAY + timedelta(days=2 if debtor == ME else 7)
    obligation = Obligation(number, event.id, kind, debtor, creditor, 1, TODAY, due, None, None)
    return Item(obligation, event, parties)


def both_ways(*others: int, start: int = 1) -> list[Item]:
    pairs = [pair for other in others for pair in ((ME, other), (other, ME))]
    return [owed(number, *pair) for number, pair in enumerate(pairs, start)]


def lines(*effects: Effect) -> list[str]:
    return [f"{line.verb} {line.ids} {line.text}" for line in together(effects, WORDING)]


def opens(*items: Item) -> list[str]:
    mine = {True: " · due Thu", False: " · due Tue"}
    return lines(*(Effect("opens", item, mine[item.obligation.debtor_id == ME]) for item in items))


def waived(*items: Item) -> list[str]:
    return lines(*(Effect("closes", item, " · waived", is_over=True) for item in items))


def test_what_one_meeting_opens_with_several_is_one_line() -> None:
    assert opens(*both_ways(DANA, SAM, LEE)) == [
        "opens 1-6 thanks for the meeting, each way: Dana, Sam, Lee · due Thu, theirs Tue"
    ]
    assert waived(*both_ways(DANA, SAM)) == [
        "closes 1-4 thanks for the meeting, each way: Dana, Sam · waived"
    ]


def test_of_each_way_it_says_mine_first() -> None:
    """Also where theirs has the lowest number."""
    assert opens(owed(1, DANA, ME), owed(2, SAM, ME), owed(3, ME, DANA), owed(4, ME, SAM)) == [
        "opens 1-4 thanks for the meeting, each way: Dana, Sam · due Thu, theirs Tue"
    ]


def test_what_one_other_and_i_owe_each_other_are_two_lines() -> None:
    assert opens(*both_ways(DANA)) == [
        "opens 1 you owe Dana thanks for the meeting · due Thu",
        "opens 2 Dana owes you thanks for the meeting · due Tue",
    ]


def test_what_several_owe_one_way_is_a_sentence() -> None:
    assert opens(*both_ways(DANA, SAM, LEE)[::2]) == [
        "opens 1, 3, 5 you owe Dana, Sam and Lee thanks for the meeting · due Thu"
    ]
    assert opens(*both_ways(DANA, SAM)[1::2]) == [
        "opens 2, 4 Dana and Sam owe you thanks for the meeting · due Tue"
    ]
    assert waived(*both_ways(DANA, SAM)[::2]) == [
        "closes 1, 3 you owed Dana and Sam thanks for the meeting · waived"
    ]


def test_each_way_is_said_only_of_the_same_people() -> None:
    assert opens(*both_ways(DANA, SAM), owed(5, ME, LEE)) == [
        "opens 1, 3, 5 you owe Dana, Sam and Lee thanks for the meeting · due Thu",
        "opens 2, 4 Dana and Sam owe you thanks for the meeting · due Tue",
    ]


def test_two_of_one_person_are_one_line() -> None:
    assert waived(owed(1, ME, DANA), owed(9, ME, DANA)) == [
        "closes 1, 9 you owed Dana thanks for the meeting · waived"
    ]


def test_what_ended_otherwise_is_a_line_of_its_own() -> None:
    first, second = owed(1, ME, DANA), owed(2, ME, SAM)
    assert lines(
        Effect("closes", first, " · in time"), Effect("closes", second, " · 1 day late")
    ) == [
        "closes 1 you owe Dana thanks for the meeting · in time",
        "closes 2 you owe Sam thanks for the meeting · 1 day late",
    ]
    assert lines(Effect("opens", first), Effect("hides", second)) == [
        "opens 1 you owe Dana thanks for the meeting",
        "hides 2 you owe Sam thanks for the meeting",
    ]


def test_what_others_owe_each_other_and_what_is_asked_stays_as_it_is() -> None:
    assert waived(owed(1, SAM, DANA, "response"), owed(2, ME, DANA, "check-outcome")) == [
        "closes 1 Sam owed Dana an answer after the introduction · waived",
        "closes 2 ask Dana and Sam whether both are happy · waived",
    ]

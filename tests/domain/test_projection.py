"""Facts become postings in the order of their days, whatever their ids."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.domain.events.voucher import Voucher
from netlog.domain.projection.facts import Facts, steps_of
from netlog.domain.projection.numbers import Numbers
from netlog.domain.projection.project import project
from netlog.domain.projection.terms import Terms
from netlog.domain.records import (
    Acknowledgement,
    Interval,
    Number,
    Statement,
    StatementKind,
)
from netlog.errors import Refused
from tests.support.vouchers import voucher

ME, ANN, BOB, CYD = 1, 2, 3, 4


def day(number: int) -> date:
    return date(2026, 10, 31) + timedelta(number)


def facts(vouchers: Iterable[Voucher], **others: Any) -> Facts:
    return Facts(ME, {one.event.id: one for one in vouchers}, terms={0: Terms()}, **others)


def said(key: int, kind: StatementKind, on: int, item: int | None = None, **more: Any) -> Statement:
    return Statement(key, kind, day(on), item, **{"told": 100 + key, **more})


def opened(found: Facts, **scope: Any) -> dict[int, tuple[str, int, int, bool]]:
    """What is opened: kind, debtor, creditor, and whether it is open, by number."""
    return {
        key: (item.kind, item.debtor_id, item.creditor_id, account.is_open)
        for key, account in project(found, **scope).accounts.items()
        for item in [account.obligation]
    }


class TestOrder:
    def test_by_the_day_then_as_told_or_put(self) -> None:
        late = voucher(1, "meeting", day(2), (ME, ANN), told=1)
        first = voucher(2, "meeting", day(1), (ME, ANN), told=9)
        put = voucher(3, "meeting", day(2), (ME, ANN), told=8, placed=0)
        steps = facts([late, first, put]).steps()
        assert [step.fact for step in steps] == [first, put, late]
        assert [step.moment for step in steps] == [9, 0, 1]

    def test_an_answer_is_so_on_one_day_and_heard_on_another(self) -> None:
        heard = said(1, "responded", 2, event_id=1, day=day(5))
        known = [(step.on, step.is_heard) for step in steps_of(heard)]
        assert known == [(day(2), False), (day(5), True)]
        at_once = said(1, "happy", 2, event_id=1)
        known = [(step.on, step.is_heard) for step in steps_of(at_once)]
        assert known == [(day(2), False), (day(2), True)]

    def test_each_fact_has_its_day(self) -> None:
        thanked = Acknowledgement(1, "thanks", day(3), ME, ANN, told=7, placed=5)
        often = Interval(1, ANN, day(2), 7, "1w", 4, 1)
        found = facts([], acknowledgements=[thanked], intervals=[often])
        assert [step[:3] for step in found.steps()] == [
            (day(2), 4, often),
            (day(3), 5, thanked),
        ]

    def test_what_did_not_close_an_item_and_what_came_of_it_happens_on_no_day(self) -> None:
        assert list(steps_of(said(1, "unsettled", 2, 1))) == []
        assert list(steps_of(said(1, "worth", 2, event_id=1, note="500"))) == []

    @given(st.permutations(range(4)))
    def test_ids_make_no_difference(self, ids: list[int]) -> None:
        one, two, three, four = (1 + number for number in ids)
        told = [
            voucher(one, "outreach", day(1), (ANN, ME), told=1),
            voucher(two, "outreach", day(2), (ANN, ME), told=2),
            voucher(three, "meeting", day(3), (ME, ANN), told=3),
            voucher(four, "outreach", day(4), (ME, ANN), told=4),
        ]
        accounts = project(facts(told)).accounts.values()
        assert [
            (item.kind, item.debtor_id, item.opened_on, item.closed_on, len(account.attempts))
            for account in accounts
            for item in [account.obligation]
        ] == [
            ("reply", ME, day(1), day(3), 2),
            ("thanks", ME, day(3), None, 0),
            ("thanks", ANN, day(3), None, 0),
            ("reply", ANN, day(4), None, 1),
        ]


class TestNumbers:
    MET = voucher(1, "meeting", day(1), (ME, ANN))

    def test_an_item_keeps_the_one_it_has(self) -> None:
        known = [Number(7, "thanks", 1, 10, 11)]
        found = project(facts([self.MET], numbers=known, following=9))
        assert list(found.accounts) == [7, 9]
        assert found.numbers.given == [Number(9, "thanks", 1, 11, 10)]

    def test_it_is_that_of_the_places_whoever_has_them(self) -> None:
        numbers = project(facts([self.MET])).numbers.given
        other = voucher(1, "meeting", day(1), (ME, BOB))
        assert opened(facts([other], numbers=numbers, following=3)) == {
            1: ("thanks", ME, BOB, True),
            2: ("thanks", BOB, ME, True),
        }

    def test_of_a_problem_the_introducer_has_the_place_in_the_introduction(self) -> None:
        made = voucher(1, "introduction", day(1), (ANN, ME, BOB))
        wrong = voucher(2, "problem", day(2), (BOB, ME), introduction_id=1)
        given = project(facts([made, wrong])).numbers.given
        assert [number[1:] for number in given if number.event_id == 2] == [
            ("apology", 2, 10, 21, None),
            ("replacement", 2, 10, 21, None),
        ]

    def test_one_identity_one_number(self) -> None:
        numbers = Numbers([], 5)
        first, second = Number(0, "thanks", 1, 10, 11), Number(0, "thanks", 1, 11, 10)
        assert [numbers.of(each) for each in (first, second, first)] == [5, 6, 5]


class TestScope:
    TOLD = (
        voucher(1, "meeting", day(1), (ME, ANN, BOB)),
        voucher(2, "outreach", day(2), (ME, BOB)),
    )

    def test_only_what_is_between_me_and_those_in_it(self) -> None:
        whole = opened(facts(self.TOLD))
        assert {key: item for key, item in whole.items() if ANN in item} == opened(
            facts(self.TOLD), scope={ANN}
        )
        assert len(whole) == 5
        assert opened(facts(self.TOLD), scope={ME, ANN}) == opened(facts(self.TOLD), scope={ANN})

    def test_what_came_of_an_introduction_belongs_to_those_introduced(self) -> None:
        made = voucher(1, "introduction", day(1), (ANN, ME, BOB))
        answered = voucher(2, "outreach", day(2), (BOB, ME))
        found = facts([made, answered])
        assert project(found, {BOB}).postings().outcomes
        assert not project(found, {ANN}).postings().outcomes


class TestUnsettled:
    MADE = voucher(1, "introduction", day(1), (ME, ANN, BOB))  # 3 response, 4 and 5 my questions
    HAPPY = said(1, "happy", 9, event_id=1)

    def closed(self, *statements: Statement) -> set[int]:
        items = opened(facts([self.MADE], statements=statements))
        return {key for key, (*_, is_open) in items.items() if not is_open}

    @pytest.mark.parametrize("item", [3, 4, 5])
    def test_an_answer_closes_all_but_the_item_of_which_it_was_said(self, item: int) -> None:
        assert self.closed(self.HAPPY) == {3, 4, 5}
        not_that = said(2, "unsettled", 10, item, statement_id=1)
        assert self.closed(self.HAPPY, not_that) == {3, 4, 5} - {item}
        again = said(3, "kept", 11, item)
        assert self.closed(self.HAPPY, not_that, again) == {3, 4, 5}

    @pytest.mark.parametrize(
        ("item", "known"), [(3, {"happy"}), (4, {"responded", "happy"}), (5, {"responded"})]
    )
    def test_what_is_known_is_denied_by_the_item_that_asks_for_it(
        self, item: int, known: set[str]
    ) -> None:
        not_that = said(2, "unsettled", 10, item, statement_id=1)
        found = project(facts([self.MADE], statements=[self.HAPPY, not_that]))
        assert set(found.outcomes[1]) == known

    def test_a_word_that_was_none_starts_no_interval_anew(self) -> None:
        met = voucher(1, "meeting", day(1), (ME, ANN), no_due=True)
        word = voucher(2, "outreach", day(5), (ANN, ME), no_due=True)
        often = [Interval(1, ANN, day(2), 7, "1w", 1, 1)]
        told = facts([met, word], intervals=often)
        assert opened(told) == {1: ("touch", ME, ANN, False), 2: ("touch", ME, ANN, True)}
        none = replace(told, statements=[said(1, "unsettled", 6, 1, event_id=2)])
        assert opened(none) == {1: ("touch", ME, ANN, True)}


class TestTouches:
    MET = voucher(1, "meeting", day(1), (ME, ANN), no_due=True)

    def due(self, *intervals: tuple[int, int | None], more: Iterable[Voucher] = ()) -> list[date]:
        told = [
            Interval(key, ANN, day(on), days, str(days), key, 1)
            for key, (on, days) in enumerate(intervals, 1)
        ]
        accounts = project(facts([self.MET, *more], intervals=told)).accounts.values()
        return [one.obligation.due_on for one in accounts if one.is_open]

    def test_another_interval_moves_the_day_and_none_takes_the_item_away(self) -> None:
        assert self.due((2, 7)) == [day(8)]
        assert self.due((2, 7), (3, 14)) == [day(15)]
        assert self.due((2, 7), (3, None)) == []
        assert self.due((2, None)) == []
        assert self.due((2, 7), (3, None), (4, 21)) == [day(22)]

    def test_what_was_meant_before_the_first_word_begins_with_it(self) -> None:
        assert self.due((0, 7)) == [day(8)]

    def test_a_word_told_late_counts_where_it_was(self) -> None:
        earlier = voucher(2, "outreach", day(0), (ME, ANN), no_due=True, told=99)
        assert self.due((2, 7), more=[earlier]) == [day(8)]

    @pytest.mark.parametrize(("on", "closed"), [(1, 0), (2, 1)])
    def test_a_word_on_the_day_of_the_last_one_is_none(self, on: int, closed: int) -> None:
        often = Interval(1, ANN, day(0), 7, "7", 1, 1)
        numbers = project(facts([self.MET], intervals=[often])).numbers.given
        touch = next(number.id for number in numbers if number.kind == "touch")
        done = said(1, "kept", on, touch)
        found = facts([self.MET], intervals=[often], numbers=numbers, statements=[done])
        accounts = project(replace(found, following=9)).accounts.values()
        assert sum(not account.is_open for account in accounts) == closed
        assert [a.obligation.due_on for a in accounts if a.is_open] == [day(on + 7)]


class TestRefusals:
    MET = voucher(1, "meeting", day(1), (ME, ANN))

    @pytest.mark.parametrize(
        ("statement", "why"),
        [
            (said(2, "kept", 1, 9), "9 was not open on 2026-11-01"),
            (said(2, "kept", 0, 1), "1 was not open on 2026-10-31"),
            (said(2, "kept", 4, 1), "1 was closed on 2026-11-03 already"),
            (said(2, "snoozed", 4, 1, day=day(9)), "1 was closed on 2026-11-03 already"),
            (said(2, "kept", 2, 2, times=2), "2 has 1 of 1 left"),
        ],
    )
    def test_what_was_not_open_on_its_day(self, statement: Statement, why: str) -> None:
        told = facts([self.MET], statements=[said(1, "kept", 3, 1), statement])
        project(told)
        with pytest.raises(Refused) as caught:
            project(told, judged=[statement])
        assert why in caught.value.message

    def test_what_a_later_word_closed_an_earlier_one_may_still_close(self) -> None:
        earlier = said(2, "kept", 2, 1)
        told = facts([self.MET], statements=[said(1, "kept", 3, 1), earlier])
        found = project(told, judged=[earlier])
        assert [one.settled_on for one in found.accounts[1].settlements] == [day(2)]

    @pytest.mark.parametrize("item", [2, 3, 99])
    def test_thanks_for_what_is_no_open_thanks_between_the_two(self, item: int) -> None:
        wrong = voucher(2, "outreach", day(2), (ANN, ME))
        thanked = Acknowledgement(1, "thanks", day(3), ME, ANN, item, told=50)
        told = facts([self.MET, wrong], acknowledgements=[thanked])
        assert all(one.is_open for one in project(told).accounts.values())
        with pytest.raises(Refused, match=f"{item} is no open thank-you between the two"):
            project(told, judged=[thanked])

    def test_what_is_judged_together_finds_what_was_before_all_of_it(self) -> None:
        both = [said(1, "kept", 2, 1), said(2, "kept", 2, 1)]
        told = facts([self.MET], statements=both)
        assert len(project(told, judged=both).accounts[1].settlements) == 1


def test_what_nobody_can_say_of_something_else_is_no_effect() -> None:
    met = voucher(1, "meeting", day(1), (ME, ANN))
    idle = [said(1, "kept", 2, 99), said(2, "unsettled", 2, 99), said(3, "snoozed", 2, 99)]
    assert opened(facts([met], statements=idle)) == opened(facts([met]))


def test_a_rest_is_what_is_open_on_its_day() -> None:
    promised = voucher(1, "promise", day(1), (ANN, ME), about="x", times=3)
    part = said(1, "kept", 2, 1, times=1)
    many = said(2, "kept", 3, 1, times=9)
    (account,) = project(facts([promised], statements=[many, part])).accounts.values()
    assert [(one.settled_on, one.times) for one in account.settlements] == [
        (day(2), 1),
        (day(3), 2),
    ]
    assert account.obligation.closed_on == day(3)


def test_what_others_do_among_themselves_opens_nothing() -> None:
    made = voucher(1, "introduction", day(1), (ANN, BOB, CYD))
    wrong = voucher(2, "problem", day(2), (CYD, BOB), introduction_id=1)
    reached = voucher(3, "outreach", day(3), (ANN, BOB))
    assert opened(facts([made, wrong, reached])) == {}


def test_a_contact_in_no_role_is_nobody() -> None:
    met = voucher(1, "meeting", day(1), (ME, ANN))
    with pytest.raises(LookupError):
        met.who("author")
    assert met.place(CYD) is None
    assert list(voucher(2, "meeting", day(1), (ANN, BOB)).others(ME)) == []


class TestIntroductions:
    def test_what_is_said_of_a_question_reaches_both_who_were_introduced(self) -> None:
        made = voucher(1, "introduction", day(1), (ME, ANN, BOB))
        numbers = project(facts([made])).numbers.given
        number = {each.kind: each.id for each in numbers}
        broken = said(1, "broken", 20, number["check-response"])
        known = facts([made], statements=[broken], numbers=numbers)
        whole, of_bob = opened(known), opened(known, scope={BOB})
        assert of_bob[number["response"]] == ("response", BOB, ANN, False)
        assert of_bob == {key: whole[key] for key in of_bob}
        assert len(of_bob) < len(whole)

    def test_what_was_said_of_one_that_is_gone_waits_for_its_return(self) -> None:
        happy = said(1, "happy", 2, event_id=1)
        assert project(facts([], statements=[happy])).postings().outcomes == {}

    def test_where_the_answer_was_there_before_i_asked_all_the_same(self) -> None:
        made = voucher(1, "introduction", day(1), (ME, ANN, BOB))
        silent = said(1, "silent", 3, event_id=1)
        happy = said(2, "happy", 2, event_id=1, day=day(9))
        tried = project(facts([made], statements=[silent])).accounts.values()
        assert [len(account.attempts) for account in tried if account.attempts] == [1]
        answered = project(facts([made], statements=[silent, happy])).accounts.values()
        asked = [account.obligation for account in answered if account.attempts]
        assert [(item.kind, item.hidden_until) for item in asked] == [("check-response", None)]
        assert not any(
            account.is_open for account in answered if "check" in account.obligation.kind
        )

    @pytest.mark.parametrize(("on", "closed_on"), [(2, 2), (5, 5), (6, 9)])
    def test_a_question_answered_in_time_is_closed_when_something_goes_wrong(
        self, on: int, closed_on: int
    ) -> None:
        made = voucher(1, "introduction", day(1), (ME, ANN, BOB))  # to be asked about by day 5
        wrong = voucher(2, "problem", day(9), (BOB, ANN), introduction_id=1)
        responded = said(1, "responded", on, event_id=1, day=day(20))
        found = project(facts([made, wrong], statements=[responded])).accounts.values()
        question = next(each for each in found if each.obligation.kind == "check-response")
        assert question.obligation.closed_on == day(closed_on)

    @pytest.mark.parametrize(("tries", "asks_back"), [(0, True), (1, False)])
    def test_a_word_to_whom_tried_is_an_answer_and_asks_for_none(
        self, tries: int, asks_back: bool
    ) -> None:
        made = voucher(1, "introduction", day(1), (BOB, ANN, ME))  # I owe Ann the response
        tried = [voucher(2, "outreach", day(2), (ANN, ME))] * tries
        answer = voucher(3, "outreach", day(3), (ME, ANN))
        items = opened(facts([made, *tried, answer])).values()
        assert ("response", ME, ANN, False) in items
        assert (("reply", ANN, ME, True) in items) is asks_back

    @pytest.mark.parametrize(
        ("contacts", "told"), [((BOB, CYD), 2), ((CYD, ANN), 2), ((BOB, ANN), 0)]
    )
    def test_a_problem_is_with_one_harms_the_other_and_comes_later(
        self, contacts: tuple[int, int], told: int
    ) -> None:
        made = voucher(1, "introduction", day(1), (ME, ANN, BOB))
        wrong = voucher(2, "problem", day(1), contacts, introduction_id=1, told=told)
        with pytest.raises(Refused):
            project(facts([made, wrong]), judged=[wrong])
        right = voucher(2, "problem", day(1), (BOB, ANN), introduction_id=1)
        assert project(facts([made, right]), judged=[right]).problems[1] == [right]

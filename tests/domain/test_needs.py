"""What a contact needs, and which introduction answers it."""

from datetime import date

import pytest

from netlog.domain.people.names import comparison_key
from netlog.domain.people.needs import Asked, need
from netlog.domain.records import Detail

NOTED = date(2026, 11, 10)


def noted(text: str) -> Detail:
    return Detail(1, 2, "need", text, comparison_key(text), NOTED)


def asked(about: str, day: int = 12, event: int = 7) -> Asked:
    return Asked(event, date(2026, 11, day), about)


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("handbook", "employee handbook"),
        ("Employee handbook", "an employee HANDBOOK"),
        ("tax law", "law and tax"),
        ("café", "Cafe"),
    ],
)
def test_an_introduction_for_all_its_words_answers_a_need(text: str, about: str) -> None:
    assert need(noted(text), [asked(about)]).answered_by == 7


@pytest.mark.parametrize(
    ("text", "about"),
    [("handbook", "book"), ("handbook", "handbooks"), ("employment law", "law"), ("law", "")],
)
def test_another_one_does_not(text: str, about: str) -> None:
    assert need(noted(text), [asked(about)]).is_open


def test_what_was_introduced_before_the_need_does_not_answer_it() -> None:
    assert need(noted("law"), [asked("law", 9)]).is_open
    assert need(noted("law"), [asked("law", 10)]).answered_by == 7


def test_one_that_went_wrong_does_not_answer_it() -> None:
    made = [asked("law", event=5)._replace(went_wrong=True), asked("law", 13, 6)]
    assert need(noted("law"), made[:1]).is_open
    assert need(noted("law"), made).answered_by == 6


def test_the_first_one_answers_it() -> None:
    made = [asked("law", 9, 3), asked("tax", 11, 4), asked("law", 12, 5), asked("law", 13, 6)]
    assert need(noted("law"), made).answered_by == 5


def test_of_one_that_went_wrong_it_is_told_whether_i_owe_another() -> None:
    wrong = asked("law", event=5)._replace(went_wrong=True)
    mine = asked("law", 9, 6)._replace(went_wrong=True, is_mine_to_replace=True)
    assert need(noted("law"), [wrong]).to_replace is None
    assert need(noted("law"), [mine, wrong]).to_replace == 6
    assert need(noted("tax"), [mine]).to_replace is None

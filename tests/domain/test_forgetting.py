"""By what texts name somebody, and the bars that take its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.domain.people.forgetting import (
    BAR,
    Traces,
    key_of_nobody,
    phrase,
    refuse_to_forget,
    traces,
    traces_of_name,
)
from netlog.domain.people.names import comparison_key
from netlog.domain.records import Contact, ContactKind, Detail, DetailKind
from netlog.errors import Refused


def contact(name: str, kind: ContactKind = "person", *, is_me: bool = False) -> Contact:
    return Contact(2, name, comparison_key(name), kind, is_me, None)


def detail(kind: DetailKind, value: str) -> Detail:
    return Detail(1, 2, kind, value, comparison_key(value))


DANA = contact("Dana Park")


@pytest.mark.parametrize(
    ("text", "barred"),
    [
        ("met Dana Park today", f"met {BAR} today"),
        ("met DANA PARK's son", f"met {BAR}'s son"),
        ("Dána-Párk, and dana", f"{BAR}, and {BAR}"),
        ("dana_park said", f"{BAR} said"),
        ("da\u200bna", BAR),
        ("Danas parking", "Danas parking"),
        ("Mr Park", f"Mr {BAR}"),
        ("", ""),
    ],
)
def test_names_and_their_first_and_last_words_get_bars(text: str, barred: str) -> None:
    named = traces(DANA, [], [])
    assert named.blacked_out(text) == barred
    assert named.is_in(text) == (text != barred)


def test_a_word_that_others_are_called_too_stays_and_is_told() -> None:
    named = traces(DANA, [], ["Dana Fox", "Sam"])
    assert (
        named.blacked_out("Dana Park, Dana Fox; Dana or Park") == f"{BAR}, Dana Fox; Dana or {BAR}"
    )
    assert named.left == ["dana"]


def test_a_name_of_one_word_that_is_in_somebody_elses_stays() -> None:
    named = traces(contact("Sam"), [], ["Sam Fox"])
    assert named.blacked_out("Sam and Sam Fox") == "Sam and Sam Fox"
    assert named.left == ["sam"]


def test_a_longer_name_of_somebody_else_stays_whole() -> None:
    named = traces(DANA, [], ["Dana Park Hill"])
    text = "Dana Park Hill knows Dana Park; a Dana Park hillock"
    assert named.blacked_out(text) == f"Dana Park Hill knows {BAR}; a {BAR} hillock"


def test_titles_and_initials_say_nothing_by_themselves() -> None:
    named = traces(contact("Dr. D. Dana Park"), [], [])
    assert named.blacked_out("Dr. Fox, D., Park") == f"Dr. Fox, D., {BAR}"
    assert traces(contact("Dr Prof"), [], []).blacked_out("Dr Prof; Dr") == f"{BAR}; Dr"


def test_of_an_organisation_only_the_whole_name_gets_a_bar() -> None:
    named = traces(contact("Acme Books", "organisation"), [], [])
    assert named.blacked_out("Acme Books sells books") == f"{BAR} sells books"


def test_aliases_addresses_and_numbers_get_bars() -> None:
    details = [
        detail("alias", "Dee"),
        detail("email", "dp@park.example"),
        detail("phone", "+49 171 5550199"),
        detail("phone", "ask at the desk"),
        detail("skill", "tax"),
    ]
    named = traces(DANA, details, [])
    text = "Dee on tax: DP@Park.example, 0171/555 01 99 or 0171 5550199 12, not 0171 5550198"
    barred = f"{BAR} on tax: {BAR}, {BAR} or {BAR} 12, not 0171 5550198"
    assert named.blacked_out(text) == barred


def test_a_double_name_stays_one_where_others_are_called_by_a_half_of_it() -> None:
    named = traces(contact("Smith-Jones"), [], ["Ann Smith", "Bo Jones"])
    assert named.blacked_out("Smith-Jones, not Jones or Smith") == f"{BAR}, not Jones or Smith"
    assert named.left == []


def test_what_somebody_is_good_at_stays_also_where_it_reads_as_a_number() -> None:
    named = traces(DANA, [detail("skill", "9001-2015")], [])
    assert named.blacked_out("Dana knows 9001-2015") == f"{BAR} knows 9001-2015"


def test_names_without_spaces_between_words_are_found() -> None:
    named = traces(contact("田中太郎"), [], [])
    assert named.blacked_out("昨日田中太郎さんと") == f"昨日{BAR}さんと"


def test_two_copies_know_more_of_a_name_than_one() -> None:
    here, there = traces_of_name("Dana Park"), traces(contact("Dee"), [], ["Dee Fox", "Lee"])
    both = here.and_also(there).and_also(traces_of_name("Didi"))
    assert both.blacked_out("Dana Park, Didi, Dee") == f"{BAR}, {BAR}, Dee"
    assert both.left == ["dee"]


def test_nothing_but_the_name_is_touched_when_nothing_is_known() -> None:
    assert Traces(frozenset()).blacked_out("Dana Park 5550199") == "Dana Park 5550199"


@given(st.text(alphabet="ab é-_ ß田🙂\u0301", max_size=12), st.text(alphabet="ab é-", max_size=12))
def test_what_is_barred_once_is_barred_for_good(name: str, text: str) -> None:
    named = traces_of_name(name)
    barred = named.blacked_out(f"{text} {name} {text}")
    assert named.blacked_out(barred) == barred
    assert not phrase(name) or BAR in barred


def test_nobody_is_called_as_the_nameless_are() -> None:
    assert comparison_key(key_of_nobody(7)) != key_of_nobody(7)


def test_the_owner_stays() -> None:
    refuse_to_forget(DANA)
    with pytest.raises(Refused, match="own ledger"):
        refuse_to_forget(contact("me", is_me=True))

"""How names are compared: what makes two of them the same, a beginning, or nearly the same."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.domain.people.names import (
    begins_words,
    beside,
    comparison_key,
    looks_like_email,
    looks_like_several,
    nearly_same,
)
from netlog.domain.people.naming import Named, read_name, what_else

SAME = [
    ("DANA", "dana"),
    ("Straße", "STRASSE"),
    ("José", "jose"),
    ("Jose\u0301", "José"),
    ("Łódź", "lodz"),
    ("Ægir Øst", "aegir ost"),
    ("\u01fd", "ae"),
    ("İstanbul", "istanbul"),
    ("Diyarbakır", "diyarbakir"),
    ("ﬁnance", "finance"),
    ("Ｄａｎａ", "dana"),
    ("Андре\u0301й", "андрей"),
    ("O\u2019Brien", "o'brien"),
    ("Smith\u2013Jones", "smith-jones"),
    ("Da\u00adna\u200b", "dana"),
    ("\u202aDana\u202c", "dana"),
    ("ガ", "カ\u3099"),
    ("김", "\u1100\u1175\u11b7"),
    ("שָׁלוֹם", "שלום"),
    ("a \t b", "A B"),
]
DIFFERENT = [("かわた", "かわだ"), ("기", "김"), ("Аlice", "Alice"), ("ana", "anna"), ("´", "¨")]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_name(one: str, other: str) -> None:
    assert comparison_key(one) == comparison_key(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_names(one: str, other: str) -> None:
    assert comparison_key(one) != comparison_key(other)


@given(st.text())
def test_a_key_is_its_own_key(name: str) -> None:
    key = comparison_key(name)
    assert comparison_key(key) == key


@given(st.text().map("a{}".format))
def test_normal_forms_and_invisible_characters_tell_nobody_apart(name: str) -> None:
    key = comparison_key(name)
    assert comparison_key(unicodedata.normalize("NFD", name)) == key
    assert comparison_key(f"{name}\u200b") == key


@pytest.mark.parametrize(
    ("typed", "key", "begins"),
    [
        ("d", "dana park", True),
        ("d p", "dana park", True),
        ("p d", "dana park", True),
        ("da d", "d dana", True),
        ("d d", "dana park", False),
        ("ana", "dana park", False),
        ("d park", "dana-maria park", True),
        ("m", "dana-maria park", True),
        ("d park x", "dana park", False),
        ("dana", "dana@park.example", True),
        ("park", "dana@park.example", True),
    ],
)
def test_beginnings_of_words(typed: str, key: str, begins: bool) -> None:
    assert begins_words(typed, key) is begins


@given(st.lists(st.text("abc", min_size=1, max_size=4), min_size=1, max_size=5), st.data())
def test_each_word_can_be_shortened_and_moved(words: list[str], data: st.DataObject) -> None:
    typed = [word[: data.draw(st.integers(1, len(word)))] for word in words]
    assert begins_words(" ".join(data.draw(st.permutations(typed))), " ".join(words))


NEARLY = [
    ("dana park", "dana prak"),
    ("dana park", "adna park"),
    ("dana park", "dana pak"),
    ("dana park", "dana parrk"),
    ("dana park", "dana purk"),
    ("dana park", "danapark"),
    ("alice", "аlice"),
    ("bob", "ьоb".replace("ь", "в")),
    ("acme industries", "acme industreis"),
    ("lukasz", "lukas"),
    ("gils", "gilles"),
    ("alan", "allen"),
    ("tmo", "tom"),
]
APART = [
    ("prospect 1", "prospect 2"),
    ("person a", "person b"),
    ("ann", "anne"),
    ("amy", "may"),
    ("al", "la"),
    ("bob lee", "rob lee"),
    ("dana park", "dana parker"),
    ("dana", "dana park"),
    ("張偉", "張瑋"),
    ("1234567", "1234568"),
    ("ana", "anna"),
    ("bo", "boo"),
    ("anna", "annika"),
    ("mara", "martha"),
    ("ben", "bob"),
    ("a12", "a21"),
    ("王小明", "李小明"),
]


@pytest.mark.parametrize(("one", "other"), NEARLY)
def test_what_may_be_a_slip(one: str, other: str) -> None:
    assert nearly_same(one, other)
    assert nearly_same(other, one)


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_is_no_slip(one: str, other: str) -> None:
    assert not nearly_same(one, other)
    assert not nearly_same(other, one)


@given(st.text("abcd 12", max_size=14), st.text("abcd 12", max_size=14))
def test_nearness_is_mutual_and_never_of_a_key_to_itself(one: str, other: str) -> None:
    assert nearly_same(one, other) == nearly_same(other, one)
    assert not nearly_same(one, one)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("dana@x.com", True),
        (" dana@x ", True),
        ("@dana", False),
        ("dana@", False),
        ("a b@c.d", False),
        ("a@b@c", False),
        ("dana", False),
        ("R&D @ Acme", False),
    ],
)
def test_addresses(text: str, is_one: bool) -> None:
    assert looks_like_email(text) is is_one


@pytest.mark.parametrize(
    ("name", "several"),
    [
        ("Tom and Priya", True),
        ("Tom AND Priya", True),
        ("Tom, Priya", True),
        ("tom,priya", True),
        ("Acme, Inc.", False),
        ("Ann Lee, PhD", False),
        ("Berg & Co", False),
        ("Sandy Anders", False),
        ("and", False),
        (",", False),
    ],
)
def test_several_in_one(name: str, several: bool) -> None:
    assert looks_like_several(name) is several


@pytest.mark.parametrize(
    ("typed", "name", "address"),
    [
        ("Dana Park", "Dana Park", ""),
        ("Dana Park <dana@park.example>", "Dana Park", "dana@park.example"),
        ('"Park, Dana" <dana@park.example>', "Park, Dana", "dana@park.example"),
        ("'Max X'<max@x.example>", "Max X", "max@x.example"),
        ('"" <dana@park.example>', "dana@park.example", ""),
        ("Dana <at work>", "Dana <at work>", ""),
        ("Dana <work>", "Dana <work>", ""),
    ],
)
def test_a_name_and_the_address_behind_it(typed: str, name: str, address: str) -> None:
    assert read_name(typed) == Named(name, address)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("2026-01-10", "That is a day, and somebody is asked for here."),
        ("0171 123456", 'To add somebody: netlog person NAME --phone "0171 123456"'),
        ("E4", "If the event is meant: netlog history e4"),
        ("A1", "For a thank-you or an apology: netlog history lists them with their ids"),
        ("9", "If the due item was done: netlog done 9"),
        ("Zed", ""),
    ],
)
def test_what_is_no_name_is_told_for_what_it_is(name: str, told: str) -> None:
    assert what_else(name) == told


@pytest.mark.parametrize(
    ("name", "organisation", "told"),
    [
        ("Dana", "Acme", "Acme"),
        ("Dana", None, None),
        ("Dana (Acme)", "Acme", None),
        ("Dana (acme)", "ACME", None),
        ("Dana (Acme & Co)", "Acme", "Acme"),
        ("Dana Acme", "Acme", "Acme"),
        ("(Acme) Dana", "Acme", "Acme"),
    ],
)
def test_an_organisation_in_the_name_is_not_told_beside_it(
    name: str, organisation: str | None, told: str | None
) -> None:
    assert beside(name, organisation) == told

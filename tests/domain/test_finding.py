"""Finding by words: what fits, how well, and in which order."""

import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netlog.domain.finding import Hit, ranked, read_search
from netlog.domain.people.names import comparison_key
from netlog.domain.words import searched_key, words_in
from netlog.errors import Refused
from tests.cli.looking import Netlog
from tests.cli.looking import given as given_ledger

WHOLE = [
    ("slides", "send the slides"),
    ("SLIDES", "Send the Slides."),
    ("jose", "José's talk"),
    ("José", "JOSE"),
    ("strasse", "Hauptstraße 3, Straße"),
    ("the slides", "slides: the ones of Dana"),
    ("dana@example.com", "dana@example.com"),
    ("example", "dana@example.com"),
    ("check-in", "a check in"),
    ("check in", "the check-in"),
    ('"slides",', "the slides"),
    ("c++", "knows C++ well"),
    ("50%", "50% off"),
    ("偉", "和張偉明"),
    ("+49", "+49 30 1234"),
    ("o'brien", "Pat O\u2019Brien"),
]
BEGINNINGS = [("sli", "send the slides"), ("sen slides", "send the slides"), ("jos", "José")]
MISSING = [
    ("lides", "send the slides"),
    ("slides dana", "send the slides"),
    ("slides", "send the slide"),
    ("50%", "500"),
    ("a_b", "axb"),
    ("send theo", "send the"),
]


@pytest.mark.parametrize(("typed", "text"), WHOLE)
def test_whole_words(typed: str, text: str) -> None:
    assert read_search(typed).fits(text) is True


@pytest.mark.parametrize(("typed", "text"), BEGINNINGS)
def test_beginnings(typed: str, text: str) -> None:
    assert read_search(typed).fits(text) is False


@pytest.mark.parametrize(("typed", "text"), MISSING)
def test_what_does_not_fit(typed: str, text: str) -> None:
    assert read_search(typed).fits(text) is None


def test_words_may_be_in_different_texts_but_none_goes_over_the_edge_of_one() -> None:
    assert read_search("slides breakfast").fits("send the slides", "", "breakfast") is True
    assert read_search("slidesbreakfast").fits("slides", "breakfast") is None


@pytest.mark.parametrize("typed", ["", "  ", "!", '"" ,', "-", "\u200b", "\u00b4"])
def test_nothing_to_look_for(typed: str) -> None:
    with pytest.raises(Refused):
        read_search(typed)


def test_which_text_it_was() -> None:
    fields = (("name", "Dana Park"), ("skill", "HR"), ("email", "dana@example.com"))
    assert read_search("dana").matched(fields) == (fields[0], fields[2])


@given(st.text(st.characters(max_codepoint=127)))
def test_the_short_way_for_ascii_is_the_long_way(text: str) -> None:
    assert searched_key(text).split() == comparison_key(text).replace("-", " ").split() or (
        not text.strip()
    )


@given(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12))
def test_every_word_finds_itself(word: str) -> None:
    text = unicodedata.normalize("NFC", word)
    assert read_search(text).fits(f"the {text} of it") is not None


ODD = st.text(
    st.sampled_from("aAbBéÉßæﬁİıḰ -ñ張Жक़がｶﾞ한하\u200bเั") | st.characters(exclude_categories=["C"]),
    max_size=8,
)


@given(ODD, ODD)
@example("park日本", "park")
@example("日本park", "park")
@example("\u00b4", "\u00b4")  # nothing but an accent
def test_the_words_of_a_text_tell_whether_a_plain_search_fits(text: str, typed: str) -> None:
    try:
        search = read_search(typed)
    except Refused:
        return
    if search.is_plain:
        held = words_in(searched_key(text))
        begins = all(any(word.startswith(one) for word in held) for one in search.words)
        whole = all(one in held for one in search.words)
        assert search.fits(text) is (whole if begins else None)


@given(ODD, ODD)
def test_a_text_that_fits_holds_every_word_of_the_search(text: str, typed: str) -> None:
    try:
        search = read_search(typed)
    except Refused:
        return
    if search.fits(text) is not None:
        held = words_in(searched_key(text))
        for one in search.words:
            assert all(any(word.startswith(part) for word in held) for part in words_in(one))


def hit(kind: str, number: int, day: int, *, exact: bool = True, note: str = "") -> Hit:
    return Hit(kind, number, date(2026, 11, day), exact, event_id=7, note=note)  # type: ignore[arg-type]


def test_the_best_is_first() -> None:
    best = [
        hit("contact", 2, 1),
        hit("contact", 9, 1, exact=False),
        hit("event", 5, 20),
        hit("settlement", 1, 19, note="x"),
        hit("event", 4, 18),
        hit("event", 3, 18),
        hit("event", 6, 21, exact=False),
    ]
    assert ranked(reversed(best)) == best


def test_what_was_found_says_in_which_of_its_texts(netlog: Netlog, ledger: Path) -> None:
    lines = (
        'person "Dana Slides" --org "Slides Inc" --skill slides',
        'meet "Dana Slides" --at "Slides Hall" --note "talked slides" --no-due',
        'promise "the slides" --to "Dana Slides" --note "by mail"',
        'done 1 --note "slides came"',
    )
    given_ledger(netlog, ledger, "\n".join(f"2026-11-20 {line}" for line in lines))
    items = netlog("find", "slides", "--json").json["items"]
    assert [[(each["field"], each["text"]) for each in one["matched"]] for one in items] == [
        [("name", "Slides Inc")],
        [("name", "Dana Slides"), ("org", "Slides Inc"), ("skill", "slides")],
        [("about", "the slides"), ("who", "Dana Slides")],
        [("note", "talked slides"), ("place", "Slides Hall"), ("who", "Dana Slides")],
        [("note", "slides came")],
    ]


def test_what_one_command_noted_in_several_places_is_found_once() -> None:
    notes = [hit("settlement", 1, 3, note="fit"), hit("outcome", 1, 4, note="fit")]
    other = hit("settlement", 2, 2, note="fit")._replace(event_id=8)
    assert ranked([*notes, other]) == [notes[1], other]

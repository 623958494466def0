"""What may be written as text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.domain.text import (
    BETWEEN_NOTES,
    LONGEST_NAME,
    LONGEST_TEXT,
    as_one_line,
    clean_name,
    clean_text,
    excerpt,
    paragraphs,
)
from netlog.errors import Refused
from tests.support.refusals import raising

REFUSED = ["Cc", "Cs"]


@given(st.text(max_size=3_000))
def test_what_is_taken_is_one_short_printable_line(text: str) -> None:
    try:
        taken = clean_text(text, "The note")
    except Refused:
        return
    assert 1 <= len(taken) <= LONGEST_TEXT
    assert taken == unicodedata.normalize("NFC", taken)
    assert " ".join(taken.split()) == taken
    assert not any(unicodedata.category(one) in REFUSED for one in taken)
    assert clean_text(taken, "The note") == taken


@given(st.characters(categories=["Cc"]).filter(lambda one: not one.isspace()))
def test_every_control_character_is_refused_and_named(control: str) -> None:
    with pytest.raises(Refused, match="control character") as caught:
        clean_name(f"a{control}b")
    assert caught.value.message.isprintable()


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("  a  b ", "a b"),
        ("a\r\nb\tc\x0bd", "a b c d"),
        ("a\u2028b\u2029c\x85d", "a b c d"),
        ("e\u0301", "é"),
        ("[/x] :smile: \\", "[/x] :smile: \\"),
        ("👨‍👩‍👧", "👨‍👩‍👧"),
        ("\ue000", "\ue000"),
    ],
)
def test_what_is_stored(typed: str, stored: str) -> None:
    assert clean_name(typed) == stored


@pytest.mark.parametrize("typed", ["", " ", "\n\t", "\u200b", "\u0301", "\u202e\u2069", "\u3000"])
def test_nothing_visible_is_empty(typed: str) -> None:
    with pytest.raises(Refused, match="cannot be empty"):
        clean_name(typed)


def test_length_counts_after_cleaning() -> None:
    assert clean_name(" " + "e\u0301" * LONGEST_NAME) == "é" * LONGEST_NAME
    for text in ("x" * (LONGEST_NAME + 1), "x" * 10_000, "\x1b" * 10_000, "x" * 1_000_000):
        with pytest.raises(Refused, match=f"{len(text):,} characters; at most 200 fit"):
            clean_name(text)


@pytest.mark.parametrize(
    ("typed", "message", "hint"),
    [
        (" ", "A name cannot be empty.", ""),
        (
            "x" * (LONGEST_NAME + 1),
            "A name has 201 characters; at most 200 fit.",
            "Keep the gist here and the rest where it belongs.",
        ),
        (
            "a\x1b[31mb",
            "A name contains the control character \\x1b.",
            "Type it again without it.",
        ),
        ("a\udcffb", "A name contains bytes that are not text.", "Type it in UTF-8."),
    ],
)
def test_a_refusal_says_what_to_type_instead(typed: str, message: str, hint: str) -> None:
    with raising(Refused, message, hint):
        clean_name(typed)


def test_an_excerpt_is_short() -> None:
    assert excerpt("x" * 40) == "x" * 40
    assert excerpt("x" * 41) == "x" * 39 + "…"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Likes:\n- golf\r\n\r\n  - tea\n", "Likes: / - golf / - tea"),
        ("one line", "one line"),
        ("a\u2028b\x0bc", "a / b / c"),
        (" \n ", ""),
    ],
)
def test_where_lines_ended_can_be_seen_in_one(text: str, line: str) -> None:
    assert as_one_line(text) == line
    assert as_one_line(line) == line


def test_notes_in_one_text_are_told_apart() -> None:
    notes = ["two kids", "Likes:\n- golf"]
    assert paragraphs(BETWEEN_NOTES.join(notes)) == notes
    assert paragraphs("\r\n a\r\n \r\n\r\n\r\n b \r\nc") == ["a", "b\nc"]
    assert paragraphs(" \n") == []

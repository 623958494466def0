"""Lines, whatever they are written in and wherever a part of the file ends."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.exchange import text as module
from netlog.exchange.text import Text, encoding_of

PARTS = st.lists(st.sampled_from(["a", "é", "😀", "\n", "\r\n", "\0", " ", "bc"]), max_size=30)


@given(parts=PARTS, size=st.integers(3, 9), charset=st.sampled_from(["utf-8-sig", "utf-16"]))
def test_lines_are_the_same_however_the_file_is_cut(
    parts: list[str], size: int, charset: str
) -> None:
    whole = "".join(parts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_PART", size)
        text = Text(io.BytesIO(whole.encode(charset)))
        first, again = text.peek(3), list(text)
    assert again[:3] == first
    assert "".join(again) == whole.replace("\r\n", "\n").replace("\0", "")
    assert all(line.endswith("\n") for line in again[:-1])
    assert bool(text.new_problems()) == ("\0" in whole)


def test_a_line_that_is_too_long_leaves_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PART", 4)
    monkeypatch.setattr(module, "LONGEST_LINE", 10)
    text = Text(io.BytesIO(b"one\n" + b"x" * 99 + b"\ntwo\n" + b"y" * 99))
    assert list(text) == ["one\n", "\n", "two\n"]
    assert [problem.place for problem in text.new_problems()] == [2, 4]


def test_bytes_that_are_no_utf_8_are_of_windows_and_told_once() -> None:
    text = Text(io.BytesIO("é\n".encode() + b"Z\xfcrich \x80\n" + b"Z\xfcrich\n"))
    assert list(text) == ["é\n", "Zürich €\n", "Zürich\n"]
    assert [problem.place for problem in text.new_problems()] == [2]


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        (b"", "utf-8"),
        (b"ab", "utf-8"),
        (b"a\0b\0", "utf-16-le"),
        (b"\0a\0b", "utf-16-be"),
        (b"\xff\xfea\0", "utf-16"),
        (b"\xef\xbb\xbfa", "utf-8-sig"),
        ("Name;Имя".encode("utf-16-le"), "utf-16-le"),
    ],
)
def test_what_a_file_is_written_in(head: bytes, encoding: str) -> None:
    assert encoding_of(head) == encoding

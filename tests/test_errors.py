"""What hints are made of."""

import shlex

import pytest

from netlog.errors import shell_word


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("dana", "dana"),
        ("Zoë-Ann", "Zoë-Ann"),
        ("d.park@example.com", "d.park@example.com"),
        ("--new", "--new"),
        ("Dana Park", '"Dana Park"'),
        ("O'Hara", '"O\'Hara"'),
        ("Dana (Acme)", '"Dana (Acme)"'),
        ("a;b", '"a;b"'),
        ("~", '"~"'),
        ("@here", '"@here"'),
        ("", '""'),
        ("Cash $", "'Cash $'"),
        ('"Dan" Fox', "'\"Dan\" Fox'"),
    ],
)
def test_a_word_has_quotes_only_where_the_shell_needs_them(text: str, typed: str) -> None:
    assert shell_word(text) == typed
    assert shlex.split(typed) == [text]

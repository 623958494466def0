"""The same told twice on one day: recorded with a word, where nobody can be asked."""

import pytest

from tests.laws.saying import Netlog, history, typed

TWICE = "It is recorded once more.\n"


@pytest.mark.parametrize(
    ("first", "again", "same"),
    [
        ("meet Cy Bo --on 3", "meet bo cy --on 3", "e1 of 2026-01-03"),
        ("meet Cy --on 3", "meet me --by Cy --on 3", "e1 of 2026-01-03"),
        ("intro Cy Bo --for law --on 3", "intro cy bo --for Law --on 3", "e1 of 2026-01-03"),
        (
            "intro me Bo --by Cy --on 3",
            "intro me Bo --by Cy --via phone --on 3",
            "e1 of 2026-01-03",
        ),
        ("promise slides --to Cy --on 3", "promise Slides --to Cy --on 3", "e1 of 2026-01-03"),
        (
            "intro Cy Bo --on 3; problem e1 rude --with Bo --on 4",
            "problem e1 rude --with Bo --on 4",
            "e2 of 2026-01-04",
        ),
        ("meet Cy --on 3; thank Cy --on 4", "thank Cy --on 4", "a1 of 2026-01-04"),
        ("meet Cy --on 3; thank --by Cy --on 4", "thank me --by Cy --on 4", "a1 of 2026-01-04"),
    ],
)
def test_a_word_on_stderr(netlog: Netlog, first: str, again: str, same: str) -> None:
    assert typed(netlog, first).err == ""
    before = len(history(netlog))
    assert typed(netlog, again).err == f"{same} says the same already. {TWICE}"
    assert len(history(netlog)) == before + 1


@pytest.mark.parametrize(
    "lines",
    [
        "meet Cy --on 3; meet Cy --on 4",
        "meet Cy Bo --on 3; meet Cy --on 3",
        "reach Cy --on 3; reach Cy --on 3",
        "talk Cy --on 3; talk Cy --on 3; meet Cy --on 3; note Cy tall; note Cy tall",
        "intro Cy Bo --on 3; intro Cy Bo --for law --on 3; intro Bo Cy --on 3; intro Cy Ed --on 3",
        "promise slides --to Cy --on 3; promise slides --by Cy --on 3; promise a --to Cy --on 3",
        "intro Cy Bo --on 3; problem e1 rude --with Bo --on 4; problem e1 late --with Bo --on 4",
        "intro Cy Bo --on 3; problem e1 rude --with Bo --on 4; problem e1 rude --with Cy --on 4",
        "meet Cy --on 3; meet Cy Bo --on 2; thank Cy --for 1 --on 4; thank Cy --for 3 --on 4",
        "meet Cy --on 3; thank e1 --on 4; thank Cy --on 4; apologize Cy --on 4",
    ],
)
def test_what_is_not_the_same(netlog: Netlog, lines: str) -> None:
    assert typed(netlog, lines).err == ""


def test_no_word_where_it_cannot_be_said_again(netlog: Netlog) -> None:
    typed(netlog, "meet Ann --on 3; thank me --by Ann --for 2")
    refused = netlog(*["thank", "me", "--by", "Ann", "--for", "2"], today="2026-01-16", code=3)
    assert refused.err.startswith("netlog: 2 is no open thank-you between the two.")


def test_no_word_where_an_introduction_is_refused(netlog: Netlog) -> None:
    typed(netlog, "intro Cy Bo --on 3")
    again = netlog("intro", "Cy", "Bo", "--replaces", "e1", "--on", "2026-01-03", code=3)
    assert "once more" not in again.err

"""Looking for words in a real ledger: in every text, for every script, and for nothing else."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import example, settings
from hypothesis import given as hypothesis_given
from hypothesis import strategies as st

from netlog.domain.finding import read_search
from netlog.errors import Refused
from netlog.ledger.write.words import rebuild
from tests.cli.looking import Netlog, given, refused, rows

STORY = """
2026-10-01 person Dana --org "Acme HR" --skill Recruiting --email dana@example.com --alias Danny
2026-10-01 person Dana --phone "+49 30 123"
2026-10-01 meet Dana --at "Town hall" --note "José's café"
2026-10-02 promise "100% of it" --to Dana --note "a_b"
2026-10-03 done 1 --note "thanked by card"
2026-10-04 intro Dana Lee --for "a place"
2026-10-05 check e3 --silent --note "left a message"
2026-10-06 check e3 --happy --note "good fit"
"""


@pytest.fixture(autouse=True)
def _story(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, STORY)


def found(netlog: Netlog, *typed: str) -> list[object]:
    items = netlog("find", "--json", *typed).json["items"]
    return [one.get("id") or one.get("event") or one["name"] for one in items]


WHERE = {
    "dana": ["Dana", "e1", "e2", "e3"],
    "danny": ["Dana"],
    "recruit": ["Dana"],
    "example.com": ["Dana"],
    "+49": ["Dana"],
    "acme": ["Acme HR", "Dana"],
    "acme recruiting": ["Dana"],
    "town": ["e1"],
    "JOSE CAFE": ["e1"],
    "town jose": ["e1"],
    "100%": ["e2"],
    "a_b": ["e2"],
    "axb": [],
    "1000": [],
    "place": ["e3"],
    "card": [1],
    "message": [7],
    "good": ["e3"],  # what came of the introduction
    "me": [7],  # the message: the owner is nobody to be found
}


@pytest.mark.parametrize(("typed", "expected"), WHERE.items(), ids=WHERE)
def test_every_text_is_searched(netlog: Netlog, typed: str, expected: list[object]) -> None:
    assert sorted(map(str, found(netlog, typed))) == sorted(map(str, expected))


def test_several_arguments_are_several_words(netlog: Netlog) -> None:
    assert found(netlog, "town", "hall") == found(netlog, "hall town") == ["e1"]


def test_what_was_found_says_where(netlog: Netlog) -> None:
    (one,) = netlog("find", "recruiting", "--json").json["items"]
    assert one["matched"] == [{"field": "skill", "text": "Recruiting"}]
    assert netlog("find", "recruiting").out == "Dana (Acme HR) · skill: Recruiting\n"
    assert "1  3 Oct  you owed Dana thanks for the meeting · note: thanked by card" in (
        netlog("find", "card").out
    )


def test_what_has_no_effect_any_more_is_told_as_in_the_history(netlog: Netlog) -> None:
    netlog("meet", "Zoe", "--new")
    netlog("thank", "Zoe", "--note", "zebra")
    netlog("meet", "Zoe", "--on", "2026-09-01")
    last = netlog("history", "Zoe", "--json").json["items"][0]["id"]
    netlog("thank", last, "--note", "zeppelin")
    netlog("delete", last)
    (found,) = netlog("find", "zeppelin", "--json").json["items"]
    assert found["text"] == f"You thanked Zoe for {last} (deleted)"
    assert found["text"] in netlog("history", "Zoe").out
    assert "(deleted)" not in netlog("find", "zebra").out


def test_limit_takes_the_best(netlog: Netlog) -> None:
    everything = found(netlog, "a")
    assert found(netlog, "a", "--limit", "2") == everything[:2]
    assert f"{len(everything) - 2} more" in netlog("find", "a", "--limit", "2").err


INJECTIONS = ["'", "x' OR '1'='1", "'; DROP TABLE event; --", "\\", "\\%", "_", "%%", "a\\", ":w0"]


@pytest.mark.parametrize("typed", INJECTIONS)
def test_the_text_is_no_statement(netlog: Netlog, ledger: Path, typed: str) -> None:
    before = rows(ledger, "SELECT * FROM event")
    result = netlog("find", "--json", "--", typed, code=None)
    assert result.code in (0, 3)
    assert not result.out or result.json["items"] == []
    assert rows(ledger, "SELECT * FROM event") == before


def test_it_is_found_as_it_was_typed(netlog: Netlog) -> None:
    for text in ("x' OR '1'='1", "50%_\\ off"):
        netlog("edit", "e2", "--note", text)
        assert found(netlog, text) == ["e2"]


TEXTS = st.text(
    st.sampled_from("aAbéÉßæﬁİıK\u0301 -_%\\'.ñ張Жक़가が😀")
    | st.characters(exclude_categories=["C"]),
    max_size=10,
)


def behind_its_back(ledger: Path, text: str) -> None:
    """Change two notes as no command would, and the index with them."""
    with closing(sqlite3.connect(ledger)) as connection, connection:
        connection.execute("UPDATE event SET note = ? WHERE id = 3", (text,))
        connection.execute("UPDATE statement SET note = ? WHERE kind = 'silent'", (text,))
        rebuild(connection)


@settings(max_examples=60)
@hypothesis_given(TEXTS, TEXTS)
@example("K", "k")  # the Kelvin sign, which folds to an ASCII letter
@example("ﬁt", "fit")
@example("İ", "i")
def test_the_index_leaves_out_nothing_that_fits(
    netlog: Netlog, ledger: Path, text: str, typed: str
) -> None:
    behind_its_back(ledger, text)
    try:
        search = read_search(typed)
    except Refused:
        return
    ids = found(netlog, "--", typed)
    assert ("e3" in ids) >= (search.fits(text) is not None)
    assert (7 in ids) is (search.fits(text) is not None and bool(text))


def test_many_words(netlog: Netlog, ledger: Path) -> None:
    assert found(netlog, " ".join(f"w{number}" for number in range(400))) == []
    refused(netlog, ledger, "find", "w" * 9_000)
    refused(netlog, ledger, "find", "!")


@pytest.mark.parametrize(
    "typed", ["dana town", "TOWN dan", "hall danny", "dana jose's", "lee place"]
)
def test_who_was_in_it_tells_an_event_apart(netlog: Netlog, typed: str) -> None:
    expected = {"hall danny": [], "lee place": ["e3"]}.get(typed, ["e1"])
    assert found(netlog, typed) == expected


def test_a_name_finds_the_contact_and_then_what_they_were_in(netlog: Netlog) -> None:
    assert found(netlog, "dana") == ["Dana", "e3", "e2", "e1"]
    assert found(netlog, "dana lee") == found(netlog, "lee", "dan") == ["e3"]
    assert found(netlog, "dana", "--limit", "2") == ["Dana", "e3"]
    assert "2 more" in netlog("find", "dana", "--limit", "2").err
    _, event = netlog("find", "lee", "--json").json["items"]
    assert event["matched"] == [{"field": "who", "text": "Lee"}]


def test_a_name_with_a_sign_is_found_in_events_too(netlog: Netlog) -> None:
    netlog("meet", "C& A", today="2026-10-07")
    assert found(netlog, "c&") == ["C& A", "e4"]


def test_all_is_counted_that_is_not_shown(netlog: Netlog) -> None:
    """What one command noted in several places is one find, also where it is not shown."""
    netlog("meet", "Ann", "Bob", "Cid", today="2026-10-07")
    netlog("waive", "9", "10", "11", "--note", "zeta one")
    netlog("meet", "Zeta", "--at", "zeta", today="2026-10-07")
    assert len(found(netlog, "zeta")) == 3
    assert "2 more" in netlog("find", "zeta", "--limit", "1").err

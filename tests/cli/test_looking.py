"""`history`, `find` and `people` on every screen, with hostile texts, and with nothing to show."""

from pathlib import Path

import pytest
from hypothesis import example
from hypothesis import given as hypothesis_given
from rich.cells import cell_len

from netlog.render.harmless import visible
from tests.cli.hostile import HOSTILE, leaks
from tests.cli.looking import Netlog, given, refused, rows
from tests.cli.test_hostile import LEDGER, SGR, WORST, examples, fill, on_terminal, shell
from tests.support.ledgers import meet_often, take_as_told
from tests.support.program import TODAY

WIDE = "張偉 of the very long names with many words in it"
LOOKING = (
    ["history"],
    ["history", "alpha"],
    ["history", "e3"],
    ["history", "e4"],
    ["find", "long"],
    ["find", "names", "--limit", "3"],
    ["people"],
    ["review", "--since", "2026-10-01"],
    ["brief", "alpha"],
    ["brief", "omega"],
    ["people", "--org", "omega"],
)


@examples(20)
@hypothesis_given(HOSTILE)
@example(WORST)
def test_nothing_leaks_and_nothing_is_lost(netlog: Netlog, ledger: Path, text: str) -> None:
    given(netlog, ledger, LEDGER)
    fill(ledger, text)
    rows(ledger, "UPDATE attempt SET note = ?", text)
    take_as_told(ledger)
    for line in LOOKING:
        assert not leaks(netlog(*line).text)
        assert not leaks(netlog(*line, "--json").out)
    for options in ([], ["--json"]):
        assert not leaks(netlog("find", *options, "--", text, code=None).text)
    told = netlog("history").out
    assert f"note: {visible(text)}" in told or not text
    items = netlog("history", "--json").json["items"]
    assert {item["note"] for item in items} == {text, ""}
    assert {
        part["note"] for item in items for one in item["items"] for part in one["attempts"]
    } == {text}


@pytest.mark.parametrize("text", [WORST, f"{WIDE} {'x' * 120}"], ids=ascii)
def test_a_match_leaks_nothing_and_fits(netlog: Netlog, ledger: Path, text: str) -> None:
    given(
        netlog,
        ledger,
        f"{LEDGER}2026-10-04 person gamma --need s\n2026-10-04 person delta --skill s\n",
    )
    fill(ledger, text)
    item = netlog("match", "--json").json["items"][0]
    assert (item["need"], item["skill"]) == (text, text)
    for line in (["match"], ["match", "--json"]):
        assert not leaks(netlog(*line).text)
    for columns in (20, 40, 80, 100):
        _, shown = on_terminal(ledger, "match", columns=columns)
        assert "netlog" in shown
        assert max(cell_len(SGR.sub("", one)) for one in shown.splitlines()) <= columns


@examples(20)
@hypothesis_given(HOSTILE)
def test_what_is_typed_comes_back_harmless(netlog: Netlog, ledger: Path, text: str) -> None:
    given(netlog, ledger, LEDGER)
    for line in (["find", "--", text], ["history", "--", text], ["people", "--skill", text]):
        assert not leaks(netlog(*line, code=None).text)


@pytest.mark.parametrize("line", [*LOOKING[:-1], ["find", "rude"]], ids=" ".join)
def test_on_a_terminal_only_colours_are_added(
    netlog: Netlog, ledger: Path, line: list[str]
) -> None:
    given(netlog, ledger, LEDGER)
    fill(ledger, f"{WORST} long names, so rude")
    for columns in (30, 300):
        plain = SGR.sub("", on_terminal(ledger, *line, columns=columns)[1])
        assert not leaks(plain)
        assert "[/x]" in plain


@pytest.mark.parametrize("columns", [20, 40, 80, 100])
@pytest.mark.parametrize("line", LOOKING, ids=" ".join)
def test_no_line_is_longer_than_the_terminal(
    netlog: Netlog, ledger: Path, line: list[str], columns: int
) -> None:
    given(netlog, ledger, LEDGER)
    fill(ledger, WIDE)
    rows(ledger, "UPDATE event SET note = 'note ' || note WHERE note <> ''")
    take_as_told(ledger)
    code, shown = on_terminal(ledger, *line, columns=columns)
    plain = [SGR.sub("", one) for one in shown.splitlines()]
    assert code == 0
    assert any("張偉" in one for one in plain)
    assert max(map(cell_len, plain)) <= columns


def test_what_goes_on_is_indented(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, LEDGER)
    _, shown = on_terminal(ledger, "history", "e2", columns=50)
    lines = [SGR.sub("", one) for one in shown.splitlines()]
    assert lines[0].startswith("e2  1 Oct  You introduced alpha to alphb")
    assert lines[1].startswith("    ")
    assert all(line.startswith("    ") for line in lines[1:])


def test_a_terminal_shows_the_last_fifty_unless_told_otherwise(
    netlog: Netlog, ledger: Path
) -> None:
    netlog("meet", "alpha", "--no-due", "--note", "lunch", today=TODAY)
    meet_often(ledger, 60, "lunch")
    for line in (["history"], ["find", "lunch"]):
        assert on_terminal(ledger, *line)[1].count("You met") == 50
        assert on_terminal(ledger, *line, "--limit", "3")[1].count("You met") == 3
        assert on_terminal(ledger, *line, "--json")[1].count("You met") == 60
        assert netlog(*line).out.count("You met") == 60
    assert SGR.sub("", on_terminal(ledger, "history")[1]).splitlines()[1].startswith("e11  ")
    assert "Older events" in on_terminal(ledger, "history")[1]
    assert "10 more" in on_terminal(ledger, "find", "lunch")[1]


def test_off_a_terminal_nothing_is_broken_or_cut(netlog: Netlog) -> None:
    about = "long " * 300
    netlog("promise", about, "--to", "alpha", "--note", "n" * 1_000)
    assert about.strip() in netlog("history").out
    assert "n" * 1_000 in netlog("history").out
    assert about.strip() in netlog("find", "long").out


@pytest.mark.parametrize("line", ["history", "history --json", "find alpha --json", "people"])
def test_a_reader_that_has_seen_enough(netlog: Netlog, ledger: Path, line: str) -> None:
    given(netlog, ledger, LEDGER)
    ended = shell(ledger, f"$netlog {line} | head -c 1")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert shell(ledger, f"$netlog {line} > /dev/full").returncode == 4


def test_a_poor_locale(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, LEDGER)
    fill(ledger, "José 張偉")
    for line in ("history --json", "history", "people", "find jose"):
        ended = shell(ledger, f"PYTHONIOENCODING=ascii $netlog {line}")
        assert ended.returncode == 0, ended.stderr
        assert ended.stdout.isascii()


@pytest.mark.parametrize("line", [["history"], ["history", "Dana"], ["find", "x"], ["people"]])
def test_no_ledger_yet(netlog: Netlog, ledger: Path, line: list[str]) -> None:
    told = netlog(*line)
    assert told.out == ""
    assert "nothing is recorded yet" in told.err
    assert netlog(*line, "--json").json == {"schema": 1, "items": []}
    assert not ledger.exists()


def test_an_empty_ledger(netlog: Netlog) -> None:
    netlog("person", "Dana", "--new")
    netlog("undo")
    assert netlog("history").err == "No events.\n"
    assert netlog("people").err == "Nobody is known yet.\n"
    assert netlog("find", "Dana").err == 'Nothing holds "Dana".\n'


class TestPeople:
    @pytest.fixture(autouse=True)
    def _story(self, netlog: Netlog, ledger: Path) -> None:
        given(netlog, ledger, STORY)

    def test_by_name_and_without_me(self, netlog: Netlog) -> None:
        items = netlog("people", "--json").json["items"]
        assert [one["name"] for one in items] == ["Ada", "Émile", "Omega", "Zoë"]

    def test_what_is_open_each_way(self, netlog: Netlog) -> None:
        ada, emile, _, zoe = netlog("people", "--json").json["items"]
        assert [ada[key] for key in ("you_owe", "check_ins", "owes_you")] == [2, 2, 2]
        assert [emile[key] for key in ("you_owe", "check_ins", "owes_you")] == [0, 0, 1]
        assert [zoe[key] for key in ("you_owe", "check_ins", "owes_you")] == [0, 0, 0]
        assert ada["last_contact"] == "2026-11-01"
        assert ada["every_days"] == 42
        assert zoe["last_contact"] is None
        netlog("thank", "Ada")
        assert netlog("people", "--json").json["items"][0]["you_owe"] == 1

    def test_the_table(self, netlog: Netlog) -> None:
        head, ada, *_ = netlog("people", today="2026-11-02").out.splitlines()
        assert head.split("  ")[0] == "who"
        assert " ".join(ada.split()) == "Ada Omega HR, law 1 Nov 2 2 2 every 6 weeks"

    def test_numbers_end_where_their_headings_do(self, netlog: Netlog) -> None:
        head, ada, *_ = netlog("people", today="2026-11-02").out.splitlines()
        for title in ("you owe", "check in", "owes you"):
            end = head.index(title) + len(title)
            assert ada[end - 2 : end] == " 2"

    def test_where_there_is_no_room_everybody_takes_a_few_lines(
        self, netlog: Netlog, ledger: Path
    ) -> None:
        skill = "a skill of so many words that no screen has room for it in a column"
        netlog("person", "Ada", "--skill", skill)
        _, shown = on_terminal(ledger, "people", columns=100)
        ada, about, state, *_ = [SGR.sub("", line) for line in shown.splitlines()]
        assert ada == "Ada"
        assert about.startswith("  Omega · HR, law, ")
        assert about.endswith(skill)
        assert "every 6 weeks" in state

    def test_columns_that_nobody_fills_are_left_out(self, netlog: Netlog) -> None:
        assert netlog("people", "--org", "Omega", "--skill", "tax").out.splitlines() == [
            "who  organisation  skills",
            "Zoë  Omega         tax",
        ]

    @pytest.mark.parametrize(
        ("options", "names"),
        [
            ("--skill hr", ["Ada"]),
            ("--skill LAW", ["Ada", "Émile"]),
            ("--org omega", ["Ada", "Zoë"]),
            ("--org ome --skill law", ["Ada"]),
            ("--skill tax --org omega", ["Zoë"]),
        ],
    )
    def test_filters(self, netlog: Netlog, options: str, names: list[str]) -> None:
        items = netlog("people", *options.split(), "--json").json["items"]
        assert [one["name"] for one in items] == names

    def test_refusals(self, netlog: Netlog, ledger: Path) -> None:
        assert "Omega" in refused(netlog, ledger, "people", "--org", "Omgea").err
        told = refused(netlog, ledger, "people", "--org", "Ada").err
        assert 'No organisation in the ledger is called "Ada".' in told
        told = refused(netlog, ledger, "people", "--skill", "sales").err
        assert 'Nobody is known for "sales".' in told


STORY = """
2026-10-01 person Zoë --org Omega --skill tax
2026-10-01 person Émile --skill Law
2026-10-01 person Ada --org Omega --skill HR --skill law --every 6w
2026-11-01 meet Ada
2026-11-01 intro Ada Émile
"""

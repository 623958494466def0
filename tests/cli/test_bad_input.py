"""Bad input: a clear sentence, the right exit code, and nothing written."""

import json
import shlex
from pathlib import Path

import pytest

from tests.cli.looking import Netlog, files, given, refused, rows
from tests.support.program import run_process

LEDGER = """
2026-11-01 intro Ann Bob --for help
2026-11-01 promise "two names" --by Rob --times 2
2026-11-01 meet "Max Berg" "Max Bauer"
2026-11-01 waive 7
"""  # e1: 1 to 5; e2: 6; e3: 7 to 10

USAGE = [
    "frob",
    "--frob",
    "due --frob",
    "meet",
    "meet Lee --frob",
    "intro Ann",
    "promise",
    "promise x --to Lee --times",
    "promise x --to Lee --times two",
    "promise x --to Lee --times 1.5",
    "done",
    "done x",
    "done 31x",
    "done e",
    "done e1",
    "done 6 e1",
    "done -- -1",
    "done 99999999999999999999",
    "done 6 --times x",
    "done 6 --times 0",
    "done 6 --times -1",
    "promise x --to Ann --times 0",
    "promise x --to Ann --times 1001",
    "history 6",
    "broken 31x",
    "waive 1.0",
    "thank Ann --for x",
    "thank Ann --for e1",
    "problem x rude --with Bob",
    "problem 1 rude --with Bob",
    "problem e1 rude",
    "problem e1 --with Bob",
    "check e1",
    "check x --happy",
    "check e1 --happy --silent",
    "intro Ann Bob --replaces 1",
    "intro Ann Bob --replaces x",
    "intro Ann Bob --fee abc",
    "intro Ann Bob --fee -5",
    "intro Ann Bob --fee 1e9",
    "intro Ann Bob --fee 1,000",
    "intro Ann Bob --fee ''",
    "meet Ann --on 2026-02-29",
    "meet Ann --on 2026-13-01",
    "meet Ann --on '31 feb'",
    "meet Ann --on 3/4",
    "meet Ann --on 1",
    "meet Ann --on nonsense",
    "meet Ann --on ''",
    "meet Ann --on 0000-00-00",
    "promise x --to Ann --due nonsense",
    "promise x --to Ann --due 'in 99999999999 days'",
    "promise x --to Ann --due 3/4",
    "done 6 --on nonsense",
    "due --within x",
    "due --within ''",
    "due --within -1d",
    "due --within 99999999999d",
    "due --within 2q",
    "due --mine --theirs",
    "report --limit 0",
    "report --limit x",
    "report Ann --for HR",
    "demo 6",
    "demo x",
]
REFUSED = [
    "report --for ''",
    "report --for law",
    "people --skill ''",
    "people --skill law",
    "report Nobody",
    "report max",
    "thank Nobody",
    "thank max",
    "thank me --by Nobody",
    "meet max",
    "meet Berg Bauer max",
    "meet Lee ''",
    "meet '   '",
    "problem e1 rude --with Rob",
    "problem e1 rude --with me",
    "problem e1 rude --with Nobody",
    "problem e1 '' --with Bob",
    "problem e1 rude --with Bob --on 2026-10-31",
    "problem e2 rude --with Rob",
    "problem e99 rude --with Bob",
    "done 99",
    "done 0",
    "done 9223372036854775807",
    "done 7",
    "done 6 7",
    "broken 7",
    "waive 7",
    "done 6 --times 3",
    "done 6 1 --times 2",
    "done 6 --on 2026-10-31",
    "check e99 --happy",
    "check e2 --happy",
    "check 99 --happy",
    "check 6 --happy",
    "intro Ann Ann",
    "intro Ann ANN",
    "intro Ann Bob --by Ann",
    "intro me Ann",
    "intro Ann Bob --replaces e99",
    "intro Ann Bob --replaces e2",
    "intro Ann Bob --replaces e1",
    "promise x",
    "promise x --by Ann --to Bob",
    "promise x --to Ann --due yesterday",
    "promise '' --to Ann",
    "reach me",
    "reach Ann --by Bob",
    "thank Zoe",
    "apologize Zoe",
    "thank 'Max Berg' --for 99",
    "person Ann --email nonsense",
    "person Ann --alias Bob",
    "person Ann --org Ann",
    "redo",
]
IN_THE_FUTURE = [
    "meet Ann",
    "intro Ann Bob",
    "promise x --to Ann",
    "reach Ann",
    "thank 'Max Bauer'",
    "apologize Ann",
    "problem e1 rude --with Bob",
    "check e1 --happy",
    "check e1 --silent",
    "done 6",
    "broken 6",
    "waive 6",
]


@pytest.mark.parametrize("line", USAGE)
def test_usage(netlog: Netlog, ledger: Path, line: str) -> None:
    given(netlog, ledger, LEDGER)
    refused(netlog, ledger, *shlex.split(line), code=2)


@pytest.mark.parametrize("line", REFUSED)
def test_refused(netlog: Netlog, ledger: Path, line: str) -> None:
    given(netlog, ledger, LEDGER)
    refused(netlog, ledger, *shlex.split(line))


@pytest.mark.parametrize("day", ["tomorrow", "2026-11-22", "9999-12-31", "in 3 days"])
@pytest.mark.parametrize("line", IN_THE_FUTURE)
def test_facts_do_not_lie_in_the_future(netlog: Netlog, ledger: Path, line: str, day: str) -> None:
    given(netlog, ledger, LEDGER)
    refused(netlog, ledger, *shlex.split(line), "--on", day)


FINE_IN_A_NEW_LEDGER = ("meet max", "meet Berg Bauer max", "person Ann --alias Bob")


@pytest.mark.parametrize("line", [*USAGE, *REFUSED])
def test_without_a_ledger_none_appears(netlog: Netlog, ledger: Path, line: str) -> None:
    if line not in FINE_IN_A_NEW_LEDGER:
        netlog(*shlex.split(line), code=None)
        assert files(ledger) == {}


BROKEN_TEXTS = {
    "10,000 characters": "x" * 10_000,
    "NUL": "a\0b",
    "ESC": "a\x1b]52;c;aGk=\x07b",
    "C1": "a\x9b2Jb",
    "a lone surrogate": "a\udc80b",
    "empty": "",
}
TEXT_FIELDS = [
    "meet Ann --at {}",
    "meet Ann --via {}",
    "meet Ann --note {}",
    "meet {}",
    "meet Ann --by {}",
    "intro Ann Bob --for {}",
    "intro Ann Bob --via {}",
    "intro Ann Bob --note {}",
    "promise {} --to Ann",
    "promise x --to {}",
    "reach Ann --about {}",
    "reach {}",
    "thank 'Max Bauer' --note {}",
    "thank 'Max Bauer' --via {}",
    "problem e1 {} --with Bob",
    "problem e1 x --with {}",
    "problem e1 x --with Bob --note {}",
    "check e1 --happy --note {}",
    "done 6 --note {}",
    "broken 6 --note {}",
    "waive 6 --note {}",
    "person {} --new",
    "person Ann --skill {}",
    "person Ann --phone {}",
    "person Ann --alias {}",
    "person Ann --email {}",
    "person Ann --org {}",
    "report {}",
]
TYPED_VALUES = ["done {}", "check {} --happy", "meet Ann --on {}", "due --within {}"]


@pytest.mark.parametrize("text", BROKEN_TEXTS.values(), ids=BROKEN_TEXTS)
@pytest.mark.parametrize("line", TEXT_FIELDS)
def test_no_field_takes_broken_text(netlog: Netlog, ledger: Path, line: str, text: str) -> None:
    if "--org" in line and not text:
        return  # an empty organisation takes it off: test_contacts.py
    given(netlog, ledger, LEDGER)
    refused(netlog, ledger, *(word.replace("{}", text) for word in shlex.split(line)))


@pytest.mark.parametrize("text", BROKEN_TEXTS.values(), ids=BROKEN_TEXTS)
@pytest.mark.parametrize("line", TYPED_VALUES)
def test_no_value_is_broken_text(netlog: Netlog, ledger: Path, line: str, text: str) -> None:
    given(netlog, ledger, LEDGER)
    refused(netlog, ledger, *(word.replace("{}", text) for word in shlex.split(line)), code=2)


RECORDING = [
    one for one in TEXT_FIELDS if not any(w in one for w in ("--email", "report", "--with {"))
]


@pytest.mark.parametrize(
    "text", ["[/x]", "[link=x]y", ":smile:", "zz\\", "x" * 200, "%s {0} $HOME"]
)
@pytest.mark.parametrize("line", RECORDING)
def test_every_field_takes_markup_as_it_is(
    netlog: Netlog, ledger: Path, line: str, text: str
) -> None:
    given(netlog, ledger, LEDGER)
    netlog(*(word.replace("{}", text) for word in shlex.split(line)))
    stored = rows(ledger, "SELECT rows FROM operations ORDER BY id DESC LIMIT 1")[0][0]
    assert json.dumps(text) in stored


@pytest.mark.parametrize("today", ["nonsense", "2026-02-30", "31", "2026-11-21x", "21 nov", " "])
def test_a_today_that_is_no_day(netlog: Netlog, ledger: Path, today: str) -> None:
    for line in (["due"], ["meet", "Ann"], ["report"]):
        refused(netlog, ledger, *line, code=2, today=today)


SETTINGS = {
    "no TOML": "terms = [",
    "not UTF-8": b"owner = '\xff'",
    "unknown entry": "colour = 1",
    "unknown term": "[terms]\nlunch = 3",
    "term of another type": "[terms]\nthanks = 'soon'",
    "a flag for a term": "[terms]\nthanks = true",
    "term below": "[terms]\nthanks = -1",
    "term above": "[terms]\nthanks = 99999999999999999999",
    "no table": "terms = 3",
    "date order": "date_order = 'xyz'",
    "half-life": "half_life = 0",
    "owner": "owner = 3",
    "a control character": "owner = '\x1b[2J'",
}


@pytest.mark.parametrize("content", SETTINGS.values(), ids=SETTINGS)
def test_broken_settings(
    netlog: Netlog,
    ledger: Path,
    own_home: Path,
    monkeypatch: pytest.MonkeyPatch,
    content: str | bytes,
) -> None:
    settings = own_home / "settings.toml"
    settings.write_bytes(content if isinstance(content, bytes) else content.encode())
    monkeypatch.setenv("NETLOG_CONFIG", str(settings))
    refused(netlog, ledger, "promise", "x", "--to", "Ann", code=2)
    assert not ledger.exists()


@pytest.mark.parametrize("argv", [["meet", "max"], ["meet", "Max Brg"], ["report", "Nobody"]])
def test_no_terminal_no_prompt(netlog: Netlog, ledger: Path, argv: list[str]) -> None:
    given(netlog, ledger, LEDGER)
    before = files(ledger)
    ended = run_process(ledger, *argv)
    assert (ended.returncode, ended.stdout) == (3, "")
    assert ended.stderr.startswith("netlog: ")
    assert files(ledger) == before


def test_what_is_missing_is_told_with_where_to_look(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, LEDGER)
    assert "netlog history lists" in refused(netlog, ledger, "history", "e99").err
    assert "netlog due --all lists" in refused(netlog, ledger, "done", "99").err
    assert "netlog history e2" in refused(netlog, ledger, "history", "6", code=2).err
    assert "There is no due item 99." in refused(netlog, ledger, "history", "99").err
    refused(netlog, ledger, "history", "9" * 40)
    netlog("reach", "Ann")
    assert (
        "e4 is no introduction but an outreach."
        in refused(netlog, ledger, "check", "e4", "--happy").err
    )
    assert "merge" not in refused(netlog, ledger, "person", "Ann", "--rename", "me").err


@pytest.mark.parametrize("options", [[], ["--json"]])
def test_an_event_without_a_ledger_is_refused_as_with_one(
    netlog: Netlog, ledger: Path, options: list[str]
) -> None:
    assert "There is no event e1." in refused(netlog, ledger, "history", "e1", *options).err


@pytest.mark.parametrize("ids", ["6,1", "6, 1", "1 6", "6,1,"])
def test_ids_may_have_commas_between_them(netlog: Netlog, ledger: Path, ids: str) -> None:
    given(netlog, ledger, LEDGER)
    found = netlog("waive", *ids.split(), "--json").json
    assert sorted(found["closed"]) == [1, 6]


@pytest.mark.parametrize("ids", ["6,,1", ",", "6;1", ",6"])
def test_what_is_no_list_of_ids_is_refused(netlog: Netlog, ledger: Path, ids: str) -> None:
    given(netlog, ledger, LEDGER)
    refused(netlog, ledger, "waive", ids, code=2)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (["report", "--limit", "x"], "'--limit': 'x' is not a whole number.\n"),
        (["report", "--limit", "0"], "'--limit': 0 is less than 1.\n"),
        (["done", "1", "--times", "1.5"], "'--times' / '-x': '1.5' is not a whole number.\n"),
        (["edit", "e1", "--times", "3"], "There is no --times in a meeting.\n"),
    ],
)
def test_why_it_is_refused_is_in_plain_words(netlog: Netlog, line: list[str], why: str) -> None:
    netlog("meet", "Ann")
    assert why in netlog(*line, code=2).err


@pytest.mark.parametrize("line", [["review"], ["history"], ["report", "Ann", "--chronology"]])
def test_a_look_back_begins_by_today(netlog: Netlog, line: list[str]) -> None:
    netlog("meet", "Ann")
    told = netlog(*line, "--since", "tomorrow", code=3).err
    assert told.endswith("\n  It looks back: give today or a day before it.\n")


@pytest.mark.parametrize(
    "line",
    [
        *(["import"], ["join"], ["restore"], ["backup"], ["export"]),
        *(["import", "people.csv", "--rejects"], ["report", "Ann", "--html"]),
        ["draft", "1", "--eml"],
    ],
)
def test_an_empty_name_is_no_file(netlog: Netlog, line: list[str]) -> None:
    netlog("meet", "Ann")
    assert "netlog: The name of a file is empty.\n" in netlog(*line, "", code=2).err


@pytest.mark.parametrize("today", ["yesterday", "0001-01-03", "1899-12-31"])
@pytest.mark.parametrize("line", ["review", "due", "meet Lee"])
def test_a_day_that_no_ledger_knows_is_none_of_today(netlog: Netlog, today: str, line: str) -> None:
    said = netlog(*shlex.split(line), today=today, code=2).err
    assert said.startswith("netlog: NETLOG_TODAY is ")
    assert "Write it as 2026-11-21, or unset it.\n" in said

"""A part of a chronology: what is left out is gone, and what stays is as true as before."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given as hypothesis_given
from hypothesis import settings
from hypothesis import strategies as st

from tests.cli.looking import Netlog, given, refused

CLAIM = """
2026-01-02 meet "Lead Co" --at fair --note "smooth talker"
2026-01-03 thank "Lead Co" --via card --note "the blue one"
2026-01-04 waive 2
2026-01-05 intro "Prospect One" me --by "Lead Co" --for programme --fee 75
2026-01-05 reach "Prospect One" --via phone --note "reception only"
2026-01-06 intro "Prospect Two" me --by "Lead Co" --fee 25.50
2026-01-07 reach "Prospect One" --via email
2026-01-08 reach "Prospect Two"
2026-01-09 reach me --by "Prospect Two" --via email
2026-01-14 reach "Lead Co" --via email --about policy --note "mailed twice"
2026-01-16 reach "Lead Co" --via phone --about invoice
2026-01-28 reach me --by "Lead Co" --via email
2026-01-28 promise "three more" --by "Lead Co" --times 3 --due 2026-02-10
2026-01-28 promise "a credit" --by "Lead Co" --due 2026-01-30 --note "by phone"
2026-01-29 promise "dates" --to "Lead Co" --due 2026-01-31
2026-02-01 done 8 --times 1
2026-02-06 problem e2 "never answered" --with "Prospect One"
2026-02-08 apologize me --by "Lead Co"
2026-02-09 broken 9 --note "she said no"
2026-02-12 intro "Prospect Three" me --by "Lead Co" --replaces e2
2026-02-13 done 10
2026-02-15 done 8 --times 1
2026-02-20 reach "Prospect Three" --via phone
"""
TODAY = "2026-03-01"
Document = dict[str, Any]


def told(netlog: Netlog, *options: str, today: str = TODAY) -> Document:
    """The chronology as a document."""
    return dict(netlog("report", "Lead Co", "--chronology", *options, "--json", today=today).json)


def text(netlog: Netlog, *options: str) -> str:
    """The chronology as it is read."""
    return str(netlog("report", "Lead Co", "--chronology", *options, today=TODAY).out)


@pytest.fixture(autouse=True)
def _claim(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, CLAIM)


def test_the_promises_come_first_and_say_how_they_ended(netlog: Netlog) -> None:
    lines = text(netlog).splitlines()
    begin = lines.index("Promises")
    assert begin < lines.index("Introductions")
    assert [line.strip() for line in lines[begin + 1 : lines.index("Fees") - 1]] == [
        "By Lead Co: 1 broken, 1 open.",
        "To Lead Co: 1 late.",
        '8  Open: Lead Co promised you "three more" on Wed 28 Jan 2026, due 10 Feb 2026.',
        "2 of 3 on record by Sun 1 Mar 2026, 19 days after it was due.",
        '9  Broken: Lead Co promised you "a credit" on Wed 28 Jan 2026, due 30 Jan 2026.',
        "Marked as broken on Mon 9 Feb 2026.",
        'Noted: "by phone"',
        'Noted: "she said no"',
        '10  Late: You promised Lead Co "dates" on Thu 29 Jan 2026, due 31 Jan 2026.',
        "Kept on Fri 13 Feb 2026, 13 days late.",
    ]
    one, *_ = told(netlog)["promises"]
    assert one == {
        "id": 8, "event": "e11", "debtor": "Lead Co", "creditor": "me", "about": "three more",
        "times": 3, "done": 2, "opened_on": "2026-01-28", "due_on": "2026-02-10",
        "settled_on": None, "standing": "overdue",
    }  # fmt: skip


def test_promises_kept_whole_and_waived(netlog: Netlog) -> None:
    netlog("done", "8", "--times", "1", "--on", "2026-02-10", today=TODAY)
    netlog("promise", "x", "--by", "Lead Co", today="2026-02-20")
    netlog("waive", "17", "--on", "2026-02-22", today=TODAY)
    out = text(netlog)
    assert "By Lead Co: 1 late, 1 broken, 1 waived." in out
    assert "2 of 3 came in time, the last on Sun 15 Feb 2026, 5 days late." in out
    assert "Marked as waived on Sun 22 Feb 2026." in out


def test_fees_are_summed_and_listed_by_lead(netlog: Netlog) -> None:
    out = text(netlog)
    for line in (
        "In all, for 2 leads: 100.50.",
        "For 1 lead answered: 25.50.",
        "For 1 lead not answered: 75.",
        "e2  Prospect One, Mon 5 Jan 2026: 75, not answered by Fri 6 Feb 2026, with a problem.",
        "e4  Prospect Two, Tue 6 Jan 2026: 25.50, answered on Fri 9 Jan 2026.",
    ):
        assert line in out
    assert told(netlog)["fees"] == {
        "leads": 2, "total": "100.50", "answered": "25.50", "not_answered": "75"
    }  # fmt: skip


def test_a_courtesy_that_was_waived_is_noise(netlog: Netlog) -> None:
    assert "Waived" not in text(netlog)
    assert not any(one["id"] == "2" for one in told(netlog)["facts"])


def test_the_whole_says_nothing_of_an_extract(netlog: Netlog) -> None:
    assert "extract" not in text(netlog)
    assert told(netlog)["extract"] is None


@pytest.mark.parametrize(
    ("options", "said", "document"),
    [
        (["--no-notes"], "notes left out", (None, None, 0, False)),
        (["--since", "2026-01-14"], "from Wed 14 Jan 2026", ("2026-01-14", None, 0, True)),
        (
            ["--until", "2026-01-31"],
            "up to Sat 31 Jan 2026 and as of that day",
            (None, "2026-01-31", 0, True),
        ),
        (["--without", "e1"], "1 entry left out", (None, None, 1, True)),
        (["--without", "e1", "--without", "1"], "1 entry left out", (None, None, 1, True)),
        (["--without", "e1,9"], "2 entries left out", (None, None, 2, True)),
        (["--without", "9", "--without", "e9"], "2 entries left out", (None, None, 2, True)),
        (
            ["--since", "2026-01-14", "--without", "e1", "--without", "e8", "--no-notes"],
            "from Wed 14 Jan 2026; 1 entry left out; notes left out",
            ("2026-01-14", None, 1, False),
        ),
    ],
    ids=str,
)
def test_an_extract_says_that_it_is_one(
    netlog: Netlog, options: list[str], said: str, document: tuple[Any, ...]
) -> None:
    lines = text(netlog, *options).splitlines()
    assert lines.count(f"This is an extract: {said}.") == 1
    keys = ("since", "until", "left_out", "notes")
    assert told(netlog, *options)["extract"] == dict(zip(keys, document, strict=True))
    for form in (["--markdown"], ["--html", "-"]):
        assert said in text(netlog, *options, *form)


def test_no_note_stays_in_any_form(netlog: Netlog) -> None:
    notes = [
        "smooth talker",
        "the blue one",
        "reception only",
        "mailed twice",
        "by phone",
        "she said no",
    ]
    for form in ([], ["--markdown"], ["--html", "-"], ["--json"]):
        whole, without = text(netlog, *form), text(netlog, "--no-notes", *form)
        assert all(re.search(rf"\b{note}\b", whole) for note in notes)
        assert not any(f'"{note}' in without or f">{note}" in without for note in notes)
        assert "Noted" not in without


def test_whoever_sends_it_is_told_of_the_notes(netlog: Netlog) -> None:
    line = ("report", "Lead Co", "--chronology", "--markdown")
    assert "It quotes 6 notes of yours; --no-notes leaves them out." in netlog(*line).err
    assert "--no-notes" not in netlog(*line, "--no-notes").err


def test_days_are_those_of_the_extract(netlog: Netlog) -> None:
    found = told(netlog, "--since", "2026-01-14", "--until", "2026-02-06")
    assert (found["from"], found["to"]) == ("2026-01-14", "2026-02-06")
    whole = told(netlog, "--until", "2026-02-06")["facts"]
    assert found["facts"] == [one for one in whole if one["on"] >= "2026-01-14"]
    assert [one["id"] for one in found["promises"]] == [8, 9, 10]
    assert found["introductions"] == []
    assert found["fees"]["leads"] == found["given"]["introductions"] == 0


@pytest.mark.parametrize(
    "day", ["2026-01-03", "2026-01-07", "2026-01-28", "2026-02-06", "2026-02-12", "2026-02-20"]
)
def test_up_to_a_day_it_is_what_was_told_on_that_day(
    netlog: Netlog, ledger: Path, day: str
) -> None:
    later = told(netlog, "--until", day)
    ledger.unlink()
    for line in filter(None, map(str.strip, CLAIM.splitlines())):
        today, *argv = shlex.split(line)
        if today <= day:
            netlog(*argv, today=today)
    then = told(netlog, today=day)
    assert later.pop("extract")["until"] == day
    assert (later.pop("today"), then.pop("today")) == (TODAY, day)
    assert then.pop("extract") is None
    assert later == then


IDS = [
    *(f"e{number}" for number in range(1, 17)),
    "1",
    "4",
    "7",
    "8",
    "9",
    "10",
    "11",
    "12",
    "13",
    "16",
]


@settings(max_examples=settings().max_examples // 3)
@hypothesis_given(st.lists(st.sampled_from(IDS), min_size=1, max_size=5, unique=True))
def test_what_is_left_out_is_gone_and_the_rest_stays_true(netlog: Netlog, ids: list[str]) -> None:
    whole = told(netlog)
    part = told(netlog, *(word for one in ids for word in ("--without", one)))
    assert part["extract"]["left_out"] >= 1
    shown = {one["id"] for one in part["facts"]}
    assert shown.isdisjoint(ids)
    mentioned = {found for one in part["facts"] for found in re.findall(r"\be\d+\b", one["text"])}
    assert mentioned.isdisjoint(ids)
    for name, key in (("introductions", "event"), ("replies", "id"), ("promises", "id")):
        known = {one[key]: one for one in whole[name]}
        for one in part[name]:
            assert f"{one[key]}" not in ids
            assert one.get("event") not in ids
            assert {**one, "problems": 0, "tries": 0} == {
                **known[one[key]], "problems": 0, "tries": 0
            }  # fmt: skip
    assert {str(one["id"]) for one in part["open"]}.isdisjoint(ids)


def test_an_answer_that_is_left_out_is_no_silence(netlog: Netlog) -> None:
    part = told(netlog, "--without", "e10", "--without", "e7")
    (reply,) = part["replies"]
    assert reply["answered_on"] == "2026-01-28"
    assert part["introductions"][1]["answered_on"] == "2026-01-09"


def test_what_a_problem_made_needless_is_not_open_without_it(netlog: Netlog) -> None:
    netlog("intro", "Cara", "Web", today="2026-02-01")  # e17
    netlog("check", "e17", "--silent", today="2026-02-05")
    netlog("problem", "e17", "no word", "--with", "Web", today="2026-02-06")
    line = ("report", "Web", "--chronology", "--json")
    whole = netlog(*line, today=TODAY).json["open"]
    part = netlog(*line, "--without", "e18", today=TODAY).json["open"]
    assert {one["kind"] for one in whole} == {"thanks", "apology", "replacement"}
    assert [one["kind"] for one in part] == ["thanks"]


def test_an_introduction_takes_along_what_hangs_on_it(netlog: Netlog) -> None:
    part = told(netlog, "--without", "e2")
    shown = {one["id"] for one in part["facts"]}
    assert shown.isdisjoint({"e2", "e3", "e5", "e14", "11"})
    assert part["extract"]["left_out"] == 4
    assert part["given"] == {"introductions": 2, "answered": 1, "problems": 0, "fees": "25.50"}
    assert "Prospect One" not in text(netlog, "--without", "e2")


def test_an_answer_says_nothing_of_the_introduction_that_is_left_out(netlog: Netlog) -> None:
    line = ("report", "Prospect Two", "--chronology")
    assert "the first answer after e4" in netlog(*line).out
    without = netlog(*line, "--without", "e4").out
    assert "e7  Prospect Two reached out to you" in without
    assert "e4" not in without


def test_an_attempt_that_is_left_out_still_counts(netlog: Netlog) -> None:
    (reply,) = told(netlog, "--without", "e9")["replies"]
    assert reply["attempts"]["number"] == 2
    assert [one["about"] for one in reply["tries"]] == ["policy"]
    assert "invoice" not in text(netlog, "--without", "e9")


@pytest.mark.parametrize(("day", "ids"), [("2026-01-28", [8, 9, 10]), ("2026-01-29", [10])])
def test_an_extract_since_a_day_tells_of_what_was_promised_on_it(
    netlog: Netlog, day: str, ids: list[int]
) -> None:
    assert [promise["id"] for promise in told(netlog, "--since", day)["promises"]] == ids


@pytest.mark.parametrize(
    ("options", "is_told"),
    [([], True), (["--without", "e1"], True), (["--without", "e2"], False)],
    ids=str,
)
def test_what_an_introduction_is_in_place_of_is_told_unless_it_is_left_out(
    netlog: Netlog, options: list[str], is_told: bool
) -> None:
    (text,) = (fact["text"] for fact in told(netlog, *options)["facts"] if fact["id"] == "e15")
    assert ("in place of e2" in text) is is_told


def test_what_is_not_there_is_refused_with_how_to_see_what_is(netlog: Netlog, ledger: Path) -> None:
    line = ("report", "Lead Co", "--chronology", "--without", "99")
    assert refused(netlog, ledger, *line).err == (
        "netlog: 99 is not in this chronology, so it cannot be left out.\n"
        "  netlog report WHO --chronology shows the ids of what is in it.\n"
    )


def test_what_cannot_be_left_out(netlog: Netlog, ledger: Path) -> None:
    line = ("report", "Lead Co", "--chronology")
    assert "e99 is not in this" in refused(netlog, ledger, *line, "--without", "e99").err
    assert "99 is not in this" in refused(netlog, ledger, *line, "--without", "99").err
    assert "2 is not in this" in refused(netlog, ledger, *line, "--without", "2").err
    thanks = refused(netlog, ledger, *line, "--without", "a1", code=2).err
    assert "a1 is a thank-you or apology, and an event or a due item is asked for" in thanks
    late = ("--until", "2026-01-03", "--without", "e2")
    assert "e2 is not in this" in refused(netlog, ledger, *line, *late).err
    refused(netlog, ledger, *line, "--without", "fee", code=2)
    refused(netlog, ledger, *line, "--since", "junk", code=2)
    refused(netlog, ledger, *line, "--until", "2030-01-01")
    both = ("--since", "2026-02-01", "--until", "2026-01-01")
    assert "is after --until" in refused(netlog, ledger, *line, *both, code=2).err


def test_where_nothing_is_left(netlog: Netlog, tmp_path: Path) -> None:
    line = ("report", "Lead Co", "--chronology", "--until", "2026-01-01")
    assert "nothing is left to show" in netlog(*line).err
    page = tmp_path / "page.html"
    netlog(*line, "--html", str(page))
    assert "nothing is left to show" in page.read_text()
    assert told(netlog, "--until", "2026-01-01")["facts"] == []


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (["--for", "tax"], "--for does not go"),
        (["--limit", "3"], "--limit does not go"),
        (["--for", "tax", "--limit", "3"], "--for and --limit do not go"),
        (["--markdown", "--json"], "--markdown and --json are 2"),
    ],
)
def test_only_what_was_given_is_named(
    netlog: Netlog, ledger: Path, options: list[str], named: str
) -> None:
    said = refused(netlog, ledger, "report", "Lead Co", "--chronology", *options, code=2).err
    assert named in said
    others = {"--for", "--limit", "--markdown", "--json", "--html"} - set(options)
    assert not any(one in said for one in others)


def test_what_is_for_a_chronology_alone(netlog: Netlog, ledger: Path) -> None:
    for options in (
        ["--since", "2026-01-01"], ["--until", "2026-01-01"], ["--without", "e1"], ["--no-notes"],
    ):  # fmt: skip
        for line in (["report"], ["report", "Lead Co"], ["report", "--referrers"]):
            said = refused(netlog, ledger, *line, *options, code=2).err
            assert said.startswith(f"netlog: {options[0]} is for a chronology.")

"""`netlog join`: what both sides said, who is asked about, and what is refused."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from netlog.ledger.file.backups import backups_of
from tests.cli.looking import names
from tests.cli.test_asking import Terminal
from tests.support.ledgers import dump, faults, query, rehashed, snapshot
from tests.support.once import Once
from tests.support.program import Result

Netlog = Callable[..., Result]
TODAY = "2026-01-16"
BEFORE = "meet Ann --on 2026-01-02; intro Ann Bob --on 2026-01-03; promise deck --to Cyd --times 2"


class Two:
    """Two copies of one ledger: `here` and `there` type command lines into each."""

    def __init__(self, netlog: Netlog, ledger: Path) -> None:
        self._netlog = netlog
        self.ours, self.theirs = ledger, ledger.with_name("laptop.db")

    def part(self) -> None:
        """Begin one ledger, and copy it."""
        self.here(BEFORE)
        shutil.copy(self.ours, self.theirs)

    def here(self, lines: str, code: int = 0) -> str:
        return self._type(self.ours, lines, code)

    def there(self, lines: str, code: int = 0) -> str:
        return self._type(self.theirs, lines, code)

    def join(self, *options: str, code: int = 0) -> Result:
        """Join the other copy; it stays as it is, and this one is whole."""
        before = self.theirs.read_bytes()
        result = self._netlog("join", str(self.theirs), *options, today=TODAY, code=code)
        assert self.theirs.read_bytes() == before
        assert faults(self.ours) == []
        return result

    def history(self, subject: str = "", ledger: Path | None = None) -> list[dict[str, Any]]:
        line = ["--ledger", str(ledger or self.ours), "history", *filter(None, [subject]), "--json"]
        items: list[dict[str, Any]] = self._netlog(*line, today=TODAY).json["items"]
        return items

    def event(self, subject: str, ledger: Path | None = None) -> list[dict[str, Any]]:
        """What is known of an event but for its items, nothing where it is gone; or of Ann."""
        line = ["--ledger", str(ledger or self.ours), "history", "--json"]
        items = self._netlog(*line, today=TODAY).json["items"]
        shown = ("id", "on", "about", "via", "place", "note", "parties")
        told = [{name: item[name] for name in shown} for item in items]
        return [event for event in told if subject in (event["id"], "Ann")]

    def _type(self, ledger: Path, lines: str, code: int) -> str:
        import shlex

        said = ""
        for line in lines.split("; "):
            argv = ["--ledger", str(ledger), *shlex.split(line)]
            said = self._netlog(*argv, today=TODAY, code=code).text
        return said


@pytest.fixture
def two(netlog: Netlog, ledger: Path, once: Once) -> Two:
    two = Two(netlog, ledger)
    once(two.part)
    return two


def test_what_came_has_new_numbers_where_those_are_taken(two: Two) -> None:
    two.here("reach Ann; thank Ann")
    two.there("meet Dee; meet Eve; thank Ann; done 8 --times 1")
    said = two.join().out
    assert "Joined laptop.db: 2 events, 2 words and 2 contacts" in said
    assert "e4 is e6 here, a1 is a2 here" in said
    assert [event["id"] for event in two.history("Eve")] == ["e5"]
    assert [event["id"] for event in two.history("Dee")] == ["e6"]


def test_where_nothing_was_told_here_all_keeps_its_number(two: Two) -> None:
    two.there("meet Dee; thank Ann; edit e1 --at Club")
    assert "number" not in two.join().out
    assert dump(two.ours)["event"] == dump(two.theirs)["event"][:3] + [
        (*row[:17], 2, *row[18:]) for row in dump(two.theirs)["event"][3:]
    ]


def test_what_was_taken_back_there_counts_for_nothing(two: Two) -> None:
    two.there("meet Dee; undo; done 8 --times 1; reopen 8; thank Ann; delete a1")
    assert "nothing that shows" in two.join().out
    assert two.history("Ann")[0]["place"] == ""


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("edit e1 --at Club", "edit e1 --at Inn"),
        ("edit e1 --on 2026-01-04", "edit e1 --on 2026-01-05"),
        ("edit e1 --replace Ann Bob", "edit e1 --replace Ann Cyd"),
        ("edit e1 --at Club", "delete e1"),
        ("delete e1", "edit e1 --at Club"),
        ("delete e1", "edit e1 --replace Ann Cyd"),
        ("edit e1 --replace Ann Cyd", "delete e1"),
        ("edit e1 --add Bob", "delete e1"),
        ("delete e1", "edit e1 --add Bob"),
        ("edit e1 --add Bob; edit e1 --remove Bob", "delete e1"),
        ("delete e1", "edit e1 --add Bob; edit e1 --remove Bob"),
        ("delete e2", "problem e2 rude --with Bob"),
        ("problem e2 rude --with Bob", "delete e2"),
        ("edit e2 --on 2026-01-10", "problem e2 rude --with Bob --on 2026-01-05"),
        ("problem e2 rude --with Bob --on 2026-01-05", "edit e2 --on 2026-01-10"),
        ("edit e2 --on 2026-01-10", "check e2 --happy --on 2026-01-05"),
        ("edit e2 --replace Ann Cyd", "edit e2 --replace Bob Cyd"),
        ('person Ann --rename "Ann A"', 'person Ann --rename "Ann B"'),
    ],
)
def test_what_both_say_is_asked_about(two: Two, here: str, there: str) -> None:
    two.here(here)
    two.there(there)
    subject = here.split()[1]
    label = subject if subject != "Ann" else "Ann A"
    before, was = snapshot(two.ours.parent), two.event(subject)
    error = two.join(code=3).err
    assert f"--ours {label}, or --theirs {label}".replace("Ann A", '"Ann A"') in error
    assert snapshot(two.ours.parent) == before
    two.join("--ours", label)
    assert two.event(subject) == was
    two.here("undo")
    two.join("--theirs", label)
    assert two.event(subject) == two.event(subject, two.theirs)


@pytest.mark.parametrize(
    ("both", "here"),
    [
        ("edit e1 --add Bob", "edit e1 --remove Bob"),
        ("edit e1 --add Bob; edit e1 --remove Bob", "undo"),
    ],
    ids=["no more", "again"],
)
def test_who_is_in_an_event_here_is_asked_about_where_it_is_gone_there(
    two: Two, both: str, here: str
) -> None:
    two.here(both)
    shutil.copy(two.ours, two.theirs)
    two.here(here)
    two.there("delete e1")
    before, was = dump(two.ours), two.event("e1")
    assert "--ours e1, or --theirs e1" in two.join(code=3).err
    two.join("--ours", "e1")
    assert two.event("e1") == was
    two.here("undo")
    assert dump(two.ours) == before
    two.join("--theirs", "e1")
    assert [event["id"] for event in two.history("Ann")] == ["e2"]


def test_what_both_say_is_as_it_is_on_the_side_that_is_right(two: Two) -> None:
    two.here("edit e1 --at Club --note mine")
    two.there("edit e1 --at Inn")
    assert "the place is" in two.join(code=3).err
    two.join("--theirs", "e1")
    assert two.history("e1")[0]["place"] == "Inn"
    assert two.history("e1")[0]["note"] == ""
    two.here("undo")
    two.join("--ours", "all")
    assert two.history("e1")[0]["place"] == "Club"


def test_equal_corrections_and_corrections_of_other_fields_are_no_dispute(two: Two) -> None:
    two.here("edit e1 --at Club --note mine; delete e2")
    two.there("edit e1 --at Club --via video; delete e2")
    two.join()
    (event,) = two.history("e1")
    assert (event["place"], event["note"], event["via"]) == ("Club", "mine", "video")


def test_what_is_about_an_event_goes_or_comes_with_it(two: Two) -> None:
    two.here("problem e2 rude --with Bob")
    two.there("delete e2")
    two.join("--theirs", "e2")
    assert [event["id"] for event in two.history()] == ["e1", "e3"]
    two.here("undo")
    two.join("--ours", "e2")
    assert [event["id"] for event in two.history()] == ["e1", "e2", "e3", "e4"]


def test_what_is_about_what_is_about_an_event_goes_with_it(two: Two) -> None:
    two.here("problem e2 rude --with Bob; intro Ann Dee --replaces e2; problem e5 late --with Dee")
    two.there("delete e2")
    two.join("--theirs", "e2")
    assert [event["id"] for event in two.history()] == ["e1", "e3"]


def test_what_was_told_of_an_event_that_is_gone_here_is_left_out_or_brings_it_back(
    two: Two,
) -> None:
    two.here("delete e2")
    two.there("problem e2 rude --with Bob; apologize Ann --for 9")
    two.join("--ours", "e2")
    assert [event["id"] for event in two.history()] == ["e1", "e3"] + (
        ["a1"] if two.history()[-1]["id"] == "a1" else []
    )
    two.here("undo")
    two.join("--theirs", "e2")
    assert {"e2", "e4"} <= {event["id"] for event in two.history()}


@pytest.mark.parametrize(
    ("event", "line"),
    [
        ("e2", "check e2 --worth 500"),
        ("e2", "check e2 --happy"),
        ("e2", "check 6 --silent"),
        ("e2", "waive 6"),
        ("e2", "snooze 6 --until 2026-02-01"),
        ("e2", "thank me --by Ann --for 3"),
        ("e2", "thank e2 --by Ann"),
        ("e3", "done 8 --times 2"),
        ("e3", "done 8 --times 1; done 8 --times 1; reopen 8"),
        ("e4", "intro me Bob --by Ann --keeps 9"),
    ],
)
def test_what_was_said_of_an_event_that_the_other_copy_took_out_is_asked_about(
    two: Two, event: str, line: str
) -> None:
    two.here('promise "two referrals" --by Ann --times 2')
    shutil.copy(two.ours, two.theirs)
    two.here(f"delete {event}")
    two.there(line)
    before = dump(two.ours)
    error = two.join(code=3).err
    assert "it was taken out here, and the other copy speaks of it" in error
    assert f"--ours {event}, or --theirs {event}" in error
    assert dump(two.ours) == before
    two.join("--theirs", event)
    assert two.history(event) == two.history(event, two.theirs)
    two.here("undo")
    two.join("--ours", event)
    assert two.event(event) == []


@pytest.mark.parametrize(
    ("event", "line"),
    [
        ("e2", "check e2 --worth 500"),
        ("e2", "waive 6"),
        ("e2", "thank me --by Ann --for 3"),
        ("e2", "thank e2 --by Ann"),
        ("e4", "intro me Bob --by Cyd --keeps 9"),
    ],
)
def test_what_is_said_here_of_an_event_that_the_other_copy_took_out_is_asked_about(
    two: Two, event: str, line: str
) -> None:
    two.here("promise templates --by Cyd --times 2")
    shutil.copy(two.ours, two.theirs)
    two.here(line)
    two.there(f"delete {event}")
    error = two.join(code=3).err
    assert "it was taken out there, and this ledger speaks of it" in error
    two.join("--ours", event)
    assert len(two.event(event)) == 1
    two.here("undo")
    two.join("--theirs", event)
    assert two.event(event) == []


def test_what_both_copies_know_of_an_event_is_nothing_new_of_it(two: Two) -> None:
    two.there("done 8 --times 1; check e2 --worth 500")
    two.join()
    two.there("delete e3; delete e2")
    assert "2 removals" in two.join().out


def test_what_both_took_out_is_no_question_whatever_was_said_of_it(two: Two) -> None:
    two.here("done 8 --times 1; delete e3")
    two.there("check e2 --worth 500; done 8 --times 2; delete e3; delete e2")
    two.here("meet Cyd; edit e4 --at Club; delete e2")
    two.join()
    assert [event["id"] for event in two.history("Ann")] == ["e1"]


CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:1@example.com
DTSTART;VALUE=DATE:20260110
SUMMARY:Lunch
ATTENDEE;CN=Zoe Ray:mailto:zoe@example.com
ATTENDEE;CN=Ned Ode:mailto:ned@example.com
END:VEVENT
END:VCALENDAR
"""
TABLE = "name,email,through,note\nKim Fox,kim@example.com,Amy Ode,likes tea\n"


@pytest.fixture
def files(two: Two) -> str:
    """The line that brings in a calendar and a table."""
    for name, text in (("c.ics", CALENDAR), ("t.csv", TABLE)):
        two.ours.with_name(name).write_text(text)
    return " ".join(f"'{two.ours.with_name(name)}'" for name in ("c.ics", "t.csv"))


def test_what_both_brought_in_from_one_file_is_once(two: Two, files: str) -> None:
    two.here(f"import {files} --yes --open-since 2026-01-01")
    two.there(f"meet Dee; import {files} --yes --open-since 2026-01-02")
    was = two.history()
    said = two.join("--same", "all")
    assert "1 event and 1 contact" in said.out
    assert "says the same" not in said.out
    assert [event for event in two.history() if "Dee" not in str(event)] == was
    assert {event["id"] for event in was} == {"e1", "e2", "e3", "e4", "e5", "e6"}


def test_what_both_brought_in_is_one_for_what_was_said_of_it(two: Two, files: str) -> None:
    two.here(f"import {files} --yes --open-since 2026-01-01")
    two.there(f"meet Dee; import {files} --yes --open-since 2026-01-01; thank Zoe")
    two.join("--same", "all")
    (item, *_) = two.history("e4")[0]["items"]
    assert item["closed_on"] == TODAY


def test_what_both_brought_in_is_one_once_its_day_is_known_here(two: Two, files: str) -> None:
    two.here(f"import {files} --yes")
    (made,) = (each["id"] for each in two.history("Kim") if each["kind"] == "introduction")
    two.here(f"edit {made} --on 2026-01-05")
    was = two.history("Kim")
    two.there(f"import {files} --yes")
    two.join("--same", "all")
    assert two.history("Kim") == was


@pytest.mark.parametrize("edit", ["--add Cyd", "--replace Zoe Cyd", "--at Club"])
def test_what_was_put_right_of_what_both_brought_in_is_asked_about(
    two: Two, files: str, edit: str
) -> None:
    two.here(f"import {files} --yes")
    two.there(f"import {files} --yes; edit e4 {edit}")
    before = two.event("e4")
    error = two.join("--same", "all", code=3).err
    assert error.count("--ours") == 1 + 1
    assert "--ours e4, or --theirs e4" in error
    two.join("--same", "all", "--ours", "e4")
    assert two.event("e4") == before
    two.here("undo")
    two.join("--same", "all", "--theirs", "e4")
    (now,), (wanted,) = two.event("e4"), two.event("e4", two.theirs)
    for event in (now, wanted):
        event["parties"].sort(key=str)
    assert now == wanted


def test_what_both_brought_in_of_people_who_are_two_is_asked_about(two: Two, files: str) -> None:
    two.here(f"import {files} --yes")
    two.there(f"import {files} --yes")
    answers = ("--apart", "zoe ray", "--same", "all")
    assert "who was in it is Zoe Ray here, Zoe Ray there" in two.join(*answers, code=3).err
    two.join(*answers, "--ours", "e4")
    assert len(two.history("Zoe Ray")) == 1


def test_what_was_brought_in_again_after_it_was_taken_out_is_what_it_was(
    two: Two, files: str
) -> None:
    two.here(f"import {files} --yes")
    shutil.copy(two.ours, two.theirs)
    two.there(f"delete e4; import {files} --yes")
    two.join()
    assert len(two.history("Zoe Ray")) == 1


def test_what_was_typed_alike_in_both_is_there_twice_and_told(two: Two) -> None:
    line = "meet Ann Cyd; promise plans --to Ann; talk Ann; thank Ann"
    two.here(line)
    two.there(line)
    said = two.join()
    assert (
        "note    e4 says the same as e7, e5 says the same as e8 and a1 says the same as a2;"
        " if it was once: netlog delete e7, and so the others\n"
    ) in said.out
    assert len(two.history()) == 3 + 6 + 2


@pytest.mark.parametrize(
    ("here", "there"),
    [("meet Dee", "person Dee --org Acme --new"), ("person Dee --org Acme --new", "meet Dee")],
)
def test_who_is_one_has_the_organisation_of_either(two: Two, here: str, there: str) -> None:
    two.here(here)
    two.there(there)
    assert "kept" not in two.join("--same", "all").out
    assert "Acme" in two.here("person Dee")


@pytest.mark.parametrize(
    "there", ["person Dee --org Peak --new", "person Bob --org Peak; person Bob --alias Dee"]
)
def test_which_organisation_stays_of_who_is_one_is_told(two: Two, there: str) -> None:
    two.here("person Dee --org Acme --new")
    two.there(there)
    said = two.join("--same", "all").out
    assert "kept    organisation of " in said
    assert ("Peak, not Acme" if "Bob" in there else "of Dee: Acme, not Peak") in said


@pytest.mark.parametrize(
    ("here", "there", "options", "line"),
    [
        ("waive 1", "broken 1", [], "1  you owed Ann {} · broken there, but waived on 16 Jan"),
        (
            "waive 1",
            "broken 1 --on 2026-01-12",
            [],
            "1  you owed Ann {} · waived here, but broken on 12 Jan",
        ),
        (
            "thank Ann --on 2026-01-04",
            "thank Ann --for 1",
            [],
            "1  you owed Ann {} · thanked there, but kept in time on 4 Jan",
        ),
        (
            "thank Ann --on 2026-01-04",
            "thank Ann",
            [],
            "1  you owed Ann {} · thanked there, but kept in time on 4 Jan",
        ),
        (
            "check e2 --responded",
            "check e2 --responded --on 2026-01-05",
            [],
            "6  ask Ann whether Bob answered · answered here, but kept in time on 5 Jan",
        ),
        ("delete e3", "done 8", ["--ours", "e3"], "8  kept there · what it was of is not here"),
        ("done 8", "delete e3", ["--theirs", "e3"], "8  kept here · what it was of is not here"),
    ],
)
def test_what_has_no_effect_any_more_is_told(
    two: Two, here: str, there: str, options: list[str], line: str
) -> None:
    two.here(here)
    two.there(there)
    assert f"  idle    {line.format('thanks for the meeting')}\n" in two.join(*options).out


def test_how_an_item_ended_is_nothing_idle_where_both_said_so(two: Two) -> None:
    said = "thank Ann --on 2026-01-04; check e2 --responded --on 2026-01-05; broken 8"
    two.here(said)
    two.there(f"{said}; meet Zed")
    assert "idle" not in two.join().out


def test_a_part_and_an_amount_that_both_said_count_twice_and_are_told(two: Two) -> None:
    said = "done 8 --times 1; check e2 --worth 400"
    two.here(said)
    two.there(said)
    joined = two.join().out
    assert "note    1 part of 8 kept, on 16 Jan, is counted twice; if it was once:" in joined
    assert "note    400 of business came of e2, on 16 Jan, is counted twice;" in joined
    assert "netlog reopen 8\n" in joined
    assert "netlog check e2 --worth 0 takes all of it back\n" in joined
    two.here("reopen 8")
    assert "(1 of 2)" in two.here("history e3")


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("done 8 --times 1", "done 8 --times 2"),
        ("check e2 --worth 400", "check e2 --worth 500"),
        ("check e2 --worth 400; check e2 --worth 0", "meet Zed; check e2 --worth 400; undo"),
        ("promise x --by Ann; done 9 --times 1", "promise y --by Bob; done 9 --times 1"),
    ],
)
def test_another_part_or_amount_is_none_that_counts_twice(two: Two, here: str, there: str) -> None:
    two.here(here)
    two.there(there)
    assert "twice" not in two.join().out


def test_what_both_knew_before_they_parted_is_counted_once(two: Two, ledger: Path) -> None:
    two.here("done 8 --times 1; check e2 --worth 400")
    shutil.copy(ledger, two.theirs)
    two.there("meet Zed; check e2 --worth 400")
    assert "twice" not in two.join().out


def test_what_had_an_effect_in_neither_copy_is_not_told_again(two: Two) -> None:
    two.here("thank Cyd; done 8 --times 1")
    two.there("thank Cyd --on 2026-01-15; done 8 --times 1; meet Zed; undo")
    assert "idle" not in two.join().out


def test_a_problem_follows_the_introduction_that_was_put_right(two: Two) -> None:
    two.here("edit e2 --replace Bob Cyd")
    two.there("problem e2 rude --with Bob")
    two.join()
    assert [party["name"] for party in two.history("e4")[0]["parties"]] == ["Cyd", "Ann"]


def test_a_problem_told_here_follows_as_well(two: Two) -> None:
    two.here("problem e2 rude --with Bob")
    two.there("edit e2 --replace Bob Cyd")
    two.join()
    assert [party["name"] for party in two.history("e4")[0]["parties"]] == ["Cyd", "Ann"]


def test_contacts_of_one_name_are_asked_about(two: Two) -> None:
    two.here("meet Dee; person Dee --skill law --email d@example.com")
    two.there("meet Dee --on 2026-01-09; person Dee --skill law --skill tax")
    error = two.join(code=3).err
    assert "Dee is new in the other copy" in error
    assert "--same Dee" not in error.splitlines()[0]
    two.join("--same", "dee")
    card = two.here("person Dee")
    assert ("law, tax" in card, "d@example.com" in card) == (True, True)
    assert len(two.history("Dee")) == 2
    two.here("undo")
    two.join("--apart", "Dee")
    assert len(two.history("Dee 2")) == 1


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            "person Ann --rename Eve; person Eve --drop Ann; person Bob --rename Ann;"
            " person Ann --drop Bob; person Eve --rename Bob; person Bob --drop Eve",
            id="swapped",
        ),
        pytest.param(
            "person Bob --rename Eve; person Eve --drop Bob; person Ann --rename Bob;"
            " person Bob --drop Ann",
            id="one after the other",
        ),
    ],
)
def test_names_that_went_from_one_to_the_other_go_so_here(two: Two, lines: str) -> None:
    two.there(lines)
    two.here("meet Dee")
    before = dump(two.ours)
    receipt = two.join().out
    assert "name    Ann is called Bob now" in receipt
    assert names(two.ours)[:3] == names(two.theirs)[:3]
    two.here("undo")
    assert dump(two.ours) == before


def test_a_name_that_is_somebody_elses_by_now_is_asked_about(two: Two) -> None:
    two.there("person Ann --rename Dee; person Dee --drop Ann")
    two.here("meet Dee")
    assert "Ann: the other copy calls it Dee, who is somebody else here." in two.join(code=3).err
    two.join("--theirs", "Ann")
    assert names(two.ours) == ["Dee 2", "Bob", "Cyd", "Dee"]
    two.here("undo")
    two.join("--ours", "Ann")
    assert names(two.ours) == ["Ann", "Bob", "Cyd", "Dee"]


def test_a_name_that_is_neither_sides_alone_is_asked_about_once(two: Two) -> None:
    two.there("person Ann --rename Dee; person Dee --drop Ann")
    two.here("meet Dee; person Ann --rename Anne")
    error = two.join(code=3).err
    assert 'Anne: the name is "Anne" here, "Dee" there.' in error
    assert "somebody else" not in error
    two.join("--theirs", "Anne")
    assert names(two.ours) == ["Dee 2", "Bob", "Cyd", "Dee"]
    two.here("undo")
    two.join("--ours", "Anne")
    assert names(two.ours) == ["Anne", "Bob", "Cyd", "Dee"]


@pytest.mark.parametrize(("number", "again"), [(10, 0), (11, 1)])
def test_of_many_questions_none_is_left_out_and_what_answers_all_stands_last(
    two: Two, number: int, again: int
) -> None:
    everybody = " ".join(f"Dee{chr(ord('a') + each)}" for each in range(number))
    two.here(f"meet {everybody}")
    two.there(f"meet {everybody}")
    said = two.join(code=3).err.rstrip().splitlines()
    assert sum("is new in the other copy" in line for line in said) == number
    assert ("--same all" in said[-1]) == bool(again)
    assert len(said) == 2 + 2 * number + again


@pytest.mark.parametrize("gone", ["meet Eve; undo", "meet Eve; delete e4"])
def test_the_numbers_of_what_is_nowhere_are_not_told(two: Two, gone: str) -> None:
    two.here("meet Dee")
    two.there(gone)
    assert "number" not in two.join("--same", "all").out


def test_the_number_of_what_was_left_out_is_not_told(two: Two) -> None:
    two.here("delete e2; meet Dee")
    two.there("problem e2 rude --with Bob")
    assert "e4 is" not in two.join("--ours", "e2").out


def test_an_option_that_decides_nothing_is_refused(two: Two) -> None:
    two.there("meet Dee")
    before = dump(two.ours)
    assert "nothing to decide about e1" in two.join("--ours", "e1", code=3).err
    assert dump(two.ours) == before


def test_who_was_made_one_here_is_so_for_what_came(two: Two) -> None:
    two.here("merge Ann Cyd")
    two.there("meet Cyd; thank Cyd; person Cyd --skill law")
    assert "Cyd is Ann now" in two.join().out
    assert [event["id"] for event in two.history("Ann")] == ["e1", "e2", "e3", "e4", "a1"]
    assert "law" in two.here("person Ann")


@pytest.mark.parametrize("since", ["delete e4", "edit e4 --replace Ann Bob"])
def test_what_was_put_right_since_two_were_made_one_here_stays_so(two: Two, since: str) -> None:
    two.here("meet Cyd")
    shutil.copy(two.ours, two.theirs)
    two.here(f"merge Ann Cyd; {since}")
    before = two.event("e4")
    two.there("meet Cyd --on 2026-01-09")
    assert "Cyd is Ann now" in two.join().out
    assert two.event("e4") == before
    assert [event["id"] for event in two.history("Ann")] == ["e1", "e2", "e5", "e3"]


def test_who_was_made_one_there_is_so_for_what_was_told_here(two: Two) -> None:
    two.here("meet Cyd; person Cyd --skill law")
    two.there("merge Ann Cyd")
    assert "Cyd is Ann now" in two.join().out
    assert [event["id"] for event in two.history("Ann")] == ["e1", "e2", "e3", "e4"]


def test_the_same_two_made_one_on_both_sides_are_one(two: Two) -> None:
    two.here("merge Ann Cyd; meet Ann")
    two.there("merge Ann Cyd; meet Ann --on 2026-01-09")
    two.join()
    assert len(two.history("Ann")) == 5


def test_the_same_two_made_one_the_other_way_round_are_one(two: Two) -> None:
    two.here("merge Ann Cyd; meet Ann")
    two.there("merge Cyd Ann; meet Cyd --on 2026-01-09")
    two.join()
    assert names(two.ours) == ["Ann", "Bob"]
    assert len(two.history("Ann")) == 5


def test_who_cannot_be_one_any_more_is_asked_about(two: Two) -> None:
    two.here("intro Ann Cyd")
    two.there("merge Ann Cyd")
    assert "different sides of e4" in two.join(code=3).err
    two.join("--ours", "Cyd")
    assert [event["id"] for event in two.history("Cyd")] == ["e3", "e4"]


def test_a_contact_that_is_needed_comes_back(two: Two) -> None:
    two.here("person Dee --new")
    shutil.copy(two.ours, two.theirs)
    two.here("delete Dee")
    two.there("meet Dee")
    assert "back    Dee" in two.join().out
    assert len(two.history("Dee")) == 1


def test_a_contact_that_is_needed_here_stays(two: Two) -> None:
    two.here("person Dee --skill law")
    shutil.copy(two.ours, two.theirs)
    two.here("meet Dee")
    two.there("delete Dee")
    two.join()
    assert "law" in two.here("person Dee")


_OF_DEE = (
    "person Dee --skill tax",
    "person Dee --need tax",
    "person Dee --alias Di",
    "person Dee --every 2w",
    "person Dee --every never",
    "person Dee --archive",
    "merge Dee Cyd",
    "person Ann --org Dee",
)


@pytest.mark.parametrize("lines", _OF_DEE)
@pytest.mark.parametrize("is_out_here", [False, True], ids=["out there", "out here"])
def test_who_was_taken_out_stays_where_the_other_copy_said_something_of_them(
    two: Two, lines: str, is_out_here: bool
) -> None:
    two.here("person Dee --skill law --new")
    shutil.copy(two.ours, two.theirs)
    said, out = (two.there, two.here) if is_out_here else (two.here, two.there)
    said(lines)
    out("delete Dee")
    receipt = two.join().out
    assert ("back    Dee" in receipt) == is_out_here
    assert "Dee" in names(two.ours)
    assert "law" in two.here("person Dee")
    after = dump(two.ours)
    two.join()
    assert dump(two.ours) == after


def test_who_was_taken_out_goes_with_a_place_that_nobody_has_any_more(two: Two) -> None:
    two.here("person Dee --new")
    shutil.copy(two.ours, two.theirs)
    two.here("edit e1 --add Dee; edit e1 --remove Dee")
    two.there("delete Dee")
    before = dump(two.ours)
    two.join()
    assert names(two.ours) == ["Ann", "Bob", "Cyd"]
    two.here("undo")
    assert dump(two.ours) == before


@pytest.mark.parametrize("lines", ["meet Dee", "meet Dee Cyd; edit e4 --remove Dee"])
def test_who_was_taken_out_with_an_event_comes_back_with_it(two: Two, lines: str) -> None:
    two.here("person Dee --new")
    two.here(lines)
    shutil.copy(two.ours, two.theirs)
    two.here("delete e4; delete Dee")
    before = dump(two.ours)
    two.there("edit e4 --at Inn")
    assert "back    Dee" in two.join("--theirs", "e4").out
    assert two.event("e4") == two.event("e4", two.theirs)
    two.here("undo")
    assert dump(two.ours) == before
    assert "back" not in two.join("--ours", "e4").out
    assert names(two.ours) == ["Ann", "Bob", "Cyd"]


@pytest.mark.parametrize("there", ["edit e1 --remove Dee", "problem e1 rude --with Dee"])
def test_an_event_that_was_the_first_under_its_terms_comes_back_with_them(
    netlog: Netlog, ledger: Path, there: str
) -> None:
    two = Two(netlog, ledger)
    two.here("person Dee --new; person Eve --new")
    two.here("meet Dee Eve" if "edit" in there else "intro Dee Eve")
    shutil.copy(two.ours, two.theirs)
    two.here("undo")
    two.there(there)
    two.join("--theirs", "e1")
    assert two.event("e1") == two.event("e1", two.theirs)


def test_an_event_goes_that_was_the_first_under_its_terms_and_others_have_their_id(
    netlog: Netlog, ledger: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    two = Two(netlog, ledger)
    two.here("person Dee --new; talk Dee")
    shutil.copy(two.ours, two.theirs)
    settings = tmp_path / "other.toml"
    settings.write_text("[terms]\nthanks_meeting = 9\n")
    two.there("undo")
    monkeypatch.setenv("NETLOG_CONFIG", str(settings))
    two.there("meet Dee")
    two.join()
    assert [event["kind"] for event in two.history()] == ["meeting"]
    assert [item["due_on"] for item in two.history("Dee")[0]["items"]] == [
        "2026-01-18",
        "2026-01-25",
    ]


def test_who_was_archived_and_is_taken_out_there_is_gone(two: Two) -> None:
    two.here("person Dee --new; person Dee --archive")
    shutil.copy(two.ours, two.theirs)
    two.there("delete Dee")
    two.join()
    assert names(two.ours) == ["Ann", "Bob", "Cyd"]


def test_who_was_taken_out_here_and_made_one_with_another_there_is_that_one(two: Two) -> None:
    two.here("person Dee --skill law --new")
    shutil.copy(two.ours, two.theirs)
    two.here("delete Dee")
    two.there("merge Ann Dee")
    receipt = two.join().out
    assert "Dee is Ann now" in receipt
    assert "back" not in receipt
    assert "law" in two.here("person Ann")


def test_a_second_join_takes_what_is_new_since(two: Two) -> None:
    two.here("meet Dee")
    two.there("meet Eve; promise tea --to Eve")
    two.join()
    assert "holds nothing that is not here; nothing was changed" in two.join().out
    two.there("done 11 --times 1; thank Eve; edit e4 --at Inn")
    said = two.join().out
    assert "2 words and 1 correction" in said
    by_about = {event["about"]: event for event in two.history("Eve")}
    assert [item["standing"] for item in by_about["tea"]["items"]] == ["kept"]
    assert by_about[""]["place"] == "Inn" or two.history("Eve")[0]["place"] == "Inn"


def test_a_second_join_takes_the_name_that_two_who_became_one_had_for_what_it_is(two: Two) -> None:
    two.there("merge Ann Cyd")
    two.here("person Ann --need law")
    two.join()
    two.there("person Ann --drop Cyd")
    two.join()
    assert "law" in two.here("person Ann")
    assert "Cyd" not in two.here("person Ann")


def test_what_was_taken_back_at_the_first_join_and_put_back_since_comes_with_the_second(
    two: Two,
) -> None:
    two.there("meet Bob; undo")
    two.here("meet Ann")
    two.join()
    two.there("redo")
    two.join()
    assert [event["text"] for event in two.history()[-2:]] == ["You met Bob", "You met Ann"]


def test_a_third_copy_is_known_by_the_ids_of_here(two: Two) -> None:
    third = two.ours.with_name("third.db")
    shutil.copy(two.ours, third)
    two.here("meet Ann")
    two.there("intro Ann Bob")
    two._type(third, f"join '{two.theirs}'", 0)
    two.here(f"join '{third}'")
    two.there("problem e4 rude --with Bob")
    assert "e5 is e6 here" in two.join().out
    assert [event["introduction"] for event in two.history("e6")] == ["e5"]


def test_what_was_taken_out_after_a_join_stays_out(two: Two) -> None:
    two.there("meet Eve")
    two.join()
    two.here("delete e4")
    two.there("meet Eve --on 2026-01-09")
    two.join()
    assert [event["id"] for event in two.history("Eve")] == ["e5"]


def test_a_join_that_was_taken_back_can_be_made_again(two: Two) -> None:
    two.there("meet Eve")
    two.join()
    two.here("undo")
    two.join()
    assert [event["id"] for event in two.history("Eve")] == ["e5"], "no number is given twice"


def test_what_a_third_copy_told_comes_once(two: Two) -> None:
    third = two.ours.with_name("phone.db")
    shutil.copy(two.ours, third)
    two._type(third, "meet Eve; thank Eve", 0)
    two.there(f"join {third}")
    two.here(f"meet Dee; join {third}")
    two.join("--same", "all")
    assert [event["kind"] for event in two.history("Eve")] == ["meeting", "thanks"]


def test_what_a_third_copy_told_is_once_where_who_was_in_it_became_another(two: Two) -> None:
    third = two.ours.with_name("third.db")
    shutil.copy(two.ours, third)
    two._type(third, "meet Bob; promise plans --by Bob", 0)
    two.there(f"join '{third}'")
    two.here("merge Cyd Bob")
    two.here(f"join '{third}'")
    before = two.history()
    assert "nothing that shows" in two.join().out
    assert two.history() == before


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("edit e4 --at Inn", [("Inn", ["me", "Bob"])]),
        ("edit e4 --replace Bob Cyd", [("", ["me", "Cyd"])]),
        ("edit e4 --replace Bob Cyd; edit e4 --replace Cyd Bob", [("", ["me", "Bob"])]),
        ("delete e4", []),
        ("delete e4; undo", [("", ["me", "Bob"])]),
    ],
)
def test_what_was_put_right_of_what_a_third_copy_told_is_so_here(
    two: Two, line: str, left: list[tuple[str, list[str]]]
) -> None:
    third = two.ours.with_name("third.db")
    shutil.copy(two.ours, third)
    two._type(third, "meet Bob", 0)
    two.there(f"join '{third}'; {line}")
    two.here(f"join '{third}'")
    two.join()
    told = [event for event in two.history() if event["id"] == "e4"]
    assert [
        (event["place"], [party["name"] for party in event["parties"]]) for event in told
    ] == left


def test_who_became_another_one_in_a_third_copy_has_the_same_place_here(two: Two) -> None:
    third = two.ours.with_name("third.db")
    shutil.copy(two.ours, third)
    two.there("meet me Bob --by Zoe; thank Zoe")
    two._type(third, f"join '{two.theirs}'; merge Ann Zoe", 0)
    two.join()
    two.here(f"join '{third}' --same Zoe")
    (meeting,) = (event for event in two.history() if event["id"] == "e4")
    assert [party["name"] for party in meeting["parties"]] == ["Ann", "me", "Bob"]
    (thanks,) = (event for event in two.history("Ann") if event["id"] == "a1")
    assert thanks["text"] == "You thanked Ann"


def test_what_a_third_copy_told_and_was_taken_out_here_stays_out(two: Two) -> None:
    third = two.ours.with_name("third.db")
    shutil.copy(two.ours, third)
    two._type(third, "meet Bob", 0)
    two.there(f"join '{third}'")
    two.here(f"join '{third}'; delete e4")
    two.join()
    assert all(event["id"] != "e4" for event in two.history())


def test_what_this_copy_and_another_put_right_of_what_a_third_told_is_asked_about(
    two: Two,
) -> None:
    third = two.ours.with_name("third.db")
    shutil.copy(two.ours, third)
    two._type(third, "meet Bob", 0)
    two.there(f"join '{third}'; edit e4 --at Inn")
    two.here(f"join '{third}'; edit e4 --at Club")
    assert 'the place is "Club" here, "Inn" there' in two.join(code=3).err
    two.join("--theirs", "e4")
    assert two.history("e4")[0]["place"] == "Inn"


def test_the_copy_that_took_this_one_in_goes_on(two: Two) -> None:
    two.here("meet Dee")
    two.there(f"join {two.ours}")
    assert "has taken this ledger in already" in two.join(code=3).err


def _set_the_clocks_ahead(two: Two) -> None:
    """Let both go on from one moment, in which no clock will be for long."""
    for ledger in (two.ours, two.theirs):
        query(ledger, "UPDATE change SET made_at = 4000000000000000 WHERE id = 3")
        rehashed(ledger)


def test_facts_told_at_one_moment_are_two(two: Two) -> None:
    _set_the_clocks_ahead(two)
    two.here("meet Dee")
    two.there("meet Eve")
    two.join()
    told = query(two.ours, "SELECT count(DISTINCT told), count(*) FROM event")
    assert told == [(5, 5)]


def test_what_was_put_before_something_stays_there_beside_facts_of_one_moment(two: Two) -> None:
    _set_the_clocks_ahead(two)
    for number in range(4, 12):
        two.here(f"note Ann ours{number}")
        two.there(f"note Ann theirs{number}")
    for number, before in ((4, 11), (5, 4), (6, 5), (7, 6), (8, 7), (9, 8)):
        two.there(f"edit e{number} --before e{before}")
    two.join()
    told = [event["about"] for event in two.history("Ann") if "theirs" in event["about"]]
    assert told == [f"theirs{number}" for number in (10, 9, 8, 7, 6, 5, 4, 11)]
    moments = query(two.ours, "SELECT count(DISTINCT ifnull(placed, told)), count(*) FROM event")
    assert moments == [(19, 19)]


def test_an_introduction_moves_past_what_was_taken_out_there(two: Two) -> None:
    two.here("problem e2 rude --with Bob --on 2026-01-05")
    shutil.copy(two.ours, two.theirs)
    two.here("edit e2 --note x")
    two.there("delete e4; edit e2 --on 2026-01-10")
    two.join()
    (event,) = two.history("e2")
    assert (event["on"], event["note"]) == ("2026-01-10", "x")


def test_who_was_made_one_and_changed_since_is_so_for_what_was_told_here(two: Two) -> None:
    two.here("meet Anna --new")
    shutil.copy(two.ours, two.theirs)
    two.here("meet Anna; person Anna --skill law")
    two.there("merge Ann Anna; person Ann --drop Anna; edit e4 --replace Ann Bob")
    assert "Anna is Ann now" in two.join().out
    assert [event["id"] for event in two.history("Ann")] == ["e1", "e2", "e5"]
    assert [event["id"] for event in two.history("Bob")] == ["e2", "e4"]
    assert "law" in two.here("person Ann")


@pytest.mark.parametrize("is_there", [True, False])
def test_a_name_that_was_dropped_after_two_were_made_one_stays_dropped(
    two: Two, is_there: bool
) -> None:
    two.here("meet Anna --new")
    shutil.copy(two.ours, two.theirs)
    merges, speaks = (two.there, two.here) if is_there else (two.here, two.there)
    merges("merge Ann Anna; person Ann --drop Anna")
    speaks("person Anna --skill law")
    two.join()
    assert query(two.ours, "SELECT kind, key FROM detail") == [("skill", "law")]
    assert names(two.ours) == ["Ann", "Bob", "Cyd"]


def test_who_a_third_copy_made_one_is_so_for_what_was_told_here(two: Two) -> None:
    two.here("meet Anna --new")
    third = two.ours.with_name("phone.db")
    shutil.copy(two.ours, two.theirs)
    shutil.copy(two.ours, third)
    two._type(third, "meet Eve; merge Ann Anna", 0)
    two.there(f"meet Anna; join {third}")
    two.here("thank Anna; meet Anna --on 2026-01-09; person Anna --skill law")
    assert "Anna is Ann now" in two.join().out
    assert len(two.history("Ann")) == len(["e1", "e2", "e4", "of there", "of here", "thanks"])
    assert len(two.history("Eve")) == 1
    assert "law" in two.here("person Ann")


@pytest.mark.parametrize("days", [("2026-01-10", "2026-01-12"), ("2026-01-12", "2026-01-10")])
def test_a_need_is_as_new_as_it_was_noted_last_on_either_side(
    two: Two, netlog: Netlog, days: tuple[str, str]
) -> None:
    netlog("person", "Ann", "--need", "tax", today="2026-01-04")
    shutil.copy(two.ours, two.theirs)
    for ledger, day in zip((two.ours, two.theirs), days, strict=True):
        netlog("--ledger", str(ledger), "person", "Ann", "--need", "tax", today=day)
    two.join()
    assert query(two.ours, "SELECT noted_on FROM detail") == [("2026-01-12",)]


def test_who_is_called_there_as_somebody_is_here_can_be_made_one_with_them(two: Two) -> None:
    two.here("meet Zed; person Zed --email zed@example.com")
    two.there("person Ann --alias Zed")
    asked = two.join(code=3).err
    assert "Zed is new here. Is that Ann, also called Zed of the other copy?" in asked
    two.join("--apart", "Zed")
    assert "fits 2 contacts" in two.here("history Zed", code=3)
    two.here("merge Ann zed@example.com")
    assert query(two.ours, "SELECT kind, key FROM detail ORDER BY kind") == [
        ("alias", "zed"),
        ("email", "zed@example.com"),
    ]
    assert faults(two.ours) == []


def test_who_is_new_here_can_be_somebody_whom_the_other_copy_calls_so(two: Two) -> None:
    two.here("meet Zed; person Zed --email zed@example.com")
    two.there("person Ann --alias Zed")
    assert "Ann" in two.join("--same", "Zed").out
    assert [event["id"] for event in two.history("Zed")] == ["e1", "e2", "e4"]
    assert query(two.ours, "SELECT name FROM contact WHERE key = 'zed'") == []
    assert query(two.ours, "SELECT kind, key FROM detail ORDER BY kind") == [
        ("alias", "zed"),
        ("email", "zed@example.com"),
    ]
    assert "nothing was changed" in two.join().out


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("meet Zed", "person Ann --alias Zed; merge Cyd Ann"),
        ("merge Cyd Ann; meet Zed", "person Ann --alias Zed"),
        ("merge Cyd Ann; meet Zed", "person Ann --alias Zed; merge Cyd Ann"),
    ],
)
def test_it_is_whoever_became_of_who_is_called_so(two: Two, here: str, there: str) -> None:
    two.here(here)
    two.there(there)
    assert "also called Zed" in two.join(code=3).err
    two.join("--same", "Zed")
    assert query(two.ours, "SELECT name FROM contact WHERE key IN ('zed', 'ann')") == []


@pytest.mark.parametrize(
    ("here", "there", "asked", "stay"),
    [
        pytest.param(
            "person Ann --email a@example.com",
            "meet 'Anna Ode <A@example.com>' --new",
            "A@example.com means Anna Ode in the other copy, and Ann here. Are the two one?",
            ["Ann", "Bob", "Cyd"],
            id="new there",
        ),
        pytest.param(
            "meet 'Anna Ode' --new; person 'Anna Ode' --alias Annie",
            "person Ann --alias Annie",
            "Annie means Ann in the other copy, and Anna Ode here. Are the two one?",
            ["Ann", "Bob", "Cyd"],
            id="new here",
        ),
        pytest.param(
            "meet Dee; person Dee --email d@example.com",
            "meet Zed; person Zed --email d@example.com",
            "d@example.com means Zed in the other copy, and Dee here. Are the two one?",
            ["Ann", "Bob", "Cyd", "Dee"],
            id="new in both",
        ),
        pytest.param(
            "person Ann --rename Zed",
            "meet Dee; person Dee --alias Zed",
            "Zed is new here. Is that Dee, also called Zed of the other copy?",
            ["Zed", "Bob", "Cyd"],
            id="renamed here",
        ),
    ],
)
def test_whoever_has_got_one_name_or_address_in_both_is_asked_about(
    two: Two, here: str, there: str, asked: str, stay: list[str]
) -> None:
    two.here(here)
    two.there(there)
    assert asked in two.join(code=3).err
    two.join("--same", "all")
    assert names(two.ours) == stay
    two.here("undo")
    two.join("--apart", "all")
    assert len(names(two.ours)) == len(stay) + 1


def test_who_was_known_as_two_when_the_copies_parted_stays_two(two: Two) -> None:
    two.here("person Ann --alias Zed")
    two.there("person Bob --alias Zed; meet Dee; person Ann --rename Eve; person Eve --drop Ann")
    two.there("person Dee --alias Ann")
    two.join()
    assert names(two.ours) == ["Eve", "Bob", "Cyd", "Dee"]


def test_who_is_asked_about_by_name_is_not_asked_about_by_address(two: Two) -> None:
    two.here("meet Dee; person Dee --email d@example.com")
    two.there("meet Dee; person Dee --email d@example.com")
    assert two.join(code=3).err.count("--same") == len(["the hint", "the question"])
    two.join("--apart", "Dee")
    assert names(two.ours) == ["Ann", "Bob", "Cyd", "Dee", "Dee 2"]


@pytest.mark.parametrize(
    ("here", "there"),
    [("meet Zed", "person me --alias Zed"), ("person me --alias Zed", "meet Zed")],
)
def test_nobody_is_made_one_with_me(two: Two, here: str, there: str) -> None:
    two.here(here)
    two.there(there)
    two.join()
    assert query(two.ours, "SELECT count(*) FROM contact WHERE key IN ('zed', 'me')") == [(2,)]


def test_two_who_are_called_as_each_other_are_asked_about_once(two: Two) -> None:
    two.here("meet Bob2 --new; person Bob2 --alias 'Robert Ode'")
    two.there("meet 'Robert Ode'; person 'Robert Ode' --alias Bob2")
    assert two.join(code=3).err.count("Is that") == 1
    two.join("--same", "Robert Ode")
    assert query(two.ours, "SELECT count(*) FROM contact WHERE key LIKE '%o%2%'") == [(1,)]


def test_who_became_one_there_with_somebody_is_asked_about_once(two: Two) -> None:
    two.here("meet Zed")
    two.there("meet Zed; merge Ann Zed")
    assert two.join(code=3).err.count("Zed is new") == 1
    two.join("--same", "Zed")
    assert query(two.ours, "SELECT name FROM contact WHERE key = 'zed'") == []


def test_who_became_one_there_with_somebody_can_be_somebody_else_here(two: Two) -> None:
    two.here("meet Zed")
    two.there("meet Zed; merge Ann Zed")
    two.join("--apart", "Zed")
    assert names(two.ours) == ["Ann", "Bob", "Cyd", "Zed"]
    assert [event["id"] for event in two.history("Ann")] == ["e1", "e2", "e5"]


def test_a_row_that_was_altered_here_is_not_built_upon(two: Two, netlog: Netlog) -> None:
    two.here("edit e1 --note x")
    two.there("meet Dee")
    query(two.ours, "UPDATE event SET note = 'y' WHERE id = 1")
    before = two.ours.read_bytes()
    told = netlog("join", str(two.theirs), today=TODAY, code=4).err
    assert f"{two.ours} is damaged" in told
    assert "e1 is not as netlog left it. Nothing was written." in told
    assert two.ours.read_bytes() == before


@pytest.mark.parametrize(
    ("make", "code", "words"),
    [
        pytest.param(lambda two: two.theirs.unlink(), 3, "no file", id="none"),
        pytest.param(lambda two: two.theirs.write_text("x" * 200), 4, "not a netlog", id="text"),
        pytest.param(lambda two: two.theirs.write_bytes(b""), 4, "is empty", id="empty"),
        pytest.param(
            lambda two: query(two.theirs, "PRAGMA user_version = 99"), 4, "newer", id="newer"
        ),
        pytest.param(
            lambda two: query(two.theirs, "UPDATE event SET note = 'x' WHERE id = 1"),
            4,
            "is otherwise",
            id="edited",
        ),
        pytest.param(
            lambda two: query(two.theirs, "ALTER TABLE event ADD COLUMN x TEXT"),
            4,
            "not the tables",
            id="column",
        ),
        pytest.param(
            lambda two: query(
                two.theirs, "CREATE TRIGGER t AFTER INSERT ON event BEGIN SELECT 1; END"
            ),
            4,
            "more than the tables",
            id="trigger",
        ),
        pytest.param(
            lambda two: two.theirs.with_name("laptop.db-journal").write_text("x"),
            4,
            "was stopped while it wrote",
            id="journal",
        ),
    ],
)
def test_what_cannot_be_joined(
    two: Two, netlog: Netlog, make: Callable[[Two], object], code: int, words: str
) -> None:
    make(two)
    before = snapshot(two.ours.parent)
    assert words in netlog("join", str(two.theirs), today=TODAY, code=code).err
    assert snapshot(two.ours.parent) == before


def test_another_ledger_is_refused(two: Two, netlog: Netlog) -> None:
    two.theirs.unlink()
    two.there("meet Ann")
    assert "is another ledger" in two.join(code=3).err
    assert "is this ledger itself" in netlog("join", str(two.ours), today=TODAY, code=3).err


def test_an_older_format_begins_a_journal_anew(two: Two, netlog: Netlog) -> None:
    formats = Path(__file__).parents[1] / "ledger" / "formats"
    for ledger in (two.ours, two.theirs):
        ledger.unlink()
        with closing(sqlite3.connect(ledger)) as connection:
            connection.executescript((formats / "v3.sql").read_text(encoding="utf-8"))
    before = two.theirs.read_bytes()
    two.here("meet Zoe")
    assert "cannot be told" in netlog("join", str(two.theirs), today=TODAY, code=3).err
    assert two.theirs.read_bytes() == before


def test_without_a_ledger_there_is_nothing_to_join_to(two: Two, netlog: Netlog) -> None:
    two.ours.unlink()
    assert "no ledger to join" in netlog("join", str(two.theirs), today=TODAY, code=3).err
    assert not two.ours.exists()


def test_a_copy_of_before_is_made_once_something_is_joined(two: Two) -> None:
    two.join()
    two.there("meet Dee")
    before = dump(two.ours)
    two.join()
    (backup,) = backups_of(two.ours)
    assert dump(backup.path) == before


def test_somebody_at_a_terminal_is_asked(two: Two) -> None:
    two.here("meet Dee; edit e1 --at Club")
    two.there("meet Dee; edit e1 --at Inn")
    terminal = Terminal(two.ours, "join", str(two.theirs))
    terminal.wait_for("Which one? [same, apart")
    terminal.type("apart\n")
    terminal.wait_for("Which one? [ours, theirs")
    terminal.type("theirs\n")
    assert terminal.end() == 0, terminal.shown
    assert "Dee 2" in terminal.shown
    assert two.history("e1")[0]["place"] == "Inn"


def test_many_questions_of_one_kind_are_answered_at_once(two: Two) -> None:
    for side in (two.here, two.there):
        side("meet Dee; meet Eli; meet Fay; meet Gus; edit e1 --at Club")
    two.there("edit e1 --at Inn")
    terminal = Terminal(two.ours, "join", str(two.theirs))
    terminal.wait_for('4 such questions; "same all" answers all of them')
    terminal.type("apart\n")
    terminal.wait_for("3 such questions;")
    terminal.type("same all\n")
    terminal.wait_for("Which one? [ours, theirs")
    terminal.type("ours all\n")
    terminal.wait_for("That is none of them")
    terminal.type("ours\n")
    assert terminal.end() == 0, terminal.shown
    assert names(two.ours) == ["Ann", "Bob", "Cyd", "Dee", "Eli", "Fay", "Gus", "Dee 2"]


def test_a_question_that_is_left_open_writes_nothing(two: Two) -> None:
    two.here("meet Dee")
    two.there("meet Dee")
    before = dump(two.ours)
    terminal = Terminal(two.ours, "join", str(two.theirs))
    terminal.wait_for("Which one?")
    terminal.type("\n")
    assert terminal.end() == 3
    assert dump(two.ours) == before


def test_a_note_that_was_typed_alike_on_two_days_stays_twice(two: Two) -> None:
    two.here("note Bob called --on 2026-01-14")
    two.there("note Bob called --on 2026-01-05")
    two.join()
    notes = [event["on"] for event in two.history("Bob") if event["kind"] == "note"]
    assert notes == ["2026-01-05", "2026-01-14"]


@pytest.mark.parametrize("detail", ["--email b@example.com", "--skill law"])
def test_what_both_noted_of_somebody_is_once_where_here_they_became_another(
    two: Two, detail: str
) -> None:
    two.here("meet Dee")
    shutil.copy(two.ours, two.theirs)
    for tell in (two.here, two.there):
        tell(f"person Dee {detail}")
    two.here("merge Ann Dee")
    two.join()
    kinds = [kind for (kind,) in query(two.ours, "SELECT kind FROM detail ORDER BY kind")]
    assert kinds == sorted(["alias", detail.split(maxsplit=1)[0].removeprefix("--")])
    assert "nothing was changed" in two.join().out


def test_who_was_undone_and_told_again_is_one_with_whom_the_other_copy_speaks_of(two: Two) -> None:
    two.here("meet Kim")
    shutil.copy(two.ours, two.theirs)
    two.here("undo; meet Kim --on 2026-01-15")
    two.there("note Kim tea")
    two.join()
    assert names(two.ours) == ["Ann", "Bob", "Cyd", "Kim"]
    assert [event["kind"] for event in two.history("Kim")] == ["meeting", "meeting", "note"]
    assert query(two.ours, "SELECT count(*) FROM detail") == [(0,)]


def test_who_was_undone_in_both_copies_is_gone(two: Two) -> None:
    two.here("meet Kim")
    shutil.copy(two.ours, two.theirs)
    two.here("undo")
    two.there("undo; meet Kim --on 2026-01-15")
    two.join()
    assert names(two.ours) == ["Ann", "Bob", "Cyd", "Kim"]
    assert [event["on"] for event in two.history("Kim")] == ["2026-01-15"]


def test_two_of_one_name_are_told_apart_from_whoever_else_comes(two: Two) -> None:
    two.here("meet Sam")
    two.there("meet Sam; meet 'Sam 2' --new")
    two.join("--apart", "all")
    assert sorted(names(two.ours)) == ["Ann", "Bob", "Cyd", "Sam", "Sam 2", "Sam 3"]


def test_who_is_one_is_an_organisation_where_either_copy_says_so(two: Two) -> None:
    two.here("meet Zed --new")
    two.there("person Bob --org Zed")
    two.join("--same", "Zed")
    assert query(two.ours, "SELECT kind FROM contact WHERE key = 'zed'") == [("organisation",)]


def test_two_notes_of_one_card_are_two_where_each_copy_brought_in_another(two: Two) -> None:
    for tell, note in ((two.here, "likes tea"), (two.there, "likes milk")):
        card = two.ours.with_name(f"{note}.vcf")
        card.write_text(f"BEGIN:VCARD\nVERSION:3.0\nFN:Bob\nNOTE:{note}\nEND:VCARD\n")
        tell(f"import '{card}' --yes")
    two.join()
    assert [event["kind"] for event in two.history("Bob")].count("note") == len(["tea", "milk"])

"""Archiving: somebody is out of sight, and nothing about them counts, until something happens."""

from datetime import date
from typing import Any

import pytest

from netlog.domain.items import is_left_alone
from netlog.domain.people.acquaintance import longest_ago, most_open, quiet
from netlog.domain.records import Obligation
from tests.laws.saying import Netlog, is_open, typed

OWED = "meet Cy --on 3; promise deck --by Cy --on 3 --due 2026-01-12; [9] person Cy --archive"
LATER = "2026-02-20"


def seen(netlog: Netlog, today: str = LATER) -> list[str]:
    """The names that `people` shows."""
    return [person["name"] for person in netlog("people", "--json", today=today).json["items"]]


def due(netlog: Netlog, *options: str, today: str = LATER) -> tuple[list[int], int]:
    """The ids that `due` shows, and how many it does not."""
    told = netlog("due", *options, "--json", today=today).json
    return [item["id"] for item in told["items"]], told["not_yet_due"]


def overdue(netlog: Netlog, name: str = "Cy") -> int:
    record: dict[str, Any] = netlog("report", name, "--json", today=LATER).json["record"]
    return sum(kind["overdue"] for kind in record.values())


def test_what_is_open_with_somebody_archived_is_not_yet_due(netlog: Netlog) -> None:
    typed(netlog, OWED)
    typed(netlog, "promise x --to Bo --on 3")
    assert due(netlog) == ([4], 3)
    assert due(netlog, "Cy") == ([], 3)
    assert seen(netlog) == ["Bo"]
    told = netlog("due", "--all", today=LATER).out
    assert "   Archived  " in told
    assert "4 open · 1 overdue · 0 not yet due · 3 archived\n" in told
    told = netlog("due", today=LATER).out
    assert "4 open · 1 overdue · 0 not yet due · 3 archived · --all shows all\n" in told
    assert due(netlog, "--all") == ([1, 2, 4, 3], 0)


def test_only_what_was_due_by_then_counts(netlog: Netlog) -> None:
    typed(netlog, OWED)
    assert (overdue(netlog), overdue(netlog, "me")) == (0, 1)
    assert [row["name"] for row in netlog("report", "--json", today=LATER).json["items"]] == []
    typed(netlog, "undo")
    assert (overdue(netlog), overdue(netlog, "me")) == (2, 1)


def test_what_you_say_became_of_it_counts(netlog: Netlog) -> None:
    typed(netlog, f"{OWED}; done 3 --on 10")
    record = netlog("report", "Cy", "--json", today=LATER).json["record"]
    assert record["promise"]["on_time"] == 1
    assert (overdue(netlog), seen(netlog)) == (0, [])


@pytest.mark.parametrize(
    "lines",
    [
        "reach Cy --on 10",
        "intro Cy Bo --on 10",
        "thank me --by Cy --on 10",
        "person Cy --no-archive",
    ],
)
def test_what_happens_with_them_brings_them_back(netlog: Netlog, lines: str) -> None:
    typed(netlog, f"{OWED}; {lines}")
    assert "Cy" in seen(netlog)
    assert overdue(netlog) == 1 if "thank" in lines else overdue(netlog) >= 2


def test_a_receipt_says_who_is_back(netlog: Netlog) -> None:
    typed(netlog, OWED)
    assert "  back    Cy, archived until now\n" in typed(netlog, "reach Cy --on 10").out
    assert typed(netlog, "undo").out
    assert seen(netlog) == []


GONE = "archived  Cy, out of sight again\n"
BACK = "back    Cy, archived until now\n"


def test_a_correction_says_who_is_out_of_sight_again_and_who_is_back(netlog: Netlog) -> None:
    typed(netlog, "meet Cy --on 3; reach Bo --on 3; [5] person Cy --archive; meet Cy --on 9")
    for line in ("delete e3", "edit e3 --on 4", "edit e3 --replace Cy Bo"):
        assert GONE in typed(netlog, line).out
        assert typed(netlog, "undo; delete e3 --json").json["archived"] == ["Cy"]
        typed(netlog, "undo")
    typed(netlog, "edit e3 --on 4")
    assert BACK in typed(netlog, "edit e3 --on 6").out
    assert BACK not in typed(netlog, "edit e3 --on 7").out


def test_a_merge_says_who_is_back(netlog: Netlog) -> None:
    typed(netlog, f"{OWED}; reach Zed --on 12")
    assert BACK in typed(netlog, "merge Cy Zed").out
    assert BACK.replace("Cy", "Zed") in typed(netlog, "undo; merge Zed Cy").out
    typed(netlog, "undo; person Zed --archive")
    assert "archived" not in typed(netlog, "merge Zed Cy").out


@pytest.mark.parametrize("lines", ["meet Cy --on 8", "done 3 --on 10", "person Cy --need law"])
def test_what_was_before_or_is_only_said_does_not(netlog: Netlog, lines: str) -> None:
    typed(netlog, f"{OWED}; {lines}")
    assert seen(netlog) == []


def test_it_does_not_matter_when_it_is_told(netlog: Netlog) -> None:
    late = "; [9] person Cy --archive; [14] person Cy --archive; meet Cy --on 11"
    typed(netlog, f"meet Cy --on 3{late}")
    assert netlog("person", "Cy", "--json", today=LATER).json["archived_on"] == "2026-01-14"
    typed(netlog, "edit e2 --on 15")
    assert seen(netlog) == ["Cy"]
    typed(netlog, "delete e2")
    assert netlog("person", "Cy", "--json", today=LATER).json["archived_on"] == "2026-01-09"


def test_of_two_who_are_one_what_was_said_of_the_kept_one_holds(netlog: Netlog) -> None:
    typed(netlog, f"{OWED}; reach Zed --on 4; merge Zed Cy")
    assert seen(netlog) == ["Zed"]
    typed(netlog, "undo; merge Cy Zed")
    assert seen(netlog) == []
    typed(netlog, "undo; reach Zed --on 11; merge Cy Zed")
    assert seen(netlog) == ["Cy"]


def test_completion_does_not_offer_them(netlog: Netlog) -> None:
    typed(netlog, f"{OWED}; person Cid --alias Cyril --new")
    assert is_open(netlog, "promise")
    shown = netlog("people", "--archived", today=LATER).out
    assert shown.startswith("who  last contact")
    assert "Cid" not in shown


def test_who_is_archived_can_be_taken_out(netlog: Netlog) -> None:
    typed(netlog, "person Cy --new; person Cy --archive; delete Cy")
    assert netlog("people", "--archived").err == "Nobody is archived.\n"


def test_what_is_so_already_is_not_written_again(netlog: Netlog) -> None:
    typed(netlog, "person Cy --new; person Cy --archive")
    again = typed(netlog, "person Cy --archive").out
    assert "Cy is archived today already.\n" in again
    assert "Undo" not in again
    typed(netlog, "undo")
    assert "Cy is not archived.\n" in typed(netlog, "person Cy --no-archive").out
    assert typed(netlog, "undo --list").out.count("\n") == 1


@pytest.mark.parametrize(
    "line",
    [
        "talk lea",
        "meet Lea",
        "reach me --by lea",
        "promise deck --to Lea",
        "intro Lea Bo --by Cy",
        'note lea "moved away"',
        'meet "02079460000"',
    ],
)
def test_a_short_name_brings_back_as_the_whole_one_does(netlog: Netlog, line: str) -> None:
    typed(netlog, 'reach "Lead Co" --on 3; [5] person "Lead Co" --phone "020 7946 0000" --archive')
    told = typed(netlog, f"meet Bo Cy --on 4; {line} --on 9 --json").json
    assert (told["created"], told["brought_back"]) == ([], ["Lead Co"])


def test_a_card_is_found_by_a_short_name_and_stays_archived(netlog: Netlog) -> None:
    typed(netlog, 'meet "Ann Lux" --on 3; [5] person Ann --archive')
    card = typed(netlog, "person Ann --skill law --json").json
    assert (card["name"], card["archived_on"]) == ("Ann Lux", "2026-01-05")


def test_a_name_that_fits_one_in_sight_and_one_archived_is_asked_about(netlog: Netlog) -> None:
    typed(netlog, 'meet "Ann Lux" --on 3; meet "Ann Fox" --on 4; [5] person "Ann Lux" --archive')
    assert '"ann" fits 2 contacts.' in netlog("talk", "ann", today=LATER, code=3).err
    assert seen(netlog) == ["Ann Fox"]


def test_one_rule_for_what_is_open_with_a_firm_and_for_who_brought_whom(netlog: Netlog) -> None:
    typed(netlog, "person Ann --org Acme --new; promise x --to Ann --on 3; intro Bo Cy --by Ann")
    assert len(netlog("brief", "Acme", "--json", today=LATER).json["open"]) > 0
    assert len(netlog("report", "--referrers", "--json", today=LATER).json["items"]) > 0
    typed(netlog, "[20] person Ann --archive")
    assert netlog("brief", "Acme", "--json", today=LATER).json["open"] == []
    assert len(netlog("brief", "Ann", "--json", today=LATER).json["open"]) > 0
    assert netlog("report", "--referrers", "--json", today=LATER).json["items"] == []


def test_nobody_archives_themselves(netlog: Netlog) -> None:
    netlog("person", "me", "--archive", code=3)


ITEM = Obligation(1, 1, "thanks", 1, 2, 1, date(2026, 1, 3), date(2026, 1, 10), None, None)


@pytest.mark.parametrize(
    ("archived", "left_alone"),
    [({}, False), ({1: 10}, True), ({2: 10}, True), ({2: 11}, False), ({1: 11, 2: 4}, True)],
)
def test_what_is_left_alone(archived: dict[int, int], left_alone: bool) -> None:
    since = {contact: date(2026, 1, day) for contact, day in archived.items()}
    assert is_left_alone(ITEM, since) is left_alone
    assert not is_left_alone(ITEM._replace(closed_on=date(2026, 1, 12)), since)


LAST = {1: date(2026, 1, 5), 2: date(2026, 1, 9)}


def test_contacts_in_order() -> None:
    assert longest_ago([3, 2, 1], LAST) == [1, 2, 3]
    assert most_open([3, 2, 1], {1: {"mine": 2, "theirs": 2}, 2: {"mine": 1}}) == [1, 2, 3]


@pytest.mark.parametrize(("days", "ids"), [(3, [3, 1, 2]), (4, [3, 1]), (8, [3])])
def test_who_was_quiet(days: int, ids: list[int]) -> None:
    assert quiet([3, 1, 2], LAST, days, date(2026, 1, 12)) == ids


def test_where_nobody_is_in_sight_it_says_how_many_are_archived(netlog: Netlog) -> None:
    typed(netlog, "meet Cy --on 3; [9] person Cy --archive")
    who = "; 1 is archived.\nnetlog people --archived\n"
    assert netlog("people", today=LATER).err == f"Nobody is in sight{who}"
    assert netlog("report", today=LATER).err == f"Nobody in sight has a record yet{who}"
    typed(netlog, "meet Dot --on 3; [9] person Dot --archive")
    assert "; 2 are archived." in netlog("people", today=LATER).err
    assert "2 are archived" not in netlog("people", "--archived", today=LATER).err

"""`netlog report` without a name: its order, its division, and screens of all widths."""

from pathlib import Path

import pytest

from netlog.render.ranking import ORDER, OTHERS
from tests.cli.looking import Netlog, given
from tests.cli.test_hostile import SGR, on_terminal

TODAY = "2026-10-05"
STORY = """
2026-09-01 intro Cli "Ada Blum" --for "a logo"
2026-09-02 check e1 --responded
2026-09-02 thank me --by Ada
2026-09-03 thank me --by Cli
2026-09-05 intro me Lead --by Broker --for "a leaflet" --fee 75
2026-09-05 reach Lead --via phone
2026-09-08 intro Cli Bea --for "a contract"
2026-09-09 problem e4 rude --with Bea
2026-09-09 intro Cli Bea --for "another one"
2026-09-10 intro Bea Cli --for "a stall"
2026-09-11 promise "a list" --by Dora
2026-09-11 person Dora --skill law
2026-10-01 check e1 --happy
2026-10-01 check e6 --happy
2026-10-02 promise "a map" --by Sue --due 2026-10-03
2026-10-02 person Sue --org "Map House"
2026-10-02 promise "an atlas" --by "Map House" --due 2026-10-03
2026-10-02 person Lead --org "Lead House"
2026-10-02 promise "leads" --by "Lead House" --due 2026-10-03
"""
CANDIDATES = {"Ada Blum", "Bea", "Cli", "Dora"}
ORDERED = f"{ORDER}.\n"


@pytest.fixture(autouse=True)
def _story(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, STORY)


def test_candidates_have_a_skill_or_were_put_forward(netlog: Netlog) -> None:
    items = netlog("report", "--json", today=TODAY).json["items"]
    assert {one["name"] for one in items if one["candidate"]} == CANDIDATES
    assert {one["name"] for one in items} == {
        *CANDIDATES, "Lead", "Lead House", "Map House", "Sue"
    }  # fmt: skip
    lows = [one["score"]["low"] for one in items]
    assert lows == sorted(lows, reverse=True)


def test_a_skill_or_an_introduction_of_its_people_is_the_organisations(netlog: Netlog) -> None:
    netlog("person", "Sue", "--skill", "maps", today=TODAY)
    items = netlog("report", "--json", today=TODAY).json["items"]
    assert {one["name"] for one in items if one["candidate"]} == {*CANDIDATES, "Sue", "Map House"}


def test_a_lead_is_put_forward_once_both_are_happy(netlog: Netlog) -> None:
    def candidate() -> bool:
        items = netlog("report", "--json", today=TODAY).json["items"]
        return bool(next(one["candidate"] for one in items if one["name"] == "Lead"))

    netlog("check", "e2", "--responded", today=TODAY)
    assert not candidate()
    netlog("check", "e2", "--happy", today=TODAY)
    assert candidate()


def test_candidates_come_first_each_group_in_its_order(netlog: Netlog) -> None:
    items = netlog("report", "--json", today=TODAY).json["items"]
    told = netlog("report", today=TODAY)
    first, _, rest = told.out.partition(f"\n{OTHERS}\n")
    for text, candidate in ((first.partition("\n")[2], True), (rest, False)):
        names = [line.split("  ")[0] for line in text.splitlines()]
        assert names == [one["name"] for one in items if one["candidate"] == candidate]
    assert told.err == ORDERED


def test_of_one_kind_there_is_no_heading(netlog: Netlog) -> None:
    for skill in ("law", "nothing"):
        for name in ("Cli", "Ada", "Bea", "Lead", "Lead House", "Sue", "Map House", "Dora"):
            netlog("person", name, "--skill", skill, today=TODAY)
    assert OTHERS not in netlog("report", today=TODAY).text


def test_who_was_happy_is_told_where_it_is_known(netlog: Netlog) -> None:
    for name in ("Ada", "Bea", "Cli", "Dora"):
        netlog("person", name, "--skill", "stalls", today=TODAY)
    why = {one["name"]: one["why"] for one in netlog("report", "--json", today=TODAY).json["items"]}
    assert why["Ada Blum"] == "2 of 2 in time; 1 of 1 happy"
    assert why["Bea"] == "1 of 5 in time, 4 overdue; 1 of 2 happy; 1 problem"
    assert why["Dora"] == "0 of 1 in time, 1 overdue"
    told = netlog("report", "--for", "stalls", today=TODAY)
    assert "\n  2 of 2 in time; 1 of 1 happy · last contact 2 Sep · 1 introduction" in told.out
    assert told.err == ORDERED


def test_one_line_has_no_order(netlog: Netlog) -> None:
    assert netlog("report", "--for", "law", today=TODAY).err == ""


@pytest.mark.parametrize("columns", [30, 50, 80, 200])
@pytest.mark.parametrize("option", [[], ["--referrers"], ["--for", "law"]], ids=" ".join)
def test_names_are_whole_however_wide_the_screen_is(
    netlog: Netlog, ledger: Path, columns: int, option: list[str]
) -> None:
    long = "Wilhelmina Charlotte Freifrau von Droste zu Vischering-Padberg"
    netlog("promise", "x", "--by", long, today=TODAY)
    netlog("person", long, "--skill", "law", today=TODAY)
    netlog("intro", "me", "Uta", "--by", long, "--fee", "1200", "--on", "2026-09-01", today=TODAY)
    code, shown = on_terminal(ledger, "report", *option, columns=columns,
                              more={"NETLOG_TODAY": TODAY})  # fmt: skip
    assert code == 0
    lines = SGR.sub("", shown).splitlines()
    assert max(map(len, lines)) <= columns
    assert "…" not in shown
    assert long in " ".join(" ".join(lines).split())
    at = next(number for number, line in enumerate(lines) if "Wilhelmina" in line)
    following = [line for line in lines[at:] if line]
    assert columns == 200 or following[1].startswith("  ")

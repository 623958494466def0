"""`netlog report` without a name: its order, its division, and screens of all widths."""

from pathlib import Path

import pytest

from netlog.render.ranking import LEADS, ORDER
from netlog.views import ranking
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
2026-09-06 intro Prospect me --by Broker --fee 75
2026-09-06 problem e4 "never asked for it" --with Prospect
2026-09-06 reach me --by Prospect
2026-09-08 intro Cli Bea --for "a contract"
2026-09-09 problem e7 rude --with Bea
2026-09-09 intro Cli Bea --for "another one"
2026-09-11 promise "a list" --by Dora
2026-09-11 person Dora --skill law
2026-10-01 check e1 --happy
2026-10-01 check e9 --happy
2026-10-02 person Lead --org "Lead House" --new
2026-10-02 reach "Lead House" --via phone
"""
LEADS_THERE = {"Lead", "Prospect"}
EVERYBODY = {*LEADS_THERE, "Ada Blum", "Bea", "Broker", "Cli", "Dora", "Lead House"}
ORDERED = f"{ORDER}.\n"
ORDERED_VERDICTS = ("refer", "with care", "unknown", "hold off")


@pytest.fixture(autouse=True)
def _story(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, STORY)


def leads(netlog: Netlog) -> set[str]:
    items = netlog("report", "--json", today=TODAY).json["items"]
    return {one["name"] for one in items if one["only_a_lead"]}


def test_who_was_sold_and_is_known_by_nothing_else_is_only_a_lead(netlog: Netlog) -> None:
    items = netlog("report", "--json", today=TODAY).json["items"]
    assert {one["name"] for one in items} == EVERYBODY
    assert leads(netlog) == LEADS_THERE | {"Lead House"}, "whose only member is one"
    places = [(ORDERED_VERDICTS.index(one["verdict"]), -one["rank"]) for one in items]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "line",
    [
        ["meet", "Prospect"],
        ["promise", "a visit", "--by", "Prospect"],
        ["promise", "a visit", "--to", "Prospect"],
        ["intro", "Cli", "Prospect"],
        ["intro", "Cli", "Dora", "--by", "Prospect", "--fee", "5"],
        ["person", "Prospect", "--skill", "law"],
        ["check", "e2", "--happy"],
    ],
    ids=" ".join,
)
def test_whoever_is_known_by_anything_else_is_no_lead(netlog: Netlog, line: list[str]) -> None:
    netlog(*line, today=TODAY)
    assert len(leads(netlog) & LEADS_THERE) == 1


def test_an_organisation_is_no_lead_where_one_of_its_people_is_none(netlog: Netlog) -> None:
    netlog("person", "Ada", "--org", "Lead House")
    assert "Lead House" not in leads(netlog)


def test_an_answer_alone_makes_no_acquaintance(netlog: Netlog) -> None:
    netlog("check", "e2", "--responded", today=TODAY)
    assert "Lead" in leads(netlog)


def test_leads_come_last_under_a_heading_each_part_in_its_order(netlog: Netlog) -> None:
    items = netlog("report", "--json", today=TODAY).json["items"]
    told = netlog("report", today=TODAY)
    first, _, rest = told.out.partition(f"\n{LEADS}\n")
    for text, only_a_lead in ((first.partition("\n")[2], False), (rest, True)):
        names = [line.split("  ")[0] for line in text.splitlines()]
        assert names == [one["name"] for one in items if one["only_a_lead"] == only_a_lead]
        assert len(names) > 1
    assert told.err == ORDERED


@pytest.mark.parametrize("at_once", [1, 500])
def test_a_limit_leaves_leads_out_first(
    netlog: Netlog, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(ranking, "_AT_ONCE", at_once)
    items = netlog("report", "--json", today=TODAY).json["items"]
    below = sorted(items, key=lambda one: bool(one["only_a_lead"]))
    assert below != items
    for most in range(1, len(items) + 1):
        few = netlog("report", "--json", "--limit", str(most), today=TODAY).json["items"]
        assert few == [one for one in items if one in below[:most]]


def test_without_leads_there_is_no_heading(netlog: Netlog) -> None:
    netlog("meet", "Lead", "Prospect", today=TODAY)
    assert LEADS not in netlog("report", today=TODAY).text


def test_who_was_happy_is_told_where_it_is_known(netlog: Netlog) -> None:
    for name in ("Ada", "Bea", "Cli", "Dora"):
        netlog("person", name, "--skill", "stalls", today=TODAY)
    why = {one["name"]: one["why"] for one in netlog("report", "--json", today=TODAY).json["items"]}
    assert why["Ada Blum"] == "2 of 2 in time; 1 of 1 happy"
    assert why["Bea"] == "1 of 3 in time, 2 overdue; 1 of 2 happy; 1 problem"
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


@pytest.mark.parametrize(("columns", "is_table"), [(40, False), (80, False), (200, True)])
def test_referrers_are_a_table_only_where_it_fits(
    ledger: Path, columns: int, is_table: bool
) -> None:
    shown = on_terminal(ledger, "report", "--referrers", columns=columns,
                        more={"NETLOG_TODAY": TODAY})[1]  # fmt: skip
    lines = SGR.sub("", shown).splitlines()
    assert (lines[0].split()[:2] == ["who", "given"]) == is_table
    assert ("\n  2 introductions, 1 answered, 1" in shown) == (not is_table)

"""Who brings good people, and what `report --referrers` counts."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given as hypothesis_given
from hypothesis import strategies as st

from netlog.domain.report.referrers import Given, ranked, referrer
from tests.cli.looking import Netlog, given, refused

TODAY = "2026-03-20"
STORY = """
2026-01-02 intro me Jo --by Amy --for outreach
2026-01-04 problem e1 combative --with Jo
2026-01-04 apologize me --by Amy
2026-01-09 intro me Lee --by Amy --for outreach --replaces e1
2026-01-20 check e3 --happy
2026-01-05 intro "Prospect One" me --by "Lead Co" --fee 75
2026-01-05 reach "Prospect One" --via phone
2026-01-06 intro "Prospect Two" me --by "Lead Co" --fee 75
2026-01-06 reach "Prospect Two" --via phone
2026-01-10 intro Cy me --by Broker --fee 50
2026-01-10 intro Di me --by Broker --fee 50.50
2026-01-10 intro Ed me --by Broker --fee 0.75
2026-01-11 reach me --by Cy
2026-01-12 reach me --by Di
2026-01-12 intro me Flo --by Rob
2026-01-15 problem e13 rude --with Flo
2026-02-18 intro me Gus --by Kim
2026-02-19 intro me Hal --by Tim
2026-01-05 intro Max me --by Sue
2026-01-06 reach Max --via phone
2026-01-05 intro me Nan --by Sue --first client
2026-01-06 reach Nan --via phone
2026-01-12 intro Ida Joe --by Lou
2026-01-12 intro Ida Joe
2026-01-12 intro me Ken --by Una --no-due
2026-01-12 intro me Len --by Vic
2026-01-13 waive 41
2026-01-12 intro me Mia --by Wes
2026-01-13 broken 44
"""
NOTHING = {
    "responded": 0,
    "happy": 0,
    "problems": 0,
    "recovered": 0,
    "came_well": 0,
    "came_badly": 0,
    "leads": 0,
    "answered_leads": 0,
    "fees": "0",
    "cost_per_answered_lead": None,
}
EXPECTED: dict[str, dict[str, Any]] = {
    "Broker": {
        "introductions": 3,
        "responded": 2,
        "came_well": 2,  # Ed waits for me: I have not reached out
        "leads": 3,
        "answered_leads": 2,
        "fees": "101.25",
        "cost_per_answered_lead": "50.62",
    },
    "Amy": {  # what was made up for is forgiven, and the replacement counts
        "introductions": 2,
        "responded": 1,
        "happy": 1,
        "problems": 1,
        "recovered": 1,
        "came_well": 1,
    },
    "Sue": {"introductions": 2},  # I owed the answer: who did not reply to it is not her fault
    "Lou": {"introductions": 1},  # of silence between others nobody knows
    "Tim": {"introductions": 1},  # 29 days are not too long
    "Una": {"introductions": 1},  # with --no-due nobody owed an answer
    "Vic": {"introductions": 1},  # it was waived
    "Kim": {"introductions": 1, "came_badly": 1},
    "Rob": {"introductions": 1, "problems": 1, "came_badly": 1},
    "Wes": {"introductions": 1, "came_badly": 1},
    "Lead Co": {"introductions": 2, "came_badly": 2, "leads": 2, "fees": "150"},
}


@pytest.fixture
def _story(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, STORY)


def items(netlog: Netlog, *options: str) -> dict[str, dict[str, Any]]:
    document = netlog("report", "--referrers", "--json", *options, today=TODAY).json
    return {one.pop("name"): one for one in document["items"]}


def test_an_introduction_of_an_unknown_day_has_waited_for_nobody(
    netlog: Netlog, tmp_path: Path
) -> None:
    cards = tmp_path / "cards.csv"
    cards.write_text("name,referred by\nUma Day,Rae Giver\n")
    netlog("import", str(cards), "--yes", today="2026-01-02")
    assert items(netlog)["Rae Giver"]["came_badly"] == 0
    assert "no answer within" not in netlog("report", "Rae", today=TODAY).out
    netlog("edit", "e1", "--on", "2026-01-02", today=TODAY)
    assert items(netlog)["Rae Giver"]["came_badly"] == 0, "nobody owed an answer"
    assert "no answer within" not in netlog("report", "Rae", today=TODAY).out


@pytest.mark.usefixtures("_story")
class TestOfEverybody:
    def test_what_is_counted(self, netlog: Netlog) -> None:
        found = items(netlog)
        assert list(found) == list(EXPECTED)  # and I am not in it
        for name, expected in EXPECTED.items():
            told = found[name]
            assert (told.pop("org"), told.pop("people")) == (None, [])
            weight = told.pop("score")["weight"]
            assert told == {**NOTHING, **expected}, name
            assert weight == told["came_well"] + told["came_badly"]

    def test_the_report_on_one_has_the_same_figures(self, netlog: Netlog) -> None:
        for name, one in items(netlog).items():
            document = netlog("report", name, "--json", today=TODAY).json
            del one["org"], one["people"]
            assert document["referrer"] == one, name

    def test_an_organisation_has_those_of_its_people(self, netlog: Netlog) -> None:
        netlog("person", "Amy", "--org", "Peak")
        netlog("person", "Rob", "--org", "Peak")
        found = netlog("report", "Peak", "--json", today=TODAY).json["referrer"]
        assert (found["introductions"], found["came_well"], found["came_badly"]) == (3, 1, 1)
        listed = items(netlog)
        assert {name: listed["Peak"][name] for name in found} == found
        assert (listed["Peak"]["org"], listed["Peak"]["people"]) == (None, ["Amy", "Rob"])
        for name in ("Amy", "Rob"):
            assert (listed[name]["org"], listed[name]["people"]) == ("Peak", [])

    def test_an_organisation_that_gave_some_has_those_of_its_agent_too(
        self, netlog: Netlog
    ) -> None:
        netlog("person", "Broker", "--org", "Lead Co")
        listed = items(netlog)
        assert (listed["Lead Co"]["introductions"], listed["Broker"]["introductions"]) == (5, 3)
        assert (listed["Lead Co"]["fees"], listed["Lead Co"]["answered_leads"]) == ("251.25", 2)
        told = netlog("report", "--referrers", today=TODAY)
        assert "Lead Co, with Broker " in told.out
        assert "Broker · Lead Co " in told.out
        assert told.err == (
            "An organisation counts what its people gave, who have lines of their own.\n"
        )

    def test_an_organisation_whose_introductions_one_gave_is_said_once(
        self, netlog: Netlog
    ) -> None:
        netlog("person", "Amy", "--org", "Peak")
        netlog("person", "Jo", "--org", "Peak")
        assert "Peak" not in items(netlog)
        told = netlog("report", "--referrers", today=TODAY)
        assert "Amy · Peak " in told.out
        assert told.err == ""

    def test_whoever_gave_none_is_no_referrer(self, netlog: Netlog) -> None:
        assert netlog("report", "Jo", "--json", today=TODAY).json["referrer"] is None
        assert "As a referrer" not in netlog("report", "Jo", "--evidence", today=TODAY).out

    def test_limit(self, netlog: Netlog) -> None:
        assert list(items(netlog, "--limit", "2")) == ["Broker", "Amy"]
        few = netlog("report", "--referrers", "--limit", "2", today=TODAY)
        assert "more" not in few.out
        assert few.err.startswith("9 more; --limit"), "as of everything that has a limit"

    def test_somebody_forgotten_is_no_referrer(self, netlog: Netlog) -> None:
        before = items(netlog)
        netlog("forget", "Broker", "--yes", today=TODAY)
        assert items(netlog) == {name: one for name, one in before.items() if name != "Broker"}
        assert "somebody" not in netlog("report", "--referrers", today=TODAY).text

    def test_fees_without_an_answer_are_told(self, netlog: Netlog) -> None:
        told = netlog("report", "--referrers", today=TODAY).out
        (lead_co,) = (line for line in told.splitlines() if line.startswith("Lead Co"))
        assert lead_co.endswith("150 for 0 answered")
        (broker,) = (line for line in told.splitlines() if line.startswith("Broker"))
        assert broker.endswith("101.25 for 2 answered, 50.62 each")
        one = netlog("report", "Lead Co", "--evidence", today=TODAY).out
        assert "As a referrer: 0 came well and 2 badly, likely 23% to 71% well;" in one
        assert "; 2 paid leads for 150, 0 answered\n" in one

    def test_waived_amends_are_forgiven(self, netlog: Netlog) -> None:
        document = netlog("due", "--all", "--theirs", "--json", today=TODAY).json
        owed = [one["id"] for one in document["items"] if one["debtor"] == "Rob"]
        amends = [
            one["id"]
            for one in document["items"]
            if one["kind"] in ("apology", "replacement") and one["id"] in owed
        ]
        netlog("waive", *map(str, amends), today=TODAY)
        found = items(netlog)["Rob"]
        assert (found["problems"], found["recovered"], found["came_badly"]) == (1, 0, 0)

    def test_an_apology_alone_makes_up_for_nothing(self, netlog: Netlog) -> None:
        netlog("apologize", "me", "--by", "Rob", today=TODAY)
        found = items(netlog)["Rob"]
        assert (found["problems"], found["recovered"], found["came_badly"]) == (1, 0, 1)

    def test_who_was_forgotten_is_none(self, netlog: Netlog) -> None:
        others = [name for name in items(netlog) if name != "Rob"]
        netlog("forget", "Rob", "--yes", today=TODAY)
        assert list(items(netlog)) == others

    def test_once_i_have_reached_out_silence_is_theirs(self, netlog: Netlog) -> None:
        netlog("reach", "Ed", today=TODAY)
        assert items(netlog)["Broker"]["came_badly"] == 1

    @pytest.mark.parametrize(
        "beside", [["Amy"], ["--for", "law"], ["--chronology"], ["Amy", "--html", "-"]]
    )
    def test_what_does_not_go_with_it(
        self, netlog: Netlog, ledger: Path, beside: list[str]
    ) -> None:
        told = refused(netlog, ledger, "report", "--referrers", *beside, code=2).err
        assert "--referrers" in told


def test_before_anything_is_recorded(netlog: Netlog) -> None:
    found = netlog("report", "--referrers", "--json").json
    assert found == {"schema": 1, "currency": None, "items": []}
    netlog("person", "Amy", "--new")
    assert netlog("report", "--referrers").err == "Nobody has given an introduction yet.\n"


OUTCOMES = st.sampled_from(
    (
        {"answered": True, "happy": True, "silent": False},
        {"answered": True, "happy": False, "silent": False},
        {"answered": False, "happy": False, "silent": True},
        {"answered": False, "happy": False, "silent": False},
    )
)
TROUBLE = st.sampled_from(
    (
        {"problems": 0, "recovered": 0, "blamed": False},
        {"problems": 1, "recovered": 1, "blamed": False},
        {"problems": 2, "recovered": 1, "blamed": False},
        {"problems": 3, "recovered": 1, "blamed": True},
    )
)
FEES = st.sampled_from(("", "0", "75", "0.05"))
SORTS = st.builds(
    lambda outcome, trouble, fee: Given(introducer=2, fee=fee, **outcome, **trouble),
    OUTCOMES,
    TROUBLE,
    FEES,
)
GIVEN = st.dictionaries(SORTS, st.integers(1, 5), min_size=1)


@hypothesis_given(GIVEN)
def test_nothing_comes_both_well_and_badly(given: dict[Given, int]) -> None:
    judged = referrer(given)
    assert judged.well + judged.badly <= judged.introductions
    assert 0 <= judged.score.low <= judged.score.mean <= judged.score.high <= 1
    assert (judged.cost_per_answered_lead is None) == (judged.answered_leads == 0)


@hypothesis_given(GIVEN, SORTS)
def test_one_more_moves_it_the_right_way(given: dict[Given, int], one: Given) -> None:
    before = referrer(given).score.low
    after = referrer({**given, one: given.get(one, 0) + 1}).score.low
    if one.came_well:
        assert after > before
    elif one.came_badly:
        assert after < before
    else:
        assert after == before


KEYS = {contact_id: str(contact_id) for contact_id in range(6)}


def spread_over(given: dict[Given, int], people: int) -> dict[Given, int]:
    return {
        one._replace(introducer=index % people): number
        for index, (one, number) in enumerate(given.items())
    }


@hypothesis_given(st.dictionaries(SORTS, st.integers(1, 5)), st.integers(1, 4))
def test_the_ranking_goes_by_the_cautious_end(given: dict[Given, int], people: int) -> None:
    spread = spread_over(given, people)
    found, number = ranked(spread, KEYS)
    assert len(found) == number
    assert ranked(spread, KEYS, most=2) == (found[:2], number)
    assert {one.contact_id for one in found} == {one.introducer for one in spread}
    assert all(a.judged.score.low >= b.judged.score.low for a, b in pairwise(found))
    assert sum(one.judged.introductions for one in found) == sum(given.values())


@hypothesis_given(
    st.dictionaries(SORTS, st.integers(1, 5)),
    st.dictionaries(st.integers(0, 5), st.sets(st.integers(0, 5), max_size=3), max_size=3),
)
def test_an_organisation_counts_each_introduction_of_its_people_once(
    given: dict[Given, int], people: dict[int, set[int]]
) -> None:
    people = {firm: members - {firm} for firm, members in people.items()}
    spread = spread_over(given, 6)
    found, _ = ranked(spread, KEYS, people)
    assert {one.introducer for one in spread} <= {one.contact_id for one in found}
    for one in found:
        members = {one.contact_id, *one.people}
        assert members <= {one.contact_id, *people.get(one.contact_id, ())}
        theirs = {sort: number for sort, number in spread.items() if sort.introducer in members}
        assert one.judged == referrer(theirs)
        missing = people.get(one.contact_id, set()) - members
        assert not any(sort.introducer in missing for sort in spread)
    lines = {one.contact_id: one.people for one in found}
    for firm, members in people.items():
        givers = members & {one.introducer for one in spread}
        assert (len(givers) > 1) <= (firm in lines), "nobody's report says what no line says"


def test_what_was_waited_for_in_vain_is_counted_without_the_leads() -> None:
    good = Given(1, True, False, False, 0, 0, False, "")
    silent = good._replace(answered=False, silent=True)
    judged = referrer({good: 1, silent: 2, silent._replace(fee="75"): 3})
    assert (judged.silent, judged.leads, judged.badly) == (2, 3, 5)


def test_of_equals_the_name_decides() -> None:
    good = Given(1, True, False, False, 0, 0, False, "")
    found, _ = ranked({good: 1, good._replace(introducer=2): 1}, {1: "zoe", 2: "amy"})
    assert [one.contact_id for one in found] == [2, 1]


def test_one_good_deed_beats_no_long_record() -> None:
    good = Given(1, True, False, False, 0, 0, False, "")
    bad = good._replace(answered=False, silent=True)
    given = {good: 1, good._replace(introducer=2): 19, bad._replace(introducer=2): 1}
    found, _ = ranked(given, KEYS)
    assert [one.contact_id for one in found] == [2, 1]

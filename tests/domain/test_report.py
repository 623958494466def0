"""What `report` counts."""

from datetime import date
from math import log
from pathlib import Path
from typing import Any

import pytest

from netlog.domain.records import Contact
from netlog.ledger.file.access import reading
from netlog.ledger.read.contacted import last_contacts
from netlog.ledger.read.records import me, select
from tests.cli.looking import Netlog, files, given, refused

NOTHING = dict.fromkeys(("to_them", "by_them", "responded", "happy", "problems", "recovered"), 0)
STORY = """
2026-11-01 person Amy --org Peak
2026-11-01 person Rob --org Peak --skill HR
2026-11-01 intro me Jo --by Amy --for outreach
2026-11-02 problem e1 rude --with Jo
2026-11-02 intro Cy me --by Amy --fee 75
2026-11-02 intro Cy Rob --by Amy --fee 0.50
2026-11-03 reach me --by Cy
2026-11-03 intro Kim Rob
2026-11-04 check e6 --happy
"""


@pytest.fixture
def _story(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, STORY)


def counts(netlog: Netlog, who: str) -> dict[str, Any]:
    told: dict[str, Any] = netlog("report", who, "--json").json["introductions"]
    del told["each_way"]
    return {key: value for key, value in told.items() if value not in (0, "0")}


COUNTS = {
    "Amy": {"by_them": 3, "responded": 1, "problems": 1, "fees": "75.50"},
    "Jo": {"to_them": 1, "problems": 1},
    "Cy": {"to_them": 2, "responded": 1},
    "Rob": {"to_them": 2, "responded": 1, "happy": 1},
    "Kim": {"to_them": 1, "responded": 1, "happy": 1},
    "me": {"by_them": 1, "to_them": 2, "responded": 2, "happy": 1},
    "Peak": {
        "by_them": 3,
        "to_them": 1,
        "responded": 2,
        "happy": 1,
        "problems": 1,
        "fees": "75.50",
    },
}


@pytest.mark.usefixtures("_story")
@pytest.mark.parametrize(("who", "expected"), COUNTS.items(), ids=COUNTS)
def test_introductions(netlog: Netlog, who: str, expected: dict[str, Any]) -> None:
    assert counts(netlog, who) == expected


@pytest.mark.usefixtures("_story")
def test_the_introducer_recovers_by_apology_and_replacement(netlog: Netlog) -> None:
    def amy() -> dict[str, Any]:
        return {key: counts(netlog, "Amy").get(key, 0) for key in ("problems", "recovered")}

    before = netlog("report", "Amy", "--json").json["score"]["mean"]
    netlog("apologize", "me", "--by", "Amy")
    assert amy() == {"problems": 1, "recovered": 0}
    netlog("intro", "me", "Lea", "--by", "Amy", "--replaces", "e1")
    assert amy() == {"problems": 1, "recovered": 1}
    report = netlog("report", "Amy", "--json").json
    assert report["score"]["mean"] > before
    assert not any(one["kind"] == "problem" for one in report["evidence"])
    assert any(
        one["kind"] == "problem" for one in netlog("report", "Jo", "--json").json["evidence"]
    )


@pytest.mark.usefixtures("_story")
def test_amends_that_were_broken_recover_nothing(netlog: Netlog) -> None:
    netlog("apologize", "me", "--by", "Amy")
    netlog("broken", "5")
    assert "recovered" not in counts(netlog, "Amy")


@pytest.mark.usefixtures("_story")
def test_an_organisation_is_itself_and_its_people(netlog: Netlog) -> None:
    def owed(who: str) -> int:
        record = netlog("report", who, "--json").json["record"]
        return sum(sum(standings.values()) for standings in record.values())

    netlog("promise", "a list", "--by", "Peak")
    assert owed("Peak") == owed("Amy") + owed("Rob") + 1
    assert netlog("report", "Rob", "--json").json["org"] == "Peak"


def test_a_contact_without_a_record_is_unknown(netlog: Netlog) -> None:
    netlog("person", "Dana", "--new")
    report = netlog("report", "Dana", "--json").json
    assert report["verdict"] == "unknown"
    del report["introductions"]["each_way"]
    assert report["introductions"] == {**NOTHING, "fees": "0", "worth": "0"}
    assert report["record"] == {}
    assert report["evidence"] == []
    assert report["attempts"] == {
        "unanswered": 0,
        "since": None,
        "days_waiting": 0,
        "channels": {},
        "waits": [],
    }


@pytest.mark.usefixtures("_story")
def test_evidence_is_every_figure(netlog: Netlog) -> None:
    for who in COUNTS:
        report = netlog("report", who, "--json", today="2027-03-01").json
        weighed = sum(one["for"] + one["against"] for one in report["evidence"])
        assert report["score"]["weight"] == pytest.approx(weighed, abs=1e-3)
        good = sum(one["for"] for one in report["evidence"])
        told = 7 * log(1 + weighed / 7) / weighed if weighed else 1
        chance = (3.2 + told * good) / (5.1 + told * weighed)
        assert report["score"]["mean"] == pytest.approx(chance, abs=1e-3)


@pytest.mark.usefixtures("_story")
class TestRanking:
    def test_it_goes_by_verdict_and_then_by_rank(self, netlog: Netlog) -> None:
        for item in ("Rob", "Cy"):
            netlog("promise", "a list", "--by", item, "--due", "2026-11-21")
        netlog("thank", "me", "--by", "Rob")
        lines = netlog("report", "--json").json["items"]
        verdicts = ("refer", "with care", "unknown", "hold off")
        places = [(verdicts.index(line["verdict"]), -line["rank"]) for line in lines]
        assert places == sorted(places)
        assert len({verdict for verdict, _ in places}) > 1
        assert "me" not in [line["name"] for line in lines]

    def test_by_skill(self, netlog: Netlog) -> None:
        for skill in ("HR", "hr", "Hr "):
            lines = netlog("report", "--for", skill.strip(), "--json").json["items"]
            assert [line["name"] for line in lines] == ["Rob"]
        assert "Nobody is known" in netlog("report", "--for", "law", "--json", code=3).err

    def test_limit(self, netlog: Netlog, ledger: Path) -> None:
        everybody = netlog("report", "--json").json["items"]
        assert netlog("report", "--limit", "2", "--json").json["items"] == everybody[:2]
        refused(netlog, ledger, "report", "--limit", "0", code=2)

    def test_last_contact_is_a_thank_you_or_an_apology_as_well(self, netlog: Netlog) -> None:
        netlog("meet", "Amy", "Rob", "--on", "2026-11-03")
        netlog("thank", "Amy", "--via", "card", "--on", "2026-11-06")
        netlog("thank", "me", "--by", "Rob", "--on", "2026-11-07")
        items = netlog("people", "--json").json["items"]
        last = {one["name"]: one["last_contact"] for one in items}
        assert (last["Amy"], last["Rob"]) == ("2026-11-06", "2026-11-07")
        lines = netlog("report", "--json").json["items"]
        assert {"2026-11-06", "2026-11-07"} <= {line["last_contact"] for line in lines}

    def test_giving_a_thank_you_up_is_no_contact(self, netlog: Netlog) -> None:
        opened = netlog("meet", "Zed", "--on", "2026-11-03", "--json").json["opened"]
        netlog("waive", *map(str, opened))
        last = {
            one["name"]: one["last_contact"] for one in netlog("people", "--json").json["items"]
        }
        assert last["Zed"] == "2026-11-03"

    def test_last_contact_is_a_meeting_or_an_outreach_either_way(self, netlog: Netlog) -> None:
        netlog("meet", "Amy", "--on", "2026-11-06")
        netlog("reach", "me", "--by", "Rob", "--on", "2026-11-05")
        lines = netlog("report", "--json").json["items"]
        last = {line["name"]: line["last_contact"] for line in lines}
        assert (last["Amy"], last["Rob"]) == ("2026-11-06", "2026-11-05")


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        ("2026-11-02 promise x --by Kim", "2026-11-02"),
        ("2026-11-02 promise x --to Kim", "2026-11-02"),
        ("2026-11-02 promise x --to Kim\n2026-11-05 done 1 --via email", "2026-11-05"),
        ("2026-11-02 promise x --to Kim\n2026-11-05 broken 1", "2026-11-02"),
        ("2026-11-02 intro me Bo --by Kim", "2026-11-02"),
        ("2026-11-02 intro Kim Bo", "2026-11-02"),
        ("2026-11-02 intro Bo Kim\n2026-11-03 check e1 --silent", "2026-11-02"),
        ("2026-11-02 intro Kim Bo\n2026-11-09 check e1 --responded", "2026-11-09"),
        ("2026-11-02 intro Kim Bo\n2026-11-30 check e1 --happy", "2026-11-30"),
        ("2026-11-02 intro me Kim --by Bo", None),
        ("2026-11-02 intro me Kim --by Bo\n2026-11-09 check e1 --happy", None),
        ("2026-11-02 intro me Kim --by Bo\n2026-11-03 problem e1 x --with Kim", None),
        ("2026-11-02 intro Kim Bo --by Ann", None),
        ("2026-11-02 note Kim x", None),
    ],
)
@pytest.mark.parametrize("everybody", [False, True])
def test_what_is_a_contact(
    netlog: Netlog, ledger: Path, lines: str, day: str | None, everybody: bool
) -> None:
    given(netlog, ledger, lines)
    with reading(ledger) as connection:
        kim = next(each.id for each in select(connection, Contact) if each.name == "Kim")
        days = last_contacts(connection, me(connection), None if everybody else [kim])
    assert days.get(kim) == (day and date.fromisoformat(day))


@pytest.mark.usefixtures("_story")
def test_reading_writes_nothing(netlog: Netlog, ledger: Path) -> None:
    before = files(ledger)
    for line in (["due"], ["due", "--all", "--json"], ["report"], ["report", "Amy"]):
        netlog(*line)
    assert files(ledger) == before


def test_asking_after_an_introduction_is_no_attempt_at_reaching_me(netlog: Netlog) -> None:
    netlog("intro", "Ann", "Bob")
    netlog("check", "e1", "--silent")
    assert netlog("report", "me", "--json").json["attempts"]["unanswered"] == 0

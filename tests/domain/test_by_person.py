"""Who weighs what in an organisation: parts that add up to its score."""

from math import fsum
from pathlib import Path
from typing import Any

import pytest

from netlog.domain.records import Contact
from netlog.domain.report.by_person import by_person
from netlog.domain.report.dossier import assess
from netlog.domain.score.estimate import score_of
from netlog.domain.score.population import BUILT_IN
from netlog.ledger.file.access import reading
from netlog.ledger.read.records import select
from netlog.ledger.read.report import dossier
from tests.cli.looking import Netlog, given
from tests.ledger.generated import AS_OF, whatever_happened

FIRM = """
2026-01-01 person Amy --org Peak
2026-01-01 person Rob --org Peak
2026-01-01 person Kim --org Peak
2026-01-02 promise "a list" --by Peak --due 2026-01-05
2026-01-02 promise "a call" --by Rob --due 2026-01-05
2026-01-03 done 1
2026-01-05 intro me Rob --by Amy
2026-01-06 problem e3 rude --with Rob
2026-01-07 intro me Zoe --by Amy
2026-01-08 problem e5 late --with Zoe
"""


def parts(netlog: Netlog, who: str) -> dict[str, dict[str, Any]]:
    document = netlog("report", who, "--json", today="2026-01-20").json
    return {one.pop("name"): one for one in document["by_person"]}


def test_a_line_is_counted_for_the_one_it_is_about(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, FIRM)
    found = parts(netlog, "Peak")
    assert set(found) == {"Amy", "Rob", "Kim", "Peak"}
    assert found["Kim"] == {"lines": 0, "for": 0.0, "against": 0.0}
    assert (found["Peak"]["lines"], found["Peak"]["against"]) == (1, 0.0)
    # Rob's own problem is his, and his alone, though Amy introduced him; Zoe's is Amy's.
    lines = netlog("report", "Peak", "--json", today="2026-01-20").json["evidence"]
    assert sum(one["kind"] == "problem" for one in lines) == 2
    assert found["Rob"]["against"] > found["Rob"]["for"] == 0.0
    assert found["Rob"]["lines"] == 3, "his call, his answer and the problem with him"
    owed = [one for one in lines if one["kind"] in ("apology", "replacement")]
    assert found["Amy"]["lines"] == len(owed) + 1


def test_only_where_there_are_people(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, FIRM)
    assert parts(netlog, "Rob") == {}
    assert "By person" not in netlog("report", "Rob", "--evidence", today="2026-01-20").out


def test_in_text(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, FIRM)
    told = netlog("report", "Peak", "--evidence", today="2026-01-20").out
    table = told.split("By person\n")[1].split("\n\n")[0].splitlines()
    assert table[0].split() == ["lines", "for", "against"]
    assert {line.split()[0] for line in table[1:-1]} == {"Amy", "Rob", "itself"}
    assert table[-1] == "Without evidence: Kim"


def test_those_without_evidence_are_people_and_counted_where_they_are_many(
    netlog: Netlog, ledger: Path
) -> None:
    given(netlog, ledger, FIRM)
    netlog("delete", "e1", today="2026-01-20")
    assert parts(netlog, "Peak")["Peak"]["lines"] == 0
    assert (
        "Without evidence: Kim\n" in netlog("report", "Peak", "--evidence", today="2026-01-20").out
    )
    for name in ("Ann", "Bea", "Cy", "Dee"):
        netlog("person", name, "--org", "Peak", "--new", today="2026-01-20")
    told = netlog("report", "Peak", "--evidence", today="2026-01-20").out
    assert "Without evidence: 5 of 7 people\n" in told


@whatever_happened
def test_the_parts_add_up_to_the_score(netlog: Netlog, ledger: Path, lines: Any) -> None:
    lines(netlog, ledger)
    with reading(ledger) as connection:
        names = {contact.id: contact.name for contact in select(connection, Contact)}
        everything = [dossier(connection, one) for one in select(connection, Contact)]
    for facts in everything:
        report = assess(facts, AS_OF, BUILT_IN)
        found = by_person(report, names)
        assert {one.contact_id for one in found} == (
            facts.members if len(facts.members) > 1 else set()
        )
        if not found:
            continue
        assert sum(one.lines for one in found) == len(report.evidence)
        estimate = score_of(fsum(one.credit for one in found), fsum(one.debit for one in found))
        assert estimate.weight == pytest.approx(report.score.weight)
        assert estimate.low == pytest.approx(report.score.low)

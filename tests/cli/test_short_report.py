"""A report is one screen at first, and says how to see the rest of it."""

from pathlib import Path

import pytest

from tests.cli.looking import Netlog, given, refused
from tests.cli.test_hostile import SGR, on_terminal

TODAY = "2026-10-05"
LONG_NAME = "Alexander Hamiltons"
YEAR = f"""
2026-01-12 meet "{LONG_NAME}" "Sam Fox" --at "Chamber breakfast"
2026-01-13 thank "{LONG_NAME}"
2026-01-20 thank me --by "{LONG_NAME}"
2026-02-02 promise "two referrals" --by "{LONG_NAME}" --times 2 --due 2026-02-20
2026-02-18 done 5
2026-03-02 intro "{LONG_NAME}" "Acme HR" --for "handbook"
2026-03-09 check e3 --happy
2026-03-12 thank me --by "{LONG_NAME}"
2026-04-02 intro "{LONG_NAME}" "Web Works" --for "web shop"
2026-04-08 check e4 --responded --on 2026-04-04
2026-05-11 intro me "Jo Young" --by "{LONG_NAME}" --for "campus outreach"
2026-05-13 reach me --by "Jo Young"
2026-06-02 intro "Kim Lee" "{LONG_NAME}" --for "price list"
2026-07-20 promise "the price list of the workshop" --by "{LONG_NAME}" --due 2026-08-01
2026-09-14 meet "{LONG_NAME}"
2026-09-28 reach "{LONG_NAME}" --via phone
2026-09-30 reach "{LONG_NAME}" --via email
"""


@pytest.fixture(autouse=True)
def _year(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, YEAR)


@pytest.mark.parametrize("who", [LONG_NAME, "me"])
def test_it_fits_a_screen(ledger: Path, who: str) -> None:
    shown = SGR.sub("", on_terminal(ledger, "report", who, columns=80)[1]).splitlines()
    assert len(shown) < 24, "and a line for the prompt"
    assert max(map(len, shown)) <= 80


def test_where_there_is_no_room_reasons_come_before_pictures(ledger: Path) -> None:
    shown = SGR.sub("", on_terminal(ledger, "report", LONG_NAME, columns=80)[1])
    reasons = [line for line in shown.splitlines() if line.startswith("- ")]
    assert len(reasons) > 3
    assert reasons[-1] == "- and more."
    assert "100%" not in shown, "the bar"
    assert "\nRecord: thanks (2 late, 3 overdue), promise (1 on time, 1 overdue)," in shown


def test_it_says_how_to_see_the_rest(netlog: Netlog) -> None:
    *short, last = netlog("report", "alex", today=TODAY).out.splitlines()
    assert last == f'More, with the evidence: netlog report "{LONG_NAME}" --evidence'
    whole = netlog("report", "alex", "--evidence", today=TODAY).out
    left_out = [line for line in short if line not in whole.splitlines()]
    assert left_out == ["and 1 more"], "what is shown at first is a part of the whole"
    for heading in ("Last two years", "Evidence", "You gave them", "They gave you"):
        assert any(line.startswith(heading) for line in whole.splitlines())
        assert not any(line.startswith(heading) for line in short)


def test_of_whom_nothing_is_known_there_is_no_more(netlog: Netlog) -> None:
    netlog("person", "Zoe", "--new", today=TODAY)
    assert "--evidence" not in netlog("report", "Zoe", today=TODAY).out


def test_json_has_it_all(netlog: Netlog) -> None:
    plain = netlog("report", "alex", "--json", today=TODAY).out
    assert netlog("report", "alex", "--json", "--evidence", today=TODAY).out == plain


@pytest.mark.parametrize("beside", [[], ["--referrers"], ["alex", "--chronology"]], ids=" ".join)
def test_it_is_for_a_report_on_somebody(netlog: Netlog, ledger: Path, beside: list[str]) -> None:
    assert "report" in refused(netlog, ledger, "report", *beside, "--evidence", code=2).err

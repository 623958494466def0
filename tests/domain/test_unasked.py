"""An answer between two others that nobody asked about: not known, and so nobody's failure."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.looking import Netlog, given

LEAD = "2026-10-01 intro Cleo Pavel --by me --fee 10"
UNASKED = "Whether Cleo got an answer after the introduction is not known: nobody asked yet."
KINDS_LATE = ("late", "broken", "overdue", "waived", "on_time")


def document(netlog: Netlog, who: str = "Pavel") -> dict[str, Any]:
    return dict(netlog("report", who, "--json").json)


def why(netlog: Netlog, who: str = "Pavel") -> str:
    items = netlog("report", "--json").json["items"]
    return str(next(one["why"] for one in items if one["name"] == who))


@pytest.fixture(params=["with a question due", "without one"])
def _lead(netlog: Netlog, request: pytest.FixtureRequest) -> None:
    if request.param == "without one":
        netlog("config", "set", "terms.check_response", "never")
    today, *line = LEAD.split()
    netlog(*line, today=today)


@pytest.mark.usefixtures("_lead")
def test_it_is_open_wherever_it_is_counted(netlog: Netlog) -> None:
    told = document(netlog)
    assert (told["verdict"], told["score"]["weight"]) == ("unknown", 0)
    assert told["reasons"] == [UNASKED]
    assert told["record"]["response"] == {"open": 1, **dict.fromkeys(KINDS_LATE, 0)}
    (owed,) = told["obligations"]
    assert (owed["standing"], owed["days_late"], owed["asked"]) == ("open", 0, False)
    assert why(netlog) == "nothing is known yet"


@pytest.mark.usefixtures("_lead")
def test_after_a_silence_it_is_overdue(netlog: Netlog) -> None:
    netlog("check", "e1", "--silent")
    told = document(netlog)
    assert told["score"]["weight"] > 0
    assert told["record"]["response"]["overdue"] == 1
    assert told["obligations"][0]["asked"]
    assert why(netlog) == "0 of 1 in time, 1 overdue"


def test_only_what_is_not_known_is_left_out(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, f"{LEAD}\n2026-10-01 intro Dan Pavel\n2026-10-02 promise x --by Pavel")
    netlog("check", "e2", "--silent")
    assert why(netlog) == "0 of 3 in time, 3 overdue", "thanks, an answer to Dan, and a promise"


def test_an_answer_to_me_needs_no_question(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, "2026-10-01 intro me Pavel --by Cleo --fee 10")
    assert document(netlog)["record"]["response"]["overdue"] == 1
    assert why(netlog) == "0 of 1 in time, 1 overdue"


PROBLEM = """
2026-10-01 intro Al Ci --by me
2026-10-10 problem e1 rude --with Ci
"""
NOT_NOTED = (
    "Whether Al got an answer after the introduction is not on record;"
    " if one came: netlog check e1 --responded --on DAY"
)


def test_after_a_problem_it_is_not_on_record(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, PROBLEM)
    assert NOT_NOTED in document(netlog, "Ci")["reasons"]
    assert document(netlog, "Ci")["record"]["response"]["open"] == 1
    netlog("check", "e1", "--responded", "--on", "2026-10-03")
    told = document(netlog, "Ci")
    assert not any("not on record" in one for one in told["reasons"])
    assert told["record"]["response"]["on_time"] == 1


def test_what_is_asked_and_what_had_a_problem_are_told_apart(netlog: Netlog, ledger: Path) -> None:
    given(
        netlog,
        ledger,
        "2026-10-01 intro Al Ci\n2026-10-01 intro Bo Ci\n2026-10-01 intro Cleo Ci\n"
        "2026-10-10 problem e1 rude --with Ci\n2026-10-10 problem e2 late --with Bo",
    )
    told = document(netlog, "Ci")["reasons"]
    assert UNASKED in told
    assert (
        "Whether Al and Bo got their answers is not on record;"
        " if one came: netlog check EVENT --responded --on DAY"
    ) in told


def test_a_problem_after_a_silence_is_one_failure(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, "2026-10-01 intro Al Ci\n2026-10-05 check e1 --silent")
    assert document(netlog, "Ci")["record"]["response"]["overdue"] == 1
    before = document(netlog, "Ci")["score"]["mean"]
    given(netlog, ledger, "2026-10-10 problem e1 rude --with Ci")
    told = document(netlog, "Ci")
    assert told["record"]["response"] == {"open": 1, **dict.fromkeys(KINDS_LATE, 0)}
    assert NOT_NOTED in told["reasons"]
    assert told["score"]["mean"] < before
    assert [line["kind"] for line in told["evidence"]] == ["problem", "thanks"]
    open_items = netlog("report", "Ci", "--chronology", "--json").json["open"]
    assert {item["kind"] for item in open_items} == {"thanks", "apology", "replacement"}


def test_a_problem_with_who_waits_says_nothing_of_the_silence(netlog: Netlog, ledger: Path) -> None:
    given(
        netlog,
        ledger,
        "2026-10-01 intro Al Ci\n2026-10-05 check e1 --silent\n"
        "2026-10-10 problem e1 rude --with Al",
    )
    assert document(netlog, "Ci")["record"]["response"]["overdue"] == 1

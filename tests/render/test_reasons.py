"""The sentences behind a verdict: true, the weightiest first, and none of them lost."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.looking import Netlog, given

TODAY = "2026-11-22"
NOTHING = "Nothing speaks for or against them yet."
NOTHING_OF_ME = "Nothing speaks for or against you yet."


def document(netlog: Netlog, who: str, today: str = TODAY) -> dict[str, Any]:
    return dict(netlog("report", who, "--json", today=today).json)


def reasons(netlog: Netlog, who: str, today: str = TODAY) -> list[str]:
    return list(document(netlog, who, today)["reasons"])


BROKER = """
2026-09-01 intro me One --by Broker --fee 80
2026-09-02 intro me Two --by Broker --fee 80
2026-09-03 intro me Three --by Broker --fee 80
2026-09-03 reach One
2026-09-03 reach Two
2026-09-03 reach Three
"""


def test_unanswered_leads_speak_against_a_broker(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, BROKER)
    report = document(netlog, "Broker")
    assert report["verdict"] == "unknown"
    assert report["reasons"] == ["3 paid leads, 240 in all; none answered."]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("reach me --by One", "3 paid leads, 240 in all; 1 answered."),
        ("delete e2 e3", "1 paid lead, 80; not answered."),
    ],
)
def test_leads_are_told_with_what_they_brought(
    netlog: Netlog, ledger: Path, line: str, told: str
) -> None:
    given(netlog, ledger, BROKER)
    for argv in [["delete", one] for one in ("e2", "e3")] if "delete" in line else [line.split()]:
        netlog(*argv, today=TODAY)
    assert told in reasons(netlog, "Broker")


SILENT = """
2026-09-01 intro me One --by Amy
2026-09-01 intro me Two --by Amy
2026-09-02 reach One
2026-11-20 intro Kim me --by Amy --no-due
"""


def test_favours_that_brought_nothing_are_told_after_a_month(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, SILENT)
    assert reasons(netlog, "Amy") == [
        "2 of 3 introductions by them brought no answer within 30 days."
    ]
    assert reasons(netlog, "Amy", "2026-09-20") == [NOTHING]
    netlog("delete", "e4", today=TODAY)
    assert reasons(netlog, "Amy") == [
        "Both introductions by them brought no answer within 30 days."
    ]


FAILURES = "\n".join(
    f"2026-01-{day:02} promise x{day} --by Rob --due 2026-01-{day + 1:02}" for day in range(1, 11)
)


def test_what_is_left_out_is_counted_and_what_was_kept_is_told(
    netlog: Netlog, ledger: Path
) -> None:
    given(netlog, ledger, FAILURES)
    netlog("done", "10", today="2026-01-11")
    assert reasons(netlog, "Rob", "2026-03-30")[4:] == [
        'Promised "x5" by 6 Jan; none came (83 days overdue).',
        "and 4 more, in the evidence.",
        "Kept in time: 1 of 10 (promise).",
    ]


def test_six_failures_are_all_told(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, "\n".join(FAILURES.splitlines()[:6]))
    told = reasons(netlog, "Rob")
    assert [one.startswith("Promised") for one in told] == [True] * 6


def test_the_weightiest_failure_comes_first(netlog: Netlog, ledger: Path) -> None:
    given(
        netlog,
        ledger,
        "2026-10-01 meet Rob\n2026-10-01 promise y --by Rob --due 2026-10-02\n"
        "2026-10-20 done 3\n2026-10-02 thank Rob",
    )
    report = document(netlog, "Rob")
    weights = {one["id"]: one["against"] for one in report["evidence"]}
    assert weights[3] > weights[2]
    assert [one.split()[0] for one in report["reasons"]] == ["Promised", "Owed"]


ENDS = """
2026-08-01 intro Ann Dee
2026-08-02 intro Bob Dee
2026-08-03 intro Cy Dee
2026-08-20 check e1 --happy
2026-08-21 check e2 --happy
2026-08-22 problem e3 "late" --with Dee
"""


def test_whether_people_were_happy_is_a_reason(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, ENDS)
    end = "2 of 3 introductions to them came to a happy end and 1 had a problem with them"
    assert f"{end}." in reasons(netlog, "Dee")
    netlog("apologize", "Cy", today="2026-08-22")
    netlog("intro", "Cy", "Eve", "--replaces", "e3", today="2026-08-23")
    assert f"{end} that you made up for." in reasons(netlog, "Dee")
    assert "The introduction to them came to a happy end." in reasons(netlog, "Ann")
    assert (
        "1 of 2 introductions to them had a problem with the other side that you made up for;"
        " how the other one went is not known."
    ) in reasons(netlog, "Cy")
    assert (
        "2 of 4 introductions by you came to a happy end and 1 had a problem that you made up for;"
        " how the other one went is not known."
    ) in reasons(netlog, "me")


def test_who_made_up_for_a_problem_is_said(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, ENDS)
    assert 'A problem on 22 Aug: "late".' in reasons(netlog, "Dee")
    netlog("apologize", "Cy", today="2026-08-22")
    netlog("intro", "Cy", "Eve", "--replaces", "e3", today="2026-08-23")
    assert 'A problem on 22 Aug: "late"; you made up for it.' in reasons(netlog, "Dee")
    assert "Made up for the problem with Dee." in reasons(netlog, "me")


def test_a_single_introduction_that_went_wrong_is_told_once(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, "2026-11-01 intro Ann Dee\n2026-11-02 problem e1 late --with Dee")
    assert not any("introduction to them" in one for one in reasons(netlog, "Dee"))
    assert "The introduction to them had a problem with the other side." in reasons(netlog, "Ann")


ASKING = """
2026-10-01 intro Vera Luke
2026-10-05 check e1 --silent
2026-10-09 check e1 --silent
"""


def test_a_question_that_was_asked_is_not_called_unasked(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, ASKING)
    assert (
        "Was to ask Vera by 8 Oct whether Luke answered; asked twice, last on 9 Oct,"
        " and it is still open (45 days overdue)."
    ) in reasons(netlog, "me")
    assert (
        "Was to ask Vera and Luke by 31 Oct whether both are happy;"
        " not asked yet (22 days overdue)."
    ) in reasons(netlog, "me")
    netlog("check", "e1", "--happy", today=TODAY)
    assert (
        "Was to ask Vera by 8 Oct whether Luke answered; last asked on 22 Nov, 45 days late."
    ) in reasons(netlog, "me")


@pytest.mark.parametrize("ended", ["problem e1 rude --with Luke", "meet Vera --by Luke"])
def test_a_question_that_an_event_ended_is_not_called_asked(
    netlog: Netlog, ledger: Path, ended: str
) -> None:
    given(netlog, ledger, f"{ASKING}2026-10-20 {ended}")
    assert (
        "Was to ask Vera by 8 Oct whether Luke answered; open until 20 Oct, 12 days late."
    ) in reasons(netlog, "me")


def test_a_question_that_was_given_up_is_not_said_not_to_come(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, f"{ASKING}2026-11-20 broken 5")
    told = "Was to ask Vera and Luke by 31 Oct whether both are happy; given up."
    assert told in reasons(netlog, "me")


FIRM = """
2026-09-01 person Amy --org Peak
2026-09-01 person Rob --org Peak
2026-09-01 meet Amy Rob
2026-09-02 promise "a list" --by Peak --due 2026-09-05
2026-09-09 thank me --by Amy
2026-09-10 intro me Rob --by Amy
2026-09-12 problem e3 rude --with Rob
2026-09-13 intro me Zoe --by Amy
2026-09-14 problem e5 late --with Zoe
2026-09-14 apologize me --by Amy
"""


def test_an_organisation_is_told_by_who_it_was(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, FIRM)
    told = reasons(netlog, "Peak")
    assert 'Peak promised "a list" by 5 Sep; none came (78 days overdue).' in told
    assert 'A problem with Rob on 12 Sep: "rude".' in told
    early = reasons(netlog, "Peak", "2026-09-16")
    assert 'Amy introduced Zoe on 13 Sep: "late". It is not made up for.' in early


def test_one_of_them_may_be_me(netlog: Netlog, ledger: Path) -> None:
    given(
        netlog,
        ledger,
        "2026-09-01 person Amy --org Peak\n2026-09-01 person me --org Peak\n"
        "2026-09-01 meet Zoe\n2026-09-02 intro Cy Dee\n2026-09-03 promise 'what was said' --to Cy",
    )
    told = reasons(netlog, "Peak", "2026-09-30")
    assert "You owed Zoe thanks for the meeting by 3 Sep; none came (27 days overdue)." in told
    asking = "You were to ask Cy by 6 Sep whether Dee answered; not asked yet (24 days overdue)."
    assert asking in told
    assert 'You promised "what was said" by 10 Sep; none came (20 days overdue).' in told


def test_in_evidence_as_well(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, FIRM)
    lines = (
        netlog("report", "Peak", "--evidence", today=TODAY)
        .out.partition("\nEvidence\n")[2]
        .splitlines()
    )
    known = document(netlog, "Peak")["evidence"]
    assert [line.split()[1] for line in lines] == [one["who"] for one in known]
    lines = (
        netlog("report", "Rob", "--evidence", today=TODAY)
        .out.partition("\nEvidence\n")[2]
        .splitlines()
    )
    assert "Rob" not in "".join(line.split()[1] for line in lines)


def test_weights_of_nothing_have_no_sign(netlog: Netlog, ledger: Path) -> None:
    # Thanks that came 6 days late are worth about as much for as against.
    given(netlog, ledger, "2026-06-08 meet Rob\n2026-06-21 thank me --by Rob")
    told = netlog("report", "Rob", "--evidence", today=TODAY).out
    weight = document(netlog, "Rob")["evidence"][0]["weight"]
    assert 0 < abs(weight) < 0.05
    assert told.splitlines()[-1].split()[-1] == "0.0"
    assert "-0.0" not in told


def test_many_of_a_kind_are_one_sentence(netlog: Netlog, ledger: Path) -> None:
    names = ("Ann", "Bob", "Cy", "Dee", "Eve")
    given(
        netlog,
        ledger,
        "\n".join(
            [
                *(f"2026-10-1{n} intro {name} Rob --for x" for n, name in enumerate(names)),
                *(f"2026-11-0{n} reach me --by {name}" for n, name in enumerate(names, 1)),
            ]
        ),
    )
    assert (
        "You have not answered Ann for 21 days (1 attempt), Bob for 20 days (1 attempt),"
        " Cy for 19 days (1 attempt) and 2 others."
    ) in reasons(netlog, "me")
    assert (
        "Whether Ann, Bob, Cy and 2 others got their answers is not known: nobody asked yet."
    ) in reasons(netlog, "Rob")


def test_problems_that_one_made_up_for_are_one_sentence(netlog: Netlog, ledger: Path) -> None:
    lines = [
        line
        for n, name in ((1, "Bob"), (4, "Cy"))
        for line in (
            f"2026-11-01 intro Ann {name}",
            f"2026-11-02 problem e{n} late --with {name}",
            "2026-11-02 apologize Ann",
            f"2026-11-03 intro Ann Eve --replaces e{n}",
        )
    ]
    given(netlog, ledger, "\n".join(lines))
    told = reasons(netlog, "me")
    assert "Made up for problems with Bob and Cy." in told
    ended = "2 of 4 introductions by you had a problem that you made up for"
    assert f"{ended}; how the other 2 went is not known." in told


def test_of_me_it_is_said_to_me(netlog: Netlog) -> None:
    netlog("person", "Ann", "--new", today=TODAY)
    assert reasons(netlog, "me") == [NOTHING_OF_ME]
    assert reasons(netlog, "Ann") == [NOTHING]

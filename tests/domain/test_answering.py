"""Who was to answer whom after an introduction, and that a meeting of the two is the answer.

Everything is typed on 16 January 2026 unless a line says so; `--on 3` is the third.
"""

from datetime import date

import pytest

from netlog.domain.projection.introduced import Introduced
from tests.cli.looking import Netlog
from tests.laws.saying import became, is_open, typed

ANSWERED = ["Bob > Ann response: kept 3 Jan by e{}"]
ASKED = ["me > Ann check-response: kept 3 Jan by e{}"]


@pytest.mark.parametrize(
    ("lines", "made", "met"),
    [
        pytest.param("intro Ann Bob --on 1; meet Ann --by Bob --on 3", 1, 2, id="without me"),
        pytest.param("intro Ann Bob --on 1; meet Bob Ann --on 3", 1, 2, id="with me"),
        pytest.param("intro Ann Bob --on 1; talk Bob --by Ann --on 3", 1, 2, id="a talk"),
        pytest.param("meet Ann --by Bob --on 3; intro Ann Bob --on 1", 2, 1, id="told late"),
        pytest.param(
            "intro Ann Bob --on 1; meet Ann --by Cyd --on 3; edit e2 --replace Cyd Bob",
            1, 2, id="put right",
        ),
    ],
)  # fmt: skip
def test_two_who_were_introduced_and_met_have_answered(
    netlog: Netlog, lines: str, made: int, met: int
) -> None:
    typed(netlog, lines)
    assert became(netlog, f"e{made}", "response") == [ANSWERED[0].format(met)]
    assert became(netlog, f"e{made}", "check-response") == [ASKED[0].format(met)]
    outcomes = netlog("history", f"e{made}", "--json").json["items"][0]["outcomes"]
    assert [(one["outcome"], one["on"], one["event"]) for one in outcomes] == [
        ("responded", "2026-01-03", f"e{met}")
    ]


def test_a_meeting_before_the_introduction_is_no_answer_and_a_late_one_a_late_answer(
    netlog: Netlog,
) -> None:
    typed(netlog, "meet Ann --by Bob --on 1; intro Ann Bob --on 2")
    assert is_open(netlog, "check-response") == ["me > Ann check-response: since 2 Jan, due 6 Jan"]
    typed(netlog, "meet Ann Bob Cyd Dan --on 9")
    item = netlog("history", "e2", "--json").json["items"][0]["items"][2]
    assert (item["kind"], item["standing"], item["days_late"]) == ("response", "late", 4)


def test_what_somebody_else_introduced_is_answered_too(netlog: Netlog) -> None:
    typed(netlog, "intro Ann Bob --by Cyd --on 1; meet Ann --by Bob --on 3")
    outcomes = netlog("history", "e1", "--json").json["items"][0]["outcomes"]
    assert [one["event"] for one in outcomes] == ["e2"]


def test_a_question_that_was_answered_already_stays_so(netlog: Netlog) -> None:
    typed(netlog, "intro Ann Bob --on 1; check e1 --responded --on 2; meet Ann --by Bob --on 3")
    assert became(netlog, "e1", "response") == ["Bob > Ann response: kept 2 Jan"]


def test_the_client_may_be_the_one_to_make_the_first_move(netlog: Netlog) -> None:
    typed(netlog, "intro Ann Bob --first client --on 12")
    assert is_open(netlog, "response", "check-response") == [
        "me > Bob check-response: since 12 Jan, due 16 Jan"
    ]
    assert became(netlog, "e1", "response") == ["Ann > Bob response: open"]
    assert "Asked Bob: nothing from Ann yet" in typed(netlog, "check e1 --silent").text
    assert "Ann answered Bob" in typed(netlog, "check e1 --responded").text


def test_the_first_move_may_be_mine(netlog: Netlog) -> None:
    typed(netlog, "intro me Bob --by Cyd --first client --on 12")
    assert is_open(netlog, "response") == ["me > Bob response: since 12 Jan, due 15 Jan"]
    typed(netlog, "reach Bob --on 13")
    assert became(netlog, "e1", "response") == ["me > Bob response: kept 13 Jan by e2"]
    assert "Bob answered you" in typed(netlog, "check e1 --responded").text


def test_who_was_first_can_be_put_right(netlog: Netlog) -> None:
    typed(netlog, "intro Ann Bob --first client --on 12")
    told = typed(netlog, "edit e1 --first provider").text
    assert "the first move is the provider's" in told
    assert became(netlog, "e1", "response") == ["Bob > Ann response: open"]
    netlog("edit", "e1", "--first", "Bob", code=2)
    netlog("intro", "Ann", "Bob", "--first", "", code=2)


@pytest.mark.parametrize(
    ("said", "kind", "ended"),
    [
        ("done 4", "check-response", "me > Bob check-response: kept 6 Jan"),
        ("done 3", "response", "Ann > Bob response: kept 6 Jan"),
        ("broken 4", "response", "Ann > Bob response: broken 6 Jan"),
    ],
)
def test_what_was_said_stays_when_who_was_first_is_put_right(
    netlog: Netlog, said: str, kind: str, ended: str
) -> None:
    typed(netlog, f"intro Ann Bob --on 3; {said} --on 6; edit e1 --first client")
    assert became(netlog, "e1", kind) == [ended]


def test_what_is_snoozed_stays_so_when_who_was_first_is_put_right(netlog: Netlog) -> None:
    typed(netlog, "intro Ann Bob --on 14; snooze 4 --until 2026-02-20; edit e1 --first client")
    items = netlog("due", "--all", "--json", today="2026-01-16").json["items"]
    asked = [(item["id"], item["hidden_until"]) for item in items if item["hidden_until"]]
    assert asked == [(4, "2026-02-20")]


@pytest.mark.parametrize("client_first", [False, True])
def test_whoever_was_first_an_item_is_known_as_were_it_the_provider(client_first: bool) -> None:
    me, ann, bob = 1, 2, 3
    made = Introduced(1, date(2026, 1, 3), me, client=ann, provider=bob, client_first=client_first)
    response, question = (made.first, made.other(made.first)), (me, made.other(made.first))
    assert made.as_provider_first(response) == (bob, ann)
    assert made.as_provider_first(question) == (me, ann)


def test_tries_at_a_lead_that_never_answers_are_counted(netlog: Netlog) -> None:
    typed(
        netlog,
        'intro me Abel --by "Fair Leads" --fee 90 --on 5; reach Abel --on 6; reach Abel --on 9'
        "; reach Abel --on 14",
    )
    report = netlog("report", "Abel", "--json", today="2026-01-16").json
    attempts = report["attempts"]
    assert (attempts["unanswered"], attempts["since"]) == (3, "2026-01-06")
    assert "3 attempts to reach them, no answer for 10 days." in report["reasons"]


def test_the_day_of_an_introduction_may_be_unknown() -> None:
    introduced = Introduced(1, date(2026, 1, 5), introducer=1, client=2, provider=3)
    assert introduced.known_on == date(2026, 1, 5)
    assert introduced._replace(undated=True).known_on is None

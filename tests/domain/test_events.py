"""Which obligations each event opens: the table of the design, section 2, row by row."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given as hypothesis_given
from hypothesis import strategies as st

from netlog.domain.events import EVENT_KINDS
from netlog.domain.events.voucher import Voucher
from netlog.domain.projection.facts import Facts
from netlog.domain.projection.project import project
from netlog.domain.projection.terms import Terms
from netlog.errors import Refused, Unreadable
from tests.cli.looking import Netlog, Owed, closed, given, owed, refused, rows
from tests.support.refusals import raising
from tests.support.vouchers import voucher

DAY = "2026-11-01"


def due(days: int) -> str:
    return (date.fromisoformat(DAY) + timedelta(days)).isoformat()


A, B, X = "Ann Ash", "Bob Birch", "Xia Elm"
BY_ME = [
    Owed("thanks", A, "me", due(7)),
    Owed("thanks", B, "me", due(7)),
    Owed("response", B, A, due(3)),
    Owed("check-response", "me", A, due(4)),
    Owed("check-outcome", "me", A, due(30)),
]
TABLE = {
    "meeting": (["meet", A], [Owed("thanks", "me", A, due(2)), Owed("thanks", A, "me", due(7))]),
    "meeting of three": (
        ["meet", A, B],
        [
            Owed("thanks", "me", A, due(2)),
            Owed("thanks", A, "me", due(7)),
            Owed("thanks", "me", B, due(2)),
            Owed("thanks", B, "me", due(7)),
        ],
    ),
    "meeting by somebody with me": (
        ["meet", "me", "--by", A],
        [Owed("thanks", "me", A, due(2)), Owed("thanks", A, "me", due(7))],
    ),
    "meeting of others": (["meet", A, "--by", B], []),
    "introduction by me": (["intro", A, B], BY_ME),
    "introduction by me for a fee": (["intro", A, B, "--fee", "75"], BY_ME[2:]),
    "introduction to me as the client": (
        ["intro", "me", B, "--by", X],
        [
            Owed("thanks", "me", X, due(2)),
            Owed("response", B, "me", due(3)),
            Owed("update", "me", X, due(30)),
        ],
    ),
    "introduction to me as the provider": (
        ["intro", A, "me", "--by", X],
        [
            Owed("thanks", "me", X, due(2)),
            Owed("response", "me", A, due(3)),
            Owed("update", "me", X, due(30)),
        ],
    ),
    "introduction to me for a fee": (
        ["intro", A, "me", "--by", X, "--fee", "0.50"],
        [Owed("response", "me", A, due(3))],
    ),
    "introduction among others": (["intro", A, B, "--by", X], []),
    "my promise": (["promise", "a list", "--to", A], [Owed("promise", "me", A, due(7))]),
    "a promise to me": (["promise", "a list", "--by", A], [Owed("promise", A, "me", due(7))]),
    "a promise by a day": (
        ["promise", "a list", "--by", A, "--due", "2026-12-24", "--times", "3"],
        [Owed("promise", A, "me", "2026-12-24")],
    ),
    "a promise due at once": (
        ["promise", "a list", "--by", A, "--due", DAY],
        [Owed("promise", A, "me", DAY)],
    ),
    "my outreach": (["reach", A], [Owed("reply", A, "me", due(3))]),
    "outreach to me": (["reach", "me", "--by", A], [Owed("reply", "me", A, due(2))]),
}


@pytest.mark.parametrize(("line", "opens"), TABLE.values(), ids=TABLE)
def test_what_an_event_opens(
    netlog: Netlog, ledger: Path, line: list[str], opens: list[Owed]
) -> None:
    told = netlog(*line, "--on", DAY, "--json").json
    assert owed(ledger) == opens
    assert told["opened"] == list(range(1, len(opens) + 1))
    assert told["on"] == DAY
    assert rows(ledger, "SELECT DISTINCT opened_on FROM obligation") == [(DAY,)][: len(opens)]


@pytest.mark.parametrize("line", [one for one, _ in TABLE.values()], ids=TABLE)
def test_no_due_records_the_event_and_opens_nothing(
    netlog: Netlog, ledger: Path, line: list[str]
) -> None:
    assert netlog(*line, "--on", DAY, "--no-due", "--json").json["event"] == "e1"
    assert owed(ledger) == []
    assert rows(ledger, "SELECT * FROM attempt") == []


PROBLEMS = {
    "by me, with the provider": (
        ["intro", A, B],
        B,
        [("apology", "me", A), ("replacement", "me", A)],
    ),
    "by me, with the client": (
        ["intro", A, B],
        A,
        [("apology", "me", B), ("replacement", "me", B)],
    ),
    "to me, with the other": (
        ["intro", "me", B, "--by", X],
        B,
        [("apology", X, "me"), ("replacement", X, "me")],
    ),
    "to me, with me": (["intro", "me", B, "--by", X], "me", []),
    "among others": (["intro", A, B, "--by", X], B, []),
}


@pytest.mark.parametrize(("line", "culprit", "opens"), PROBLEMS.values(), ids=PROBLEMS)
def test_what_a_problem_opens(
    netlog: Netlog, ledger: Path, line: list[str], culprit: str, opens: list[tuple[str, str, str]]
) -> None:
    netlog(*line, "--on", "2026-10-01")
    netlog("problem", "e1", "rude", "--with", culprit, "--on", DAY)
    terms = {"apology": 1, "replacement": 7}
    assert owed(ledger, event="e2") == [Owed(*one, due(terms[one[0]])) for one in opens]


def test_terms_are_settings_and_rewrite_no_history(
    netlog: Netlog, ledger: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netlog("promise", "a list", "--to", A, "--on", DAY)
    settings = own_home / "settings.toml"
    settings.write_text("[terms]\npromise = 21\nthanks_meeting_mine = 0\n")
    monkeypatch.setenv("NETLOG_CONFIG", str(settings))
    netlog("promise", "a book", "--to", A, "--on", DAY)
    netlog("meet", A, "--on", DAY)
    assert [one.due for one in owed(ledger)] == [due(7), due(21), due(0), due(7)]


PROBLEM_OF_MINE = f"""
2026-10-01 intro me "{B}" --by "{X}" --for outreach
2026-11-01 problem e1 rude --with "{B}"
"""


def test_another_introduction_replaces(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, PROBLEM_OF_MINE)
    told = netlog("intro", "me", A, "--by", X, "--replaces", "e1", "--json").json
    assert [one["id"] for one in told["settled"]] == told["closed"] == [5]
    assert closed(ledger) == {5: ("kept", "2026-11-21")}
    assert rows(ledger, "SELECT replaces_id FROM event WHERE id = 3") == [(1,)]


@pytest.mark.parametrize(
    "line",
    [
        ["intro", "me", A, "--by", "Zed Yew", "--replaces", "e1"],
        ["intro", A, "Zed Yew", "--by", X, "--replaces", "e1"],
        ["intro", "me", A, "--by", X, "--replaces", "e1", "--on", "2026-10-31"],
        ["intro", "me", A, "--by", X, "--replaces", "e2"],
        ["intro", "me", A, "--by", X, "--replaces", "e99"],
    ],
    ids=" ".join,
)
def test_what_replaces_nothing_is_refused(netlog: Netlog, ledger: Path, line: list[str]) -> None:
    given(netlog, ledger, PROBLEM_OF_MINE)
    refused(netlog, ledger, *line)


def test_a_replacement_is_owed_once(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, PROBLEM_OF_MINE)
    netlog("intro", "me", A, "--by", X, "--replaces", "e1")
    refused(netlog, ledger, "intro", "me", "Zed Yew", "--by", X, "--replaces", "e1")


REFUSED = {
    "an introduction to oneself": ["intro", A, A.upper()],
    "me to myself": ["intro", "me", "me", "--by", X],
    "by the client": ["intro", A, B, "--by", A],
    "by the provider": ["intro", A, B, "--by", B],
    "me by me": ["intro", "me", B],
    "a meeting with oneself": ["meet", "me"],
    "a meeting of one other": ["meet", A, "--by", A],
    "a promise to oneself": ["promise", "a list"],
    "a promise of others": ["promise", "a list", "--by", A, "--to", B],
    "a promise due before it was made": ["promise", "x", "--to", A, "--due", "2026-11-20"],
    "outreach to oneself": ["reach", "me"],
    "outreach of somebody to themselves": ["reach", A, "--by", A],
    "outreach among others": ["reach", A, "--by", B],
    "an empty promise": ["promise", "", "--to", A],
}


@pytest.mark.parametrize("line", REFUSED.values(), ids=REFUSED)
def test_what_is_no_event(netlog: Netlog, ledger: Path, line: list[str]) -> None:
    refused(netlog, ledger, *line)
    assert not ledger.exists()


@pytest.mark.parametrize("times", ["0", "-1", "1001"])
def test_a_promise_has_one_to_a_thousand_parts(netlog: Netlog, ledger: Path, times: str) -> None:
    refused(netlog, ledger, "promise", "x", "--to", A, "--times", times, code=2)
    assert not ledger.exists()


def test_a_problem_needs_its_introduction(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, PROBLEM_OF_MINE)
    netlog("person", A, "--new")
    refused(netlog, ledger, "problem", "e1", "rude", "--with", A)
    refused(netlog, ledger, "problem", "e1", "rude", "--with", X)
    refused(netlog, ledger, "problem", "e1", "rude", "--with", B, "--on", "2026-09-30")
    refused(netlog, ledger, "problem", "e2", "rude", "--with", B)
    refused(netlog, ledger, "problem", "e9", "rude", "--with", B)
    refused(netlog, ledger, "problem", "1", "rude", "--with", B, code=2)
    refused(netlog, ledger, "problem", "e1", "rude", code=2)


EVERY_KIND = f"""
2026-10-01 meet "{A}" "{B}"
2026-10-02 intro me "{B}" --by "{X}"
2026-10-03 promise "a list" --to "{A}"
2026-10-04 reach "{A}"
2026-10-05 problem e2 rude --with "{B}"
2026-10-06 talk "{A}"
2026-10-06 note "{A}" "likes sailing"
"""


def test_everybody_in_an_event_has_a_role_of_its_kind(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, EVERY_KIND)
    found = rows(
        ledger, "SELECT DISTINCT e.kind, p.role FROM event e JOIN party p ON p.event_id = e.id"
    )
    assert sorted(found) == sorted(
        (kind.name, role) for kind in EVENT_KINDS.values() for role in kind.roles
    )


ME = 1
IDS = st.integers(1, 4)
DAYS = st.dates(date(1900, 1, 1), date(9900, 1, 1))
TERMS = st.builds(Terms, *[st.integers(0, 3650)] * len(Terms.__dataclass_fields__))


@st.composite
def vouchers(draw: st.DrawFn) -> list[Voucher]:
    """An event of any kind between anybody, after the introduction that a problem is about."""
    kind, on = draw(st.sampled_from(sorted(EVENT_KINDS))), draw(DAYS)
    if kind == "problem":
        made = voucher(1, "introduction", on, draw(st.permutations(range(1, 5)))[:3])
        culprit = draw(IDS)
        harmed = made.introduced.other(culprit)
        return [made, voucher(2, kind, on, (culprit, harmed), introduction_id=1)]
    roles = EVENT_KINDS[kind].roles
    number = draw(st.integers(2, 4)) if roles == ("attendee",) else len(roles)
    contacts = [draw(IDS) for _ in range(number)]
    return [voucher(1, kind, on, contacts, expect_reply=kind == "outreach")]


@hypothesis_given(vouchers(), TERMS)
def test_what_holds_for_every_event(told: list[Voucher], terms: Terms) -> None:
    *_, last = told
    kind, on = EVENT_KINDS[last.event.kind], last.event.happened_on
    facts = Facts(ME, {one.event.id: one for one in told}, terms={0: terms})
    try:
        kind.refuse(last, ME)
        accounts = project(facts, judged=[last]).accounts.values()
    except Refused:
        return
    who = {contact for one in told for contact in one.contacts}
    opened = [one.obligation for one in accounts if one.obligation.event_id == last.event.id]
    for one in opened:
        assert one.kind in kind.opens
        assert one.debtor_id != one.creditor_id
        assert {one.debtor_id, one.creditor_id} <= who | {ME}
        assert one.opened_on == on <= one.due_on
    if opened:
        assert any(ME in (one.debtor_id, one.creditor_id) for one in opened)


def test_what_opens_nothing_asks_for_no_reply() -> None:
    on = date.fromisoformat(DAY)
    reached = voucher(1, "outreach", on, (1, 2), no_due=True, expect_reply=True)
    with pytest.raises(Unreadable, match="Choose one"):
        EVENT_KINDS["outreach"].refuse(reached, me=1)
    EVENT_KINDS["outreach"].refuse(voucher(1, "outreach", on, (1, 2), no_due=True), me=1)


YOU, LEAD, AL, DEE = 1, 2, 3, 4
FIRST = date.fromisoformat(DAY)
MADE = voucher(1, "introduction", FIRST, (LEAD, YOU, AL))
WRONG = voucher(2, "problem", FIRST, (AL, YOU), introduction_id=1)
WORDS = {
    "an introduction to oneself": (
        [voucher(1, "introduction", FIRST, (YOU, AL, AL))],
        "Nobody can be introduced to themselves.",
        "netlog intro CLIENT PROVIDER names two different contacts.",
    ),
    "an introduction by one of the two": (
        [voucher(1, "introduction", FIRST, (YOU, YOU, AL))],
        "The introducer cannot be one of the two who are introduced.",
        "Where somebody else introduced you: netlog intro me NAME --by WHO.",
    ),
    "the culprit in place of the culprit": (
        [MADE, WRONG, voucher(3, "introduction", FIRST, (LEAD, YOU, AL), replaces_id=1)],
        "Whom e1 had a problem with cannot make up for it.",
        "--replaces is for an introduction to somebody better.",
    ),
    "in place of what nobody complained of": (
        [MADE, voucher(3, "introduction", FIRST, (LEAD, YOU, DEE), replaces_id=1)],
        "For e1 the introducer owes neither of the two a replacement.",
        "A replacement is owed after netlog problem EVENT TEXT --with WHO.",
    ),
    "a problem with whoever introduced them": (
        [MADE, voucher(2, "problem", FIRST, (LEAD, YOU), introduction_id=1)],
        "A problem is with one of the two whom e1 brought together.",
        "--with names the client or the provider.",
    ),
    "a problem for somebody else": (
        [MADE, voucher(2, "problem", FIRST, (AL, DEE), introduction_id=1)],
        "Harmed is the other one whom e1 brought together.",
        "Where the introduction is wrong: netlog edit e1",
    ),
    "a problem before its introduction": (
        [MADE, voucher(2, "problem", FIRST - timedelta(1), (AL, YOU), introduction_id=1)],
        "The problem on 2026-10-31 cannot be older than the introduction on 2026-11-01.",
        "",
    ),
    "a problem before an introduction of an unknown day was told": (
        [
            voucher(1, "introduction", FIRST, (LEAD, YOU, AL), undated=True),
            voucher(2, "problem", FIRST - timedelta(1), (AL, YOU), introduction_id=1),
        ],
        (
            "Nobody knows the day of e1, so nothing can have come of it before it was told,"
            " on 2026-11-01."
        ),
        "netlog edit e1 --on DAY says which day it was.",
    ),
    "a promise to oneself": (
        [voucher(1, "promise", FIRST, (YOU, YOU), about="x")],
        "A promise needs somebody to keep it for.",
        "Yours: --to WHO. Somebody else's to you: --by WHO.",
    ),
    "a promise among others": (
        [voucher(1, "promise", FIRST, (AL, DEE), about="x")],
        "What others promise each other is not yours to track.",
        "",
    ),
    "a promise due before it was made": (
        [voucher(1, "promise", FIRST, (YOU, AL), about="x", due_on=FIRST - timedelta(1))],
        "It cannot be due on 2026-10-31, before it was promised on 2026-11-01.",
        "--on is the day of the promise, --due the day by which it was promised.",
    ),
}


@pytest.mark.parametrize(("told", "message", "hint"), WORDS.values(), ids=WORDS)
def test_a_refusal_says_why_and_what_to_do(told: list[Voucher], message: str, hint: str) -> None:
    *_, last = told
    facts = Facts(YOU, {each.event.id: each for each in told}, terms={0: Terms()})
    with raising(Refused, message, hint):
        EVENT_KINDS[last.event.kind].refuse(last, YOU)
        project(facts, judged=[last])

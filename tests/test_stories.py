"""The facts that the five stories state, one by one, through the real command and its JSON."""

from collections.abc import Callable
from typing import Any

import pytest

from netlog.cli.stories import Step, stories
from tests.support.program import Result

Netlog = Callable[..., Result]
READERS = ("due", "report")
PARTNER, REFLECTION, SILENCE, COFFEE, BROKER = stories()


def tell(netlog: Netlog, steps: list[Step], until: str = "9999") -> None:
    """Type what a story records, up to and with a day."""
    for step in steps:
        if step.argv[0] not in READERS and step.today <= until:
            netlog(*step.argv, today=step.today)


def due(netlog: Netlog, today: str) -> dict[str, Any]:
    return dict(netlog("due", "--json", today=today).json)


def lines(netlog: Netlog, today: str, side: str) -> list[tuple[str, str, str]]:
    """The items of one side: who owes, what kind, due when."""
    return [
        (item["debtor"], item["kind"], item["due_on"])
        for item in due(netlog, today)["items"]
        if item["side"] == side
    ]


def verdict(netlog: Netlog, who: str, today: str) -> str:
    return str(netlog("report", who, "--json", today=today).json["verdict"])


def test_the_partner_who_never_came_back(netlog: Netlog) -> None:
    tell(netlog, PARTNER.chapters[0])
    day = "2026-10-05"

    assert lines(netlog, day, "mine") == []
    assert lines(netlog, day, "check-in") == [("me", "check-response", "2026-09-26")]
    assert lines(netlog, day, "theirs") == [
        ("Rob Ellis", "thanks", "2026-09-24"),
        ("Rob Ellis", "promise", "2026-09-24"),
        ("Rob Ellis", "thanks", "2026-09-29"),
        ("Joan Webb", "thanks", "2026-09-29"),
    ]
    assert due(netlog, day)["not_yet_due"] == 1
    assert verdict(netlog, "Rob Ellis", day) == "hold off"
    assert verdict(netlog, "Peak Marketing", day) == "hold off"


def test_the_partner_sends_one_of_two_referrals(netlog: Netlog) -> None:
    tell(netlog, PARTNER.chapters[0])
    promise = next(item for item in due(netlog, "2026-10-05")["items"] if item["kind"] == "promise")
    assert (promise["done"], promise["times"]) == (0, 2)

    netlog("done", str(promise["id"]), "--times", "1", today="2026-10-05")

    now = due(netlog, "2026-10-05")["items"]
    assert [(one["done"], one["times"]) for one in now if one["id"] == promise["id"]] == [(1, 2)]


def test_the_referral_that_reflected_on_its_giver(netlog: Netlog) -> None:
    tell(netlog, REFLECTION.chapters[0])
    day = "2026-03-20"

    assert verdict(netlog, "Jo Young", day) == "hold off"
    amy = netlog("report", "Amy Ruiz", "--json", today=day).json
    assert amy["verdict"] != "hold off"
    told = amy["introductions"]
    assert (told["by_them"], told["problems"], told["recovered"], told["happy"]) == (2, 1, 1, 1)
    mine = [item for item in due(netlog, day)["items"] if item["side"] == "mine"]
    assert [(item["kind"], item["creditor"], item["event"]["id"]) for item in mine] == [
        ("thanks", "Amy Ruiz", "e1"),
        ("thanks", "Amy Ruiz", "e3"),
    ]


def test_the_problem_reflects_until_it_is_made_up_for(netlog: Netlog) -> None:
    tell(netlog, REFLECTION.chapters[0], until="2026-03-04")
    before = netlog("report", "Amy Ruiz", "--json", today="2026-03-09").json
    assert [one["kind"] for one in before["evidence"] if one["against"] > 0] == ["problem"]


def test_the_routine_after_a_referral(netlog: Netlog) -> None:
    steps = REFLECTION.chapters[1]
    tell(netlog, steps, until="2026-04-01")
    assert lines(netlog, "2026-04-05", "check-in") == [("me", "check-response", "2026-04-05")]

    netlog("check", "e1", "--silent", today="2026-04-05")
    assert lines(netlog, "2026-04-07", "check-in") == []
    assert [kind for _, kind, _ in lines(netlog, "2026-04-08", "check-in")] == ["check-response"]

    netlog("check", "e1", "--responded", "--on", "2026-04-07", today="2026-04-08")
    web = netlog("report", "Web Works", "--json", today="2026-04-08").json
    assert web["record"]["response"]["late"] == 1
    assert web["evidence"][0]["due_on"] == "2026-04-04"
    assert web["evidence"][0]["settled_on"] == "2026-04-07", "3 days late"
    assert lines(netlog, "2026-05-01", "check-in") == [("me", "check-outcome", "2026-05-01")]

    netlog("check", "e1", "--happy", today="2026-05-01")
    assert lines(netlog, "2026-05-01", "check-in") == []
    assert netlog("report", "Web Works", "--json", today="2026-05-01").json["introductions"][
        "happy"
    ]


def test_not_the_slightest_acknowledgement(netlog: Netlog) -> None:
    tell(netlog, SILENCE.chapters[0])
    day = "2026-05-19"

    assert lines(netlog, day, "theirs") == [
        ("Com Serve", "reply", "2026-05-11"),
        ("Pro Net", "promise", "2026-05-12"),
        ("Helena Hart", "thanks", "2026-05-18"),
    ]
    everything = netlog("due", "--all", "--json", today=day).json["items"]
    assert "Max Berg" not in {item["debtor"] for item in everything}
    helena = netlog("report", "Helena Hart", "--json", today=day).json
    assert helena["record"]["response"]["on_time"] == 1
    assert helena["record"]["thanks"]["overdue"] == 1
    mine = netlog("report", "me", "--json", today=day).json
    assert mine["record"]["reply"]["on_time"] == 1


def test_the_coffee_and_the_invite(netlog: Netlog) -> None:
    tell(netlog, COFFEE.chapters[0], until="2026-06-17")
    coffee = due(netlog, "2026-06-24")["items"][1]

    assert (coffee["about"], coffee["side"], coffee["days_overdue"]) == (
        "days for a coffee",
        "mine",
        20,
    )
    assert verdict(netlog, "Demo Soft", "2026-06-20") == "with care"

    netlog("done", str(coffee["id"]), today="2026-06-24")
    mine = netlog("report", "me", "--json", today="2026-06-24").json
    assert mine["record"]["promise"]["late"] == 1


def test_the_broker_of_silent_leads(netlog: Netlog) -> None:
    tell(netlog, BROKER.chapters[0])
    day = "2026-02-07"

    theirs = [item for item in due(netlog, day)["items"] if item["side"] == "theirs"]
    assert [(item["debtor"], item["kind"], item["due_on"]) for item in theirs] == [
        ("Prospect One", "reply", "2026-01-08"),
        ("Prospect Two", "reply", "2026-01-09"),
        ("Lead Co", "promise", "2026-01-29"),
        ("Lead Co", "apology", "2026-02-07"),
        ("Lead Co", "apology", "2026-02-07"),
    ]
    assert [item["attempts"] for item in theirs] == [3, 2, 0, 0, 0]
    one = netlog("report", "Prospect One", "--json", today=day).json
    assert one["attempts"]["channels"] == {"phone": 2, "email": 1}
    later = lines(netlog, "2026-02-13", "theirs")
    assert [kind for _, kind, _ in later].count("replacement") == 2, "once due"


@pytest.mark.parametrize(
    ("field", "count"),
    [("by_them", 2), ("responded", 0), ("problems", 2), ("recovered", 0), ("fees", "150")],
)
def test_the_record_of_the_broker(netlog: Netlog, field: str, count: int | str) -> None:
    tell(netlog, BROKER.chapters[0])
    broker = netlog("report", "Lead Co", "--json", today="2026-02-07").json

    assert broker["verdict"] == "hold off"
    assert broker["introductions"][field] == count
    assert (broker["record"]["reply"]["on_time"], broker["record"]["reply"]["late"]) == (1, 1)


def test_the_demo_tells_all_of_them(netlog: Netlog, ledger: Any) -> None:
    shown = netlog("demo").out

    for told in (
        "1. The partner",
        "2. The referral",
        "3. Not the",
        "4. The coffee",
        "5. The broker",
    ):
        assert told in shown
    assert shown.count("HOLD OFF") >= 3
    assert not ledger.exists(), "the user's own ledger is not touched"


def test_the_demo_tells_one_of_them(netlog: Netlog) -> None:
    assert netlog("demo", "4").out.startswith("4. The coffee")


@pytest.mark.parametrize("typed", ["0", "6", "-1", "x", "1.5"])
def test_the_demo_says_which_there_are(netlog: Netlog, typed: str) -> None:
    told = netlog("demo", "--", typed, code=2).err
    assert told.startswith(f"netlog: There is no story {typed}.\n")
    for story in stories():
        assert f"    {story.title}\n" in told

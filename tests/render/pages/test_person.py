"""The page of one contact, without a browser."""

from datetime import date
from pathlib import Path

import pytest

from netlog.render.forms.facts import Facts
from netlog.render.pages.score import score_bar
from netlog.render.pages.timeline import Scale, timeline
from tests.cli.looking import Netlog, given
from tests.render.pages.story import MAYA, TODAY
from tests.support.program import run_process

OWED = {
    "id": 1,
    "kind": "promise",
    "text": "a quote",
    "debtor": "Rob",
    "creditor": "me",
    "opened_on": "2026-03-01",
    "due_on": "2026-03-11",
    "settled_on": None,
    "standing": "open",
    "days_late": 0,
    "asked": True,
    "event": "e1",
}


def obligation(**changed: object) -> dict[str, object]:
    return OWED | changed


def lines(*obligations: dict[str, object], today: str = "2026-03-21") -> dict[str, tuple[str, str]]:
    """The lines of the first bar of the timeline, by class: where they begin and end."""
    facts = Facts({"today": today, "obligations": list(obligations), "by_person": []})
    bar = next(timeline(facts)[0].iter("li")).findall("svg")[-1]
    return {one.attrib["class"]: (one.attrib["x1"], one.attrib["x2"]) for one in bar.iter("line")}


def test_the_same_ledger_gives_the_same_bytes(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, MAYA)
    pages = {
        run_process(
            ledger, "report", "Maya", "--html", "-", today=TODAY, PYTHONHASHSEED=seed
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(pages) == 1
    assert pages.pop().startswith("<!DOCTYPE html>\n<html")


def test_lateness_is_the_thick_part() -> None:
    late = obligation(standing="late", settled_on="2026-03-21", days_late=10)
    drawn = lines(late)
    assert drawn.keys() == {"time", "lateness", "due"}
    assert drawn["time"][1] == drawn["lateness"][0] == drawn["due"][0]
    begun, due, ended = (float(x.rstrip("%")) for x in (*drawn["time"], drawn["lateness"][1]))
    assert due - begun == pytest.approx(ended - due, abs=0.02)


@pytest.mark.parametrize("standing", ["kept", "open", "waived"])
def test_what_ended_in_time_has_no_thick_part(standing: str) -> None:
    settled = None if standing == "open" else "2026-03-05"
    drawn = lines(obligation(standing=standing, settled_on=settled), today="2026-03-05")
    assert drawn.keys() == {"time", "spare", "due"}


def test_what_is_due_on_the_last_day_there_is_is_drawn() -> None:
    assert lines(obligation(due_on="9999-12-31")).keys() == {"time", "spare", "due"}


def test_what_is_waived_after_its_day_is_not_late() -> None:
    assert lines(obligation(standing="waived", settled_on="2026-03-21")).keys() == {
        "time",
        "spare",
        "due",
    }


@pytest.mark.parametrize(("days", "most"), [(1, 7), (20, 7), (69, 7), (71, 7), (800, 7), (9000, 7)])
def test_a_scale_has_a_few_days_to_find_ones_way_by(days: int, most: int) -> None:
    first = date(2020, 1, 15)
    scale = Scale(first, date.fromordinal(first.toordinal() + days))
    ticks = list(scale.ticks())
    assert len(ticks) <= most
    assert len(ticks) >= (2 if days > 1 else 0)
    places = [scale.at(day) for day, _ in ticks]
    assert places == sorted(places)
    assert all(0 < place < 100 for place in places)


def test_the_bar_of_the_score_is_to_scale() -> None:
    facts = Facts({"score": {"mean": 0.33, "low": 0.12, "high": 0.57, "weight": 4.0}})
    bar = score_bar(facts, "/score")
    interval = bar.find("line[@class='interval']")
    estimate = bar.find("circle")
    assert interval is not None
    assert estimate is not None
    assert (interval.get("x1"), interval.get("x2")) == ("12.00%", "57.00%")
    assert estimate.get("cx") == "33.00%"

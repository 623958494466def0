"""Where people stand, learned from a ledger: when, from what, and where it is kept."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bench.generate import generate
from tests.support.program import Result

Netlog = Callable[..., Result]
DAY, NEXT_MONTH = "2026-11-21", "2026-12-01"


@pytest.fixture
def large(ledger: Path) -> Path:
    ledger.parent.mkdir(parents=True, exist_ok=True)
    generate(ledger, 1_000)
    return ledger


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "netlog"


def somebody(netlog: Netlog, today: str = DAY) -> str:
    items = netlog("report", "--json", today=today).json["items"]
    return str(next(one["name"] for one in items if one["verdict"] != "unknown"))


def test_the_ranking_and_the_report_say_what_was_learned(
    netlog: Netlog, large: Path, cache: Path
) -> None:
    name = somebody(netlog)
    population = netlog("report", "--json", today=DAY).json["population"]

    assert population["people"] >= 20
    assert population["until"] == "2026-10-31"
    shown = (
        f"In your ledger {100 * population['in_time']:.0f} of 100 come in time"
        f" ({population['things']:,} things, {population['people']:,} people, up to 31 Oct)."
    )
    assert shown in netlog("report", today=DAY).err
    assert shown in " ".join(netlog("report", name, today=DAY).out.split())
    assert netlog("report", name, "--json", today=DAY).json["population"] == population


def test_a_report_uses_what_was_kept_and_the_ranking_works_it_out_anew(
    netlog: Netlog, large: Path, cache: Path
) -> None:
    name = somebody(netlog)
    (file,) = cache.iterdir()
    good = file.read_text()
    file.write_text(good.replace('"things": ', '"things": 9'))

    def things(*line: str, today: str = DAY) -> int:
        return int(netlog(*line, "--json", today=today).json["population"]["things"])

    assert str(things("report", name)).startswith("9")
    assert not str(things("report")).startswith("9")
    assert file.read_text() == good
    file.unlink()
    before = things("report", name)
    assert file.read_text() == good
    assert things("report", name, today=NEXT_MONTH) != before or file.read_text() != good


def test_it_can_be_switched_off(netlog: Netlog, large: Path, cache: Path) -> None:
    netlog("config", "set", "score.prior", "built-in")
    population = netlog("report", "--json", today=DAY).json["population"]

    assert (population["kept"], population["failed"], population["people"]) == (3.2, 1.9, 0)
    assert population["until"] is None
    assert "In your ledger" not in netlog("report", today=DAY).err
    assert not cache.exists()


def test_a_young_ledger_learns_and_keeps_nothing(netlog: Netlog, cache: Path) -> None:
    netlog("promise", "a list", "--by", "Rob", "--on", "2026-10-01", "--due", "2026-10-05")

    assert netlog("report", "--json", today=DAY).json["population"]["people"] == 0
    assert not cache.exists()


def test_a_cache_that_cannot_be_written_is_no_error(
    netlog: Netlog, large: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))

    assert netlog("report", "--json", today=DAY).json["population"]["people"] >= 20


def test_reading_never_writes_the_ledger(netlog: Netlog, large: Path, cache: Path) -> None:
    before = hashlib.sha256(large.read_bytes()).hexdigest()
    netlog("report", today=DAY)

    assert hashlib.sha256(large.read_bytes()).hexdigest() == before


def test_what_happens_in_a_month_changes_nothing_before_its_end(
    netlog: Netlog, large: Path, cache: Path
) -> None:
    before = netlog("report", "--json", today=DAY).json["population"]
    name = somebody(netlog)
    netlog("promise", "a list", "--by", name, "--on", "2026-11-01", "--due", "2026-11-02")

    assert netlog("report", "--json", today="2026-11-30").json["population"] == before
    later = netlog("report", "--json", today=NEXT_MONTH).json["population"]
    assert later["things"] > before["things"]
    assert later["until"] == "2026-11-30"

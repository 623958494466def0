"""The first screen on me is the same where a large ledger makes my record too long to be told."""

from datetime import date
from pathlib import Path

import pytest

from netlog.config import Settings
from netlog.domain.wording import Wording
from netlog.ledger.read import report as facts
from netlog.render.report import print_text
from netlog.views.report import report
from tests.bench.generate import LAST_DAY, generate
from tests.cli.looking import Netlog


def screen(ledger: Path, today: date, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The lines of the first screen; in which order kinds came up, no sum tells."""
    found = report(Settings(ledger, today), "me", whole=False)
    print_text(found.report, Wording(found.names.by_id, found.names.me, today), found.changes)
    return sorted(capsys.readouterr().out.splitlines())


def both(
    ledger: Path,
    today: date,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> tuple[list[str], list[str]]:
    """The first screen as the whole record gives it, and added up."""
    whole = screen(ledger, today, capsys)
    monkeypatch.setattr(facts, "LONG", 0)
    return whole, screen(ledger, today, capsys)


@pytest.mark.parametrize("seed", [1, 2])
def test_a_long_record(
    tmp_path: Path,
    seed: int,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    generate(tmp_path / "ledger.db", 1_500, seed)
    whole, added_up = both(tmp_path / "ledger.db", LAST_DAY, capsys, monkeypatch)
    assert added_up == whole
    assert "more, in the evidence" in "".join(whole)


def test_what_a_generated_record_lacks(
    netlog: Netlog,
    ledger: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for command in (
        ("intro", "Dana", "Lee", "--fee", "100", "--on", "2026-05-01"),
        ("check", "e1", "--responded", "--on", "2026-05-03"),
        ("check", "e1", "--worth", "500"),
        ("intro", "me", "Kim", "--by", "Dana", "--for", "a lawyer", "--on", "2026-05-02"),
        ("reach", "me", "--by", "Sam", "--via", "phone", "--on", "2026-05-20"),
        ("reach", "me", "--by", "Sam", "--via", "phone", "--on", "2026-05-24"),
        ("promise", "two names", "--to", "Jo", "--times", "2", "--on", "2026-04-01"),
        ("meet", "Jo", "--on", "2026-04-02"),
        ("thank", "Jo", "--on", "2026-04-20"),
        ("person", "Jo", "--archive"),
    ):
        netlog(*command, today="2026-06-01")
    capsys.readouterr()
    whole, added_up = both(ledger, date(2026, 6, 1), capsys, monkeypatch)
    assert added_up == whole
    assert "Sam made 2 attempts to reach you" in "".join(whole)


@pytest.mark.parametrize("option", ["--evidence", "--json", "--html=report.html"])
def test_what_is_too_long_to_be_listed_is_told_so(
    option: str, netlog: Netlog, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netlog("meet", "Dana", "Sam")
    monkeypatch.chdir(ledger.parent)
    monkeypatch.setattr(facts, "MOST_LINES", 1)
    assert "too long to be told line by line" in netlog("report", "me", option, code=3).err
    assert not Path("report.html").exists()
    netlog("report", "me")
    netlog("report", "Dana", "--json")

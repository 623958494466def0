"""The learned population in the user's cache folder: private, replaceable, never in the way."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from netlog.domain.score.population import Population
from netlog.ledger.file.cache import keep, kept

UNTIL = date(2026, 10, 31)
LEARNED = Population(3.5, 2.25, 380.0, things=2310, people=212, until=UNTIL)
TOO_FEW = Population(half_life=450.0)


@pytest.mark.parametrize("population", [LEARNED, TOO_FEW])
def test_what_was_kept_comes_back(tmp_path: Path, population: Population) -> None:
    folder = tmp_path / "cache" / "netlog"
    keep(folder, "a1", UNTIL, 450, population)

    assert kept(folder, "a1", UNTIL, 450) == population
    (file,) = folder.iterdir()
    assert file.stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700


def test_it_is_of_one_ledger_month_and_setting(tmp_path: Path) -> None:
    keep(tmp_path, "a1", UNTIL, 450, LEARNED)
    keep(tmp_path, "b2", UNTIL, 450, replace(LEARNED, kept=4.0))

    assert kept(tmp_path, "a1", UNTIL, 450) == LEARNED
    assert kept(tmp_path, "a1", date(2026, 11, 30), 450) is None
    assert kept(tmp_path, "a1", UNTIL, 90) is None
    assert kept(tmp_path, "c3", UNTIL, 450) is None


def test_without_a_folder_nothing_is_kept() -> None:
    keep(None, "a1", UNTIL, 450, LEARNED)
    assert kept(None, "a1", UNTIL, 450) is None


GOOD = '{"format": 1, "ledger": "a1", "until": "2026-10-31", "half_life": 450, "population": %s}'


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "7",
        "[" * 100_000,
        GOOD % "[]",
        GOOD % "{}",
        GOOD % '{"kept": 3.2, "people": 1, "age": 7}',
        GOOD % '{"kept": "much", "people": 1}',
        GOOD % '{"kept": NaN, "people": 1, "things": 3}',
        GOOD % '{"kept": 1e9, "people": 1, "things": 3}',
        GOOD % '{"half_life": 0, "people": 1, "things": 3}',
        GOOD % '{"people": 4, "things": 3}',
        "\N{GREEK SMALL LETTER ALPHA}",
    ],
)
def test_a_broken_file_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "population-a1.json").write_text(text, encoding="utf-16")
    assert kept(tmp_path, "a1", UNTIL, 450) is None
    (tmp_path / "population-a1.json").write_text(text, encoding="utf-8")
    assert kept(tmp_path, "a1", UNTIL, 450) is None


def test_what_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    keep(tmp_path / "file" / "netlog", "a1", UNTIL, 450, LEARNED)
    folder = tmp_path / "cache"
    (folder / "population-a1.json").mkdir(parents=True)
    keep(folder, "a1", UNTIL, 450, LEARNED)

    assert kept(folder, "a1", UNTIL, 450) is None
    assert [file.name for file in folder.iterdir()] == ["population-a1.json"], "no draft is left"


def test_it_holds_nothing_but_the_figures(tmp_path: Path) -> None:
    keep(tmp_path, "a1", UNTIL, 450, LEARNED)
    assert json.loads((tmp_path / "population-a1.json").read_text()) == {
        "format": 1,
        "ledger": "a1",
        "until": "2026-10-31",
        "half_life": 450,
        "population": {
            "kept": 3.5, "failed": 2.25, "half_life": 380.0, "things": 2310, "people": 212
        },
    }  # fmt: skip

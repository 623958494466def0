"""Pictures made of characters: to scale, as wide as they may be, and in every encoding."""

import io
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.domain.report.trend import Month
from netlog.domain.score.estimate import Score
from netlog.render.lines import Line
from netlog.render.pictures import CELLS, score_bar, two_years

UNIT = st.floats(0, 1)


def score(low: float, mean: float, high: float) -> Score:
    return Score(mean=mean, low=low, high=high, weight=1.0)


def months(*counts: tuple[int, int]) -> list[Month]:
    return [Month(date(2025, n + 1, 1), *one) for n, one in enumerate(counts)]


def texts(drawn: list[Line]) -> list[str]:
    return [one.plain for one in drawn]


@given(st.tuples(UNIT, UNIT, UNIT).map(sorted))
def test_the_bar_is_to_scale(ends: list[float]) -> None:
    low, mean, high = ends
    bar = score_bar(score(low, mean, high))
    cells = bar.removeprefix("0% ").removesuffix(" 100%")
    assert len(cells) == CELLS
    place = cells.index("●")
    assert cells.count("●") == 1
    assert place / CELLS <= mean <= (place + 1) / CELLS
    likely = [n for n, one in enumerate(cells) if one != "─"]
    assert likely == list(range(likely[0], likely[-1] + 1))
    assert likely[0] / CELLS <= low <= (likely[0] + 1) / CELLS
    assert likely[-1] / CELLS <= high <= (likely[-1] + 1) / CELLS


def test_the_bar_of_a_story() -> None:
    assert score_bar(score(0.12, 0.33, 0.57)) == "0% ──━━━━●━━━━━──────── 100%"


def test_two_years() -> None:
    assert texts(two_years(months((0, 0), (8, 1), (1, 0), (4, 3)))) == [
        "Last two years  by month due; █ is 8",
        "in time  ·█▁▄",
        "not      ·▁·▃",
        "         Apr 2025",
    ]


def test_nothing_in_two_years_is_no_picture() -> None:
    assert two_years(months((0, 0), (0, 0))) == []


@given(st.lists(st.tuples(st.integers(0, 9_999), st.integers(0, 9_999)), min_size=1, max_size=12))
def test_a_block_is_never_lower_for_more_and_nothing_only_for_nothing(
    counts: list[tuple[int, int]],
) -> None:
    drawn = texts(two_years(months(*counts)))
    if not drawn:
        assert set(counts) == {(0, 0)}
        return
    rows = [line[9:] for line in drawn[1:3]]
    both = [(number, block) for row, line in zip(zip(*counts, strict=True), rows, strict=True)
            for number, block in zip(row, line, strict=True)]  # fmt: skip
    for number, block in both:
        assert (block == "·") == (number == 0)
    blocks = [block for _, block in sorted(both)]
    assert "".join(blocks) == "".join(sorted(blocks, key="·▁▂▃▄▅▆▇█".index))
    assert blocks[-1] == "█"


@pytest.mark.parametrize("encoding", ["ascii", "cp437", "latin-1", "cp1252"])
def test_where_the_characters_are_missing_plain_ones_say_the_same(
    encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding=encoding))
    assert score_bar(score(0.12, 0.33, 0.57)) == "0% ..====O=====........ 100%"
    assert texts(two_years(months((0, 0), (12, 1), (9, 0))))[:3] == [
        "Last two years  by month due; in numbers",
        "in time  .+9",
        "not      .1.",
    ]


@pytest.mark.parametrize("columns", [20, 30, 40])
def test_no_picture_is_wider_than_the_terminal(
    columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal(io.StringIO):
        encoding = "utf-8"

        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdout", Terminal())
    monkeypatch.setenv("COLUMNS", str(columns))
    two = [Month(date(2024 + n // 12, n % 12 + 1, 1), n, 1) for n in range(24)]
    heading, *lines = texts(two_years(two))
    assert max(map(len, [*lines, score_bar(score(0.1, 0.5, 0.9))])) <= columns
    assert all(line.endswith(end) for line, end in zip(lines, ("█", "▁", "2025"), strict=True))
    assert heading.startswith("Last two years" if columns >= 33 else f"Last {columns - 9} months")

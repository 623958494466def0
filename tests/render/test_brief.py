"""A brief on a screen: as much of each section as fits, and no more work than that takes."""

from typing import Any

import pytest

from netlog.render import brief
from netlog.render.forms.facts import Facts
from netlog.render.lines import Line

TODAY = "2026-11-21"


def document(needs: int) -> dict[str, Any]:
    empty = "skills emails phones aliases people notes open last_words introduced"
    return {
        **{name: [] for name in empty.split()},
        **dict.fromkeys(("org", "every", "touch_due_on", "archived_on")),
        "name": "Dana Park",
        "today": TODAY,
        "verdict": "unknown",
        "introductions": {"to_them": 0, "by_them": 0},
        "needs": [{"name": "Dana Park", "need": f"n{i}", "since": TODAY} for i in range(needs)],
    }


@pytest.mark.parametrize(("needs", "rows", "shown"), [(3, 24, 3), (400, 24, 20), (400, 3, 1)])
def test_each_line_is_filled_once_however_many_fit(
    monkeypatch: pytest.MonkeyPatch, needs: int, rows: int, shown: int
) -> None:
    filled, printed = [], list[Line]()
    fill = Facts.fill

    def counting(facts: Facts, template: str, at: str = "") -> Any:
        filled.append(at)
        return fill(facts, template, at)

    monkeypatch.setattr(Facts, "fill", counting)
    monkeypatch.setattr(brief, "height", lambda: rows)
    monkeypatch.setattr(brief, "put", printed.extend)
    brief.print_text(document(needs))
    assert len(filled) == needs
    assert (
        len([line for line in printed if "since" in "".join(text for text, _ in line.more)])
        == shown
    )

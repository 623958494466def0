"""What the pages for newcomers say of the house is so."""

import re
from graphlib import TopologicalSorter
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "netlog"
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text()
DECISIONS = (ROOT / "docs" / "decisions.md").read_text()
PATHS = re.findall(r"`((?:[\w.]+/)+(?:[\w.]+)?|[\w]+\.(?:py|css|js|toml))`", ARCHITECTURE)
ROOMS = (ROOT / "src" / "netlog", ROOT, ROOT / "src" / "netlog" / "render" / "pages")
# Files are named by their last part where the room has just been spoken of.
NAMES = {path.name for path in (ROOT / "src").rglob("*") if path.is_file()}


@pytest.mark.parametrize("path", sorted(set(PATHS)))
def test_what_is_named_is_there(path: str) -> None:
    is_whole = any((room / path).exists() for room in ROOMS)
    assert is_whole or ("/" not in path and path in NAMES)


def test_decisions_are_in_the_order_of_their_days() -> None:
    headings = re.findall(r"(?m)^## (.*)$", DECISIONS)
    days = [re.match(r"\d{4}-\d\d-\d\d(?= · )", heading) for heading in headings]
    assert all(days), "each heading begins with its day"
    assert headings
    assert [day[0] for day in days if day] == sorted(day[0] for day in days if day)


def test_what_is_overruled_names_a_later_decision() -> None:
    named = re.findall(r'\*(?:Overruled|Changed) on (\S+), "([^"]+)"', DECISIONS)
    assert named
    for day, title in named:
        assert f"## {day} · {title}\n" in DECISIONS


def test_no_import_goes_round() -> None:
    graph = grimp.build_graph("netlog", cache_dir=None)
    imported = {name: graph.find_modules_directly_imported_by(name) for name in graph.modules}
    order = list(TopologicalSorter(imported).static_order())  # CycleError names the circle
    assert "netlog.errors" in order


# Beside the sink: a bar that is gone before anything is printed, and what stands before a pager.
WRITERS = {"render/sink.py", "render/progress.py", "render/pager.py"}
STREAM = re.compile(
    r"\bprint\(|sys\.std(out|err)(?!\w|\.isatty| is )|\bConsole\(|typer\.(echo|secho)"
)


def test_nothing_reaches_a_terminal_but_through_the_sink() -> None:
    written = {
        str(file.relative_to(SOURCE)): STREAM.search(file.read_text(encoding="utf-8"))
        for file in SOURCE.rglob("*.py")
    }
    assert {name for name, found in written.items() if found} == WRITERS

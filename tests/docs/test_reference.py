"""The reference and the manual page are what the code says, and the manual page renders."""

import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from netlog.cli.commands import COMMANDS
from tests.cli.looking import Netlog
from tests.docs import reference


def test_every_command_documents_itself() -> None:
    commands = reference.described()
    assert [one.name for one in commands] == list(COMMANDS)
    assert reference.undocumented(commands) == []


def test_a_gap_is_noticed() -> None:
    bare = reference.Described("x", "netlog x", [""], [("WHO", "[required]")], [("--y", "")], ())
    assert reference.undocumented([bare]) == [
        "x: no sentence",
        "x: not two examples",
        "x: no help for WHO",
        "x: no help for --y",
    ]


def test_the_pages_are_fresh() -> None:
    assert reference.stale() == [], "python -m tests.docs.reference --write"


def test_a_stale_page_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = tmp_path / "reference.md"
    old.write_text(reference.markdown().replace("## netlog due", "## netlog dew"), encoding="utf-8")
    gone = tmp_path / "netlog.1"
    pages = {old: reference.markdown, gone: reference.manual}
    monkeypatch.setattr(reference, "PAGES", pages)
    assert reference.stale() == [old, gone]


@pytest.mark.parametrize(
    "renderer",
    [["man", "--warnings", "-E", "UTF-8", "-l"], ["groff", "-man", "-Tutf8", "-ww"]],
    ids=lambda argv: argv[0],
)
def test_the_manual_page_renders_without_a_warning(renderer: list[str], tmp_path: Path) -> None:
    if shutil.which(renderer[0]) is None:
        pytest.skip(f"{renderer[0]} is not installed")
    page = tmp_path / "netlog.1"
    page.write_text(reference.manual(), encoding="utf-8")
    ended = subprocess.run(
        [*renderer, str(page)], capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert ended.stderr == ""
    assert 'netlog promise "two referrals" --by Dana' in ended.stdout


def test_the_manual_page_is_installed_with_the_program() -> None:
    project = tomllib.loads((reference.DOCS.parent / "pyproject.toml").read_text("utf-8"))
    shared = project["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"]
    assert shared == {"docs/netlog.1": "share/man/man1/netlog.1"}
    assert reference.DOCS / "netlog.1" in reference.PAGES


def test_the_help_names_the_address_of_the_documentation(netlog: Netlog) -> None:
    project = tomllib.loads((reference.DOCS.parent / "pyproject.toml").read_text("utf-8"))
    address = project["project"]["urls"]["Documentation"]
    assert netlog("--help").out.splitlines()[-1].endswith(f"Documentation: {address}")

"""`report --html`: where the page goes, and where it does not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.looking import Netlog, given, refused
from tests.ledger.test_rights_and_room import as_anybody, foreign
from tests.render.pages.story import MAYA, TODAY
from tests.support.ledgers import snapshot
from tests.support.pages import parsed
from tests.support.program import environment, run_process
from tests.support.somebody_else import needs_root

__all__ = ["foreign"]  # a fixture
# Python would leave the byte code of what it imports cut off at the limit, for everybody after it.
LIMITED = (
    "import resource, sys; sys.dont_write_bytecode = True;"
    "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, -1));"
    "from netlog.__main__ import main; sys.exit(main(sys.argv[1:]))"
)
IMPORTED = (
    "import sys; from netlog.__main__ import main; main(sys.argv[1:]);"
    "print(*[n for n in sys.modules if n.startswith(('xml', 'netlog.render.pages'))],"
    " file=sys.stderr)"
)


@pytest.fixture(autouse=True)
def _story(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, MAYA)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A file that does not exist yet."""
    return tmp_path / "pages" / "maya.html"


def test_a_page_is_private_and_alone(netlog: Netlog, page: Path) -> None:
    page.parent.mkdir()
    told = netlog("report", "Maya", "--html", str(page), today=TODAY)
    assert told.out == f"The report on Maya Lind is in {page}.\n"
    assert page.read_bytes().startswith(b"<!DOCTYPE html>")
    assert page.stat().st_mode & 0o777 == 0o600
    assert list(page.parent.iterdir()) == [page]


def test_standard_output_is_the_same_page(netlog: Netlog, ledger: Path, page: Path) -> None:
    page.parent.mkdir()
    netlog("report", "Maya", "--html", str(page), today=TODAY)
    for encoding in ("utf-8", "ascii", "cp1252"):
        ended = run_process(
            ledger, "report", "Maya", "--html", "-", today=TODAY, PYTHONIOENCODING=encoding
        )
        assert (ended.returncode, ended.stderr) == (0, "")
        assert ended.stdout.encode() == page.read_bytes()


def test_json_beside_the_page_is_what_is_on_it(netlog: Netlog, page: Path) -> None:
    page.parent.mkdir()
    both = netlog("report", "Maya", "--html", str(page), "--json", today=TODAY).json
    assert both.pop("file") == str(page)
    assert both == netlog("report", "Maya", "--json", today=TODAY).json


def test_nothing_is_overwritten_without_force(netlog: Netlog, ledger: Path, page: Path) -> None:
    page.parent.mkdir()
    page.write_text("mine")
    assert "--force" in refused(netlog, ledger, "report", "Maya", "--html", str(page)).err
    assert page.read_text() == "mine"
    netlog("report", "Maya", "--html", str(page), "--force")
    assert page.read_bytes().startswith(b"<!DOCTYPE html>")
    assert page.stat().st_mode & 0o777 == 0o600


def test_a_link_is_followed_only_by_force(netlog: Netlog, ledger: Path, page: Path) -> None:
    page.parent.mkdir()
    link = page.with_name("link.html")
    link.symlink_to(page)
    refused(netlog, ledger, "report", "Maya", "--html", str(link))
    assert not page.exists()
    netlog("report", "Maya", "--html", str(link), "--force")
    assert link.is_symlink()
    assert page.read_bytes().startswith(b"<!DOCTYPE html>")


def test_what_is_no_file_stays(netlog: Netlog, ledger: Path, page: Path) -> None:
    page.parent.mkdir()
    pipe = page.with_name("pipe")
    os.mkfifo(pipe)
    for place in (page.parent, pipe, Path("/dev/null"), ledger):
        refused(netlog, ledger, "report", "Maya", "--html", str(place), "--force")
    assert Path("/dev/null").is_char_device()


def test_settings_ledgers_and_backups_stay(
    netlog: Netlog, ledger: Path, page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.parent.mkdir()
    settings, backup = page.with_name("settings.toml"), page.with_name("backup.db")
    monkeypatch.setenv("NETLOG_CONFIG", str(settings))
    netlog("config", "set", "owner", "Ann")
    netlog("backup", str(backup))
    link = page.with_name("link.html")
    link.symlink_to(settings)
    for place in (settings, backup, link):
        before = place.read_bytes()
        refused(netlog, ledger, "report", "Maya", "--html", str(place), "--force")
        assert place.read_bytes() == before
    netlog("backup", str(settings), "--force", code=3)
    netlog("backup", str(backup), "--force")


def test_a_missing_folder_is_explained(netlog: Netlog, ledger: Path, page: Path) -> None:
    told = refused(netlog, ledger, "report", "Maya", "--html", str(page), code=4)
    assert "no such folder" in told.err
    assert not page.parent.exists()
    told = refused(netlog, ledger, "report", "Maya", "--html", "/dev/null/x", code=4)
    assert "Not a directory" in told.err
    refused(netlog, ledger, "report", "Maya", "--html", "x" * 300, code=4)


@needs_root
def test_missing_rights_are_explained(foreign: Path) -> None:
    foreign.chmod(0o644)
    ended = as_anybody(foreign, "report", "Dana", "--html", str(foreign.with_name("x.html")))
    assert ended.returncode == 4
    assert "Permission denied" in ended.stderr
    assert len(ended.stderr.splitlines()) == 2
    assert list(foreign.parent.iterdir()) == [foreign]


def test_a_full_disk_leaves_nothing(ledger: Path, page: Path) -> None:
    page.parent.mkdir()
    page.write_text("mine")
    before = snapshot(page.parent)
    ended = subprocess.run(
        [sys.executable, "-c", LIMITED, "report", "Maya", "--html", str(page), "--force"],
        env=environment(ledger, TODAY),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 4
    assert "File too large" in ended.stderr
    assert snapshot(page.parent) == before


@pytest.mark.parametrize(
    "options", [["--html", "-", "--json"], ["--force"], ["--json", "--force"]], ids=" ".join
)
def test_options_that_make_no_sense_together(
    netlog: Netlog, ledger: Path, options: list[str]
) -> None:
    refused(netlog, ledger, "report", "Maya", *options, code=2)


def test_a_report_in_text_imports_nothing_of_a_page(ledger: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", IMPORTED, "report", "Maya"],
        env=environment(ledger, TODAY),
        capture_output=True,
        text=True,
        check=True,
    )
    assert ended.stdout
    assert ended.stderr.split() == []


def test_everybody_on_a_page(netlog: Netlog, page: Path) -> None:
    page.parent.mkdir()
    assert netlog("report", "--html", str(page), today=TODAY).out == f"The page is in {page}.\n"
    again = netlog("report", "--html", "-", today=TODAY)
    assert again.out.encode() == page.read_bytes()


def test_a_ranking_by_skill_has_only_their_introductions(netlog: Netlog, page: Path) -> None:
    page.parent.mkdir()
    netlog("person", "Ines Roth", "--skill", "tax")
    asked = ("report", "--html", str(page), "--force", "--json")
    found = netlog(*asked, "--for", "tax", today=TODAY).json
    assert found["skill"] == "tax"
    assert [one["name"] for one in found["items"]] == ["Ines Roth"]
    assert [one["provider"] for one in found["introduced"]] == ["Ines Roth"]
    assert len(netlog(*asked, "--limit", "1", today=TODAY).json["items"]) == 1
    assert len(netlog(*asked, today=TODAY).json["introduced"]) == 2
    before = page.read_bytes()
    assert "known for" in netlog(*asked, "--for", "law", today=TODAY, code=3).err
    assert page.read_bytes() == before


def test_where_nothing_is_recorded_there_is_no_page(
    netlog: Netlog, tmp_path: Path, page: Path
) -> None:
    page.parent.mkdir()
    nowhere = str(tmp_path / "none.db")
    told = netlog("report", "--ledger", nowhere, "--html", str(page), code=None)
    assert "nothing is recorded yet" in told.err
    assert not page.exists()
    netlog("person", "Dana", "--new", "--ledger", nowhere)
    netlog("report", "--ledger", nowhere, "--html", str(page))
    assert "Nobody has a record yet." in page.read_text()


def test_what_would_change_it_and_who_weighs_what_are_on_it(netlog: Netlog) -> None:
    known = netlog("report", "Lind Design", "--json", today=TODAY).json
    page = netlog("report", "Lind Design", "--html", "-", today=TODAY).out
    assert known["would_change"]
    assert known["by_person"]
    assert "<h2>What would help most</h2>" in page
    for n, change in enumerate(known["would_change"]):
        assert f'data-json="/would_change/{n}/score/mean">{change["score"]["mean"]:.0%}<' in page
        assert f'data-json="/would_change/{n}/text">Maya Lind' in page
        new = [one for one in change["ids"] if n == 0 or one not in known["would_change"][0]["ids"]]
        for one in new:
            place = change["ids"].index(one)
            assert f'data-json="/would_change/{n}/ids/{place}">{one}<' in page
    for n, one in enumerate(known["by_person"]):
        if one["lines"]:
            assert f'data-json="/by_person/{n}/name">{one["name"]}<' in page
            assert f'data-json="/by_person/{n}/against">-{one["against"]:.1f}<' in page


def test_what_the_terminal_says_of_introductions_is_on_it(netlog: Netlog) -> None:
    def words(who: str) -> str:
        page = netlog("report", who, "--html", "-", today=TODAY).out
        return " ".join("".join(parsed(page).itertext()).split())

    assert "As a referrer: 1 came well and 0 badly" in words("Maya")
    assert "1 paid lead for 75, 1 answered" in words("Maya")
    assert "1 by them: 1 answered, 1 happy, fees 75" in words("Maya")
    assert "1 to them: 1 answered, 1 problem with them" in words("Maya")
    received = "1 introduction, 1 answered, 1 happy, fees 75"
    assert f"Maya Lind1 introduction, 1 answered, 1 problem{received}" in words("Maya")
    assert f"Maya Lind1 introduction, 1 answered, 1 problem{received}" in words("me")
    assert "Given and received" not in words("Ines")


@pytest.mark.parametrize("who", ["Maya", "me", "Lind Design"])
def test_no_table_is_full_of_noughts_nor_of_words_of_the_code(netlog: Netlog, who: str) -> None:
    page = parsed(netlog("report", who, "--html", "-", today=TODAY).out)
    numbers = [one.text for cell in page.iter("td") for one in cell.iter("data")]
    assert numbers
    assert not {"0", "0.0", "+0.0", "-0.0"} & set(numbers)
    for table in page.iter("table"):
        shown = {"".join(cell.itertext()) for cell in table.iter("th")}
        assert not shown & {"response", "check-response", "check-outcome", "update", "touch"}
    assert "after fading" not in "".join(page.itertext())


def test_the_page_of_a_firm_says_whose_each_line_is(netlog: Netlog) -> None:
    page = parsed(netlog("report", "Lind Design", "--html", "-", today=TODAY).out)
    known = netlog("report", "Lind Design", "--json", today=TODAY).json
    pointers = {one.get("data-json") for one in page.iter()}
    assert {f"/evidence/{n}/who" for n in range(len(known["evidence"]))} <= pointers
    assert {f"/obligations/{n}/debtor" for n in range(len(known["obligations"]))} <= pointers
    alone = parsed(netlog("report", "Maya", "--html", "-", today=TODAY).out)
    assert "/evidence/0/who" not in {one.get("data-json") for one in alone.iter()}


def test_attempts_on_a_page_say_who_was_tried(netlog: Netlog) -> None:
    netlog("reach", "Maya", "--via", "phone", "--on", TODAY, today=TODAY)
    for who in ("Maya", "Lind Design"):
        page = parsed(netlog("report", who, "--html", "-", today="2026-10-09").out)
        told = " ".join("".join(page.itertext()).split())
        assert "you to Maya Lind: 1 attempt since 5 Oct (1 by phone), no answer for 4 days" in told


@pytest.mark.parametrize("what", [["Maya"], ["Maya", "--chronology"], [], ["--referrers"]], ids=str)
def test_a_file_called_as_standard_output(
    netlog: Netlog, ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    told = refused(netlog, ledger, "report", *what, "--html", "-", "--force", code=2)
    assert "--force is for a file" in told.err
    assert not Path("-").exists()
    assert "is in -." in netlog("report", *what, "--html", "./-").out
    assert Path("-").read_bytes().startswith(b"<!DOCTYPE html>")
    refused(netlog, ledger, "report", *what, "--html", "./-")
    netlog("report", *what, "--html", "./-", "--force")


@pytest.mark.parametrize("suffix", ["-journal", "-wal", "-shm"])
def test_the_side_files_of_the_ledger_are_kept_free(
    netlog: Netlog, ledger: Path, tmp_path: Path, suffix: str
) -> None:
    link = tmp_path / "link"
    link.symlink_to(ledger.parent)
    for folder in (ledger.parent, link):
        for force in ([], ["--force"]):
            page = str(folder / f"{ledger.name}{suffix}")
            told = refused(netlog, ledger, "report", "Maya", "--html", page, *force)
            assert "a name that belongs to the ledger" in told.err
    other = link / f"other{suffix}"
    assert netlog("report", "Maya", "--html", str(other)).out.endswith(f"{other}.\n")


def test_a_link_to_a_side_file_is_no_way_around(netlog: Netlog, ledger: Path, page: Path) -> None:
    page.parent.mkdir()
    page.symlink_to(ledger.with_name(f"{ledger.name}-wal"))
    refused(netlog, ledger, "report", "Maya", "--html", str(page), "--force")


@pytest.mark.parametrize("command", ["review", "match"])
def test_no_page_has_rows(command: str, netlog: Netlog, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    told = netlog(command, "--html", str(page), "--plain", code=2).err
    assert "--html and --plain exclude each other" in told
    assert not page.exists()

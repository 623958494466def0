"""New files: on the disk before they have their names, and swept where a command was killed."""

import errno
import fcntl
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from types import ModuleType

import pytest

from netlog.ledger.file import draft, new_folder
from netlog.ledger.file.draft import NameTaken, drafting, publish, sweep
from netlog.ledger.file.new_folder import write_folder
from tests.support.killing import Killing, strace_works
from tests.support.ledgers import dump
from tests.support.program import Result, environment

traced = pytest.mark.skipif(not strace_works(), reason="needs strace, with the right to trace")


@traced
@pytest.mark.parametrize("force", [[], ["--force"]])
def test_a_page_is_on_the_disk_before_its_name_is(
    force: list[str], ledger: Path, netlog: Callable[..., Result], tmp_path: Path
) -> None:
    netlog("meet", "Dana Park")
    pages = tmp_path / "pages"
    pages.mkdir()
    argv = ["report", "Dana", "--html", str(pages / "page.html"), *force]
    killing = Killing(["-m", "netlog", *argv], environment(ledger), pages)
    calls = [
        call for call, _ in killing.points(calls="fsync,fdatasync,link,linkat,rename,renameat")
    ]
    assert len(calls) == 3
    assert [call.startswith("f") for call in calls] == [True, False, True]


@traced
def test_what_a_killed_first_command_left_is_swept_by_the_next(
    ledger: Path, netlog: Callable[..., Result]
) -> None:
    ledger.parent.mkdir(mode=0o700)
    killing = Killing(["-m", "netlog", "meet", "Dana"], environment(ledger), ledger.parent)
    killing.at(("fdatasync", 3))
    left = [file.name for file in ledger.parent.iterdir()]
    assert sorted(name.rpartition(".")[2] for name in left) == ["new", "new-journal"]
    netlog("due")
    assert list(ledger.parent.iterdir()) == []


@pytest.fixture
def swept(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The first draft, which another command sweeps before it is held."""
    drafts: list[Path] = []

    def be_swept(draft: Path, mode: int) -> None:
        if not drafts:
            drafts.append(draft)
            draft.rmdir() if draft.is_dir() else draft.unlink()
        os.chmod(draft, mode)  # noqa: PTH101 - that of Path is what is replaced

    monkeypatch.setattr(Path, "chmod", be_swept)
    return drafts


def test_a_draft_that_is_swept_before_it_is_held_is_begun_again(
    swept: list[Path], tmp_path: Path
) -> None:
    with drafting(tmp_path / "ledger.db") as draft:
        assert draft.exists()
        assert swept not in ([], [draft])


def test_a_folder_that_is_swept_before_it_is_held_is_begun_again(
    swept: list[Path], tmp_path: Path
) -> None:
    folder = tmp_path / "tables"
    write_folder(folder, [("contacts.csv", ["id\n"])], [], force=False)
    assert (folder / "contacts.csv").read_text() == "id\n"
    assert len(swept) == 1


@pytest.mark.parametrize(
    ("module", "begin"), [(draft, draft.drafting), (new_folder, new_folder._drafting)]
)
def test_a_draft_is_begun_under_a_name_that_nobody_has_or_holds(
    module: ModuleType,
    begin: Callable[[Path], AbstractContextManager[object]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    taken, held, free = (tmp_path / f".it.{letter * 8}.new" for letter in "abc")
    taken.touch()
    names, holds, hold = iter((taken, held, free)), iter((False,)), draft.hold
    monkeypatch.setattr(module, "draft_for", lambda _: next(names))
    monkeypatch.setattr(module, "hold", lambda handle: next(holds, None) is None and hold(handle))
    with begin(tmp_path / "it"):
        assert free.exists()
    assert (taken.exists(), free.exists()) == (True, False)


def test_where_the_disk_fails_once_a_file_has_its_name_that_is_told(
    ledger: Path, netlog: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netlog("meet", "Dana Park")
    fsync = os.fsync

    def fail_for_folders(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        fsync(handle)

    monkeypatch.setattr(os, "fsync", fail_for_folders)
    told = netlog("backup", str(tmp_path / "copy.db"))
    assert f"(Input/output error), but {tmp_path / 'copy.db'} has it all." in told.err
    assert dump(tmp_path / "copy.db") == dump(ledger)


def test_where_there_are_no_hard_links_a_name_that_is_taken_meanwhile_stays_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "page.html"

    def be_too_late(*_: object) -> None:
        page.write_text("of another", encoding="utf-8")
        raise PermissionError

    monkeypatch.setattr(os, "link", be_too_late)
    with drafting(page) as draft, pytest.raises(NameTaken):
        publish(draft, page)
    assert page.read_text(encoding="utf-8") == "of another"


def test_where_nobody_can_hold_a_draft_only_an_old_one_is_swept(
    ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", refuse)
    ledger.parent.mkdir()
    old, young = (ledger.with_name(f".ledger.db.{letter * 8}.new") for letter in "ab")
    for left in (old, young):
        left.touch(0o600)
    os.utime(old, (0, 0))
    sweep(ledger)
    assert list(ledger.parent.iterdir()) == [young]
    with drafting(ledger) as draft:
        assert draft.exists()


def test_a_draft_that_somebody_is_at_stays(ledger: Path) -> None:
    ledger.parent.mkdir()
    with drafting(ledger) as draft:
        journal = draft.with_name(draft.name + "-journal")
        journal.touch(0o600)
        os.utime(draft, (0, 0))
        sweep(ledger)
        other = "import sys; from pathlib import Path; from netlog.ledger.file.draft import sweep;"
        subprocess.run(
            [sys.executable, "-c", f"{other} sweep(Path(sys.argv[1]))", ledger], check=True
        )
        assert draft.exists()
        assert journal.exists()
    assert list(ledger.parent.iterdir()) == []


@pytest.mark.parametrize(
    "name",
    [
        ".ledger.db.notes.new",
        ".ledger.db.abcdefgh.new.old",
        ".ledger.db.ABCDEFGH.new",
        ".ledger.db.old.abcdefgh.new",
        "ledger.db.abcdefgh.new",
    ],
)
def test_a_file_of_another_name_is_never_swept(name: str, ledger: Path) -> None:
    ledger.parent.mkdir()
    mine = ledger.with_name(name)
    mine.touch(0o600)
    os.utime(mine, (0, 0))
    sweep(ledger)
    assert mine.exists()


def test_what_is_no_private_file_is_never_swept(ledger: Path) -> None:
    ledger.parent.mkdir()
    shared, folder, link, pipe = (
        ledger.with_name(f".ledger.db.{letter * 8}.new") for letter in "abcd"
    )
    shared.touch()
    shared.chmod(0o644)
    folder.mkdir()
    link.symlink_to(shared)
    os.mkfifo(pipe, 0o600)
    sweep(ledger)
    assert len(list(ledger.parent.iterdir())) == 4

"""Every transcript, and every console block of the docs, prints exactly what it shows."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support import transcripts
from tests.support.program import TODAY, Result, run_process

ROOT = Path(__file__).parents[1]
TRANSCRIPTS = sorted((ROOT / "tests" / "transcripts").glob("**/*.txt"))
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
STORIES = [path for path in TRANSCRIPTS if path.parent.name == "stories"]
# One that tells, asks and checks; what the others print in processes of their own is the same.
IN_PROCESSES = [path for path in STORIES if path.stem == "2-reflection-routine"]

Netlog = Callable[..., Result]


@pytest.fixture(autouse=True)
def downloads(own_home: Path) -> None:
    """What transcripts bring in, where a browser would have put it."""
    shutil.copytree(ROOT / "tests" / "transcripts" / "downloads", own_home / "Downloads")


def _in_process(
    netlog: Netlog, ledger: Path, monkeypatch: pytest.MonkeyPatch, day: str = TODAY
) -> Callable[[transcripts.Command, dict[str, str]], list[str]]:
    def run(command: transcripts.Command, environment: dict[str, str]) -> list[str]:
        if command.copies is not None:
            monkeypatch.chdir(ledger.parent)
            shutil.copy(*command.copies)
            return []
        with monkeypatch.context() as patch:
            for name, value in environment.items():
                patch.setenv(name, value)
            today = environment.get("NETLOG_TODAY", day)
            result = netlog(*command.argv, today=today, code=None)
        return transcripts.printed(result.out, result.err, result.code)

    return run


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_transcript(
    path: Path,
    netlog: Netlog,
    ledger: Path,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> None:
    run = _in_process(netlog, ledger, monkeypatch)
    text = path.read_text(encoding="utf-8")
    now = transcripts.rewritten(text, run, {})
    if request.config.getoption("--update-transcripts"):
        path.write_text(now, encoding="utf-8")
    assert now == text


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_document(
    path: Path,
    netlog: Netlog,
    ledger: Path,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(tmp_path)  # some write files
    text = now = path.read_text(encoding="utf-8")
    exported: dict[str, str] = {}
    for day, block in transcripts.blocks(text):
        run = _in_process(netlog, ledger, monkeypatch, day or TODAY)
        now = now.replace(block, transcripts.rewritten(block, run, exported), 1)
    if request.config.getoption("--update-transcripts"):
        path.write_text(now, encoding="utf-8")
    assert now == text


@pytest.mark.parametrize("path", IN_PROCESSES, ids=lambda path: path.stem)
def test_story_in_processes_of_its_own(path: Path, ledger: Path) -> None:
    for command in transcripts.parse(path.read_text(encoding="utf-8")):
        ended = run_process(
            ledger, *command.argv, today=command.environment.get("NETLOG_TODAY", TODAY)
        )
        shown = transcripts.printed(ended.stdout, ended.stderr, ended.returncode)
        assert shown == command.printed, command.line


def test_there_are_transcripts() -> None:
    assert len(STORIES) >= 6, "five stories, and the routine of the second"

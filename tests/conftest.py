"""What every test gets: a home of its own, and a guard around the real one."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import platformdirs
import pytest
from hypothesis import HealthCheck, settings

from tests.support import collector
from tests.support.once import Once, filling
from tests.support.program import Program

pytest_plugins = ["tests.support.measuring", "tests.support.encrypted"]

# Started in the background, a run ignores Ctrl-C, and so would the programs that it tests.
signal.signal(signal.SIGINT, signal.default_int_handler)

# Half of a run would be waiting for a disk: thousands of ledgers are synced. Where there is memory
# to write to, in which programs may run too, that is as good.
MEMORY = "/dev/shm"  # noqa: S108 - only a place that is fast
_ROOM = 2 << 30  # bytes


def _is_fast_and_free(folder: str) -> bool:
    if not os.path.isdir(folder) or not os.access(folder, os.W_OK):  # noqa: PTH112
        return False
    system = os.statvfs(folder)
    is_free = system.f_bavail * system.f_frsize > _ROOM
    return is_free and not system.f_flag & os.ST_NOEXEC


if "TMPDIR" not in os.environ and _is_fast_and_free(MEMORY):
    os.environ["TMPDIR"] = MEMORY

REAL_PLACES = (
    str(platformdirs.user_data_path("netlog", appauthor=False)),
    str(platformdirs.user_config_path("netlog", appauthor=False)),
)

settings.register_profile(
    "default",
    deadline=None,
    # How long an example takes tells of the machine.
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
# The same few examples on every run of CI: what is red there can be seen again. Elsewhere others
# are tried each time, and sweeps look further.
settings.register_profile(
    "ci", parent=settings.get_profile("default"), derandomize=True, max_examples=50
)
settings.register_profile("sweep", parent=settings.get_profile("default"), max_examples=2_000)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--sweep", action="store_true", help="run the long sweeps as well")
    parser.addoption(
        "--update-transcripts", action="store_true", help="write what the transcripts print now"
    )


def pytest_configure(config: pytest.Config) -> None:
    usual = "ci" if os.environ.get("CI") else "default"
    settings.load_profile("sweep" if config.getoption("--sweep") else usual)
    sys.addaudithook(_refuse_the_real_home)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--sweep"):
        return
    skip = pytest.mark.skip(reason="a long sweep: --sweep runs it")
    for item in items:
        if item.get_closest_marker("sweep"):  # the folder may be called so
            item.add_marker(skip)


def pytest_collection_finish() -> None:
    collector.let_it_rest()


def _refuse_the_real_home(event: str, arguments: tuple[Any, ...]) -> None:
    if event in ("open", "sqlite3.connect", "os.mkdir") and str(arguments[0]).startswith(
        REAL_PLACES
    ):
        message = f"a test touches the real home: {arguments[0]}"
        raise AssertionError(message)


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of the test's own, and no setting from outside."""
    home = tmp_path / "home"
    home.mkdir()
    for name in [name for name in os.environ if name.startswith(("NETLOG_", "XDG_", "COVERAGE_"))]:
        monkeypatch.delenv(name)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(home))
    return home


@pytest.fixture(autouse=True)
def no_key_of_before() -> Iterator[None]:
    """No key that another test of this process named."""
    from netlog.ledger.file.key import own_keys  # after the coverage has begun

    with own_keys():
        yield


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where `once` keeps the home folders of a module."""
    return tmp_path_factory.mktemp("homes")


@pytest.fixture
def once(own_home: Path, homes: Path) -> Once:
    """Fills the home folder as a function does that is called for the first test of a module."""
    return filling(own_home, homes)


@pytest.fixture
def ledger(own_home: Path) -> Path:
    """The path of a ledger that does not exist yet."""
    return own_home / "private" / "ledger.db"


@pytest.fixture
def netlog(
    ledger: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Any]:
    """The program in this process: `netlog("due", "--json", today="2026-10-05")`."""
    monkeypatch.setenv("NETLOG_LEDGER", str(ledger))
    return Program(monkeypatch, capsys).run

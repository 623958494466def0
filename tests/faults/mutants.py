"""Mistakes made in the rules, one at a time, which the tests are to notice.

The tests of the domain try first, then those of the whole program, which hold what the rules say in
words. What was tried is kept in files, so that a run that was given up goes on where it was.
"""

import hashlib
import json
import os
import pkgutil
import resource
from collections.abc import Generator, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from time import process_time

import pytest
from hypothesis import settings

from netlog import domain
from tests.faults.bench import Bench
from tests.faults.mutating import Mutant, Source

ROOT = Path(__file__).parents[2]
RECORDS = ROOT / "build" / "mutants"
STAGES = (
    ("tests/domain",),
    ("tests/cli", "tests/laws/test_cases.py", "tests/render", "tests/test_stories.py",
     "tests/test_transcripts.py", "tests/views"),
)  # fmt: skip
IMPORTED = "ignore::pytest.PytestAssertRewriteWarning"  # what this process has imported already
ARGUMENTS = ("-qq", "-p", "no:cacheprovider", "-W", IMPORTED)
SECONDS, LONGEST_SECONDS = 6, 15  # of the processor: of tests for a mutant, of one test
EXAMPLES = 20
ROOM = 4 * 2**30
Reached = Mapping[str, tuple[float, list[str]]]  # by test: its seconds, and what it calls
KILLED, SURVIVED = "killed", "survived"


def provoke(bench: Bench, size: int, chance: Random) -> Iterator[str]:
    """So many mutants, drawn at random from all; of rules that did not change, the same again."""
    os.environ["CI"] = "true"
    RECORDS.mkdir(parents=True, exist_ok=True)
    sources = {source.module.__name__: source for source in _sources()}
    every = [mutant for source in sources.values() for mutant in source.mutants()]
    seed = chance.random()
    drawn = sorted(every, key=lambda mutant: _hashed(f"{seed} {mutant.label}".encode()))[:size]
    surviving = drawn
    for tests in STAGES:
        surviving = _surviving(tests, sources, surviving)
    for mutant in drawn:
        source = sources[mutant.module]
        where = f"{source.path.relative_to(ROOT)}:{mutant.line}, {mutant.name}"
        yield f"{where}\n{source.difference(mutant)}" if mutant in surviving else ""


def _sources() -> Iterator[Source]:
    for module in pkgutil.walk_packages(domain.__path__, f"{domain.__name__}."):
        yield Source(module.name)


def _surviving(
    tests: Sequence[str], sources: Mapping[str, Source], mutants: Sequence[Mutant]
) -> list[Mutant]:
    """Those of the mutants that some tests do not notice."""
    digest = _digest(tests)
    kept, noted = RECORDS / f"{digest}.jsonl", RECORDS / f"{digest}-reached.json"
    if any(mutant.label not in _tried(kept) for mutant in mutants):
        if not noted.exists():
            _pytest(tests, Notes(sources, noted))
        reached: Reached = json.loads(noted.read_text(encoding="utf-8"))
        _pytest(tests, Trial(sources, mutants, kept, reached))
    tried = _tried(kept)
    return [mutant for mutant in mutants if tried[mutant.label] == SURVIVED]


def _digest(tests: Sequence[str]) -> str:
    """What the rules and their tests are by now."""
    files = [Path(str(domain.__path__[0])), *(ROOT / name for name in tests)]
    inner = [each for file in files for each in (file.rglob("*.py") if file.is_dir() else [file])]
    content = b"".join(file.read_bytes() for file in sorted(inner))
    return _hashed(content)[:12]


def _hashed(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _tried(kept: Path) -> dict[str, str]:
    """What came of each mutant so far."""
    lines = kept.read_text(encoding="utf-8").splitlines() if kept.exists() else []
    return dict(json.loads(line) for line in lines)


def _pytest(tests: Sequence[str], plugin: object) -> None:
    """Run tests with a plugin, in a process forked for it: nothing of it stays in this one."""
    process = os.fork()
    if not process:
        os._exit(pytest.main([*tests, *ARGUMENTS], plugins=[Few(), plugin]))
    _, status = os.waitpid(process, 0)
    assert os.waitstatus_to_exitcode(status) in (0, 1), f"the tests ended with {status}"


class Few:
    """Lets the properties look at few examples: each of them is tried hundreds of times."""

    def pytest_sessionstart(self) -> None:
        """Say so before they are collected."""
        usual = settings.get_profile("ci")
        settings.register_profile("few", parent=usual, max_examples=EXAMPLES)
        settings.load_profile("few")


class Notes:
    """Runs the tests, and notes which functions each of them calls."""

    def __init__(self, sources: Mapping[str, Source], file: Path) -> None:
        self.file, self.reached = file, set[str]()
        self.tests: dict[str, tuple[float, list[str]]] = {}
        self.failed: set[str] = set()
        for source in sources.values():
            source.note(self.reached)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        """Run a test; one that starts others, in which no mistake is made, can judge no mutant."""
        self.reached.clear()
        begun, before = process_time(), _of_others()
        result = yield
        if _of_others() == before:
            self.tests[item.nodeid] = process_time() - begun, sorted(self.reached)
        return result

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Look whether it failed, as it is: such a test can judge no mutant."""
        if report.failed:
            self.failed.add(report.nodeid)

    def pytest_sessionfinish(self) -> None:
        """Write it down."""
        for test in self.failed:
            self.tests.pop(test, None)
        self.file.write_text(json.dumps(self.tests), encoding="utf-8")


def _of_others() -> float:
    """How long the processes that this one started have worked, in seconds."""
    others = resource.getrusage(resource.RUSAGE_CHILDREN)
    return others.ru_utime + others.ru_stime


class Trial:
    """Lets the tests judge each mutant, in a process forked where all of them are collected."""

    def __init__(
        self,
        sources: Mapping[str, Source],
        drawn: Sequence[Mutant],
        kept: Path,
        reached: Reached,
    ) -> None:
        self.sources, self.drawn, self.kept, self.reached = sources, drawn, kept, reached

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Try those that were not tried, in the order in which they were drawn."""
        tried = _tried(self.kept)
        for mutant in self.drawn:
            if mutant.label not in tried:
                process = os.fork()
                if not process:
                    self._judge(mutant, self._chosen(mutant, session.items))
                _, status = os.waitpid(process, 0)
                with self.kept.open("a", encoding="utf-8") as lines:
                    print(json.dumps([mutant.label, KILLED if status else SURVIVED]), file=lines)
        return True

    def _chosen(self, mutant: Mutant, items: Sequence[pytest.Item]) -> list[pytest.Item]:
        """The tests that call the function, the quick ones first."""
        function = f"{mutant.module}:{mutant.name}"
        calling = {
            test: seconds for test, (seconds, called) in self.reached.items() if function in called
        }
        return sorted(
            (item for item in items if item.nodeid in calling),
            key=lambda item: calling[item.nodeid],
        )

    def _judge(self, mutant: Mutant, chosen: Sequence[pytest.Item]) -> None:
        """Be the process in which the mistake is made: it ends well where no test notices."""
        try:
            limit = int(process_time() + SECONDS + LONGEST_SECONDS)
            resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
            resource.setrlimit(resource.RLIMIT_AS, (ROOM, ROOM))
            handle = os.open(os.devnull, os.O_WRONLY)
            os.dup2(handle, 1)
            os.dup2(handle, 2)
            self.sources[mutant.module].put_in_effect(mutant)
            for source in self.sources.values():
                source.forget()
            if chosen:
                chosen[0].config.pluginmanager.register(Strict())
            end = process_time() + SECONDS
            for item in chosen:
                item.ihook.pytest_runtest_protocol(item=item, nextitem=None)
                if process_time() > end:
                    break
        except BaseException:  # noqa: BLE001 - a mistake that nothing survives is noticed
            os._exit(1)
        os._exit(0)


class Strict:
    """Ends a process at the first test that fails."""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Look whether it failed."""
        if report.failed:
            os._exit(1)

"""Mistakes made in the rules, one at a time, which the tests of the domain are to notice.

What was tried is kept in a file, so that a run that was given up goes on where it was.
"""

import hashlib
import json
import os
import pkgutil
import resource
import signal
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from time import monotonic

import pytest
from coverage import Coverage
from hypothesis import settings

from netlog import domain
from tests.faults.bench import Bench
from tests.faults.mutating import Mutant, Source

ROOT = Path(__file__).parents[2]
RECORDS = ROOT / "build" / "mutants"
TESTS = "tests/domain"
IMPORTED = "ignore::pytest.PytestAssertRewriteWarning"  # what this process has imported already
ARGUMENTS = (TESTS, "-qq", "-p", "no:cacheprovider", "-W", IMPORTED)
ENOUGH_SECONDS = 10.0  # of tests for one mutant, the quick ones first
EXAMPLES = 20
ROOM = 4 * 2**30
KILLED, SURVIVED = "killed", "survived"
Reached = Mapping[str, Mapping[str, list[int]]]  # the lines of files that tests reach


def provoke(bench: Bench, size: int, chance: Random) -> Iterator[str]:
    """So many mutants, drawn at random from all."""
    os.environ["CI"] = "true"
    RECORDS.mkdir(parents=True, exist_ok=True)
    kept = RECORDS / f"{_digest()}.jsonl"
    sources = {source.module.__name__: source for source in _sources()}
    every = sorted(
        (mutant for source in sources.values() for mutant in source.mutants()),
        key=lambda mutant: mutant.label,
    )
    drawn = chance.sample(every, min(size, len(every)))
    tried = _tried(kept)
    if any(mutant.label not in tried for mutant in drawn):
        trial = Trial(sources, drawn, kept, _measured(RECORDS / f"{_digest()}-reach.json"))
        assert _pytest(trial) == 0, "the tests of the domain cannot be collected"
        tried = _tried(kept)
    for mutant in drawn:
        if mutant.label in tried:
            source = sources[mutant.module]
            where = f"{source.path.relative_to(ROOT)}:{mutant.lines[0]}, {mutant.name}"
            survived = tried[mutant.label] == SURVIVED
            yield f"{where}\n{source.difference(mutant)}" if survived else ""


def _sources() -> Iterator[Source]:
    for module in pkgutil.walk_packages(domain.__path__, f"{domain.__name__}."):
        yield Source(module.name)


def _digest() -> str:
    """What the rules and their tests are by now."""
    files = [*Path(str(domain.__path__[0])).rglob("*.py"), *(ROOT / TESTS).rglob("*.py")]
    content = b"".join(file.read_bytes() for file in sorted(files))
    return hashlib.sha256(content).hexdigest()[:12]


def _tried(kept: Path) -> dict[str, str]:
    """What came of each mutant so far."""
    lines = kept.read_text(encoding="utf-8").splitlines() if kept.exists() else []
    return dict(json.loads(line) for line in lines)


def _pytest(plugin: object) -> int:
    return int(pytest.main([*ARGUMENTS], plugins=[Few(), plugin]))


class Few:
    """Lets the properties look at few examples: each of them is tried hundreds of times."""

    def pytest_sessionstart(self) -> None:
        """Say so before they are collected."""
        usual = settings.get_profile("ci")
        settings.register_profile("few", parent=usual, max_examples=EXAMPLES)
        settings.load_profile("few")


def _measured(file: Path) -> tuple[Reached, Mapping[str, float]]:
    """Which lines each test reaches, and how long it takes."""
    if not file.exists():
        process = os.fork()  # so that the tests are collected anew here
        if not process:
            os._exit(_pytest(Measure(file)))
        _, status = os.waitpid(process, 0)
        assert status == 0, "the tests of the domain fail as they are"
    reached, seconds = json.loads(file.read_text(encoding="utf-8"))
    return reached, seconds


class Measure:
    """Runs the tests, and writes down which lines each of them reaches."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.coverage = Coverage(data_file=None, source_pkgs=[domain.__name__], config_file=False)
        self.seconds: dict[str, float] = {}

    def pytest_collection_finish(self) -> None:
        """Begin."""
        self.coverage.start()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Run a test, and take note of how long it takes."""
        self.coverage.switch_context(item.nodeid)
        begun = monotonic()
        result = yield
        self.seconds[item.nodeid] = monotonic() - begun
        return result

    def pytest_sessionfinish(self) -> None:
        """Write it down."""
        self.coverage.stop()
        data = self.coverage.get_data()
        reached: dict[str, dict[str, list[int]]] = {}
        for name in data.measured_files():
            by_test: dict[str, list[int]] = defaultdict(list)
            for line, tests in data.contexts_by_lineno(name).items():
                for test in filter(None, tests):
                    by_test[test].append(line)
            reached[str(Path(name).relative_to(ROOT))] = by_test
        self.file.write_text(json.dumps([reached, self.seconds]), encoding="utf-8")


class Trial:
    """Lets the tests judge each mutant, in a process forked where all of them are collected."""

    def __init__(
        self,
        sources: Mapping[str, Source],
        drawn: Sequence[Mutant],
        kept: Path,
        measured: tuple[Reached, Mapping[str, float]],
    ) -> None:
        self.sources, self.drawn, self.kept = sources, drawn, kept
        self.reached, self.seconds = measured

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Try those that were not tried, in the order in which they were drawn."""
        tried = _tried(self.kept)
        for mutant in self.drawn:
            if mutant.label not in tried:
                outcome = self._outcome(mutant, session.items)
                with self.kept.open("a", encoding="utf-8") as lines:
                    print(json.dumps([mutant.label, outcome]), file=lines)
        return True

    def _outcome(self, mutant: Mutant, items: Sequence[pytest.Item]) -> str:
        source = self.sources[mutant.module]
        reached = self.reached.get(str(source.path.relative_to(ROOT)), {})
        chosen: list[pytest.Item] = []
        seconds, (first, last) = 0.0, mutant.lines
        for item in sorted(items, key=lambda item: self.seconds.get(item.nodeid, 0.0)):
            took = self.seconds.get(item.nodeid, 0.0)
            is_reached = any(first <= line <= last for line in reached.get(item.nodeid, ()))
            if is_reached and seconds + took < ENOUGH_SECONDS:
                chosen.append(item)
                seconds += took
        if not chosen:
            return SURVIVED
        process = os.fork()
        if not process:
            self._judge(source, mutant, chosen, seconds)
        _, status = os.waitpid(process, 0)
        return KILLED if status else SURVIVED

    def _judge(
        self, source: Source, mutant: Mutant, chosen: Sequence[pytest.Item], seconds: float
    ) -> None:
        """Be the process in which the mistake is made: it ends well where no test notices."""
        try:
            limit = int(2 * seconds) + 5
            resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
            resource.setrlimit(resource.RLIMIT_AS, (ROOM, ROOM))
            signal.alarm(10 * limit)
            handle = os.open(os.devnull, os.O_WRONLY)
            os.dup2(handle, 1)
            os.dup2(handle, 2)
            source.put_in_effect(mutant)
            chosen[0].config.pluginmanager.register(_Strict())
            for item in chosen:
                item.ihook.pytest_runtest_protocol(item=item, nextitem=None)
        except BaseException:  # noqa: BLE001 - a mistake that nothing survives is noticed
            os._exit(1)
        os._exit(0)


class _Strict:
    """Ends a process at the first test that fails."""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Look whether it failed."""
        if report.failed:
            os._exit(1)

"""The power goes: whatever of the unsynced writes is on the disk then, nothing is lost or torn."""

from collections.abc import Iterator
from random import Random

from tests.faults.bench import Bench, first_of, short
from tests.faults.disk import Left
from tests.faults.recording import Recorder, Step
from tests.faults.scenarios import Stage, some, staged, torn_after

STATES_EACH = 6  # for one of the points of others, as many of them are alike
AT_THE_END = 10  # as many steps does the last one count for: what was said to be done has to stay


def provoke(bench: Bench, size: int, chance: Random) -> Iterator[str]:
    """As many states as that, spread over all steps of all commands.

    States that are alike byte for byte are looked at once, and counted each time.
    """
    stages = [staged(bench, scenario) for scenario in some(size // STATES_EACH, chance)]
    steps = [_steps(bench, stage) for stage in stages]
    total, before = sum(number + AT_THE_END for number in steps), 0
    for stage, number in zip(stages, steps, strict=True):
        wanted = [_share(size, before + step, total) for step in range(number + AT_THE_END)]
        wanted[number - 1 :] = [sum(wanted[number - 1 :])]
        before += number + AT_THE_END
        looked_at: dict[tuple[bool, tuple[tuple[str, bytes | None], ...]], str] = {}
        for step, left, is_told in _states(bench, stage, wanted, chance):
            key = is_told, tuple(left.items())
            if key not in looked_at:
                bench.put_back(left)
                looked_at[key] = first_of(
                    [*torn_after(bench, stage, is_acknowledged=is_told), *bench.faults()]
                )
            wrong = looked_at[key]
            where = f"{stage.scenario.name}, no power after step {step} of {number}"
            yield f"{where}, with {_sizes(left)}: {short(wrong)}" if wrong else ""


def _share(size: int, step: int, total: int) -> int:
    return size * (step + 1) // total - size * step // total


def _steps(bench: Bench, stage: Stage) -> int:
    """How often a command changes something on the disk."""
    count = 0

    def step(_recorder: Recorder) -> None:
        nonlocal count
        count += 1

    _record(bench, stage, step)
    return count


def _states(
    bench: Bench, stage: Stage, wanted: list[int], chance: Random
) -> list[tuple[int, Left, bool]]:
    """So many states after each step of a command."""
    states: list[tuple[int, Left, bool]] = []
    count = 0

    def step(recorder: Recorder) -> None:
        nonlocal count
        number = wanted[count] if count < len(wanted) else 0
        states.extend((count, recorder.disk.left(chance), recorder.is_told) for _ in range(number))
        count += 1

    _record(bench, stage, step)
    return states


def _record(bench: Bench, stage: Stage, step: Step) -> None:
    bench.put_back(stage.files)
    code = Recorder(bench, stage.files, step).run(stage.scenario.program(bench))
    assert code == 0, stage.scenario.name


def _sizes(left: Left) -> str:
    return ", ".join(
        f"{path} ({len(content)})" for path, content in left.items() if content is not None
    )

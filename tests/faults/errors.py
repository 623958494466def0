"""A disk that reports errors: what a command says of it is so, and the ledger stays whole."""

import errno
from collections.abc import Iterator
from random import Random

from tests.faults.bench import Bench, first_of, short
from tests.faults.calls import CHANGING
from tests.faults.scenarios import Stage, wrong_after
from tests.faults.spots import Spot, drawn
from tests.faults.tracing import Ended, Fail

ERRORS = (errno.EIO, errno.ENOSPC, errno.EINTR, errno.EROFS)
CALLS = {
    *CHANGING,
    *["read", "pread64", "close", "fstat", "lseek", "fcntl", "flock", "getdents64", "fchmod"],
}
FOR_EVER, OFTEN = 1_000_000, 100  # no signal comes for ever, and who is interrupted tries again
REFUSED, USAGE, UNUSABLE = 3, 2, 4


def provoke(bench: Bench, size: int, chance: Random) -> Iterator[str]:
    """Let every command that writes fail at so many calls in all."""
    for number, (stage, spot) in enumerate(drawn(bench, size, chance, CALLS)):
        error = ERRORS[number % len(ERRORS)]
        often = OFTEN if error == errno.EINTR else FOR_EVER
        times = often if number // len(ERRORS) % 2 else 1
        wrong = failed(bench, stage, spot, error, times)
        how = f"{errno.errorcode[error]} {'once' if times == 1 else 'for ever'}"
        yield f"{stage.scenario.name}, {how} from {spot}: {short(wrong)}" if wrong else ""


def failed(bench: Bench, stage: Stage, spot: Spot, error: int, times: int) -> str:
    """Let the call fail; what is wrong then."""
    bench.put_back(stage.files)
    ended = spot.reached(bench, stage.scenario.program(bench), Fail(error), times)
    return first_of(_wrong(bench, stage, ended))


def _wrong(bench: Bench, stage: Stage, ended: Ended) -> Iterator[str]:
    if "Traceback" in ended.err or ended.code not in (0, UNUSABLE):
        yield f"exit {ended.code}: {ended.err}"
    if ended.code == UNUSABLE and not ended.err.startswith("netlog: "):
        yield f"no sentence: {ended.err}"
    is_changed = stage.after != stage.before and not stage.scenario.again
    may_be = "may have been written" in ended.err or "output cannot be written" in ended.err
    if ended.code == UNUSABLE and is_changed and not may_be and bench.dump() == stage.after:
        yield f"it is written, though it is said that it was not: {ended.err}"
    yield from wrong_after(bench, stage, is_acknowledged=ended.code == 0)

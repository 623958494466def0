"""A command recorded at its system calls, step by step, as what it does to a model of the disk."""

import os
from collections.abc import Callable
from pathlib import Path, PurePath

from tests.faults.bench import Bench, State
from tests.faults.calls import CHANGING
from tests.faults.disk import Disk, File, Naming, Write
from tests.faults.tracing import Call, Program, traced


class Recorder:
    """Follows a command, and what it changes in the home folder of a bench.

    Attributes:
        disk: the disk by now.
        is_told: whether the command has said that it is done.
    """

    def __init__(self, bench: Bench, files: State, step: "Step") -> None:
        self.home, self.step = str(bench.home), step
        self.disk = Disk(files)
        self.is_told = False
        self._inodes = {
            (bench.home / path).stat().st_ino: file
            for path, file in self.disk.names.items()
            if file is not None
        }

    def run(self, program: Program) -> int:
        """Run the program; its exit code."""
        return traced(program, self._see, self._done).code

    def _see(self, call: Call) -> None:
        """Take note of what is about to be written, while the process still has it."""
        if call.name not in CHANGING or not call.kind.handles or not any(self._paths(call)):
            return
        file = self._inodes.get(call.inode)
        if file is None:
            return
        if call.name == "ftruncate":
            file.pending.append(Write(call.arguments[1], None))
        elif call.name in ("write", "pwrite64"):
            place = call.position if call.name == "write" else call.arguments[3]
            file.pending.append(Write(place, call.memory(*call.arguments[1:3])))

    def _done(self, call: Call, result: int) -> None:
        """Take note of what was done."""
        if call.name not in CHANGING or result < 0:
            return
        if call.name == "write" and call.handle == 1:
            self.is_told = True
        elif any(self._paths(call)):
            self._change(call, self._paths(call), result)
        else:
            return
        self.step(self)

    def _change(self, call: Call, paths: list[str], result: int) -> None:
        if call.name == "openat":
            self._opened(call, paths[0], result)
        elif call.name.startswith("mkdir"):
            self.disk.name(Naming(paths[0], None))
        elif call.name.startswith(("unlink", "rmdir")):
            self.disk.name(Naming(paths[0], ""))
        elif call.name.startswith("link"):
            self.disk.name(Naming(paths[1], self.disk.names[paths[0]]))
        elif call.name.startswith("rename"):
            moved = self.disk.names[paths[0]]
            self.disk.name(Naming(paths[0], ""), Naming(paths[1], moved))
        elif call.name in ("fsync", "fdatasync"):
            file = self._inodes.get(call.inode)
            if file is None:
                self.disk.sync_folder(paths[0])
            else:
                file.sync()

    def _opened(self, call: Call, path: str, handle: int) -> None:
        is_new = path not in self.disk.names
        if is_new and call.arguments[2] & os.O_CREAT:
            file = File()
            self._inodes[Path(f"/proc/{call.process}/fd/{handle}").stat().st_ino] = file
            self.disk.name(Naming(path, file))
        elif call.arguments[2] & os.O_TRUNC and (there := self.disk.names.get(path)) is not None:
            there.pending.append(Write(0, None))

    def _paths(self, call: Call) -> list[str]:
        """The files that a call is about, below the home folder; "" where they are elsewhere."""
        return [self._inside(path.removesuffix(" (deleted)")) for path in call.files]

    def _inside(self, path: str) -> str:
        if path != self.home and not path.startswith(self.home + "/"):
            return ""
        return str(PurePath(path).relative_to(self.home))


Step = Callable[[Recorder], None]

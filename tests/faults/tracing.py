"""A forked process, stopped at its system calls on files: to look, to fail the call, or to kill it.

What strace does, from within: a process forked where everything is imported already takes a tenth
of the time of a new one under strace.
"""

import ctypes
import os
import platform
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import BinaryIO, NamedTuple, NoReturn

from tests.faults.calls import AT_FDCWD, KINDS, Kind

_TRACEME, _GETREGS, _SETREGS, _SYSCALL, _SETOPTIONS = 0, 12, 13, 24, 0x4200
_SYSGOOD, _EXITKILL = 0x1, 0x100000
_STOPPED_AT_A_CALL = signal.SIGTRAP | 0x80
_NO_CALL = 2**64 - 1
CRASHED = 70


class _Registers(ctypes.Structure):
    _fields_ = tuple(
        (name, ctypes.c_ulonglong)
        for name in [
            "r15",
            "r14",
            "r13",
            "r12",
            "rbp",
            "rbx",
            "r11",
            "r10",
            "r9",
            "r8",
            "rax",
            "rcx",
            "rdx",
            "rsi",
            "rdi",
            "orig_rax",
            "rip",
            "cs",
            "eflags",
            "rsp",
            "ss",
            "fs_base",
            "gs_base",
            "ds",
            "es",
            "fs",
            "gs",
        ]
    )


_ARGUMENTS = ("rdi", "rsi", "rdx", "r10", "r8", "r9")
_libc = ctypes.CDLL(None, use_errno=True)
_libc.ptrace.argtypes = (ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p)
_libc.ptrace.restype = ctypes.c_long


@dataclass(frozen=True)
class Call:
    """A system call that a process is about to make."""

    process: int
    kind: Kind
    arguments: tuple[int, ...]

    @property
    def name(self) -> str:
        """What it is called."""
        return self.kind.name

    @cached_property
    def files(self) -> tuple[str, ...]:
        """The files that it is about."""
        by_handle = (self._of_handle(self.arguments[place]) for place in self.kind.handles)
        by_path = (self._of_path(*places) for places in self.kind.paths)
        return (*by_handle, *by_path)

    @property
    def handle(self) -> int:
        """The handle that it is made on."""
        return self.arguments[0]

    @property
    def inode(self) -> int:
        """The file that the handle is on, whatever its names are."""
        return self._within(f"fd/{self.handle}").stat().st_ino

    @property
    def position(self) -> int:
        """Where the next byte of the handle is written."""
        with self._within(f"fdinfo/{self.handle}").open(encoding="ascii") as lines:
            return int(next(lines).split()[1])

    def memory(self, address: int, length: int) -> bytes:
        """What stands in the memory of the process."""
        with self._within("mem").open("rb", buffering=0) as memory:
            memory.seek(address)
            return memory.read(length)

    def _within(self, name: str) -> Path:
        return Path(f"/proc/{self.process}/{name}")

    def _of_handle(self, handle: int) -> str:
        return self._target(f"fd/{_signed(handle)}")

    def _of_path(self, folder: int | None, place: int) -> str:
        path = self._text(self.arguments[place])
        handle = AT_FDCWD if folder is None else _signed(self.arguments[folder])
        return str(Path(self._target("cwd" if handle == AT_FDCWD else f"fd/{handle}"), path))

    def _target(self, name: str) -> str:
        try:
            return str(self._within(name).readlink())
        except OSError:
            return ""

    def _text(self, address: int) -> str:
        if not address:
            return ""
        text = b""
        while b"\0" not in text:
            place = address + len(text)
            piece = self.memory(place, 4096 - place % 4096)  # the next page may not be there
            if not piece:
                break
            text += piece
        return os.fsdecode(text.partition(b"\0")[0])


class Ended(NamedTuple):
    """How a process ended: its exit code, or minus the signal, and what it printed."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Fail:
    """Let the call fail with this error instead."""

    error: int


@dataclass(frozen=True)
class Kill:
    """Kill the process before the call."""


Deed = Fail | Kill | None
Program = Callable[[], int]


@cache
def can_trace() -> bool:
    """Whether this machine is one that is known here, and a process may trace another."""
    if not sys.platform.startswith("linux") or platform.machine() != "x86_64":
        return False
    try:
        return traced(lambda: 0, _unseen).code == 0
    except OSError:
        return False


def _unseen(_call: Call) -> Deed:
    return None


def forked(program: Program) -> Ended:
    """Run a program in a process of its own."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = start(program, out, err)
        code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
        return Ended(code, _text(out), _text(err))


def start(program: Program, out: BinaryIO, err: BinaryIO, *, is_traced: bool = False) -> int:
    """Begin a program in a forked process; the number of that."""
    sys.stdout.flush()
    sys.stderr.flush()
    process = os.fork()
    if not process:
        _be(program, out, err, is_traced=is_traced)
    return process


def _be(program: Program, out: BinaryIO, err: BinaryIO, *, is_traced: bool) -> NoReturn:
    code = CRASHED
    try:
        for handle, file in ((1, out), (2, err)):
            os.dup2(file.fileno(), handle)
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, 0)
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        if is_traced:
            _ptrace(_TRACEME, 0, 0)
            os.kill(os.getpid(), signal.SIGSTOP)
        code = program()
    except BaseException:  # noqa: BLE001 - whatever it is, it is told
        traceback.print_exc()
    finally:
        try:
            sys.stdout.flush()
            sys.stderr.flush()
        finally:
            os._exit(code)


def traced(
    program: Program,
    see: Callable[[Call], Deed],
    done: Callable[[Call, int], None] = lambda *_: None,
) -> Ended:
    """Run a program in a forked process, and stop it at each system call on files.

    Args:
        program: what is run.
        see: is asked what to do at the beginning of a call.
        done: is told what each call returned.
    """
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = start(program, out, err, is_traced=True)
        os.waitpid(process, 0)
        _ptrace(_SETOPTIONS, process, _SYSGOOD | _EXITKILL)
        code = _follow(process, see, done)
        return Ended(code, _text(out), _text(err))


def _follow(process: int, see: Callable[[Call], Deed], done: Callable[[Call, int], None]) -> int:
    registers = _Registers()
    pending: tuple[Call | None, Deed] | None = None
    to_deliver = 0
    while True:
        _ptrace(_SYSCALL, process, to_deliver)
        to_deliver = 0
        status = os.waitpid(process, 0)[1]
        if not os.WIFSTOPPED(status):
            return os.waitstatus_to_exitcode(status)
        if os.WSTOPSIG(status) != _STOPPED_AT_A_CALL:
            to_deliver = os.WSTOPSIG(status)
            continue
        if pending is not None:
            call, deed = pending
            pending = None
            if call is not None:
                _end(process, registers, call, deed, done)
            continue
        _ptrace(_GETREGS, process, ctypes.addressof(registers))
        kind = KINDS.get(registers.orig_rax)
        if kind is None:
            pending = None, None
            continue
        call = Call(process, kind, tuple(getattr(registers, name) for name in _ARGUMENTS))
        deed = see(call)
        if deed is not None:
            registers.orig_rax = _NO_CALL
            _ptrace(_SETREGS, process, ctypes.addressof(registers))
        if isinstance(deed, Kill):
            os.kill(process, signal.SIGKILL)
            return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
        pending = call, deed


def _end(
    process: int,
    registers: _Registers,
    call: Call,
    deed: Deed,
    done: Callable[[Call, int], None],
) -> None:
    _ptrace(_GETREGS, process, ctypes.addressof(registers))
    if isinstance(deed, Fail):
        registers.rax = 2**64 - deed.error
        _ptrace(_SETREGS, process, ctypes.addressof(registers))
    done(call, ctypes.c_longlong(registers.rax).value)


def _ptrace(request: int, process: int, data: int) -> None:
    if _libc.ptrace(request, process, None, data) < 0:
        raise OSError(ctypes.get_errno(), f"ptrace request {request}")


def _signed(handle: int) -> int:
    return ctypes.c_int(handle & 0xFFFFFFFF).value


def _text(file: BinaryIO) -> str:
    file.seek(0)
    return file.read().decode("utf-8", "replace")

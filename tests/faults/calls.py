"""System calls on files, by their numbers on Linux for x86-64, and which arguments name a file."""

from typing import NamedTuple

AT_FDCWD = -100


class Kind(NamedTuple):
    """A system call.

    Attributes:
        name: what it is called.
        handles: the arguments that are handles on a file.
        paths: the arguments that are paths, each with that of the folder it is relative to, if any.
    """

    name: str
    handles: tuple[int, ...] = ()
    paths: tuple[tuple[int | None, int], ...] = ()


_BY_HANDLE = {
    0: "read",
    1: "write",
    3: "close",
    5: "fstat",
    8: "lseek",
    17: "pread64",
    18: "pwrite64",
    72: "fcntl",
    73: "flock",
    74: "fsync",
    75: "fdatasync",
    77: "ftruncate",
    91: "fchmod",
    217: "getdents64",
    285: "fallocate",
}
_BY_PATH = {
    4: "stat",
    6: "lstat",
    21: "access",
    76: "truncate",
    83: "mkdir",
    84: "rmdir",
    87: "unlink",
    89: "readlink",
    90: "chmod",
}
_BY_TWO_PATHS = {82: "rename", 86: "link"}
_BY_FOLDER_AND_PATH = {
    257: "openat",
    258: "mkdirat",
    262: "newfstatat",
    263: "unlinkat",
    268: "fchmodat",
    267: "readlinkat",
    269: "faccessat",
    332: "statx",
    439: "faccessat2",
}
_BY_TWO_OF_BOTH = {264: "renameat", 265: "linkat", 316: "renameat2"}

KINDS = {
    **{number: Kind(name, handles=(0,)) for number, name in _BY_HANDLE.items()},
    **{number: Kind(name, paths=((None, 0),)) for number, name in _BY_PATH.items()},
    **{number: Kind(name, paths=((None, 0), (None, 1))) for number, name in _BY_TWO_PATHS.items()},
    **{number: Kind(name, paths=((0, 1),)) for number, name in _BY_FOLDER_AND_PATH.items()},
    **{number: Kind(name, paths=((0, 1), (2, 3))) for number, name in _BY_TWO_OF_BOTH.items()},
    231: Kind("exit_group"),
}
CHANGING = frozenset(
    [
        "write",
        "pwrite64",
        "fsync",
        "fdatasync",
        "ftruncate",
        "truncate",
        "fallocate",
        "openat",
        "mkdir",
        "mkdirat",
        "rmdir",
        "unlink",
        "unlinkat",
        "link",
        "linkat",
        "rename",
        "renameat",
        "renameat2",
    ]
)

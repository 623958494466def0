"""What may be left when the power goes: all that was synced, and of the rest anything."""

from random import Random

from tests.faults.disk import SECTOR, Disk, File, Naming, Write

OLD, NEW = b"o" * 2 * SECTOR, b"n" * 2 * SECTOR


def left(disk: Disk, path: str) -> set[bytes | None]:
    """What may be in a file then; "gone" where it may have no name."""
    chance = Random(1)  # noqa: S311 - repeatable is what it has to be
    return {disk.left(chance).get(path, b"gone") for _ in range(300)}


def written() -> tuple[Disk, File]:
    disk = Disk({"a": OLD})
    file = disk.names["a"]
    assert file is not None
    file.pending.append(Write(0, NEW))
    return disk, file


def test_what_was_written_is_there_in_any_part_until_it_is_synced() -> None:
    disk, file = written()
    torn = {OLD[:SECTOR] + NEW[SECTOR:], NEW[:SECTOR] + OLD[SECTOR:]}
    assert left(disk, "a") == {OLD, NEW, *torn}
    file.sync()
    assert left(disk, "a") == {NEW}


def test_a_name_is_there_or_not_until_its_folder_is_synced() -> None:
    disk = Disk({"in": None, "in/a": OLD})
    disk.name(Naming("in/a", ""))
    disk.name(Naming("in/b", File(NEW)))
    assert left(disk, "in/a") == {OLD, b"gone"}
    assert left(disk, "in/b") == {NEW, b"gone"}
    disk.sync_folder("in")
    assert (left(disk, "in/a"), left(disk, "in/b")) == ({b"gone"}, {NEW})


def test_what_is_in_a_folder_goes_with_it() -> None:
    disk = Disk({})
    disk.name(Naming("in", None))
    disk.name(Naming("in/a", File(OLD)))
    disk.sync_folder("in")
    assert left(disk, "in/a") == {OLD, b"gone"}
    disk.sync_folder(".")
    assert left(disk, "in/a") == {OLD}

"""Every command that writes, each with the ledger that it is given on."""

import shlex
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random
from shutil import copy

from netlog.ledger.file.backups import folder_of
from tests.faults.bench import Bench, State
from tests.faults.tracing import Program
from tests.support.ledgers import Dump, query

POINTS_EACH = 5
FORMATS = Path(__file__).parents[1] / "ledger" / "formats"

# e1 opens 1 to 4, e2 opens 5 to 9, e3 opens 10.
YEAR = (
    'meet "Dana Park" Sam --on 2026-10-01 --note "the first one"',
    'intro Dana "Acme HR" --for "employee handbook" --via email --on 2026-10-02',
    'promise "two referrals" --by Dana --times 2 --on 2026-10-03',
    "thank me --by Dana --on 2026-10-04",
    "reach Sam --about lunch --on 2026-10-05",
    "person Dora --new --skill tax",
    'note Sam "likes tea"',
    "meet Lee --on 2026-10-06",
)


def _nothing(_bench: Bench) -> None:
    """Prepare nothing."""


@dataclass(frozen=True)
class Scenario:
    """A command that writes.

    Attributes:
        name: what it is called where it fails.
        argv: the command line.
        lines: what is told before.
        prepare: what else is done before.
        again: what brings a ledger that the command did not change to where it would have.
        page: a file, or a folder, in the home folder that it writes.
    """

    name: str
    argv: tuple[str, ...]
    lines: tuple[str, ...] = YEAR
    prepare: Callable[[Bench], None] = _nothing
    again: tuple[str, ...] = ()
    page: str = ""

    def program(self, bench: Bench) -> Program:
        """The command, in a process of its own."""
        return bench.program(self.argv_on(bench))

    def argv_on(self, bench: Bench) -> Sequence[str]:
        """The command line, with the folder of this bench in it."""
        return [word.replace("{folder}", str(bench.folder)) for word in self.argv]

    def written(self, bench: Bench) -> State:
        """The file or the folder that it writes, with what is in it; empty where there is none."""
        if not self.page:
            return {}
        within = f"{self.page}/"
        return {
            name: content
            for name, content in bench.state().items()
            if name == self.page or name.startswith(within)
        }


def _command(line: str, *more: str) -> Scenario:
    return Scenario(line, tuple(shlex.split(line)), (*YEAR, *more))


def _back_up(bench: Bench) -> None:
    (bench.folder / "backup.db").unlink(missing_ok=True)
    bench.tell(f"backup {bench.folder / 'backup.db'}", "meet Kim")


def _part(bench: Bench) -> None:
    other = bench.folder / "laptop.db"
    copy(bench.ledger, other)
    bench.tell("meet Bob", f"--ledger {other} meet Cyd", f"--ledger {other} edit e1 --at Club")


def _damage(bench: Bench) -> None:
    query(bench.ledger, "UPDATE event SET about = 'x' WHERE id = 2")


def _write_a_page(bench: Bench) -> None:
    bench.tell(f"report Dana --html {bench.home / 'page.html'}", "meet Dana Park")


def _write_a_folder(bench: Bench) -> None:
    bench.tell(f"export {bench.home / 'all'}/", "meet Dana Park")


def _list_guests(bench: Bench) -> None:
    rows = (f"Guest {n} Family{n},g{n}@example.org,Firm {n % 50}" for n in range(1_000))
    text = "\n".join(["Name,Email,Company", *rows])
    (bench.folder / "guests.csv").write_text(text, encoding="utf-8")


def _older(name: str) -> Callable[[Bench], None]:
    def write(bench: Bench) -> None:
        bench.ledger.parent.mkdir(mode=0o700, exist_ok=True)
        bench.ledger.touch(mode=0o600)
        with closing(sqlite3.connect(bench.ledger)) as connection:
            connection.executescript((FORMATS / f"{name}.sql").read_text(encoding="utf-8"))

    return write


COMMANDS = (
    Scenario("the first command", ("meet", "Dana Park"), ()),
    _command("meet Kim"),
    _command("talk Kim"),
    _command("intro Sam Kim"),
    _command("promise lunch --to Sam --due 2026-12-01"),
    _command("reach Dana"),
    _command("thank Dana"),
    _command("apologize Sam"),
    _command("note Dana tall"),
    _command("problem e2 rude --with Acme"),
    _command("check e2 --silent"),
    _command("check e2 --worth 100"),
    _command("done 1 3"),
    _command("broken 4"),
    _command("waive 3"),
    _command("snooze 1 --until 2026-12-01"),
    _command("reopen 1", "done 1"),
    _command("person Sam --every 6w --email sam@example.org"),
    _command("person Sam --archive"),
    _command("edit e1 --on 2026-09-30 --note late"),
    _command("delete e1"),
    _command("merge Dana Dora"),
    _command("forget Lee --yes"),
    _command("undo"),
    _command("redo", "undo"),
    Scenario("restore", ("restore", "{folder}/backup.db", "--yes"), YEAR, _back_up),
    Scenario("join", ("join", "{folder}/laptop.db"), YEAR, _part),
    Scenario(
        "report --html --force",
        ("report", "Dana Park", "--html", "{folder}/home/page.html", "--force"),
        prepare=_write_a_page,
        page="page.html",
    ),
    Scenario("import", ("import", "{folder}/guests.csv", "--yes"), YEAR, _list_guests),
    Scenario("doctor --repair", ("doctor", "--repair"), YEAR, _damage, ("doctor", "--repair")),
    *(
        Scenario(f"a migration of {name}", ("due",), (), _older(name), ("due",))
        for name in ("v1", "v2", "v3", "v4")
    ),
)
# Which the model of a disk that loses its power does not know: they give a folder another name.
FOLDERS = (
    Scenario("export of a folder", ("export", "{folder}/home/all/", "--force"), page="all"),
    Scenario(
        "export --force of a folder",
        ("export", "{folder}/home/all/", "--force"),
        prepare=_write_a_folder,
        page="all",
    ),
)


def some(size: int, chance: Random, among: Sequence[Scenario] = COMMANDS) -> Sequence[Scenario]:
    """The commands for so many points: where those are few, some commands at several of theirs."""
    enough = size // POINTS_EACH
    return among if enough >= len(among) else chance.sample(among, max(1, enough))


@dataclass(frozen=True)
class Stage:
    """A command with what its ledger is before it and after, and what it writes beside that."""

    scenario: Scenario
    files: State
    before: Dump | str
    after: Dump | str
    page: tuple[State, State]

    @property
    def may_be_away(self) -> bool:
        """Whether what it writes may be missing for a while: a folder that it replaces."""
        return self.page[1].get(self.scenario.page, b"") is None


def staged(bench: Bench, scenario: Scenario) -> Stage:
    """The command, with its ledger in place."""
    bench.begin(*scenario.lines)
    scenario.prepare(bench)
    files, before, page = bench.state(), bench.dump(), scenario.written(bench)
    said = bench.ask(*scenario.argv_on(bench))
    assert said.code == 0, (scenario.name, said.err)
    stage = Stage(scenario, files, before, bench.dump(), (page, scenario.written(bench)))
    bench.put_back(files)
    return stage


def torn_after(bench: Bench, stage: Stage, *, is_acknowledged: bool) -> Iterator[str]:
    """Whether a ledger is neither as before its command, which was broken off, nor as after."""
    due = bench.ask("due")
    if due.code:
        yield f"due: {due.err or due.code}"
    if stage.scenario.again and bench.dump() != stage.after:
        again = bench.ask(*stage.scenario.again)
        if again.code:
            yield f"{' '.join(stage.scenario.again)}: {again.err or again.code}"
    now = bench.dump()
    if now not in (stage.before, stage.after):
        yield "neither as before nor as after"
    if is_acknowledged and now != stage.after:
        yield "it is lost, though it was said to be done"
    page = stage.scenario.written(bench)
    is_away = not page and stage.may_be_away
    if not (page in stage.page or is_away) or (is_acknowledged and page != stage.page[1]):
        yield f"{stage.scenario.page} is not what it was, nor what it was to be"
    for backup in folder_of(bench.ledger).glob("ledger-*"):
        try:
            is_whole = query(backup, "PRAGMA integrity_check") == [("ok",)]
        except sqlite3.Error:
            is_whole = False
        if not is_whole:
            yield f"{backup.name} is no whole backup"


def wrong_after(bench: Bench, stage: Stage, *, is_acknowledged: bool) -> Iterator[str]:
    """What is wrong with a ledger after its command was broken off; and does it work at once."""
    yield from torn_after(bench, stage, is_acknowledged=is_acknowledged)
    yield from _left_beside(bench, stage)
    doctor = bench.ask("doctor")
    if doctor.code:
        yield f"doctor: {doctor.out}{doctor.err}"
    meet = bench.ask("meet", "Somebody Else", "--new")
    if meet.code:
        yield f"meet: {meet.err or meet.code}"
    names = {path.name for path in bench.ledger.parent.iterdir() if path.is_file()}
    drafts = f".{bench.ledger.name}."
    if strange := [name for name in names if not name.startswith((bench.ledger.name, drafts))]:
        yield f"left behind: {strange}"


def _left_beside(bench: Bench, stage: Stage) -> Iterator[str]:
    """What is beside a file or a folder once the command that was broken off has run again."""
    if not stage.scenario.page:
        return
    again = bench.ask(*stage.scenario.argv_on(bench))
    if again.code:
        yield f"{stage.scenario.name}, again: {again.err or again.code}"
    if stage.scenario.written(bench) != stage.page[1]:
        yield f"{stage.scenario.page}, written again, is not what it was to be"
    usual = {name.partition("/")[0] for name in (*stage.files, stage.scenario.page)}
    if strange := sorted({path.name for path in bench.home.iterdir()} - usual):
        yield f"left beside {stage.scenario.page}: {strange}"

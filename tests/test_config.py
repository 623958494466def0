"""The settings file, read and changed: what is set reads back, and nothing else moves."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import platformdirs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.config import config_path, load, sources
from netlog.config_file import SettingsUnwritable, change
from netlog.errors import Unreadable
from tests.support.ledgers import snapshot
from tests.support.somebody_else import give_away, needs_root, run_without_capabilities

TERMS = ("thanks", "promise", "reply_mine")
KEYS = ("owner", "currency", "date_order", "half_life", *(f"terms.{name}" for name in TERMS))

# Files as people write them: the same settings in every shape that TOML has for them.
SHAPES = {
    "empty": "",
    "only a comment": "# only a comment",
    "all": (
        "# mine\n\nowner = 'Ann' # me\ndate_order = \"dmy\"\n# slow\nhalf_life = 0x16d\n\n"
        "[terms] # days\n# long\n  promise = 21   # since spring\n\nthanks = 1\n# the end\n"
    ),
    "no line end": "[terms]\npromise = 21 # since spring",
    "Windows": "# mine\r\nowner = 'Ann' # me\r\n[terms]\r\npromise = 21 # since spring\r\n",
    "dotted": "terms.promise = 21 # one\nowner = 'Ann' # me\nterms.thanks = 1 # two\n",
    "dotted, once": "terms.promise = 21 # one\n",
    "inline": "terms = { promise = 21, thanks = 1 } # both\nowner = '''Ann\nLee''' # me\n",
    "quoted keys": "\"owner\" = 'Ann' # me\n['terms'] # days\n\"promise\" = 21 # one\n",
    "empty table": "# mine\n[terms]\n# none yet\n",
    "no # comment": "owner = 'Ann # Lee' # me\n",
    "other tables": (
        "[terms] # days\npromise = 21 # one\n[other] # other\nx = 1 # x\n[last]\ny = 'é' # y\n"
    ),
    "torn": "[terms.deep] # deep\nx = 1 # x\n[other] # other\n[terms] # days\npromise = 21 # one\n",
}
COMMENT = re.compile(r"(?<!Ann )#[^\r\n]*")
STEPS = st.lists(
    st.tuples(
        st.sampled_from(KEYS),
        st.none() | st.integers(0, 10**18) | st.text(st.characters(exclude_categories=["Cs"])),
    ),
    max_size=8,
)


def flat(text: str) -> dict[str, Any]:
    """The entries of a settings file, those of a table as "terms.promise"."""
    entries: dict[str, Any] = {}
    for name, value in tomllib.loads(text).items():
        if isinstance(value, dict):
            entries |= {f"{name}.{inner}": one for inner, one in value.items()}
        else:
            entries[name] = value
    return entries


@pytest.fixture
def file(own_home: Path) -> Path:
    return own_home / "settings" / "config.toml"


def written(file: Path, content: str | bytes) -> Path:
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
@given(steps=STEPS)
def test_what_is_set_reads_back_and_all_else_is_kept(
    file: Path, shape: str, steps: list[tuple[str, str | int | None]]
) -> None:
    written(file, shape)
    expected = flat(shape)
    for key, value in steps:
        assert change(file, key, value) == expected.pop(key, None)
        if value is not None:
            expected[key] = value
        text = file.read_bytes().decode()
        assert flat(text) == expected
        kept = text.splitlines()
        assert all(any(one in line for line in kept) for one in COMMENT.findall(shape))


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_setting_back_what_was_changed_leaves_the_lines_as_they_were(
    file: Path, shape: str
) -> None:
    written(file, shape)
    for key, value in flat(shape).items():
        if key in KEYS and value != 0x16D and "\n" not in str(value):  # one way to write it
            change(file, key, 99)
            change(file, key, value)
    as_it_was = shape.replace("'Ann'", '"Ann"').replace("'Ann # Lee'", '"Ann # Lee"')
    assert file.read_bytes().decode().rstrip() == as_it_was.rstrip()


def test_the_comment_of_an_entry_outlives_it(file: Path) -> None:
    written(file, SHAPES["all"])
    change(file, "terms.promise", None)
    assert "# long\n  # since spring\n\nthanks" in file.read_text()


def test_setting_what_is_set_does_not_touch_the_file(file: Path) -> None:
    before = written(file, SHAPES["all"]).stat()
    assert change(file, "half_life", 365) == 365
    assert change(file, "terms.reply_mine", None) is None
    assert file.stat() == before
    assert change(file, "half_life", "365") == 365
    assert file.stat() != before


def test_a_new_file_and_its_folder_are_private(file: Path) -> None:
    old = os.umask(0)
    try:
        change(file, "owner", "Ann")
    finally:
        os.umask(old)
    assert (file.stat().st_mode & 0o777, file.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    written(file, "").chmod(0o644)
    change(file, "owner", "Ann")
    assert file.stat().st_mode & 0o777 == 0o600


def test_unset_begins_no_file(file: Path) -> None:
    assert change(file, "owner", None) is None
    assert not file.parent.exists()


@pytest.mark.parametrize("exists", [True, False])
def test_a_symbolic_link_is_followed(file: Path, own_home: Path, *, exists: bool) -> None:
    target = own_home / "dotfiles" / "netlog.toml"
    if exists:
        written(target, "# mine\n")
    file.parent.mkdir()
    between = own_home / "between.toml"
    between.symlink_to("dotfiles/netlog.toml")
    file.symlink_to(between)
    change(file, "owner", "Ann")
    assert file.is_symlink()
    assert between.is_symlink()
    assert target.read_text() == "# mine\n" * exists + 'owner = "Ann"\n'
    assert [one.name for one in target.parent.iterdir()] == ["netlog.toml"]


DAMAGED = {
    "no TOML": "terms = [",
    "twice": "owner = 'a'\nowner = 'b'\n",
    "not UTF-8": b"owner = '\xff'",
    "UTF-16": "owner = 'a'".encode("utf-16"),
    "NUL": b"owner = 'a'\0",
    "a control character": "owner = '\x1b[2J'",
    "nested without end": "a = " + "[" * 100_000,
    "half written": SHAPES["all"][:30],
}


@pytest.mark.parametrize("value", ["Ann", None])
@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_file_is_left_as_it_is(
    file: Path, content: str | bytes, value: str | None
) -> None:
    written(file, content)
    before = snapshot(file.parent)
    with pytest.raises(Unreadable, match="cannot be read"):
        change(file, "owner", value)
    assert snapshot(file.parent) == before
    with pytest.raises(Unreadable, match="cannot be read"):
        load({"NETLOG_CONFIG": str(file)})


@pytest.mark.parametrize(
    ("content", "key", "value"),
    [
        ("[owner] # not so\nname = 'Ann'\n", "owner", "Ann"),
        ("[terms] # days\n", "terms", None),
        ("terms = 3 # days\n", "terms.promise", 21),
        ("[[terms]] # days\npromise = 3\n", "terms.promise", 21),
    ],
)
def test_what_would_lose_more_than_one_entry_is_refused(
    file: Path, content: str, key: str, value: str | int | None
) -> None:
    written(file, content)
    with pytest.raises(Unreadable, match=key.split(".", maxsplit=1)[0]) as refusal:
        change(file, key, value)
    assert refusal.value.hint.startswith("Nothing was written.")
    assert file.read_text() == content


def test_an_edit_that_goes_wrong_is_not_written(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(file, SHAPES["all"])
    before = snapshot(file.parent)
    monkeypatch.setattr("tomlkit.dumps", lambda _document: "owner = 'Bob'\n")
    with pytest.raises(Unreadable, match="cannot be changed"):
        change(file, "owner", "Bob")
    assert snapshot(file.parent) == before


@pytest.mark.parametrize("kind", ["folder", "null device", "pipe"])
def test_what_is_no_file_is_not_replaced(file: Path, kind: str) -> None:
    file.parent.mkdir()
    if kind == "folder":
        file.mkdir()
    elif kind == "pipe":
        os.mkfifo(file)
    place = Path(os.devnull) if kind == "null device" else file
    with pytest.raises(SettingsUnwritable, match="not a file"):
        change(place, "owner", "Ann")
    assert not place.is_file()


def test_links_in_a_circle(file: Path) -> None:
    file.parent.mkdir()
    file.symlink_to(file.name)
    with pytest.raises(SettingsUnwritable, match="circle"):
        change(file, "owner", "Ann")
    assert file.is_symlink()


def test_a_full_disk_leaves_the_file_and_no_draft(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    written(file, SHAPES["all"])
    before = snapshot(file.parent)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SettingsUnwritable, match="No space left") as refusal:
        change(file, "owner", "Bob")
    assert refusal.value.exit_code == 4
    assert snapshot(file.parent) == before


@needs_root
@pytest.mark.parametrize(
    ("mode", "folder", "code"),
    [(0o644, 0o755, 4), (0o444, 0o777, 4), (0o600, 0o777, 2), (0o666, 0o755, 4), (None, 0o755, 4)],
)
def test_without_rights_nothing_changes(
    mode: int | None, folder: int, code: int, file: Path
) -> None:
    file.parent.mkdir()
    if mode is not None:
        written(file, SHAPES["all"]).chmod(mode)
        give_away(file)
    file.parent.chmod(folder)
    give_away(file.parent)
    before = snapshot(file.parent)
    named = {"PATH": os.environ["PATH"], "NETLOG_CONFIG": str(file)}
    ended = run_without_capabilities(named, "config", "set", "owner", "Bob")
    assert (ended.returncode, ended.stdout) == (code, ""), ended.stderr
    assert "rights" in ended.stderr or "Permission denied" in ended.stderr
    assert len(ended.stderr.splitlines()) == 2
    assert snapshot(file.parent) == before


def test_many_at_once_lose_nothing(file: Path) -> None:
    program = "import sys; from netlog.config_file import *\n"
    program += "change(Path(sys.argv[1]), 'terms.' + sys.argv[2], 1)"
    running = [
        subprocess.Popen([sys.executable, "-c", program, str(file), f"t{number}"])
        for number in range(12)
    ]
    assert [one.wait() for one in running] == [0] * 12
    assert flat(file.read_text()) == {f"terms.t{number}": 1 for number in range(12)}


def test_where_settings_come_from(file: Path) -> None:
    written(file, "owner = 'Ann'\nterms.promise = 21\n")
    environ = {"NETLOG_CONFIG": str(file), "NETLOG_LEDGER": "a.db", "NETLOG_TODAY": "2026-11-21"}
    from_file = {"owner": "file", "terms.promise": "file"}
    assert sources(environ) == {**from_file, "ledger": "environment", "today": "environment"}
    assert sources(environ, Path("b.db"))["ledger"] == "flag"
    assert sources({"NETLOG_CONFIG": str(file)}) == from_file
    assert sources({}) == {}


@pytest.mark.parametrize("config", [None, "", "/c", "/c/"])
@pytest.mark.parametrize("data", [None, "", "/d"])
@pytest.mark.parametrize("home", [None, "/h", "/h/../g"])
def test_folders_are_where_platformdirs_says(
    config: str | None, data: str | None, home: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("XDG_CONFIG_HOME", config), ("XDG_DATA_HOME", data), ("HOME", home)):
        monkeypatch.delenv(name, raising=False)
        if value is not None:
            monkeypatch.setenv(name, value)
    file = platformdirs.user_config_path("netlog", appauthor=False) / "config.toml"
    ledger = platformdirs.user_data_path("netlog", appauthor=False) / "ledger.db"
    assert config_path(os.environ) == file
    assert load({**os.environ, "NETLOG_CONFIG": os.devnull}).ledger == ledger


@pytest.mark.skipif(sys.platform != "linux", reason="says where Linux has it")
def test_a_folder_of_settings_that_depends_on_where_one_stands_is_none() -> None:
    assert config_path({"XDG_CONFIG_HOME": "c", "HOME": "/h"}) == Path(
        "/h/.config/netlog/config.toml"
    )

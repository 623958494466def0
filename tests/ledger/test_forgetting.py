"""Forgetting somebody: no trace of them, nothing of others' gone, all or nothing."""

import shlex
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from netlog.domain.people.forgetting import BAR, SOMEBODY
from netlog.domain.people.forgetting import traces as named_by
from netlog.domain.records import Contact, Detail
from netlog.errors import shell_word
from netlog.folders import make_private
from netlog.ledger.file import waiting
from netlog.ledger.file.backups import backups_of, folder_of
from tests.support.canary import CANARY, LINES, traces
from tests.support.ledgers import faults, query, snapshot
from tests.support.program import Result

Netlog = Callable[..., Result]
EMAIL = "xyzzyva@quuxly.example"

_told: list[bytes] = []  # told once


@pytest.fixture
def told(netlog: Netlog, ledger: Path) -> Path:
    """A ledger with the canary in every field that takes a text."""
    if not _told:
        for line in LINES:
            netlog(*line)
        _told.append(ledger.read_bytes())
    make_private(ledger.parent)
    ledger.write_bytes(_told[0])
    ledger.chmod(0o600)
    return ledger


def as_before(text: str) -> str:
    """What is said of others, with one sign for somebody who was forgotten."""
    known = Contact(0, CANARY, "", "person", is_me=False, organisation_id=None)
    alias = Detail(0, 0, "alias", "Plughton", "")
    barred = named_by(known, [alias], []).blacked_out(text)
    return barred.replace(SOMEBODY, BAR)


def test_what_others_have_stays_as_it_is(netlog: Netlog, told: Path) -> None:
    asked = [("report", name, "--evidence", "--json") for name in ("Dana", "Amy")]
    before = [as_before(netlog(*line).out) for line in asked]
    netlog("forget", CANARY, "--yes")
    assert [as_before(netlog(*line).out) for line in asked] == before
    assert "e3  3 Oct  You introduced Dana Park to somebody forgotten" in netlog("history").out
    assert "e1 " not in netlog("history").out


def test_what_answered_an_introduction_of_others_stays_without_words(
    netlog: Netlog, ledger: Path
) -> None:
    netlog("intro", "me", CANARY, "--by", "Amy Ruiz", "--on", "2026-10-04")
    netlog("meet", CANARY, "--at", "Quuxly", "--on", "2026-10-06")
    netlog("meet", CANARY, "--on", "2026-10-07")
    before = as_before(netlog("report", "Amy", "--json").out)
    netlog("forget", CANARY, "--yes")
    assert as_before(netlog("report", "Amy", "--json").out) == before
    events = [item["id"] for item in netlog("history", "--json").json["items"]]
    assert events == ["e1", "e2"]
    assert traces(ledger.parent) == []
    assert faults(ledger) == []


def test_nobody_nameless_is_listed_or_found(netlog: Netlog, told: Path) -> None:
    netlog("person", CANARY, "--archive")
    netlog("forget", "Plughton", "--yes")
    for line in (("people",), ("people", "--archived"), ("report",), ("match",), ("find", "some")):
        assert SOMEBODY not in netlog(*line).out, line
    owed = netlog("due", "--all", "--json").json["items"]
    assert SOMEBODY not in [item[side] for item in owed for side in ("debtor", "creditor")]
    for name in (SOMEBODY, "somebody", "forgotten", " 3", "3"):
        assert "Nobody in the ledger" in netlog("brief", name, code=3).err
    assert netlog("meet", SOMEBODY, "--new").out
    assert faults(told) == []


def test_what_nobody_can_answer_any_more_is_not_due(netlog: Netlog, ledger: Path) -> None:
    netlog("intro", "me", CANARY, "--by", "Amy Ruiz", "--on", "2026-10-04")
    netlog("forget", CANARY, "--yes")
    (introduction,) = netlog("history", "--json").json["items"]
    open_ones = [item["kind"] for item in introduction["items"] if item["standing"] == "overdue"]
    assert sorted(open_ones) == ["response", "thanks", "update"]
    due = netlog("due", "--all", "--json").json["items"]
    assert sorted(item["kind"] for item in due) == ["thanks", "update"]
    assert {item["creditor"] for item in due} == {"Amy Ruiz"}


def test_what_i_owe_to_who_was_forgotten_says_nothing_of_me(netlog: Netlog, ledger: Path) -> None:
    netlog("intro", CANARY, "Bo Lind", "--for", "law", "--on", "2026-09-04")
    assert netlog("report", "me", "--json").json["score"]["weight"] > 0
    netlog("forget", CANARY, "--yes")
    report = netlog("report", "me", "--json").json
    assert (report["verdict"], report["score"]["weight"]) == ("unknown", 0)
    assert {kind: sum(ended.values()) for kind, ended in report["record"].items()} == {
        "check-response": 1,
        "check-outcome": 1,
    }


def test_who_is_nobody_is_not_named_as_left_over(netlog: Netlog, ledger: Path) -> None:
    netlog("intro", "Amy", CANARY)
    netlog("forget", CANARY, "--yes")
    told = netlog("delete", "e1").out
    assert "to take the contact out: netlog delete Amy" in told
    assert f'netlog delete "{SOMEBODY}"' not in told


@pytest.mark.parametrize("names", [("Amy", CANARY), (CANARY, "Amy")])
def test_a_problem_goes_with_the_introduction_that_goes(
    names: tuple[str, str], netlog: Netlog, ledger: Path
) -> None:
    netlog("intro", "me", CANARY, "--by", "Amy Ruiz", "--on", "2026-10-04")
    netlog("problem", "e1", "never came", "--with", CANARY)
    for name in names:
        netlog("forget", name, "--yes")
    assert netlog("history", "--json").json["items"] == []
    assert faults(ledger) == []


def test_it_shows_what_would_go_and_needs_a_yes(netlog: Netlog, told: Path) -> None:
    before = snapshot(told.parent)
    said = netlog("forget", CANARY, code=3).err
    assert f"Forgetting {CANARY} cannot be taken back." in said
    assert "goes: the contact, 3 events, 4 details" in said
    assert "stays, with somebody forgotten in their place: 5 events" in said
    assert "To do it: add --yes." in said
    assert snapshot(told.parent) == before
    count = said.split("gets bars for the name: ")[1].split()[0]
    assert f"bars   in {count} texts" in netlog("forget", CANARY, "--yes").out


def test_who_else_is_called_so_is_told(netlog: Netlog, ledger: Path) -> None:
    for name in ("Acme, Inc.", "Acme, Inc. West", "Acme"):
        netlog("person", name, "--new")
    asked = netlog("forget", "acme, inc.", code=3).err
    assert "stays, as somebody else: Acme, Inc. West\n" in asked
    assert "Forgot Acme, Inc. No earlier" in netlog("forget", "acme, inc.", "--yes").out


def test_nothing_earlier_can_be_undone_and_numbers_stay_given(netlog: Netlog, told: Path) -> None:
    given = "SELECT name, seq FROM sqlite_sequence WHERE name <> 'statement' ORDER BY name"
    last = query(told, given)
    (origin,) = query(told, "SELECT name FROM origin WHERE id = 1")
    netlog("forget", CANARY, "--yes")
    assert "somebody was forgotten" in netlog("undo", code=3).err
    assert query(told, given) == last
    assert query(told, "SELECT name FROM origin WHERE id = 1") == [origin]
    assert query(told, "SELECT id, command FROM change") == [(1, "netlog forget")]
    netlog("meet", "Dana")
    netlog("undo")
    assert faults(told) == []


def test_who_only_met_the_forgotten_leaves_nothing(netlog: Netlog, ledger: Path) -> None:
    netlog("intro", CANARY, "Lee Ode", "--for", "tax")
    netlog("problem", "e1", "never came", "--with", "Lee")
    netlog("intro", "Lee", "Dana Park", "--replaces", "e1", code=3)
    netlog("intro", CANARY, "Dana Park", "--replaces", "e1")
    netlog("forget", CANARY, "--yes")
    assert netlog("history", "e1").out
    netlog("forget", "Lee", "--yes")
    assert netlog("history", "e1", code=3).err
    assert netlog("history", "e3").out
    assert query(ledger, "SELECT count(*) FROM contact") == [(3,)]
    netlog("forget", "Dana", "--yes")
    assert query(ledger, "SELECT count(*) FROM contact") == [(1,)]
    assert faults(ledger) == []


def test_a_firm_is_forgotten_and_its_people_stay(netlog: Netlog, ledger: Path) -> None:
    netlog(
        "person", "Dana Park", "--new", "--org", "Quuxly", "--skill", "Quuxly", "--skill", "quuxly!"
    )
    assert "belongs to nobody any more: 1 contact" in netlog("forget", "Quuxly", code=3).err
    netlog("forget", "Quuxly", "--yes")
    assert netlog("people", "--json").json["items"][0]["org"] is None
    assert traces(ledger.parent) == []
    assert faults(ledger) == []


def test_a_word_that_is_somebody_elses_too_is_left_and_told(netlog: Netlog, ledger: Path) -> None:
    netlog("meet", "Dana Park", "Dana Fox", "--note", "Dana and Park")
    said = netlog("forget", "Dana Park", "--yes").out
    assert 'left   "dana" in texts, as others are called so too' in said
    assert "note: Dana and █████" in netlog("history").out


def test_you_and_nobody_are_not_forgotten(netlog: Netlog, told: Path) -> None:
    assert "own ledger" in netlog("forget", "me", "--yes", code=3).err
    assert "Nobody in the ledger" in netlog("forget", "Zoe", "--yes", code=3).err
    assert "Nobody in the ledger" in netlog("forget", "Zoe", "--backups", "--yes", code=3).err


@pytest.mark.parametrize(
    "lines",
    [
        [("meet", CANARY), ("undo",), ("meet", "Dana")],
        [("person", CANARY, "--new"), ("delete", CANARY)],
        [("note", "Dana", f"knows {CANARY}")],
    ],
)
@pytest.mark.parametrize("more", [[], ["--backups"]])
def test_a_name_that_nobody_has_any_more_and_the_file_has_is_told_with_how_to_erase_it(
    lines: list[tuple[str, ...]], more: list[str], netlog: Netlog, ledger: Path
) -> None:
    for line in lines:
        netlog(*line)
    said = netlog("forget", CANARY, "--yes", *more, code=3).err
    assert f'netlog person "{CANARY}" --new, and then netlog forget "{CANARY}"' in said
    netlog("person", CANARY, "--new")
    netlog("forget", CANARY, "--yes")
    assert traces(ledger.parent) == []
    said = netlog("forget", CANARY, "--yes", *more, code=3).err
    assert said.startswith(f'netlog: Nobody in the ledger is called "{CANARY}".')


def test_a_backup_is_kept_only_where_it_is_wanted(netlog: Netlog, told: Path) -> None:
    netlog("forget", CANARY, "--yes")
    assert backups_of(told) == []
    said = netlog("forget", "Dana", "--yes", "--keep-backup", "--backups").out
    (kept,) = backups_of(told)
    assert f"The name is still in {kept.path}" in said


def test_backups_that_hold_the_name_are_told(netlog: Netlog, told: Path) -> None:
    netlog("backup")
    (backup,) = backups_of(told)
    said = netlog("forget", CANARY, "--yes")
    assert f"The name is still in {backup.path}" in said.out
    assert f'netlog forget "{CANARY}" --backups' in said.out
    assert f"is erased in {backup.path}" in netlog("forget", CANARY, "--backups", code=3).err
    assert "beside the ledger" in netlog("forget", CANARY, "--backups", "--yes").out
    assert traces(told.parent) == []
    assert faults(backup.path) == []


def test_it_is_forgotten_in_whatever_lies_beside(netlog: Netlog, told: Path) -> None:
    netlog("backup")
    (backup,) = backups_of(told)
    folder, copy = folder_of(told), told.with_name("ledger (Kim's conflicted copy).db")
    kept = backup.path.with_stem(f"{backup.path.stem}-kept")
    damaged, old = folder / "ledger-2026-01-01-101010-damaged", told.with_name("ledger.db.backup-2")
    strange = told.with_name("ledger-notes.db")
    for file in (kept, copy, old):
        shutil.copy(told, file)
    damaged.write_bytes(told.read_bytes()[:5000] + b"Xyzzyva")
    strange.write_text(CANARY)
    said = netlog("forget", CANARY, "--yes", "--backups", "--json").json
    assert said["erased_in"] == [str(file) for file in (old, *sorted([backup.path, kept]), copy)]
    assert said["removed"] == [str(damaged)]
    assert said["still_in"] == []
    strange.unlink()
    assert traces(told.parent) == []
    for file in (backup.path, kept, old, copy):
        assert faults(file) == []


@pytest.mark.parametrize("first_kind_of_page", [b"\x05", b"\xff"])  # the second is none
@pytest.mark.parametrize("name", ["吉田太郎", "\U00020bb7田太郎"])
def test_whatever_the_letters_a_name_is_found_in_the_journal_of_a_backup(
    name: str, first_kind_of_page: bytes, netlog: Netlog, ledger: Path, tmp_path: Path
) -> None:
    cards = tmp_path / "cards.vcf"
    card = f"BEGIN:VCARD\nVERSION:4.0\nFN:{name}\nEND:VCARD\n"
    cards.write_text(card, encoding="utf-8")
    netlog("meet", "Dana")
    netlog("import", str(cards), "--yes")
    netlog("undo")
    for backup in backups_of(ledger):
        backup.path.unlink()
    netlog("backup")
    (backup,) = backups_of(ledger)
    with backup.path.open("r+b") as file:
        file.seek(100)
        file.write(first_kind_of_page)
    netlog("meet", name)
    said = netlog("forget", name, "--yes", "--json").json
    assert said["still_in"] == [str(backup.path)]


def test_a_backup_that_somebody_else_has_open_stays_and_is_told(
    netlog: Netlog, told: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netlog("backup")
    (backup,) = backups_of(told)
    monkeypatch.setattr(waiting, "BUSY_TIMEOUT_SECONDS", 0.1)
    with closing(sqlite3.connect(backup.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        said = netlog("forget", CANARY, "--yes", "--backups", "--json").json
    assert (said["removed"], said["still_in"]) == ([], [str(backup.path)])
    again = netlog("forget", CANARY, "--yes", "--backups", "--json").json
    assert again["erased_in"] == [str(backup.path)]


def do_as_told(netlog: Netlog, said: str) -> None:
    """Type what a forget says that is to be typed for the copies."""
    for line in said.splitlines():
        if line.startswith("To forget it there too: "):
            netlog(*shlex.split(line.partition("netlog ")[2]), "--yes")


def test_what_was_put_aside_and_is_no_ledger_is_not_erased(netlog: Netlog, told: Path) -> None:
    netlog("backup")
    (backup,) = backups_of(told)
    told.write_text(f"A novel by {CANARY}", encoding="utf-8")
    netlog("restore", str(backup.path), "--yes")
    said = netlog("forget", CANARY, "--yes", "--backups").out
    (aside,) = (path for path in folder_of(told).iterdir() if path.suffix != ".db")
    assert f"still in {aside}, which is no ledger; to erase it: rm {aside}" in said
    assert CANARY in aside.read_text(encoding="utf-8")
    aside.unlink()
    assert traces(told.parent) == []


def test_a_former_name_is_forgotten_too(netlog: Netlog, ledger: Path) -> None:
    netlog("meet", CANARY, "Ann Lee", "--new")
    netlog("person", CANARY, "--email", EMAIL, "--phone", "+49 30 1234567")
    netlog("note", "Ann Lee", f"Sister of {CANARY}, {EMAIL}, 030 1234567")
    netlog("person", CANARY, "--rename", "Johanna Weiss")
    for value in (CANARY, EMAIL, "+49 30 1234567"):
        netlog("person", "Johanna Weiss", "--drop", value)
    assert "1 text about others" in netlog("forget", "Johanna Weiss", code=3).err
    netlog("forget", "Johanna Weiss", "--yes")
    assert traces(ledger.parent) == []
    assert f"Sister of {BAR}, {BAR}, {BAR}" in netlog("history").out


def test_a_former_name_that_is_somebody_elses_is_theirs(netlog: Netlog, ledger: Path) -> None:
    netlog("meet", "Ann Lee", "Zoe Berg")
    netlog("person", "Ann Lee", "--rename", "Anna Lehmann")
    netlog("person", "Anna Lehmann", "--drop", "Ann Lee")
    netlog("meet", "Ann Lee", "--new")
    netlog("note", "Zoe Berg", "Knows Ann Lee; Ann and Lee are no words of hers alone")
    netlog("person", "Bob", "--new")
    netlog("person", "Bob", "--rename", "Lee Fox")
    netlog("forget", "Anna Lehmann", "--yes")
    netlog("forget", "Lee Fox", "--yes")
    assert BAR not in netlog("history").out


@pytest.mark.parametrize("joins", ["merge", "rename", "drop"])
def test_by_which_names_the_backups_know_them_is_told(
    joins: str, netlog: Netlog, ledger: Path
) -> None:
    netlog("meet", CANARY, "Ann Lee", "--new")
    netlog("note", "Ann Lee", f"{CANARY} is a friend")
    netlog("person", CANARY, "--email", EMAIL)
    netlog("backup")
    if joins == "merge":
        netlog("meet", "Johanna Weiss", "--new")
        netlog("merge", "Johanna Weiss", CANARY)
    else:
        netlog("person", CANARY, "--rename", "Johanna Weiss")
    if joins == "drop":
        netlog("person", "Johanna Weiss", "--drop", CANARY)
    do_as_told(netlog, netlog("forget", "Johanna Weiss", "--yes").out)
    assert traces(ledger.parent) == []
    assert b"Johanna" not in b"".join(path.read_bytes() for path in folder_of(ledger).iterdir())


@pytest.mark.parametrize("more", [[], ["--yes"], ["--yes", "--backups"]])
@pytest.mark.parametrize("name", ["ledger 2.db", "laptop"])
def test_nobody_is_forgotten_while_a_copy_is_to_be_joined(
    netlog: Netlog, told: Path, name: str, more: list[str]
) -> None:
    copy = told.with_name(name)
    shutil.copy(told, copy)
    netlog("--ledger", str(copy), "meet", "Zoe Ash")
    before = snapshot(told.parent)
    said = netlog("forget", CANARY, *more, code=3).err
    assert f"{name} was told what is not here, and could not be joined" in said
    assert f"netlog join {shell_word(str(copy))}" in said
    assert snapshot(told.parent) == before
    netlog("join", str(copy))
    still_in = netlog("forget", CANARY, "--yes", "--backups", "--json").json["still_in"]
    for path in still_in:
        Path(path).unlink()
    assert traces(told.parent) == []


@pytest.mark.parametrize("more", [[], ["--yes"]])
def test_who_is_only_in_a_copy_that_is_to_be_joined_is_not_forgotten_there(
    netlog: Netlog, told: Path, more: list[str]
) -> None:
    copy = told.with_name("ledger 2.db")
    shutil.copy(told, copy)
    netlog("--ledger", str(copy), "meet", "Zoe Ash")
    before = snapshot(told.parent)
    said = netlog("forget", "Zoe Ash", "--backups", *more, code=3).err
    assert "ledger 2.db was told what is not here, and could not be joined" in said
    assert snapshot(told.parent) == before
    assert "Nobody in the ledger" in netlog("forget", "Amy Nobody", "--backups", code=3).err
    netlog("join", str(copy))
    netlog("forget", "Zoe Ash", "--backups", "--yes")
    assert b"Zoe Ash" not in told.read_bytes() + copy.read_bytes()


def test_a_copy_that_was_cut_off_is_told_by_the_doctor(
    netlog: Netlog, told: Path, tmp_path: Path
) -> None:
    away, copy = tmp_path / "away.db", told.with_name("ledger 2.db")
    shutil.copy(told, away)
    netlog("--ledger", str(away), "meet", "Zoe Ash")
    netlog("forget", CANARY, "--yes")
    netlog("doctor")
    shutil.move(away, copy)
    assert f"{copy} was told other things" in netlog("doctor", code=4).out
    assert "netlog --ledger" in netlog("join", str(copy), code=3).err
    netlog("--ledger", str(copy), "forget", CANARY, "--yes")
    assert f"{copy} was told other things" in netlog("doctor", code=4).out


def test_a_copy_that_holds_nothing_else_is_not_told_by_the_doctor(
    netlog: Netlog, told: Path
) -> None:
    shutil.copy(told, told.with_name("ledger 2.db"))
    netlog("meet", "Zoe Ash")
    netlog("forget", CANARY, "--yes", "--backups")
    netlog("doctor")


def test_a_copy_of_another_name_that_holds_the_name_is_told(netlog: Netlog, told: Path) -> None:
    copy = told.with_name("mine.db")
    netlog("backup", str(copy))
    said = netlog("forget", CANARY, "--yes", "--backups").out
    assert f"The name is still in {copy}, which is a ledger of its own: netlog --ledger" in said
    netlog("--ledger", str(copy), "forget", CANARY, "--yes")
    assert traces(told.parent) == []


def test_a_copy_from_before_is_not_joined_until_it_forgets_too(
    netlog: Netlog, told: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "laptop.db"
    shutil.copy(told, copy)
    netlog("forget", CANARY, "--yes")
    said = netlog("join", str(copy), code=3).err
    assert "from before somebody was forgotten here" in said
    assert "forget NAME" in said
    there = netlog("--ledger", str(copy), "join", str(told), code=3).err
    assert "who is not forgotten here" in there
    netlog("--ledger", str(copy), "forget", CANARY, "--yes")
    netlog("--ledger", str(copy), "meet", "Zoe Ash")
    assert "1 event" in netlog("join", str(copy)).out
    assert faults(told) == []


def test_copies_that_went_apart_before_are_told_so(
    netlog: Netlog, told: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "laptop.db"
    shutil.copy(told, copy)
    netlog("meet", "Zoe Ash")
    for ledger in (told, copy):
        netlog("--ledger", str(ledger), "forget", CANARY, "--yes")
    assert "they went apart, and then" in netlog("join", str(copy), code=3).err


def test_no_name_stays_in_what_tells_an_event_of_a_file_again(
    netlog: Netlog, ledger: Path, tmp_path: Path
) -> None:
    file = tmp_path / "calendar.ics"
    uid = f"{CANARY.split(maxsplit=1)[0]}@example.com"
    file.write_text(
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nBEGIN:VEVENT\n"
        f"UID:{uid}\nDTSTART;VALUE=DATE:20261102\nSUMMARY:Tea\n"
        "ATTENDEE;CN=Dana Park:mailto:dana@example.com\nEND:VEVENT\nEND:VCALENDAR\n",
        encoding="utf-8",
    )
    netlog("meet", CANARY, "--new")
    netlog("import", str(file), "--yes")
    assert uid.casefold() in str(query(ledger, "SELECT max(source) FROM event")[0][0])
    netlog("forget", CANARY, "--yes", "--backups")
    assert traces(ledger.parent) == []

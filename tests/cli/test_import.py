"""netlog import: what comes of files, what stays as it is, and what takes it back."""

import csv
import io
import json
import time
from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from itertools import permutations, starmap
from pathlib import Path
from unittest.mock import ANY

import pytest

from netlog.actions.desk import Desk
from netlog.actions.importing import advance
from netlog.actions.importing.bringing import bring_in
from netlog.actions.importing.sources import How
from netlog.cli.files import sources
from netlog.config import load
from tests.cli.test_asking import Terminal
from tests.support.ledgers import dump, faults, query
from tests.support.program import Result

Netlog = Callable[..., Result]
GOLDEN = Path(__file__).parents[1] / "exchange" / "golden"
EVERY_KIND = [
    str(GOLDEN / name)
    for name in (
        *("linkedin.csv", "google.csv", "google-old.csv", "outlook.csv", "outlook-com.csv"),
        *("plain.csv", "vcard-2.1.vcf", "vcard-3.0.vcf", "vcard-4.0.vcf", "sloppy.vcf"),
        *("calendar.ics", "monica.json", "friends.md", "tasks.json"),
    )
]
TODAY = "2026-11-21"


@pytest.fixture
def table(tmp_path: Path) -> Callable[[str], str]:
    """A table of contacts in a file, by its text."""

    def write(text: str) -> str:
        path = tmp_path / "table.csv"
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


def test_every_kind_of_file_comes_once_and_goes_by_one_undo(netlog: Netlog, ledger: Path) -> None:
    netlog("meet", "Kim Novak", today=TODAY)
    before = dump(ledger)
    come = netlog("import", *EVERY_KIND, "--yes", "--json", today=TODAY).json
    assert come["written"]
    assert faults(ledger) == []
    told = dump(ledger)
    again = netlog("import", *EVERY_KIND, "--yes", "--json", today=TODAY).json
    assert (again["written"], again["new"], again["filled_in"]) == (False, [], [])
    assert dump(ledger) == told
    netlog("undo", today=TODAY)
    assert dump(ledger) == before
    netlog("redo", today=TODAY)
    assert dump(ledger) == told
    assert faults(ledger) == []


def test_each_file_again_alone_changes_nothing(netlog: Netlog, ledger: Path) -> None:
    netlog("import", *EVERY_KIND, "--yes", today=TODAY)
    for file in EVERY_KIND:
        again = netlog("import", file, "--yes", "--json", today=TODAY).json
        assert not again["written"], (file, again)


def test_nothing_is_written_before_somebody_says_yes(
    netlog: Netlog, ledger: Path, table: Callable[[str], str]
) -> None:
    file = table("name,email\nDana Park,dana@x.example\n")
    assert "add --yes" in netlog("import", file, code=3).err
    assert "1 person: Dana Park" in netlog("import", file, "--dry-run").out
    assert not ledger.exists()


def test_a_backup_is_made_before_a_ledger_is_added_to(
    netlog: Netlog, ledger: Path, table: Callable[[str], str]
) -> None:
    netlog("meet", "Kim")
    netlog("import", table("name\nDana Park\n"), "--yes")
    assert len(list(ledger.with_name("ledger.db.backups").iterdir())) == 1


def test_what_is_known_is_not_overwritten(netlog: Netlog, table: Callable[[str], str]) -> None:
    netlog("person", "Dana Park", "--org", "Acme", "--phone", "123456", "--new")
    netlog("import", table("name,title\nDana Park,Head of law\n"), "--yes")
    file = table("name,company,title,phone,skill\nDana Park,Beta,Clerk,123456;654321,law\n")
    told = netlog("import", file, "--yes").out
    assert "organisation of Dana Park: Acme, not Beta" in told
    assert "job of Dana Park: Head of law, not Clerk" in told
    card = netlog("person", "Dana Park", "--json").json
    assert (card["org"], card["titles"]) == ("Acme", ["Head of law"])
    assert (card["phones"], card["skills"]) == (["123456", "654321"], ["law"])


def test_an_address_that_means_somebody_else_is_not_taken(
    netlog: Netlog, table: Callable[[str], str]
) -> None:
    netlog("person", "Dana Park", "--email", "dana@x.example", "--alias", "Dee", "--new")
    netlog("person", "Sam Fox", "--email", "sam@x.example", "--new")
    file = table("name,email,alias\nSam Fox,sam@x.example;dana@x.example,Dee\n")
    told = netlog("import", file, "--yes", "--json").json["unreadable"]
    assert [(each["reason"], each["is_part"]) for each in told] == [
        ('The address of Sam Fox was left out: "dana@x.example" already means Dana Park.', True),
        ('The alias of Sam Fox was left out: "Dee" already means Dana Park.', True),
    ]
    card = netlog("person", "Sam Fox", "--json").json
    assert (card["emails"], card["aliases"]) == (["sam@x.example"], [])


def test_my_own_card_and_my_own_addresses_are_mine(
    netlog: Netlog, ledger: Path, table: Callable[[str], str]
) -> None:
    netlog("person", "me", "--email", "me@x.example")
    netlog("config", "set", "owner", "Ada King")
    file = table("name,email\nAda King,\nA. K.,me@x.example\nDana,d@x.example\n")
    told = netlog("import", file, "--yes").out
    assert "2 myself" in told
    assert query(ledger, "SELECT name FROM contact WHERE NOT is_me") == [("Dana",)]


@pytest.mark.parametrize("address", ["", "me@x.example"])
@pytest.mark.parametrize("called", ["me", "Me", "ME"])
def test_a_row_called_me_is_left_out_and_told(
    called: str, address: str, netlog: Netlog, ledger: Path, table: Callable[[str], str]
) -> None:
    netlog("person", "me", "--skill", "tax")
    if address:
        netlog("person", "me", "--email", address)
    file = table(f"name,email,org\n{called},other@x.example,Acme\nDana,,\n")
    told = netlog("import", file, "--yes", "--json").json
    assert (told["left_out"], told["doubtful"]) == ({"myself": 1}, [])
    assert query(ledger, "SELECT name FROM contact WHERE NOT is_me") == [("Dana",)]
    assert netlog("person", "me", "--json").json["emails"] == [address][: bool(address)]


def test_a_card_called_me_fills_in_nobody_who_has_a_page_of_it(
    netlog: Netlog, ledger: Path, tmp_path: Path, table: Callable[[str], str]
) -> None:
    netlog("import", table("name,url\nAnn Lux,https://firm.example/ann\n"), "--yes")
    before, file = dump(ledger), tmp_path / "me.vcf"
    file.write_text(_card("FN:Me", "EMAIL:m@x.example", "URL:https://firm.example/ann"), "utf-8")
    assert netlog("import", str(file), "--yes", "--json").json["left_out"] == {"myself": 1}
    assert dump(ledger) == before


def test_who_is_called_me_on_their_own_card_is_no_less_somebody(
    netlog: Netlog, tmp_path: Path
) -> None:
    file = tmp_path / "kim.vcf"
    file.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Kim\nNICKNAME:me,Kimmy\nEND:VCARD\n", "utf-8")
    netlog("import", str(file), "--yes")
    assert netlog("person", "Kim", "--json").json["aliases"] == ["Kimmy"]


def test_nobody_works_at_somebody_who_has_the_name_of_the_firm_as_a_nickname(
    netlog: Netlog, ledger: Path, table: Callable[[str], str]
) -> None:
    file = table("name,alias,org\nRob Ellis,Acme,Acme\nSam Fox,,Acme\nTom Fox,,Tom Fox\n")
    (part,) = netlog("import", file, "--yes", "--json").json["unreadable"]
    told = 'The alias of Rob Ellis was left out: "Acme" is where they work.'
    assert part["reason"] == told
    people = netlog("people", "--json").json["items"]
    assert {each["name"]: each["org"] for each in people} == {
        "Acme": None,
        "Rob Ellis": "Acme",
        "Sam Fox": "Acme",
        "Tom Fox": None,
    }
    assert not netlog("import", file, "--yes", "--json").json["written"]
    netlog("undo")
    netlog("person", "Rob Ellis", "--alias", "Acme", "--new")
    parts = netlog("import", file, "--yes", "--json").json["unreadable"]
    means = '"Acme" means Rob Ellis, who is a person.'
    assert [part["reason"] for part in parts] == [
        f"The organisation of {name} was left out: {means}" for name in ("Rob Ellis", "Sam Fox")
    ]
    assert netlog("person", "Sam Fox", "--json").json["org"] is None
    assert faults(ledger) == []


def test_nobody_works_at_me(netlog: Netlog, table: Callable[[str], str]) -> None:
    (part,) = netlog("import", table("name,org\nRob,Me\n"), "--yes", "--json").json["unreadable"]
    assert part["reason"] == (
        'The organisation of Rob was left out: "Me" means you, and you are no organisation.'
    )
    assert netlog("person", "Rob", "--json").json["org"] is None


@pytest.mark.parametrize(
    ("emails", "phones", "read"),
    [
        ("a@x.example / b@x.example", "0171-1234567 / 030-1234567", (2, 2)),
        ("a@x.example b@x.example", "0171 1234567, 030/1234567", (2, 2)),
        ("A <a@x.example>, b@x.example", "0171 1234567 or 030 1234567", (2, 2)),
        ("a@x.example | a@x.example", "03641 / 1234567", (1, 1)),
        ("a@x.example", "+49 (0)171 / 123 45 67", (1, 1)),
    ],
)
def test_several_in_one_cell_are_several(
    emails: str, phones: str, read: tuple[int, int], netlog: Netlog, table: Callable[[str], str]
) -> None:
    told = netlog(
        "import", table(f'name,email,phone\nEve,"{emails}","{phones}"\n'), "--yes", "--json"
    )
    card = netlog("person", "Eve", "--json").json
    assert (len(card["emails"]), len(card["phones"])) == read
    assert told.json["unreadable"] == []


def test_the_rows_add_up(netlog: Netlog, table: Callable[[str], str]) -> None:
    netlog("import", table("name,email\nKim,k@x.example\nBo,b@x.example\n"), "--yes")
    rows = ("Eve,e@x.example", "Kim,", "EVE,e@x.example", "Kim,kim@y.example;k@x.example", "Bo,")
    file = table("\n".join(["name,email", *rows, "Kim,k@x.example", "2026-11-21,", "Lee,", ""]))
    told = netlog("import", file, "--yes").out
    assert "new         2 people: Eve, Lee\n" in told
    assert "filled in   1 contact: Kim (e-mail)\n" in told
    assert "again       2 of somebody who came with an earlier one\n" in told
    assert "unchanged   2\n" in told  # which is eight with the unreadable one
    told = netlog("import", file, "--yes", "--json").json
    assert (told["cards"], told["unchanged"], told["again"], told["new"]) == (8, 7, 0, [])


def test_somebody_in_two_lines_is_one(netlog: Netlog, table: Callable[[str], str]) -> None:
    file = table('name,email\n"Park, Dana",d@x.example\nDana Park,\nD. P.,d@x.example\n')
    told = netlog("import", file, "--yes", "--json").json
    assert [somebody["name"] for somebody in told["new"]] == ["Park, Dana"]


def test_an_introduction_of_an_unknown_day_opens_and_counts_nothing(
    netlog: Netlog, table: Callable[[str], str]
) -> None:
    netlog("import", table("name,referred by\nDana Park,Amy Ray\n"), "--yes")
    assert "day unknown  Amy Ray introduced you to Dana Park" in netlog("history").out
    assert "nothing" in netlog("due").out.lower()
    amy = next(row for row in netlog("people", "--json").json["items"] if row["name"] == "Amy Ray")
    assert amy["last_contact"] is None
    told = netlog("report", "Amy Ray", "--chronology")
    page = netlog("report", "Amy Ray", "--chronology", "--html", "-")
    for form in (told.out, page.out, netlog("report", "Amy Ray", "--chronology", "--markdown").out):
        assert "1 introduction given: 0 answered, 0 with a problem." in form
        assert "introduced you to Dana Park on an unknown day." in form
        assert "Nothing is on record" not in form
    assert "Drawn up on" in told.out
    assert "Period" not in told.out
    assert told.err == ""
    assert page.err.startswith('You are called "you" in it.')
    netlog("reach", "Dana Park", "--no-due")
    chronology = netlog("report", "Amy Ray", "--chronology").out
    assert "introduced you to Dana Park on an unknown day." in chronology
    assert "No attempt" not in chronology
    assert netlog("history", "--json").json["items"][0]["on"] is None
    assert "day unknown" in netlog("report", "Amy Ray").out
    assert netlog("edit", "e1", "--note", "x").out.startswith(
        'Changed e1: Amy Ray introduced you to Dana Park · note "x" · day unknown\n'
    )
    netlog("edit", "e1", "--fee", "50")
    chronology = netlog("report", "Amy Ray", "--chronology").out
    assert "e1  Dana Park, an unknown day: 50, not answered by" in chronology
    deleted = netlog("delete", "e1", "--json").json
    assert deleted["on"] is None
    netlog("undo")
    netlog("edit", "e1", "--on", "2026-10-05")
    assert "5 Oct  Amy Ray introduced you to Dana Park" in netlog("history").out


CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:{uid}
DTSTART;VALUE=DATE:{day}
SUMMARY:Lunch
ATTENDEE;CN=Dana Park:mailto:dana@x.example
END:VEVENT
END:VCALENDAR
"""


@pytest.mark.parametrize(("since", "opened"), [("2026-11-01", 2), ("2026-11-11", 0), (None, 0)])
def test_meetings_of_the_past_open_nothing_unless_they_are_to(
    since: str | None, opened: int, netlog: Netlog, tmp_path: Path
) -> None:
    file = tmp_path / "c.ics"
    file.write_text(CALENDAR.format(uid="one", day="20261110"), encoding="utf-8")
    more = [] if since is None else ["--open-since", since]
    told = netlog("import", str(file), "--yes", "--json", *more, today=TODAY).json
    assert len(told.get("opened", [])) == opened


def test_a_meeting_that_comes_again_is_known(netlog: Netlog, tmp_path: Path) -> None:
    file = tmp_path / "c.ics"
    file.write_text(CALENDAR.format(uid="x" * 300, day="20261110"), encoding="utf-8")
    assert netlog("import", str(file), "--yes", "--json", today=TODAY).json["events"] == 1
    again = netlog("import", str(file), "--yes", "--json", today=TODAY).json
    assert (again["events"], again["unchanged"]) == (0, 1)


NO_ROOM = "The note of Dana was left out: The note has 3,000 characters; at most 2,000 fit."


def test_what_cannot_be_read_is_told_by_line_and_written_down(
    netlog: Netlog, table: Callable[[str], str], tmp_path: Path
) -> None:
    rows = ("x" * 300 + ";a", "Dana;" + "y" * 3000, "2026-11-21;=2+2", "Sam;fine", "Lee;a;b")
    file = table("\n".join(["name;note", *rows, 'Kim;"open', "Bo;", ""]))
    rejects = tmp_path / "rejects"
    told = netlog("import", file, "--yes", "--rejects", str(rejects)).out
    assert "table.csv:2: A name has 300 characters; at most 200 fit." in told
    text = io.StringIO(rejects.read_text(encoding="utf-8"), newline="")
    assert list(csv.reader(text, delimiter=";")) == [
        ["reason", "name", "note"],
        ["A name has 300 characters; at most 200 fit.", "x" * 300, "a"],
        [NO_ROOM, "Dana", "y" * 3000],
        ['"2026-11-21" reads as a date, so it cannot be a name.', "2026-11-21", "'=2+2"],
        [ANY, "Lee", "a", "b"],
        [ANY, "Kim", "open\n"],
    ]
    assert netlog("people", "--json").json["items"][0]["name"] == "Bo"


def test_a_part_that_cannot_be_read_leaves_the_rest(
    netlog: Netlog, table: Callable[[str], str], tmp_path: Path
) -> None:
    rows = ("Gerd Gut,not-an-address,=1+1,law", ",neither,,", ",,,tax")
    file = table("\n".join(["Name,Email,Company,Skill", *rows, ""]))
    rejects = tmp_path / "rejects"
    told = netlog("import", file, "--yes", "--rejects", str(rejects)).out
    parts = ("address of Gerd Gut was left out: ", "organisation of Gerd Gut was left out: ")
    assert (
        f'  in part     table.csv:2: The {parts[0]}"not-an-address" is not an e-mail address.'
        in told
    )
    assert f'  in part     table.csv:2: The {parts[1]}"=1+1" reads as' in told
    assert '  unreadable  table.csv:3: There is no name, and "neither" is not an e-mail' in told
    assert "  left out    a row without a name" in told
    assert all(part in rejects.read_text(encoding="utf-8") for part in parts)
    (card,) = netlog("people", "--json").json["items"]
    assert (card["name"], card["skills"]) == ("Gerd Gut", ["law"])


OF_EXCHANGE = "/o=ExchangeLabs/ou=Recipients/cn=amy"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "First Name,Last Name,E-mail Address,Referred By,Home Street\nAmy,,{},,\n"),
        ("a.csv", "First Name,Last Name,E-mail Address,Referred By,Home Street\nAmy,,<{}>,,\n"),
        ("a.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:Amy\nEMAIL;TYPE=EX:{}\nEND:VCARD\n"),
    ],
)
def test_an_address_of_an_exchange_server_is_told_as_one_that_is_none(
    name: str, text: str, netlog: Netlog, tmp_path: Path
) -> None:
    file = tmp_path / name
    file.write_text(text.format(OF_EXCHANGE), encoding="utf-8")
    (part,) = netlog("import", str(file), "--yes", "--json").json["unreadable"]
    assert part["is_part"]
    assert part["reason"] == (
        f'The address of Amy was left out: "{OF_EXCHANGE}" is not an e-mail address.'
    )
    assert netlog("person", "Amy", "--json").json["emails"] == []


@pytest.mark.parametrize("size", [3, 1_500, 2_500, 5_000])
def test_a_picture_of_any_size_is_left_out_and_counted(
    size: int, netlog: Netlog, tmp_path: Path
) -> None:
    cards = tmp_path / "all.vcf"
    picture = b64encode(bytes(size)).decode()
    head = "BEGIN:VCARD\nVERSION:3.0\nFN:Dana\n"
    cards.write_text(f"{head}PHOTO;ENCODING=b;TYPE=JPEG:{picture}\nX-A:b\nEND:VCARD\n", "utf-8")
    told = netlog("import", str(cards), "--yes").out
    assert "  left out  a picture" in told
    assert "unreadable" not in told
    out = netlog("export", "-", "--as", "vcard").out
    assert ("PHOTO" in out, "X-A:b" in out) == (False, True)


def test_what_of_an_event_cannot_be_read_is_told(netlog: Netlog, tmp_path: Path) -> None:
    file = tmp_path / "c.ics"
    text = CALENDAR.format(uid="one", day="20261110").replace("20261110", "2026-11-10", 1)
    file.write_text(text, encoding="utf-8")
    told = netlog("import", str(file), "--dry-run", today=TODAY).out
    assert 'The event cannot be read: its DTSTART is "2026-11-10' in told


def test_what_was_left_out_is_counted_in_whole_words(netlog: Netlog, tmp_path: Path) -> None:
    cards = tmp_path / "all.vcf"
    card = "BEGIN:VCARD\nFN:{}\nPHOTO:a\nEND:VCARD\n"
    group = "BEGIN:VCARD\nFN:All\nKIND:group\nEND:VCARD\n"
    cards.write_text("".join([card.format("Dana"), card.format("Lee"), group]), encoding="utf-8")
    assert "left out  2 pictures, a group\n" in netlog("import", str(cards), "--yes").out
    cards.write_text(card.format("Dana").replace("PHOTO", "X-A"), encoding="utf-8")
    told = netlog("import", str(cards), "--yes").out
    assert "filled in  1 contact: Dana (lines to be kept)" in told


def test_what_was_mended_is_brought_in_again(
    netlog: Netlog, table: Callable[[str], str], tmp_path: Path
) -> None:
    file, first, second = table("name,skill\n2026-11-21,law\n2026-11-22,tax\n"), "1.csv", "2.csv"
    netlog("import", file, "--yes", "--rejects", str(tmp_path / first))
    text = (tmp_path / first).read_text(encoding="utf-8")
    (tmp_path / first).write_text(text.replace(",2026-11-21,", ",Dana,", 1), encoding="utf-8")
    netlog("import", str(tmp_path / first), "--yes", "--rejects", str(tmp_path / second))
    assert [row["name"] for row in netlog("people", "--json").json["items"]] == ["Dana"]
    again = (tmp_path / second).read_text(encoding="utf-8").splitlines()
    assert again[0] == "reason,name,skill"
    assert again[1].endswith(",2026-11-22,tax")
    assert len(again) == 2


def test_a_card_that_was_not_brought_in_has_the_reason_in_it(
    netlog: Netlog, tmp_path: Path
) -> None:
    cards, rejects, again = tmp_path / "all.vcf", tmp_path / "rejects.vcf", tmp_path / "again.vcf"
    card = "BEGIN:VCARD\nVERSION:3.0\nFN:{}\nADR:;;Main St\nEND:VCARD\n"
    names = ("Dana", "2026-11-21", "Sam")
    cards.write_text("".join(map(card.format, names)), encoding="utf-8")
    netlog("import", str(cards), "--yes", "--rejects", str(rejects))
    text = rejects.read_bytes().decode().replace("\r\n ", "").splitlines()
    assert text[:4] == ["BEGIN:VCARD", "VERSION:3.0", "FN:2026-11-21", "ADR:;;Main St"]
    assert text[4].startswith("X-NETLOG-REASON:")
    assert text[5:] == ["END:VCARD"]
    netlog("import", str(rejects), "--yes", "--rejects", str(again))
    assert again.read_bytes() == rejects.read_bytes()
    mended = rejects.read_text(encoding="utf-8").replace("FN:2026-11-21", "FN:Lee")
    again.write_text(mended, encoding="utf-8")
    netlog("import", str(again), "--yes")
    assert "REASON" not in netlog("export", "-", "--as", "vcard").out


def test_of_several_files_it_is_told_where_it_stands(
    netlog: Netlog, table: Callable[[str], str], tmp_path: Path
) -> None:
    cards = tmp_path / "all.vcf"
    cards.write_text("BEGIN:VCARD\nNOTE:x\nEND:VCARD\n", encoding="utf-8")
    file = table("name\n2026-11-21\nDana\n")
    netlog("import", file, str(cards), "--yes", "--rejects", str(tmp_path / "rejects"))
    assert (tmp_path / "rejects").read_text(encoding="utf-8").splitlines() == [
        'table.csv:2: "2026-11-21" reads as a date, so it cannot be a name.',
        "all.vcf:1: The card has no name, no address and no number.",
    ]


@pytest.mark.parametrize(
    ("argv", "code"),
    [
        (["nothing.csv"], 3),
        ([str(GOLDEN)], 3),
        ([str(Path(__file__))], 3),
        ([EVERY_KIND[0], "--as", "excel"], 2),
        ([EVERY_KIND[0], "--column", "Name"], 2),
        ([EVERY_KIND[0], "--open-since", "soon"], 2),
        ([], 2),
    ],
)
def test_what_makes_no_sense_is_refused(
    argv: list[str], code: int, netlog: Netlog, ledger: Path
) -> None:
    assert netlog("import", *argv, "--yes", code=code).err.startswith("netlog: ")
    assert not ledger.exists()


def test_where_the_lines_of_a_note_ended_can_be_seen(
    netlog: Netlog, table: Callable[[str], str], tmp_path: Path
) -> None:
    card = "BEGIN:VCARD\nFN:Sam\nNOTE:Likes:\\n- golf\nNOTE:two kids\nEND:VCARD\n"
    (tmp_path / "sam.vcf").write_text(card, encoding="utf-8")
    file = table('name,note\nDana,"Met in Bonn\n- runs\r\n\r\nNo calls"\n')
    netlog("import", file, str(tmp_path / "sam.vcf"), "--yes", today=TODAY)
    told = [each["about"] for each in netlog("history", "--json", today=TODAY).json["items"]]
    assert sorted(told) == ["Likes: / - golf", "Met in Bonn / - runs", "No calls", "two kids"]
    for name in ("all.vcf", "all.csv"):
        netlog("export", str(tmp_path / name))
        again = netlog("import", str(tmp_path / name), "--dry-run", "--json", today=TODAY).json
        assert (again["events"], again["new"], again["filled_in"]) == (0, [], [])


@pytest.mark.parametrize("data", [b"", b"\r\n \n", b"\xef\xbb\xbf\n"])
def test_an_empty_file_is_told_as_empty(data: bytes, netlog: Netlog, tmp_path: Path) -> None:
    (tmp_path / "all.csv").write_bytes(data)
    for more in ((), ("--as", "csv")):
        told = netlog("import", str(tmp_path / "all.csv"), "--yes", *more, code=3).err
        assert "There is nothing in all.csv." in told


@pytest.mark.parametrize(("name", "word"), [("calendar.ics", "icalendar"), ("plain.csv", "table")])
def test_a_format_has_another_word_that_is_not_shown(
    name: str, word: str, netlog: Netlog, tmp_path: Path
) -> None:
    file, usual = str(GOLDEN / name), name.rpartition(".")[2]
    as_usual = netlog("import", file, "--as", usual, "--dry-run", today=TODAY).out
    assert netlog("import", file, "--as", word, "--dry-run", today=TODAY).out == as_usual
    assert word not in netlog("import", file, "--as", "excel", code=2).err
    netlog("meet", "Dana")
    assert netlog("export", "-", "--as", word).out


def test_it_tells_how_far_it_is(
    ledger: Path, own_home: Path, table: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NETLOG_LEDGER", str(ledger))
    monkeypatch.setattr(advance, "OFTEN", 2)
    files = [table("name,skill\n" + "".join(f"Name {letter},law\n" for letter in "abcdef"))] * 2
    heard: list[advance.Advance] = []
    how = How(yes=True, heard=heard.append)
    bring_in(Desk("netlog import", load({"NETLOG_LEDGER": str(ledger)})), sources(files), how)
    size = 2 * Path(files[0]).stat().st_size
    reading = [each for each in heard if each.stage == "reading"]
    assert [each.number for each in reading] == [2, 4, 6, 8, 10, 12]
    assert {each.total for each in reading} == {size}
    assert [each.done for each in reading] == [size // 2] * 3 + [size] * 3
    writing = [(each.done, each.total) for each in heard if each.stage == "writing"]
    assert writing == [(number, 12) for number in (2, 4, 6, 8, 10, 12)]


def test_a_column_is_what_somebody_says(netlog: Netlog, table: Callable[[str], str]) -> None:
    file = table("Wer,Wo\nDana Park,Acme\n")
    netlog("import", file, "--as", "csv", "--column", "Wer=name", "--column", "Wo=organisation",
           "--yes")  # fmt: skip
    assert netlog("person", "Dana", "--json").json["org"] == "Acme"


def test_two_who_share_an_address_are_not_made_one(
    netlog: Netlog, table: Callable[[str], str]
) -> None:
    file = table("name,email\nFirst Person,sales@x.example\nSecond One,sales@x.example\n")
    told = netlog("import", file, "--yes").out
    assert "Second One may be First Person: the same e-mail." in told
    assert not netlog("import", file, "--yes", "--json").json["written"]


@pytest.mark.parametrize(
    ("rows", "left_out"),
    [
        (",Lux AG,info@x.example,,\nEva Hill,Lux AG,info@x.example,,", "Eva Hill"),
        (",Lux AG,info@x.example,,\nEva Hill,,info@x.example,,", "Eva Hill"),
        ("Eva Hill,Fox,info@x.example,,\n,Lux AG,info@x.example,,", "Lux AG"),
        ("Eva Lux,,info@x.example,,\nSam Fox,,info@x.example,,Eva Lux", "Sam Fox"),
        ("Eva Lux,,,030 90090,\nSam Fox,,,030 90090,Eva Lux", ""),
        (",Lux AG,,030 90090,\nSam Fox,,,030 90090,", ""),
    ],
)
def test_who_are_two_by_the_file_itself_are_no_doubt(
    rows: str, left_out: str, netlog: Netlog, table: Callable[[str], str]
) -> None:
    told = netlog("import", table(f"name,org,email,phone,through\n{rows}\n"), "--yes", "--json")
    assert told.json["doubtful"] == []
    parts = [part["reason"] for part in told.json["unreadable"]]
    begins = f"The address of {left_out} was left out: "
    assert [part.startswith(begins) for part in parts] == [True] * bool(left_out)


def test_a_firm_that_somebody_took_for_a_person_stays_doubtful(
    netlog: Netlog, table: Callable[[str], str]
) -> None:
    file = table("name,org,email\nLux Tax,,info@x.example\n,Lux Tax AG,info@x.example\n")
    told = netlog("import", file, "--yes").out
    assert 'If they are one: netlog merge "Lux Tax" "Lux Tax AG"' in told
    assert "an organisation now" in netlog("merge", "Lux Tax", "Lux Tax AG").out


def test_a_namesake_with_another_address_is_doubtful(
    netlog: Netlog, table: Callable[[str], str]
) -> None:
    file = table("name,email\nJane Doe,j1@x.example\nJane Doe,j2@y.example\n")
    told = netlog("import", file, "--yes", "--json").json
    assert [doubt["name"] for doubt in told["doubtful"]] == ["Jane Doe 2"]
    netlog("config", "set", "owner", "Ada King")
    netlog("person", "me", "--email", "ada@x.example")
    told = netlog("import", table("name,email\nAda King,other@y.example\n"), "--yes").out
    assert 'Ada King 2 may be me: the same name. If it is you: netlog delete "Ada King 2"' in told


def test_who_has_another_name_by_now_is_known_by_both(
    netlog: Netlog, table: Callable[[str], str]
) -> None:
    netlog("import", table("name,url\nKim Novak,https://x.example/kim\n"), "--yes")
    netlog("import", table("name,url\nKim Smith,https://x.example/kim\n"), "--yes")
    assert netlog("person", "Kim Novak", "--json").json["aliases"] == ["Kim Smith"]


def test_what_has_no_day_is_not_overdue_already(netlog: Netlog, tmp_path: Path) -> None:
    file = tmp_path / "tasks.json"
    file.write_text(
        '[{"uuid":"1","status":"waiting","description":"invoice","waiting_on":"Rob Ellis",'
        '"entry":"20240102T120000Z"}]',
        encoding="utf-8",
    )
    netlog("import", str(file), "--yes", "--as", "taskwarrior", today=TODAY)
    (item,) = netlog("due", "--all", "--json", today=TODAY).json["items"]
    assert (item["opened_on"], item["due_on"]) == ("2024-01-02", "2026-11-28")


def test_a_field_that_is_none_is_refused(netlog: Netlog, table: Callable[[str], str]) -> None:
    file = table("Wer\nDana Park\n")
    told = netlog("import", file, "--yes", "--column", "Wer=who", code=2).err
    assert "Fields: name," in told


@pytest.mark.parametrize(("doubt", "names"), [("s", 3), ("", 4)])
def test_somebody_at_a_terminal_is_asked(
    doubt: str, names: int, netlog: Netlog, ledger: Path, table: Callable[[str], str]
) -> None:
    netlog("import", table("name,email\nJane Doe,j1@x.example\nKim,\n"), "--yes")
    file = table("name,email\nJane Doe,j2@y.example\nLee,\n")
    terminal = Terminal(ledger, "import", file)
    terminal.wait_for("Which one? [y, n")
    terminal.type("y\n")
    terminal.wait_for("Which one? [s, a; Enter for a]")
    terminal.type(f"{doubt}\n")
    assert terminal.end() == 0, terminal.shown
    assert query(ledger, "SELECT count(*) FROM contact WHERE NOT is_me") == [(names,)]


def test_who_says_no_reads_no_more_than_that(
    netlog: Netlog, ledger: Path, table: Callable[[str], str]
) -> None:
    netlog("meet", "Kim")
    terminal = Terminal(ledger, "import", table("name\nLee\n"))
    terminal.wait_for("Which one? [y, n")
    terminal.type("n\n")
    assert terminal.end() == 3
    assert terminal.shown.count("Lee") == 1
    assert terminal.shown.rstrip().endswith("netlog: Nothing was written.")


def test_a_file_for_rejects_is_looked_at_before_anything_is_written(
    netlog: Netlog, ledger: Path, table: Callable[[str], str], tmp_path: Path
) -> None:
    file = table("name\nDana Park\n")
    (tmp_path / "rejects").touch()
    for taken in ("rejects", "nowhere/rejects"):
        netlog("import", file, "--yes", "--rejects", str(tmp_path / taken), code=3)
    told = netlog("import", file, "--rejects", file, "--force", code=3).err
    assert "is what is to be brought in" in told
    assert not ledger.exists()


def test_a_file_of_rejects_is_there_only_with_some_in_it_and_replaced_by_force(
    netlog: Netlog, table: Callable[[str], str], tmp_path: Path
) -> None:
    rejects = tmp_path / "rejects"
    netlog("import", table("name\nDana\n"), "--yes", "--rejects", str(rejects))
    assert not rejects.exists()
    line = ("import", table("name\n2026-11-21\nLee\n"), "--rejects", str(rejects))
    netlog(*line, "--dry-run")
    assert "--force to replace it" in netlog(*line, "--yes", code=3).err
    rejects.write_text("as it was", encoding="utf-8")
    netlog(*line, "--yes", "--force")
    assert "2026-11-21" in rejects.read_text(encoding="utf-8")
    netlog("import", line[1], "--force", code=2)


def test_a_number_is_noted_once_however_it_is_written(
    netlog: Netlog, table: Callable[[str], str]
) -> None:
    file = table("name,phone\nDana,+49 171 555010;0171/555010\nDana,0049171555010\n")
    netlog("import", file, "--yes")
    told = netlog("export", "-", "--as", "table").out
    assert (told.count("171"), "+49 171 555010" in told) == (1, True)


def test_who_was_at_a_known_meeting_is_not_added_again(netlog: Netlog, tmp_path: Path) -> None:
    file = tmp_path / "c.ics"
    file.write_text(CALENDAR.format(uid="one", day="20261110"), encoding="utf-8")
    netlog("import", str(file), "--yes", today=TODAY)
    netlog("person", "Dana Park", "--drop", "dana@x.example", "--rename", "D. Park-Lee")
    netlog("person", "D. Park-Lee", "--drop", "Dana Park")
    again = netlog("import", str(file), "--yes", "--json", today=TODAY).json
    assert (again["new"], again["unchanged"]) == ([], 1)


def _calendar(*events: Sequence[str]) -> str:
    """A calendar of meetings, each with its guests: "Dana Park <dana@x.example>"."""

    def told(guest: str) -> str:
        name, _, address = guest.rstrip(">").rpartition("<")
        return f"ATTENDEE;CN={name.strip()}:mailto:{address}".replace(";CN=:", ":")

    meetings = (
        f"BEGIN:VEVENT\nUID:{number}\nDTSTART;VALUE=DATE:202611{number:02}\n"
        + "".join(f"{told(guest)}\n" for guest in guests)
        + "END:VEVENT\n"
        for number, guests in enumerate(events, 1)
    )
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{''.join(meetings)}END:VCALENDAR\n"


def _met(netlog: Netlog) -> list[list[str]]:
    """Who was at each meeting beside me."""
    items = netlog("history", "--json", today=TODAY).json["items"]
    meetings = (each for each in items if each["kind"] == "meeting")
    everybody = ([party["name"] for party in each["parties"]] for each in meetings)
    return [[name for name in names if name != "me"] for names in everybody]


@pytest.mark.parametrize(
    ("guest", "called", "doubt"),
    [
        ("Dana Park <eve@x.example>", "Dana Park", ("Dana Park", "Eve Hill", "e-mail")),
        ("Eve Hill <eve@y.example>", "Eve Hill 2", ("Eve Hill 2", "Eve Hill", "name")),
        ("Dana Park <info@x.example>", "Dana Park", None),
        ("Eve <eve@x.example>", "Eve Hill", None),
    ],
)
def test_a_guest_is_doubtful_where_a_card_is(
    guest: str,
    called: str,
    doubt: tuple[str, str, str] | None,
    netlog: Netlog,
    ledger: Path,
    table: Callable[[str], str],
    tmp_path: Path,
) -> None:
    netlog("import", table("name,org,email\nEve Hill,,eve@x.example\n,Acme,info@x.example\n"),
           "--yes")  # fmt: skip
    file = tmp_path / "c.ics"
    file.write_text(_calendar([guest], [guest]), "utf-8")
    told = netlog("import", str(file), "--yes", "--json", today=TODAY).json["doubtful"]
    assert [(each["name"], each["other"], each["by"]) for each in told] == [doubt][: bool(doubt)]
    assert _met(netlog) == [[called], [called]]
    before = dump(ledger)
    assert not netlog("import", str(file), "--yes", "--json", today=TODAY).json["written"]
    assert dump(ledger) == before
    if doubt:
        netlog("merge", "Eve Hill", called)


def test_guests_who_share_an_address_were_all_there(netlog: Netlog, tmp_path: Path) -> None:
    file = tmp_path / "c.ics"
    two = ["Dana Park <us@x.example>", "Lee Park <us@x.example>", "Dana Park <us@x.example>"]
    organiser = "ORGANIZER;CN=Park family:mailto:us@x.example\nEND:V"
    file.write_text(_calendar(two).replace("END:V", organiser, 1), "utf-8")
    assert netlog("import", str(file), "--yes", "--json", today=TODAY).json["doubtful"] == []
    assert _met(netlog) == [["Dana Park", "Lee Park"]]


def test_a_guest_whose_name_can_be_none_costs_nobody_the_meeting(
    netlog: Netlog, ledger: Path, tmp_path: Path
) -> None:
    file = tmp_path / "c.ics"
    lee = "'lee@x.example' <lee@x.example>"
    odd = ["Eve Hill <eve@x.example>", "+49 171 555010 <num@x.example>", lee]
    nobody = f"+49 171 555010 <{'x' * 200}@x.example>"
    file.write_text(_calendar(odd, [nobody, "Eve Hill <eve@x.example>"], [nobody]), "utf-8")
    told = netlog("import", str(file), "--yes", "--json", today=TODAY).json
    assert _met(netlog) == [["Eve Hill", "num@x.example", "lee@x.example"], ["Eve Hill"]]
    number = '"+49 171 555010" reads as a phone number of nobody known, so it cannot be a name.'
    long = "A name has 210 characters; at most 200 fit."
    assert [(each["reason"], each["is_part"]) for each in told["unreadable"]] == [
        (f"A guest's name was left out: {number}", True),
        (f"A guest's name was left out: {number}", True),
        (f"A guest was left out: {long}", True),
        (number, False),
    ]
    assert faults(ledger) == []


def test_a_meeting_with_nobody_but_me_is_counted(netlog: Netlog, tmp_path: Path) -> None:
    file = tmp_path / "c.ics"
    file.write_text(_calendar(["Me <me@x.example>"]), "utf-8")
    told = netlog("import", str(file), "--yes", "--json", today=TODAY).json
    assert (told["events"], told["left_out"]) == (0, {"with nobody else": 1})


def test_i_am_a_guest_of_my_meetings_under_another_address(netlog: Netlog, tmp_path: Path) -> None:
    netlog("person", "me", "--email", "me@x.example")
    file = tmp_path / "c.ics"
    file.write_text(_calendar(["Me <other@x.example>", "Eve <e@x.example>"]), "utf-8")
    netlog("import", str(file), "--yes", today=TODAY)
    assert _met(netlog) == [["Eve"]]


LINKEDIN = """First Name,Last Name,URL,Email Address,Company,Position,Connected On
José,Núñez,https://www.linkedin.com/in/jose,,Müller & Söhne GmbH,CEO,12 Mar 2024
Dana,"Park, PhD",https://www.linkedin.com/in/dana,,Acme Inc.,Counsel,
DR. EVA,LUX,https://www.linkedin.com/in/eva,,Lux AG,,
"""
CARDS = (
    ("FN:Jose Nunez", "TEL:0049 171 555 01 00"),
    ("FN:Dr. Dana Park", "EMAIL:dana@acme.example", "ORG:Acme Inc."),
    ("FN:Eva Lux 😀", "EMAIL:eva@lux.example"),
)
TABLE = """\ufeffName;Firma;E-Mail;Telefon
"Núñez, José";Müller & Söhne;jose@m.example, jose@home.example;0171-5550100
"Park, Dana";Acme Inc.;DANA@acme.example;
;;;
"Lux, Eva (Dr.)";Lux AG;eva@lux.example;
"""


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_same_people_in_three_files_are_the_same_in_any_order(
    order: Sequence[int], netlog: Netlog, ledger: Path, tmp_path: Path
) -> None:
    files = [tmp_path / name for name in ("connections.csv", "cards.vcf", "table.csv")]
    files[0].write_text(LINKEDIN, "utf-8")
    files[1].write_text("".join(starmap(_card, CARDS)), "utf-8")
    files[2].write_text(TABLE, "utf-16")
    for number in order:
        netlog("import", str(files[number]), "--yes")
    people = "SELECT count(*) FROM contact WHERE kind = 'person' AND NOT is_me"
    assert query(ledger, people) == [(3,)]
    for number in order:
        assert not netlog("import", str(files[number]), "--yes", "--json").json["written"]
    for _ in order:
        netlog("undo")
    assert query(ledger, people) == [(0,)]
    assert faults(ledger) == []


AMY = "amy@x.example"


@pytest.mark.parametrize("is_card_first", [True, False])
@pytest.mark.parametrize("is_together", [True, False])
def test_who_was_called_by_an_address_gets_the_name_that_a_file_has(
    is_together: bool,
    is_card_first: bool,
    netlog: Netlog,
    ledger: Path,
    table: Callable[[str], str],
    tmp_path: Path,
) -> None:
    calendar = tmp_path / "c.ics"
    calendar.write_text(_calendar([f"<{AMY}>"]), "utf-8")
    files = [str(calendar), table(f"name,email,through\nAmy Fox,{AMY},\nZed Ray,,{AMY}\n")]
    if is_card_first:
        files.reverse()
    for argv in [files] if is_together else [[file] for file in files]:
        told = netlog("import", *argv, "--yes", today=TODAY).out
    is_renamed = not (is_together or is_card_first)
    assert (f"filled in  1 contact: {AMY} (called Amy Fox)" in told) == is_renamed
    assert query(ledger, "SELECT name FROM contact WHERE NOT is_me ORDER BY name") == [
        ("Amy Fox",),
        ("Zed Ray",),
    ]
    card = netlog("person", AMY, "--json").json
    assert (card["name"], card["emails"], card["aliases"]) == ("Amy Fox", [AMY], [])
    assert "Amy Fox introduced you to Zed Ray" in netlog("history", today=TODAY).out
    assert faults(ledger) == []
    assert not netlog("import", *files, "--yes", "--json", today=TODAY).json["written"]
    if is_renamed:
        netlog("undo")
        assert netlog("person", AMY, "--json").json["name"] == AMY


def test_two_who_have_the_address_of_a_nameless_one_are_two(
    netlog: Netlog, ledger: Path, tmp_path: Path
) -> None:
    file = tmp_path / "c.ics"
    file.write_text(_calendar([f"<{AMY}>"], [f"Amy Fox <{AMY}>"], [f"Zed Ray <{AMY}>"]), "utf-8")
    (doubt,) = netlog("import", str(file), "--yes", "--json", today=TODAY).json["doubtful"]
    assert (doubt["name"], doubt["other"]) == ("Zed Ray", "Amy Fox")
    assert _met(netlog) == [["Amy Fox"], ["Amy Fox"], ["Zed Ray"]]


def test_nobody_is_called_by_an_address_of_another(
    netlog: Netlog, ledger: Path, table: Callable[[str], str], tmp_path: Path
) -> None:
    netlog("person", "Amy Fox", "--email", AMY, "--new")
    file = tmp_path / "c.ics"
    file.write_text(_calendar([f"{AMY} <zed@x.example>"], [f"{AMY} <>"]), "utf-8")
    netlog("import", str(file), "--yes", today=TODAY)
    netlog("import", table(f"name,through\nZed Ray,{AMY}\n{AMY},\n"), "--yes", today=TODAY)
    people = query(ledger, "SELECT name FROM contact WHERE NOT is_me ORDER BY name")
    assert people == [("Amy Fox",), ("Zed Ray",)]
    assert _met(netlog) == [["Amy Fox"], ["Amy Fox"]]
    assert faults(ledger) == []


def test_a_firm_has_many_addresses(netlog: Netlog, table: Callable[[str], str]) -> None:
    rows = "".join(f",Lux AG,{name}@x.example,\n" for name in ("info", "sales", "jobs"))
    file = table(f"name,org,email,phone\n{rows},Lux AG,,030 555010\n")
    told = netlog("import", file, "--yes", "--json").json
    assert (len(told["new"]), told["doubtful"], told["again"]) == (1, [], 3)
    assert len(netlog("person", "Lux AG", "--json").json["emails"]) == 3
    told = netlog("import", table('name,org\n,"AG, Lux"\n'), "--yes").out
    assert 'netlog merge "Lux AG" "AG, Lux"' in told


def test_a_name_with_a_sign_in_it_is_no_address(
    netlog: Netlog, table: Callable[[str], str]
) -> None:
    file = table("name,email\nSam @ Acme,info@x.example\nEve Hill,info@x.example\n")
    assert len(netlog("import", file, "--yes", "--json").json["new"]) == 2


def test_a_nameless_one_beside_whom_it_may_be_is_told_until_the_two_are_one(
    netlog: Netlog, ledger: Path, table: Callable[[str], str]
) -> None:
    netlog("meet", AMY, "--new")
    netlog("import", table("name,email\nAmy Fox,amy@home.example\n"), "--yes")
    file = table(f"name,email\nAmy Fox,amy@home.example;{AMY}\n")
    for _ in range(2):
        told = netlog("import", file, "--yes").out
        assert told.startswith("There is nothing new in it.")
        assert f'the same e-mail. If they are one: netlog merge "Amy Fox" {AMY}' in told
    terminal = Terminal(ledger, "import", file)  # which nobody need answer
    assert terminal.end() == 0, terminal.shown
    netlog("merge", "Amy Fox", AMY)
    assert "may be" not in netlog("import", file, "--yes").out
    assert len(netlog("person", "Amy Fox", "--json").json["emails"]) == 2


def test_a_card_with_the_addresses_of_two_says_that_they_may_be_one(
    netlog: Netlog, table: Callable[[str], str], tmp_path: Path
) -> None:
    calendar = tmp_path / "c.ics"
    calendar.write_text(_calendar(["Eve Hill <e@x.example>"], ["Eve Hill <e@y.example>"]), "utf-8")
    netlog("import", str(calendar), "--yes", today=TODAY)
    file = table("name,email\nEve Hill,e@y.example;e@x.example;eve@x.example\n")
    for _ in range(2):
        told = netlog("import", file, "--yes", today=TODAY).out
        assert told.count("may be") == 1
        assert 'netlog merge "Eve Hill" "Eve Hill 2"' in told
    netlog("merge", "Eve Hill", "Eve Hill 2")
    assert "may be" not in netlog("import", file, "--yes", today=TODAY).out


def test_an_address_that_a_card_gives_to_somebody_is_theirs_in_the_next_one(
    netlog: Netlog, ledger: Path, table: Callable[[str], str]
) -> None:
    netlog("person", "Amy Fox", "--new")
    netlog("meet", AMY, "--new")
    file = table(f"name,email,skill\nAmy Fox,{AMY},law\nAmy,{AMY},tax\n")
    netlog("import", file, "--yes")
    assert netlog("person", "Amy Fox", "--json").json["skills"] == ["law", "tax"]
    assert not netlog("import", file, "--yes", "--json").json["written"]


def test_a_nameless_one_with_the_name_of_another_is_told_apart(
    netlog: Netlog, ledger: Path, table: Callable[[str], str]
) -> None:
    netlog("person", "Amy Fox", "--org", "Acme", "--new")
    netlog("meet", AMY, "--new")
    file = table(f"name,org,email\nAmy Fox,Peak,{AMY}\n")
    told = netlog("import", file, "--yes").out
    assert "(called Amy Fox (Peak), organisation)" in told
    assert 'If they are one: netlog merge "Amy Fox" "Amy Fox (Peak)"' in told
    assert not netlog("import", file, "--yes", "--json").json["written"]
    netlog("merge", "Amy Fox", "Amy Fox (Peak)")
    assert faults(ledger) == []


def test_the_firm_of_an_address_is_the_one_that_stays(
    netlog: Netlog, table: Callable[[str], str]
) -> None:
    netlog("meet", "info@x.example", "--new")
    file = table("name,org,email\n,Lux AG,info@x.example\n")
    assert 'netlog merge "Lux AG" info@x.example' in netlog("import", file, "--yes").out
    netlog("merge", "Lux AG", "info@x.example")
    assert not netlog("import", file, "--yes", "--json").json["written"]


def test_an_address_that_is_a_name_is_pointed_to(netlog: Netlog) -> None:
    netlog("meet", AMY, "--new")
    told = netlog("person", "Amy Fox", "--email", AMY, "--new", code=3).err
    assert f"netlog person {AMY} --rename NAME" in told
    netlog("person", AMY, "--rename", "Amy Fox")
    assert netlog("person", "Amy Fox", "--json").json["emails"] == [AMY]


def _of_monica(uuid: str, company: str) -> dict[str, object]:
    """A contact of Monica's with something of each kind."""

    def some(kind: str, **properties: str) -> dict[str, object]:
        told = {"uuid": f"{uuid}/{kind}", "properties": properties, "created_at": "2024-01-02"}
        return {"type": kind, "values": [told]}

    return {
        "uuid": uuid,
        "properties": {"first_name": "John", "last_name": "Smith", "company": company},
        "data": [
            some("note", body=f"works at {company}"),
            some("call", called_at="2024-02-03", content=company),
            some("debt", amount="10", status="inprogress", in_debt="no", reason=company),
            some("task", title=f"write to {company}"),
            {"type": "activity", "values": [f"{uuid}/lunch"]},
        ],
    }


def test_what_is_of_a_namesake_in_monica_is_theirs(netlog: Netlog, tmp_path: Path) -> None:
    contacts = [_of_monica("1", "Acme"), _of_monica("2", "Peak")]
    lunches = [
        {"uuid": f"{uuid}/lunch", "properties": {"summary": firm, "happened_at": "2024-03-04"}}
        for uuid, firm in (("1", "Acme"), ("2", "Peak"))
    ]
    collections = {"contact": contacts, "activity": lunches}.items()
    data = [{"type": kind, "values": values} for kind, values in collections]
    export = {"app_version": "4", "export_date": "", "account": {"data": data}}
    file = tmp_path / "monica.json"
    file.write_text(json.dumps(export), "utf-8")
    assert netlog("import", str(file), "--yes", "--json", today=TODAY).json["events"] == 10
    items = netlog("history", "John Smith (Peak)", "--json", today=TODAY).json["items"]
    assert len(items) == 5
    assert "Acme" not in str(items)
    assert not netlog("import", str(file), "--yes", "--json", today=TODAY).json["written"]


@pytest.fixture
def standing_in(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Takes this machine to a time zone."""

    def take(zone: str) -> None:
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield take
    monkeypatch.delenv("TZ", raising=False)
    time.tzset()


@pytest.mark.parametrize(
    ("zone", "says", "day"),
    [
        ("America/New_York", "", "2026-09-30"),
        ("Europe/Berlin", "", "2026-10-01"),
        ("Europe/Berlin", "X-WR-TIMEZONE:America/New_York\n", "2026-09-30"),
        ("Europe/Berlin", 'X-WR-TIMEZONE;X="a:b":America/New_York\n', "2026-09-30"),
    ],
)
def test_a_moment_in_utc_is_of_the_day_that_it_was_here(
    standing_in: Callable[[str], None],
    netlog: Netlog,
    tmp_path: Path,
    zone: str,
    says: str,
    day: str,
) -> None:
    standing_in(zone)
    file = tmp_path / "dinner.ics"
    file.write_text(
        f"BEGIN:VCALENDAR\nVERSION:2.0\n{says}BEGIN:VEVENT\nUID:dinner\nSUMMARY:Dinner\n"
        "DTSTART:20261001T013000Z\nDTEND:20261001T033000Z\n"
        "ATTENDEE;CN=Dana Park:mailto:dana@a.example\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    netlog("import", str(file), "--yes", today=TODAY)
    assert {entry["on"] for entry in netlog("history", "Dana", "--json").json["items"]} == {day}


def _card(*lines: str) -> str:
    return "\n".join(("BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", ""))


STONE = _card("FN:Robert Stone", "NICKNAME:Bob")
ELLIS = _card("FN:Robert Ellis", "NICKNAME:Bob", "TEL:030 212", "NOTE:owes me 100")


def test_two_of_one_nickname_are_kept_apart(netlog: Netlog, tmp_path: Path) -> None:
    file = tmp_path / "n.vcf"
    file.write_text(STONE + ELLIS, "utf-8")
    told = netlog("import", str(file), "--yes").out
    assert "2 people: Robert Stone, Robert Ellis" in told
    assert "Robert Ellis may be Robert Stone: the same nickname." in told
    left_out = 'n.vcf:6: The alias of Robert Ellis was left out: "Bob" already means Robert Stone.'
    assert left_out in told
    assert netlog("person", "Robert Stone", "--json").json["phones"] == []
    assert netlog("import", str(file), "--yes", "--json").json["written"] is False
    netlog("merge", "Robert Stone", "Robert Ellis")
    assert netlog("import", str(file), "--yes", "--json").json["new"] == []


NAMESAKE = _card("FN:Rob Ellis", "ORG:Harbour Bank", "NOTE:hello", "X-NETLOG-THROUGH:Amy")


@pytest.mark.parametrize("address", [["--email", "r@x.example"], []])
@pytest.mark.parametrize("is_merged", [False, True])
def test_a_namesake_who_was_kept_apart_is_known_again(
    is_merged: bool, address: list[str], netlog: Netlog, ledger: Path, tmp_path: Path
) -> None:
    file = tmp_path / "nt.vcf"
    file.write_text(NAMESAKE, "utf-8")
    netlog("person", "Rob Ellis", "--org", "Acme", *address, "--new")
    netlog("import", str(file), "--yes")
    if is_merged:
        netlog("merge", "Rob Ellis", "Rob Ellis (Harbour Bank)")
    before = dump(ledger)
    told = netlog("import", str(file), "--yes").out
    assert told.startswith("There is nothing new in it.")
    assert dump(ledger) == before


def test_the_answer_that_two_are_the_same_is_remembered(
    netlog: Netlog, ledger: Path, tmp_path: Path
) -> None:
    file = tmp_path / "nt.vcf"
    file.write_text(NAMESAKE, "utf-8")
    netlog("person", "Rob Ellis", "--org", "Acme", "--email", "r@x.example", "--new")
    terminal = Terminal(ledger, "import", str(file))
    terminal.wait_for("Which one? [y, n")
    terminal.type("y\n")
    terminal.wait_for("Which one? [s, a; Enter for a]")
    terminal.type("s\n")
    assert terminal.end() == 0, terminal.shown
    assert netlog("import", str(file), "--yes").out.startswith("There is nothing new in it.")
    assert netlog("person", "Rob Ellis", "--json").json["aliases"] == ["Rob Ellis (Harbour Bank)"]


def test_a_shared_address_is_told_to_be_left_out_for_an_organisation_too(
    netlog: Netlog, tmp_path: Path
) -> None:
    office = "EMAIL:office@lux.example"
    file = tmp_path / "lux.vcf"
    file.write_text(_card("FN:Eva Lux", office) + _card("FN:Lux AG", "ORG:Lux AG", office), "utf-8")
    left_out = 'The address of Lux AG was left out: "office@lux.example" already means Eva Lux.'
    assert left_out in netlog("import", str(file), "--yes").out


def test_two_of_one_firm_with_its_homepage_are_two_people(
    netlog: Netlog, ledger: Path, table: Callable[[str], str]
) -> None:
    rows = "Eva Lux,eva@firm.example,Firm,{0}\nSam Fox,sam@firm.example,Firm,{0}\n"
    file = table(f"name,email,org,url\n{rows.format('https://www.firm.example/')}")
    told = netlog("import", file, "--yes", "--json").json
    assert [part["reason"] for part in told["unreadable"]] == [
        'The page of Sam Fox was left out: "https://www.firm.example/" already means Eva Lux.'
    ]
    assert netlog("person", "Sam Fox", "--json").json["emails"] == ["sam@firm.example"]
    before = dump(ledger)
    assert not netlog("import", file, "--yes", "--json").json["written"]
    assert dump(ledger) == before


def test_namesakes_whose_names_have_no_room_for_the_firm_have_a_number(
    netlog: Netlog, ledger: Path, table: Callable[[str], str]
) -> None:
    name = f"Rob {'x' * 194} B"
    rows = "".join(f"{name},{firm}\n" for firm in ("Acme", "Peak", "Lux"))
    file = table(f"name,org\n{rows}")
    told = netlog("import", file, "--yes", "--json").json
    assert [doubt["name"] for doubt in told["doubtful"]] == [f"{name[:-2]} 2", f"{name[:-2]} 3"]
    assert faults(ledger) == []
    assert not netlog("import", file, "--yes", "--json").json["written"]


@pytest.mark.parametrize("firm", ["", "Acme"])
def test_two_profiles_of_one_name_are_two_people(
    firm: str, netlog: Netlog, table: Callable[[str], str]
) -> None:
    rows = (f"John,Smith,https://www.linkedin.com/in/john-{n},,{firm},Job {n},x" for n in (1, 2))
    head = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
    file = table("\n".join([head, *rows, ""]))
    told = netlog("import", file, "--yes", "--json").json
    other = f"John Smith ({firm})" if firm else "John Smith 2"
    assert [doubt["name"] for doubt in told["doubtful"]] == [other]
    assert netlog("person", other, "--json").json["titles"] == ["Job 2"]
    assert not netlog("import", file, "--yes", "--json").json["written"]


@pytest.mark.parametrize("heading", ["met on", "Date met"])
def test_the_day_on_which_somebody_was_met_is_a_meeting(
    heading: str, netlog: Netlog, table: Callable[[str], str]
) -> None:
    netlog("meet", "Lee Wu", "--on", "2026-11-03", "--no-due", "--new", today=TODAY)
    rows = "Zed Ray,2026-11-03,Amy Fox\nLee Wu,2026-11-03,\nKim,13/13/2026,\n"
    file = table(f"name,{heading},through\n{rows}")
    told = netlog("import", file, "--yes", "--json", today=TODAY).json
    assert (told["events"], told.get("opened", [])) == (2, [])
    assert "e3  3 Nov  You met Zed Ray" in netlog("history", "Zed", today=TODAY).out
    assert len(told["unreadable"]) == 1
    assert not netlog("import", file, "--yes", "--json", today=TODAY).json["written"]
    netlog("undo", today=TODAY)
    opening = ("--open-since", "2026-11-01")
    told = netlog("import", file, "--yes", "--json", *opening, today=TODAY).json
    assert len(told["opened"]) == 2


def test_a_first_meeting_is_known_again_after_its_day_was_put_right(
    netlog: Netlog, ledger: Path, table: Callable[[str], str]
) -> None:
    rows = "Rob Ellis,Acme,2026-11-03\nRob Ellis,Peak,2026-11-03\nZed Ray,,2026-11-03\n"
    file = table(f"name,org,met on\n{rows}")
    assert netlog("import", file, "--yes", "--json", today=TODAY).json["events"] == 3
    assert len(set(query(ledger, "SELECT source FROM event"))) == 3
    netlog("edit", "e3", "--on", "2026-11-04", today=TODAY)
    netlog("edit", "e2", "--on", "2026-11-05", today=TODAY)
    netlog("person", "Zed Ray", "--rename", "Zed Roy", today=TODAY)
    netlog("person", "Zed Roy", "--alias", "Zed Ray", today=TODAY)
    assert not netlog("import", file, "--yes", "--json", today=TODAY).json["written"]


def test_a_first_meeting_that_both_copies_brought_in_is_once_after_a_join(
    netlog: Netlog, ledger: Path, table: Callable[[str], str]
) -> None:
    netlog("meet", "Amy Fox", "--new", today=TODAY)
    copy = ledger.with_name("laptop.db")
    copy.write_bytes(ledger.read_bytes())
    file = table("name,met on\nZed Ray,2026-11-03\n")
    netlog("import", file, "--yes", today=TODAY)
    netlog("--ledger", str(copy), "import", file, "--yes", today=TODAY)
    netlog("join", str(copy), "--same", "Zed Ray", today=TODAY)
    assert len(netlog("history", "Zed", "--json", today=TODAY).json["items"]) == 1
    assert faults(ledger) == []


def test_a_first_meeting_that_is_yet_to_come_is_left_out_and_told(
    netlog: Netlog, ledger: Path, table: Callable[[str], str]
) -> None:
    file = table("name,met on\nZed Ray,2026-11-22\nAmy Fox,2026-11-21\n")
    told = netlog("import", file, "--yes", "--json", today=TODAY).json
    reason = "The first meeting of Zed Ray was left out: 2026-11-22 is yet to come."
    assert [(part["reason"], part["is_part"]) for part in told["unreadable"]] == [(reason, True)]
    assert (len(told["new"]), told["events"]) == (2, 1)
    assert faults(ledger) == []


def test_who_was_connected_with_was_not_met(netlog: Netlog, table: Callable[[str], str]) -> None:
    told = netlog("import", table("name,connected on\nZed Ray,2026-11-03\n"), "--yes").out
    assert 'left out  the column "connected on"' in told
    row = "Zed,Ray,Acme,3 Nov 2026\n"
    file = table(f"First Name,Last Name,Company,Connected On\n{row}")
    assert netlog("import", file, "--yes", "--json").json["events"] == 0


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("name\nJörg\n".encode("cp1252"), "were read as Windows-1252."),
        (b"name\nJ\0o\n", "they were taken out."),
    ],
)
def test_what_was_read_all_the_same_is_noted_and_no_reject(
    data: bytes, told: str, netlog: Netlog, tmp_path: Path
) -> None:
    file, rejects = tmp_path / "cp.csv", tmp_path / "rejects"
    file.write_bytes(data)
    shown = netlog("import", str(file), "--yes", "--rejects", str(rejects)).out
    (line,) = (line for line in shown.splitlines() if line.endswith(told))
    assert line.split()[:2] == ["noted", "cp.csv:2:"]
    assert not rejects.exists()
    again = netlog("import", str(file), "--dry-run", "--json").json
    assert (again["unreadable"], len(again["noted"])) == ([], 1)


@pytest.mark.parametrize(
    ("text", "column", "known"),
    [
        ("name,firm\nDana,Acme\n", "Nope=name", 'The table has "name" and "firm".'),
        ("Wer,Wo\nDana,Acme\n", "Wr=name", 'The table has "Wer" and "Wo".'),
        ("Wer,Wo\nDana,Acme\n", "Wer=name|Ort=organisation", 'The table has "Wer" and "Wo".'),
        (
            "First Name,Last Name,Company,Connected On\nZed,Ray,Acme,\n",
            "Firm=organisation",
            "--as csv reads any table by its columns.",
        ),
    ],
)
def test_a_column_that_is_not_there_is_refused(
    text: str, column: str, known: str, netlog: Netlog, table: Callable[[str], str], ledger: Path
) -> None:
    columns = [part for pair in column.split("|") for part in ("--column", pair)]
    more = () if text.startswith("First") else ("--as", "csv")
    told = netlog("import", table(text), "--yes", *more, *columns, code=2).err
    name = column.rsplit("|", maxsplit=1)[-1].partition("=")[0]
    assert f'There is no column "{name}".' in told
    assert known in told
    assert not ledger.exists()


def test_a_column_of_one_of_several_tables_is_enough(
    netlog: Netlog, table: Callable[[str], str], tmp_path: Path
) -> None:
    (tmp_path / "more.csv").write_text("name\nLee\n", encoding="utf-8")
    file = table("name,Wo\nDana,Acme\n")
    files = file, str(tmp_path / "more.csv")
    told = netlog("import", *files, "--yes", "--column", "Wo=organisation").out
    assert 'more.csv:1: There is no column "Wo". The table has "name".' in told
    assert netlog("person", "Lee", "--json").json["org"] is None
    assert netlog("person", "Dana", "--json").json["org"] == "Acme"

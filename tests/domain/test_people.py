"""Whom a typed name means, through the real commands."""

from pathlib import Path

import pytest

from tests.cli.looking import Netlog, given, names, owed, refused

KNOWN = r"""
2026-11-01 person "Dana Park" --org "Peak Marketing" --email dana@park.example --alias DP
2026-11-01 person Ann --new
2026-11-01 person "Anna Lee" --new
2026-11-01 person "José Núñez" --new
2026-11-01 person "Zoë Groß" --new
2026-11-01 person "Łukasz Wałęsa" --new
2026-11-01 person "Søren Ægir" --new
2026-11-01 person "Prospect 1" --new
2026-11-01 person "Person A" --new
2026-11-01 person "O'Brien" --new
2026-11-01 person Smith-Jones --new
2026-11-01 person "Max Berg" --org "Berg & Co"
2026-11-01 person "Max Bauer" --new
2026-11-01 person 張偉 --new
2026-11-01 person Ирина --new
2026-11-01 person עמוס --new
2026-11-01 person 🦊Foxy --new
2026-11-01 person 31 --new
2026-11-01 person e12 --new
2026-11-01 person [/x] --new
2026-11-01 person :smile: --new
2026-11-01 person back\\ --new
2026-11-01 person かわだ --new
2026-11-01 person lone@example.org --new
"""


@pytest.fixture(autouse=True)
def _known(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, KNOWN)


MEANS = [
    ("Dana Park", "Dana Park"),
    ("dana park", "Dana Park"),
    ("DANA  PARK ", "Dana Park"),
    ("Dána Párk", "Dana Park"),
    ("Dana\u200b Park\u2069", "Dana Park"),
    ("DP", "Dana Park"),
    ("dp", "Dana Park"),
    ("dana@park.example", "Dana Park"),
    ("DANA@Park.Example", "Dana Park"),
    ("dana", "Dana Park"),
    ("d park", "Dana Park"),
    ("D. Park", "Dana Park"),
    ("park d", "Dana Park"),
    ("Ann", "Ann"),
    ("anna", "Anna Lee"),
    ("ann lee", "Anna Lee"),
    ("jose nunez", "José Núñez"),
    ("JOSÉ", "José Núñez"),
    ("Jose\u0301", "José Núñez"),
    ("zoe", "Zoë Groß"),
    ("ZOË GROSS", "Zoë Groß"),
    ("lukasz walesa", "Łukasz Wałęsa"),
    ("soren aegir", "Søren Ægir"),
    ("prospect 1", "Prospect 1"),
    ("person a", "Person A"),
    ("O\u2019Brien", "O'Brien"),
    ("o'b", "O'Brien"),
    ("Smith\u2010Jones", "Smith-Jones"),
    ("jones", "Smith-Jones"),
    ("smith jones", "Smith-Jones"),
    ("max be", "Max Berg"),
    ("berg co", "Berg & Co"),
    ("張偉", "張偉"),
    ("張", "張偉"),
    ("ирина", "Ирина"),
    ("עמוס", "עמוס"),
    ("🦊foxy", "🦊Foxy"),
    ("31", "31"),
    ("E12", "e12"),
    ("[/x]", "[/x]"),
    (":SMILE:", ":smile:"),
    ("back\\", "back\\"),
    ("lone", "lone@example.org"),
]


@pytest.mark.parametrize(("typed", "name"), MEANS)
def test_a_known_name_is_found(netlog: Netlog, ledger: Path, typed: str, name: str) -> None:
    before = names(ledger)
    assert netlog("report", typed, "--json").json["name"] == name
    met = netlog("meet", typed, "--json").json
    assert met["created"] == []
    assert [one.debtor for one in owed(ledger, event=met["event"])] == ["me", name]
    thanked = netlog("thank", "me", "--by", typed, "--json").json
    assert thanked["closed"] == met["opened"][1:]
    assert names(ledger) == before


NEW = [
    "Prospect 2",
    "Person B",
    "Anne Mone",
    "Dana Parker-Bowles",
    "かわた",
    "李",
    "Алексей",
    "שרה",
    "R&D @ Acme",
    "dana@dana.park",
    "[link=file:///x]y[/link]",
    "=cmd|' /C calc'!A0",
    "x" * 200,
    "nobody@park.example",
]


@pytest.mark.parametrize("typed", NEW)
def test_a_new_name_is_added_by_recording_only(netlog: Netlog, ledger: Path, typed: str) -> None:
    refused(netlog, ledger, "report", typed)
    refused(netlog, ledger, "thank", typed)
    refused(netlog, ledger, "thank", "me", "--by", typed)
    refused(netlog, ledger, "problem", "e1", "late", "--with", typed)
    assert netlog("meet", typed, "--json").json["created"] == [typed]
    assert netlog("meet", typed, "--json").json["created"] == []
    assert names(ledger).count(typed) == 1


RECORDING = [
    ("meet", "{}"),
    ("meet", "Ann", "--by", "{}"),
    ("intro", "{}", "Ann"),
    ("intro", "Ann", "{}"),
    ("intro", "me", "Ann", "--by", "{}"),
    ("promise", "a list", "--to", "{}"),
    ("promise", "a list", "--by", "{}"),
    ("reach", "{}"),
    ("reach", "me", "--by", "{}"),
    ("person", "{}"),
]


@pytest.mark.parametrize("line", RECORDING, ids=" ".join)
def test_every_recording_command_resolves_names_alike(
    netlog: Netlog, ledger: Path, line: tuple[str, ...]
) -> None:
    def typed(name: str) -> list[str]:
        return [word.replace("{}", name) for word in line]

    assert "Dana Park" in refused(netlog, ledger, *typed("Dana Prak")).err
    assert "Max Bauer" in refused(netlog, ledger, *typed("max")).err
    assert netlog(*typed("d park"), "--json").json["created"] == []
    assert netlog(*typed("Dana Prak"), "--new", "--json").json["created"] == ["Dana Prak"]


NEARLY = [
    ("Dana Prak", "Dana Park"),
    ("Dnaa Park", "Dana Park"),
    ("Adna Park", "Dana Park"),
    ("Dana Pak", "Dana Park"),
    ("Dana Parrk", "Dana Park"),
    ("Danapark", "Dana Park"),
    ("Annna Lee", "Anna Lee"),
    ("Аnna Lee", "Anna Lee"),
    ("Αnna Lee", "Anna Lee"),
    ("Jose Nunes", "José Núñez"),
    ("Smith-Jonse", "Smith-Jones"),
    ("O'Brein", "O'Brien"),
    ("Ирнна", "Ирина"),
    ("lone@exmaple.org", "lone@example.org"),
]


@pytest.mark.parametrize(("typed", "name"), NEARLY)
def test_a_slip_is_never_written_and_never_merged(
    netlog: Netlog, ledger: Path, typed: str, name: str
) -> None:
    for line in (["meet", typed], ["report", typed], ["thank", typed]):
        assert f"    {name}" in refused(netlog, ledger, *line).err
    assert netlog("meet", typed, "--new", "--json").json["created"] == [typed]
    assert {typed, name} <= set(names(ledger))


@pytest.mark.parametrize("line", [["meet"], ["report"], ["thank"], ["person"]], ids=" ".join)
def test_two_candidates_are_listed_with_their_organisation(
    netlog: Netlog, ledger: Path, line: list[str]
) -> None:
    told = refused(netlog, ledger, *line, "max b").err
    assert "    Max Berg (Berg & Co)\n" in told
    assert "    Max Bauer\n" in told


NO_NAMES = {
    "empty": "",
    "blank": "   ",
    "tab and newline": "\t\n",
    "no-break space": "\u00a0",
    "zero width": "\u200b\u200d",
    "an accent without a letter": "\u0301",
    "201 characters": "x" * 201,
    "10,000 characters": "x" * 10_000,
    "10,000 blanks": " " * 10_000,
    "NUL": "a\0b",
    "ESC": "a\x1b[2Jb",
    "BEL": "a\x07b",
    "C1": "a\x9b2Jb",
    "DEL": "a\x7fb",
    "a lone surrogate": "a\udcff",
}


@pytest.mark.parametrize("typed", NO_NAMES.values(), ids=NO_NAMES)
def test_what_is_no_name_is_refused_everywhere(netlog: Netlog, ledger: Path, typed: str) -> None:
    for line in (
        ["meet", typed],
        ["meet", "Ann", typed, "--new"],
        ["report", typed],
        ["thank", typed],
        ["person", typed],
        ["person", "Ann", "--alias", typed],
        ["person", "Ann", "--skill", typed],
        *([["person", "Ann", "--org", typed]] if typed else []),  # "" takes it off
    ):
        refused(netlog, ledger, *line)


def test_line_breaks_in_a_name_are_blanks(netlog: Netlog, ledger: Path) -> None:
    assert netlog("meet", "Li\nWei\u2028Chen", "--json").json["created"] == ["Li Wei Chen"]


@pytest.mark.parametrize("typed", ["\u202eevil", "a\u2066b"])
def test_a_bidirectional_control_is_shown_and_tells_nobody_apart(
    netlog: Netlog, typed: str
) -> None:
    shown = netlog("meet", typed).out
    assert not set("\u202e\u2066") & set(shown)
    assert "\\u20" in shown
    plain = typed.translate(dict.fromkeys([0x202E, 0x2066]))
    assert netlog("report", plain, "--json").json["name"] == typed


@pytest.mark.parametrize("typed", ["me", "ME", " Me ", "Jordan Reyes", "jordan REYES"])
def test_me_and_the_owners_name_mean_me(
    netlog: Netlog, own_home: Path, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    settings = own_home / "settings.toml"
    settings.write_text('owner = "Jordan Reyes"\n')
    monkeypatch.setenv("NETLOG_CONFIG", str(settings))
    assert netlog("report", typed, "--json").json["name"] == "me"
    assert netlog("promise", "a list", "--by", typed, "--to", "Ann", "--json").json["created"] == []


def test_nobody_is_nearly_me(netlog: Netlog, ledger: Path) -> None:
    told = refused(netlog, ledger, "report", "Me Too").err
    assert 'netlog person "Me Too" --new' in told
    assert netlog("meet", "Me Too", "--json").json["created"] == ["Me Too"]


def test_no_beginning_means_me(netlog: Netlog, ledger: Path) -> None:
    assert "    me\n" not in refused(netlog, ledger, "report", "m").err


def test_an_address_is_no_beginning_of_a_name(netlog: Netlog, ledger: Path) -> None:
    netlog("person", "Lou Xavier Comb", "--new")
    refused(netlog, ledger, "report", "lou@x.com")
    assert netlog("meet", "lou@x.com", "--json").json["created"] == ["lou@x.com"]
    netlog("person", "Lou Xavier Comb", "--email", "lou@xavier.example")
    assert netlog("report", "lou@xavier.example", "--json").json["name"] == "Lou Xavier Comb"


READ_AS = [
    *[("32", "an id"), ("e13", "an id"), ("A3", "an id"), ("-", "an option"), ("-x", "an option")],
    *[("today", "a day"), ("Yesterday", "a day"), ("tomorrow", "a day"), ("🐻", "no word")],
    *[("2026-11-21", "a date"), ("21.11.", "a date"), ("3/4", "a date"), ("?!", "no word")],
    ("0301 234567", "a phone number of nobody known"),
]


@pytest.mark.parametrize(("typed", "what"), READ_AS)
def test_what_reads_as_something_else_is_no_name(
    netlog: Netlog, ledger: Path, typed: str, what: str
) -> None:
    assert f"reads as {what}" in refused(netlog, ledger, "meet", "--", typed).err
    refused(netlog, ledger, "person", "--alias", typed, "--", "Ann")
    if what == "an id":
        assert netlog("meet", typed, "--new", "--json").json["created"] == [typed]
    else:
        refused(netlog, ledger, "meet", "--new", "--", typed)
    refused(netlog, ledger, "person", "--rename", typed, "--", "Ann")


@pytest.mark.parametrize("typed", ["April", "May", "Sun", "R2D2", "3M", "E.ON"])
def test_names_that_only_look_like_a_day_or_an_id(netlog: Netlog, typed: str) -> None:
    assert netlog("meet", typed, "--json").json["created"] == [typed]


@pytest.mark.parametrize("typed", ["DANA PARK", "dp", "dana@park.example"])
def test_new_is_refused_where_nobody_is(netlog: Netlog, ledger: Path, typed: str) -> None:
    told = refused(netlog, ledger, "meet", typed, "--new").err
    assert f'"{typed}" is taken, so it is nobody new: Dana Park (Peak Marketing).' in told
    assert f'such as "{typed} 2"' in told
    assert netlog("meet", typed, "Newman", "--new", "--json").json["created"] == ["Newman"]
    refused(netlog, ledger, "edit", "e1", "--note", "x", "--new")


def test_new_makes_somebody_of_a_beginning(netlog: Netlog) -> None:
    assert netlog("meet", "Dana", "--new", "--json").json["created"] == ["Dana"]
    assert netlog("report", "dana", "--json").json["name"] == "Dana"


def test_a_name_alone_only_shows(netlog: Netlog, ledger: Path) -> None:
    told = refused(netlog, ledger, "person", "Zed Quark").err
    assert 'To add somebody: netlog person "Zed Quark" --new\n' in told
    refused(netlog, ledger, "person", "Zed Quark", "--archive")
    assert netlog("person", "Zed Quark", "--new", "--json").json["created"] == ["Zed Quark"]
    assert netlog("person", "Yve", "--skill", "law", "--json").json["created"] == ["Yve"]


MORE_WORDS = [
    "Ann Park",
    "Ann M. Park",
    "Ann Park-Lee",
    "A. Moon",
    "Dr Ann",
    "Park, Ann",
    "Ann, MD",
]
OTHER_MARKS = ["Park, Dana", "Peak, Marketing", "O Brien", "Dana Park <d@x.example>", "Lee; Anna"]


@pytest.mark.parametrize("typed", [*MORE_WORDS, *OTHER_MARKS, "Prof Dana Park", "Dana X. Park"])
def test_a_name_with_more_words_or_other_marks_is_nearly_known(
    netlog: Netlog, ledger: Path, typed: str
) -> None:
    told = refused(netlog, ledger, "meet", typed).err
    assert f'"{typed}" is new, but nearly somebody you know.' in told
    is_taken = "<" in typed
    netlog("meet", typed, "--new", code=3 if is_taken else 0)


@pytest.mark.parametrize("typed", ["Ann 2", "Ann B.", "Dana Park 3", "Peak Marketing Bonn"])
def test_what_tells_apart_on_purpose_is_somebody_new(netlog: Netlog, typed: str) -> None:
    assert netlog("meet", typed, "--json").json["created"] == [typed]


def test_words_begin_after_any_mark(netlog: Netlog) -> None:
    netlog("meet", 'William "Bill" Hart')
    assert netlog("report", "bill", "--json").json["name"] == 'William "Bill" Hart'
    assert netlog("meet", "Bill", "brien", "--json").json["created"] == []


def test_of_a_name_with_an_address_both_are_taken(netlog: Netlog, ledger: Path) -> None:
    told = netlog("meet", "Jo Lee <jo@lee.example>", "--json").json
    assert told["created"] == ["Jo Lee"]
    card = netlog("person", "jo@lee.example", "--json").json
    assert (card["name"], card["emails"]) == ("Jo Lee", ["jo@lee.example"])
    again = netlog("reach", "J. Lee <JO@lee.example>", "--json").json
    assert (again["created"], again["summary"]) == ([], "You reached out to Jo Lee")
    assert netlog("person", "Jo Lee <new@lee.example>", "--json").json["name"] == "Jo Lee"
    assert netlog("report", "Somebody <jo@lee.example>", "--json").json["name"] == "Jo Lee"
    assert netlog("report", "Dana Park <dp@home.example>", "--json").json["name"] == "Dana Park"
    netlog("meet", "<solo@lee.example>")
    assert "solo@lee.example" in names(ledger)


NUMBER = "+49 (0)171 123-4567"


@pytest.mark.parametrize(
    "typed",
    [
        "01711234567",
        "0171/1234567",
        "+491711234567",
        "0049 171 1234567",
        "49 171 1234567",
        "tel:0171-1234567",
    ],
)
def test_a_phone_number_finds_whom_it_belongs_to(netlog: Netlog, typed: str) -> None:
    netlog("person", "Ann", "--phone", NUMBER)
    netlog("person", "Max Bauer", "--phone", "0171 7654321", "--phone", "ask at the desk")
    assert netlog("person", typed, "--json").json["name"] == "Ann"
    assert netlog("meet", typed, "--json").json["created"] == []


def test_a_phone_number_of_several_is_asked_about(netlog: Netlog, ledger: Path) -> None:
    netlog("person", "Ann", "--phone", NUMBER)
    netlog("person", "Max Bauer", "--phone", "+43 171 1234567")
    assert "fits 2 contacts" in refused(netlog, ledger, "due", "0171 1234567").err
    assert netlog("person", "+43171 1234567", "--json").json["name"] == "Max Bauer"
    told = refused(netlog, ledger, "due", "0171 7654321").err
    assert 'netlog person NAME --phone "0171 7654321"' in told


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("9", "netlog done 9"),
        ("E4", "netlog history e4"),
        ("a1", "netlog history lists them"),
        ("2026-01-10", "That is a day"),
        ("Zed", "netlog person Zed --new"),
    ],
)
def test_a_hint_knows_what_is_no_name(typed: str, told: str, netlog: Netlog, ledger: Path) -> None:
    assert told in refused(netlog, ledger, "due", typed).err


@pytest.mark.parametrize("typed", [("Dana Park", "dana park"), ("Bo Li", "bo li"), ("dp", "dana")])
def test_the_same_name_twice_is_one_attendee(
    netlog: Netlog, ledger: Path, typed: tuple[str, str]
) -> None:
    met = netlog("meet", *typed, "--json").json
    assert len(owed(ledger, event=met["event"])) == 2


def test_an_alias_or_address_means_one_contact_only(netlog: Netlog, ledger: Path) -> None:
    for option in (
        ["--alias", "dana park"],
        ["--alias", "DP"],
        ["--alias", "Me"],
        ["--email", "dana@park.example"],
    ):
        refused(netlog, ledger, "person", "Ann", *option)
    refused(netlog, ledger, "person", "Ann", "--org", "Ann")


class TestTheOwnersNameIsAContactsToo:
    @pytest.fixture(autouse=True)
    def _settings(self, own_home: Path, monkeypatch: pytest.MonkeyPatch, _known: None) -> None:
        self.file = own_home / "config.toml"
        self.file.write_text("")
        monkeypatch.setenv("NETLOG_CONFIG", str(self.file))

    def test_setting_it_warns_of_whom_it_may_mean(self, netlog: Netlog) -> None:
        told = netlog("config", "set", "owner", "Max")
        assert '"Max" may also mean Max Bauer and Max Berg' in told.err
        assert "Type me for yourself" in told.err
        assert netlog("config", "set", "owner", "Max", "-q").text == ""
        assert netlog("config", "set", "owner", "Max Baker").err == ""

    def test_setting_a_contacts_name_is_refused(self, netlog: Netlog) -> None:
        for name in ("Dana Park", "dp", "dana@park.example"):
            told = netlog("config", "set", "owner", name, code=3).err
            assert "means Dana Park too" in told
        assert self.file.read_text() == ""

    def test_where_nothing_can_be_read_the_setting_holds(
        self, netlog: Netlog, ledger: Path
    ) -> None:
        ledger.write_bytes(b"no ledger")
        assert netlog("config", "set", "owner", "Max").err == ""
        ledger.unlink()
        assert netlog("config", "set", "owner", "Dana Park").err == ""

    def test_what_it_begins_is_asked_about(self, netlog: Netlog, ledger: Path) -> None:
        self.file.write_text('owner = "Max"')
        told = refused(netlog, ledger, "intro", "Ann", "Max").err
        assert '"Max" fits 3 contacts.' in told
        assert "    me, as in your settings\n    Max Bauer\n    Max Berg (Berg & Co)\n" in told
        netlog("meet", "Ann", "--by", "me")

    def test_an_exact_contact_is_never_taken_for_me(self, netlog: Netlog, ledger: Path) -> None:
        self.file.write_text('owner = "Dana Park"')
        assert "means Dana Park too" in refused(netlog, ledger, "meet", "dana park").err
        assert "netlog config set owner NAME" in refused(netlog, ledger, "report", "DANA PARK").err
        assert netlog("meet", "DP", "--json").json["created"] == []

    def test_an_owner_called_me_is_me(self, netlog: Netlog) -> None:
        netlog("person", "Melissa", "--new")
        self.file.write_text('owner = "Me"')
        assert netlog("report", "me", "--json").json["name"] == "me"

    def test_a_name_of_mine_that_became_the_setting_is_me(self, netlog: Netlog) -> None:
        netlog("person", "me", "--alias", "Jo Reyes")
        self.file.write_text('owner = "Jo Reyes"')
        assert netlog("report", "jo reyes", "--json").json["name"] == "me"


class TestOrganisations:
    def test_people_are_none(self, netlog: Netlog, ledger: Path) -> None:
        netlog("person", "Peak Silva", "--new")
        items = netlog("people", "--org", "peak", "--json").json["items"]
        assert [one["name"] for one in items] == ["Dana Park"]
        for typed in ("silva", "Peak Silva", "me"):
            told = refused(netlog, ledger, "people", "--org", typed).err
            assert f'No organisation in the ledger is called "{typed}".' in told

    def test_a_slip_is_told_with_organisations_only(self, netlog: Netlog, ledger: Path) -> None:
        netlog("person", "Peak Marketnin", "--new")
        told = refused(netlog, ledger, "people", "--org", "Peak Marketnig").err
        assert told.endswith("Did you mean:\n    Peak Marketing\n")

    def test_a_contact_with_its_people_is_one_with_it(self, netlog: Netlog) -> None:
        netlog("meet", "Dana Park", "--on", "2026-11-02")
        netlog("person", "Al Kim", "--org", "Peak Marketing", "--new")
        netlog("meet", "Al Kim", "--on", "2026-11-05")
        netlog("person", "Zoe", "--org", "Quiet Ltd", "--new")
        last = {
            one["name"]: one["last_contact"] for one in netlog("people", "--json").json["items"]
        }
        assert last["Peak Marketing"] == "2026-11-05"
        assert last["Quiet Ltd"] is None

    def test_an_alias_of_one_will_do(self, netlog: Netlog) -> None:
        netlog("person", "Peak Marketing", "--alias", "PM")
        assert len(netlog("people", "--org", "pm", "--json").json["items"]) == 1


def test_a_whole_word_comes_before_a_longer_one(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, '2026-11-02 meet "Lea Fink" "Lead Factory" "Max Berger"')
    assert netlog("report", "lea", "--json").json["name"] == "Lea Fink"
    assert netlog("meet", "lea", "--json").json["created"] == []
    assert netlog("report", "max berg", "--json").json["name"] == "Max Berg"
    refused(netlog, ledger, "report", "le")
    refused(netlog, ledger, "report", "max")


def test_the_owners_first_name_alone_means_me(netlog: Netlog, ledger: Path) -> None:
    netlog("config", "set", "owner", "Thomas Weber")
    assert netlog("report", "thomas", "--json").json["name"] == "me"
    told = refused(netlog, ledger, "meet", "Thomas").err
    assert told.endswith("or add --new if this is somebody else:\n    me, as in your settings\n")
    refused(netlog, ledger, "report", "Thom")
    assert netlog("meet", "Thomas", "--new", "--json").json["created"] == ["Thomas"]
    assert netlog("report", "thomas", "--json").json["name"] == "Thomas"


def test_a_single_name_of_the_owner_is_no_first_name(netlog: Netlog) -> None:
    netlog("config", "set", "owner", "Thomas")
    assert netlog("report", "thomas", "--json").json["name"] == "me"
    netlog("config", "unset", "owner")
    assert netlog("meet", "Thomas", "--json").json["created"] == ["Thomas"]

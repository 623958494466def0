"""Whom a typed name means, through the real commands."""

from pathlib import Path

import pytest

from tests.cli.looking import Netlog, given, names, owed, refused

KNOWN = r"""
2026-11-01 person "Dana Park" --org "Peak Marketing" --email dana@park.example --alias DP
2026-11-01 person Ann
2026-11-01 person "Anna Lee"
2026-11-01 person "José Núñez"
2026-11-01 person "Zoë Groß"
2026-11-01 person "Łukasz Wałęsa"
2026-11-01 person "Søren Ægir"
2026-11-01 person "Prospect 1"
2026-11-01 person "Person A"
2026-11-01 person "O'Brien"
2026-11-01 person Smith-Jones
2026-11-01 person "Max Berg" --org "Berg & Co"
2026-11-01 person "Max Bauer"
2026-11-01 person 張偉
2026-11-01 person Ирина
2026-11-01 person עמוס
2026-11-01 person 🦊
2026-11-01 person 31
2026-11-01 person e12
2026-11-01 person [/x]
2026-11-01 person :smile:
2026-11-01 person back\\
2026-11-01 person かわだ
2026-11-01 person lone@example.org
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
    ("🦊", "🦊"),
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
    thanked = netlog("thank", typed, "--json").json
    assert thanked["closed"] == met["opened"][:1]
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
    "🐻",
    "32",
    "e13",
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


def test_no_beginning_means_me(netlog: Netlog, ledger: Path) -> None:
    assert "    me\n" not in refused(netlog, ledger, "report", "m").err


def test_an_address_is_no_beginning_of_a_name(netlog: Netlog, ledger: Path) -> None:
    netlog("person", "Lou Xavier Comb")
    refused(netlog, ledger, "report", "lou@x.com")
    assert netlog("meet", "lou@x.com", "--json").json["created"] == ["lou@x.com"]
    netlog("person", "Lou Xavier Comb", "--email", "lou@xavier.example")
    assert netlog("report", "lou@xavier.example", "--json").json["name"] == "Lou Xavier Comb"


def test_a_name_that_looks_like_an_option(netlog: Netlog, ledger: Path) -> None:
    refused(netlog, ledger, "meet", "--frob", code=2)
    assert netlog("meet", "--json", "--", "--frob").json["created"] == ["--frob"]
    assert netlog("report", "--json", "--", "--frob").json["name"] == "--frob"


def test_new_with_the_very_same_name_is_the_known_contact(netlog: Netlog, ledger: Path) -> None:
    assert netlog("meet", "DANA PARK", "--new", "--json").json["created"] == []
    assert netlog("meet", "dp", "--new", "--json").json["created"] == []
    assert netlog("meet", "Dana", "--new", "--json").json["created"] == ["Dana"]
    assert netlog("report", "dana", "--json").json["name"] == "Dana"


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
        netlog("person", "Melissa")
        self.file.write_text('owner = "Me"')
        assert netlog("report", "me", "--json").json["name"] == "me"

    def test_a_name_of_mine_that_became_the_setting_is_me(self, netlog: Netlog) -> None:
        netlog("person", "me", "--alias", "Jo Reyes")
        self.file.write_text('owner = "Jo Reyes"')
        assert netlog("report", "jo reyes", "--json").json["name"] == "me"


class TestOrganisations:
    def test_people_are_none(self, netlog: Netlog, ledger: Path) -> None:
        netlog("person", "Peak Silva")
        items = netlog("people", "--org", "peak", "--json").json["items"]
        assert [one["name"] for one in items] == ["Dana Park"]
        for typed in ("silva", "Peak Silva", "me"):
            told = refused(netlog, ledger, "people", "--org", typed).err
            assert f'No organisation in the ledger is called "{typed}".' in told

    def test_a_slip_is_told_with_organisations_only(self, netlog: Netlog, ledger: Path) -> None:
        netlog("person", "Peak Marketnin", "--new")
        told = refused(netlog, ledger, "people", "--org", "Peak Marketnig").err
        assert told.endswith("Did you mean:\n    Peak Marketing\n")

    def test_an_alias_of_one_will_do(self, netlog: Netlog) -> None:
        netlog("person", "Peak Marketing", "--alias", "PM")
        assert len(netlog("people", "--org", "pm", "--json").json["items"]) == 1

"""What is kept of a contact, through `netlog person`."""

from collections.abc import Callable
from pathlib import Path

import pytest

from netlog.domain.people.contacts import (
    References,
    additions,
    detail_key,
    old_name,
    refuse_none,
    refuse_to_remove,
    removals,
)
from netlog.domain.people.names import comparison_key
from netlog.domain.records import Contact, Detail, DetailKind
from netlog.errors import Refused
from tests.cli.looking import Netlog, files, given, names, refused
from tests.support.refusals import raising

DETAILS = ["--skill", "HR", "--email", "d@x.example", "--phone", "+1 555", "--alias", "DP"]


def test_a_card_holds_what_was_said_of_a_contact(netlog: Netlog) -> None:
    netlog("person", "Dana Park", *DETAILS)
    card = netlog("person", "dana", "--skill", "law", "--org", "Peak", "--json").json
    assert card == {
        "schema": 1,
        "name": "Dana Park",
        "kind": "person",
        "org": "Peak",
        "skills": ["HR", "law"],
        "needs": [],
        "emails": ["d@x.example"],
        "phones": ["+1 555"],
        "urls": [],
        "titles": [],
        "aliases": ["DP"],
        "every_days": None,
        "touch_due_on": None,
        "created": ["Peak"],
        "left_org": None,
        "answered": [],
        "archived_on": None,
    }


def test_what_is_known_already_is_not_written_again(netlog: Netlog, ledger: Path) -> None:
    netlog("person", "Dana Park", *DETAILS)
    before = files(ledger)
    again = [word.swapcase() if not word.startswith("--") else word for word in DETAILS]
    card = netlog("person", "Dana Park", *again, *again, "--json").json
    assert files(ledger) == before
    assert card["skills"] == ["HR"]


def test_an_organisation_is_one_that_somebody_belongs_to(netlog: Netlog, ledger: Path) -> None:
    netlog("meet", "Acme")
    netlog("person", "Dana Park", "--org", "acme")
    assert netlog("person", "Acme", "--json").json["kind"] == "organisation"
    assert names(ledger) == ["Acme", "Dana Park"]


@pytest.mark.parametrize("address", ["dana", "a b@c.d", "@x", "x@", "", "a@b@c", "x" * 300 + "@y"])
def test_what_is_no_address(netlog: Netlog, ledger: Path, address: str) -> None:
    refused(netlog, ledger, "person", "Dana Park", "--email", address)
    assert not ledger.exists()


class TestRename:
    @pytest.fixture(autouse=True)
    def _bo(self, netlog: Netlog, ledger: Path) -> None:
        given(netlog, ledger, '2026-11-02 person "Bo Lee" --email bo@x.example')

    def test_the_old_name_still_means_the_contact(self, netlog: Netlog, ledger: Path) -> None:
        told = netlog("person", "Bo Lee", "--rename", "Bo Tran").out
        assert '"Bo Lee" still means Bo Tran. To drop that:\n' in told
        assert '  netlog person "Bo Tran" --drop "Bo Lee"\n' in told
        assert netlog("meet", "Bo Lee", "--json").json["created"] == []
        assert names(ledger) == ["Bo Tran"]
        assert netlog("person", "Bo Tran", "--json").json["aliases"] == ["Bo Lee"]

    @pytest.mark.parametrize("new", ["Bo Leee", "BO LEE", "Bó Lee"])
    def test_a_slip_is_not_kept(self, netlog: Netlog, new: str) -> None:
        told = netlog("person", "Bo Lee", "--rename", new).out
        assert "still means" not in told
        assert netlog("person", new, "--json").json["aliases"] == []

    def test_an_address_is_kept_as_the_address_that_it_is(self, netlog: Netlog) -> None:
        netlog("meet", "ann@x.example")
        netlog("person", "ann@x.example", "--rename", "Ann Webb")
        card = netlog("person", "ann@x.example", "--json").json
        assert (card["name"], card["aliases"], card["emails"]) == (
            "Ann Webb",
            [],
            ["ann@x.example"],
        )

    def test_there_and_back(self, netlog: Netlog) -> None:
        netlog("person", "Bo Lee", "--rename", "Bo Tran")
        netlog("person", "Bo Tran", "--rename", "Bo Lee")
        assert netlog("person", "Bo Lee", "--json").json["aliases"] == ["Bo Tran"]

    def test_undo_takes_the_alias_back(self, netlog: Netlog) -> None:
        netlog("person", "Bo Lee", "--rename", "Bo Tran")
        netlog("undo")
        card = netlog("person", "Bo Lee", "--json").json
        assert (card["name"], card["aliases"]) == ("Bo Lee", [])


class TestMoving:
    """The past of somebody who moves goes along, and the receipt says so."""

    @pytest.fixture(autouse=True)
    def _sven(self, netlog: Netlog) -> None:
        netlog("person", "Sven Rau", "--org", "Old Leads", "--new")
        netlog("intro", "me", "Max", "--by", "Sven Rau", "--fee", "80")

    def test_the_receipt_says_with_whom_it_is_counted(self, netlog: Netlog) -> None:
        told = netlog("person", "Sven", "--org", "New Leads").out
        assert (
            "\nWhat they did is counted with New Leads from now on, no longer with Old Leads.\n"
        ) in told
        fees = [
            netlog("report", name, "--json").json["introductions"]["fees"]
            for name in ("Old Leads", "New Leads")
        ]
        assert fees == ["0", "80"]

    def test_taken_off_it_is_counted_with_none(self, netlog: Netlog) -> None:
        told = netlog("person", "Sven", "--org", "").out
        assert "\nWhat they did is no longer counted with Old Leads.\n" in told

    def test_for_scripts(self, netlog: Netlog) -> None:
        assert netlog("person", "Sven", "--org", "New Leads", "--json").json["left_org"] == (
            "Old Leads"
        )
        assert netlog("person", "Sven", "--skill", "law", "--json").json["left_org"] is None

    def test_nothing_is_said_where_nobody_moves_or_nothing_goes_along(self, netlog: Netlog) -> None:
        netlog("person", "Zed", "--org", "Old Leads", "--new")
        netlog("meet", "Una")
        for line in (("Sven", "old leads"), ("Zed", "New Leads"), ("Una", "Old Leads")):
            assert "counted" not in netlog("person", line[0], "--org", line[1]).out

    def test_of_myself(self, netlog: Netlog) -> None:
        netlog("person", "me", "--org", "My Firm")
        assert "What you did" in netlog("person", "me", "--org", "My Other Firm").out


class TestTakingOff:
    @pytest.fixture(autouse=True)
    def _dana(self, netlog: Netlog) -> None:
        netlog("person", "Dana Park", *DETAILS, "--org", "Acme")

    def test_what_is_dropped_is_gone_until_undo(self, netlog: Netlog) -> None:
        before = netlog("person", "Dana Park", "--json").json
        unwanted = ("hr", "D@x.example", "+1 555", "dp")
        drops = [word for value in unwanted for word in ("--drop", value)]
        card = netlog("person", "Dana Park", *drops, "--json").json
        assert [card[key] for key in ("skills", "emails", "phones", "aliases")] == [[], [], [], []]
        assert card["org"] == "Acme"
        netlog("undo")
        assert netlog("person", "Dana Park", "--json").json == before

    def test_one_address_for_another(self, netlog: Netlog) -> None:
        card = netlog(
            "person", "Dana", "--drop", "d@x.example", "--email", "d@y.example", "--json"
        ).json
        assert card["emails"] == ["d@y.example"]

    def test_what_is_not_there_is_refused_with_what_is(self, netlog: Netlog, ledger: Path) -> None:
        told = refused(netlog, ledger, "person", "Dana", "--drop", "hr", "--drop", "tax").err
        assert 'Dana Park has no skill, need, address, number or alias "tax".' in told
        for there in ("alias DP", "address d@x.example", "number +1 555", "skill HR"):
            assert f"    {there}\n" in told

    def test_an_empty_organisation_takes_it_off(self, netlog: Netlog, ledger: Path) -> None:
        assert netlog("person", "Dana", "--org", "", "--json").json["org"] is None
        before = files(ledger)
        assert "Undo" not in netlog("person", "Dana", "--org", "").out
        assert files(ledger) == before
        netlog("undo")
        assert netlog("person", "Dana", "--json").json["org"] == "Acme"

    def test_none_is_no_organisation_unless_it_is_one(self, netlog: Netlog, ledger: Path) -> None:
        told = refused(netlog, ledger, "person", "Dana Park", "--org", "None").err
        assert 'To take the organisation off: --org ""' in told
        card = netlog("person", "Dana Park", "--org", "None", "--new", "--json").json
        assert card["org"] == "None"
        assert netlog("person", "Dana", "--org", "none", "--json").json["org"] == "None"

    @pytest.mark.parametrize("option", ["--skill", "--email", "--phone", "--alias"])
    def test_an_empty_detail_says_how_to_drop_one(
        self, netlog: Netlog, ledger: Path, option: str
    ) -> None:
        assert "--drop VALUE" in refused(netlog, ledger, "person", "Dana", option, "").err


def test_a_comma_after_a_name_is_no_part_of_it(netlog: Netlog, ledger: Path) -> None:
    assert netlog("meet", "tom,", "priya;", "--json").json["created"] == ["tom", "priya"]
    assert netlog("meet", "tom,", ",priya", "--json").json["created"] == []
    netlog("person", "Acme, Inc.", "--new")
    assert names(ledger) == ["tom", "priya", "Acme, Inc."]
    refused(netlog, ledger, "meet", ",")


def test_several_people_in_one_name_are_hinted_at(netlog: Netlog) -> None:
    told = netlog("meet", "Tom and Priya").out
    hint = "one contact; several need a name each, in quotes"
    assert f"  new     Tom and Priya\n          {hint}\n" in told
    assert hint not in netlog("meet", "Tom and Priya").out
    assert hint not in netlog("meet", "Acme, Inc.").out


class TestANameThatIsTaken:
    @pytest.fixture(autouse=True)
    def _two(self, netlog: Netlog, ledger: Path) -> None:
        given(netlog, ledger, '2026-11-02 person "Bo Lee" --alias BL\n2026-11-02 person Amy --new')

    def test_by_somebody_else(self, netlog: Netlog, ledger: Path) -> None:
        told = refused(netlog, ledger, "person", "Amy", "--rename", "bo lee").err
        assert '"bo lee" already means Bo Lee.' in told
        assert "netlog merge KEEP OTHER" in told
        told = refused(netlog, ledger, "person", "Amy", "--alias", "bl").err
        assert '"bl" already means Bo Lee.' in told

    def test_by_the_contact_itself(self, netlog: Netlog) -> None:
        assert netlog("person", "Bo Lee", "--rename", "BL", "--json").json["name"] == "BL"
        assert netlog("person", "Bo Lee", "--alias", "bl", "--json").json["aliases"] == [
            "Bo Lee",
            "bl",
        ]

    def test_by_me(self, netlog: Netlog, ledger: Path) -> None:
        told = refused(netlog, ledger, "person", "Amy", "--rename", "me").err
        assert "If it is you: netlog config set owner NAME" in told

    def test_i_am_called_me(self, netlog: Netlog, ledger: Path) -> None:
        assert "You are called me" in refused(netlog, ledger, "person", "me", "--rename", "Al").err


class TestWhoIsNoOrganisation:
    @pytest.fixture(autouse=True)
    def _two(self, netlog: Netlog, ledger: Path) -> None:
        given(
            netlog, ledger, '2026-11-02 person "Bo Lee" --new\n2026-11-02 person Amy --org "Bo Lee"'
        )

    def test_me(self, netlog: Netlog, ledger: Path) -> None:
        told = refused(netlog, ledger, "person", "Amy", "--org", "me").err
        assert "You are no organisation." in told

    def test_a_person_who_was_not_named_in_full(self, netlog: Netlog, ledger: Path) -> None:
        netlog("person", "Kim Park", "--new")
        told = refused(netlog, ledger, "person", "Amy", "--org", "kim").err
        assert '"kim" means Kim Park, who is a person.' in told

    def test_the_contact_itself_and_who_is_in_it(self, netlog: Netlog, ledger: Path) -> None:
        told = refused(netlog, ledger, "person", "Amy", "--org", "Amy").err
        assert "Nobody is their own organisation." in told
        told = refused(netlog, ledger, "person", "Bo Lee", "--org", "Amy").err
        assert "Amy is in Bo Lee already" in told


def test_what_is_dropped_is_named_where_two_things_are_called_so(
    netlog: Netlog, ledger: Path
) -> None:
    netlog("person", "Kim", "--skill", "tax", "--need", "tax")
    told = refused(netlog, ledger, "person", "Kim", "--drop", "tax").err
    assert told.splitlines()[-2:] == ["    need tax", "    skill tax"]
    card = netlog("person", "Kim", "--drop", "Need tax", "--json").json
    assert (card["skills"], card["needs"]) == (["tax"], [])
    assert netlog("person", "Kim", "--drop", "tax", "--json").json["skills"] == []


def test_what_is_dropped_is_told_and_kept_in_the_journal(netlog: Netlog) -> None:
    netlog("person", "Dana Park", *DETAILS, "--need", "flat")
    assert "  no longer needs flat\n" in netlog("person", "dana", "--drop", "flat").out
    for value, words in (("HR", "has the skill"), ("d@x.example", "has the address")):
        told = netlog("person", "dana", "--drop", value).out
        assert f"  no longer {words} {value}\n" in told
    netlog("person", "dana", "--drop", "+1 555", "--drop", "DP", "--skill", "law")
    assert netlog("undo").out.startswith(
        "Took back: Dana Park: skills law; no longer has the number +1 555; no longer called DP\n"
    )


def contact(name: str, *, is_me: bool = False) -> Contact:
    return Contact(2, name, comparison_key(name), "person", is_me, organisation_id=None)


def detail(kind: DetailKind, value: str) -> Detail:
    return Detail(1, 2, kind, value, detail_key(kind, value))


DANA = contact("Dana Park")
LISTED = 'netlog people --org "Dana Park" lists them; netlog person NAME --org OTHER moves one.'
REFUSALS: dict[str, tuple[Callable[[], object], str, str]] = {
    "what is no address": (
        lambda: additions({"email": ["dana"]}, []),
        '"dana" is not an e-mail address.',
        "",
    ),
    "what is not there, with what is": (
        lambda: removals(["tax"], [detail("skill", "HR")], "Dana Park"),
        'Dana Park has no skill, need, address, number or alias "tax".',
        "There is:",
    ),
    "what is not there, nor anything else": (
        lambda: removals(["tax"], [], "Dana Park"),
        'Dana Park has no skill, need, address, number or alias "tax".',
        'An organisation is taken off with --org "".',
    ),
    "me": (
        lambda: refuse_to_remove(contact("me", is_me=True), References(0, 0, 0)),
        "You cannot be taken out of your own ledger.",
        "",
    ),
    "who is in an event": (
        lambda: refuse_to_remove(DANA, References(1, 2, 3)),
        "Dana Park is in 1 event; only a contact in none can be taken out.",
        (
            'netlog history "Dana Park" lists them. If it is somebody else: netlog edit EVENT'
            ' --replace "Dana Park" NAME, or netlog merge NAME "Dana Park"'
        ),
    ),
    "who was thanked": (
        lambda: refuse_to_remove(DANA, References(0, 2, 3)),
        "Dana Park is in 2 thank-yous or apologies; only a contact in none can be taken out.",
        'netlog history "Dana Park" lists them.',
    ),
    "who has one contact": (
        lambda: refuse_to_remove(DANA, References(0, 0, 1)),
        "A contact belongs to Dana Park.",
        LISTED,
    ),
    "who has several contacts": (
        lambda: refuse_to_remove(DANA, References(0, 0, 2)),
        "2 contacts belong to Dana Park.",
        LISTED,
    ),
    "an organisation called none": (
        lambda: refuse_none("None", None),
        "There is no organisation called none.",
        'To take the organisation off: --org "". If one is really called so, add --new.',
    ),
}


@pytest.mark.parametrize(("refuse", "message", "hint"), REFUSALS.values(), ids=REFUSALS)
def test_a_refusal_says_why_and_what_to_do(
    refuse: Callable[[], object], message: str, hint: str
) -> None:
    with raising(Refused, message, hint):
        refuse()


def test_a_page_is_compared_as_a_page_and_all_else_as_a_name() -> None:
    assert detail_key("url", "https://X.example/dana/") == detail_key("url", "x.example/dana")
    assert detail_key("alias", "Dána  PARK") == detail_key("alias", "dana park")


@pytest.mark.parametrize(
    ("known", "stays"),
    [
        ([], "Bo Lee"),
        ([detail("alias", "bo lee")], None),
        ([detail("email", "bo@x.example")], "Bo Lee"),
        ([detail("skill", "Bo Lee")], "Bo Lee"),
    ],
)
def test_an_old_name_stays_as_an_alias_unless_it_is_one(
    known: list[Detail], stays: str | None
) -> None:
    assert old_name(contact("Bo Lee"), "Bo Tran", known) == stays

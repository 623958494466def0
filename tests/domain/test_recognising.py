"""Whom a card is of: by what is the same, and how sure that is."""

from itertools import islice

import pytest

from netlog.domain.people.recognising import (
    Marks,
    Match,
    Register,
    page_key,
    told_apart,
    without_mark,
)

DANA, SAM, FIRM, EVE, LEE, KIM = 2, 3, 4, 5, 6, 7
KNOWN = {
    DANA: Marks(("dana park", "dee"), ("dana@x.example",), ("x.example/dana",), (), "acme inc"),
    SAM: Marks(("sam fox",), (), (), ("+49 171 2345678",), ""),
    FIRM: Marks(("acme inc",), (), (), ("030 900900",), "", is_firm=True),
}


@pytest.fixture
def register() -> Register:
    known = Register()
    for contact, marks in KNOWN.items():
        known.add(contact, marks)
    return known


@pytest.mark.parametrize(
    ("marks", "match"),
    [
        (Marks(("d. p.",), ("dana@x.example",)), Match(DANA, "e-mail")),
        (Marks(("d. p.",), ("new@x.example",), ("x.example/dana",)), Match(DANA, "page")),
        (Marks(("dana park",)), Match(DANA, "name")),
        (Marks(("dan@x.example",), ("dana@x.example",)), Match(DANA, "e-mail")),
        (Marks(("eve hill",), ("dana@x.example",)), Match(DANA, "e-mail", is_sure=False)),
        (Marks(("de",), ("dana@x.example",)), Match(DANA, "e-mail", is_sure=False)),
        (Marks(("sam fox",), ("dana@x.example",)), Match(SAM, "name")),
        (Marks(("dana park",), ("other@x.example",)), Match(DANA, "name", is_sure=False)),
        (Marks(("dee",)), Match(DANA, "name")),
        (Marks(("somebody", "dee")), Match(DANA, "nickname", is_sure=False)),
        (Marks(("dana smith", "dana park")), Match(DANA, "nickname")),
        (Marks(("dana m park", "dee")), Match(DANA, "nickname")),
        (Marks(("sam fox", "dee")), Match(SAM, "name")),
        (Marks(("acme", "dee"), is_firm=True), Match(DANA, "nickname", is_sure=False)),
        (Marks(("acme, inc.",), is_firm=True), Match(FIRM, "name", is_sure=False)),
        (Marks(("park", "dee"), ("dana@x.example",), is_firm=True), Match(DANA, "nickname", False)),
        (Marks(("park",), ("dana@x.example",), is_firm=True), Match(DANA, "e-mail", False)),
        (Marks(("sam",), phones=("0171 2345678",), is_firm=True), Match(SAM, "number", False)),
        (Marks(("acme",), phones=("030 900900",), is_firm=True), Match(FIRM, "number")),
        (Marks(("eve hill",), ("sam@x.example", "dana@x.example")), Match(DANA, "e-mail", False)),
        (Marks(("park, dana",)), Match(DANA, "name")),
        (Marks(("dana park",), organisation="acme"), Match(DANA, "name")),
        (Marks(("dana park",), organisation="beta"), Match(DANA, "name", is_sure=False)),
        (Marks(("sam fox",), ("sam@beta.example",), organisation="beta"), Match(SAM, "name")),
        (Marks(("sam",), phones=("0171 2345678",)), Match(SAM, "number")),
        (Marks(("sam fox jr",), phones=("0171 2345678",)), Match(SAM, "number")),
        (Marks(("kim",), phones=("0171/234 56 78",)), Match(SAM, "number", is_sure=False)),
        (Marks(("kim",), phones=("+1 171 2345678",)), None),
        (Marks(("kim",), phones=("ask her",)), None),
        (Marks(("kim",)), None),
        (Marks(("kim", "kimmy")), None),
        (Marks(("park",)), None),
        (Marks(), None),
    ],
)
def test_somebody_is_recognised_by_what_is_the_same(
    marks: Marks, match: Match | None, register: Register
) -> None:
    assert register.find(marks) == match


def test_a_namesake_of_another_firm_is_doubtful_also_where_nobody_can_be_reached() -> None:
    register = Register()
    register.add(DANA, Marks(("dana park",), organisation="acme"))
    beta = Marks(("dana park",), organisation="beta")
    assert register.find(beta) == Match(DANA, "name", is_sure=False)
    register.add(FIRM, Marks(("acme", "beta"), is_firm=True))
    assert register.find(beta) == Match(DANA, "name")


def test_two_pages_of_one_site_are_two_peoples(register: Register) -> None:
    other = Marks(("dana park",), pages=("x.example/dana-2",), organisation="acme")
    assert register.find(other) == Match(DANA, "name", is_sure=False)
    for page in ("y.example/dana", "x.example", "x.example/in/dana"):
        assert register.find(other._replace(pages=(page,))) == Match(DANA, "name")


@pytest.mark.parametrize("end", ["", "/", "/#", "?"])
def test_a_whole_site_is_a_firms_like_a_shared_address(end: str, register: Register) -> None:
    site = page_key(f"https://www.acme.example{end}")
    register.add(DANA, Marks(pages=(site,)))
    assert register.find(Marks(("eve hill",), ("eve@x.example",), (site,))) is None
    assert register.find(Marks(("acme inc",), pages=(site,), is_firm=True)) == Match(FIRM, "name")
    assert register.find(Marks(("dana m park",), pages=(site,))) == Match(DANA, "page")
    below = f"{page_key('https://www.acme.example')}/?id=7"
    register.add(DANA, Marks(pages=(below,)))
    assert register.find(Marks(("eve hill",), pages=(site, below))) == Match(DANA, "page")


def test_who_was_kept_apart_is_known_again(register: Register) -> None:
    beta = Marks(("dana park",), organisation="beta")
    register.add(EVE, Marks(("dana park (beta)",), organisation="beta"))
    assert register.find(beta) == Match(EVE, "name")
    assert register.find(Marks(("dana park",), organisation="gamma")) == Match(DANA, "name", False)
    assert register.find(beta._replace(organisation="acme")) == Match(DANA, "name")
    register.add(EVE, Marks(pages=("y.example/eve",)))
    other = beta._replace(pages=("y.example/eve-2",))
    assert register.find(other) == Match(DANA, "name", is_sure=False)


def test_who_was_kept_apart_by_a_number_is_known_again_by_the_firm(register: Register) -> None:
    name, firm = f"dana {'x' * 190}", "a firm with a name"
    register.add(KIM, Marks((name,), organisation="acme"))
    card = Marks((name,), organisation=firm)
    assert register.find(card) == Match(KIM, "name", is_sure=False)
    register.add(EVE, Marks((f"{name} 2",), organisation="gamma"))
    assert register.find(card) == Match(KIM, "name", is_sure=False)
    register.add(LEE, Marks((f"{name} 3",), organisation=firm))
    assert register.find(card) == Match(LEE, "name")


def test_an_address_that_another_has_tells_nobody_from_a_namesake(register: Register) -> None:
    register.add(SAM, Marks((), ("office@x.example",)))
    shared = Marks(("dana park",), ("office@x.example",))
    assert register.find(shared) == Match(DANA, "name")
    own = shared._replace(emails=("office@x.example", "own@x.example"))
    assert register.find(own) == Match(DANA, "name", is_sure=False)


@pytest.mark.parametrize(
    ("alias", "marks"),
    [
        ("dana park (beta)", Marks(("dana park",), organisation="beta")),
        ("dana hill", Marks(("dana hill",), organisation="beta")),
        ("dot", Marks(("dot", "dee"), organisation="beta")),
    ],
)
def test_who_was_made_one_is_known_by_the_name_of_the_other(
    alias: str, marks: Marks, register: Register
) -> None:
    found = register.find(marks)
    assert found is None or not found.is_sure
    register.add(DANA, Marks((alias,)))
    assert register.find(marks) == Match(DANA, "name")


def test_a_number_goes_before_a_doubt_about_the_name(register: Register) -> None:
    marks = Marks(("sam fox",), phones=("0171 2345678",), organisation="beta")
    register.add(SAM, Marks(organisation="acme"))
    assert register.find(marks) == Match(SAM, "number")


def test_what_a_card_calls_somebody_means_them_in_the_next_one(register: Register) -> None:
    register.know_as(SAM, "foxy")
    assert register.find(Marks(("foxy",))) == Match(SAM, "name")
    assert (register.is_meant("foxy"), register.called("foxy")) == (True, None)
    register.know_as(SAM, "fox, samuel")
    assert register.find(Marks(("samuel fox",))) == Match(SAM, "name")


def test_who_had_a_mark_first_keeps_it(register: Register) -> None:
    register.add(SAM, KNOWN[DANA])
    assert register.called("dana park") == register.holder("dana@x.example") == DANA
    assert register.called("nobody") is None
    assert register.find(Marks((), (), ("x.example/dana",))) == Match(DANA, "page")


def test_a_number_that_very_many_have_is_looked_up_for_the_first_of_them() -> None:
    register = Register()
    for contact in range(30):
        register.add(contact, Marks((f"person {contact}",), phones=("030 900900",)))
    assert register.find(Marks(("person 3 jr",), phones=("030 900900",))) == Match(3, "number")
    late = Marks(("person 29 jr",), phones=("030 900900",))
    assert register.find(late) == Match(0, "number", is_sure=False)


@pytest.mark.parametrize(
    ("name", "is_same"),
    [
        ("dr. dana park", True),
        ("dr.dana park", True),
        ("prof. dr. med. dana park", True),
        ("dr.-ing. dana park", True),
        ("dana park, phd", True),
        ("dana park ph.d.", True),
        ("dana park, mba, pmp", True),
        ("park, dana (dr.)", True),
        ("park, dana, dr. med.", True),
        ("dana drpark", False),
        ("drdana park", False),
        ("dana park mba", False),
        ("dr. park", False),
        ("park, md", False),
    ],
)
def test_a_title_is_no_part_of_a_name(name: str, is_same: bool, register: Register) -> None:
    match = Match(DANA, "name")
    assert register.find(Marks((name,))) == (match if is_same else None)
    if is_same:
        other = Marks((name,), organisation="beta")
        assert register.find(other) == match._replace(is_sure=False)


@pytest.mark.parametrize(
    "url",
    ["https://www.x.example/Dana/", "http://x.example/dana", "//x.example/dana", "x.example/dana"],
)
def test_a_page_is_the_same_however_it_is_written(url: str) -> None:
    assert page_key(url) == "x.example/dana"


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Rob Ellis", ("Rob Ellis", "")),
        ("Rob Ellis (Harbour Bank)", ("Rob Ellis", "(Harbour Bank)")),
        ("Rob Ellis (Acme (UK))", ("Rob Ellis", "(Acme (UK))")),
        ("Rob Ellis (Acme) 2", ("Rob Ellis", "(Acme) 2")),
        ("Rob Ellis 12", ("Rob Ellis", "12")),
        ("Rob (Bobby) Ellis", ("Rob (Bobby) Ellis", "")),
        ("(Acme)", ("(Acme)", "")),
        ("", ("", "")),
    ],
)
def test_what_tells_a_name_apart_stands_behind_it(name: str, parts: tuple[str, str]) -> None:
    assert without_mark(name) == parts


def test_namesakes_are_told_apart_by_their_firm_and_else_by_a_number() -> None:
    names = ["Rob", "Rob (Acme)", "Rob 2", "Rob 3"]
    assert list(islice(told_apart("Rob", "Acme"), 4)) == names
    assert list(islice(told_apart("Rob", ""), 2)) == ["Rob", "Rob 2"]


def test_what_tells_apart_fits_into_a_name() -> None:
    long, longest = "x" * 194, f"{'x' * 197} yz"
    assert list(islice(told_apart(long, "Peak"), 2)) == [long, f"{long} 2"]
    assert list(islice(told_apart(long, "Ash"), 2)) == [long, f"{long} (Ash)"]
    assert list(islice(told_apart(longest, "Ash"), 2)) == [longest, f"{'x' * 197} 2"]


def test_who_is_called_by_an_address_gets_the_name_that_a_card_has(register: Register) -> None:
    register.add(EVE, Marks(("eve@x.example",)))
    assert register.is_nameless(EVE)
    assert register.meant("eve@x.example") == register.holder("eve@x.example") == EVE
    assert register.find(Marks(("eve hill",), ("eve@x.example",))) == Match(EVE, "e-mail")
    register.name(EVE, "eve hill")
    assert not register.is_nameless(EVE)
    assert register.meant("eve hill") == register.meant("eve@x.example") == EVE


def test_an_address_that_a_card_gave_to_somebody_is_theirs_in_the_next_one(
    register: Register,
) -> None:
    register.add(EVE, Marks(("info@x.example",)))
    register.claim("info@x.example", SAM)
    register.claim("info@x.example", DANA)
    assert register.find(Marks(("fox",), ("info@x.example",))) == Match(SAM, "e-mail")


@pytest.mark.parametrize(
    ("name", "may_be"), [("fox", True), ("lee", False), ("sam@x.example", False)]
)
def test_whether_a_name_may_be_somebodys(name: str, may_be: bool, register: Register) -> None:
    assert register.may_be_called(SAM, name) is may_be

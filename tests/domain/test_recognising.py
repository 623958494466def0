"""Whom a card is of: by what is the same, and how sure that is."""

import pytest

from netlog.domain.people.recognising import Marks, Match, Register, page_key

DANA, SAM, FIRM = 2, 3, 4
KNOWN = {
    DANA: Marks(("dana park", "dee"), ("dana@x.example",), ("x.example/dana",), (), "acme inc"),
    SAM: Marks(("sam fox",), (), (), ("+49 171 2345678",), ""),
    FIRM: Marks(("acme inc",), (), (), ("030 900900",), ""),
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
        (Marks(("sam fox",), ("dana@x.example",)), Match(SAM, "name")),
        (Marks(("dana park",), ("other@x.example",)), Match(DANA, "name", is_sure=False)),
        (Marks(("somebody", "dee")), Match(DANA, "name")),
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
        (Marks(("park",)), None),
        (Marks(), None),
    ],
)
def test_somebody_is_recognised_by_what_is_the_same(
    marks: Marks, match: Match | None, register: Register
) -> None:
    assert register.find(marks) == match


def test_a_namesake_of_another_firm_is_no_doubt_while_nobody_can_be_reached() -> None:
    register = Register()
    register.add(DANA, Marks(("dana park",), organisation="acme"))
    assert register.find(Marks(("dana park",), organisation="beta")) == Match(DANA, "name")
    address = Marks(("dana park",), ("dana@beta.example",), organisation="beta")
    assert register.find(address) == Match(DANA, "name", is_sure=False)


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
    "url",
    ["https://www.x.example/Dana/", "http://x.example/dana", "//x.example/dana", "x.example/dana"],
)
def test_a_page_is_the_same_however_it_is_written(url: str) -> None:
    assert page_key(url) == "x.example/dana"

"""Thanking several, and for an event: for whatever that opens between the two, also later."""

from datetime import date

import pytest

from netlog.domain.acknowledging import refuse_between, to_thank_for
from netlog.domain.records import AcknowledgementKind
from netlog.errors import Refused
from tests.laws.saying import Netlog, became, history, is_open, typed
from tests.support.refusals import raising
from tests.support.vouchers import voucher

MET = "meet Cy Bo Zed --on 3; intro me Jo --by Ada --on 4; intro Cy Bo --on 5"


def thanks(netlog: Netlog) -> list[str]:
    """Who still owes whom thanks, and since when."""
    return [item.partition(", due")[0] for item in is_open(netlog, "thanks")]


def test_several_are_thanked_at_once(netlog: Netlog) -> None:
    typed(netlog, MET)
    told = typed(netlog, "thank Cy Bo Cy Ada --on 6").out
    assert told.startswith("You thanked Cy, Bo and Ada · ")
    assert thanks(netlog) == [
        *("Bo > me thanks: since 3 Jan", "Bo > me thanks: since 5 Jan"),
        *("Cy > me thanks: since 3 Jan", "Cy > me thanks: since 5 Jan"),
        *("Zed > me thanks: since 3 Jan", "me > Zed thanks: since 3 Jan"),
    ]
    typed(netlog, "undo")
    assert len(thanks(netlog)) == 9
    assert "nothing was open for it between you and Jo yet" in typed(netlog, "thank Jo Cy").out


def test_an_event_for_which_i_thanked_already_is_told_and_has_nothing_open(netlog: Netlog) -> None:
    typed(netlog, "intro me Jo --by Sam --on 3; thank Sam --on 4")
    told = typed(netlog, "thank e1 --on 5").out
    assert "nothing of e1 was open; it counts for what an edit of e1 may open" in told


def test_who_thanks_me_thanks_me(netlog: Netlog) -> None:
    typed(netlog, f"{MET}; thank --by Cy --on 6")
    assert "Cy > me thanks: since 3 Jan" not in thanks(netlog)
    assert "missing" in netlog("thank", code=2).err


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("thank e1 --on 6", 6),
        ("thank e1 --by Cy --on 6", 8),
        ("thank e2 --on 6", 8),
        ("thank e3 --by Bo --on 6", 8),
    ],
)
def test_for_an_event_only_what_it_opened_is_settled(netlog: Netlog, line: str, left: int) -> None:
    typed(netlog, f"{MET}; {line}")
    assert len(thanks(netlog)) == left
    event = line.split()[1]
    assert [item for item in history(netlog) if f"for {event}" in item["text"]]


def test_what_the_event_opens_later_is_settled_too(netlog: Netlog) -> None:
    typed(netlog, "intro me Jo --by Ada --fee 20 --on 4; thank e1 --on 6; edit e1 --fee ''")
    assert became(netlog, "e1", "thanks") == ["me > Ada thanks: kept 6 Jan"]
    typed(netlog, "edit e1 --on 9")
    assert became(netlog, "e1", "thanks") == ["me > Ada thanks: kept 9 Jan"]
    (item,) = (item for item in history(netlog)[1]["items"] if item["kind"] == "thanks")
    typed(netlog, f"reopen {item['id']}")
    assert became(netlog, "e1", "thanks") == ["me > Ada thanks: open"]
    typed(netlog, "undo; meet Ada --on 6")
    assert "me > Ada thanks: since 6 Jan" in thanks(netlog)
    typed(netlog, "delete e1")
    assert became(netlog, "e2", "thanks") == ["Ada > me thanks: open", "me > Ada thanks: open"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("thank e3", 3),
        ("thank e1 --by Jo", 3),
        ("thank e9", 3),
        ("thank e1 Cy", 2),
        ("thank e1 e2", 2),
        ("thank Cy Bo --for 1", 2),
        ("thank e1 --for 1", 2),
        ("thank Cy me", 3),
        ("thank Cy --new", 3),
        ("apologize e1", 3),
    ],
)
def test_what_could_never_be(netlog: Netlog, line: str, code: int) -> None:
    typed(netlog, MET)
    netlog(*line.split(), code=code)
    assert len(thanks(netlog)) == 9


def test_thanks_for_what_was_deleted_says_so_and_is_itself_again(netlog: Netlog) -> None:
    typed(netlog, "meet Cy --on 3; thank e1 --on 4; thank me --by Cy --for 2 --on 5")
    told = typed(netlog, "delete e1").out
    assert "now     a1  You thanked Cy for e1 (deleted)\n" in told
    assert "now     a2  Cy thanked you · for 2 (deleted)\n" in told
    assert [item["text"] for item in history(netlog)] == [
        "You thanked Cy for e1 (deleted)",
        "Cy thanked you",
    ]
    assert typed(netlog, "history").out.endswith("Cy thanked you · for 2 (deleted)\n")
    assert typed(netlog, "undo; delete e1 --json").json["uncounted"] == ["a1", "a2"]
    typed(netlog, "undo")
    assert "deleted" not in typed(netlog, "history").out


def test_an_edit_keeps_thanks_for_an_event_with_whom_they_are_owed_to(netlog: Netlog) -> None:
    typed(netlog, "intro me Jo --by Ada --on 3; meet Bo --on 3; thank e1 --on 4")
    for other in ("Bo", "Jo"):
        refused = netlog("edit", "a1", "--replace", "Ada", other, today="2026-01-16", code=3)
        assert "Thanks for e1 are owed to somebody else." in refused.err
    typed(netlog, "meet Cy Bo --on 5; thank Cy --on 6; edit a2 --replace Cy Bo; thank e3 --on 7")
    assert "You thanked Bo" in typed(netlog, "history").out
    typed(netlog, "delete e1; edit a1 --replace Ada Bo")
    assert "You thanked Bo for e1 (deleted)" in typed(netlog, "history").out


def test_thanks_for_an_event_can_go_to_another_to_whom_it_owes_them(netlog: Netlog) -> None:
    typed(netlog, "meet Cy Bo --on 3; thank e1 --on 4; edit a1 --replace Cy Bo")
    assert [item["text"] for item in history(netlog)] == [
        "You met Cy and Bo",
        *["You thanked Bo for e1"] * 2,
    ]
    assert "me > Cy thanks: since 3 Jan" in thanks(netlog)


ME, CY, BO = 1, 2, 3
DAY = date(2026, 1, 3)


@pytest.mark.parametrize(
    ("kind", "between", "message", "hint"),
    [
        (
            "thanks",
            (CY, CY),
            "Nobody needs to thank themselves.",
            "Yours: netlog thank WHO. Somebody else's to you: netlog thank me --by WHO.",
        ),
        (
            "apology",
            (ME, ME),
            "Nobody needs to apologise to themselves.",
            "Yours: netlog apologize WHO. Somebody else's to you: netlog apologize me --by WHO.",
        ),
        ("thanks", (CY, BO), "Whom others thank is not yours to track.", ""),
        ("apology", (CY, BO), "Whom others apologise to is not yours to track.", ""),
    ],
)
def test_a_word_is_between_me_and_another(
    kind: AcknowledgementKind, between: tuple[int, int], message: str, hint: str
) -> None:
    with raising(Refused, message, hint):
        refuse_between(kind, *between, ME)


def test_thanks_for_a_meeting_are_for_those_met_or_for_me() -> None:
    alone, together = (voucher(7, "meeting", DAY, guests) for guests in ((ME, CY), (ME, CY, BO)))
    assert to_thank_for(alone, ME, ME) == [CY]
    assert to_thank_for(alone, CY, ME) == [ME]
    assert to_thank_for(together, ME, ME) == [CY, BO]


def test_thanks_for_an_event_without_me_say_how_to_see_who_was_in_it() -> None:
    with pytest.raises(Refused) as caught:
        to_thank_for(voucher(7, "meeting", DAY, (CY, BO)), CY, ME)
    assert caught.value.message == "You and who says thanks were not both in e7."
    assert caught.value.hint == "netlog history e7 shows who was."


def test_whoever_gave_an_introduction_owes_no_thanks_for_it() -> None:
    with pytest.raises(Refused) as caught:
        to_thank_for(voucher(7, "introduction", DAY, (ME, CY, BO)), ME, ME)
    assert caught.value.message == "Thanks for e7 are owed to who gave it."
    assert caught.value.hint == "Theirs to you: netlog thank e7 --by WHO"

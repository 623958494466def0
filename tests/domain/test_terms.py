"""Terms: days until due, or never; what is never due is not opened."""

from pathlib import Path

import pytest

from netlog.domain.projection.terms import ALWAYS, DAYS, LONGEST_TERM, terms_from
from netlog.errors import Unreadable
from tests.cli.looking import Netlog, given, owed, refused

# What opens an obligation of each kind by its term.
OPENING = {
    "thanks": ("intro Ann Bob", "thanks", "Ann"),
    "thanks_mine": ("intro me Ann --by Bob", "thanks", "me"),
    "thanks_meeting": ("meet Ann", "thanks", "Ann"),
    "thanks_meeting_mine": ("meet Ann", "thanks", "me"),
    "response": ("intro Ann Bob", "response", "Bob"),
    "check_response": ("intro Ann Bob", "check-response", "me"),
    "check_outcome": ("intro Ann Bob", "check-outcome", "me"),
    "update": ("intro me Ann --by Bob", "update", "me"),
    "reply": ("reach Ann", "reply", "Ann"),
    "reply_mine": ("reach me --by Ann", "reply", "me"),
    "apology": ("problem e1 bad --with Bob", "apology", "me"),
    "replacement": ("problem e1 bad --with Bob", "replacement", "me"),
}


def test_there_is_no_other_term() -> None:
    with pytest.raises(Unreadable, match="There is no term called 'thank'") as caught:
        terms_from({"thanks": 3, "thank": 3})
    assert "thanks_mine" in str(caught.value.hint)


def test_every_term_that_may_be_never_is_tried() -> None:
    assert set(OPENING) | ALWAYS == set(DAYS)


@pytest.mark.parametrize("term", OPENING)
def test_what_is_never_due_is_not_opened(netlog: Netlog, ledger: Path, term: str) -> None:
    line, kind, debtor = OPENING[term]
    given(netlog, ledger, "2026-11-01 intro Ann Bob")
    before = len(owed(ledger))
    netlog(*line.split())
    usual = owed(ledger)[before:]
    assert (kind, debtor) in [one[:2] for one in usual]
    netlog("undo")
    netlog("config", "set", f"terms.{term}", "never")
    netlog(*line.split())
    is_mine = debtor == "me"
    assert owed(ledger)[before:] == [
        one for one in usual if (one[0], one[1] == "me") != (kind, is_mine)
    ]


@pytest.mark.parametrize("days", [0, LONGEST_TERM])
def test_days_from_none_to_ten_years(days: int) -> None:
    assert terms_from({"thanks": days}).thanks == days


@pytest.mark.parametrize("days", [-1, LONGEST_TERM + 1, True, "7", 2.5])
@pytest.mark.parametrize(("term", "never"), [("thanks", ", or never"), ("promise", "")])
def test_nothing_else_is_a_term(term: str, never: str, days: object) -> None:
    with pytest.raises(Unreadable) as caught:
        terms_from({term: days})
    told = f"The term {term} must be a whole number of days from 0 to 3650{never}."
    assert caught.value.message == told


@pytest.mark.parametrize("term", sorted(ALWAYS))
def test_a_promise_is_always_due(term: str) -> None:
    with pytest.raises(Unreadable, match=r"from 0 to 3650\."):
        terms_from({term: "never"})


def test_settings_show_and_take_never(netlog: Netlog, ledger: Path) -> None:
    netlog("config", "set", "terms.thanks", "never")
    settings = netlog("config", "--json").json["settings"]
    assert {"key": "terms.thanks", "value": "never", "source": "file"} in settings
    assert (
        "or never" in refused(netlog, ledger, "config", "set", "terms.thanks", "Never", code=2).err
    )
    assert 'it was "never"' in netlog("config", "set", "terms.thanks", "7").out


def test_a_later_never_takes_nothing_from_what_was_opened(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, "2026-11-01 intro me Ann --by Bob\n2026-11-01 meet Ann")
    before = owed(ledger)
    for term in ("thanks_mine", "thanks_meeting", "thanks_meeting_mine", "update"):
        netlog("config", "set", f"terms.{term}", "never")
    netlog("edit", "e1", "--note", "x")
    netlog("edit", "e2", "--at", "the fair")
    assert owed(ledger) == before


def test_what_was_not_opened_stays_so_in_an_edit(netlog: Netlog, ledger: Path) -> None:
    netlog("config", "set", "terms.thanks_meeting", "never")
    given(netlog, ledger, "2026-11-02 meet Ann --note never")
    before = owed(ledger)
    assert [one[:2] for one in before] == [("thanks", "me")]
    netlog("edit", "e1", "--note", "x")
    assert owed(ledger) == before


MET = "2026-11-02 meet Ann Bob Cyd"


def test_thanks_for_a_meeting_depend_on_how_many_were_there_under_the_terms_of_then(
    netlog: Netlog, ledger: Path
) -> None:
    given(netlog, ledger, MET)
    thanks = owed(ledger)
    assert len(thanks) == 6
    netlog("edit", "e1", "--add", "Dan")
    assert owed(ledger) == []
    netlog("config", "set", "group_size", "3")
    netlog("edit", "e1", "--remove", "Dan")
    assert owed(ledger) == thanks
    netlog("meet", "Ann", "Bob", "Cyd")
    assert owed(ledger) == thanks
    netlog("config", "set", "group_size", "never")
    netlog("edit", "e2", "--add", "Dan")
    assert owed(ledger) == thanks
    netlog("meet", "Ann", "Bob", "Cyd", "Dan")
    assert len(owed(ledger, event="e3")) == 8


def test_a_talk_answers_and_opens_nothing(netlog: Netlog, ledger: Path) -> None:
    given(netlog, ledger, "2026-11-02 reach Ann\n2026-11-03 talk Ann\n2026-11-04 note Ann x")
    assert [one.kind for one in owed(ledger)] == ["reply"]
    assert netlog("due", "--all", "--json").json["items"] == []

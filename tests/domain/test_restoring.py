"""What is said before a ledger is replaced."""

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from netlog.domain.restoring import Comparison, Contents, sentences

if TYPE_CHECKING:
    from netlog.domain.records import ChangeKind

TODAY = date(2026, 11, 28)
NOW = Contents(34, 120, 12, datetime(2026, 11, 27, 12, tzinfo=UTC))
THEN = Contents(1, 1, 1, datetime(2025, 11, 12, 12, tzinfo=UTC))


def test_what_goes_and_what_comes() -> None:
    gone: list[tuple[ChangeKind, str]] = [("undo", "You met Sam"), ("do", "You met Sam")]
    comparison = Comparison(NOW, THEN, gone=17, come=1, last_gone=gone)
    assert sentences(comparison, TODAY) == [
        "now:  34 contacts, 120 events, 12 open items; the last told on 27 Nov",
        "then: 1 contact, 1 event, 1 open item; the last told on 12 Nov 2025",
        "17 commands since then would go, the last: taken back: You met Sam; You met Sam",
        "1 command would come that the ledger has not",
    ]
    assert not comparison.is_alike


def test_a_ledger_that_is_not_there_or_empty() -> None:
    assert sentences(Comparison(None, Contents(0, 0, 0, None)), TODAY) == ["then: nothing"]
    assert not Comparison(None, NOW).is_alike


def test_a_file_that_cannot_be_read() -> None:
    comparison = Comparison(None, THEN, puts_aside=True)
    assert "put aside" in sentences(comparison, TODAY)[0]


def test_a_ledger_that_has_the_same_commands() -> None:
    assert Comparison(NOW, NOW).is_alike
    assert not Comparison(NOW, NOW, gone=1).is_alike
    assert not Comparison(NOW, NOW, come=1).is_alike
    assert not Comparison(NOW, NOW, is_damaged=True).is_alike


def test_a_ledger_with_the_same_commands_may_be_damaged() -> None:
    comparison = Comparison(NOW, NOW, is_damaged=True)
    assert not comparison.is_alike
    assert sentences(comparison, TODAY)[-1] == "the ledger has the same commands, and is damaged"

"""A signal that comes with a commit waits for the receipt, unless it comes twice."""

import signal
from collections.abc import Iterator

import pytest

from netlog.ledger.file.signals import receipts_first, without_signals


@pytest.fixture
def heard() -> Iterator[list[int]]:
    """The signals that are heard while the test runs."""
    came: list[int] = []
    before = signal.signal(signal.SIGTERM, lambda number, _: came.append(number))
    yield came
    signal.signal(signal.SIGTERM, before)


def told_to_stop() -> None:
    signal.raise_signal(signal.SIGTERM)


def told_to_stop_and_failing() -> None:
    told_to_stop()
    raise OSError("full")


def test_it_is_heard_once_the_receipt_is_out(heard: list[int]) -> None:
    with receipts_first():
        without_signals(told_to_stop)
        assert heard == []
    assert heard == [signal.SIGTERM]
    told_to_stop()
    assert heard == [signal.SIGTERM] * 2


def test_who_means_it_is_heard_at_once(heard: list[int]) -> None:
    with receipts_first():
        without_signals(told_to_stop)
        told_to_stop()
        assert heard == [signal.SIGTERM] * 2
    assert heard == [signal.SIGTERM] * 2


def test_where_nothing_is_written_there_is_nothing_to_wait_for(heard: list[int]) -> None:
    with receipts_first():
        with pytest.raises(OSError, match="full"):
            without_signals(told_to_stop_and_failing)
        assert heard == [signal.SIGTERM]


def test_without_a_receipt_nothing_waits(heard: list[int]) -> None:
    without_signals(told_to_stop)
    assert heard == [signal.SIGTERM]

"""Files that are broken, endless or made to do harm: reported, bounded, and never a traceback."""

import json
import tracemalloc
from collections.abc import Iterator
from datetime import date
from typing import BinaryIO, cast

import pytest

from netlog.exchange.format import Format
from netlog.exchange.records import Card, Meeting, Problem
from netlog.exchange.recurring import MOST_DAYS
from netlog.exchange.registry import FORMATS, named
from netlog.exchange.sheet import MOST_VALUES
from netlog.exchange.table import MOST_COLUMNS
from tests.exchange.reading import READING, entries

LONG = "x" * 10_000_000
EVENT = (
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:{start}\nATTENDEE:mailto:d@example.com\n"
    "{more}\nEND:VEVENT\nEND:VCALENDAR\n"
)


def problems(data: str | bytes, form: str | None = None) -> list[str]:
    binary = data.encode() if isinstance(data, str) else data
    chosen = named(form) if form else None
    return [each.reason for each in entries(binary, form=chosen) if isinstance(each, Problem)]


def cards(data: str) -> list[Card]:
    return [each for each in entries(data.encode()) if isinstance(each, Card)]


@pytest.mark.parametrize(
    "data",
    [
        f"Name,Email\nDana,{LONG}\nRob,r@example.com\n",
        f'Name,Email\nDana,"{LONG}"\nRob,r@example.com\n',
        f'Name,Email\nDana,"{"x" * 200_000}"\nRob,r@example.com\n',
        f"BEGIN:VCARD\nFN:Dana\nNOTE:{LONG}\nEND:VCARD\nBEGIN:VCARD\nFN:Rob\nEND:VCARD\n",
        f"BEGIN:VCARD\n{LONG}\nEND:VCARD\nBEGIN:VCARD\nFN:Rob\nEND:VCARD\n",
        f"### Friends:\n- {LONG}\n- Rob\n",
    ],
    ids=["cell", "quoted", "long-enough", "note", "no-property", "entry"],
)
def test_a_text_of_ten_million_characters_costs_itself_alone(data: str) -> None:
    assert cards(data)[-1].name == "Rob"
    assert problems(data)


def test_a_card_without_an_end_is_not_gathered_for_ever() -> None:
    card = "BEGIN:VCARD\nFN:Rob\n"
    folds = " xxxxxxxxx\n" * 400_000
    data = f"{card}NOTE:a\n{folds}END:VCARD\n{card}END:VCARD\n"
    (problem, rob) = entries(data.encode())
    assert isinstance(problem, Problem)
    assert problem.place == 1
    assert rob == Card(400_005, "Rob")


@pytest.mark.parametrize("form", ["monica", "taskwarrior"])
@pytest.mark.parametrize(
    "data", ["[" * 100_000, '{"a":' * 100_000, "1" * 5_000, '["\\ud800"]', "{", "", "\0", "[1, 2]"]
)
def test_documents_that_are_none(form: str, data: str) -> None:
    problems(data, form)


def test_a_document_that_is_too_large_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("netlog.exchange.documents.LARGEST", 1 << 20)
    assert "more than" in problems(json.dumps(["x" * (1 << 20)]), "monica")[0]


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        b"\0",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\xff" * 100,
        b"a\0b\0",
        b'"',
        b":",
        b"BEGIN",
    ],
)
def test_files_of_hardly_anything(form: Format, data: bytes) -> None:
    form.recognise(data)
    entries(data, form=form)


@pytest.mark.parametrize(
    ("start", "rule", "reason"),
    [
        ("00010101T000000Z", "FREQ=DAILY", "before 1900"),
        ("19000101T000000Z", "FREQ=DAILY", f"more than {MOST_DAYS:,} times"),
        ("20260101T000000Z", "FREQ=SECONDLY", "by the hour"),
        ("20260101T000000Z", "FREQ=DAILY;BYMONTHDAY=" + "1," * 10_000 + "1", "is not followed"),
        ("20260101T000000Z", "FREQ=DAILY;BYDAY=XX", ""),
    ],
)
def test_rules_without_an_end(start: str, rule: str, reason: str) -> None:
    told = problems(EVENT.format(start=start, more=f"RRULE:{rule}"))
    assert reason in "".join(told)


def test_a_rule_that_no_day_fulfils_ends_today() -> None:
    rule = "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"
    (meeting,) = entries(EVENT.format(start="20200101T120000Z", more=rule).encode())
    assert isinstance(meeting, Meeting)
    assert meeting.on == date(2020, 1, 1)


@pytest.mark.parametrize("frequency", ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])
def test_a_rule_that_leaves_the_calendar_ends_today(frequency: str) -> None:
    rule = f"RRULE:FREQ={frequency};INTERVAL=10000000"
    (meeting,) = entries(EVENT.format(start="20200101T120000Z", more=rule).encode())
    assert isinstance(meeting, Meeting)
    assert meeting.on == date(2020, 1, 1)


def test_many_rules_are_followed_for_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("netlog.exchange.recurring.MOST_WORK", 100)
    event = EVENT.format(start="20260901T120000Z", more="RRULE:FREQ=DAILY")
    told = problems(event * 5)
    assert told == ["The events of this file repeat more often than can be read."] * 3


def test_a_cell_of_very_many_values_is_cut() -> None:
    addresses = ";".join(f"{number}@example.com" for number in range(1_000))
    (card,) = cards(f'Name,Email\nDana,"{addresses}"\n')
    assert len(card.emails) == MOST_VALUES


def test_a_table_of_very_many_columns_is_cut() -> None:
    told = problems("Name," + "a," * MOST_COLUMNS + "b\nDana\n")
    assert told == [f"Only {MOST_COLUMNS:,} columns are read."]


class Rows:
    """A table of so many rows, made as it is read."""

    def __init__(self, count: int) -> None:
        self.rows = self._made(count)

    def _made(self, count: int) -> Iterator[bytes]:
        yield b"Name,Email,Company,Phone\n"
        for number in range(0, count, 100):
            yield b"".join(
                b"Person %d,p%d@example.com,Acme,+1 555 %d\n" % (each, each, each)
                for each in range(number, number + 100)
            )

    def read(self, size: int | None = -1) -> bytes:  # noqa: ARG002 - as much as comes at a time
        return next(self.rows, b"")


def test_a_long_table_is_never_in_memory_as_a_whole() -> None:
    plain = named("csv")
    assert plain is not None
    tracemalloc.start()
    try:
        count = sum(1 for _ in plain.read(cast("BinaryIO", Rows(20_000)), READING))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert count == 20_000
    assert peak < 2_000_000

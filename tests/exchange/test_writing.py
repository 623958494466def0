"""What is written is read again as it was, by our own readers and by the icalendar library."""

import csv
import io
from datetime import UTC, date, datetime

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.exchange.records import Card
from netlog.exchange.sheet import cell_text
from netlog.exchange.write.calendar_items import As, Reminder, calendar
from netlog.exchange.write.content_lines import folded
from netlog.exchange.write.table import rows
from netlog.exchange.write.vcard import Version, vcards
from tests.exchange.reading import entries

VERSIONS: tuple[Version, ...] = ("3.0", "4.0")
# What the ledger holds: one line, no control characters, no blanks around it.
TEXTS = (
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=20)
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
LISTS = st.lists(TEXTS, max_size=3, unique=True).map(tuple)
CARDS = st.builds(
    Card,
    st.just(0),
    name=TEXTS,
    organisation=TEXTS,
    title=TEXTS,
    emails=st.lists(TEXTS.map("{}@example.com".format), max_size=2, unique=True).map(tuple),
    phones=LISTS.map(lambda texts: tuple(f"+{text}" for text in texts)),
    urls=LISTS.map(lambda texts: tuple(f"https://{text}" for text in texts)),
    aliases=LISTS,
    skills=LISTS.map(lambda texts: tuple(f"#{text}" for text in texts)),
    note=st.lists(TEXTS, max_size=3).map("\n".join),
    through=TEXTS,
    every=st.none() | st.integers(1, 3650),
    met_on=st.none() | st.dates(date(1900, 1, 1), date(2026, 10, 5)),
    uid=TEXTS,
    needs=LISTS.map(lambda texts: tuple(f"#{text}" for text in texts)),
    is_archived=st.booleans(),
    extra=st.lists(TEXTS.map("X-OWN;TYPE=a:{}".format), max_size=2).map(tuple),
).filter(lambda card: card.name != card.organisation)


@given(card=CARDS)
def test_cards_are_read_as_they_were_written(card: Card) -> None:
    for version in VERSIONS:
        data = "".join(vcards([card, card], version)).encode()
        assert all(len(line) <= 75 for line in data.split(b"\r\n"))
        assert [entry._replace(place=0) for entry in entries(data)] == [card, card]


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_a_card_of_an_organisation_stays_one(version: Version) -> None:
    card = Card(1, organisation="Acme HR", emails=("hr@example.com",))
    assert entries("".join(vcards([card], version)).encode()) == [card]


@pytest.mark.parametrize("text", ["é" * 100, "x" * 300, "x" * 70, "x" * 71, "😀" * 60])
def test_no_character_is_split(text: str) -> None:
    line = folded(f"NOTE:{text}")
    assert line.replace("\r\n ", "") == f"NOTE:{text}\r\n"
    assert max(len(part.encode()) for part in line.split("\r\n")) <= 75


def test_what_breaks_a_line_begins_no_property() -> None:
    card = Card(1, "Dana\r\nEMAIL:evil@example.com", extra=("X-A:1\nEMAIL:evil@example.com",))
    (again,) = entries("".join(vcards([card], "4.0")).encode())
    assert isinstance(again, Card)
    assert again.emails == ()


@given(cells=st.lists(st.tuples(TEXTS, TEXTS), max_size=4))
def test_cells_are_read_as_they_were_written(cells: list[tuple[str, str]]) -> None:
    written = "".join(rows(("one", "two"), cells))
    header, *again = csv.reader(io.StringIO(written, newline=""))
    assert header == ["one", "two"]
    assert [tuple(map(cell_text, row)) for row in again] == cells


@pytest.mark.parametrize("text", ["=2+2", "+49", "-1", "@SUM(1)", "\t=1", "\uff1d1", "'=1", "''1"])
def test_no_cell_is_a_formula(text: str) -> None:
    _, line = rows(("text",), [(text,)])
    assert line.strip('"').startswith("'")
    assert cell_text(line.strip("\r\n").strip('"')).strip() == text.strip()


@pytest.mark.parametrize("form", ["events", "to-dos"])
@given(what=TEXTS, about=TEXTS, on=st.dates(date(1970, 1, 1)))
def test_a_calendar_is_read_by_a_library(form: As, what: str, about: str, on: date) -> None:
    reminder = Reminder("31@netlog", what, on, about)
    data = "".join(calendar([reminder], form, "netlog", datetime(2026, 10, 5, tzinfo=UTC), "0a1b"))
    (item,) = icalendar.Calendar.from_ical(data).walk("VEVENT" if form == "events" else "VTODO")
    assert (str(item["UID"]), str(item["SUMMARY"])) == ("31@netlog", what)
    assert str(item["DESCRIPTION"]) == about
    day = "DTSTART" if form == "events" else "DUE"
    assert f"{day};VALUE=DATE:{on.year:04}{on:%m%d}\r\n" in item.to_ical().decode()
    assert len(item.walk("VALARM")) == 1

"""Whatever the bytes, a reader gives records and problems, and ends: no traceback, no other text.

`--sweep` looks further, at a million files: 1,250 a second on one core, a quarter of an hour.
"""

import io
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netlog.exchange.format import Format, Mendable
from netlog.exchange.records import Entry, Problem
from netlog.exchange.registry import FORMATS, format_of
from tests.cli.hostile import PIECES
from tests.exchange.reading import READING, SAMPLES, recognised

INPUTS = 1_000_000
TOKENS = (
    *(
        b",",
        b";",
        b"\t",
        b'"',
        b"'",
        b"\n",
        b"\r",
        b"\r\n",
        b"\n ",
        b"=\n",
        b":",
        b"=",
        b"\\",
        b"\0",
    ),
    *(b"BEGIN:VCARD\n", b"END:VCARD\n", b"BEGIN:VEVENT\n", b"END:VEVENT\n", b"BEGIN:VALARM\n"),
    *(b"FN:", b"N:", b"ORG:", b"TEL;VALUE=uri:tel:", b"EMAIL;", b'X-A;P="', b"AGENT:\n"),
    *(
        b";ENCODING=QUOTED-PRINTABLE:=C3",
        b";CHARSET=nope;",
        b"X-NETLOG-EVERY:",
        b"X-NETLOG-MET-ON:",
    ),
    *(b"DTSTART:20240101T000000Z\n", b"DTSTART;TZID=../../etc/passwd:20240101T000000\n"),
    *(b"RRULE:FREQ=DAILY;COUNT=-1\n", b"RRULE:FREQ=YEARLY;UNTIL=99991231\n", b"RDATE:x\n"),
    *(b"EXDATE;VALUE=DATE:20240101\n", b"RECURRENCE-ID:20240101\n", b'ATTENDEE;CN=":mailto:\n'),
    *(b"{", b"}", b"[", b"]", b"null", b"true", b"1e999", b"-1", b'"\\ud800"', b'"uuid":', b"{}"),
    *(b"### Friends:\n", b"### Notes:\n", b"- ", b"**", b"_", b"(a.k.a. ", b"2024-13-41: "),
    *(b"\xff", b"\xfe", b"\xc3", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xe4"),
    *(piece.encode() for piece in PIECES),
)
CHANGES = st.tuples(
    st.integers(0, 10_000), st.integers(0, 30), st.sampled_from(TOKENS) | st.binary(max_size=4)
)
MADE = st.lists(st.sampled_from(TOKENS) | st.binary(max_size=3), max_size=40).map(b"".join)


def read(form: Format, data: bytes) -> list[Entry]:
    entries = list(form.read(io.BytesIO(data), READING))
    for entry in entries:
        # What cannot be written anywhere would be a traceback somewhere else.
        repr(entry).encode()
        "".join(str(value) for value in entry).encode()
    problems = [entry for entry in entries if isinstance(entry, Problem)]
    if problems and isinstance(form, Mendable):
        "".join(form.rejects(io.BytesIO(data), READING, problems)).encode()
    return entries


def surrounded(form: Format, data: bytes) -> bytes:
    """A file of a format with something in the middle of what is read."""
    if form.name == "ics":
        return b"BEGIN:VEVENT\nDTSTART:20240101\n" + data + b"\nEND:VEVENT\n"
    if form.name == "vcard":
        return b"BEGIN:VCARD\n" + data + b"\nEND:VCARD\n"
    if form.name == "csv":
        return b"Name,Email,Phone,Every,Met on,Tags\n" + data
    return b'{"account": {"data": [' + data + b"]}}"


def changed(data: bytes, changes: list[tuple[int, int, bytes]]) -> bytes:
    for place, length, token in changes:
        place = place % (len(data) + 1)  # noqa: PLW2901 - where it falls in this file
        data = data[:place] + token + data[place + length :]
    return data


@given(path=st.sampled_from(SAMPLES), changes=st.lists(CHANGES, max_size=8), end=st.integers(0, 99))
def test_changed_files(path: Path, changes: list[tuple[int, int, bytes]], end: int) -> None:
    whole = path.read_bytes()
    form = recognised(whole) or FORMATS[-1]
    data = changed(whole, changes)[: len(whole) * (100 - end) // 50]
    format_of(data)
    read(form, data)


@given(form=st.sampled_from(FORMATS), data=MADE)
def test_files_made_of_what_means_something(form: Format, data: bytes) -> None:
    format_of(data)
    read(form, data)
    read(form, surrounded(form, data))


def test_a_line_of_an_event_without_a_name() -> None:
    """Found by the million: the library tells of it without a name as well."""
    lines = ("BEGIN:VCALENDAR", "BEGIN:VEVENT", "DTSTART;T\u2029", "UID:x", "END:VEVENT", "")
    data = "\r\n".join(lines).encode()
    form = recognised(data)
    assert form is not None
    (problem,) = read(form, data)
    assert isinstance(problem, Problem)
    assert problem.reason.startswith("The event cannot be read: ")


@pytest.mark.sweep
@pytest.mark.parametrize("first", range(0, INPUTS, INPUTS // 20))
def test_a_million_files(first: int) -> None:
    """Files changed at random; each has its own seed, so that one can be made again."""
    samples = [(path.read_bytes(), path.name) for path in SAMPLES]
    for seed in range(first, first + INPUTS // 20):
        chance = Random(seed)  # noqa: S311 - nothing is kept secret by it
        whole, _ = chance.choice(samples)
        form = recognised(whole) or FORMATS[-1]
        changes = [
            (chance.randrange(10_000), chance.randrange(30), chance.choice(TOKENS))
            for _ in range(chance.randrange(8))
        ]
        # Small files break as well as large ones, and a million of them end.
        begin = chance.randrange(len(whole))
        data = changed(whole[:100] + whole[begin : begin + 400], changes)
        try:
            read(form, data)
        except Exception as error:
            raise AssertionError(f"{form.name}, seed {seed}: {data!r}") from error

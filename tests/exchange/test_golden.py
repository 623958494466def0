"""Files in the layouts of the programs that write them, and all that is read from each.

`pytest --update-transcripts` writes what is read now: look at the difference before you commit it.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from netlog.exchange.records import Card, Entry
from netlog.exchange.registry import FORMATS, named
from tests.exchange.reading import READING, SAMPLES, described, entries, recognised


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_golden(path: Path, request: pytest.FixtureRequest) -> None:
    data = path.read_bytes()
    form = recognised(data) or named("csv")
    assert form is not None
    lines = [line for entry in entries(data, form=form) for line in described(entry)]
    now = "\n".join([form.label, *lines, ""])
    expected = path.with_name(f"{path.name}.expected")
    if request.config.getoption("--update-transcripts"):
        expected.write_text(now, encoding="utf-8")
    assert now == expected.read_text(encoding="utf-8")


def test_each_format_has_a_sample() -> None:
    forms = {form.name for path in SAMPLES if (form := recognised(path.read_bytes()))}
    assert forms == {form.name for form in FORMATS}


@pytest.mark.parametrize("name", ["plain.csv", "vcard-3.0.vcf", "friends.md", "tasks.json"])
@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_the_same_is_read_in_every_charset(name: str, charset: str) -> None:
    data = next(path for path in SAMPLES if path.name == name).read_bytes()
    assert entries(data.decode().encode(charset)) == entries(data)


def test_somebody_says_which_column_is_what() -> None:
    data = b"Wer,Kontakt,Mail\nDana,d@example.com,letter\n"
    reading = READING._replace(mapping={"wer": "name", "Kontakt": "email", "Ort": "note"})
    noted, card = entries(data, reading, named("csv"))
    assert described_reason(noted) == (
        'There is no column "Ort". The table has "Wer", "Kontakt" and "Mail".'
    )
    assert card == Card(2, "Dana", emails=("d@example.com",))


def test_somebody_says_the_order_of_dates() -> None:
    (card,) = entries(b"Name,Met on\nDana,3/4/2024\n", READING._replace(order="dmy"))
    assert isinstance(card, Card)
    assert str(card.met_on) == "2024-04-03"


def described_reason(entry: Entry) -> str:
    return next(described(entry)).partition(": noted: ")[2]


def test_what_reads_calendars_is_imported_where_there_is_one() -> None:
    code = "import sys, netlog.exchange.registry; sys.exit('icalendar' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)

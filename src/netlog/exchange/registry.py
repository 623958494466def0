"""The formats that are read, in the order in which they are tried."""

from collections.abc import Mapping, Sequence
from typing import BinaryIO

from netlog.exchange.format import Format
from netlog.exchange.friends import Friends
from netlog.exchange.google import Google
from netlog.exchange.ical import Calendar
from netlog.exchange.linkedin import LinkedIn
from netlog.exchange.monica import Monica
from netlog.exchange.outlook import Outlook
from netlog.exchange.plain import Plain
from netlog.exchange.taskwarrior import Taskwarrior
from netlog.exchange.text import HEAD_SIZE
from netlog.exchange.vcard import VCard

# To add a format, write its file and name it here: what is told by the surest sign goes first, a
# plain table last, since others are tables too. netlog's own JSON, a whole ledger,
# is no list of records: see `own`.
FORMATS: Sequence[Format] = (
    Monica(),
    Taskwarrior(),
    VCard(),
    Calendar(),
    Friends(),
    LinkedIn(),
    Google(),
    Outlook(),
    Plain(),
)


# What a format is called as well: as the standard does, or as what is exported is.
OTHER_WORDS: Mapping[str, str] = {"icalendar": "ics", "table": "csv"}


def format_of(head: bytes) -> Format | None:
    """The first format that recognises a file by its beginning; None for no format."""
    return next((each for each in FORMATS if each.recognise(head)), None)


def named(name: str) -> Format | None:
    """The format with a name of the command line; None for none."""
    usual = OTHER_WORDS.get(name, name)
    return next((each for each in FORMATS if each.name == usual), None)


def head_of(stream: BinaryIO) -> bytes:
    """The beginning of a file that is at its beginning, and stays there."""
    head = stream.read(HEAD_SIZE)
    stream.seek(0)
    return head

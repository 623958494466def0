"""What a file says, as plain immutable records: nothing is looked up, merged or judged here.

`place` is where a record stands, so that somebody can be sent there: the line in a file of lines,
the number of the entry in a JSON document. Texts are as the file has them, without white space
around them and with the escapes of the format undone; what fits the ledger is not judged here. A
text that a file does not have is "". Records are named tuples because a file has 100,000 of them.
"""

from datetime import date
from typing import NamedTuple

ME = "me"  # whoever keeps the ledger, where a promise names somebody


class Card(NamedTuple):
    """Somebody that a file knows: a row of contacts, a vCard, a contact of Monica's.

    `name` is the whole name in the order in which it is said; "" where the card is an
    organisation's own, or has nothing but an address or a number. `organisation` is the employer,
    `title` the job there. `emails`, `phones` and `urls` are in the file's order, preferred ones
    first where it says so; `urls` has profiles and sites. `aliases` are nicknames and other names,
    `skills` the file's tags, labels, groups and categories. In `note`, a line that is empty stands
    between notes. `through` is the name of who introduced
    them to me (Outlook's *Referred By*, Monica's *first met through*), `every` after how many days
    I mean to be in touch, `met_on` when we met first. `uid` is by what the file itself knows
    the card, and `extra` the properties of a vCard that mean nothing here, one unfolded line each.
    `needs` are what they look for, and whoever `is_archived` is out of sight.
    """

    place: int
    name: str = ""
    organisation: str = ""
    title: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    note: str = ""
    through: str = ""
    every: int | None = None
    met_on: date | None = None
    uid: str = ""
    extra: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    is_archived: bool = False


class Guest(NamedTuple):
    """Somebody in a meeting beside me; one of `name` and `email` may be ""."""

    name: str
    email: str = ""


class Meeting(NamedTuple):
    """A meeting that took place, of a calendar, of Monica's or friends' activities.

    `on` is the day in the event's own time zone. `about` is the summary and `at` the place. `via`
    is "phone" for a call, else "". `uid` is by what it is known when the file comes again: for one
    of a series, the series and the day on which it was planned. `cards` are the guests as the file
    knows their cards, in their order, where it has cards as well: two may have one name.
    """

    place: int
    on: date
    guests: tuple[Guest, ...]
    about: str = ""
    at: str = ""
    via: str = ""
    uid: str = ""
    cards: tuple[str, ...] = ()


class Promise(NamedTuple):
    """Something promised, of Monica's debts and tasks, or a task that waits for somebody.

    `by` and `to` are names, `ME` for me, and `card` is the other one as in `Meeting`. `on` is when
    it was entered, None where the file does not say; `due` likewise.
    """

    place: int
    what: str
    by: str
    to: str
    on: date | None = None
    due: date | None = None
    uid: str = ""
    card: str = ""


class Note(NamedTuple):
    """Something noted of somebody on a day; None where the file does not say which.

    `card` is who it is of as in `Meeting`.
    """

    place: int
    who: str
    text: str
    on: date | None = None
    uid: str = ""
    card: str = ""


class Problem(NamedTuple):
    """Something that could not be read, and why, in a sentence for people.

    `is_part` is whether it is a part only of a record that comes beside it.
    """

    place: int
    reason: str
    is_part: bool = False


class Noted(NamedTuple):
    """Something about a file that was read all the same, such as how, in a sentence for people."""

    place: int
    what: str


class Skipped(NamedTuple):
    """Something left out on purpose; `why` is what it is, as it can be counted: "cancelled"."""

    place: int
    why: str


Record = Card | Meeting | Promise | Note
Entry = Record | Problem | Noted | Skipped

"""Reading files, and planning what comes of each thing that they say."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cached_property
from itertools import chain, count, repeat

from netlog.actions.importing.left_out import LeftOut
from netlog.actions.importing.marks import name_on
from netlog.actions.importing.people import Myself, People
from netlog.actions.importing.plan import Plan, Somebody, Unread
from netlog.actions.recording import Draft
from netlog.domain.people.names import comparison_key
from netlog.domain.records import Event, Role
from netlog.domain.text import as_one_line, clean_text, paragraphs
from netlog.errors import Refused
from netlog.exchange.format import Reading
from netlog.exchange.records import (
    ME,
    Card,
    Entry,
    Meeting,
    Note,
    Noted,
    Problem,
    Promise,
    Skipped,
)
from netlog.ledger.file.access import Connection
from netlog.ledger.read.register import (
    NOBODY_BUT_ME,
    everybody,
    introduced_to_me_by,
    known_sources,
    met_by_source,
    met_on,
    notes_of,
)

MYSELF = "myself"
WITH_NOBODY = "with nobody else"
_MOST = 40  # characters of what tells an event in its file


class Planner:
    """What would come of the entries of files, on the ledger as it is."""

    def __init__(
        self,
        connection: Connection | None,
        reading: Reading,
        decided: Mapping[str, str],
        open_since: date | None,
        term: timedelta,
    ) -> None:
        """Take the ledger and what is wanted.

        Args:
            connection: the ledger; None where there is none yet.
            reading: how the files are read: who the owner is, and today.
            decided: what was said of doubtful pairs, by their key.
            open_since: from which day on meetings open what they open; None for none.
            term: after which from today a promise is due where its file does not say.
        """
        self.plan = Plan(reading.today)
        self._connection = connection
        self._today, self._open_since, self._term = reading.today, open_since, term
        known = [NOBODY_BUT_ME] if connection is None else everybody(connection)
        self._people = People(self.plan, known, decided)
        self._people.know_me_by(reading.owner, reading.addresses)
        self._of_cards: dict[str, Somebody] = {}  # by what the file itself knows a card
        self._told: set[int] = set()  # of whom a card said something, in any of the files
        self._sources = set() if connection is None else known_sources(connection)
        self._notes = set() if connection is None else notes_of(connection)
        self._introduced = set() if connection is None else introduced_to_me_by(connection)

    @cached_property
    def _met(self) -> set[tuple[int, date]]:
        """Who was met, and on which day."""
        return set() if self._connection is None else met_on(self._connection)

    @cached_property
    def _met_by_source(self) -> set[tuple[int, str]]:
        """Who was met, and what tells the meeting in its file."""
        return set() if self._connection is None else met_by_source(self._connection)

    def take(self, file: str, entries: Iterable[Entry]) -> None:
        """Plan what comes of what a file says."""
        self._of_cards.clear()
        for entry in entries:
            if isinstance(entry, Problem):
                self.plan.unread.append(Unread(file, *entry))
            elif isinstance(entry, Noted):
                self.plan.noted.append(Unread(file, *entry))
            elif isinstance(entry, Skipped):
                self.plan.skipped[entry.why] += 1
            else:
                self._take(file, entry)

    def _take(self, file: str, entry: Card | Meeting | Promise | Note) -> None:
        try:
            if isinstance(entry, Card):
                self._card(file, entry)
            elif isinstance(entry, Meeting):
                self._meeting(file, entry)
            elif isinstance(entry, Promise):
                self._promise(entry)
            else:
                self._note(self._who(entry.card, entry.who), entry.text, entry.on)
        except Myself:
            self.plan.skipped[MYSELF] += 1
        except Refused as error:
            self.plan.unread.append(Unread(file, entry.place, error.message))

    def _card(self, file: str, card: Card) -> None:
        self.plan.cards += 1
        somebody, left_out = self._people.of_card(card)
        if card.uid:
            self._of_cards[card.uid] = somebody
        planned = len(self.plan.events)
        if card.through:
            with left_out.of("introduction"):
                self._introduction(card.through, somebody)
        if card.met_on is not None:
            with left_out.of("first meeting"):
                self._first_meeting(name_on(card), somebody, card.met_on)
        for note in paragraphs(card.note):
            with left_out.of("note"):
                self._note(somebody, note, None)
        self.plan.unread += (
            Unread(file, card.place, f"The {what} of {somebody.name} was left out: {why}", True)
            for what, why in left_out
        )
        if not (somebody.is_new or somebody.is_filled_in or len(self.plan.events) > planned):
            self.plan.unchanged += 1
        elif somebody.id in self._told:
            self.plan.again += 1
        else:
            self._told.add(somebody.id)

    def _who(self, card: str, name: str, email: str = "") -> Somebody:
        """Who is meant: whose card it is in the file, else who has the name or the address."""
        return self._of_cards.get(card) or self._people.called(name, email)

    def _introduction(self, through: str, somebody: Somebody) -> None:
        introducer = self._people.called(through)
        pair = (introducer.id, somebody.id)
        if introducer.id in (somebody.id, self._people.me) or pair in self._introduced:
            return
        self._introduced.add(pair)
        self._tell(
            Event(0, "introduction", self._today, undated=True, no_due=True),
            ("introducer", introducer.id),
            ("client", self._people.me),
            ("provider", somebody.id),
        )

    def _first_meeting(self, name: str, somebody: Somebody, on: date) -> None:
        if on > self._today:
            raise Refused(f"{on} is yet to come.")
        source = self._source_of_first_meeting(name, somebody, on)
        if (somebody.id, on) in self._met or (somebody.id, source) in self._met_by_source:
            return
        self._met.add((somebody.id, on))
        self._met_by_source.add((somebody.id, source))
        self._sources.add(source)
        event = Event(0, "meeting", on, source=source, no_due=not self._opens(on))
        self._tell(event, ("attendee", self._people.me), ("attendee", somebody.id))

    def _source_of_first_meeting(self, name: str, somebody: Somebody, on: date) -> str:
        """What tells it when its file comes again: of namesakes, each has a number of their own."""
        numbered = (_digest(f"{comparison_key(name)} {on} {number}") for number in count(1))
        return next(
            source
            for source in numbered
            if source not in self._sources or (somebody.id, source) in self._met_by_source
        )

    def _opens(self, on: date) -> bool:
        """Whether a meeting of that day opens what it opens."""
        return self._open_since is not None and on >= self._open_since

    def _note(self, somebody: Somebody, text: str, on: date | None) -> None:
        note = _text(text, "The note")
        if (somebody.id, note) in self._notes:
            return
        self._notes.add((somebody.id, note))
        event = Event(0, "note", on or self._today, about=note, no_due=True)
        self._tell(event, ("subject", somebody.id))

    def _meeting(self, file: str, meeting: Meeting) -> None:
        source = _source(meeting.uid or f"{meeting.on} {meeting.guests} {meeting.about}")
        if self._is_known(source):
            return
        left_out = LeftOut()
        guests = [somebody.id for somebody in self._guests(meeting, left_out)]
        if left_out and not guests:
            raise Refused(left_out[0][1])
        self.plan.unread += (
            Unread(file, meeting.place, f"A {what} was left out: {why}", True)
            for what, why in left_out
        )
        attendees = list(dict.fromkeys((self._people.me, *guests)))
        if len(attendees) == 1:
            self.plan.skipped[WITH_NOBODY] += 1
            return
        event = Event(
            0,
            "talk" if meeting.via else "meeting",
            meeting.on,
            note=_text(meeting.about, "The summary"),
            place="" if meeting.via else _text(meeting.at, "The place"),
            via=meeting.via,
            source=source,
            no_due=not self._opens(meeting.on),
        )
        self._tell(event, *(("attendee", who) for who in attendees))

    def _guests(self, meeting: Meeting, left_out: LeftOut) -> Iterator[Somebody]:
        """Who was there, by the address where what stands as the name can be none."""
        for card, guest in zip(chain(meeting.cards, repeat("")), meeting.guests, strict=False):
            somebody = None
            with left_out.of("guest's name" if guest.email else "guest"):
                somebody = self._who(card, *guest)
            if somebody is None and guest.email:
                with left_out.of("guest"):
                    somebody = self._people.called("", guest.email)
            if somebody is not None:
                yield somebody

    def _promise(self, promise: Promise) -> None:
        source = _source(promise.uid or f"{promise.what} {promise.by} {promise.to}")
        if self._is_known(source):
            return
        by, to = (
            self._people.me if who == ME else self._who(promise.card, who).id
            for who in (promise.by, promise.to)
        )
        if by == to:
            return
        on = promise.on or self._today
        due = max(promise.due or self._today + self._term, on)
        about = _text(promise.what, "The promise")
        event = Event(0, "promise", on, about=about, due_on=due, source=source)
        self._tell(event, ("promiser", by), ("promisee", to))

    def _tell(self, event: Event, *parties: tuple[Role, int]) -> None:
        self.plan.events.append(Draft(event, parties))

    def _is_known(self, source: str) -> bool:
        """Whether an event was brought in before; it is from now on."""
        if source in self._sources:
            self.plan.unchanged += 1
            return True
        self._sources.add(source)
        return False


def _text(text: str, label: str) -> str:
    """A text as the ledger keeps it, in one line; "" where a file has none."""
    return clean_text(as_one_line(text), label) if text.strip() else ""


def _source(uid: str) -> str:
    """What tells an event when its file comes again; a long one as its digest."""
    if len(uid) <= _MOST:
        return comparison_key(uid)
    return _digest(uid)


def _digest(uid: str) -> str:
    return hashlib.sha256(uid.encode()).hexdigest()[:_MOST]

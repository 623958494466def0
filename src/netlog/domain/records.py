"""What the ledger holds, as plain immutable records: the facts that were told, and their postings.

The fields of a record are the columns of its table (a test holds them equal). A date is a
calendar day without a time zone; an id is stable for ever and never used again. Records are named
tuples because every command pays for making their classes: a slotted dataclass costs five times
as much at each start.

A fact that happened on a day also keeps when it was told, `told`, in microseconds since 1970, no
two alike, and in which copy of the ledger, `origin`. `placed` is its place among the facts of its
day where that was put right; else it is where it was told.
"""

from datetime import UTC, date, datetime
from typing import Literal, NamedTuple

EventKind = Literal["meeting", "introduction", "promise", "outreach", "problem", "talk", "note"]
ObligationKind = Literal[
    "thanks",
    "response",
    "check-response",
    "check-outcome",
    "update",
    "promise",
    "reply",
    "apology",
    "replacement",
    "touch",
]
Role = Literal[
    "attendee",
    "introducer",
    "client",
    "provider",
    "promiser",
    "promisee",
    "author",
    "recipient",
    "culprit",
    "harmed",
    "subject",
]
Ending = Literal["kept", "broken", "waived"]
Outcome = Literal["responded", "happy"]
AcknowledgementKind = Literal["thanks", "apology"]
Finding = Literal["responded", "silent", "happy"]
StatementKind = Literal[
    "kept", "broken", "waived", "snoozed", "responded", "silent", "happy", "unsettled", "worth"
]
DetailKind = Literal["alias", "email", "phone", "url", "title", "skill", "need", "extra"]
ContactKind = Literal["person", "organisation"]
ChangeKind = Literal["do", "undo", "redo"]

MEETINGS: tuple[EventKind, ...] = ("meeting", "talk")
WORDS: tuple[EventKind, ...] = (*MEETINGS, "outreach")  # by which two are in touch

HERE = 1  # the origin of what was told in this copy of the ledger


class Contact(NamedTuple):
    """Somebody in the network. `key` is the name as it is compared: no case, no accents."""

    id: int
    name: str
    key: str
    kind: ContactKind
    is_me: bool
    organisation_id: int | None


class Detail(NamedTuple):
    """One more thing known of a contact: an alias, an address, a phone number, a skill, a need.

    A need was noted on a day, and is open until an introduction answers it. A url is that of a
    profile or a page, a title that of a job, and extra a line of a card which netlog has no place
    for, kept so that it is there when the card goes out again.
    """

    id: int
    contact_id: int
    kind: DetailKind
    value: str
    key: str
    noted_on: date | None = None


class Interval(NamedTuple):
    """From `since_on` on I mean to be in touch with a contact every `days` days; None: no more.

    `said` is the interval in the words in which it was told, such as `6w`.
    """

    id: int
    contact_id: int
    since_on: date
    days: int | None
    said: str
    told: int
    origin: int


class Archival(NamedTuple):
    """From `since_on` on a contact is archived, out of sight; with `is_over` no more."""

    id: int
    contact_id: int
    since_on: date
    is_over: bool
    told: int
    origin: int


EVENT_TEXTS = ("about", "via", "place", "note", "fee")  # as documents list them


class Event(NamedTuple):
    """Something that happened on a day: the voucher that obligations are posted from.

    `about` is the need, the promise or the topic; `fee` a decimal amount as text; `due_on` and
    `times` belong to a promise; `introduction_id` is the introduction that a problem is about,
    `replaces_id` the one that an introduction makes up for, `keeps_id` the promise of which it is
    one part. With `client_first` the client was to make the first move. With `no_due` it opens
    nothing, with `expect_reply` an outreach opens a reply also where it was one. `terms_id` names
    the terms under which it was told. `source` is what tells it in the file that it was read from,
    if it was. Where it is `undated`, nobody knows the day, and `happened_on` is when it was told.
    """

    id: int
    kind: EventKind
    happened_on: date
    about: str = ""
    via: str = ""
    note: str = ""
    place: str = ""
    fee: str = ""
    due_on: date | None = None
    times: int = 1
    introduction_id: int | None = None
    replaces_id: int | None = None
    no_due: bool = False
    expect_reply: bool = False
    terms_id: int = 0
    told: int = 0
    placed: int | None = None
    origin: int = HERE
    client_first: bool = False
    keeps_id: int | None = None
    source: str = ""
    undated: bool = False

    @property
    def known_on(self) -> date | None:
        """The day; None where nobody knows it."""
        return None if self.undated else self.happened_on

    @property
    def moment(self) -> tuple[date, int]:
        """When it happened: the day, and the place in it."""
        return self.happened_on, self.told if self.placed is None else self.placed

    @property
    def introductions(self) -> set[int]:
        """The introductions that it is about or makes up for, by id."""
        named = (self.introduction_id, self.replaces_id)
        return {number for number in named if number is not None}


class Party(NamedTuple):
    """A contact's role in an event, in the order in which they were named: a place in it."""

    id: int
    event_id: int
    contact_id: int
    role: Role


class Acknowledgement(NamedTuple):
    """A thank-you or an apology, from `author_id` to `recipient_id`.

    It is for the one item, or for what the one event opens, if it says so.
    """

    id: int
    kind: AcknowledgementKind
    said_on: date
    author_id: int
    recipient_id: int
    item_id: int | None = None
    via: str = ""
    note: str = ""
    told: int = 0
    placed: int | None = None
    origin: int = HERE
    event_id: int | None = None


class Statement(NamedTuple):
    """What I say became of one item, or of the introduction `event_id`, on a day.

    `times` are the parts that came, None for the rest that is open. `day` is the day until which an
    item is snoozed, or on which I was told an answer. Where it says that something did not settle
    the item, `event_id`, `acknowledgement_id` or `statement_id` is what did not. `worth` is a
    decimal amount as text: the business that came of an introduction.
    """

    id: int
    kind: StatementKind
    said_on: date
    item_id: int | None = None
    event_id: int | None = None
    acknowledgement_id: int | None = None
    statement_id: int | None = None
    times: int | None = None
    day: date | None = None
    via: str = ""
    note: str = ""
    terms_id: int | None = None
    told: int = 0
    origin: int = HERE
    worth: str = ""


class Number(NamedTuple):
    """That an item has been given its number for ever.

    It is the item of that kind which the event opened, or which counts from the statement, between
    the debtor's and the creditor's place in the event (of a problem, the debtor's place is that of
    the introducer in the introduction; of an answer to an introduction and my question for it, the
    places are as if the first move were the provider's: it is one item, whoever owes it by now).
    """

    id: int
    kind: ObligationKind
    event_id: int
    debtor_place: int
    creditor_place: int
    statement_id: int | None = None


class Obligation(NamedTuple):
    """What an event makes one contact owe another.

    `times` counts the parts of a promise. `hidden_until` keeps an item out of sight before that
    day. `closed_on` is the date of the settlement that closed it, None while it is open.
    """

    id: int
    event_id: int
    kind: ObligationKind
    debtor_id: int
    creditor_id: int
    times: int
    opened_on: date
    due_on: date
    hidden_until: date | None
    closed_on: date | None


class Settlement(NamedTuple):
    """How an obligation, or `times` parts of it, ended, and by which fact; the first is 1.

    `moment` tells apart what happened on one day.
    """

    obligation_id: int
    ordinal: int
    ending: Ending
    settled_on: date
    times: int
    via: str
    note: str
    event_id: int | None
    acknowledgement_id: int | None
    statement_id: int | None
    moment: int

    @property
    def cause(self) -> tuple[int | None, int | None, int | None]:
        """By which fact: an event, an acknowledgement or a statement."""
        return self.event_id, self.acknowledgement_id, self.statement_id


class Attempt(NamedTuple):
    """One try at getting what an obligation owes, and which fact was the try; the first is 1.

    `moment` tells apart what happened on one day.
    """

    obligation_id: int
    ordinal: int
    made_on: date
    via: str
    note: str
    event_id: int | None
    statement_id: int | None
    moment: int


class IntroductionOutcome(NamedTuple):
    """What came of an introduction. `cause_id`: the outreach or meeting that showed it."""

    event_id: int
    outcome: Outcome
    noted_on: date
    via: str
    note: str
    cause_id: int | None
    statement_id: int | None


class Archived(NamedTuple):
    """That a contact is archived since a day: nothing happened with them after it."""

    contact_id: int
    since_on: date


class Change(NamedTuple):
    """One command in the journal; `made_at` is in microseconds since 1970, in universal time."""

    id: int
    made_at: int
    kind: ChangeKind
    command: str
    summary: str
    target_id: int | None
    parent_id: int | None
    top_id: int | None
    hash: bytes

    @property
    def at(self) -> datetime:
        """When it was made, in universal time, to the second."""
        return datetime.fromtimestamp(self.made_at // 1_000_000, UTC)

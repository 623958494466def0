"""The facts that the ledger holds, as plain immutable records.

The fields of a record are the columns of its table (a test holds them equal). A date is a
calendar day without a time zone; an id is stable for ever and never used again.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

EventKind = Literal["meeting", "introduction", "promise", "outreach", "problem"]
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
]
Ending = Literal["kept", "broken", "waived"]
Outcome = Literal["responded", "happy"]
DetailKind = Literal["alias", "email", "phone", "skill"]
ContactKind = Literal["person", "organisation"]


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody in the network. `key` is the name as it is compared: no case, no accents.

    `every_days` is how often I mean to be in touch, None where I set no such interval.
    """

    id: int
    name: str
    key: str
    kind: ContactKind
    is_me: bool
    organisation_id: int | None
    every_days: int | None


@dataclass(frozen=True, slots=True)
class Detail:
    """One more thing known of a contact: an alias, an e-mail address, a phone number, a skill."""

    id: int
    contact_id: int
    kind: DetailKind
    value: str
    key: str


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on a day: the voucher that obligations are posted from.

    `about` is the need, the promise or the topic; `fee` a decimal amount as text;
    `introduction_id` the introduction that a problem is about; `replaces_id` the introduction
    that this one makes up for.
    """

    id: int
    kind: EventKind
    happened_on: date
    about: str
    via: str
    note: str
    place: str
    fee: str
    introduction_id: int | None
    replaces_id: int | None


@dataclass(frozen=True, slots=True)
class Party:
    """A contact's role in an event, in the order in which they were named."""

    id: int
    event_id: int
    contact_id: int
    role: Role


@dataclass(frozen=True, slots=True)
class Obligation:
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


@dataclass(frozen=True, slots=True)
class Settlement:
    """How an obligation, or `times` parts of it, ended. `event_id`: the event that settled it."""

    id: int
    obligation_id: int
    ending: Ending
    settled_on: date
    times: int
    via: str
    note: str
    event_id: int | None


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try at getting what an obligation owes. `event_id`: the outreach that was the try."""

    id: int
    obligation_id: int
    made_on: date
    via: str
    note: str
    event_id: int | None


@dataclass(frozen=True, slots=True)
class IntroductionOutcome:
    """What came of an introduction. `cause_id`: the outreach or meeting that showed it."""

    id: int
    event_id: int
    outcome: Outcome
    noted_on: date
    via: str
    note: str
    cause_id: int | None

"""The tables of facts: what was told."""

from datetime import date
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, Index, Text, text
from sqlmodel import Field

from netlog.domain.records import (
    HERE,
    Acknowledgement,
    Archival,
    Contact,
    Detail,
    Event,
    Interval,
    Number,
    Party,
    Statement,
)
from netlog.ledger.write.schema.columns import (
    NUMBERED,
    STRICT,
    IsoDate,
    NumberedRow,
    checks,
    digested,
)


class OriginRow(NumberedRow, table=True):
    """A copy of the ledger in which facts were told; 1 is this one."""

    __table_args__: ClassVar[Any] = (STRICT,)
    name: str = Field(sa_type=Text)
    digest: int = digested()


class TermsRow(NumberedRow, table=True):
    """A set of terms under which something was told, as canonical JSON."""

    __table_args__: ClassVar[Any] = (STRICT,)
    days: str = Field(sa_type=Text)
    digest: int = digested()


class ContactRow(NumberedRow, table=True):
    __table_args__: ClassVar[Any] = (
        *checks(Contact),
        CheckConstraint("length(name) BETWEEN 1 AND 200", name="name_fits"),
        CheckConstraint("organisation_id <> id", name="not_its_own_organisation"),
        Index("contact_organisation", "organisation_id"),
        NUMBERED,
    )
    name: str = Field(sa_type=Text)
    key: str = Field(sa_type=Text, unique=True)
    kind: str = Field(sa_type=Text, default="person")
    is_me: int = 0
    organisation_id: int | None = Field(default=None, foreign_key="contact.id")
    digest: int = digested()


class DetailRow(NumberedRow, table=True):
    __table_args__: ClassVar[Any] = (
        *checks(Detail),
        CheckConstraint("(kind = 'need') = (noted_on IS NOT NULL)", name="needs_have_a_day"),
        Index("detail_contact", "contact_id", "kind", "key", unique=True),
        Index("detail_key", "kind", "key"),
        NUMBERED,
    )
    contact_id: int = Field(foreign_key="contact.id")
    kind: str = Field(sa_type=Text)
    value: str = Field(sa_type=Text)
    key: str = Field(sa_type=Text)
    noted_on: date | None = Field(default=None, sa_type=IsoDate)
    digest: int = digested()


class IntervalRow(NumberedRow, table=True):
    __table_args__: ClassVar[Any] = (
        *checks(Interval),
        CheckConstraint("days BETWEEN 1 AND 3650", name="days_fit"),
        NUMBERED,
    )
    contact_id: int = Field(foreign_key="contact.id")
    since_on: date = Field(sa_type=IsoDate)
    days: int | None = None
    said: str = Field(sa_type=Text)
    told: int
    origin: int = Field(default=HERE, foreign_key="origin.id")
    digest: int = digested()


class ArchivalRow(NumberedRow, table=True):
    __table_args__: ClassVar[Any] = (
        *checks(Archival),
        Index("archival_contact", "contact_id"),
        NUMBERED,
    )
    contact_id: int = Field(foreign_key="contact.id")
    since_on: date = Field(sa_type=IsoDate)
    is_over: int = 0
    told: int
    origin: int = Field(default=HERE, foreign_key="origin.id")
    digest: int = digested()


class EventRow(NumberedRow, table=True):
    __table_args__: ClassVar[Any] = (
        *checks(Event),
        CheckConstraint("times >= 1", name="at_least_one_part"),
        CheckConstraint("due_on >= happened_on", name="due_after_it_was_said"),
        CheckConstraint("(kind = 'problem') = (introduction_id IS NOT NULL)", name="problem_of"),
        Index(
            "event_introduction", "introduction_id", sqlite_where=text("introduction_id NOTNULL")
        ),
        Index("event_replaces", "replaces_id", sqlite_where=text("replaces_id NOTNULL")),
        Index("event_keeps", "keeps_id", sqlite_where=text("keeps_id NOTNULL")),
        Index("event_day", "happened_on"),
        Index("event_source", "source", sqlite_where=text("source <> ''")),
        NUMBERED,
    )
    kind: str = Field(sa_type=Text)
    happened_on: date = Field(sa_type=IsoDate)
    about: str = Field(sa_type=Text, default="")
    via: str = Field(sa_type=Text, default="")
    note: str = Field(sa_type=Text, default="")
    place: str = Field(sa_type=Text, default="")
    fee: str = Field(sa_type=Text, default="")
    due_on: date | None = Field(default=None, sa_type=IsoDate)
    times: int = 1
    introduction_id: int | None = Field(default=None, foreign_key="event.id")
    replaces_id: int | None = Field(default=None, foreign_key="event.id")
    no_due: int = 0
    expect_reply: int = 0
    terms_id: int = Field(default=1, foreign_key="terms.id")  # few ever change theirs
    told: int
    placed: int | None = None
    origin: int = Field(default=HERE, foreign_key="origin.id")
    client_first: int = 0
    keeps_id: int | None = Field(default=None, foreign_key="number.id")
    source: str = Field(sa_type=Text, default="")
    undated: int = 0
    digest: int = digested()


class _PlaceRow(NumberedRow):
    event_id: int = Field(foreign_key="event.id")
    contact_id: int = Field(foreign_key="contact.id")
    role: str = Field(sa_type=Text)
    digest: int = digested()


class PartyRow(_PlaceRow, table=True):
    __table_args__: ClassVar[Any] = (
        *checks(Party),
        Index("party_event", "event_id"),
        Index("party_contact", "contact_id", "role"),
        NUMBERED,
    )


class FormerPartyRow(_PlaceRow, table=True):
    """A place in an event that somebody has no more, and gets back who comes back into it."""

    __table_args__: ClassVar[Any] = (
        *checks(Party),
        STRICT,
    )


class NumberRow(NumberedRow, table=True):
    """The number that an item has for ever. What it came from may be gone: no keys refer to it."""

    __table_args__: ClassVar[Any] = (
        *checks(Number),
        Index("number_event", "event_id"),
        STRICT,
    )
    kind: str = Field(sa_type=Text)
    event_id: int
    debtor_place: int
    creditor_place: int
    statement_id: int | None = None
    digest: int = digested()


class AcknowledgementRow(NumberedRow, table=True):
    __table_args__: ClassVar[Any] = (
        *checks(Acknowledgement),
        CheckConstraint("author_id <> recipient_id", name="nobody_thanks_themselves"),
        CheckConstraint("item_id IS NULL OR event_id IS NULL", name="for_an_item_or_an_event"),
        Index("acknowledgement_author", "author_id"),
        Index("acknowledgement_recipient", "recipient_id"),
        Index("acknowledgement_day", "said_on"),
        NUMBERED,
    )
    kind: str = Field(sa_type=Text)
    said_on: date = Field(sa_type=IsoDate)
    author_id: int = Field(foreign_key="contact.id")
    recipient_id: int = Field(foreign_key="contact.id")
    item_id: int | None = Field(default=None, foreign_key="number.id")
    via: str = Field(sa_type=Text, default="")
    note: str = Field(sa_type=Text, default="")
    told: int
    placed: int | None = None
    origin: int = Field(default=HERE, foreign_key="origin.id")
    event_id: int | None = None
    digest: int = digested()


class StatementRow(NumberedRow, table=True):
    """What was said of an item or an introduction; it stays, idle, when its event goes."""

    __table_args__: ClassVar[Any] = (
        *checks(Statement),
        CheckConstraint("times >= 1", name="at_least_one_part"),
        CheckConstraint("ifnull(item_id, event_id) NOTNULL", name="about_something"),
        CheckConstraint("(kind = 'worth') = (worth <> '')", name="worth_something"),
        Index("statement_item", "item_id", sqlite_where=text("item_id NOTNULL")),
        Index("statement_event", "event_id", sqlite_where=text("event_id NOTNULL")),
        Index("statement_worth", "said_on", sqlite_where=text("kind = 'worth'")),
        NUMBERED,
    )
    kind: str = Field(sa_type=Text)
    said_on: date = Field(sa_type=IsoDate)
    item_id: int | None = Field(default=None, foreign_key="number.id")
    event_id: int | None = None
    acknowledgement_id: int | None = None
    statement_id: int | None = None
    times: int | None = None
    day: date | None = Field(default=None, sa_type=IsoDate)
    via: str = Field(sa_type=Text, default="")
    note: str = Field(sa_type=Text, default="")
    terms_id: int | None = Field(default=None, foreign_key="terms.id")
    told: int
    origin: int = Field(default=HERE, foreign_key="origin.id")
    worth: str = Field(sa_type=Text, default="")
    digest: int = digested()

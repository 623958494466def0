"""The tables of postings: what the rules make of the facts."""

from datetime import date
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, Index, Text, text
from sqlmodel import Field, SQLModel

from netlog.domain.records import (
    Ending,
    ObligationKind,
    Outcome,
)
from netlog.ledger.write.schema.columns import CLUSTERED, STRICT, IsoDate, is_day, is_text, one_of


class ObligationRow(SQLModel, table=True):
    __tablename__: ClassVar[Any] = "obligation"
    __table_args__: ClassVar[Any] = (
        one_of("kind", ObligationKind),
        CheckConstraint("debtor_id <> creditor_id", name="nobody_owes_themselves"),
        CheckConstraint("times >= 1", name="at_least_one_part"),
        CheckConstraint("due_on >= opened_on", name="due_after_opened"),
        is_day("opened_on"),
        is_day("due_on"),
        is_day("hidden_until"),
        is_day("closed_on"),
        Index("obligation_event", "event_id"),
        Index("obligation_debtor", "debtor_id"),
        Index(
            "obligation_open",
            "debtor_id",
            "creditor_id",
            sqlite_where=text("closed_on IS NULL"),
        ),
        Index("obligation_open_to", "creditor_id", sqlite_where=text("closed_on IS NULL")),
        STRICT,
    )
    id: int | None = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="event.id")
    kind: str = Field(sa_type=Text)
    debtor_id: int = Field(foreign_key="contact.id")
    creditor_id: int = Field(foreign_key="contact.id")
    times: int = 1
    opened_on: date = Field(sa_type=IsoDate)
    due_on: date = Field(sa_type=IsoDate)
    hidden_until: date | None = Field(default=None, sa_type=IsoDate)
    closed_on: date | None = Field(default=None, sa_type=IsoDate)


class SettlementRow(SQLModel, table=True):
    __tablename__: ClassVar[Any] = "settlement"
    __table_args__: ClassVar[Any] = (
        one_of("ending", Ending),
        is_day("settled_on"),
        CheckConstraint("times >= 1", name="at_least_one_part"),
        is_text("via", "note"),
        Index("settlement_event", "event_id", sqlite_where=text("event_id NOTNULL")),
        CLUSTERED,
    )
    obligation_id: int = Field(primary_key=True, foreign_key="obligation.id")
    ordinal: int = Field(primary_key=True)
    ending: str = Field(sa_type=Text)
    settled_on: date = Field(sa_type=IsoDate)
    times: int = 1
    via: str = Field(sa_type=Text, default="")
    note: str = Field(sa_type=Text, default="")
    event_id: int | None = Field(default=None, foreign_key="event.id")
    acknowledgement_id: int | None = Field(default=None, foreign_key="acknowledgement.id")
    statement_id: int | None = Field(default=None, foreign_key="statement.id")
    moment: int


class AttemptRow(SQLModel, table=True):
    __tablename__: ClassVar[Any] = "attempt"
    __table_args__: ClassVar[Any] = (
        is_day("made_on"),
        is_text("via", "note"),
        Index("attempt_event", "event_id", sqlite_where=text("event_id NOTNULL")),
        CLUSTERED,
    )
    obligation_id: int = Field(primary_key=True, foreign_key="obligation.id")
    ordinal: int = Field(primary_key=True)
    made_on: date = Field(sa_type=IsoDate)
    via: str = Field(sa_type=Text, default="")
    note: str = Field(sa_type=Text, default="")
    event_id: int | None = Field(default=None, foreign_key="event.id")
    statement_id: int | None = Field(default=None, foreign_key="statement.id")
    moment: int


class IntroductionOutcomeRow(SQLModel, table=True):
    __tablename__: ClassVar[Any] = "introduction_outcome"
    __table_args__: ClassVar[Any] = (
        one_of("outcome", Outcome),
        is_day("noted_on"),
        is_text("via", "note"),
        Index("outcome_cause", "cause_id", sqlite_where=text("cause_id NOTNULL")),
        CLUSTERED,
    )
    event_id: int = Field(primary_key=True, foreign_key="event.id")
    outcome: str = Field(sa_type=Text, primary_key=True)
    noted_on: date = Field(sa_type=IsoDate)
    via: str = Field(sa_type=Text, default="")
    note: str = Field(sa_type=Text, default="")
    cause_id: int | None = Field(default=None, foreign_key="event.id")
    statement_id: int | None = Field(default=None, foreign_key="statement.id")

"""The tables of postings: what the rules make of the facts."""

from datetime import date
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, Index, Text, text
from sqlmodel import Field

from netlog.domain.records import (
    Archived,
    Attempt,
    IntroductionOutcome,
    Obligation,
    Settlement,
)
from netlog.ledger.write.schema.columns import (
    CLUSTERED,
    STRICT,
    IsoDate,
    NumberedRow,
    Row,
    checks,
    digested,
)


class ObligationRow(NumberedRow, table=True):
    __table_args__: ClassVar[Any] = (
        *checks(Obligation),
        CheckConstraint("debtor_id <> creditor_id", name="nobody_owes_themselves"),
        CheckConstraint("times >= 1", name="at_least_one_part"),
        CheckConstraint("due_on >= opened_on", name="due_after_opened"),
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
    event_id: int = Field(foreign_key="event.id")
    kind: str = Field(sa_type=Text)
    debtor_id: int = Field(foreign_key="contact.id")
    creditor_id: int = Field(foreign_key="contact.id")
    times: int = 1
    opened_on: date = Field(sa_type=IsoDate)
    due_on: date = Field(sa_type=IsoDate)
    hidden_until: date | None = Field(default=None, sa_type=IsoDate)
    closed_on: date | None = Field(default=None, sa_type=IsoDate)
    digest: int = digested()


class SettlementRow(Row, table=True):
    __table_args__: ClassVar[Any] = (
        *checks(Settlement),
        CheckConstraint("times >= 1", name="at_least_one_part"),
        Index("settlement_event", "event_id", sqlite_where=text("event_id NOTNULL")),
        Index("settlement_day", "settled_on"),
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
    digest: int = digested()


class AttemptRow(Row, table=True):
    __table_args__: ClassVar[Any] = (
        *checks(Attempt),
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
    digest: int = digested()


class IntroductionOutcomeRow(Row, table=True):
    __table_args__: ClassVar[Any] = (
        *checks(IntroductionOutcome),
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
    digest: int = digested()


class ArchivedRow(Row, table=True):
    __table_args__: ClassVar[Any] = (
        *checks(Archived),
        CLUSTERED,
    )
    contact_id: int = Field(primary_key=True, foreign_key="contact.id")
    since_on: date = Field(sa_type=IsoDate)
    digest: int = digested()

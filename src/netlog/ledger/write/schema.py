"""The tables, as SQLModel classes. Only commands that write import this module.

STRICT tables with CHECKs: what the domain would refuse, the file refuses too, whoever writes it.
"""

from datetime import date
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, Dialect, Index, Text, text
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel

from netlog.domain.events import EVENT_KINDS

__all__ = [
    "FACTS",
    "AttemptRow",
    "ChangeRow",
    "ContactRow",
    "DetailRow",
    "EventRow",
    "IntroductionOutcomeRow",
    "ObligationRow",
    "PartyRow",
    "SQLModel",
    "SettlementRow",
    "WordRow",
]


class IsoDate(TypeDecorator[date]):
    """A calendar day as ISO text, which STRICT tables can hold and any tool can read."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:  # noqa: ARG002
        return None if value is None else date.fromisoformat(value)


def _one_of(column: str, allowed: Any) -> CheckConstraint:
    listed = ", ".join(f"'{one}'" for one in dict.fromkeys(allowed))
    return CheckConstraint(f"{column} IN ({listed})", name=f"{column}_is_known")


def _is_day(column: str) -> CheckConstraint:
    # Without a modifier, SQLite's date() lets 30 February pass.
    normal = f"date({column}, '+0 days')"
    return CheckConstraint(f"{column} IS {normal}", name=f"{column}_is_a_day")


def _is_text(*columns: str) -> CheckConstraint:
    return CheckConstraint(
        " AND ".join(f"instr({column}, char(0)) = 0" for column in columns), name="no_nul"
    )


STRICT = {"sqlite_strict": True, "sqlite_autoincrement": True}


class ContactRow(SQLModel, table=True):
    __tablename__: ClassVar[Any] = "contact"
    __table_args__: ClassVar[Any] = (
        _one_of("kind", ("person", "organisation")),
        CheckConstraint("is_me IN (0, 1)", name="is_me_is_a_flag"),
        CheckConstraint("length(name) BETWEEN 1 AND 200", name="name_fits"),
        _is_text("name", "key"),
        CheckConstraint("organisation_id <> id", name="not_its_own_organisation"),
        CheckConstraint("every_days BETWEEN 1 AND 3650", name="every_days_fits"),
        Index("contact_organisation", "organisation_id"),
        STRICT,
    )
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(sa_type=Text)
    key: str = Field(sa_type=Text, unique=True)
    kind: str = Field(sa_type=Text, default="person")
    is_me: int = 0
    organisation_id: int | None = Field(default=None, foreign_key="contact.id")
    every_days: int | None = None


class DetailRow(SQLModel, table=True):
    __tablename__: ClassVar[Any] = "detail"
    __table_args__: ClassVar[Any] = (
        _one_of("kind", ("alias", "email", "phone", "skill")),
        _is_text("value", "key"),
        Index("detail_contact", "contact_id", "kind", "key", unique=True),
        Index("detail_key", "kind", "key"),
        STRICT,
    )
    id: int | None = Field(default=None, primary_key=True)
    contact_id: int = Field(foreign_key="contact.id")
    kind: str = Field(sa_type=Text)
    value: str = Field(sa_type=Text)
    key: str = Field(sa_type=Text)


class EventRow(SQLModel, table=True):
    __tablename__: ClassVar[Any] = "event"
    __table_args__: ClassVar[Any] = (
        _one_of("kind", EVENT_KINDS),
        _is_day("happened_on"),
        _is_text("about", "via", "note", "place", "fee"),
        CheckConstraint("(kind = 'problem') = (introduction_id IS NOT NULL)", name="problem_of"),
        Index(
            "event_introduction", "introduction_id", sqlite_where=text("introduction_id NOTNULL")
        ),
        STRICT,
    )
    id: int | None = Field(default=None, primary_key=True)
    kind: str = Field(sa_type=Text)
    happened_on: date = Field(sa_type=IsoDate)
    about: str = Field(sa_type=Text, default="")
    via: str = Field(sa_type=Text, default="")
    note: str = Field(sa_type=Text, default="")
    place: str = Field(sa_type=Text, default="")
    fee: str = Field(sa_type=Text, default="")
    introduction_id: int | None = Field(default=None, foreign_key="event.id")
    replaces_id: int | None = Field(default=None, foreign_key="event.id")


class PartyRow(SQLModel, table=True):
    __tablename__: ClassVar[Any] = "party"
    __table_args__: ClassVar[Any] = (
        _one_of("role", (role for kind in EVENT_KINDS.values() for role in kind.roles)),
        Index("party_event", "event_id"),
        Index("party_contact", "contact_id", "role"),
        STRICT,
    )
    id: int | None = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="event.id")
    contact_id: int = Field(foreign_key="contact.id")
    role: str = Field(sa_type=Text)


class ObligationRow(SQLModel, table=True):
    __tablename__: ClassVar[Any] = "obligation"
    __table_args__: ClassVar[Any] = (
        _one_of("kind", (kind for event in EVENT_KINDS.values() for kind in event.opens)),
        CheckConstraint("debtor_id <> creditor_id", name="nobody_owes_themselves"),
        CheckConstraint("times >= 1", name="at_least_one_part"),
        CheckConstraint("due_on >= opened_on", name="due_after_opened"),
        _is_day("opened_on"),
        _is_day("due_on"),
        _is_day("hidden_until"),
        _is_day("closed_on"),
        Index("obligation_event", "event_id"),
        Index("obligation_debtor", "debtor_id"),
        Index(
            "obligation_open",
            "debtor_id",
            "creditor_id",
            "due_on",
            sqlite_where=text("closed_on IS NULL"),
        ),
        Index(
            "obligation_open_to", "creditor_id", "due_on", sqlite_where=text("closed_on IS NULL")
        ),
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
        _one_of("ending", ("kept", "broken", "waived")),
        _is_day("settled_on"),
        CheckConstraint("times >= 1", name="at_least_one_part"),
        _is_text("via", "note"),
        Index("settlement_obligation", "obligation_id"),
        STRICT,
    )
    id: int | None = Field(default=None, primary_key=True)
    obligation_id: int = Field(foreign_key="obligation.id")
    ending: str = Field(sa_type=Text)
    settled_on: date = Field(sa_type=IsoDate)
    times: int = 1
    via: str = Field(sa_type=Text, default="")
    note: str = Field(sa_type=Text, default="")
    event_id: int | None = Field(default=None, foreign_key="event.id")


class AttemptRow(SQLModel, table=True):
    __tablename__: ClassVar[Any] = "attempt"
    __table_args__: ClassVar[Any] = (
        _is_day("made_on"),
        _is_text("via", "note"),
        Index("attempt_obligation", "obligation_id"),
        STRICT,
    )
    id: int | None = Field(default=None, primary_key=True)
    obligation_id: int = Field(foreign_key="obligation.id")
    made_on: date = Field(sa_type=IsoDate)
    via: str = Field(sa_type=Text, default="")
    note: str = Field(sa_type=Text, default="")
    event_id: int | None = Field(default=None, foreign_key="event.id")


class IntroductionOutcomeRow(SQLModel, table=True):
    __tablename__: ClassVar[Any] = "introduction_outcome"
    __table_args__: ClassVar[Any] = (
        _one_of("outcome", ("responded", "happy")),
        _is_day("noted_on"),
        _is_text("via", "note"),
        Index("outcome_event", "event_id", "outcome", unique=True),
        STRICT,
    )
    id: int | None = Field(default=None, primary_key=True)
    event_id: int = Field(foreign_key="event.id")
    outcome: str = Field(sa_type=Text)
    noted_on: date = Field(sa_type=IsoDate)
    via: str = Field(sa_type=Text, default="")
    note: str = Field(sa_type=Text, default="")
    cause_id: int | None = Field(default=None, foreign_key="event.id")


class ChangeRow(SQLModel, table=True):
    """One command's writes; `netlog.ledger.write.journal` says what the columns mean."""

    __tablename__: ClassVar[Any] = "change"
    __table_args__: ClassVar[Any] = (
        _one_of("kind", ("do", "undo", "redo")),
        Index("change_parent", "parent_id", sqlite_where=text("kind = 'do'")),
        STRICT,
    )
    id: int | None = Field(default=None, primary_key=True)
    made_at: str = Field(sa_type=Text)
    kind: str = Field(sa_type=Text)
    command: str = Field(sa_type=Text)
    summary: str = Field(sa_type=Text)
    target_id: int | None = Field(default=None, foreign_key="change.id")
    parent_id: int | None = Field(default=None, foreign_key="change.id")
    top_id: int | None = Field(default=None, foreign_key="change.id")
    operations: str = Field(sa_type=Text)
    hash: str = Field(sa_type=Text)


class WordRow(SQLModel, table=True):
    """A word of a text; derived, see `netlog.ledger.write.words`."""

    __tablename__: ClassVar[Any] = "word"
    __table_args__: ClassVar[Any] = ({"sqlite_strict": True, "sqlite_with_rowid": False},)
    word: str = Field(sa_type=Text, primary_key=True)
    source: str = Field(sa_type=Text, primary_key=True)
    row_id: int = Field(primary_key=True)


FACTS: tuple[type[SQLModel], ...] = (
    ContactRow,
    DetailRow,
    EventRow,
    PartyRow,
    ObligationRow,
    SettlementRow,
    AttemptRow,
    IntroductionOutcomeRow,
)

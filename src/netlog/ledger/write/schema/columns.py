"""What the tables share: their names, calendar days, and checks that the file makes itself."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, get_args

from sqlalchemy import CheckConstraint, Dialect, Text, event, text
from sqlalchemy.orm import declared_attr
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel

from netlog.ledger.file.digests import DIGEST, Stored, as_stored, digest


class Row(SQLModel):
    """A row of the table that has the name of its class: `FormerPartyRow` of `former_party`."""

    @declared_attr.directive
    def __tablename__(cls) -> str:  # noqa: N805 - SQLAlchemy asks the class
        return re.sub(r"\B([A-Z])", r"_\1", cls.__name__.removesuffix("Row")).lower()


@event.listens_for(Row, "before_insert", propagate=True)
@event.listens_for(Row, "before_update", propagate=True)
def _seal(_mapper: object, _connection: object, row: Row) -> None:
    if DIGEST in type(row).model_fields:
        row.digest = digest(str(row.__tablename__), *contents(row))


def contents(row: SQLModel) -> tuple[list[str], list[Stored]]:
    """The columns of a row, but for its digest, and what they hold, as the file holds it."""
    columns = [name for name in type(row).model_fields if name != DIGEST]
    return columns, [as_stored(getattr(row, name)) for name in columns]


class NumberedRow(Row):
    """A row with a number of its own."""

    id: int | None = Field(default=None, primary_key=True)


class IsoDate(TypeDecorator[date]):
    """A calendar day as ISO text, which STRICT tables can hold and any tool can read."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:  # noqa: ARG002
        return None if value is None else date.fromisoformat(value)


def checks(record: type[tuple[Any, ...]]) -> Iterator[CheckConstraint]:
    """What the types of a record's fields promise of their columns."""
    texts = []
    for column, kind in record.__annotations__.items():
        if kind is str:
            texts.append(f"instr({column}, char(0)) = 0")
        elif kind is bool:
            yield CheckConstraint(f"{column} IN (0, 1)", name=f"{column}_is_a_flag")
        elif kind in (date, date | None):
            # Without a modifier, SQLite's date() lets 30 February pass.
            is_day = f"{column} IS date({column}, '+0 days')"
            yield CheckConstraint(is_day, name=f"{column}_is_a_day")
        elif words := [word for word in get_args(kind) if isinstance(word, str)]:
            listed = ", ".join(f"'{word}'" for word in words)
            yield CheckConstraint(f"{column} IN ({listed})", name=f"{column}_is_known")
    if texts:
        yield CheckConstraint(" AND ".join(texts), name="no_nul")


def digested() -> Any:
    """The last column of each row of facts and postings: see `netlog.ledger.file.digests`."""
    return Field(default=0, sa_column_kwargs={"server_default": text("0")})


STRICT = {"sqlite_strict": True}
NUMBERED = {"sqlite_strict": True, "sqlite_autoincrement": True}  # no number is given twice
CLUSTERED = {"sqlite_strict": True, "sqlite_with_rowid": False}  # rows lie where they are looked up

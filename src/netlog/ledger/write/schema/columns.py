"""What the columns of all tables share: calendar days, and checks that the file makes itself."""

from datetime import date
from typing import Any, get_args

from sqlalchemy import CheckConstraint, Dialect, Text
from sqlalchemy.types import TypeDecorator


class IsoDate(TypeDecorator[date]):
    """A calendar day as ISO text, which STRICT tables can hold and any tool can read."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:  # noqa: ARG002
        return None if value is None else date.fromisoformat(value)


def one_of(column: str, allowed: Any) -> CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in get_args(allowed))
    return CheckConstraint(f"{column} IN ({listed})", name=f"{column}_is_known")


def is_day(column: str) -> CheckConstraint:
    # Without a modifier, SQLite's date() lets 30 February pass.
    normal = f"date({column}, '+0 days')"
    return CheckConstraint(f"{column} IS {normal}", name=f"{column}_is_a_day")


def is_text(*columns: str) -> CheckConstraint:
    return CheckConstraint(
        " AND ".join(f"instr({column}, char(0)) = 0" for column in columns), name="no_nul"
    )


def is_flag(column: str) -> CheckConstraint:
    return CheckConstraint(f"{column} IN (0, 1)", name=f"{column}_is_a_flag")


STRICT = {"sqlite_strict": True}
NUMBERED = {"sqlite_strict": True, "sqlite_autoincrement": True}  # no number is given twice
CLUSTERED = {"sqlite_strict": True, "sqlite_with_rowid": False}  # rows lie where they are looked up

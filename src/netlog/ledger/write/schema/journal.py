"""The journal, and the index of words."""

from typing import Any, ClassVar

from sqlalchemy import LargeBinary, Text
from sqlmodel import Field

from netlog.domain.records import Change
from netlog.ledger.write.schema.columns import CLUSTERED, STRICT, NumberedRow, Row, checks


class ChangeRow(NumberedRow, table=True):
    """One command's facts; `netlog.ledger.write.journal` says what the columns mean."""

    __table_args__: ClassVar[Any] = (
        *checks(Change),
        STRICT,
    )
    made_at: int
    kind: str = Field(sa_type=Text)
    command: str = Field(sa_type=Text)
    summary: str = Field(sa_type=Text)
    target_id: int | None = Field(default=None, foreign_key="change.id")
    parent_id: int | None = Field(default=None, foreign_key="change.id")
    top_id: int | None = Field(default=None, foreign_key="change.id")
    hash: bytes = Field(sa_type=LargeBinary)


class OperationsRow(NumberedRow, table=True):
    """Some of the operations of a change, in their order, as canonical JSON of at most 1 MiB.

    The id tells which change and which part of it: `netlog.ledger.write.journal.place_of`.
    """

    __table_args__: ClassVar[Any] = (STRICT,)
    rows: str = Field(sa_type=Text)


class WordRow(Row, table=True):
    """A word of a text; derived, see `netlog.ledger.write.words`."""

    __table_args__: ClassVar[Any] = (CLUSTERED,)
    word: str = Field(sa_type=Text, primary_key=True)
    source: str = Field(sa_type=Text, primary_key=True)
    row_id: int = Field(primary_key=True)

"""The tables, as SQLModel classes. Only commands that write import this module.

STRICT tables with CHECKs: what the domain would refuse, the file refuses too, whoever writes it.
"""

from sqlmodel import SQLModel

from netlog.ledger.write.schema import journal  # noqa: F401 - its tables are the ledger's too
from netlog.ledger.write.schema.facts import (
    AcknowledgementRow,
    ArchivalRow,
    ContactRow,
    DetailRow,
    EventRow,
    FormerPartyRow,
    IntervalRow,
    NumberRow,
    OriginRow,
    PartyRow,
    StatementRow,
    TermsRow,
)
from netlog.ledger.write.schema.postings import (
    ArchivedRow,
    AttemptRow,
    IntroductionOutcomeRow,
    ObligationRow,
    SettlementRow,
)

__all__ = ["FACTS", "POSTINGS", "SQLModel"]

# In the order in which rows can be written, each after those that it refers to.
FACTS: tuple[type[SQLModel], ...] = (
    OriginRow,
    TermsRow,
    ContactRow,
    DetailRow,
    IntervalRow,
    ArchivalRow,
    NumberRow,
    EventRow,
    PartyRow,
    FormerPartyRow,
    AcknowledgementRow,
    StatementRow,
)
POSTINGS: tuple[type[SQLModel], ...] = (
    ObligationRow,
    SettlementRow,
    AttemptRow,
    IntroductionOutcomeRow,
    ArchivedRow,
)

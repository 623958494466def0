"""Writing the difference between the postings as they stand and as they should."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import delete, insert
from sqlmodel import Session, SQLModel

from netlog.domain.projection.account import Account
from netlog.domain.projection.postings import Postings
from netlog.domain.records import Archived, IntroductionOutcome
from netlog.ledger.file.digests import DIGEST
from netlog.ledger.read.records import digest_of
from netlog.ledger.write.schema.postings import (
    ArchivedRow,
    AttemptRow,
    IntroductionOutcomeRow,
    ObligationRow,
    SettlementRow,
)

Key = TypeVar("Key")
Posting = TypeVar("Posting", Account, IntroductionOutcome, Archived)


def write_difference(session: Session, before: Postings, after: Postings) -> None:
    """Write what changed from one state of the postings to the other, in the fewest rows."""
    gone = [key for key in before.accounts if key not in after.accounts]
    for kind in (SettlementRow, AttemptRow):
        for key in gone:
            _delete(session, kind, obligation_id=key)
    for key in gone:
        _delete(session, ObligationRow, id=key)
    for key, account in differing(after.accounts, before.accounts).items():
        _write_account(session, before.accounts.get(key), account)
    for event_id, outcome in differing(before.outcomes, after.outcomes):
        _delete(session, IntroductionOutcomeRow, event_id=event_id, outcome=outcome)
    noted = differing(after.outcomes, before.outcomes)
    _insert(session, IntroductionOutcomeRow, noted.values())
    for contact_id in differing(before.archived, after.archived):
        _delete(session, ArchivedRow, contact_id=contact_id)
    _insert(session, ArchivedRow, differing(after.archived, before.archived).values())


def differing(these: Mapping[Key, Posting], those: Mapping[Key, Posting]) -> dict[Key, Posting]:
    """Those of these postings that are not there, or not the same."""
    return {key: posting for key, posting in these.items() if those.get(key) != posting}


def _write_account(session: Session, was: Account | None, account: Account) -> None:
    if was is None:
        _insert(session, ObligationRow, [account.obligation])
    elif was.obligation != account.obligation:
        _update(session, was, account)
    _write_list(session, SettlementRow, was.settlements if was else (), account.settlements)
    _write_list(session, AttemptRow, was.attempts if was else (), account.attempts)


def _update(session: Session, was: Account, account: Account) -> None:
    row = session.get(ObligationRow, account.obligation.id)
    before, after = was.obligation._asdict(), account.obligation._asdict()
    for column, value in after.items():
        if before[column] != value:
            setattr(row, column, value)
    session.flush()


def _write_list(
    session: Session,
    kind: type[SQLModel],
    was: Sequence[tuple[Any, ...]],
    now: Sequence[tuple[Any, ...]],
) -> None:
    """Replace what follows the beginning that both lists of an obligation share."""
    same = 0
    while same < min(len(was), len(now)) and was[same] == now[same]:
        same += 1
    for record in was[same:]:
        obligation_id, ordinal = record[:2]
        _delete(session, kind, obligation_id=obligation_id, ordinal=ordinal)
    _insert(session, kind, now[same:])


def _insert(session: Session, kind: type[SQLModel], records: Iterable[Any]) -> None:
    values: list[Mapping[str, Any]] = [
        {**record._asdict(), DIGEST: digest_of(record)} for record in records
    ]
    if values:
        session.execute(insert(kind), values)


def _delete(session: Session, kind: type[SQLModel], **key: object) -> None:
    session.execute(delete(kind).filter_by(**key))

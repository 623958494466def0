"""What can still be said to have come of an introduction."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from netlog.config import Settings
from netlog.domain.ids import EventId, ItemId
from netlog.domain.names import Names
from netlog.domain.projection.checking import Answer, CheckedIntroduction, refuse_check
from netlog.domain.records import Finding
from netlog.errors import Refused
from netlog.ledger.read.facts import checked_by
from netlog.views.reader import reading_about


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """An introduction, and the findings about it that the rules would take; at least one."""

    checked: CheckedIntroduction
    findings: Sequence[Finding]
    names: Names


def open_question(settings: Settings, subject: ItemId | EventId, answer: Answer) -> OpenQuestion:
    """What can be answered about an introduction, that was named itself or by one of its items.

    Raises:
        LedgerUnusable: the ledger cannot be used.
        NoSuchItem: there is no such item or event.
        Refused: it is no introduction, or nothing can be said of it; the reason for the last one.
    """
    with reading_about(settings, subject) as ledger:
        checked = checked_by(ledger.connection, subject, answer.on)
        introduction = checked.introduction
        names = ledger.names([introduction.client, introduction.provider])
    return OpenQuestion(checked, _possible(checked, answer, names.me), names)


def _possible(checked: CheckedIntroduction, answer: Answer, me: int) -> Sequence[Finding]:
    findings: list[Finding] = []
    refusals: list[Refused] = []
    for finding in get_args(Finding):
        try:
            refuse_check(checked, finding, answer, me)
        except Refused as error:
            refusals.append(error)
        else:
            findings.append(finding)
    if not findings:
        raise refusals[-1]
    return findings

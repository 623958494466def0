"""What happened around somebody, day by day, or a part of it."""

from dataclasses import dataclass

from netlog.config import Settings
from netlog.domain.chronology.extract import Extract, Extracted, extracted
from netlog.domain.names import Names
from netlog.ledger.read.chronology import contacts_in_chronology, matter
from netlog.views.reader import UNASKED, Answers, reading


@dataclass(frozen=True, slots=True)
class NamedChronology:
    """A chronology, or the part of it that was wanted, and the names in it."""

    extracted: Extracted
    names: Names


def chronology(
    settings: Settings, who: str, extract: Extract, answers: Answers = UNASKED
) -> NamedChronology:
    """What happened around the contact that was typed.

    Raises:
        NoLedgerYet, LedgerUnusable: there is no ledger, or it cannot be used.
        UnknownName, AmbiguousName, Refused: the contact is nobody's name, or several may be meant;
            or what is to be left out is not in it.
    """
    with reading(settings, answers) as ledger:
        part = extracted(matter(ledger.connection, ledger.contact(who)), settings.today, extract)
        return NamedChronology(part, ledger.names(contacts_in_chronology(part.whole)))

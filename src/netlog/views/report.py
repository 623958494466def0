"""How reliably somebody treats others, and what would change that."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from netlog.config import Settings
from netlog.domain.names import Names
from netlog.domain.records import Contact
from netlog.domain.report.dossier import Report, assess
from netlog.errors import Refused, shell_word
from netlog.ledger.read.report import contacts_in_dossier, is_long, is_too_long
from netlog.ledger.read.report import dossier as dossier_on
from netlog.views.population import population_of
from netlog.views.reader import UNASKED, Answers, Reader, reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netlog.domain.score.what_if import Change


@dataclass(frozen=True, slots=True)
class Assessment:
    """The report on a contact, with the settlements that would help most today."""

    report: Report
    changes: "Sequence[Change]"
    names: Names


def report(
    settings: Settings, who: str, answers: Answers = UNASKED, *, whole: bool = True
) -> Assessment:
    """The report on the contact that was typed.

    Args:
        settings: the settings.
        who: the contact, as typed.
        answers: who was meant by a name as typed.
        whole: with all that it rests on; else a very long record is added up, but for what its
            first screen tells.

    Raises:
        NoLedgerYet, LedgerUnusable: there is no ledger, or it cannot be used.
        UnknownName, AmbiguousName, Refused: the contact is nobody's name, or several may be meant;
            or all that it rests on is too much to be told line by line.
    """
    with reading(settings, answers) as ledger:
        contact = ledger.contact(who)
        if whole and is_too_long(ledger.connection, contact):
            raise _too_long(contact)
        assessed = assessed_by(ledger, contact, whole=whole)
        names = ledger.names(contacts_in_dossier(assessed.dossier))
    return Assessment(assessed, _changes(assessed, settings, names.me), names)


def _too_long(contact: Contact) -> Refused:
    whose = "Your record" if contact.is_me else f"The record of {contact.name}"
    name = "me" if contact.is_me else shell_word(contact.name)
    return Refused(
        f"{whose} is too long to be told line by line.",
        f"What it comes to: netlog report {name}. What happened, some at a time: netlog history"
        f" {name}. All there is, for other programs: netlog export FILE.json",
    )


def assessed_by(ledger: Reader, contact: Contact, *, whole: bool = True) -> Report:
    """The report on a contact, from what an open ledger knows."""
    connection, today, population = ledger.connection, ledger.settings.today, population_of(ledger)
    if not whole and is_long(connection, contact):
        from netlog.ledger.read.long_report import long_dossier

        dossier = long_dossier(connection, contact, today, population.half_life)
    else:
        dossier = dossier_on(connection, contact)
    return assess(dossier, today, population)


def _changes(assessed: Report, settings: Settings, me: int) -> "Sequence[Change]":
    """What would change the report; the rules for that are read only where something is open."""
    if not assessed.dossier.has_open_items:
        return ()
    from netlog.domain.score.what_if import would_change

    return would_change(assessed, settings.today, me)

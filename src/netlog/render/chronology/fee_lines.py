"""What the leads of a chronology cost, one by one and in sum."""

from collections.abc import Sequence

from netlog.domain.chronology.chronology import Chronology, fees
from netlog.domain.chronology.follow_up import FollowUp
from netlog.domain.wording import Wording, capital, count
from netlog.render.chronology.sentences import full_day


def fee_lines(found: Chronology, wording: Wording) -> list[str]:
    """The sums: of all leads, of those that were answered, and of those that were not."""
    answered, silent = _parted(found.leads)
    return [
        f"In all, for {count(len(found.leads), 'lead')}: {wording.money(fees(found.leads))}.",
        f"For {count(len(answered), 'lead')} answered: {wording.money(fees(answered))}.",
        f"For {count(len(silent), 'lead')} not answered: {wording.money(fees(silent))}.",
    ]


def fee_text(lead: FollowUp, wording: Wording) -> str:
    """What one lead cost, and whether it was answered."""
    whom = lead.other or lead.who.client
    came = f"not answered by {full_day(lead.until)}"
    if lead.answered_on is not None:
        came = f"answered {'on' if lead.answer_day_known else 'by'} {full_day(lead.answered_on)}"
    problem = ", with a problem" if lead.problems else ""
    fee = wording.money(lead.introduction.event.fee)
    told = f"{wording.name(whom)}, {full_day(lead.who.on)}: {fee}, {came}{problem}."
    return capital(told)


def fees_json(found: Chronology) -> dict[str, object]:
    """The sums for a script; the fee of each lead is with its introduction."""
    answered, silent = _parted(found.leads)
    return {
        "leads": len(found.leads),
        "total": fees(found.leads),
        "answered": fees(answered),
        "not_answered": fees(silent),
    }


def _parted(leads: Sequence[FollowUp]) -> tuple[list[FollowUp], list[FollowUp]]:
    return (
        [one for one in leads if one.answered_on is not None],
        [one for one in leads if one.answered_on is None],
    )

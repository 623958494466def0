"""What the leads of a chronology cost, one by one and in sum."""

from netlog.domain.chronology.chronology import Chronology, fees
from netlog.domain.chronology.follow_up import FollowUp
from netlog.domain.wording import Wording, capital, count
from netlog.render.chronology.paper import Entry, Section
from netlog.render.chronology.words import day_of, full_day


def section(shown: Chronology, wording: Wording) -> Section:
    """All leads, and the sums: of all, of those that were answered, and of those that were not."""
    answered = [lead for lead in shown.leads if lead.is_answered]
    silent = [lead for lead in shown.leads if not lead.is_answered]
    return Section(
        "fees",
        "Fees",
        [Entry(lead.key, _lead(lead, wording), {}) for lead in shown.leads],
        [
            f"{which}: {wording.money(fees(leads))}."
            for which, leads in (
                (f"In all, for {count(len(shown.leads), 'lead')}", shown.leads),
                (f"For {count(len(answered), 'lead')} answered", answered),
                (f"For {count(len(silent), 'lead')} not answered", silent),
            )
        ],
        {
            "leads": len(shown.leads),
            "total": fees(shown.leads),
            "answered": fees(answered),
            "not_answered": fees(silent),
        },
    )


def _lead(lead: FollowUp, wording: Wording) -> str:
    """What one lead cost, and whether it was answered."""
    whom = lead.other or lead.who.client
    came = f"not answered by {full_day(lead.until)}"
    if lead.answered_on is not None:
        came = f"answered {'on' if lead.answer_day_known else 'by'} {full_day(lead.answered_on)}"
    problem = ", with a problem" if lead.problems else ""
    event = lead.introduction.event
    fee = wording.money(event.fee)
    return capital(f"{wording.name(whom)}, {day_of(event)}: {fee}, {came}{problem}.")

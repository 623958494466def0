"""Attempts at reaching somebody that nobody answered, in a sentence and for scripts."""

from netlog.domain.report.attempts import Unanswered, Waiting
from netlog.domain.report.dossier import Report
from netlog.domain.text import join
from netlog.domain.wording import Wording, capital, count

_MOST_NAMED = 3


def waiting_sentence(report: Report, wording: Wording) -> str:
    """Who was tried how often in vain, and for how long; "" where nobody waits.

    Of an organisation it says whom, and of myself by whom: each of them has attempts of their own.
    """
    waits = report.unanswered.waits
    if not waits:
        return ""
    if len(waits) == 1:
        return _alone(waits[0], report, wording)
    told = [_among_others(one, report, wording) for one in waits[:_MOST_NAMED]]
    if len(waits) > _MOST_NAMED:
        told.append(count(len(waits) - _MOST_NAMED, "other"))
    beginning = "You have not answered" if report.dossier.contact.is_me else "No answer from"
    return f"{beginning} {join(told)}."


def attempts_json(unanswered: Unanswered, wording: Wording) -> dict[str, object]:
    """For a script: all attempts, and in `waits` who was to be reached by whom."""

    def waiting(one: Unanswered | Waiting, days: int) -> dict[str, object]:
        channels = {via or "other": number for via, number in one.channels.items()}
        number = len(one.attempts)
        return {
            "unanswered": number,
            "since": one.since,
            "days_waiting": days,
            "channels": channels,
        }

    return {
        **waiting(unanswered, unanswered.days_waiting(wording.today)),
        "waits": [
            {
                "to": wording.names[one.sought],
                "by": wording.names[one.seeker],
                **waiting(one, one.days(wording.today)),
            }
            for one in unanswered.waits
        ],
    }


def _alone(one: Waiting, report: Report, wording: Wording) -> str:
    named = [f"{times} by {via}" for via, times in one.channels.items() if via]
    told = f" ({join(named)})" if named else ""
    days = count(one.days(wording.today), "day")
    if report.dossier.contact.is_me:
        seeker = capital(wording.name(one.seeker))
        return f"{seeker} made {_attempts(one)} to reach you{told}, no answer for {days}."
    itself = one.sought == report.dossier.contact.id
    whom = "them" if itself else wording.name(one.sought)
    return f"{_attempts(one)} to reach {whom}{told}, no answer for {days}."


def _among_others(one: Waiting, report: Report, wording: Wording) -> str:
    mine = report.dossier.contact.is_me
    name = wording.name(one.seeker if mine else one.sought)
    return f"{name} for {count(one.days(wording.today), 'day')} ({_attempts(one)})"


def _attempts(one: Waiting) -> str:
    return count(len(one.attempts), "attempt")

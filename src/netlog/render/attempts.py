"""Attempts at reaching somebody that nobody answered, in a sentence and for scripts."""

from netlog.domain.report.attempts import Unanswered, Waiting
from netlog.domain.report.dossier import Report
from netlog.domain.text import join
from netlog.domain.wording import Wording, capital, count
from netlog.render.forms.values import few


def waiting_sentence(report: Report, wording: Wording) -> str:
    """Who was tried how often in vain, and for how long; "" where nobody waits since yesterday.

    Of an organisation it says whom, and of myself by whom: each of them has attempts of their own.
    """
    waits = [wait for wait in report.unanswered.waits if wait.days(wording.today)]
    if not waits:
        return ""
    if len(waits) == 1:
        return _alone(waits[0], report, wording)
    beginning = "You have not answered" if report.dossier.contact.is_me else "No answer from"
    return f"{beginning} {few(_among_others(wait, report, wording) for wait in waits)}."


def attempts_json(unanswered: Unanswered, wording: Wording) -> dict[str, object]:
    """For a script: all attempts, and in `waits` who was to be reached by whom."""
    return {
        **_fields(unanswered, unanswered.days_waiting(wording.today)),
        "waits": [
            {
                "to": wording.names[wait.sought],
                "by": wording.names[wait.seeker],
                **_fields(wait, wait.days(wording.today)),
            }
            for wait in unanswered.waits
        ],
    }


def _fields(waiting: Unanswered | Waiting, days: int) -> dict[str, object]:
    return {
        "unanswered": len(waiting.attempts),
        "since": waiting.since,
        "days_waiting": days,
        "channels": {via or "other": number for via, number in waiting.channels.items()},
    }


def _alone(wait: Waiting, report: Report, wording: Wording) -> str:
    named = [f"{times} by {via}" for via, times in wait.channels.items() if via]
    how = f" ({join(named)})" if named else ""
    days = count(wait.days(wording.today), "day")
    if report.dossier.contact.is_me:
        seeker = capital(wording.name(wait.seeker))
        return f"{seeker} made {_attempts(wait)} to reach you{how}, no answer for {days}."
    itself = wait.sought == report.dossier.contact.id
    whom = "them" if itself else wording.name(wait.sought)
    return f"{_attempts(wait)} to reach {whom}{how}, no answer for {days}."


def _among_others(wait: Waiting, report: Report, wording: Wording) -> str:
    mine = report.dossier.contact.is_me
    name = wording.name(wait.seeker if mine else wait.sought)
    return f"{name} for {count(wait.days(wording.today), 'day')} ({_attempts(wait)})"


def _attempts(wait: Waiting) -> str:
    return count(len(wait.attempts), "attempt")

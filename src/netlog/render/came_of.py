"""What came of the introductions around somebody, as reasons: no part of the score, but asked for.

Before one lends one's name, one wants to know whether people were happy, and what paid leads were
worth.
"""

from collections.abc import Iterator, Sequence

from netlog.domain.report.came_of import CameOf, came_of
from netlog.domain.report.dossier import Report
from netlog.domain.report.introductions import KnownIntroduction
from netlog.domain.report.referrers import SILENT_AFTER, given_by, referrer
from netlog.domain.text import join
from netlog.domain.wording import Wording, count

_TWO = 2


def brought(report: Report, wording: Wording) -> Iterator[str]:
    """What was paid for, and what was waited for in vain, of what they gave."""
    judged = referrer(given_by(report.dossier, wording.me, wording.today))
    leads = judged.leads
    if leads:
        price = wording.money(judged.fees) + (" in all" if leads > 1 else "")
        yield f"{count(leads, 'paid lead')}, {price}; {_answered(judged.answered_leads, leads)}."
    if judged.silent:
        kind = "unpaid introduction" if leads else "introduction"
        part = _part(judged.silent, judged.introductions - leads, kind, f"by {them(report)}")
        yield f"{part} brought no answer within {SILENT_AFTER} days."


def went(report: Report, wording: Wording) -> Iterator[str]:
    """How the introductions to them, and those by them, ended, as far as that is known.

    A single one that went wrong is left out where the problem itself is a reason.
    """
    whom, (to, by) = them(report), came_of(report.dossier)
    themselves = "you" if report.dossier.contact.is_me else "they"
    with_them = _troubled(to.theirs, f" with {whom}", _introducer(to.theirs, wording))
    others = _troubled(to.others, " with the other side", _introducer(to.others, wording))
    yield from _ends(f"to {whom}", to, [with_them, others])
    yield from _ends(f"by {whom}", by, [_troubled(by.theirs, "", themselves)])


def them(report: Report) -> str:
    """What those whom a report is on are called in it: "you" or "them"."""
    return "you" if report.dossier.contact.is_me else "them"


def _introducer(introductions: Sequence[KnownIntroduction], wording: Wording) -> str:
    mine = all(introduction.who.introducer == wording.me for introduction in introductions)
    return "you" if mine else "the introducer"


def _troubled(
    introductions: Sequence[KnownIntroduction], side: str, introducer: str
) -> tuple[int, str]:
    """How many had a problem, and what that was, with who made up for how many of them."""
    number, had = len(introductions), f"had a problem{side}"
    recovered = sum(introduction.state == "recovered" for introduction in introductions)
    if recovered == number:
        return number, f"{had} that {introducer} made up for"
    made_up = f", {recovered} of which {introducer} made up for" if recovered else ""
    return number, f"{had}{made_up}"


def _ends(which: str, came: CameOf, troubles: Sequence[tuple[int, str]]) -> Iterator[str]:
    ends = [(came.happy, "came to a happy end"), *troubles]
    known = [(number, end) for number, end in ends if number]
    if not known or came.is_told_elsewhere:
        return
    (first, end), *others = known
    words = [f"{_part(first, came.number, 'introduction', which)} {end}"]
    words += [f"{number} {end}" for number, end in others]
    rest = "one" if came.unknown == 1 else came.unknown
    more = f"; how the other {rest} went is not known" if came.unknown else ""
    yield f"{join(words)}{more}."


def _part(number: int, of: int, kind: str, which: str) -> str:
    """So many of all, as the beginning of a sentence."""
    if of == 1:
        return f"The {kind} {which}"
    if number < of:
        return f"{number} of {count(of, kind)} {which}"
    return f"{'Both' if of == _TWO else f'All {of}'} {kind}s {which}"


def _answered(number: int, of: int) -> str:
    if of == 1:
        return "answered" if number else "not answered"
    return {0: "none", of: "all"}.get(number, str(number)) + " answered"

"""What came of the introductions around somebody, as reasons: no part of the score, but asked for.

Before one lends one's name, one wants to know whether people were happy, and what paid leads were
worth.
"""

from collections.abc import Iterator, Sequence

from netlog.domain.report.dossier import Report
from netlog.domain.report.introductions import KnownIntroduction
from netlog.domain.report.referrers import SILENT_AFTER, given_by
from netlog.domain.wording import Wording, count, join

_TWO = 2


def brought(report: Report, wording: Wording) -> Iterator[str]:
    """What was paid for, and what was waited for in vain, of what they gave."""
    given = given_by(report.dossier, wording.me, wording.today)
    leads = sum(number for one, number in given.items() if one.fee)
    answered = sum(number for one, number in given.items() if one.fee and one.answered)
    silent = sum(number for one, number in given.items() if one.silent and not one.fee)
    if leads:
        price = wording.money(report.introductions.fees) + (" in all" if leads > 1 else "")
        yield f"{count(leads, 'paid lead')}, {price}; {_answered(answered, leads)}."
    if silent:
        kind = "unpaid introduction" if leads else "introduction"
        part = _part(silent, sum(given.values()) - leads, kind, f"by {them(report)}")
        yield f"{part} brought no answer within {SILENT_AFTER} days."


def went(report: Report, wording: Wording) -> Iterator[str]:
    """How the introductions to them, and those by them, ended, as far as that is known.

    A single one that went wrong is left out where the problem itself is a reason.
    """
    members, whom = report.dossier.members, them(report)
    by = [one for one in report.dossier.introductions if one.given_by(members)]
    to = [one for one in report.dossier.introductions if not one.given_by(members)]
    with_them = [one for one in to if any(problem.culprit in members for problem in one.problems)]
    others = [one for one in to if one.problems and one not in with_them]
    happy = "came to a happy end"
    problem = "had a problem"
    yield from _ends(
        f"to {whom}",
        len(to),
        [
            (_happy(to), happy),
            *_troubled(with_them, f"{problem} with {whom}", _introducer(with_them, wording)),
            *_troubled(others, f"{problem} with the other side", _introducer(others, wording)),
        ],
        already_told=len(with_them),
    )
    troubled = [one for one in by if one.problems]
    themselves = "you" if report.dossier.contact.is_me else "they"
    yield from _ends(
        f"by {whom}",
        len(by),
        [(_happy(by), happy), *_troubled(troubled, problem, themselves)],
        already_told=len(troubled),
    )


def them(report: Report) -> str:
    """What those whom a report is on are called in it: "you" or "them"."""
    return "you" if report.dossier.contact.is_me else "them"


def _happy(introductions: Sequence[KnownIntroduction]) -> int:
    return sum(one.state == "happy" for one in introductions)


def _introducer(introductions: Sequence[KnownIntroduction], wording: Wording) -> str:
    mine = all(one.who.introducer == wording.me for one in introductions)
    return "you" if mine else "the introducer"


def _troubled(
    introductions: Sequence[KnownIntroduction], had: str, introducer: str
) -> list[tuple[int, str]]:
    """How many had a problem, and what that was, with who made up for how many of them."""
    number = len(introductions)
    recovered = sum(one.state == "recovered" for one in introductions)
    if recovered == number:
        return [(number, f"{had} that {introducer} made up for")]
    made_up = f", {recovered} of which {introducer} made up for" if recovered else ""
    return [(number, f"{had}{made_up}")]


def _ends(
    which: str, number: int, ends: Sequence[tuple[int, str]], already_told: int
) -> Iterator[str]:
    known = [(how_many, end) for how_many, end in ends if how_many]
    if not known or number == already_told == 1:
        return
    (first, end), *others = known
    told = [f"{_part(first, number, 'introduction', which)} {end}"]
    told += [f"{how_many} {end}" for how_many, end in others]
    rest = number - sum(how_many for how_many, _ in known)
    more = f"; how the other {'one' if rest == 1 else rest} went is not known" if rest else ""
    yield f"{join(told)}{more}."


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

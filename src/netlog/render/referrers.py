"""Who brings good people: everybody who gave introductions, or one of them, and for scripts."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from netlog.domain.report.dossier import Dossier
from netlog.domain.report.referrers import Referrer, given_by, referrer
from netlog.domain.score.credit import Score
from netlog.render.columns import aligned, fit
from netlog.render.lines import Line, on_terminal, put
from netlog.render.reciprocity import outcomes_told
from netlog.render.sink import document, say, say_json, tell, visible
from netlog.render.wording import Wording, count, money

_HEADINGS = (
    "who",
    "given",
    "answered",
    "happy",
    "problems",
    "made up for",
    "came well",
    "likely",
    "paid leads",
)
_SEVERAL = 2
_NUMBERS = range(1, 7)  # the columns that end at the same place


class Referring(NamedTuple):
    """One referrer by name, with the organisation they are of, if any.

    `people` are those of an organisation whose introductions are counted in it.
    """

    name: str
    organisation: str | None
    people: Sequence[str]
    judged: Referrer


def print_referrers(lines: Sequence[Referring], left_out: int, currency: str) -> None:
    """Print the referrers for a person, and how many more there are.

    Args:
        lines: the referrers.
        left_out: how many more there are.
        currency: the one that is set, "" for none.
    """
    if not lines:
        tell("Nobody has given an introduction yet.")
        return
    rows = _rows(lines, currency)
    if not on_terminal():
        say(*aligned(rows, right=_NUMBERS))
    elif fit(rows):
        head, *others = aligned(rows, right=_NUMBERS)
        put([Line(head, style="dim"), *map(Line, others)])
    else:
        put(told for one in lines for told in _entry(one, currency))
    if any(one.people for one in lines):
        tell("An organisation counts what its people gave, who have lines of their own.")
    if left_out:
        tell(f"{left_out} more; --limit shows as many as you ask for.")


def print_referrers_json(lines: Sequence[Referring], currency: str) -> None:
    """Print the referrers for a script; amounts are plain numbers in the currency, or null."""
    say_json(document(currency=currency or None, items=referrer_items(lines)))


def referrer_items(lines: Sequence[Referring]) -> list[dict[str, object]]:
    """The referrers for a script, and for the page of them."""
    return [
        {
            "name": one.name,
            "org": one.organisation,
            "people": list(one.people),
            **_figures(one.judged),
        }
        for one in lines
    ]


def as_referrer(dossier: Dossier, wording: Wording) -> str:
    """What somebody is as a referrer, in one line; "" where there is nothing to judge by.

    What came of their introductions is told only where they were in others as well: without any,
    it is the first line of all introductions.
    """
    judged = _judged(dossier, wording)
    if judged is None or not (judged.well or judged.badly or judged.leads):
        return ""
    is_all = judged.introductions == len(dossier.introductions)
    verdict = _verdict(judged, wording.currency)
    parts = verdict if is_all else [_outcomes(judged), *verdict]
    return f"As a referrer: {'; '.join(parts)}"


def referrer_json(dossier: Dossier, wording: Wording) -> dict[str, object] | None:
    """For a script: the figures of a referrer; None for somebody who gave no introduction."""
    judged = _judged(dossier, wording)
    return None if judged is None else _figures(judged)


def _judged(dossier: Dossier, wording: Wording) -> Referrer | None:
    given = given_by(dossier, wording.me, wording.today)
    return referrer(given) if given else None


def _outcomes(judged: Referrer) -> str:
    outcomes = outcomes_told(
        answered=judged.answered,
        happy=judged.happy,
        problems=judged.problems,
        recovered=judged.recovered,
        fees=None,
    )
    return f"{count(judged.introductions, 'introduction')}, {outcomes}"


def _verdict(judged: Referrer, currency: str) -> list[str]:
    parts = []
    if judged.well or judged.badly:
        parts.append(f"{_share(judged)} came well, likely {_likely(judged.score)}")
    if judged.leads:
        parts.append(f"paid leads {_leads(judged, currency)}")
    return parts


def _entry(one: Referring, currency: str) -> Iterator[Line]:
    """The lines of a referrer where there is no room for columns."""
    yield Line(_who(one), style="bold")
    for told in (_outcomes(one.judged), *_verdict(one.judged, currency)):
        yield Line(told, indent=2)


def _rows(lines: Sequence[Referring], currency: str) -> list[tuple[str, ...]]:
    """The table, headings first; without the last column where nobody has anything in it."""
    has_leads = any(one.judged.leads for one in lines)
    rows = [_HEADINGS, *(_row(one, currency) for one in lines)]
    return rows if has_leads else [row[:-1] for row in rows]


def _row(one: Referring, currency: str) -> tuple[str, ...]:
    judged = one.judged
    numbers = (
        judged.introductions,
        judged.answered,
        judged.happy,
        judged.problems,
        judged.recovered,
    )
    tells = judged.well or judged.badly
    return (
        visible(_who(one)),
        *(str(number or "·") for number in numbers),
        _share(judged) if tells else "·",
        _likely(judged.score) if tells else "",
        _leads(judged, currency),
    )


def _who(one: Referring) -> str:
    if one.people:
        only, *others = one.people
        return f"{one.name}, with {f'{len(one.people)} people' if others else only}"
    return one.name if one.organisation is None else f"{one.name} · {one.organisation}"


def _share(judged: Referrer) -> str:
    return f"{judged.well} of {judged.well + judged.badly}"


def _likely(score: Score) -> str:
    return f"{score.low:.0%} to {score.high:.0%}"


def _leads(judged: Referrer, currency: str) -> str:
    """What the paid leads cost: "150 for 2 answered, 75 each"; "150 for 0 answered"."""
    if not judged.leads:
        return ""
    told = f"{money(judged.fees, currency)} for {judged.answered_leads} answered"
    if judged.answered_leads < _SEVERAL or judged.cost_per_answered_lead is None:
        return told
    return f"{told}, {money(judged.cost_per_answered_lead, currency)} each"


def _figures(judged: Referrer) -> dict[str, object]:
    return {
        "introductions": judged.introductions,
        "responded": judged.answered,
        "happy": judged.happy,
        "problems": judged.problems,
        "recovered": judged.recovered,
        "came_well": judged.well,
        "came_badly": judged.badly,
        "score": {
            "mean": round(judged.score.mean, 4),
            "low": round(judged.score.low, 4),
            "high": round(judged.score.high, 4),
            "weight": round(judged.score.weight, 4),
        },
        "leads": judged.leads,
        "answered_leads": judged.answered_leads,
        "fees": judged.fees,
        "cost_per_answered_lead": judged.cost_per_answered_lead,
    }

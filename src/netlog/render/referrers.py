"""Who brings good people: everybody who gave introductions, or one of them, and for scripts."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from netlog.domain.credit import Score
from netlog.domain.referrers import Referrer, given_by, referrer
from netlog.domain.report import Dossier
from netlog.render.reciprocity import outcomes_told
from netlog.render.sink import document, is_narrow, say, say_json, show, tell, visible
from netlog.render.wording import Wording, count

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text


class Line(NamedTuple):
    """One referrer by name, with the organisation they are of, if any."""

    name: str
    organisation: str | None
    judged: Referrer


def print_referrers(lines: Sequence[Line], left_out: int) -> None:
    """Print the referrers for a person, and how many more there are."""
    if not lines:
        tell("Nobody has given an introduction yet.")
        return
    show(_narrow(lines) if is_narrow() else _wide(lines))
    if left_out:
        say(f"and {left_out} more: --limit N shows N")


def print_referrers_json(lines: Sequence[Line]) -> None:
    """Print the referrers for a script."""
    items = [{"name": one.name, "org": one.organisation, **_figures(one.judged)} for one in lines]
    say_json(document(items=items))


def as_referrer(dossier: Dossier, wording: Wording) -> str:
    """What somebody is as a referrer, in one line; "" where there is nothing to judge by.

    What came of their introductions is told only where they were in others as well: without any,
    it is the first line of all introductions.
    """
    judged = _judged(dossier, wording)
    if judged is None or not (judged.well or judged.badly or judged.leads):
        return ""
    is_all = judged.introductions == len(dossier.introductions)
    parts = _verdict(judged) if is_all else [_outcomes(judged), *_verdict(judged)]
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


def _verdict(judged: Referrer) -> list[str]:
    parts = []
    if judged.well or judged.badly:
        parts.append(f"{_share(judged)} came well, likely {_likely(judged.score)}")
    if judged.leads:
        parts.append(f"paid leads {_leads(judged)}")
    return parts


def _narrow(lines: Sequence[Line]) -> "Text":
    from rich.text import Text

    drawn = []
    for line in lines:
        drawn.append(Text(visible(line.name), style="bold"))
        drawn += [Text(f"  {part}") for part in (_outcomes(line.judged), *_verdict(line.judged))]
    return Text("\n").join(drawn)


def _wide(lines: Sequence[Line]) -> "Table":
    from rich.table import Table
    from rich.text import Text

    has_leads = any(line.judged.leads for line in lines)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("who")
    for heading in ("given", "answered", "happy", "problems", "made up for", "came well"):
        table.add_column(heading, justify="right")
    table.add_column("likely")
    if has_leads:
        table.add_column("paid leads")
    for line in lines:
        one = line.judged
        judged = one.well or one.badly
        numbers = (one.introductions, one.answered, one.happy, one.problems, one.recovered)
        table.add_row(
            Text(visible(line.name)),
            *(str(number or "·") for number in numbers),
            _share(one) if judged else "·",
            _likely(one.score) if judged else "",
            *((_leads(one),) if has_leads else ()),
        )
    return table


def _share(judged: Referrer) -> str:
    return f"{judged.well} of {judged.well + judged.badly}"


def _likely(score: Score) -> str:
    return f"{score.low:.0%} to {score.high:.0%}"


def _leads(judged: Referrer) -> str:
    """What the paid leads cost: "150 for 2 answered, 75 each"; "150 for 0 answered"."""
    if not judged.leads:
        return ""
    told = f"{judged.fees} for {judged.answered_leads} answered"
    several = judged.answered_leads > 1
    return f"{told}, {judged.cost_per_answered_lead} each" if several else told


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

"""Who brings good people: everybody who gave introductions, or one of them, and for scripts."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import Any

from netlog.domain.people.names import beside
from netlog.domain.report.dossier import Dossier
from netlog.domain.report.referrers import Referrer, given_by, referrer
from netlog.domain.wording import Wording, count, money
from netlog.render.forms.facts import Facts, Sentence, clauses
from netlog.render.forms.table import Column, Table
from netlog.render.forms.values import NOTHING
from netlog.render.lines import Line, put, tell_left_out
from netlog.render.score import likely, score_json
from netlog.render.sink import document, tell
from netlog.views.referrers import Referring

ROWS = (
    "name org introductions responded happy problems recovered came_well came_badly score.mean"
    " score.low score.high leads answered_leads fees cost_per_answered_lead people"
)
ORGANISATIONS = "An organisation counts what its people gave, who have lines of their own."
NOBODY = "Nobody has given an introduction yet."
_SEVERAL = 2


def print_referrers(lines: Sequence[Referring], left_out: int, currency: str) -> None:
    """Print the referrers for a person, and how many more there are.

    Args:
        lines: the referrers.
        left_out: how many more there are.
        currency: the one that is set, "" for none.
    """
    if not lines:
        tell(NOBODY)
        return
    has_leads = any(line.judged.leads for line in lines)
    leads = Column[Referring]("", "paid leads", lambda row: _leads(row.judged, currency))
    columns = [*WHO, *FIGURES, *([leads] if has_leads else [])]
    put(Table(columns, lines, entry=partial(_entry, currency), breaks_cells=False).lines())
    if any(line.people for line in lines):
        tell(ORGANISATIONS)
    tell_left_out(left_out)


def referrers_document(lines: Sequence[Referring], currency: str, **day: date) -> dict[str, Any]:
    """The referrers for a script; amounts are plain numbers in the currency, or null.

    A page, which is drawn from nothing else, needs the `today` that it is of.
    """
    items = Table([*WHO, *FIGURES], lines).items()
    return document(**day, currency=currency or None, items=items)


def as_referrer(facts: Facts) -> Sentence:
    """What somebody is as a referrer; empty where there is nothing to judge by."""
    if facts("/referrer") is None:
        return []
    judged = leads = ""
    if facts("/referrer/came_well") or facts("/referrer/came_badly"):
        likely = "likely {score/low:share} to {score/high:share} well"
        judged = f"{{came_well}} came well and {{came_badly}} badly, {likely}"
    if facts("/referrer/leads"):
        leads = "{leads:paid lead} for {fees:money}, {answered_leads} answered"
    if leads and facts("/referrer/answered_leads") > 1:
        leads += ", {cost_per_answered_lead:money} each"
    words = clauses((facts.fill(sentence, "/referrer") for sentence in (judged, leads)), "; ")
    return ["As a referrer: ", *words] if words else []


def referrer_json(dossier: Dossier, wording: Wording) -> dict[str, object] | None:
    """For a script: the figures of a referrer; None for somebody who gave no introduction."""
    judged = _judged(dossier, wording)
    return None if judged is None else Table(FIGURES, [Referring("", None, (), judged)]).items()[0]


def _judged(dossier: Dossier, wording: Wording) -> Referrer | None:
    given = given_by(dossier, wording.me, wording.today)
    return referrer(given) if given else None


def _outcomes(judged: Referrer) -> str:
    numbers = (
        (judged.happy, "happy"),
        (judged.problems, "with problems"),
        (judged.recovered, "made up for"),
    )
    words = [f"{judged.responded} answered" if judged.responded else "no answer noted"]
    words += [f"{number} {label}" for number, label in numbers if number]
    return ", ".join([count(judged.introductions, "introduction"), *words])


def _verdict(judged: Referrer, currency: str) -> list[str]:
    parts = []
    if judged.well or judged.badly:
        parts.append(f"{_share(judged)} came well, likely {likely(judged.score)}")
    if judged.leads:
        parts.append(f"paid leads {_leads(judged, currency)}")
    return parts


def _entry(currency: str, row: Referring) -> Iterator[Line]:
    """The lines of a referrer where there is no room for columns."""
    yield Line(_who(row), style="bold")
    for line in (_outcomes(row.judged), *_verdict(row.judged, currency)):
        yield Line(line, indent=2)


def _who(row: Referring) -> str:
    if row.people:
        only, *others = row.people
        return f"{row.name}, with {f'{len(row.people)} people' if others else only}"
    return " · ".join(filter(None, [row.name, beside(row.name, row.organisation)]))


def _share(judged: Referrer) -> str:
    known = judged.well + judged.badly
    return f"{judged.well} of {known}" if known else NOTHING


def _likely(judged: Referrer) -> str:
    return likely(judged.score) if judged.well or judged.badly else ""


def _leads(judged: Referrer, currency: str) -> str:
    """What the paid leads cost: "150 for 2 answered, 75 each"; "150 for 0 answered"."""
    if not judged.leads:
        return ""
    cost = f"{money(judged.fees, currency)} for {judged.answered_leads} answered"
    if judged.answered_leads < _SEVERAL or judged.cost_per_answered_lead is None:
        return cost
    return f"{cost}, {money(judged.cost_per_answered_lead, currency)} each"


WHO: Sequence[Column[Referring]] = (
    Column("name", None, lambda row: row.name),
    Column("", "who", _who),
    Column("org", None, lambda row: row.organisation),
    Column("people", None, lambda row: row.people),
)
FIGURES: Sequence[Column[Referring]] = (
    Column("introductions", "given", lambda row: row.judged.introductions, "tally", right=True),
    Column("responded", "answered", lambda row: row.judged.responded, "tally", right=True),
    Column("happy", "happy", lambda row: row.judged.happy, "tally", right=True),
    Column("problems", "problems", lambda row: row.judged.problems, "tally", right=True),
    Column("recovered", "made up for", lambda row: row.judged.recovered, "tally", right=True),
    Column("came_well", None, lambda row: row.judged.well),
    Column("came_badly", None, lambda row: row.judged.badly),
    Column("", "came well", lambda row: row.judged, _share, right=True),
    Column("score", None, lambda row: score_json(row.judged.score)),
    Column("", "likely", lambda row: row.judged, _likely),
    Column("leads", None, lambda row: row.judged.leads),
    Column("answered_leads", None, lambda row: row.judged.answered_leads),
    Column("fees", None, lambda row: row.judged.fees),
    Column("cost_per_answered_lead", None, lambda row: row.judged.cost_per_answered_lead),
)

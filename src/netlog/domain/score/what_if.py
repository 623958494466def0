"""What would change a report: what is open, settled today by the rules that would settle it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from math import fsum
from typing import TYPE_CHECKING, NamedTuple

from netlog.domain.items import CHECK_INS, Item
from netlog.domain.projection.checking import CheckedIntroduction
from netlog.domain.projection.closing import Closing, close
from netlog.domain.projection.entries import Cause, SettlementDraft
from netlog.domain.projection.settling import ANSWERED_BY_A_WORD
from netlog.domain.projection.terms import Terms
from netlog.domain.projection.touching import is_said_already
from netlog.domain.report.dossier import Dossier, Report, assess, evidence_in
from netlog.domain.report.introductions import KnownIntroduction, KnownProblem
from netlog.domain.score.credit import Evidence
from netlog.domain.score.estimate import Score, Verdict, percent, score

if TYPE_CHECKING:
    from netlog.domain.records import Obligation

MOST_CHANGES = 2
_AMENDS = ("apology", "replacement")
_MOST_TRIED = 24  # An exact score takes time; hardly anybody but me has more that is open.
_LITTLE = 0.01  # of the weight of a thank-you

Items = Mapping[int, Item]
Key = tuple[int | None, int]  # of evidence: the obligation, if it is one, and the event


class Change(NamedTuple):
    """The items that would be kept today, and the verdict and the score as they would be then.

    `deed` tells what it adds to the change before: one item of each kind.
    """

    ids: tuple[int, ...]
    deed: tuple[Item, ...]
    verdict: Verdict
    score: Score


class _Trial(NamedTuple):
    """Items as they would be, and the evidence that would then stand instead of some that does."""

    items: Items
    replaced: frozenset[Key]
    evidence: tuple[Evidence, ...]


def would_change(report: Report, today: date, me: int) -> tuple[Change, ...]:
    """The one or two settlements that would raise the cautious end of the score most.

    The second is what would help most after the first, so its ids hold those of the first; where
    the first is enough for `refer`, there is none. What one word or deed settles belongs together:
    all thanks of the one to the other, all amends, an answer. Nothing is waived, and nothing
    settled that says nothing of them (`Dossier.silent`). Of my own, what is in my hands goes before
    hearing from others that they are happy.

    Args:
        report: of a contact as of today.
        today: the day on which they would be settled.
        me: the owner's contact id.

    Returns:
        At most two; none where nothing that is open would raise it.
    """
    changes: list[Change] = []
    ids: tuple[int, ...] = ()
    low, owed = report.score.low, report.dossier.items
    evidence = evidence_in(report.dossier, today, report.population.half_life)
    standing = {_key(line): line for line in evidence}
    while len(changes) < MOST_CHANGES:
        trials = list(_trials(report, ids, today, me))
        in_hand = [trial for trial in trials if _in_my_hands(trial, ids)]
        mine = report.dossier.contact.is_me
        best = (_best(report, standing, in_hand, low) if mine else None) or _best(
            report, standing, trials, low
        )
        if best is None:
            break
        then = assess(_after(report.dossier, best.items), today, report.population)
        if then.score.low <= low:  # a rounding, or a deed of today that counts already
            break
        deed = _deed([owed[key] for key in sorted(best.items) if key not in ids])
        ids, low = tuple(sorted(best.items)), then.score.low
        changes.append(Change(ids, deed, then.verdict, then.score))
        if then.verdict == "refer":
            break
    return tuple(changes)


def worth_telling(steps: Sequence[tuple[str, float]]) -> int:
    """How many changes are told: not the last ones that leave verdict and percentage as they are.

    Args:
        steps: the verdict and the mean as they are now, and after each change on top of the others.
    """
    seen = [(verdict, percent(mean)) for verdict, mean in steps]
    while len(seen) > 1 and seen[-1] == seen[-2]:
        seen.pop()
    return len(seen) - 1


def _deed(items: Sequence[Item]) -> tuple[Item, ...]:
    """Of items that one word or deed settles, the first of each kind that tells it."""
    by_kind = {item.obligation.kind: item for item in reversed(items)}
    # An answer between others comes to be known by asking, which settles both.
    kinds = [kind for kind in by_kind if kind in CHECK_INS] or sorted(by_kind)
    return tuple(by_kind[kind] for kind in kinds)


def _best(
    report: Report, standing: Mapping[Key, Evidence], trials: Iterable[_Trial], low: float
) -> _Trial | None:
    """The settlement that raises the cautious end most, above what it is before."""
    weightiest = _weightiest(report, list(trials), standing)
    touched = frozenset[Key]().union(*(trial.replaced for trial in weightiest))
    fixed = _as_one([line for key, line in standing.items() if key not in touched])
    best = None
    for trial in weightiest:
        others = [standing[key] for key in touched - trial.replaced if key in standing]
        then = score([*fixed, *others, *trial.evidence], report.population).low
        if then > low:
            best, low = trial, then
    return best


def _in_my_hands(trial: _Trial, already: Collection[int]) -> bool:
    """Whether what it adds needs no news from others, as the answer to a question does."""
    added = trial.items.keys() - set(already)
    return not any(trial.items[key].obligation.kind in CHECK_INS for key in added)


def _weightiest(
    report: Report, trials: list[_Trial], standing: Mapping[Key, Evidence]
) -> list[_Trial]:
    """Of more trials than are worth an exact score, those that promise most.

    A little more that counts for a contact moves the cautious end by so much, a little less that
    counts against it by so much: for a settlement, which is little beside a long record, that is
    nearly all there is to it.
    """
    sample = next((line for trial in trials for line in trial.evidence), None)
    if len(trials) <= _MOST_TRIED or sample is None:
        return trials
    fixed = _as_one(report.evidence)
    a_little = (
        replace(sample, credit=_LITTLE, debit=0.0),
        replace(sample, credit=0.0, debit=_LITTLE),
    )
    by_credit, by_debit = (
        score([*fixed, line], report.population).low - report.score.low for line in a_little
    )

    def promise(trial: _Trial) -> float:
        lost = [standing[key] for key in trial.replaced if key in standing]
        credit = sum(line.credit for line in trial.evidence) - sum(line.credit for line in lost)
        debit = sum(line.debit for line in trial.evidence) - sum(line.debit for line in lost)
        return credit * by_credit + debit * by_debit

    return sorted(trials, key=promise, reverse=True)[:_MOST_TRIED]


def _as_one(evidence: Sequence[Evidence]) -> list[Evidence]:
    """Evidence that no trial touches, added up once for all: a score is made of few sums."""
    parts = [[line for line in evidence if line.for_a_meeting is each] for each in (False, True)]
    return [
        replace(
            lines[0],
            credit=fsum(line.credit for line in lines),
            debit=fsum(line.debit for line in lines),
        )
        for lines in parts
        if lines
    ]


def _key(evidence: Evidence) -> Key:
    return evidence.obligation_id, evidence.event_id


def _trials(report: Report, already: Collection[int], today: date, me: int) -> Iterator[_Trial]:
    """What `netlog done` could settle today, with what is settled `already` in the same command."""
    dossier = report.dossier
    by_amends = {
        item.obligation.id: introduction
        for introduction in dossier.introductions
        for problem in introduction.problems
        for item in problem.amends
    }
    owed, half_life = dossier.items, report.population.half_life
    checked = _checked(dossier)
    for together in _at_hand(dossier, already, today):
        both = [*(owed[key] for key in already), *together]
        pairs = [(item, checked.get(item.event.id)) for item in both]
        entry = close(Closing("kept", today), pairs, Terms(), me)
        items = {
            draft.obligation.id: _kept(owed[draft.obligation.id], draft) for draft in entry.settles
        }
        around = {by_amends[key].event.id: by_amends[key] for key in items if key in by_amends}
        part = replace(dossier, owed=tuple(items.values()), introductions=tuple(around.values()))
        obligations = {(key, item.event.id) for key, item in items.items()}
        problems = {
            (None, problem.event.id)
            for introduction in around.values()
            for problem in introduction.problems
        }
        yield _Trial(
            items=items,
            replaced=frozenset(obligations | problems),
            evidence=tuple(evidence_in(_after(part, items), today, half_life)),
        )


def _at_hand(dossier: Dossier, already: Collection[int], today: date) -> Iterator[Sequence[Item]]:
    """What is open, by the word or deed that would settle it."""
    out_of_reach = dossier.silent.union(already)
    together: dict[tuple[str | int, ...], list[Item]] = {}
    for item in dossier.owed:
        if _can_be_kept(item.obligation, today) and item.obligation.id not in out_of_reach:
            together.setdefault(_word(item), []).append(item)
    for items in together.values():
        # Of my two questions after an introduction, whether they answered comes first.
        yield items[:1] if items[0].obligation.kind in CHECK_INS else items


def _can_be_kept(owed: "Obligation", today: date) -> bool:
    """Whether `netlog done` would take it: a word on the day of the last one is none."""
    is_open = owed.closed_on is None and owed.opened_on <= today
    return is_open and not (owed.kind == "touch" and is_said_already(owed, "kept", today))


def _word(item: Item) -> tuple[str | int, ...]:
    owed = item.obligation
    between = (owed.debtor_id, owed.creditor_id)
    if owed.kind == "thanks":
        return ("thanks", *between)
    if owed.kind in ANSWERED_BY_A_WORD:
        return ("answer", *between)
    if owed.kind in _AMENDS:
        return ("amends", *between)
    return ("question", owed.event_id) if owed.kind in CHECK_INS else (owed.id,)


def _checked(dossier: Dossier) -> Mapping[int, CheckedIntroduction]:
    """The introductions as the rules of checking want them, by event id."""
    owed: dict[int, list[Obligation]] = {}
    for item in dossier.owed:
        owed.setdefault(item.event.id, []).append(item.obligation)
    return {
        introduction.event.id: CheckedIntroduction(
            introduction.who, tuple(owed.get(introduction.event.id, ())), introduction.outcomes
        )
        for introduction in dossier.introductions
    }


def _kept(item: Item, draft: SettlementDraft) -> Item:
    """The item as it would be once it is settled so."""
    settlement = draft.posted(len(item.settlements) + 1, Cause())
    return replace(
        item,
        obligation=item.obligation._replace(closed_on=draft.closed_on),
        settlements=(*item.settlements, settlement),
    )


def _after(dossier: Dossier, items: Items) -> Dossier:
    """The dossier with some items as they would be."""
    return replace(
        dossier,
        owed=tuple(items.get(item.obligation.id, item) for item in dossier.owed),
        introductions=tuple(
            _made_good(introduction, items) for introduction in dossier.introductions
        ),
        unasked=dossier.unasked - items.keys(),
    )


def _made_good(introduction: KnownIntroduction, items: Items) -> KnownIntroduction:
    if not introduction.problems:
        return introduction
    return replace(
        introduction,
        problems=tuple(_with_amends(problem, items) for problem in introduction.problems),
    )


def _with_amends(problem: KnownProblem, items: Items) -> KnownProblem:
    amends = tuple(items.get(item.obligation.id, item) for item in problem.amends)
    return replace(problem, amends=amends)

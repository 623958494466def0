"""What would change a verdict, in one sentence and for scripts."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from netlog.domain.items import CHECK_INS, Item
from netlog.domain.report.dossier import Report
from netlog.domain.wording import Template, Wording, join
from netlog.render.forms.facts import Facts, Sentence, clauses, plain
from netlog.render.score import score_json

if TYPE_CHECKING:
    from netlog.domain.score.what_if import Change

HEADING = "What would help most"
_WORTH_SAYING_SO = ("with care", "hold off")


def what_would_change(facts: Facts, means: Sequence[float]) -> Iterator[str]:
    """The sentence under a verdict; none where there is nothing to say.

    Args:
        facts: the document of the report.
        means: the mean of the score as it is now, and after each change; unrounded.
    """
    parts, verdict = list[str](), facts("/verdict")
    for (at, ids), mean in zip(steps(facts, means), means[1:], strict=False):
        also = "if also" if parts else "if today"
        still = "still " if facts(f"{at}/verdict") == verdict else ""
        then = facts.told(f"), {still}{{verdict:word}}, {mean:.0%} in time", at)
        parts.append(plain([f"{also} ", *facts.told("{text:text} (", at), *ids, *then]))
        verdict = facts(f"{at}/verdict")
    if parts:
        yield f"{HEADING}: {'; '.join(parts)}."
    elif not facts("/would_change") and verdict in _WORTH_SAYING_SO:
        yield "Nothing is open that would change this for the better."


def steps(facts: Facts, means: Sequence[float]) -> Iterator[tuple[str, Sentence]]:
    """The changes that are worth telling, each with the ids of what it adds to the one before."""
    verdicts = [facts("/verdict"), *(one["verdict"] for one in facts("/would_change"))]
    most = worth_telling(list(zip(verdicts, means, strict=True)))
    done: list[int] = []
    for at in facts.each("/would_change", most):
        new = [one for one in facts.each(f"{at}/ids") if facts(one) not in done]
        yield at, clauses([facts.value(one, "count")] for one in new)
        done = facts(f"{at}/ids")


def worth_telling(steps: Sequence[tuple[str, float]]) -> int:
    """How many changes are told: not the last ones that leave verdict and percentage as they are.

    Args:
        steps: the verdict and the mean as they are now, and after each change on top of the others.
    """
    seen = [(verdict, f"{mean:.0%}") for verdict, mean in steps]
    while len(seen) > 1 and seen[-1] == seen[-2]:
        seen.pop()
    return len(seen) - 1


def changes_json(
    report: Report, changes: "Sequence[Change]", wording: Wording
) -> list[dict[str, object]]:
    """For a script: what `netlog done` with these ids would make of the report today.

    The `text` of each is what somebody would have done beyond what the one before is about.
    """
    return [
        {
            "ids": list(one.ids),
            "action": "done",
            "text": deed,
            "verdict": one.verdict,
            "score": score_json(one.score),
        }
        for one, deed in zip(changes, _deeds(report, changes, wording), strict=True)
    ]


def _deeds(report: Report, changes: "Sequence[Change]", wording: Wording) -> Iterator[str]:
    """For each change the deed that it adds to the one before."""
    items = {item.obligation.id: item for item in report.dossier.owed}
    done: tuple[int, ...] = ()
    for change in changes:
        yield _deed([items[one] for one in change.ids if one not in done], wording)
        done = change.ids


def _deed(items: Sequence[Item], wording: Wording) -> str:
    """The word or deed that settles these items, which one of each kind can tell."""
    by_kind = {item.obligation.kind: item for item in reversed(items)}
    # An answer between others comes to be known by asking, which settles both.
    kinds = [kind for kind in by_kind if kind in CHECK_INS] or sorted(by_kind)
    deeds = dict.fromkeys(wording.of(by_kind[kind], _DEEDS[kind]) for kind in kinds)
    debtor = by_kind[kinds[0]].obligation.debtor_id
    return f"{wording.name(debtor)} {join(list(deeds))}"


def _kept(item: Item) -> str:
    return 'kept the rest of "{about}"' if item.done else 'kept "{about}"'


_DEEDS: Mapping[str, Template] = {
    "thanks": "thanked {creditor}",
    "reply": "answered {creditor}",
    "response": "answered {creditor}",
    "apology": "apologised to {creditor}",
    "replacement": "introduced {creditor} to somebody better",
    "promise": _kept,
    "update": "gave {creditor} {what}",
    "touch": "wrote or spoke to {creditor}",
    "check-response": "heard from {creditor} that {provider} had answered",
    "check-outcome": "heard from {who} that both are happy",
}

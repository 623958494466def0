"""What would change a verdict, in one sentence and for scripts."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from netlog.domain.items import CHECK_INS, Item
from netlog.domain.report.dossier import Report
from netlog.render.wording import Wording, join

if TYPE_CHECKING:
    from netlog.domain.score.what_if import Change

HEADING = "What would help most"
_WORTH_SAYING_SO = ("with care", "hold off")


def what_would_change(report: Report, changes: "Sequence[Change]", wording: Wording) -> str:
    """The sentence under a verdict; "" where there is nothing to say."""
    if not changes:
        nothing = "Nothing is open that would change this for the better."
        return nothing if report.verdict in _WORTH_SAYING_SO else ""
    steps = [(report.verdict, report.score.mean)]
    steps += [(one.verdict, one.score.mean) for one in changes]
    parts: list[str] = []
    verdict = report.verdict
    deeds = list(_deeds(report, changes, wording))
    for change, (new, deed) in list(zip(changes, deeds, strict=True))[: worth_telling(steps)]:
        also = "if also" if parts else "if today"
        ids = ", ".join(str(one) for one in new)
        then = f"still {verdict}" if change.verdict == verdict else change.verdict
        parts.append(f"{also} {deed} ({ids}), {then}, {change.score.mean:.0%} in time")
        verdict = change.verdict
    return f"{HEADING}: {'; '.join(parts)}." if parts else ""


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
            "score": {
                "mean": round(one.score.mean, 4),
                "low": round(one.score.low, 4),
                "high": round(one.score.high, 4),
                "weight": round(one.score.weight, 4),
            },
        }
        for one, (_, deed) in zip(changes, _deeds(report, changes, wording), strict=True)
    ]


def _deeds(
    report: Report, changes: "Sequence[Change]", wording: Wording
) -> Iterator[tuple[list[int], str]]:
    """For each change the ids of what it adds to the one before, and the deed that it is."""
    items = {item.obligation.id: item for item in report.dossier.owed}
    done: tuple[int, ...] = ()
    for change in changes:
        new = [one for one in change.ids if one not in done]
        yield new, _deed([items[one] for one in new], wording)
        done = change.ids


def _deed(items: Sequence[Item], wording: Wording) -> str:
    """The word or deed that settles these items, which one of each kind can tell."""
    by_kind = {item.obligation.kind: item for item in reversed(items)}
    # An answer between others comes to be known by asking, which settles both.
    kinds = [kind for kind in by_kind if kind in CHECK_INS] or sorted(by_kind)
    deeds = dict.fromkeys(_DEEDS[kind](by_kind[kind], wording) for kind in kinds)
    debtor = by_kind[kinds[0]].obligation.debtor_id
    return f"{wording.name(debtor)} {join(list(deeds))}"


def _to(item: Item, wording: Wording) -> str:
    return wording.name(item.obligation.creditor_id)


def _thanked(item: Item, wording: Wording) -> str:
    return f"thanked {_to(item, wording)}"


def _answered(item: Item, wording: Wording) -> str:
    return f"answered {_to(item, wording)}"


def _apologised(item: Item, wording: Wording) -> str:
    return f"apologised to {_to(item, wording)}"


def _replaced(item: Item, wording: Wording) -> str:
    return f"introduced {_to(item, wording)} to somebody better"


def _kept(item: Item, _wording: Wording) -> str:
    what = f'"{item.event.about}"'
    return f"kept the rest of {what}" if item.done else f"kept {what}"


def _told(item: Item, wording: Wording) -> str:
    return f"gave {_to(item, wording)} {wording.what(item)}"


def _touched(item: Item, wording: Wording) -> str:
    return f"wrote or spoke to {_to(item, wording)}"


def _heard_of_an_answer(item: Item, wording: Wording) -> str:
    provider = wording.name(item.who("provider"))
    return f"heard from {_to(item, wording)} that {provider} had answered"


def _heard_of_happiness(item: Item, wording: Wording) -> str:
    return f"heard from {wording.who(item)} that both are happy"


_DEEDS: Mapping[str, Callable[[Item, Wording], str]] = {
    "thanks": _thanked,
    "reply": _answered,
    "response": _answered,
    "apology": _apologised,
    "replacement": _replaced,
    "promise": _kept,
    "update": _told,
    "touch": _touched,
    "check-response": _heard_of_an_answer,
    "check-outcome": _heard_of_happiness,
}

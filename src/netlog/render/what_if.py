"""What would change a verdict, in one sentence and for scripts."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from netlog.domain.items import CHECK_INS, Item
from netlog.domain.report import Report
from netlog.render.wording import Wording, join

if TYPE_CHECKING:
    from netlog.domain.what_if import Change

_WORTH_SAYING_SO = ("with care", "hold off")


def what_would_change(report: Report, changes: "Sequence[Change]", wording: Wording) -> str:
    """The sentence under a verdict; "" where there is nothing to say."""
    if not changes:
        nothing = "Nothing is open that would change this for the better."
        return nothing if report.verdict in _WORTH_SAYING_SO else ""
    items = {item.obligation.id: item for item in report.dossier.owed}
    parts, done, verdict = [], set[int](), report.verdict
    for change in changes:
        new = [items[one] for one in change.ids if one not in done]
        also = "if also" if done else "if today"
        ids = ", ".join(str(item.obligation.id) for item in new)
        then = f"still {verdict}" if change.verdict == verdict else change.verdict
        share = f"{change.score.mean:.0%} in time"
        parts.append(f"{also} {_deed(new, wording)} ({ids}), {then}, {share}")
        done |= set(change.ids)
        verdict = change.verdict
    does = any(change.verdict != report.verdict for change in changes)
    beginning = "What would change this" if does else "What would help most"
    return f"{beginning}: {'; '.join(parts)}."


def changes_json(changes: "Sequence[Change]") -> list[dict[str, object]]:
    """For a script: what `netlog done` with these ids would make of the report today."""
    return [
        {
            "ids": list(one.ids),
            "action": "done",
            "verdict": one.verdict,
            "score": {
                "mean": round(one.score.mean, 4),
                "low": round(one.score.low, 4),
                "high": round(one.score.high, 4),
                "weight": round(one.score.weight, 4),
            },
        }
        for one in changes
    ]


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

"""What would change a verdict, in one sentence and for scripts."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from netlog.domain.items import Item
from netlog.domain.text import join
from netlog.domain.wording import Template, Wording
from netlog.render.forms.facts import Facts, Sentence, clauses, plain
from netlog.render.score import score_json

if TYPE_CHECKING:
    from netlog.domain.report.dossier import Dossier
    from netlog.domain.score.what_if import Change

HEADING = "What would help most"
_WORTH_SAYING_SO = ("with care", "hold off")
_ASK = "ask {creditor} whether {debtor} answered; if so"
_NOTE = "if {debtor} answered {creditor}"


def what_would_change(facts: Facts, unasked: Sequence[str] = ()) -> Iterator[str]:
    """The sentence under a verdict; none where there is nothing to say.

    Args:
        facts: the document of the report.
        unasked: how to ask about what nobody has asked about, which may help or not.
    """
    parts, verdict = list[str](), facts("/verdict")
    for at, ids in steps(facts):
        also = "if also" if parts else "if today"
        still = "still " if facts(f"{at}/verdict") == verdict else ""
        then = facts.fill(f"), {still}{{verdict:word}}, {{score/mean:share}} in time", at)
        parts.append(plain([f"{also} ", *facts.fill("{text:text} (", at), *ids, *then]))
        verdict = facts(f"{at}/verdict")
    if parts:
        yield f"{HEADING}: {'; '.join(parts)}."
    elif not facts("/would_change") and verdict in _WORTH_SAYING_SO:
        nothing = "Nothing is open that would change this for the better."
        yield f"What may help: {unasked[0]}." if unasked else nothing


def to_ask(dossier: "Dossier", wording: Wording) -> list[str]:
    """How to ask about each answer that nobody has asked about yet, and how to note what came."""
    still, noted = dossier.unasked_items
    return [
        wording.of(item, f"{words}: netlog check e{item.event.id} --responded")
        for items, words in ((still, _ASK), (noted, _NOTE))
        for item in items
    ]


def steps(facts: Facts) -> Iterator[tuple[str, Sentence]]:
    """The changes that are worth telling, each with the ids of what it adds to the one before."""
    changes = facts.rows("/would_change")
    if not changes:
        return
    from netlog.domain.score.what_if import worth_telling

    seen = [(facts(f"{at}/verdict"), facts(f"{at}/score/mean")) for at in ("", *changes)]
    done: list[int] = []
    for at in changes[: worth_telling(seen)]:
        new = [key for key in facts.rows(f"{at}/ids") if facts(key) not in done]
        yield at, clauses([facts.value(key, "count")] for key in new)
        done = facts(f"{at}/ids")


def changes_json(changes: "Sequence[Change]", wording: Wording) -> list[dict[str, object]]:
    """For a script: what `netlog done` with these ids would make of the report today.

    The `text` of each is what somebody would have done beyond what the one before is about.
    """
    return [
        {
            "ids": list(change.ids),
            "action": "done",
            "text": _deed(change.deed, wording),
            "verdict": change.verdict,
            "score": score_json(change.score),
        }
        for change in changes
    ]


def _deed(items: Sequence[Item], wording: Wording) -> str:
    """Who would have done what."""
    deeds = dict.fromkeys(wording.of(item, _DEEDS[item.obligation.kind]) for item in items)
    return f"{wording.name(items[0].obligation.debtor_id)} {join(list(deeds))}"


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
    "check-response": "heard from {creditor} that {first} had answered",
    "check-outcome": "heard from {who} that both are happy",
}

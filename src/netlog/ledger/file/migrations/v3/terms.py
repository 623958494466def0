"""The terms under which an event was told, from what it opened."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from netlog.ledger.file.migrations.v3.drafts import Term
from netlog.ledger.file.migrations.v3.journal import Opened

_BUILT_IN: Mapping[str, Term] = {
    "thanks": 7,
    "thanks_mine": 2,
    "response": 3,
    "check_response": 4,
    "check_outcome": 30,
    "ask_again": 3,
    "update": 30,
    "promise": 7,
    "reply": 3,
    "reply_mine": 2,
    "apology": 1,
    "replacement": 7,
}


@dataclass
class TermsSoFar:
    """The terms as the facts so far show them; the built-in ones where none has shown them yet."""

    days: dict[str, Term] = field(default_factory=lambda: dict(_BUILT_IN))

    def learn(self, shown: Mapping[str, Term]) -> str:
        """Take in the terms that a fact shows, and return the set that holds now, as JSON."""
        self.days.update(shown)
        return json.dumps(self.days, sort_keys=True, separators=(",", ":"))


def shown_by(opened: Iterable[Opened], expected: Collection[str], me: int) -> Mapping[str, Term]:
    """The terms that an event shows; what it would have opened and did not was never due.

    A promise shows none: its due date counts as given.
    """
    shown: dict[str, Term | None] = {}
    for item in opened:
        shown.setdefault(_term_of(item.kind, item.debtor_id, me), item.days)
    shown = {**dict.fromkeys(expected, "never"), **shown}
    return {term: days for term, days in shown.items() if days is not None and term != "promise"}


def _term_of(kind: str, debtor_id: int, me: int) -> str:
    name = kind.replace("-", "_")
    return f"{name}_mine" if debtor_id == me and f"{name}_mine" in _BUILT_IN else name

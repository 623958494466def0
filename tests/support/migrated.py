"""What a ledger says before a migration and after it, as far as it must be the same."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

from tests.support.telling import Answer

Told = dict[str, Any]


def everything(ask: Callable[..., Answer], today: date) -> Told:
    """All that the ledger answers: what happened, what is due, and the report of everybody."""
    people = _read(ask("people", "--json", today=today))["items"]
    questions = {
        "history": ("history",),
        "due": ("due", "--all"),
        "ranking": ("report",),
        **{f"report {person['name']}": ("report", person["name"]) for person in people},
        "report me": ("report", "me"),
    }
    return {
        name: _read(ask(*question, "--json", today=today)) for name, question in questions.items()
    }


def _read(answer: Answer) -> Any:
    assert answer.code == 0, answer.err
    return json.loads(answer.out)


# What a report holds; the rest of it judges, by the rules of the day.
_HELD = ("name", "org", "record", "introductions", "obligations", "introduced")
_SINCE = frozenset({"first", "keeps", "worth"})  # what documents did not have before


def as_before(told: Told) -> Told:
    """What must be as before the migration: all but the lines of thank-yous and apologies.

    How people are judged is no matter of it, and the order of what is due on one day, or weighs the
    same, is that of the names now.
    """
    held = {"due": told["due"]}
    held["history"] = [item for item in told["history"]["items"] if item["id"].startswith("e")]
    held |= {
        name: {key: part[key] for key in _HELD}
        for name, part in told.items()
        if name.startswith("report ")
    }
    return {name: _in_any_order(part) for name, part in held.items()}


def _in_any_order(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _in_any_order(part) for key, part in value.items() if key not in _SINCE}
    if isinstance(value, list):
        return sorted(map(_in_any_order, value), key=json.dumps)
    return value

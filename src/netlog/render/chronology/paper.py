"""A chronology as a paper: a title, some lines, and sections of entries, in no form yet."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from netlog.render.sink import say_document


class Entry(NamedTuple):
    """An id, a sentence, and what follows it; the day where it is a fact of one.

    `fields` are what a script reads of it.
    """

    key: str
    text: str
    fields: Mapping[str, object]
    more: Sequence[str] = ()
    day: str = ""


class Section(NamedTuple):
    """A heading with entries, and what they add up to before them.

    For a script, `key` has the fields of each entry, or the `sums` where there are any.
    """

    key: str
    title: str
    entries: Sequence[Entry]
    lines: Sequence[str] = ()
    sums: Mapping[str, object] | None = None


class Paper(NamedTuple):
    """The whole chronology: everything in it is plain text, whoever wrote it.

    `sections` are those that have entries. `fields` are what a script reads of it.
    """

    title: str
    lines: Sequence[str]
    sections: Sequence[Section]
    foot: str
    fields: Mapping[str, object]


def print_json(paper: Paper) -> None:
    """Print a chronology for a script.

        {"schema": 1, "name": "Lead Co", "org": null, "people": [], "today": "2026-02-07",
         "from": "2026-01-05", "to": "2026-02-06",
         "given": {"introductions": 2, "answered": 0, "problems": 2, "fees": "150"},
         "currency": null,
         "promises": [{"id": 7, "event": "e14", "debtor": "Lead Co", "creditor": "me",
                       "about": "call me back", "times": 1, "done": 0, "opened_on": "2026-01-28",
                       "due_on": "2026-01-29", "settled_on": null, "standing": "overdue"}],
         "fees": {"leads": 2, "total": "150", "answered": "0", "not_answered": "150"},
         "introductions": [{"event": "e1", "on": "2026-01-05", "introducer": "Lead Co",
                            "client": "Prospect One", "provider": "me", "about": "...",
                            "fee": "75", "attempts": {...}, "days_to_first_attempt": 0,
                            "answered_on": null, "answer_day_known": true,
                            "days_without_answer": 32, "counted_to": "2026-02-06",
                            "happy_on": null, "problems": ["e15"]}],
         "replies": [{"id": 6, "event": "e10", "creditor": "me", "debtor": "Lead Co", "about": "",
                      "attempts": {...}, "tries": [{"on": "2026-01-16", "via": "phone",
                      "about": "", "note": ""}], "answered_on": "2026-01-28", "days": 12}],
         "facts": [{"on": "2026-01-05", "id": "e1", "text": "...", "via": "", "note": ""}],
         "open": [{"id": 7, "kind": "promise", "text": "...", "due_on": "2026-01-29"}]}

    `attempts` is {"number": 3, "days": 3, "first": "2026-01-16", "last": "2026-01-26",
    "channels": {"phone": 2, "email": 1}}. `from` and `to` are null where there are no facts.
    `extract` is null where nothing was left out, else
    {"since": null, "until": "2026-01-31", "left_out": 2, "notes": true}.
    """
    say_document(**paper.fields)

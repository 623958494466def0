"""Words for what two copies of one ledger say differently of one thing."""

from collections.abc import Iterable, Mapping
from datetime import date

from netlog.domain.text import join
from netlog.domain.wording import Wording

_NOUNS: Mapping[str, str] = {
    "happened_on": "the day",
    "said_on": "the day",
    "about": "the words",
    "via": "the channel",
    "note": "the note",
    "place": "the place",
    "fee": "the fee",
    "due_on": "the day it is due",
    "times": "how many",
    "placed": "the place in its day",
    "client_first": "the first move",
    "keeps_id": "the promise that it keeps",
    "contact_id": "who was in it",
    "author_id": "who said it",
    "recipient_id": "to whom",
    "name": "the name",
    "kind": "the kind",
    "organisation_id": "the organisation",
}
_WHO = ("contact_id", "author_id", "recipient_id", "organisation_id")
Column = tuple[str, object, object]


def differing(columns: Iterable[Column], wording: Wording) -> str:
    """What differs, each with what it is here and there: "the day is 3 Nov here, 4 Nov there".

    Args:
        columns: names of columns, each with its value here and there.
        wording: the names of contacts on both sides.
    """
    return join(
        [
            f"{_NOUNS[name]} is {_value(name, here, wording)} here,"
            f" {_value(name, there, wording)} there"
            for name, here, there in columns
            if name in _NOUNS
        ]
    )


def _value(name: str, value: object, wording: Wording) -> str:
    if value is None or value == "":
        return "none"
    if name in _WHO and isinstance(value, int):
        return wording.name(value)
    if name.endswith("_on"):
        return wording.day(date.fromisoformat(str(value)))
    if name == "client_first":
        return "the client's" if value else "the provider's"
    if name == "placed":
        return "another"
    return str(value) if name in ("times", "keeps_id", "kind") else f'"{value}"'

"""The record behind a report, for scripts and pages: obligations and introductions, one by one."""

from collections.abc import Iterable, Mapping

from netlog.domain.introductions import KnownIntroduction
from netlog.domain.items import Item
from netlog.domain.records import ObligationKind
from netlog.domain.report import Dossier
from netlog.domain.standing import days_overdue, standing
from netlog.render.wording import Wording

# What sentences call each kind, for a table and in an enumeration.
KINDS: Mapping[ObligationKind, str] = {
    "promise": "promise",
    "thanks": "thanks",
    "reply": "reply",
    "response": "answer after an introduction",
    "update": "word on how it went",
    "check-response": "asking whether they answered",
    "check-outcome": "asking whether both are happy",
    "apology": "apology",
    "replacement": "somebody better",
    "touch": "word to keep in touch",
}


def obligations(dossier: Dossier, wording: Wording) -> list[dict[str, object]]:
    """Everything that they owed, from opened to settled; the latest first.

    `days_late` counts from the due date to the settlement, or to today while there is none, and
    is 0 where that is in time. `asked` is false where an answer may have come: nobody asked yet.
    """
    latest = sorted(
        dossier.owed,
        key=lambda item: (item.obligation.opened_on, item.obligation.id),
        reverse=True,
    )
    return [_obligation(item, dossier, wording) for item in latest]


def _obligation(item: Item, dossier: Dossier, wording: Wording) -> dict[str, object]:
    owed = item.obligation
    now = standing(owed, item.settlements, wording.today)
    until = owed.closed_on or wording.today
    return {
        "id": owed.id,
        "kind": owed.kind,
        "text": wording.what(item),
        "debtor": called(owed.debtor_id, wording),
        "creditor": called(owed.creditor_id, wording),
        "opened_on": owed.opened_on.isoformat(),
        "due_on": owed.due_on.isoformat(),
        "settled_on": None if owed.closed_on is None else owed.closed_on.isoformat(),
        "standing": now,
        "days_late": 0 if now == "waived" else max(days_overdue(owed, until), 0),
        "asked": owed.id not in dossier.unasked,
        "event": f"e{owed.event_id}",
    }


def introduced(
    introductions: Iterable[KnownIntroduction], wording: Wording
) -> list[dict[str, object]]:
    """Introductions with who was in them and how they ended; the latest first."""
    latest = sorted(
        introductions, key=lambda one: (one.event.happened_on, one.event.id), reverse=True
    )
    return [
        {
            "event": f"e{one.event.id}",
            "on": one.event.happened_on.isoformat(),
            "introducer": called(one.who.introducer, wording),
            "client": called(one.who.client, wording),
            "provider": called(one.who.provider, wording),
            "about": one.event.about,
            "fee": one.event.fee,
            "state": one.state,
        }
        for one in latest
    ]


def called(contact_id: int, wording: Wording) -> str:
    """A contact in a document: the name, or "me"."""
    return "me" if contact_id == wording.me else wording.names[contact_id]

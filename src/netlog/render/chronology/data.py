"""A chronology as JSON, for scripts: the same facts and figures as on paper."""

from netlog.domain.chronology.chronology import Wait, fees
from netlog.domain.chronology.extract import Extracted
from netlog.domain.chronology.facts import Fact
from netlog.domain.chronology.follow_up import FollowUp, Tries, Try
from netlog.domain.wording import Wording
from netlog.render.chronology.fact_lines import fact_id, fact_note, fact_text, fact_via
from netlog.render.chronology.fee_lines import fees_json
from netlog.render.chronology.promised import promise_json
from netlog.render.chronology.sentences import open_text
from netlog.render.sink import document, say_json


def print_json(told: Extracted, wording: Wording) -> None:
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
    found, matter = told.shown, told.shown.matter
    organisation = matter.organisation
    say_json(
        document(
            name=matter.contact.name,
            org=None if organisation is None else organisation.name,
            people=sorted(wording.names[one] for one in matter.members - {matter.contact.id}),
            today=told.drawn_on,
            extract=_extract(told),
            currency=wording.currency or None,
            **{"from": found.facts[0].on if found.facts else None},
            to=found.facts[-1].on if found.facts else None,
            given={
                "introductions": len(found.given),
                "answered": sum(one.answered_on is not None for one in found.given),
                "problems": sum(bool(one.problems) for one in found.given),
                "fees": fees(found.given),
            },
            promises=[promise_json(one, wording) for one in found.promises],
            fees=fees_json(found),
            introductions=[_introduction(one, wording) for one in found.follow_ups],
            replies=[_reply(one, wording) for one in found.waits],
            facts=[_fact(one, wording) for one in found.facts],
            open=[
                {
                    "id": one.obligation.id,
                    "kind": one.obligation.kind,
                    "text": open_text(one, wording),
                    "due_on": one.obligation.due_on,
                }
                for one in found.open_items
            ],
        )
    )


def _extract(told: Extracted) -> dict[str, object] | None:
    wanted = told.extract
    if wanted.is_whole:
        return None
    return {
        "since": wanted.since,
        "until": wanted.until,
        "left_out": told.left_out,
        "notes": wanted.notes,
    }


def _introduction(one: FollowUp, wording: Wording) -> dict[str, object]:
    event = one.introduction.event
    return {
        "event": f"e{event.id}",
        "on": event.happened_on,
        "introducer": wording.names[one.who.introducer],
        "client": wording.names[one.who.client],
        "provider": wording.names[one.who.provider],
        "about": event.about,
        "fee": event.fee,
        "attempts": _attempts(one.tries),
        "days_to_first_attempt": one.days_to_first_try,
        "answered_on": one.answered_on,
        "answer_day_known": one.answer_day_known,
        "days_without_answer": one.days_without_answer,
        "counted_to": one.until,
        "happy_on": one.happy_on,
        "problems": [f"e{problem.event.id}" for problem in one.problems],
    }


def _reply(one: Wait, wording: Wording) -> dict[str, object]:
    owed = one.item.obligation
    return {
        "id": owed.id,
        "event": f"e{one.item.event.id}",
        "creditor": wording.names[owed.creditor_id],
        "debtor": wording.names[owed.debtor_id],
        "about": one.tries.about,
        "attempts": _attempts(one.tries),
        "tries": [_try(each) for each in one.listed],
        "answered_on": one.answered_on,
        "days": one.days,
    }


def _attempts(tries: Tries) -> dict[str, object]:
    return {
        "number": len(tries.made),
        "days": tries.days,
        "first": tries.first,
        "last": tries.last,
        "channels": {via or "other": number for via, number in tries.channels.items()},
    }


def _try(one: Try) -> dict[str, object]:
    return {"on": one.on, "via": one.via, "about": one.about, "note": one.note}


def _fact(fact: Fact, wording: Wording) -> dict[str, object]:
    return {
        "on": fact.on,
        "id": fact_id(fact),
        "text": fact_text(fact, wording),
        "via": fact_via(fact),
        "note": fact_note(fact),
    }

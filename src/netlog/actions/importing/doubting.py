"""Whom the files, or the ledger, show to be two, so that nobody need be asked or told to merge."""

from collections import defaultdict
from collections.abc import Iterator

from netlog.actions.importing.plan import Doubt, Plan, Somebody
from netlog.domain.people.names import comparison_key, looks_like_email
from netlog.domain.people.recognising import go_together
from netlog.ledger.file.access import Connection
from netlog.ledger.read.register import are_in_one_event


def open_doubts(plan: Plan, connection: Connection | None) -> Iterator[Doubt]:
    """The doubts of a plan that its files and the ledger leave open, now that all was read."""
    doubted = {contact for doubt in plan.doubts for contact in doubt.contacts}
    events: dict[int, set[int]] = defaultdict(set)  # of who is doubted, by their place in the plan
    for number, (_, parties) in enumerate(plan.events):
        for _, who in parties:
            if who in doubted:
                events[who].add(number)
    for doubt in plan.doubts:
        contact, other = doubt.contacts
        is_shown = not events[contact].isdisjoint(events[other]) or (
            connection is not None and are_in_one_event(connection, contact, other)
        )
        if not (is_shown or _are_two(plan.people[contact], plan.people[other])):
            yield doubt


def _are_two(somebody: Somebody, other: Somebody) -> bool:
    """Whether one works at the other, or one is a firm and the other a person of another name."""
    names = (somebody.name, other.name)
    if somebody.works_at == other.name or other.works_at == somebody.name:
        return True
    if somebody.kind == other.kind:
        return False
    is_named = not any(map(looks_like_email, names))
    return is_named and not go_together(*map(comparison_key, names))

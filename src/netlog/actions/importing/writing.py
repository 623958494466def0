"""Writing what was planned: contacts and their cards first, then events, then what follows."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import count

from netlog.actions.importing.advance import Advance, Heard, counting
from netlog.actions.importing.plan import Plan, Somebody
from netlog.actions.recording import Draft
from netlog.domain.people.names import comparison_key
from netlog.domain.projection.difference import Difference
from netlog.domain.projection.terms import Terms
from netlog.domain.records import HERE, Archival, Interval
from netlog.ledger.file.digests import as_stored
from netlog.ledger.read.records import me
from netlog.ledger.write import telling
from netlog.ledger.write.change import Writer
from netlog.ledger.write.projecting import Surroundings
from netlog.ledger.write.rows import Fact

Meter = Callable[[Iterable[Fact]], Iterator[Fact]]
Ids = Mapping[int, int]  # of who is new, from the number in the plan to the id in the ledger


def carry_out(writer: Writer, plan: Plan, terms: Terms, heard: Heard) -> Difference | None:
    """Write a plan, and return what it opened and closed; None where nothing can have been."""
    rows = writer.rows
    meter = _meter(plan, heard)
    added = [somebody for somebody in plan.people.values() if somebody.is_new]
    ids = dict(zip((each.id for each in added), count(rows.next_id("contact")), strict=False))
    rows.insert_all("contact", meter(_contact(somebody, ids) for somebody in added))
    for somebody in plan.filled_in:
        if somebody.organisation is not None:
            organisation_id = ids.get(somebody.organisation, somebody.organisation)
            telling.change_contact(rows, somebody.id, organisation_id=organisation_id)
        if somebody.was:
            key = comparison_key(somebody.name)
            telling.change_contact(rows, somebody.id, name=somebody.name, key=key)
    rows.insert_all("detail", meter(_details(plan, ids, rows.next_id("detail"))))
    return _tell_all(writer, plan, ids, terms, meter)


def _meter(plan: Plan, heard: Heard) -> Meter:
    """What says of rows, while they are written, how many there were already."""
    people, events = plan.people.values(), plan.events
    total = sum(somebody.is_new + len(somebody.details) for somebody in people)
    total += sum(1 + len(parties) for _, parties in events)
    numbers = count(1)

    def say(number: int) -> None:
        heard(Advance("writing", number, total, number))

    return lambda rows: counting(rows, numbers, say)


def _contact(somebody: Somebody, ids: Ids) -> Fact:
    works_at = somebody.organisation
    organisation_id = None if works_at is None else ids.get(works_at, works_at)
    name = somebody.name
    return ids[somebody.id], name, comparison_key(name), somebody.kind, 0, organisation_id


def _details(plan: Plan, ids: Ids, first: int) -> Iterator[Fact]:
    numbers = count(first)
    for somebody in plan.people.values():
        contact_id = ids.get(somebody.id, somebody.id)
        for (kind, key), value in somebody.details.items():
            noted_on = as_stored(plan.today) if kind == "need" else None
            yield next(numbers), contact_id, kind, value, key, noted_on


def _tell_all(
    writer: Writer, plan: Plan, ids: Ids, terms: Terms, meter: Meter
) -> Difference | None:
    """Tell events and intervals, and project what they reach."""
    rows = writer.rows
    timed = [somebody for somebody in plan.people.values() if somebody.every]
    archived = [somebody for somebody in plan.people.values() if somebody.is_archived]
    if not plan.events and not timed and not archived:
        return None
    contacts = {ids.get(who, who) for draft in plan.events for who in _reached(draft, ids)}
    contacts |= {ids.get(somebody.id, somebody.id) for somebody in (*timed, *archived)}
    surroundings = Surroundings(writer.connection, contacts - {me(writer.connection)})
    terms_id = telling.terms_id(rows, terms)
    first = rows.next_id("event")
    rows.insert_all("event", meter(_events(plan, terms_id, first, rows.moment)))
    rows.insert_all("party", meter(_parties(plan, ids, first, rows.next_id("party"))))
    for somebody in timed:
        days = somebody.every
        interval = Interval(
            0, ids.get(somebody.id, somebody.id), plan.today, days, f"{days}d", 0, HERE
        )
        telling.tell(rows, interval)
    for somebody in archived:  # last, as what happens with them brings them back
        archival = Archival(0, ids[somebody.id], plan.today, is_over=False, told=0, origin=HERE)
        telling.tell(rows, archival)
    return surroundings.project(rows)


def _reached(draft: Draft, ids: Ids) -> Iterator[int]:
    """Around whom an event may change something; a note on somebody new changes nothing."""
    return (who for _, who in draft.parties if draft.event.kind != "note" or who not in ids)


def _events(plan: Plan, terms_id: int, first: int, moment: Callable[[], int]) -> Iterator[Fact]:
    for number, draft in enumerate(plan.events, first):
        event = draft.event._replace(id=number, terms_id=terms_id, told=moment())
        yield tuple(map(as_stored, event))


def _parties(plan: Plan, ids: Ids, first_event: int, first: int) -> Iterator[Fact]:
    numbers = count(first)
    for event_id, draft in enumerate(plan.events, first_event):
        for role, who in draft.parties:
            yield next(numbers), event_id, ids.get(who, who), role

"""What is in a chronology: its head, and its sections in their order."""

from collections.abc import Iterator, Mapping

from netlog.domain.chronology.chronology import Chronology
from netlog.domain.chronology.extract import Extracted
from netlog.domain.text import join
from netlog.domain.wording import UNNAMED, Wording, count
from netlog.render.chronology import facts, fees, introductions, open_items, promises, replies
from netlog.render.chronology.paper import Paper
from netlog.render.chronology.words import full_day

_SECTIONS = (promises, fees, introductions, replies, facts, open_items)
FOOT = (
    "Days are calendar days: the ledger keeps no times of day, and the order within one day says"
    " nothing of the hour. Where no day was agreed, due days follow the ledger's terms."
    " Ids such as e1 and 4 are those of the entries in the ledger."
)


def nothing(part: Extracted, wording: Wording) -> str:
    """That there is nothing to tell, or that the extract that was asked for is empty."""
    name = wording.name(part.whole.matter.contact.id)
    if part.extract.is_whole:
        return f"Nothing is on record with {name}."
    return f"Of what is on record with {name}, nothing is left to show."


def paper(part: Extracted, wording: Wording) -> Paper:
    """The paper of a chronology, or of what is wanted of it."""
    contact = part.shown.matter.contact
    sections = [module.section(part.shown, wording) for module in _SECTIONS]
    told = [section for section in sections if section.entries]
    unnamed = contact.is_me and wording.my_name == UNNAMED
    return Paper(
        title=f"Chronology: {'You' if unnamed else wording.name(contact.id)}",
        lines=tuple(_lines(part, wording, is_empty=not told)),
        sections=told,
        foot=FOOT,
        fields={
            **_fields(part, wording),
            **{
                section.key: section.sums or [entry.fields for entry in section.entries]
                for section in sections
            },
        },
    )


def _lines(part: Extracted, wording: Wording, *, is_empty: bool) -> Iterator[str]:
    matter, given = part.shown.matter, part.shown.sums
    if matter.organisation is not None:
        yield f"Organisation: {matter.organisation.name}."
    others = sorted(wording.name(member) for member in matter.members - {matter.contact.id})
    if others:
        yield f"With its people: {join(others)}."
    period = nothing(part, wording) if is_empty else _period(part.shown)
    yield " ".join(filter(None, [period, f"Drawn up on {full_day(part.drawn_on)}."]))
    if not part.extract.is_whole:
        yield f"This is an extract: {'; '.join(_extract(part))}."
    if given.introductions:
        words = [f"{given.answered} answered", f"{given.problems} with a problem"]
        words += [f"fees {wording.money(given.fees)}"] if part.shown.leads else []
        yield f"{count(given.introductions, 'introduction')} given: {', '.join(words)}."


def _fields(part: Extracted, wording: Wording) -> Mapping[str, object]:
    """The head for a script."""
    matter, wanted, facts_shown = part.shown.matter, part.extract, part.shown.facts
    organisation = matter.organisation
    extract = {
        "since": wanted.since,
        "until": wanted.until,
        "left_out": part.left_out,
        "notes": wanted.notes,
    }
    return {
        "name": matter.contact.name,
        "org": None if organisation is None else organisation.name,
        "people": sorted(wording.names[member] for member in matter.members - {matter.contact.id}),
        "today": part.drawn_on,
        "extract": None if wanted.is_whole else extract,
        "currency": wording.currency or None,
        "from": facts_shown[0].on if facts_shown else None,
        "to": facts_shown[-1].on if facts_shown else None,
        "given": part.shown.sums._asdict(),
    }


def _period(shown: Chronology) -> str:
    """The days of it; none where all that is on record is of an unknown day."""
    if not shown.facts:
        return ""
    first, last = (full_day(shown.facts[end].on) for end in (0, -1))
    return f"Period: {first}." if first == last else f"Period: {first} to {last}."


def _extract(part: Extracted) -> Iterator[str]:
    """Of which kind an extract is; never what was left out."""
    wanted = part.extract
    if wanted.since is not None:
        yield f"from {full_day(wanted.since)}"
    if wanted.until is not None:
        yield f"up to {full_day(wanted.until)} and as of that day"
    if part.left_out:
        yield "1 entry left out" if part.left_out == 1 else f"{part.left_out} entries left out"
    if not wanted.notes:
        yield "notes left out"

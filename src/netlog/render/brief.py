"""Somebody on one screen, before a coffee: described once, for a terminal and for a page."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any, NamedTuple

from netlog.domain.history import Entry, Happening
from netlog.domain.items import Item, is_hidden
from netlog.domain.people.card import interval_text
from netlog.domain.people.names import beside
from netlog.domain.report.brief import Brief
from netlog.domain.wording import Wording, capital
from netlog.render.fields import item_fields
from netlog.render.forms.facts import Facts, Sentence, Value, clauses
from netlog.render.forms.facts import plain as as_text
from netlog.render.forms.grid import Cell, Grid
from netlog.render.forms.values import BETWEEN
from netlog.render.history import acknowledgement_text
from netlog.render.introductions import parties
from netlog.render.lines import Line, put
from netlog.render.record import introduced
from netlog.render.score import IN_TIME, STYLES, score_json
from netlog.render.sink import document, height, is_narrow


class Row(NamedTuple):
    """A line of a section: an id, if it has one, and a sentence."""

    key: Value | None
    sentence: Sentence


class Section(NamedTuple):
    """Lines under a label, and how many there are of them, here or elsewhere."""

    label: str
    rows: Sequence[Row]
    number: int

    @property
    def more(self) -> int:
        """How many there are elsewhere."""
        return max(self.number - len(self.rows), 0)

    def cut(self, most: int) -> "Section":
        """The same with so many lines at most."""
        return self._replace(rows=self.rows[:most])


def brief_document(brief: Brief, wording: Wording) -> dict[str, Any]:
    """The brief for a script, which is also all that is drawn of it."""
    report, contact = brief.report, brief.contact
    organisation, interval = report.dossier.organisation, brief.interval
    return document(
        name=contact.name,
        kind=contact.kind,
        org=None if organisation is None else organisation.name,
        today=wording.today,
        verdict=report.verdict,
        score=score_json(report.score),
        skills=brief.values("skill"),
        needs=[
            {
                "name": wording.names[need.detail.contact_id],
                "need": need.text,
                "since": need.detail.noted_on,
            }
            for need in brief.needs
        ],
        emails=brief.values("email"),
        phones=brief.values("phone"),
        urls=brief.values("url"),
        titles=brief.values("title"),
        aliases=brief.values("alias"),
        every=None if interval is None else interval_text(interval),
        touch_due_on=brief.touch_due_on,
        archived_on=brief.archived_on,
        people=[
            {"name": person.name, "skills": brief.values("skill", person.id)}
            for person in brief.people
        ],
        notes=[
            {
                "id": f"e{note.event.id}",
                "name": wording.names[note.contact_id],
                "on": note.event.happened_on,
                "text": note.event.about,
            }
            for note in brief.notes
        ],
        open=[_open(item, wording) for item in brief.open],
        last_words=[_word(entry, wording) for entry in brief.words],
        introductions={
            "to_them": report.introductions.to.introductions,
            "by_them": report.introductions.by.introductions,
        },
        introduced=introduced(brief.introductions, wording),
    )


def print_text(content: Mapping[str, Any]) -> None:
    """Print the brief for a person; on a terminal, as much of each section as a screen holds."""
    facts = Facts(content)
    whole = list(sections(facts))
    room = height() - 1  # the prompt comes below it
    longest = max((len(section.rows) for section in whole), default=0)
    for most in range(min(longest, room), 1, -1):  # a line takes a row of the screen, if not more
        drawn = list(islice(_lines(facts, whole, most), room + 1))
        if len(drawn) <= room:
            break
    else:
        drawn = list(_lines(facts, whole, 1))
    put(drawn)


def _lines(facts: Facts, whole: Iterable[Section], most: int) -> Iterator[Line]:
    shown = [section.cut(most) for section in whole]
    return chain(_head(facts), _stacked(shown) if is_narrow() else _table(shown))


def sections(facts: Facts) -> Iterator[Section]:
    """What there is to tell, under its labels."""
    for label, rows, number in _sections(facts):
        if rows:
            yield Section(label, rows, number or len(rows))


def _sections(facts: Facts) -> Iterator[tuple[str, Sequence[Row], int]]:
    """Each label with its lines, and how many there are in all, or 0 for no more than these."""
    introductions = facts("/introductions/to_them") + facts("/introductions/by_them")
    reach = ["/emails", "/phones", "/aliases"]
    yield "skills", _values(facts, ["/skills"]), 0
    yield "needs", list(_needs(facts)), 0
    yield "reach", _values(facts, reach), 0
    yield "in touch", _in_touch(facts), 0
    if facts("/archived_on") is not None:
        yield "archived", [Row(None, facts.fill("since {/archived_on:date}"))], 0
    yield "people", [Row(None, _person(facts, row)) for row in facts.rows("/people")], 0
    yield "notes", _dated(facts, "/notes", _whom(facts)), 0
    for side, label in (("mine", "you owe"), ("check-in", "check in"), ("theirs", "owed to you")):
        yield label, list(_items(facts, side)), 0
    yield "last words", _dated(facts, "/last_words"), 1
    yield "introduced", list(_introduced(facts)), introductions


def _values(facts: Facts, lists: Iterable[str]) -> Sequence[Row]:
    values = [[facts.value(row)] for each in lists for row in facts.rows(each)]
    return [Row(None, clauses(values, BETWEEN))] if values else []


def _needs(facts: Facts) -> Iterator[Row]:
    """What is needed, and since when; of an organisation, by whom."""
    for row in facts.rows("/needs"):
        yield Row(None, facts.fill(f"{_whom(facts)}{{need:text}}, since {{since:date}}", row))


def _whom(facts: Facts) -> str:
    """Of an organisation with people, a place for the name of whom a line is about."""
    return "{name:text}: " if facts("/people") else ""


def _in_touch(facts: Facts) -> Sequence[Row]:
    if facts("/every") is None:
        return []
    by = ", next by {/touch_due_on:date}" if facts("/touch_due_on") else ""
    return [Row(None, facts.fill(f"{{/every:text}}{by}"))]


def _person(facts: Facts, pointer: str) -> Sentence:
    skills = [[facts.value(skill)] for skill in facts.rows(f"{pointer}/skills")]
    return clauses([[facts.value(f"{pointer}/name")], clauses(skills)], ": ")


def _items(facts: Facts, side: str) -> Iterator[Row]:
    """What is open on a side; of an organisation, or where two are to be asked, with whom it is."""
    for row in facts.rows("/open"):
        if facts(f"{row}/side") == side:
            is_told = facts("/people") or facts(f"{row}/kind") == "check-outcome"
            whom = "{who:text}: " if is_told else ""
            said = facts.fill(f"{whom}{{text:text}} \N{MIDDLE DOT} {{when:text}}", row)
            yield Row(facts.value(f"{row}/id", "count"), said)


def _dated(facts: Facts, pointer: str, whom: str = "") -> Sequence[Row]:
    return [
        Row(facts.value(f"{row}/id"), facts.fill(f"{{on:date}}  {whom}{{text:text}}", row))
        for row in facts.rows(pointer)
    ]


def _introduced(facts: Facts) -> Iterator[Row]:
    for row in facts.rows("/introduced"):
        sentence = f"{{on:date}}  {parties(facts, row)} \N{MIDDLE DOT} {{state:word}}"
        yield Row(facts.value(f"{row}/event"), facts.fill(sentence, row))


def _open(item: Item, wording: Wording) -> Mapping[str, object]:
    return item_fields(
        item,
        wording,
        "id kind side who debtor creditor text when due_on days_overdue event",
        who=wording.who(item),
        text=wording.what(item),
        when=_when(item, wording),
    )


def _when(item: Item, wording: Wording) -> str:
    """When it is due, and until when it is out of sight in the list of every morning."""
    owed = item.obligation
    if owed.hidden_until is None or not is_hidden(owed, wording.today):
        return wording.lateness(owed)
    return f"{wording.lateness(owed)}, snoozed until {wording.day(owed.hidden_until)}"


def _word(entry: Entry, wording: Wording) -> Mapping[str, object]:
    if isinstance(entry, Happening):
        event = entry.event
        parts = [
            wording.event(event, entry.parties),
            *wording.details(event, entry.uncounted),
            f"note: {event.note}" if event.note else "",
        ]
        key, day = f"e{event.id}", event.known_on
    else:
        said = entry.acknowledgement
        key, day = f"a{said.id}", said.said_on
        parts = [
            acknowledgement_text(entry, wording),
            f"via {said.via}" if said.via else "",
            f"note: {said.note}" if said.note else "",
        ]
    return {"id": key, "on": day, "text": capital(BETWEEN.join(filter(None, parts)))}


def _head(facts: Facts) -> Iterator[Line]:
    organisation = beside(facts("/name"), facts("/org"))
    of = [] if organisation is None else [(f"{BETWEEN}{organisation}", "")]
    yield Line(facts("/name"), style="bold", more=of, deeper=0)
    verdict = facts("/verdict")
    known = [] if verdict == "unknown" else [(f"  {as_text(facts.fill(IN_TIME, '/score'))}", "")]
    yield Line(verdict.upper(), style=STYLES[verdict], more=known, deeper=0)


def _table(shown: Sequence[Section]) -> Iterator[Line]:
    """The sections, each behind its label, with the ids in a column."""
    rows: list[Sequence[Cell]] = [[("", "")] * 3]
    for section in shown:
        labels = [section.label, *[""] * (len(section.rows) - 1)]
        rows += [
            [(label, "dim"), (_key(row), "cyan"), (text, "")]
            for label, row, text in zip(labels, section.rows, _texts(section), strict=True)
        ]
    return Grid(rows, right=(1,), whole=(0, 1)).lines() if shown else iter(())


def _stacked(shown: Sequence[Section]) -> Iterator[Line]:
    """The same for a screen that is too narrow for columns."""
    for section in shown:
        yield Line(section.label, style="dim")
        for row, text in zip(section.rows, _texts(section), strict=True):
            key = _key(row)
            yield Line(text, key, indent=2, deeper=len(key) + 1 if key else 0, gap=1)


def _key(row: Row) -> str:
    return "" if row.key is None else str(row.key)


def _texts(section: Section) -> Iterator[str]:
    """The sentences; behind the last of them how many more there are."""
    *others, last = (as_text(row.sentence) for row in section.rows)
    yield from others
    yield f"{last} ({section.more} more)" if section.more else last

"""The timeline of a report: each obligation from opened to settled, and how late that was."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple
from xml.etree.ElementTree import Element

from netlog.domain.dates.phrase import MONTHS
from netlog.domain.projection.terms import after
from netlog.render.forms.facts import Facts, ended_on
from netlog.render.pages.marks import shape, sign
from netlog.render.pages.markup import Child, tag

MOST_DRAWN = 500
_MOST_TICKS = 6
_SHORT = 70  # days up to which days are named, not months
_LEFTMOST, _RIGHTMOST = 3, 95  # percent: room for the name
_MIDDLE = 10


@dataclass(frozen=True, slots=True)
class Scale:
    """Days from left to right."""

    first: date
    last: date

    def at(self, day: date) -> float:
        """How far from the left a day is, in percent."""
        return 100 * (day - self.first).days / max((self.last - self.first).days, 1)

    def place(self, day: date) -> str:
        """The same as a picture has it."""
        return f"{self.at(day):.2f}%"

    def ticks(self) -> Iterator[tuple[date, str]]:
        """Some days to find one's way by, with what they are called, evenly apart."""
        days = (self.last - self.first).days
        if days <= _SHORT:
            apart = next(n for n in (1, 2, 7, 14) if days / n <= _MOST_TICKS)
            marked = [self.first + timedelta(apart + n) for n in range(0, days, apart)]
        else:
            marked = self._months()
        return ((day, _named(day, days)) for day in marked if _LEFTMOST < self.at(day) < _RIGHTMOST)

    def _months(self) -> list[date]:
        begun, ended = (day.year * 12 + day.month - 1 for day in (self.first, self.last))
        steps = (1, 2, 3, 6, *range(12, ended - begun + 24, 12))
        apart = next(n for n in steps if (ended - begun) / n <= _MOST_TICKS)
        return [date(n // 12, n % 12 + 1, 1) for n in range(begun + 1, ended + 1) if n % apart == 0]


class _Span(NamedTuple):
    """An obligation in the document, until it was settled; until today while it is not."""

    pointer: str
    standing: str
    opened: date
    due: date
    until: date


def timeline(facts: Facts) -> list[Element]:
    """The obligations by the year in which they were opened, each year on a scale of its own."""
    spans = [_span(facts, pointer) for pointer in facts.rows("/obligations", MOST_DRAWN)]
    years = groupby(spans, key=lambda span: span.opened.year)
    return [_year(facts, year, list(opened)) for year, opened in years]


def _span(facts: Facts, pointer: str) -> _Span:
    until = "/today" if facts(f"{pointer}/settled_on") is None else f"{pointer}/settled_on"
    days = (f"{pointer}/opened_on", f"{pointer}/due_on", until)
    return _Span(pointer, facts(f"{pointer}/standing"), *map(facts.day_at, days))


def _year(facts: Facts, year: int, spans: Sequence[_Span]) -> Element:
    scale = _scale(spans)
    return tag(
        "div",
        tag("h3", str(year), data_scale=True),
        _axis(scale),
        tag("ol", *(_row(facts, span, scale) for span in spans), class_="timeline"),
        class_="year",
    )


def _scale(spans: Sequence[_Span]) -> Scale:
    days = [day for span in spans for day in (span.opened, span.due, span.until)]
    first, last = min(days), max(days)
    margin = max((last - first).days // 40, 1)
    return Scale(first - timedelta(margin), after(last, margin))


def _axis(scale: Scale) -> Element:
    drawn = tag("svg", class_="ticks", width="100%", height=16, aria_hidden="true")
    for day, name in scale.ticks():
        place = scale.place(day)
        drawn.append(tag("line", class_="tick", x1=place, x2=place, y1=11, y2=16))
        drawn.append(tag("text", name, x=place, y=10, text_anchor="middle", data_scale=True))
    return tag("div", drawn, class_="axis")


def _named(day: date, days: int) -> str:
    """A day on a scale of so many: the year where one begins, else the month, with the day."""
    month = MONTHS[day.month - 1][:3]
    if days <= _SHORT:
        return f"{day.day} {month}"
    return month if day.month > 1 else str(day.year)


def _row(facts: Facts, span: _Span, scale: Scale) -> Element:
    return tag(
        "li",
        tag("div", *_told(facts, span), class_="told"),
        _bar(span, scale),
        class_=f"is-{span.standing}",
    )


def _told(facts: Facts, span: _Span) -> Iterator[Element]:
    pointer, late = span.pointer, list[Child]()
    whose = "{debtor:who}: " if facts("/by_person") else ""
    yield tag("p", *facts.fill(f"{whose}{{text:text}}", pointer))
    if span.standing in ("late", "overdue"):
        days = "{days_late:day} late" if span.standing == "late" else "{days_late:day}"
        late = [", ", tag("em", *facts.fill(days, pointer))]
    known = "" if facts(f"{pointer}/asked") else " · whether it came is not known"
    when = f" · to {{creditor:who}}, opened {{opened_on:date}}, due {{due_on:date}}{known}"
    yield tag(
        "p",
        sign(span.standing),
        *facts.fill(f"{{standing:word}}{ended_on(facts, pointer)}", pointer),
        *late,
        *facts.fill(when, pointer),
        class_="how",
    )


def _bar(span: _Span, scale: Scale) -> Element:
    """Thin while there was time, thick from the due date on, and a sign for the end."""
    due, until, place = span.due, span.until, scale.place(span.due)
    after = "spare" if span.standing == "waived" else "lateness"
    return tag(
        "svg",
        _line("time", scale, span.opened, min(due, until)),
        _line("spare", scale, until, due) if until < due else None,
        _line(after, scale, due, until) if until > due else None,
        tag("line", class_="due", x1=place, x2=place, y1=3, y2=2 * _MIDDLE - 3),
        tag("svg", shape(span.standing), x=scale.place(until), y=_MIDDLE, overflow="visible"),
        class_="span",
        width="100%",
        height=2 * _MIDDLE,
        aria_hidden="true",
    )


def _line(name: str, scale: Scale, begin: date, end: date) -> Element:
    first, last = scale.place(begin), scale.place(end)
    return tag("line", class_=name, x1=first, x2=last, y1=_MIDDLE, y2=_MIDDLE)

"""The timeline of a report: each obligation from opened to settled, and how late that was."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from xml.etree.ElementTree import Element

from netlog.domain.dates.grammar import MONTHS
from netlog.render.forms.facts import Facts
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

    def ticks(self) -> Iterator[tuple[date, str]]:
        """Some days to find one's way by, with what they are called, evenly apart."""
        days = (self.last - self.first).days
        if days <= _SHORT:
            apart = next(n for n in (1, 2, 7, 14) if days / n <= _MOST_TICKS)
            begun = self.first + timedelta(apart)
            named = (
                (begun + timedelta(n), _short(begun + timedelta(n))) for n in range(0, days, apart)
            )
        else:
            named = ((day, _month(day)) for day in self._months())
        return ((day, name) for day, name in named if _LEFTMOST < self.at(day) < _RIGHTMOST)

    def _months(self) -> Iterator[date]:
        begun, ended = (day.year * 12 + day.month - 1 for day in (self.first, self.last))
        steps = (1, 2, 3, 6, *range(12, ended - begun + 24, 12))
        apart = next(n for n in steps if (ended - begun) / n <= _MOST_TICKS)
        return (date(n // 12, n % 12 + 1, 1) for n in range(begun + 1, ended + 1) if n % apart == 0)


def timeline(facts: Facts) -> list[Element]:
    """The obligations by the year in which they were opened, each year on a scale of its own."""
    drawn = range(min(len(facts("/obligations")), MOST_DRAWN))
    years = groupby(drawn, key=lambda n: _opened(facts, n).year)
    return [_year(facts, year, list(numbers)) for year, numbers in years]


def _year(facts: Facts, year: int, numbers: Sequence[int]) -> Element:
    today = facts.day_at("/today")
    scale = _scale(facts, numbers, today)
    rows = [_row(facts, f"/obligations/{n}", scale, today) for n in numbers]
    return tag(
        "div",
        tag("h3", str(year), data_scale=True),
        _axis(scale),
        tag("ol", *rows, class_="timeline"),
        class_="year",
    )


def _scale(facts: Facts, numbers: Sequence[int], today: date) -> Scale:
    ends = [end for n in numbers for end in _ends(facts, f"/obligations/{n}", today)]
    first, last = min(ends), max(ends)
    margin = timedelta(max((last - first).days // 40, 1))
    return Scale(first - margin, last + margin)


def _ends(facts: Facts, pointer: str, today: date) -> Iterator[date]:
    yield facts.day_at(f"{pointer}/opened_on")
    yield facts.day_at(f"{pointer}/due_on")
    yield _until(facts, pointer, today)


def _opened(facts: Facts, number: int) -> date:
    return facts.day_at(f"/obligations/{number}/opened_on")


def _until(facts: Facts, pointer: str, today: date) -> date:
    """The day on which it was settled; today while it is not."""
    return (
        today if facts(f"{pointer}/settled_on") is None else facts.day_at(f"{pointer}/settled_on")
    )


def _axis(scale: Scale) -> Element:
    drawn = tag("svg", class_="ticks", width="100%", height=16, aria_hidden="true")
    for day, name in scale.ticks():
        place = f"{scale.at(day):.2f}%"
        drawn.append(tag("line", class_="tick", x1=place, x2=place, y1=11, y2=16))
        drawn.append(tag("text", name, x=place, y=10, text_anchor="middle", data_scale=True))
    return tag("div", drawn, class_="axis")


def _month(day: date) -> str:
    return MONTHS[day.month - 1][:3] if day.month > 1 else str(day.year)


def _short(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def _row(facts: Facts, pointer: str, scale: Scale, today: date) -> Element:
    return tag(
        "li",
        tag("div", *_told(facts, pointer), class_="told"),
        _bar(facts, pointer, scale, today),
        class_=f"is-{facts(f'{pointer}/standing')}",
    )


def _told(facts: Facts, pointer: str) -> Iterator[Element]:
    whose = "{debtor:who}: " if facts("/by_person") else ""
    yield tag("p", *facts.told(f"{whose}{{text:text}}", pointer))
    standing, late = facts(f"{pointer}/standing"), list[Child]()
    settled = " {settled_on:date}" if facts(f"{pointer}/settled_on") is not None else ""
    if standing in ("late", "overdue"):
        days = "{days_late:day} late" if standing == "late" else "{days_late:day}"
        late = [", ", tag("em", *facts.told(days, pointer))]
    known = "" if facts(f"{pointer}/asked") else " · whether it came is not known"
    when = f" · to {{creditor:who}}, opened {{opened_on:date}}, due {{due_on:date}}{known}"
    yield tag(
        "p",
        sign(standing),
        *facts.told(f"{{standing:word}}{settled}", pointer),
        *late,
        *facts.told(when, pointer),
        class_="how",
    )


def _bar(facts: Facts, pointer: str, scale: Scale, today: date) -> Element:
    """Thin while there was time, thick from the due date on, and a sign for the end."""
    opened, due = facts.day_at(f"{pointer}/opened_on"), facts.day_at(f"{pointer}/due_on")
    until, standing = _until(facts, pointer, today), facts(f"{pointer}/standing")
    drawn = tag("svg", class_="span", width="100%", height=2 * _MIDDLE, aria_hidden="true")
    drawn.append(_line("time", scale, opened, min(due, until)))
    if until < due:
        drawn.append(_line("spare", scale, until, due))
    if until > due:
        drawn.append(_line("lateness" if standing != "waived" else "spare", scale, due, until))
    place = f"{scale.at(due):.2f}%"
    drawn.append(tag("line", class_="due", x1=place, x2=place, y1=3, y2=2 * _MIDDLE - 3))
    mark = tag("svg", shape(standing), x=f"{scale.at(until):.2f}%", y=_MIDDLE, overflow="visible")
    drawn.append(mark)
    return drawn


def _line(name: str, scale: Scale, begin: date, end: date) -> Element:
    first, last = (f"{scale.at(day):.2f}%" for day in (begin, end))
    return tag("line", class_=name, x1=first, x2=last, y1=_MIDDLE, y2=_MIDDLE)

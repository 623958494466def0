"""The network of introductions as a picture: who introduced whom, and how it ended."""

from collections.abc import Iterator, Mapping
from math import cos, degrees, pi
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from netlog.render.forms.facts import Facts
from netlog.render.harmless import visible
from netlog.render.pages.extent import box_around, text_width
from netlog.render.pages.layout import FEW, Point, Tie, bends, middle, ring
from netlog.render.pages.marks import shape
from netlog.render.pages.markup import tag

MOST_DRAWN = 500  # people; the names of more would not fit on any screen
_LONGEST_NAME = 21
_MANY = 200  # introductions from which on only the signs of problems are large
_MARGIN = 8.0  # for dots, signs, and the height of names
_GAP = 7.0
_INTRODUCED = ("client", "provider")
_STEEP = 0.1  # names above and below the ring are in the middle of their dots
_NAME_SIZE = 12.5
_LEAST = 0.8  # of that, to which names may shrink where it spares moving the picture about


class Network:
    """The picture of the introductions in a document, among those who are in most of them."""

    def __init__(self, facts: Facts) -> None:
        """Take the document: `people`, the best connected first, and `introduced`."""
        self.facts = facts
        self.numbers = {person["name"]: n for n, person in enumerate(facts("/people"))}
        self.number = min(len(self.numbers), MOST_DRAWN)
        drawn = [row for row in facts("/introduced") if self._is_drawn(row)]
        self.leaves_out = len(drawn) < len(facts("/introduced"))
        ties = map(self._tie, drawn)
        self.ties = [tie for tie in ties if max(tie.people) < self.number]
        self.ring = ring(self.number, self.ties)
        self.bends = bends(self.ring, self.ties)
        self.box = box_around([(0.0, 0.0), *self._reach()], _MARGIN * self.ring.scale)

    def parties(self, row: Mapping[str, Any]) -> str:
        """Who was in an introduction, by number, as the page's script looks for them."""
        return _numbers(self._tie(row))

    def rules(self) -> str:
        """What a style sheet cannot know: how large the picture is with names that can be read.

        Where the screen has no room for that, it can be moved about; on paper it is smaller.
        """
        width, size = self.box.width / self.ring.scale, _NAME_SIZE * self.ring.scale
        return (
            f"#network {{ width: clamp({_LEAST * width:.0f}px, 100%, {width:.0f}px);"
            f" font-size: {size:.1f}px; }}\n"
            f"@media screen {{ #network.full {{ width: {self.box.width:.0f}px;"
            f" font-size: {_NAME_SIZE:.1f}px; }} }}\n"
            f"@media print {{ #network {{ width: {_LEAST * width:.0f}px; }} }}\n"
        )

    def picture(self) -> Element:
        """The picture."""
        shown = self.ring.named()
        return tag(
            "svg",
            *self._lines(),
            *(self._person(person, always=person in shown) for person in self.ring.places),
            id="network",
            class_="network",
            viewBox=" ".join(f"{side:.0f}" for side in self.box),
            data_apart=self.ring.apart,
            role="img",
            aria_label="The network of introductions; the table of introductions says the same.",
        )

    def _reach(self) -> Iterator[Point]:
        """The outermost points of everything that is drawn."""
        for tie, bend in zip(self.ties, self.bends, strict=True):
            yield middle(self.ring, tie, bend)
            for person in tie.people:
                yield _halfway(self.ring.point(person), bend)
        for person in self.ring.places:
            place = self._place(person)
            length = text_width(self._shown(person), _NAME_SIZE * self.ring.scale)
            yield place.at
            if not place.upright:
                yield self.ring.point(person, _GAP * self.ring.scale + length)
            else:
                x, y = place.at
                before = {"end": length, "middle": length / 2, "start": 0.0}[place.anchor]
                yield from ((x - before, y), (x - before + length, y))

    def _is_drawn(self, row: Mapping[str, Any]) -> bool:
        """Whether it is known of everybody in an introduction who that is."""
        return {row[role] for role in (*_INTRODUCED, "introducer")} - {"me"} <= self.numbers.keys()

    def _tie(self, row: Mapping[str, Any]) -> Tie:
        named = (row[role] for role in _INTRODUCED)
        introduced = [self.numbers[name] for name in named if name in self.numbers]
        return Tie(tuple(introduced), self.numbers.get(row["introducer"]), row["state"])

    def _lines(self) -> Iterator[Element]:
        """Those that ended well lie below those that did not."""
        lines = zip(self.ties, self.bends, strict=True)
        for tie, bend in sorted(lines, key=lambda line: line[0].state == "problem"):
            yield self._line(tie, bend)

    def _line(self, tie: Tie, bend: Point) -> Element:
        x, y = meeting = middle(self.ring, tie, bend)
        legs = [_leg(self.ring.point(person), bend, meeting) for person in tie.people]
        introduced = len(tie.introduced)
        size = self.ring.scale * (1.0 if tie.state == "problem" or len(self.ties) < _MANY else 0.55)
        return tag(
            "g",
            tag("path", class_="leg", d="".join(legs[:introduced])),
            *(tag("path", class_="leg by", d=leg) for leg in legs[introduced:]),
            shape(tie.state, f"translate({x:.1f} {y:.1f}) scale({size:.2f})"),
            class_=f"tie is-{tie.state}",
            data_people=_numbers(tie),
        )

    def _person(self, person: int, *, always: bool) -> Element:
        name = self.facts(f"/people/{person}/name")
        x, y = self.ring.point(person)
        return tag(
            "g",
            tag("title", name),
            tag("circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r=f"{2.6 * self.ring.scale:.1f}"),
            self._name(person),
            class_="person" if always else "person minor",
            data_person=person,
            data_scale=True,
        )

    def _name(self, person: int) -> Element:
        place = self._place(person)
        x, y = place.at
        turn = "" if place.upright else f" rotate({place.turn:.1f})"
        return tag(
            "text",
            self._shown(person),
            transform=f"translate({x:.1f} {y:.1f}){turn}",
            text_anchor=place.anchor,
            dy="0.35em",
        )

    def _place(self, person: int) -> "_Place":
        """Where the name of somebody is: outwards, and of few people upright."""
        angle, upright = self.ring.places[person], self.number <= FEW
        is_above_or_below = upright and abs(cos(angle)) < _STEEP
        on_the_left = cos(angle) < 0
        beside = "end" if on_the_left else "start"
        return _Place(
            at=self.ring.point(person, (2 if is_above_or_below else 1) * _GAP * self.ring.scale),
            anchor="middle" if is_above_or_below else beside,
            upright=upright,
            turn=degrees(angle - pi if on_the_left else angle),
        )

    def _shown(self, person: int) -> str:
        name = visible(self.facts(f"/people/{person}/name"))
        return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"


class _Place(NamedTuple):
    """Where a name begins, ends or has its middle (`anchor`), and by how much it is turned."""

    at: Point
    anchor: str
    upright: bool
    turn: float


def _numbers(tie: Tie) -> str:
    return " ".join(map(str, tie.people))


def _halfway(begin: Point, end: Point) -> Point:
    return (begin[0] + end[0]) / 2, (begin[1] + end[1]) / 2


def _leg(begin: Point, bend: Point, end: Point) -> str:
    """Half of a curve that bends: from a person to where the lines meet."""
    x, y = _halfway(begin, bend)
    return f"M{begin[0]:.1f} {begin[1]:.1f}Q{x:.1f} {y:.1f} {end[0]:.1f} {end[1]:.1f}"

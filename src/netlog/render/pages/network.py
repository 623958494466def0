"""The network of introductions as a picture: who introduced whom, and how it ended."""

from collections.abc import Iterator, Mapping
from math import cos, degrees, pi
from typing import Any
from xml.etree.ElementTree import Element

from netlog.render.pages.facts import Facts
from netlog.render.pages.layout import FEW, Point, Tie, bends, middle, ring
from netlog.render.pages.marks import shape
from netlog.render.pages.markup import tag

MOST_DRAWN = 500  # people; the names of more would not fit on any screen
_LONGEST_NAME = 21
_MANY = 200  # introductions from which on only the signs of problems are large
_WIDEST = 600.0  # the width up to which names can be read on a telephone too
_GAP = 7.0
_STEEP = 0.1  # names above and below the ring are in the middle of their dots
_NAME_SIZE = 11.5


class Network:
    """The picture of the introductions in a document, among those who are in most of them."""

    def __init__(self, facts: Facts) -> None:
        """Take the document: `people`, the best connected first, and `introduced`."""
        self.facts = facts
        self.numbers = {one["name"]: n for n, one in enumerate(facts("/people"))}
        self.number = min(len(self.numbers), MOST_DRAWN)
        found = [(n, self._tie(one)) for n, one in enumerate(facts("/introduced"))]
        drawn = [(n, tie) for n, tie in found if max(tie.people) < self.number]
        self.rows = [n for n, _ in drawn]
        self.ties = [tie for _, tie in drawn]
        self.ring = ring(self.number, self.ties)

    def parties(self, row: Mapping[str, Any]) -> str:
        """Who was in an introduction, by number, as the page's script looks for them."""
        return " ".join(map(str, self._tie(row).people))

    def rules(self) -> str:
        """What a style sheet cannot know: how large the whole picture is.

        Where a telephone has no room for names, the ring fills its screen instead.
        """
        half, scale = self.ring.half, self.ring.scale
        rules = (
            f"#network {{ max-width: {2 * half / scale:.0f}px;"
            f" font-size: {_NAME_SIZE * scale:.1f}px; }}\n"
            f"#network.full {{ width: {2 * half:.0f}px; max-width: none;"
            f" font-size: {_NAME_SIZE:.1f}px; }}\n"
        )
        if self._is_large:
            wide = 100 * half / (self.ring.radius + _GAP * scale)
            rules += (
                f"@media screen and (max-width: 42rem) {{ #network:not(.full) {{"
                f" max-width: none; width: {wide:.0f}%; margin: {(100 - wide) / 2:.1f}%; }} }}\n"
            )
        return rules

    @property
    def _is_large(self) -> bool:
        return 2 * self.ring.half > _WIDEST

    def picture(self) -> Element:
        """The picture."""
        half = self.ring.half
        drawn = tag(
            "svg",
            id="network",
            class_="network many" if self._is_large else "network",
            viewBox=f"{-half:.0f} {-half:.0f} {2 * half:.0f} {2 * half:.0f}",
            data_apart=self.ring.apart,
            role="img",
            aria_label="The network of introductions; the table of introductions says the same.",
        )
        drawn.extend(self._lines())
        drawn.extend(self._people())
        return drawn

    def _tie(self, row: Mapping[str, Any]) -> Tie:
        introduced = (self.numbers.get(row[role]) for role in ("client", "provider"))
        return Tie(
            tuple(one for one in introduced if one is not None),
            self.numbers.get(row["introducer"]),
        )

    def _lines(self) -> Iterator[Element]:
        """Those that ended well lie below those that did not."""
        found = list(zip(self.rows, self.ties, bends(self.ring, self.ties), strict=True))
        for row, tie, bend in sorted(found, key=lambda one: self._state(one[0]) == "problem"):
            yield self._line(self._state(row), tie, bend)

    def _state(self, row: int) -> str:
        return str(self.facts(f"/introduced/{row}/state"))

    def _line(self, state: str, tie: Tie, bend: Point) -> Element:
        x, y = middle(self.ring, tie, bend)
        legs = "".join(_leg(self.ring.point(one), bend, (x, y)) for one in tie.introduced)
        made = tag("g", class_=f"tie is-{state}", data_people=" ".join(map(str, tie.people)))
        made.append(tag("path", class_="leg", d=legs))
        if tie.introducer is not None:
            leg = _leg(self.ring.point(tie.introducer), bend, (x, y))
            made.append(tag("path", class_="leg by", d=leg))
        size = self.ring.scale * (1.0 if state == "problem" or len(self.ties) < _MANY else 0.55)
        made.append(shape(state, f"translate({x:.1f} {y:.1f}) scale({size:.2f})"))
        return made

    def _people(self) -> Iterator[Element]:
        shown = self.ring.named()
        for person in self.ring.places:
            yield self._person(person, always=person in shown)

    def _person(self, person: int, *, always: bool) -> Element:
        name = self.facts(f"/people/{person}/name")
        x, y = self.ring.point(person)
        return tag(
            "g",
            tag("title", name),
            tag("circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r=f"{2.6 * self.ring.scale:.1f}"),
            self._name(person, _shortened(name)),
            class_="person" if always else "person minor",
            data_person=person,
            data_scale=True,
        )

    def _name(self, person: int, name: str) -> Element:
        angle = self.ring.places[person]
        upright = self.number <= FEW
        is_above_or_below = upright and abs(cos(angle)) < _STEEP
        gap = 2 * _GAP if is_above_or_below else _GAP
        x, y = self.ring.point(person, gap * self.ring.scale)
        on_the_left = cos(angle) < 0
        turn = degrees(angle - pi if on_the_left else angle)
        beside = "end" if on_the_left else "start"
        return tag(
            "text",
            name,
            transform=f"translate({x:.1f} {y:.1f})" + ("" if upright else f" rotate({turn:.1f})"),
            text_anchor="middle" if is_above_or_below else beside,
            dy="0.35em",
        )


def _leg(begin: Point, bend: Point, end: Point) -> str:
    """Half of a curve that bends: from a person to where the lines meet."""
    x, y = (begin[0] + bend[0]) / 2, (begin[1] + bend[1]) / 2
    return f"M{begin[0]:.1f} {begin[1]:.1f}Q{x:.1f} {y:.1f} {end[0]:.1f} {end[1]:.1f}"


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"

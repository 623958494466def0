"""Random weeks: what may happen between me and three others, as facts with their days.

A fact is a command line that names events and items by the facts that they come from, so that it
can be told in any order: `{C}` is the event (or thank-you) of fact C, `{C:thanks:me:Ann}` the
thanks that I owe Ann for it.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import chain, pairwise, permutations
from random import Random
from string import ascii_uppercase
from typing import Any, TypeVar

from hypothesis import strategies as st

Value = TypeVar("Value")
FIRST, LAST, TYPED = date(2026, 1, 1), date(2026, 1, 15), date(2026, 1, 16)
PEOPLE = ("Ann", "Bob", "Cyd")
EVERYBODY = ("me", *PEOPLE)
# What the settings said when a fact was told; by number, the first is in force when asked.
TERMS: tuple[dict[str, int | str], ...] = (
    {},
    {"thanks": 3, "reply": 1, "check_response": 2, "ask_again": 1, "promise": 2, "apology": 3},
    {"thanks": "never", "thanks_mine": 5, "response": "never", "update": 4, "replacement": 2},
    {"thanks_meeting": 3, "thanks_meeting_mine": "never", "group_size": 2},
    {"thanks_meeting": "never", "thanks_meeting_mine": 1, "group_size": "never", "reply_mine": 5},
)
OF_BEFORE = 3  # so many of them could be set in format 2
REFERENCE = re.compile(r"\{(\w+)(?::([\w-]+):(\w+):(\w+))?\}")
EVENTS = ("meet", "talk", "reach", "intro", "promise", "problem", "note")
ACKNOWLEDGEMENTS = ("thank", "apologize")


@dataclass(frozen=True)
class Fact:
    """One command line with the day on which it happened.

    Attributes:
        label: how others refer to it.
        day: when it happened, as the line says.
        line: what is typed after the program's name.
        terms: which settings it is told under.
        told: the day it is told on, where that matters; else any later one.
        after: further facts that come before it in every order.
        named: the right name and the wrong one, where it is told of somebody else.
    """

    label: str
    day: date
    line: str
    terms: int = 0
    told: date | None = None
    after: tuple[str, ...] = ()
    named: tuple[str, str] = ("", "")

    @property
    def verb(self) -> str:
        """The command."""
        return self.line.split(maxsplit=1)[0]

    @property
    def needs(self) -> frozenset[str]:
        """The facts without which it cannot be told."""
        return frozenset(match[1] for match in REFERENCE.finditer(self.line)).union(self.after)

    def __repr__(self) -> str:
        """One line, as it is read in a failure."""
        more = f" terms={self.terms}" if self.terms else ""
        told = f" told {self.told:%-d}" if self.told else ""
        return f"<{self.label} {self.day:%-d}: {self.line}{more}{told}>"

    def _repr_pretty_(self, printer: Any, _cycle: bool) -> None:
        """Be shown so by Hypothesis as well."""
        printer.text(repr(self))


@dataclass(frozen=True)
class Week:
    """What happened, in the order of the days.

    Attributes:
        facts: in that order.
        ending: what is said of the whole at its end, told last in every order.
        asked: the later day on which the ledger is asked.
        dice: which random order it is told in; facts that are left out leave the others in theirs.
    """

    facts: tuple[Fact, ...]
    ending: tuple[Fact, ...] = ()
    asked: date = TYPED
    dice: int = 0

    def without(self, labels: frozenset[str]) -> "Week":
        """The week without those facts, and without what refers to them."""
        gone = set(labels)
        for fact in self.facts:
            if fact.needs & gone:
                gone.add(fact.label)
        return replace(
            self,
            facts=tuple(fact for fact in self.facts if fact.label not in gone),
            ending=tuple(fact for fact in self.ending if fact.label not in gone),
        )


def ordered(week: Week, rank: Callable[[Fact], float]) -> list[Fact]:
    """The facts by rank, as far as each day keeps its order and nothing comes before its cause.

    What is told on a day, of an earlier one, may be of both: a check closes its question then.
    """
    waits = {fact.label: set(fact.needs) for fact in week.facts}
    days = defaultdict[date, list[Fact]](list)
    for fact in sorted(week.facts, key=lambda fact: fact.day):
        for day in {fact.day, fact.told or fact.day}:
            days[day].append(fact)
    for earlier, later in chain.from_iterable(map(pairwise, days.values())):
        waits[later.label].add(earlier.label)
    left, told = list(week.facts), list[Fact]()
    while left:
        ready = [fact for fact in left if not waits[fact.label] & {one.label for one in left}]
        fact = min(ready, key=rank)
        left.remove(fact)
        told.append(fact)
    return [*told, *week.ending]


def day_by_day(week: Week) -> list[Fact]:
    """The facts in the order of their days."""
    return ordered(week, lambda fact: fact.day.toordinal())


def newest_first(week: Week) -> list[Fact]:
    """The newest day first, as from an inbox."""
    return ordered(week, lambda fact: -fact.day.toordinal())


def shuffled(week: Week) -> list[Fact]:
    """The days in a random order, mixed with each other."""
    return ordered(week, lambda fact: Random(f"{week.dice} {fact.label}").random())  # noqa: S311


Offer = tuple[str, str, str, str]  # label, kind, debtor, creditor


class _Diary:
    """A week while it is made up: what there is to refer to."""

    def __init__(self, draw: Callable[..., object], *, told_late: bool, of_before: bool) -> None:
        self.draw = draw
        self.told_late = told_late
        self.of_before = of_before
        self.facts: list[Fact] = []
        self.offers: list[Offer] = []
        self.words: dict[str, str] = {}
        self.intervals: set[str] = set()
        self.introductions: dict[str, tuple[str, str, str]] = {}
        self.problems: dict[str, tuple[str, str, str, str]] = {}

    def pick(self, values: Sequence[Value]) -> Value:
        return self.draw(st.sampled_from(values))  # type: ignore[return-value]

    def seldom(self, option: str, times: int = 5) -> str:
        """An option, about once in so many times."""
        return f" {option}" if self.draw(st.integers(1, times)) == times else ""

    def add(self, day: date, line: str, told: date | None = None, after: str = "") -> str:
        """Note a fact; it is dated by its line unless it has the day on which it is told."""
        label = ascii_uppercase[len(self.facts)]
        dated = line if line.startswith(("person", "snooze")) else f"{line} --on {day}"
        terms = self.pick([0, 0, 0, 1, 2, *([] if self.of_before else [OF_BEFORE, 4])])
        self.facts.append(Fact(label, day, dated, terms, told, tuple(after)))
        return label

    def owe(self, label: str, *owed: tuple[str, str, str]) -> None:
        """What the last fact may have opened: kind, debtor, creditor."""
        if "--no-due" not in self.facts[-1].line:
            self.offers += [(label, *item) for item in owed]

    def speak(self, label: str, other: str) -> None:
        """A word with somebody, from which the next one is due where an interval is set."""
        self.words[other] = label
        if other in self.intervals:
            self.offers.append((label, "touch", "me", other))

    def meet(self, day: date) -> None:
        others = self._others(most=2 if self.of_before else 3)
        line = f"meet {' '.join(others)}"
        if self.seldom("by", 4):
            line = f"meet {' '.join(['me', *others[1:]])} --by {others[0]}"
        label = self.add(day, line + self.seldom("--no-due", 6) + self.seldom("--at Club"))
        for other in others:
            self.owe(label, ("thanks", "me", other), ("thanks", other, "me"))
            self.speak(label, other)

    def talk(self, day: date) -> None:
        others = self._others(most=2)
        label = self.add(day, f"talk {' '.join(others)}" + self.seldom("--via video"))
        for other in others:
            self.speak(label, other)

    def _others(self, most: int) -> list[str]:
        others = self.draw(
            st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=most, unique=True)
        )
        assert isinstance(others, list)
        return others

    def meet_each_other(self, day: date) -> None:
        one = self.pick(PEOPLE)
        other = self.pick([name for name in PEOPLE if name != one])
        verb = self.pick(["meet", "talk"])
        self.add(day, f"{verb} {one} --by {other}")

    def note(self, day: date) -> None:
        self.add(day, f"note {self.pick(PEOPLE)} sails")

    def reach(self, day: date) -> None:
        other = self.pick(PEOPLE)
        mine = self.pick([True, True, False])
        line = f"reach {other}" if mine else f"reach me --by {other}"
        line += self.pick(["", " --via phone", " --via email"])
        line += self.pick(["", "", "", "", " --expect-reply", " --no-due"])
        label = self.add(day, line)
        self.owe(label, ("reply", other, "me") if mine else ("reply", "me", other))
        self.speak(label, other)

    def introduce(self, day: date) -> None:
        introducer = self.pick(["me", "me", *PEOPLE])
        rest = [name for name in EVERYBODY if name != introducer]
        both = self.draw(st.permutations(rest))
        assert isinstance(both, list)
        client, provider = both[:2]
        if introducer != "me" and "me" not in (client, provider) and self.seldom("me", 2):
            client = "me"
        fee = "" if introducer == "me" else self.seldom("--fee 40", 4)
        line = f"intro {client} {provider}" + self._by(introducer) + fee + self._first()
        line += self._keeps(introducer)
        label = self.add(day, line + self.seldom("--no-due", 8) + self.seldom("--for law"))
        self._introduced(label, introducer, client, provider)

    def _keeps(self, introducer: str) -> str:
        promised = [offer for offer in self.offers if offer[1:3] == ("promise", introducer)]
        is_one = promised and not self.of_before and self.pick([True, False])
        return f" --keeps {_reference(self.pick(promised))}" if is_one else ""

    def _first(self) -> str:
        return "" if self.of_before else self.seldom("--first client", 3)

    def _by(self, who: str) -> str:
        return "" if who == "me" else f" --by {who}"

    def _introduced(self, label: str, introducer: str, client: str, provider: str) -> None:
        self.introductions[label] = (introducer, client, provider)
        is_turned = "--first client" in self.facts[-1].line
        first, waiting = (client, provider) if is_turned else (provider, client)
        self.owe(label, ("response", first, waiting))
        if introducer == "me":
            self.owe(label, ("thanks", client, "me"), ("thanks", provider, "me"))
            self.owe(label, ("check-response", "me", waiting), ("check-outcome", "me", client))
        elif "me" in (client, provider):
            self.owe(label, ("thanks", "me", introducer), ("update", "me", introducer))

    def replace(self, day: date) -> None:
        if not self.problems:
            return self.problem(day)
        problem = self.pick(list(self.problems))
        introduction, introducer, harmed, culprit = self.problems[problem]
        rest = [name for name in EVERYBODY if name not in (introducer, harmed, culprit)]
        other = self.pick(rest)
        client, provider = self.pick([(harmed, other), (other, harmed)])
        line = f"intro {client} {provider}{self._by(introducer)} --replaces {{{introduction}}}"
        line += self._first()
        label = self.add(day, line, after=problem)
        return self._introduced(label, introducer, client, provider)

    def problem(self, day: date) -> None:
        if not self.introductions:
            return self.introduce(day)
        about = self.pick(list(self.introductions))
        introducer, *both = self.introductions[about]
        culprit, harmed = self.pick([both, both[::-1]])
        line = f"problem {{{about}}} rude --with {culprit}" + self.seldom("--no-due", 6)
        label = self.add(day, line)
        self.problems[label] = (about, introducer, harmed, culprit)
        return self.owe(label, ("apology", introducer, harmed), ("replacement", introducer, harmed))

    def promise(self, day: date) -> None:
        other = self.pick(PEOPLE)
        mine = self.pick([True, False])
        due = day + timedelta(self.pick([1, 4, 30]))
        line = f"promise deck {'--to' if mine else '--by'} {other}"
        line += self.pick(["", " --times 2", " --times 3"])
        line += self.seldom(f"--due {due}", 2) + self.seldom("--no-due", 8)
        label = self.add(day, line)
        self.owe(label, ("promise", "me", other) if mine else ("promise", other, "me"))

    def acknowledge(self, day: date) -> None:
        verb, kind = self.pick([("thank", "thanks")] * 3 + [("apologize", "apology")])
        other = self.pick(PEOPLE)
        mine = self.pick([True, True, False])
        debtor, creditor = ("me", other) if mine else (other, "me")
        line = f"{verb} {other}" if mine else f"{verb} me --by {other}"
        known = [offer for offer in self.offers if offer[1:] == (kind, debtor, creditor)]
        if known and self.seldom("for", 3):
            line += f" --for {_reference(self.pick(known))}"
        self.add(day, line + self.seldom("--via card"))

    def thank_for(self, day: date) -> None:
        """Thank for one introduction: who gave it to me, or me who gave it."""
        known = {
            label: (introducer, both)
            for label, (introducer, *both) in self.introductions.items()
            if introducer == "me" or "me" in both
        }
        if not known:
            return self.introduce(day)
        label = self.pick(list(known))
        introducer, both = known[label]
        by = f" --by {self.pick(both)}" if introducer == "me" else ""
        self.add(day, f"thank {{{label}}}{by}")
        return None

    def settle(self, day: date) -> None:
        if not self.offers:
            return self.meet(day)
        offer = self.pick(self.offers[-12:])
        verb = self.pick(["done", "done", "done", "broken", "waive", "snooze"])
        line = f"{verb} {_reference(offer)}"
        if verb == "snooze":
            until = day + timedelta(self.pick([2, 5, 60]))
            self.add(day, f"{line} --until {until}", told=day)
        else:
            part = verb == "done" and offer[1] == "promise" and self.pick([True, False])
            self.add(day, f"{line} --times 1" if part else line)
        return None

    def check(self, day: date) -> None:
        if not self.introductions:
            return self.introduce(day)
        about = self.pick(list(self.introductions))
        told = day
        if self.told_late:
            told = min(day + timedelta(self.pick([0, 0, 1, 4])), TYPED)
        mine = self.introductions[about][0] == "me"
        new = [] if self.of_before else ["--worth 40", "--worth 7.50", "--worth 0"]
        result = self.pick(["--responded", "--happy", *(["--silent"] if mine else []), *new])
        self.add(day, f"check {{{about}}} {result}", told=told)
        return None

    def keep_in_touch(self, day: date) -> None:
        every = self.pick(["4d", "2w", "2w", "3w", "never"])
        other = self.pick(PEOPLE)
        self.add(day, f"person {other} --every {every}", told=day)
        if every != "never":
            self.intervals.add(other)
            if other in self.words:
                self.speak(self.words[other], other)

    def archive(self, day: date) -> None:
        word = self.pick(["--archive", "--archive", "--no-archive"])
        self.add(day, f"person {self.pick(PEOPLE)} {word}", told=day)

    def need(self, day: date) -> None:
        self.add(day, f"person {self.pick(PEOPLE)} --need {self.pick(['law', 'tax'])}", told=day)


def _reference(offer: Offer) -> str:
    return f"{{{':'.join(offer)}}}"


HAPPENINGS = (
    *(["meet"] * 4 + ["reach"] * 5 + ["introduce"] * 4 + ["promise"] * 2 + ["problem"] * 2),
    *(["replace"] + ["acknowledge"] * 4 + ["settle"] * 5 + ["check"] * 2 + ["keep_in_touch"] * 2),
)
NEW_HAPPENINGS = (
    *(["talk"] * 2 + ["note"] + ["meet_each_other"] * 2 + ["introduce", "check"]),
    *(["archive"] * 2 + ["need", "thank_for"]),
)


@st.composite
def weeks(
    draw: Callable[..., object],
    *,
    told_late: bool = True,
    merges: bool = True,
    of_before: bool = False,
) -> Week:
    """Five to fourteen facts between 1 and 15 January.

    Args:
        draw: Hypothesis' own.
        told_late: whether the answer to a question may be told days after it was given.
        merges: whether two of the contacts may turn out to be one.
        of_before: only what could be told in format 2.
    """
    diary = _Diary(draw, told_late=told_late, of_before=of_before)
    happenings = HAPPENINGS if of_before else (*HAPPENINGS, *NEW_HAPPENINGS)
    number = diary.pick(range(5, 15))
    days = draw(st.lists(st.integers(0, (LAST - FIRST).days), min_size=number, max_size=number))
    assert isinstance(days, list)
    for day in sorted(days):
        getattr(diary, diary.pick(happenings))(FIRST + timedelta(day))
    ending: tuple[Fact, ...] = ()
    apart = [set(names) for names in diary.introductions.values()]
    same = [two for two in permutations(PEOPLE, 2) if not any(names >= set(two) for names in apart)]
    if merges and same and diary.seldom("merge", 4):
        keep, other = diary.pick(same)
        ending = (Fact("Z", TYPED, f"merge {keep} {other}"),)
    asked = diary.pick([TYPED, date(2026, 2, 2), date(2026, 3, 1)])
    return Week(tuple(diary.facts), ending, asked, diary.pick(range(100)))

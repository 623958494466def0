"""Mistakes made in telling a week, each with the command that puts it right."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import strategies as st

from tests.support.weeks import (
    ACKNOWLEDGEMENTS,
    EVENTS,
    FIRST,
    PEOPLE,
    REFERENCE,
    TYPED,
    Fact,
    Week,
    day_by_day,
    shuffled,
    weeks,
)

ONCE_MORE = "Zoe"  # a second contact for somebody who is known
AT_THE_END = 99
KNOWN = tuple(Fact(f"known {name}", FIRST, f"person {name} --new") for name in PEOPLE)


@dataclass(frozen=True)
class Mistake:
    """A fact told wrongly, or one too many.

    Attributes:
        wrong: what is told; with the label of the right fact, if it is told in its place.
        mend: the command that puts it right; none where a merge does.
        wait: how many facts are told in between.
        follows: the fact that one too many is told after.
    """

    wrong: Fact
    mend: str
    wait: int = 0
    follows: str = ""


@dataclass(frozen=True)
class Mended:
    """A week with an order, and the mistakes made in telling it.

    Attributes:
        week: as it was.
        mistakes: what is told wrongly.
        in_order: whether it is told day by day.
        late: what is told after something of the same day that came after it.
    """

    week: Week
    mistakes: tuple[Mistake, ...]
    in_order: bool = True
    late: tuple[tuple[str, str], ...] = ()

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts as they are told at first, and what puts them right."""
        return tuple(self.mistaken())

    @property
    def ending(self) -> tuple[Fact, ...]:
        """Nothing: what is said at the end is among the facts."""
        return ()

    @property
    def asked(self) -> date:
        """The day on which the ledger is asked."""
        return self.week.asked

    def flawless(self) -> list[Fact]:
        """The facts as they are."""
        return [*KNOWN, *(day_by_day if self.in_order else shuffled)(self.week)]

    def mistaken(self) -> list[Fact]:
        """The facts with the mistakes, and what puts them right."""
        instead = {one.wrong.label: one for one in self.mistakes if not one.follows}
        told: list[Fact] = []
        waiting: list[tuple[int, Fact]] = []
        for fact in self._late():
            told += [mend for wait, mend in waiting if wait == 0]
            waiting = [(wait - 1, mend) for wait, mend in waiting if wait > 0]
            made = [one for one in self.mistakes if one.follows == fact.label]
            if fact.label in instead:
                made.insert(0, instead[fact.label])
            else:
                told.append(fact)
            for mistake in made:
                told.append(mistake.wrong)
                mend = Fact(f"mend {mistake.wrong.label}", TYPED, mistake.mend, terms=1)
                if mistake.mend and mistake.wait:
                    waiting.append((mistake.wait, mend))
                elif mistake.mend:
                    told.append(mend)
        told += [mend for _, mend in waiting]
        twice = [one.wrong.named[0] for one in self.mistakes if one.wrong.named[1] == ONCE_MORE]
        if twice:
            told.append(Fact("mend twice", TYPED, f"merge {twice[0]} {ONCE_MORE}"))
        for first, second in self.late:
            told.append(Fact(f"late {first}", TYPED, f"edit {{{first}}} --before {{{second}}}"))
        return told

    def _late(self) -> list[Fact]:
        """The facts, those of `late` after the other one, where that is the next."""
        told = self.flawless()
        for pair in self.late:
            for place, both in enumerate(pairwise(told)):
                if tuple(fact.label for fact in both) == pair:
                    told[place : place + 2] = both[::-1]
        return told

    def without(self, refused: frozenset[str]) -> "Mended":
        """The same without what was refused: the facts, and the mistakes that cannot be mended."""
        gone = refused | {label.removeprefix("mend ") for label in refused}
        mistakes = [one for one in self.mistakes if one.wrong.label not in gone]
        if "mend twice" in refused:
            mistakes = [one for one in mistakes if one.wrong.named[1] != ONCE_MORE]
        wrong = {one.wrong.label for one in self.mistakes}
        week = self.week.without(refused - wrong)
        left = {fact.label for fact in week.facts}
        kept = (one for one in mistakes if (one.follows or one.wrong.label) in left)
        late = (
            pair for pair in self.late if left.issuperset(pair) and f"late {pair[0]}" not in refused
        )
        return Mended(week, tuple(kept), self.in_order, tuple(late))


@st.composite
def mended_weeks(draw: Callable[..., object]) -> Mended:
    """A week with one to four mistakes that are put right."""
    week = draw(weeks(merges=False))
    assert isinstance(week, Week)
    twice = draw(st.sampled_from([None, None, "Ann", "Bob"]))
    mistakes: dict[str, Mistake] = {}
    if twice is not None:
        for mistake in _told_of_another(week, str(twice)):
            mistakes[mistake.wrong.label] = mistake
    wrong = draw(st.lists(st.sampled_from(range(len(week.facts))), max_size=3, unique=True))
    assert isinstance(wrong, list)
    for number in wrong:
        fact = week.facts[number]
        earlier = draw(st.sampled_from(week.facts[: number + 1]))
        assert isinstance(earlier, Fact)
        possible = [*_possible(fact, f"X{number}"), *_said_of(earlier, fact, f"X{number}")]
        chosen = draw(st.sampled_from(possible))
        assert isinstance(chosen, Mistake)
        wait = draw(st.sampled_from([0, 1, 3, AT_THE_END]))
        assert isinstance(wait, int)
        if chosen.mend.startswith(("undo", "reopen")):
            wait = 0
        mistakes.setdefault(chosen.wrong.label, replace(chosen, wait=wait))
    in_order = bool(draw(st.booleans()))
    late = tuple(_exchanged(week, mistakes)) if draw(st.booleans()) else ()
    return Mended(week, tuple(mistakes.values()), in_order, late)


def _exchanged(week: Week, mistakes: Mapping[str, Mistake]) -> Iterator[tuple[str, str]]:
    """Two of one day that can be told the other way round; one such pair of a week."""
    for first, second in pairwise(week.facts):
        told = {first.verb, second.verb} <= {*EVENTS, *ACKNOWLEDGEMENTS}
        apart = first.label not in second.needs | mistakes.keys() and second.label not in mistakes
        if told and apart and first.day == second.day:
            yield first.label, second.label
            return


def _told_of_another(week: Week, name: str) -> Iterator[Mistake]:
    """Every second fact about somebody, told of a second contact that is the same one."""
    told: set[str] = set()
    for number, fact in enumerate(week.facts):
        words = REFERENCE.sub("", fact.line).split()
        referring = fact.verb == "problem" and fact.needs <= told
        free = not fact.needs and number % 2 == 0 and fact.verb in (*EVENTS, *ACKNOWLEDGEMENTS)
        if name in words and (referring or free):
            told.add(fact.label)
            line = re.sub(rf"\b{name}\b", ONCE_MORE, fact.line)
            yield Mistake(replace(fact, line=line, named=(name, ONCE_MORE)), "")


def _possible(fact: Fact, label: str) -> Iterator[Mistake]:
    """The mistakes that can be made at a fact."""
    if fact.verb in (*EVENTS, *ACKNOWLEDGEMENTS):
        yield from _wrong_day(fact)
        yield from _wrong_person(fact)
        yield from _wrong_words(fact)
    yield from _one_too_many(fact, label)


def _wrong_day(fact: Fact) -> Iterator[Mistake]:
    for days in (-3, -1, 1, 4):
        day = fact.day + timedelta(days)
        if day < TYPED:
            line = fact.line.replace(f"--on {fact.day}", f"--on {day}")
            yield Mistake(replace(fact, line=line), f"edit {{{fact.label}}} --on {fact.day}")


def _wrong_person(fact: Fact) -> Iterator[Mistake]:
    if fact.needs or fact.verb == "problem":
        return
    words = fact.line.split()
    for right in (name for name in PEOPLE if name in words):
        for wrong in (name for name in PEOPLE if name not in words):
            line = re.sub(rf"\b{right}\b", wrong, fact.line)
            mend = f"edit {{{fact.label}}} --replace {wrong} {right}"
            yield Mistake(replace(fact, line=line, named=(right, wrong)), mend)


def _wrong_words(fact: Fact) -> Iterator[Mistake]:
    edit = f"edit {{{fact.label}}}"
    for right, wrong in (
        ("--fee 40", "--fee 25"),
        ("--via phone", "--via fax"),
        ("--first client", "--first provider"),
    ):
        if right in fact.line:
            yield Mistake(replace(fact, line=fact.line.replace(right, wrong)), f"{edit} {right}")
    if fact.verb == "promise":
        times = re.search(r" --times (\d)", fact.line)
        line = fact.line.replace(times[0], "") if times else f"{fact.line} --times 2"
        yield Mistake(replace(fact, line=line), f"{edit} --times {times[1] if times else 1}")
        if due := re.search(r"--due (\S+)", fact.line):
            line = fact.line.replace(due[0], f"--due {fact.day + timedelta(9)}")
            yield Mistake(replace(fact, line=line), f"{edit} {due[0]}")
    names = [name for name in PEOPLE if name not in fact.line]
    if fact.verb in ("meet", "talk") and names:
        more = fact.line.replace(fact.verb, f"{fact.verb} {names[0]}")
        yield Mistake(replace(fact, line=more), f"{edit} --remove {names[0]}")


def _one_too_many(fact: Fact, label: str) -> Iterator[Mistake]:
    """Something that was never so, told after a fact, and deleted or undone."""
    lines = [f"{line} --on {fact.day}" for name in PEOPLE for line in _never_so(name)]
    for line in lines:
        for mend in (f"delete {{{label}}}", "undo"):
            yield Mistake(Fact(label, fact.day, line), mend, follows=fact.label)


def _said_of(earlier: Fact, fact: Fact, label: str) -> Iterator[Mistake]:
    """What was never said of an item that an earlier fact may have opened."""
    for kind, debtor, creditor in _opened(earlier):
        item = f"{{{earlier.label}:{kind}:{debtor}:{creditor}}}"
        for verb in ("done", "broken", "waive"):
            wrong = Fact(label, fact.day, f"{verb} {item} --on {fact.day}")
            yield Mistake(wrong, f"reopen {item}", follows=fact.label)


def _never_so(name: str) -> Iterator[str]:
    other = next(one for one in PEOPLE if one != name)
    yield f"meet {name}"
    yield f"talk {name}"
    yield f"meet {name} --by {other}"
    yield f"reach {name}"
    yield f"reach me --by {name}"
    yield f"intro {name} {other}"
    yield f"intro me {name} --by {other}"
    yield f"thank {name}"
    yield f"thank me --by {name}"


def _opened(fact: Fact) -> Iterator[tuple[str, str, str]]:
    """Some of what a fact may open, for words that are too early."""
    names = [name for name in PEOPLE if re.search(rf"\b{name}\b", fact.line)]
    for name in names[:1]:
        if fact.verb == "meet":
            yield from (("thanks", "me", name), ("thanks", name, "me"))
        elif fact.verb == "reach":
            mine = "reach me" in fact.line
            yield ("reply", "me", name) if mine else ("reply", name, "me")
        elif fact.verb == "promise":
            mine = "--to" in fact.line
            yield ("promise", "me", name) if mine else ("promise", name, "me")

"""Reciprocity: the introductions that I gave a contact, and those that they gave me."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import NamedTuple

from netlog.domain.money import total
from netlog.domain.report.introductions import KnownIntroduction


class Tally(NamedTuple):
    """Introductions in one direction, with what came of them.

    `paid` are those with a fee, and `fees` what they cost.
    """

    introductions: int = 0
    responded: int = 0
    happy: int = 0
    problems: int = 0
    recovered: int = 0
    paid: int = 0
    fees: str = "0"

    @property
    def favours(self) -> int:
        """How many were given and not sold."""
        return self.introductions - self.paid


class Reciprocity(NamedTuple):
    """What I gave, and what I received."""

    given: Tally
    received: Tally

    @property
    def balance(self) -> int:
        """How many favours more I gave than I received; below zero, how many fewer."""
        return self.given.favours - self.received.favours


def tally(introductions: Collection[KnownIntroduction]) -> Tally:
    """Count introductions and what came of them; whoever is happy was answered."""
    problems = [problem for introduction in introductions for problem in introduction.problems]
    fees = [introduction.event.fee for introduction in introductions if introduction.event.fee]
    return Tally(
        introductions=len(introductions),
        responded=sum(bool(introduction.outcomes) for introduction in introductions),
        happy=sum("happy" in introduction.outcomes for introduction in introductions),
        problems=len(problems),
        recovered=sum(problem.recovered for problem in problems),
        paid=len(fees),
        fees=total(fees),
    )


def reciprocity(
    introductions: Iterable[KnownIntroduction], contacts: Iterable[int], me: int
) -> Reciprocity:
    """Introductions between me and some contacts.

    I gave one where I introduced one of them, and received one where one of them introduced me.
    Where somebody else introduced us, neither of us gave anything.

    Args:
        introductions: any, those of others as well.
        contacts: a contact, or an organisation and its people; I do not count as one of them.
        me: the owner's contact id.
    """
    others = frozenset(contacts) - {me}
    given, received = [], []
    for introduction in introductions:
        introduced = set(introduction.who.both)
        if introduction.who.introducer == me and introduced & others:
            given.append(introduction)
        elif introduction.who.introducer in others and me in introduced:
            received.append(introduction)
    return Reciprocity(tally(given), tally(received))


def with_everybody(introductions: Iterable[KnownIntroduction], me: int) -> Reciprocity:
    """All introductions that I gave, and all that I received; each counts once.

    The arguments are those of `reciprocity`.
    """
    known = list(introductions)
    people = {contact_id for introduction in known for contact_id in _all_in(introduction)}
    return reciprocity(known, people, me)


def with_each(introductions: Iterable[KnownIntroduction], me: int) -> list[tuple[int, Reciprocity]]:
    """My reciprocity with each contact that I gave an introduction or had one from.

    The most one-sided come first, then those with the most introductions, then whose first was
    earlier. A lead that was paid for is no favour, so it makes nothing one-sided. An introduction
    counts for both whom I introduced.

    Args:
        introductions: in the order in which they happened.
        me: the owner's contact id.
    """
    known: dict[int, list[KnownIntroduction]] = defaultdict(list)
    for introduction in introductions:
        introduced = introduction.who.both
        if introduction.who.introducer == me:
            for contact_id in introduced:
                known[contact_id].append(introduction)
        elif me in introduced:
            known[introduction.who.introducer].append(introduction)
    each = [(contact_id, reciprocity(known[contact_id], [contact_id], me)) for contact_id in known]
    return sorted(each, key=lambda pair: _one_sided(pair[1]))


def _one_sided(with_them: Reciprocity) -> tuple[int, int]:
    number = with_them.given.introductions + with_them.received.introductions
    return -abs(with_them.balance), -number


def _all_in(introduction: KnownIntroduction) -> tuple[int, int, int]:
    return introduction.who.introducer, introduction.who.client, introduction.who.provider

"""Introductions with all that came of them: some of them, and the latest of a whole ledger."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from netlog.domain.events.voucher import Voucher
from netlog.domain.records import Event, IntroductionOutcome, Party
from netlog.domain.report.introductions import KnownIntroduction, KnownProblem
from netlog.domain.worth import in_all
from netlog.ledger.read.facts import problems_with, vouchers
from netlog.ledger.read.items import opened_by
from netlog.ledger.read.records import grouped_in, select, select_in
from netlog.ledger.read.worth import worth_of

_IN_INTRODUCTION = ("introducer", "client", "provider")


def latest_introductions(
    connection: sqlite3.Connection, most: int, among: Collection[int] | None = None
) -> tuple[list[KnownIntroduction], int]:
    """The latest introductions, at most so many, and how many there are in all.

    Args:
        connection: the ledger.
        most: how many.
        among: only those in which one of these contacts was; None for all.
    """
    if among is None:
        events = select(connection, Event, "WHERE t.kind = 'introduction'")
    else:
        events = select_in(connection, Event, "id", introduced_in(connection, among))
    events.sort(key=lambda event: event.moment, reverse=True)
    return introductions_by_id(connection, [event.id for event in events[:most]]), len(events)


def introduced_in(connection: sqlite3.Connection, among: Iterable[int]) -> set[int]:
    """The ids of the introductions in which one of some contacts was."""
    parties = select_in(connection, Party, "contact_id", among)
    return {party.event_id for party in parties if party.role in _IN_INTRODUCTION}


def introductions_by_id(
    connection: sqlite3.Connection, ids: Collection[int]
) -> list[KnownIntroduction]:
    """The introductions with these ids, as they happened, with all that came of them."""
    outcomes = grouped_in(connection, IntroductionOutcome, "event_id", ids)
    problems, worth = _problems(connection, ids), worth_of(connection, ids)
    return [
        KnownIntroduction(
            event=made.event,
            who=made.introduced,
            outcomes=frozenset(noted.outcome for noted in outcomes[made.event.id]),
            problems=tuple(problems[made.event.id]),
            worth=in_all(worth.get(made.event.id, ())),
        )
        for made in _in_order(vouchers(connection, ids))
    ]


def _problems(
    connection: sqlite3.Connection, introductions: Collection[int]
) -> dict[int | None, list[KnownProblem]]:
    known = vouchers(connection, problems_with(connection, introductions))
    amends = opened_by(connection, known)
    problems: dict[int | None, list[KnownProblem]] = defaultdict(list)
    for problem in _in_order(known):
        event = problem.event
        problems[event.introduction_id].append(
            KnownProblem(event, problem.who("culprit"), tuple(amends[event.id]))
        )
    return problems


def _in_order(events: Mapping[int, Voucher]) -> list[Voucher]:
    return sorted(events.values(), key=lambda voucher: voucher.event.moment)


def people_in(introductions: Iterable[KnownIntroduction]) -> set[int]:
    """The ids of everybody who made some introductions or was introduced."""
    whos = [introduction.who for introduction in introductions]
    return {contact for who in whos for contact in (who.introducer, who.client, who.provider)}

"""What came of introductions, in each direction, and who is in most of them."""

from dataclasses import replace
from datetime import date

import pytest

from netlog.domain.items import Item
from netlog.domain.projection.introduced import Introduced
from netlog.domain.records import Contact, Event, Obligation, ObligationKind, Outcome, Settlement
from netlog.domain.report.added_up import AddedUp, Plain
from netlog.domain.report.came_of import came_of
from netlog.domain.report.dossier import Dossier, assess
from netlog.domain.report.introductions import KnownIntroduction, KnownProblem
from netlog.domain.report.network import Connected, by_state, connected
from netlog.domain.report.put_forward import PutForward
from netlog.domain.report.ranking import Place, Ranked, Record, leads_apart
from netlog.domain.score.population import BUILT_IN

DAY, TODAY = date(2026, 9, 1), date(2026, 9, 30)
ME, AMY, BOB, CYD = 1, 2, 3, 4
AMY_HERSELF = Contact(AMY, "Amy", "amy", "person", False, None)


def introduced(
    key: int, introducer: int, client: int, provider: int, *outcomes: Outcome, culprit: int = 0
) -> KnownIntroduction:
    """An introduction, and the problem with somebody if there was one."""
    problem = KnownProblem(Event(key + 1, "problem", DAY, introduction_id=key), culprit, ())
    return KnownIntroduction(
        Event(key, "introduction", DAY),
        Introduced(key, DAY, introducer, client, provider),
        frozenset(outcomes),
        (problem,) if culprit else (),
    )


def owed(key: int, event: Event, *, due: int, closed: int | None = None) -> Item:
    """What Amy owed me by that day of September, kept on the other one."""
    closed_on = None if closed is None else date(2026, 9, closed)
    settlements = (
        ()
        if closed_on is None
        else (Settlement(key, 1, "kept", closed_on, 1, "", "", None, None, 1, 1),)
    )
    owes = Obligation(
        key, event.id, "promise", AMY, ME, 1, DAY, date(2026, 9, due), None, closed_on
    )
    return Item(owes, event, (), settlements)


def amy(*introductions: KnownIntroduction, items: tuple[Item, ...] = ()) -> Dossier:
    """What is known of Amy."""
    return Dossier(AMY_HERSELF, None, frozenset({AMY}), items, introductions)


def test_each_direction_has_its_own_ends() -> None:
    bad, other = introduced(3, ME, AMY, BOB, culprit=AMY), introduced(5, ME, AMY, BOB, culprit=BOB)
    gave = introduced(7, AMY, ME, CYD, culprit=CYD)
    happy, known = introduced(1, ME, BOB, AMY, "happy"), introduced(9, ME, BOB, AMY)
    to, by = came_of(amy(happy, bad, other, gave, known))
    assert (to.number, to.happy, to.theirs, to.others, to.unknown) == (4, 1, [bad], [other], 1)
    assert (by.number, by.happy, by.theirs, by.others, by.unknown) == (1, 0, [gave], (), 0)
    assert [to.is_told_elsewhere, by.is_told_elsewhere] == [False, True]


def test_those_that_are_only_counted_have_their_direction_too() -> None:
    plain = {
        Plain(by_them=False, answered=False, happy=False, fee=""): 1,
        Plain(by_them=False, answered=True, happy=False, fee=""): 2,
        Plain(by_them=False, answered=True, happy=True, fee=""): 4,
        Plain(by_them=True, answered=True, happy=False, fee="20"): 8,
        Plain(by_them=True, answered=True, happy=True, fee=""): 16,
    }
    ended: dict[ObligationKind, dict[str, int]] = {
        "promise": {"kept": 3, "late": 1},
        "reply": {"kept": 5},
    }
    event = Event(90, "promise", DAY)
    told = amy(introduced(1, ME, BOB, AMY, "responded", "happy"), items=(owed(1, event, due=30),))
    long = replace(told, added_up=AddedUp((), 0, ended, plain))
    to, by = came_of(long)
    assert (to.number, to.happy, by.number, by.happy) == (8, 5, 24, 16)
    report = assess(long, TODAY, BUILT_IN)
    counts = report.introductions
    assert [counts.to[:3], counts.by[:3], counts.fees] == [(8, 7, 5), (24, 24, 16), "160"]
    assert {kind: dict(counted) for kind, counted in report.record.items()} == {
        "promise": {"kept": 3, "late": 1, "open": 1},
        "reply": {"kept": 5},
    }


def test_problems_are_counted_by_whom_they_reflect_on_and_whether_they_were_made_up_for() -> None:
    def amends(key: int, introducer: int) -> Item:
        item = owed(key, Event(90, "problem", DAY), due=9, closed=8)
        return replace(
            item, obligation=item.obligation._replace(kind="apology", debtor_id=introducer)
        )

    def made_up_for(known: KnownIntroduction, key: int) -> KnownIntroduction:
        (problem,) = known.problems
        paid = replace(problem, amends=(amends(key, known.who.introducer),))
        return replace(known, problems=(paid,))

    hers = made_up_for(introduced(1, ME, AMY, BOB, culprit=AMY), 1)
    others = made_up_for(introduced(3, ME, AMY, BOB, culprit=BOB), 2)
    more = made_up_for(introduced(5, ME, CYD, AMY, culprit=CYD), 3)
    left = introduced(7, ME, CYD, AMY, culprit=CYD)
    to = assess(amy(hers, others, more, left), TODAY, BUILT_IN).introductions.to
    assert (to.problems, to.recovered) == (1, 1)
    assert (to.others_problems, to.others_recovered) == (3, 2)


def test_the_best_connected_come_first_and_then_the_name_decides() -> None:
    known = [
        introduced(1, ME, BOB, AMY, "happy"),
        introduced(3, AMY, ME, CYD, culprit=CYD),
        introduced(5, ME, BOB, CYD),
    ]
    names = {ME: "me", AMY: "Amy", BOB: "Bob", CYD: "Cyd"}
    assert connected(known, names, {ME}) == [
        Connected(AMY, 1, 1), Connected(BOB, 0, 2), Connected(CYD, 0, 2)
    ]  # fmt: skip
    assert by_state(known) == {"made": 1, "responded": 0, "happy": 1, "problem": 1, "recovered": 0}


def test_to_be_introduced_connects_as_much_as_to_introduce() -> None:
    known = [introduced(1, AMY, ME, BOB), introduced(3, ME, BOB, CYD)]
    names = {ME: "me", AMY: "Amy", BOB: "Bob", CYD: "Cyd"}
    assert connected(known, names, {ME}) == [
        Connected(BOB, 0, 2), Connected(AMY, 1, 0), Connected(CYD, 0, 1)
    ]  # fmt: skip


def test_leads_are_apart() -> None:
    lines = [
        Ranked(
            Place(AMY_HERSELF, frozenset(), "unknown", 0.5, 0, 0, BUILT_IN),
            None,
            None,
            0,
            Record(),
            forward,
        )
        for forward in (PutForward(sold=True), PutForward(), PutForward(sold=True, otherwise=True))
    ]
    assert leads_apart(lines) == ([lines[1], lines[2]], [lines[0]])


@pytest.mark.parametrize(("most", "shown", "left_out"), [(3, 3, 0), (2, 1, 2), (1, 0, 3)])
def test_what_speaks_against_somebody(most: int, shown: int, left_out: int) -> None:
    event = Event(1, "promise", DAY)
    items = tuple(owed(key, event, due=due) for key, due in ((1, 20), (2, 5), (3, 25)))
    report = assess(amy(items=(*items, owed(4, event, due=9, closed=8))), TODAY, BUILT_IN)
    told, more = report.against(most)
    assert [line.obligation_id for line in told] == [2, 1, 3][:shown]
    assert more == left_out


def test_days_late_are_those_after_the_due_date() -> None:
    event = Event(1, "promise", DAY)
    late, kept = owed(1, event, due=9, closed=12), owed(2, event, due=9, closed=8)
    overdue, still = owed(3, event, due=20), owed(4, event, due=30)
    dossier = amy(items=(late, kept, overdue, still))
    assert [dossier.days_late(item, TODAY) for item in dossier.owed] == [3, 0, 10, 0]
    assert dict(assess(dossier, TODAY, BUILT_IN).record["promise"]) == {
        "late": 1, "kept": 1, "overdue": 1, "open": 1
    }  # fmt: skip


def test_after_a_problem_there_is_nothing_to_ask_any_more() -> None:
    spoilt = introduced(1, ME, AMY, BOB, culprit=BOB)
    noted = owed(1, spoilt.event, due=9)
    still = owed(2, Event(5, "introduction", DAY), due=9)
    dossier = Dossier(
        AMY_HERSELF, None, frozenset({AMY}), (noted, still), (spoilt,), frozenset({1, 2})
    )
    assert dossier.unasked_items == ([still], [noted])
    assert dossier.problems == {2: (spoilt.problems[0], spoilt)}

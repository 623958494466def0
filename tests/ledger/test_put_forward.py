"""What SQL says of those who were put forward is what their dossier says."""

import sqlite3
from pathlib import Path
from typing import Any

from netlog.domain.records import Contact
from netlog.domain.report.put_forward import PutForward
from netlog.ledger.file.access import reading
from netlog.ledger.read.contacts import details
from netlog.ledger.read.put_forward import put_forward
from netlog.ledger.read.records import select
from netlog.ledger.read.report import dossier
from tests.bench.generate import generate
from tests.cli.looking import Netlog, rows
from tests.ledger.generated import whatever_happened


def expected(connection: sqlite3.Connection, contact: Contact) -> PutForward:
    """What the dossier of a contact alone, its meetings, promises and skills say."""
    alone = contact._replace(kind="person")
    introductions = dossier(connection, alone).introductions
    to_them = [one for one in introductions if one.who.provider == contact.id]
    happy = {one.event.id for one in introductions if "happy" in one.outcomes}
    trouble = {
        one.event.id
        for one in to_them
        if any(problem.culprit == contact.id for problem in one.problems)
    }
    for_a_need = {one.event.id for one in to_them}
    paid = [one for one in introductions if one.event.fee and one.who.introducer != contact.id]
    shared = connection.execute(
        "SELECT count(*) FROM party p JOIN event e ON e.id = p.event_id"
        " WHERE p.contact_id = ? AND e.kind IN ('meeting', 'promise')",
        (contact.id,),
    ).fetchone()[0]
    return PutForward(
        happy=len(for_a_need & (happy - trouble)),
        ended=len(for_a_need & (happy | trouble)),
        sold=bool(paid),
        otherwise=bool(shared)
        or any(one.kind == "skill" for one in details(connection, contact.id))
        or len(paid) < len(introductions)
        or any(one.event.id in happy - trouble for one in paid),
    )


def same(ledger: Path, every: int = 1) -> dict[int, PutForward]:
    """Require that the statement says so of every so many, and return what it says of all."""
    with reading(ledger) as connection:
        contacts = select(connection, Contact)
        at_once = put_forward(connection, {one.id for one in contacts})
        for contact in contacts[::every]:
            assert at_once.get(contact.id, PutForward()) == expected(connection, contact)
    return at_once


@whatever_happened
def test_whatever_happened(netlog: Netlog, ledger: Path, lines: Any) -> None:
    lines(netlog, ledger)
    netlog("person", "Kim", "--skill", "law", "--new", code=None)
    same(ledger)


def test_who_was_trouble_in_the_end_did_not_end_well(netlog: Netlog, ledger: Path) -> None:
    netlog("intro", "Amy", "Rob", "--fee", "20", "--by", "Kim", today="2026-10-01")
    netlog("intro", "Amy", "me", "--by", "Kim", today="2026-10-01")
    netlog("intro", "me", "Rob", "--by", "Kim", today="2026-10-01")
    netlog("check", "e3", "--happy", today="2026-10-02")
    happy = same(ledger)
    netlog("problem", "e3", "rude", "--with", "Rob", today="2026-10-03")
    trouble = same(ledger)
    with reading(ledger) as connection:
        (rob,) = [each.id for each in select(connection, Contact) if each.name == "Rob"]
    assert [(each[rob].happy, each[rob].ended) for each in (happy, trouble)] == [(1, 1), (0, 1)]


def test_of_a_long_record(ledger: Path) -> None:
    ledger.parent.mkdir()
    generate(ledger, 20_000)
    rows(ledger, "UPDATE event SET fee = '75' WHERE kind = 'introduction' AND id % 3 > 0")
    rows(ledger, "DELETE FROM party WHERE contact_id % 2 AND role IN ('attendee', 'promiser')")
    rows(ledger, "DELETE FROM detail WHERE contact_id % 4")
    found = same(ledger, every=10).values()
    assert len(found) > 900, "more than one statement takes"
    assert {one.only_a_lead for one in found} == {True, False}
    assert any(0 < one.happy < one.ended for one in found)

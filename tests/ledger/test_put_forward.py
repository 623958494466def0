"""What SQL says of those who were put forward is what their dossier says."""

from pathlib import Path
from typing import Any

from netlog.domain.put_forward import PutForward
from netlog.domain.records import Contact
from netlog.ledger.access import reading
from netlog.ledger.people import details
from netlog.ledger.put_forward import put_forward
from netlog.ledger.read import select
from netlog.ledger.report import dossier
from tests.bench.generate import generate
from tests.cli.looking import Netlog, rows
from tests.ledger.generated import whatever_happened


def same(ledger: Path) -> dict[int, PutForward]:
    """Require that both say the same of everybody, and return what they say."""
    with reading(ledger) as connection:
        contacts = select(connection, Contact)
        at_once = put_forward(connection, {one.id for one in contacts})
        for contact in contacts:
            introduced = [
                one
                for one in dossier(connection, contact).introductions
                if one.who.provider == contact.id
            ]
            happy = {one.event.id for one in introduced if "happy" in one.outcomes}
            trouble = {
                one.event.id
                for one in introduced
                if any(problem.culprit == contact.id for problem in one.problems)
            }
            skilled = any(one.kind == "skill" for one in details(connection, contact.id))
            assert at_once.get(contact.id, PutForward()) == PutForward(
                candidate=skilled
                or bool(happy - trouble)
                or any(not one.event.fee for one in introduced),
                happy=len(happy - trouble),
                ended=len(happy | trouble),
            )
    return at_once


@whatever_happened
def test_whatever_happened(netlog: Netlog, ledger: Path, lines: Any) -> None:
    lines(netlog, ledger)
    netlog("person", "Kim", "--skill", "law", "--new", code=None)
    same(ledger)


def test_of_a_long_record(ledger: Path) -> None:
    ledger.parent.mkdir()
    generate(ledger, 20_000)
    rows(ledger, "UPDATE event SET fee = '75' WHERE kind = 'introduction' AND id % 3 = 0")
    found = same(ledger).values()
    assert len(found) > 900, "more than one statement takes"
    assert {one.candidate for one in found} == {True, False}
    assert any(0 < one.happy < one.ended for one in found)

"""The one statement about all referrers says of each what their dossier says."""

from collections import Counter
from pathlib import Path
from typing import Any

from netlog.domain.records import Contact
from netlog.domain.report.referrers import Given, given_by, silent_until
from netlog.ledger.file.access import reading
from netlog.ledger.read.records import me, select
from netlog.ledger.read.referrers import introductions_given
from netlog.ledger.read.report import dossier
from tests.bench.generate import generate
from tests.cli.looking import Netlog
from tests.ledger.generated import AS_OF, whatever_happened


def same(ledger: Path) -> Counter[Given]:
    """Require that both say the same of everybody, and return what they say."""
    with reading(ledger) as connection:
        owner = me(connection)
        at_once = introductions_given(connection, silent_until(AS_OF))
        people = [one for one in select(connection, Contact) if one.kind == "person"]
        firms = [one for one in select(connection, Contact) if one.kind == "organisation"]
        one_by_one: Counter[Given] = Counter()
        for contact in people:
            if contact.id != owner:
                one_by_one += given_by(dossier(connection, contact), owner, AS_OF)
        for firm in firms:
            facts = given_by(dossier(connection, firm), owner, AS_OF)
            one_by_one += Counter(
                {one: number for one, number in facts.items() if one.introducer == firm.id}
            )
    assert at_once == one_by_one
    return at_once


@whatever_happened
def test_whatever_happened(netlog: Netlog, ledger: Path, lines: Any) -> None:
    lines(netlog, ledger)
    same(ledger)


def test_of_a_long_record(ledger: Path) -> None:
    ledger.parent.mkdir()
    generate(ledger, 5_000)
    given = same(ledger)
    for sort in ("answered", "happy", "silent", "problems", "recovered", "fee"):
        assert any(getattr(one, sort) for one in given), sort

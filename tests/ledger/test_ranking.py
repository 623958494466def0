"""The ranking, summed by SQLite, against the reports, one by one."""

import shlex
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netlog.domain.report.dossier import assess
from netlog.domain.report.ranking import ranked
from netlog.domain.score.population import Population
from netlog.ledger.file.access import reading
from netlog.ledger.read import ranking, report, with_a_record
from netlog.ledger.read.contacted import last_contacts
from netlog.ledger.read.records import me
from tests.bench.generate import generate
from tests.ledger.generated import BY_NUMBER, OTHERS, WORDS, lines
from tests.support.program import TODAY, Result

Netlog = Callable[..., Result]
MORE = (
    "meet {a} --on {on}",
    "thank me --by {a} --on {on}",
    "thank me --by {a} --for {n} --on {on}",
    "promise three --by {a} --times 3 --on {on}",
    "done {n} --times 1 --on {on}",
    "broken {n} --on {on}",
    "person {a} --org {b}",
    "apologize me --by {a} --on {on}",
    "intro me {a} --by {b} --on {on} --replaces e{n}",
)


def agree(path: Path, half_life: float = 365.0, today: str = TODAY) -> int:
    """Compare each place of the ranking with the report on that contact; return how many."""
    day, population = date.fromisoformat(today), Population(half_life=half_life)
    with reading(path) as connection:
        contacts = with_a_record.everybody_with_a_record(connection)
        people, against = (
            ranking.everybody_of(connection),
            ranking.problems(connection, day, half_life),
        )
        ids = {one.id for one in contacts}
        mine = me(connection)
        mine = 0 if mine in frozenset[int]().union(*people.values()) else mine
        for among in (None, ids.union(*people.values())):
            sums = ranking.sums(connection, day, half_life, among, without=mine)
            places = ranked(contacts, sums, against, people, population)
            assert len(places) == len(contacts)
            for place in places:
                whole = assess(report.dossier(connection, place.contact), day, population)
                assert place.members == whole.dossier.members
                assert place.score.weight == pytest.approx(whole.score.weight, abs=1e-9)
                assert place.score.low == pytest.approx(whole.score.low, abs=1e-9)
                assert place.verdict == whole.verdict
        few = last_contacts(connection, me(connection), ids)
        every = last_contacts(connection, me(connection))
        assert few == {one: every[one] for one in ids if one in every}
    return len(contacts)


@settings(max_examples=25)
@given(
    st.lists(lines((*WORDS, *OTHERS, *BY_NUMBER, *MORE)), min_size=3, max_size=14),
    st.sampled_from([30.0, 365.0, 2_000.0]),
)
def test_every_place_is_that_of_the_report(
    netlog: Netlog, ledger: Path, commands: list[str], half_life: float
) -> None:
    ledger.unlink(missing_ok=True)
    netlog("person", "Ann", "--new")
    for line in commands:
        netlog(*shlex.split(line), code=None)
    for today in (TODAY, "2026-11-30", "2027-02-10"):
        agree(ledger, half_life, today)


def test_also_in_a_large_ledger(tmp_path: Path) -> None:
    path = tmp_path / "large.db"
    generate(path, 3_000)
    assert agree(path) > 100


class TestShortlist:
    @pytest.fixture(autouse=True)
    def _lawyers(self, netlog: Netlog) -> None:
        for number, name in enumerate(("Ann Law", "Bob Law", "Cyd Law")):
            netlog("person", name, "--skill", "Tax law", "--org", "Law & Co", "--new")
            for _ in range(number + 1):
                netlog(
                    "promise", "a draft", "--by", name, "--on", "2026-10-01", "--due", "2026-10-08"
                )
        for item in ("2", "3", "4", "5", "6"):
            netlog("done", item, "--on", "2026-10-08")
        netlog("meet", "Bob Law", "--on", "2026-11-01", "--no-due")

    def test_best_first_with_one_line_why(self, netlog: Netlog) -> None:
        told = netlog("report", "--for", "tax law").out.splitlines()
        assert told[0] == "Cyd Law · Law & Co"
        assert told[2] == "  3 of 3 in time · last contact 8 Oct · 0 introductions in 90 days"
        assert told[3] == "Bob Law · Law & Co"
        assert "last contact 1 Nov" in told[5]
        assert told[8].startswith("  0 of 1 in time, 1 overdue")

    def test_ten_unless_told_otherwise(self, netlog: Netlog) -> None:
        shown = netlog("report", "--for", "tax law", "--limit", "1")
        assert shown.out.count("Law & Co") == 1
        assert "2 more" in shown.err
        items = netlog("report", "--for", "tax law", "--json").json["items"]
        assert next(one["why"] for one in items) == "3 of 3 in time"

    @pytest.mark.parametrize("typed", ["law", "tax", "taxlaw", "tax lwa", "Steuer tax"])
    def test_a_near_miss_is_suggested_not_guessed(self, netlog: Netlog, typed: str) -> None:
        refused = netlog("report", "--for", typed, code=3)
        assert refused.err.splitlines()[1:] == ["  Did you mean:", "    Tax law"]

    def test_what_nobody_has_is_said(self, netlog: Netlog) -> None:
        assert "Nobody is known for" in netlog("report", "--for", "cooking", code=3).err

    def test_who_is_archived_is_no_answer_but_known(self, netlog: Netlog) -> None:
        netlog("person", "Cook", "--skill", "cooking", "--archive")
        told = netlog("report", "--for", "cooking").err
        assert 'Only those who are archived are known for "cooking".' in told
